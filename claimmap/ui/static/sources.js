/* The list of sources, and an opened one: what it says and how, who carries it, where, and how it
   stands to others. Words come from ui/source_words.py. */
const SIGNS = { contradicts: "≠", corroborates: "≈" };

function stanceShape(stance) {
  const shape = make("span", "shape", claimmap.signs.stances[stance].shape);
  shape.setAttribute("aria-hidden", "true");
  return shape;
}

/* A length that only repeats the number beside it. share: 0 to 1. */
function bar(share) {
  const made = make("span", "bar", make("span", ""));
  made.setAttribute("aria-hidden", "true");
  made.firstChild.style.width = `${Math.max(2, Math.round(share * 100))}%`;
  return made;
}

function kindAndGrade(row) {
  return make("p", "kind", make("span", "", row.kind), " ",
    claimmap.evidence.grade(row) || make("span", "ungraded", "not graded"));
}

/* Names of any script, each in its own direction. */
function listed(names) {
  return names.flatMap((name, at) => [at ? ", " : "", make("bdi", "", name)]);
}

function sourceLink(name, address, act) {
  return insideLink(address, make("bdi", "", name || "no name"), "name", () => act({ source: name }));
}

function sourceItem(row, most, act) {
  const mix = Object.entries(row.stances).filter(([, times]) => times).map(([stance, times]) =>
    make("li", "", stanceShape(stance), ` ${times.toLocaleString("en")} ${stance}`));
  return make("li", "source",
    make("div", "who", sourceLink(row.name, row.link, act), kindAndGrade(row),
      row.also.length ? make("p", "also", "also called ", ...listed(row.also), row.more) : null),
    make("div", "", make("span", "claims", row.claims_shown), bar(row.claims / most)),
    make("ul", "mix", mix),
    make("div", "heard", row.heard_shown, make("span", "fine", row.reach)));
}

function head(data) {
  return make("header", "", make("h2", "", make("bdi", "", data.name || "no name")),
    kindAndGrade(data),
    data.roles.length ? make("p", "roles", ...listed(data.roles)) : null,
    make("p", "sum", data.sum),
    data.note ? make("p", "note", make("strong", "", "Note: "), make("bdi", "", data.note)) : null);
}

function counted({ title, note, rows, more }) {
  const most = Math.max(1, ...rows.map((row) => row.times));
  return make("section", "", make("h3", "", title), note ? make("p", "fine", note) : null,
    make("ul", "counted", rows.map((row) => make("li", "",
      make("span", "label", ...(row.stance ? [stanceShape(row.stance), " "] : []),
        make("bdi", "", row.name)),
      make("span", "times", row.times.toLocaleString("en")), bar(row.times / most)))),
    more ? make("p", "fine", more) : null);
}

function accordItem(row, act) {
  const sign = make("span", "sign", SIGNS[row.kind]);
  sign.setAttribute("aria-hidden", "true");
  const links = [insideLink(row.link, "The other’s report", "open",
    () => act({ document: row.document, claim: row.claim }))];
  if (row.series !== null) {
    links.unshift(insideLink(row.series_link, "Compare the figures", "open",
      () => act({ series: row.series })));
  }
  for (const link of links) link.setAttribute("aria-label", `${link.textContent}: ${row.source}`);
  return make("li", "accord", sign, make("div", "",
    make("p", "", sourceLink(row.source, row.source_link, act), claimmap.evidence.grade(row)),
    make("p", "", row.words),
    make("p", "fine", row.note),
    make("p", "", links)));
}

function accords({ title, rows, more }, act) {
  return make("section", "", make("h3", "", title),
    make("ul", "", rows.map((row) => accordItem(row, act))), more ? make("p", "fine", more) : null);
}

const PARTS = {
  list: ({ sources }, act) => {
    const most = Math.max(1, ...sources.map((row) => row.claims));
    return [make("ul", "sources", sources.map((row) => sourceItem(row, most, act)))];
  },
  head: (data) => [head(data)],
  counts: ({ counts }) => [make("div", "counts", counts.map(counted))],
  accord: ({ accord }, act) => accord.map((one) => accords(one, act)),
};

export default function ({ data, parentElement, setTriggerValue }) {
  rootOf(parentElement).replaceChildren(
    ...PARTS[data.part](data, (chosen) => setTriggerValue("open", chosen)));
}
