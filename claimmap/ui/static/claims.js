/* Claims under headings, each with its words and a link to its report. */
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
