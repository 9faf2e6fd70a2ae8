/* Claims under headings, each with its words and a link to its report. */
function sentence(claim) {
  const parts = claim.runs.map((run) =>
    run.marks.includes("content") ? make("mark", "", run.text) : run.text);
  return make("p", "sentence", parts);
}

function claimItem(claim, open) {
  const numbers = claim.quantities.map(numberWords).join(", ");
  const facts = make("dl", "facts",
    claim.chain.length > 1 ? factLine("Reached us by", chainLine(claim.chain)) : null,
    whenLines(claim),
    factLine("Numbers", numbers),
    claim.places.map((place) => factLine("Placed", placeWords(place))),
  );
  const report = claim.title || claim.outlet || "report";
  const link = insideLink(claim.link, "Open in report", "open", () =>
    open({ document: claim.document, claim: claim.id }));
  link.setAttribute("aria-label", `Open in report: ${claim.source.name}, ${claim.sentence}`);
  return make("li", "claim",
    make("p", "who",
      make("strong", "", claim.source.name),
      make("span", "kind", claim.source.kind),
      stanceTag(claim.stance)),
    sentence(claim),
    facts,
    make("p", "from", make("span", "", report), link),
  );
}

export default function ({ data, parentElement, setTriggerValue }) {
  const open = (claim) => setTriggerValue("open", claim);
  rootOf(parentElement).replaceChildren(...data.groups.map((group) =>
    make("section", "group",
      group.heading
        ? make("h4", "", group.heading, " ", make("span", "note", group.note))
        : null,
      make("ul", "", group.claims.map((claim) => claimItem(claim, open))))));
}
