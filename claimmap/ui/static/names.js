/* A report's place names, each of which opens on the places that it may mean. */
const KINDS = { city: "town" };
const kindWord = (kind) => KINDS[kind] ?? kind ?? "";

function candidateRow(candidate) {
  const share = Math.round(candidate.score * 100);
  const bar = make("span", "bar", make("span", "fill"));
  bar.setAttribute("aria-hidden", "true");
  bar.firstChild.style.width = `${share}%`;
  const people = candidate.population ? `${candidate.population.toLocaleString("en")} people` : "";
  const what = [candidate.address, kindWord(candidate.kind), people, candidate.reason];
  return make("li", candidate.chosen ? "candidate chosen" : "candidate",
    make("p", "which", make("strong", "", candidate.name), candidate.chosen ? make("span", "tag", "✓ chosen") : ""),
    make("p", "share", bar, `${share}%`),
    make("p", "note", what.filter(Boolean).join(" · ")));
}

/* What the name is in the text and, where it is not on the map, why not. */
function roleWords(name) {
  if (!name.not_drawn) return name.role_shown;
  const why = name.not_drawn === name.role_shown ? "so it" : `but ${name.not_drawn}, so it`;
  return `${name.role_shown}, ${why} is not on the map`;
}

function detail(name) {
  const placed = name.place ? [name.place, name.address].filter(Boolean).join(", ") : "nowhere";
  return make("div", "detail",
    make("p", "quote", name.before, make("mark", "", name.text), name.after),
    make("dl", "facts",
      factLine("Placed at", placed),
      factLine("Why", name.reason),
      factLine("How exactly", name.extent),
      factLine("What it is", roleWords(name))),
    name.candidates.length
      ? [make("h2", "", name.candidates.length > 1 ? "What the name may mean, best first" : "The one place it may mean"),
        make("ol", "candidates", name.candidates.map(candidateRow))]
      : make("p", "note", "The gazetteer has no place of this name."));
}

function nameItem(name, open) {
  const where = name.place ? [name.place, name.address].filter(Boolean).join(", ") : "not placed";
  const item = make("details", "name",
    make("summary", "",
      make("span", "what", make("strong", "", name.text), name.times > 1 ? make("span", "times", ` × ${name.times}`) : ""),
      make("span", "where", where),
      make("span", "sure", name.certainty ? certaintyTag(name) : ""),
      make("span", "does", name.not_drawn ? `not on the map: ${name.not_drawn}` : name.role_shown)));
  // What is inside is made when it is asked for.
  item.addEventListener("toggle", () => {
    if (item.open && item.childElementCount === 1) item.append(detail(name));
  });
  item.open = open;
  return item;
}

export default function ({ data, parentElement }) {
  const root = rootOf(parentElement);
  // A run of the page that brings nothing new leaves what is open, and the focus, alone.
  const told = JSON.stringify(data);
  if (root.claimmapTold === told) return;
  root.claimmapTold = told;
  const heads = ["In the text", "Placed at", "How sure", "What it is in the text"];
  const head = make("div", "heads", heads.map((words) => make("span", "", words)));
  head.setAttribute("aria-hidden", "true");
  const items = data.names.map((name) => nameItem(name, name.start === data.opened));
  root.replaceChildren(head, make("div", "names", items));
  const opened = items.find((item) => item.open);
  if (!opened) return;
  requestAnimationFrame(() => {
    opened.scrollIntoView({ block: "center" });
    opened.firstChild.focus({ preventScroll: true });
  });
}
