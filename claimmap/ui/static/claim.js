/* A claim with all that is known of it, in a list. */
const { conflict, crumbs, grade, key, sentence, sourceLink, stance } =
  claimmap.evidence;

function claimItem(claim, open) {
  const report = claim.title || claim.outlet || "report";
  const link = insideLink(claim.link, "Open in report", "open", () =>
    open({ document: claim.document, claim: claim.id }));
  link.setAttribute("aria-label", `Open in report: ${claim.source.name}, ${claim.sentence}`);
  return make("li", "claim",
    make("div", "who",
      make("strong", "", claim.source.name && insideLink(sourceLink(claim), claim.source.name, "name",
        () => open({ source: claim.source.name }))),
      make("span", "role", claim.source.role),
      grade(claim.source),
      stance(claim),
      conflict(claim, (link, { link: address, series }) =>
        leads(link, address, () => open({ series })))),
    (claim.changes || []).map(changeLine),
    crumbs(claim),
    sentence(claim.runs),
    make("dl", "facts",
      whenLines(claim),
      factLine("Numbers", claim.quantities.map(numberWords).join(", ")),
      claim.places.map((place) => factLine("Placed", placeWords(place))),
      claim.undrawn.map((name) => factLine("Not drawn", undrawnWords(name)))),
    make("p", "from", make("span", "", report), link),
  );
}

/* A figure that differs from the one told before: both, and whose each is. */
function changeLine(change) {
  const { own, before, after, counted, who_before: earlier, who, when_before: day } = change;
  const words = own
    ? `${who} gave ${before} on ${day}.`
    : `Told before: ${before} by ${earlier}, ${day}. Now ${after} by ${who}.`;
  const arrow = make("span", "arrow", "→");
  arrow.setAttribute("aria-hidden", "true");
  return make("div", "change",
    make("p", "", make("span", "what", own ? "Changed figure" : "Another figure"), " ",
      make("strong", "", before, " ", arrow, make("span", "heard", " to "), " ", after), ` ${counted}`),
    make("p", "whose", words));
}
