/* A report's text with all that was found in it, and the chosen claim's facts beside it. */
const LEGEND = [
  ["claim", "Claim"], ["source", "Source"], ["cue", "Attributing word"], ["hedge", "Hedge"],
  ["place", "Place"], ["date", "Date"], ["number", "Number"],
];

function legend(root, off) {
  const items = LEGEND.map(([kind, words]) => {
    const button = make("button", `key show-${kind}`, make("span", kind, words));
    button.type = "button";
    button.setAttribute("aria-pressed", String(!off.has(kind)));
    button.addEventListener("click", () => {
      const pressed = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(pressed));
      if (pressed) off.delete(kind); else off.add(kind);
      root.classList.toggle(`no-${kind}`, !pressed);
    });
    return button;
  });
  const bar = make("div", "legend", make("span", "label", "Marked in the text:"), items);
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Marks shown");
  return bar;
}

/* The text with some air where a paragraph ends: its line breaks stay in it, as low blocks. */
function paragraphs(text) {
  return text.split(/(\n+)/).map((part) => (part.startsWith("\n") ? make("span", "break", part) : part));
}

/* The stances of claims before the first of their words, with nothing in it: report.css draws it
   from its values, so that the text stays to the letter. */
function stanceLabel(claims) {
  const stances = [...new Set(claims.map(({ stance }) => stance))];
  const label = make("span", "stance");
  label.dataset.words = stances.join(", ");
  label.dataset.shown = stances.map((one) => `${claimmap.signs.stances[one].shape} ${one}`).join(", ");
  return label;
}

/* A stretch of the text, before it the stance of claims that begin here. What is marked there is
   told in a note, which dates and a claim's first words show to the keyboard too. */
function runElement([text, marks], report) {
  if (!marks.length) return paragraphs(text);
  const kinds = [...new Set(marks.map(([kind]) => kind))];
  const element = make("span", `run ${kinds.join(" ")}`, paragraphs(text));
  const ids = marks.filter(([kind]) => kind === "claim").map(([, , claim]) => claim);
  const begun = ids.filter((id) => !report.seen.has(id));
  begun.forEach((id) => report.seen.add(id));
  if (begun.length || kinds.includes("date")) reach(element);
  const notes = [...new Set(marks.map(([, note]) => note).filter(Boolean))];
  const putAway = claimmap.note(element, report.notes, ...notes.map((note) => make("span", "", note)));
  if (ids.length) claimRun(element, ids, report, putAway);
  const told = begun.map((id) => report.claims[id]).filter(Boolean);
  return told.length ? [stanceLabel(told), element] : element;
}

function reach(element) {
  element.tabIndex = 0;
  element.setAttribute("role", "button");
}

/* A claim's words choose it: the card beside the text tells all that a note could. */
function claimRun(element, ids, { choose }, putAway) {
  const chosen = () => {
    putAway();
    choose(ids);
  };
  element.dataset.claims = ids.join(" ");
  element.addEventListener("click", chosen);
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    chosen();
  });
}

function nameItem(name, words, ask) {
  const more = make("button", "more", "What it may mean");
  more.type = "button";
  more.setAttribute("aria-label", `What ${name.text} may mean`);
  more.addEventListener("click", () => ask(name.start));
  return make("li", "", words, " ", more);
}

function nameItems(claim, ask) {
  return [
    ...claim.places.map((place) => nameItem(place, placeWords(place), ask)),
    ...claim.undrawn.map((name) => nameItem(name, undrawnWords(name), ask)),
  ];
}

function claimCard(claim, ask) {
  const { crumbs, grade, stance } = claimmap.evidence;
  return [
    make("h3", "", "This claim"),
    make("p", "who", make("strong", "", claim.source.name), claim.source.role ? ` ${claim.source.role}` : "",
      " ", grade(claim.source)),
    crumbs(claim),
    make("dl", "facts",
      factLine("Stance", make("span", "", stance(claim),
        claim.hedges.length ? ` “${claim.hedges.join("”, “")}”` : "")),
      whenLines(claim),
      factLine("Numbers", claim.quantities.map(numberWords).join(", "))),
    make("p", "how", claim.places.length ? ""
      : "Not on the map: no place was found that this claim is about."),
    make("ul", "places", nameItems(claim, ask)),
  ];
}

function metadata(report, open) {
  const facts = report.facts.map(([label, words, how, link]) =>
    make("div", "", make("dt", "", label),
      make("dd", "", link ? outsideLink(link, words) : words, how ? make("span", "how", ` (${how})`) : "")));
  const copies = report.copies.map(({ document, link, words }) =>
    make("div", "", insideLink(link, words, "", () => open(document))));
  const alike = make("div", "", make("dt", "", "Same words"),
    make("dd", "", copies, report.more ? make("div", "how", report.more) : ""));
  return make("dl", "facts", facts, copies.length ? alike : "");
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = rootOf(parentElement);
  root.claimmapOff ??= new Set();
  const card = make("aside", "card");
  card.setAttribute("aria-live", "polite");
  const text = make("div", "text");
  const ask = (start) => setTriggerValue("name", start);
  const select = (id) => {
    const claim = data.claims[id];
    for (const run of text.querySelectorAll("[data-claims]")) {
      run.classList.toggle("chosen", run.dataset.claims.split(" ").includes(id));
    }
    card.replaceChildren(...(claim ? claimCard(claim, ask)
      : [make("p", "how", "Choose a claim in the text to see who says it, when and where.")]));
    root.claimmapChosen = id;
  };
  const choose = (ids) => {
    const next = ids[(ids.indexOf(root.claimmapChosen) + 1) % ids.length];
    select(next);
    setTriggerValue("chosen", next);
  };
  const notes = make("div", "notes");
  const report = { claims: data.claims, seen: new Set(), choose, notes };
  text.append(...data.runs.flatMap((run) => runElement(run, report)));
  root.replaceChildren(
    make("header", "", make("h2", "", data.report.title),
      metadata(data.report, (document) => setTriggerValue("open", document))),
    legend(root, root.claimmapOff),
    claimmap.evidence.key(),
    make("div", "columns", text, card), notes);
  select(data.chosen);
  const place = `${data.report.id} ${data.chosen}`;
  if (data.chosen && root.claimmapScrolled !== place) {
    // On a narrow screen the card covers the lower part, so the claim goes to the top.
    const block = matchMedia("(max-width: 900px)").matches ? "start" : "center";
    requestAnimationFrame(() => text.querySelector(".chosen")?.scrollIntoView({ block }));
  }
  root.claimmapScrolled = place;
}
