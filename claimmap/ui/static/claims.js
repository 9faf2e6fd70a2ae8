/* Claims under headings, each with its words and a link to its report. */
const { crumbs, key, sentence, stance } = claimmap.evidence;

function claimItem(claim, open) {
  const report = claim.title || claim.outlet || "report";
  const link = insideLink(claim.link, "Open in report", "open", () =>
    open({ document: claim.document, claim: claim.id }));
  link.setAttribute("aria-label", `Open in report: ${claim.source.name}, ${claim.sentence}`);
  return make("li", "claim",
    make("div", "who",
      make("strong", "", claim.source.name),
      make("span", "role", claim.source.role),
      stance(claim)),
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

/* The key stands above the claims, and stays open while they change. */
function keyOver(root) {
  const made = key();
  made.open = Boolean(root.querySelector(".claimmap-key[open]"));
  return made;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = rootOf(parentElement);
  const open = (claim) => setTriggerValue("open", claim);
  root.replaceChildren(keyOver(root), ...data.groups.map((group) =>
    make("section", "group",
      group.heading
        ? make("h3", "", group.heading, " ", make("span", "note", group.note))
        : null,
      make("ul", "", group.claims.map((claim) => claimItem(claim, open))))));
}
