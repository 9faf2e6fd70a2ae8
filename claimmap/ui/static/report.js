/* A report's text with all that was found in it, and the chosen claim's facts beside it. */
const LEGEND = [
  ["claim", "Claim"], ["source", "Source"], ["cue", "Attributing word"],
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

function runElement([text, marks], seen, choose) {
  if (!marks.length) return paragraphs(text);
  const kinds = [...new Set(marks.map(([kind]) => kind))];
  const element = make("span", `run ${kinds.join(" ")}`, paragraphs(text));
  const notes = marks.map(([, note]) => note).filter(Boolean);
  element.title = [...new Set(notes)].join("\n");
  const claims = marks.filter(([kind]) => kind === "claim").map(([, , claim]) => claim);
  if (claims.length) {
    element.dataset.claims = claims.join(" ");
    element.addEventListener("click", () => choose(claims));
    const fresh = claims.find((claim) => !seen.has(claim));
    if (fresh) {
      claims.forEach((claim) => seen.add(claim));
      element.tabIndex = 0;
      element.setAttribute("role", "button");
      element.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        choose(claims);
      });
    }
  }
  return element;
}

function nameItem(name, words, ask) {
  const more = make("button", "more", "What it may mean");
  more.type = "button";
  more.setAttribute("aria-label", `What ${name.text} may mean`);
  more.addEventListener("click", () => ask(name.start));
  return make("li", "", words, " ", more);
}

function nameItems(claim, ask) {
  const undrawn = (name) => [`“${name.text}”`, make("span", "how", ` (not on the map: ${name.not_drawn})`)];
  return [
    ...claim.places.map((place) => nameItem(place, placeWords(place), ask)),
    ...claim.undrawn.map((name) => nameItem(name, undrawn(name), ask)),
  ];
}

function claimCard(claim, ask) {
  const who = [claim.source.name, claim.source.kind, claim.source.role].filter(Boolean).join(", ");
  return [
    make("h3", "", "This claim"),
    make("dl", "facts",
      factLine("Source", who),
      claim.chain.length > 1 ? factLine("Reached us by", chainLine(claim.chain)) : null,
      make("div", "", make("dt", "", "Stance"), make("dd", "", stanceTag(claim.stance),
        claim.hedges.length ? ` (“${claim.hedges.join("”, “")}”)` : "")),
      whenLines(claim),
      factLine("Numbers", claim.quantities.map(numberWords).join(", "))),
    make("p", "how", claim.places.length ? ""
      : "Not on the map: no place was found that this claim is about."),
    make("ul", "places", nameItems(claim, ask)),
  ];
}

function metadata(report) {
  const facts = report.facts.map(([label, words, how, link]) =>
    make("div", "", make("dt", "", label),
      make("dd", "", link ? outsideLink(link, words) : words, make("span", "how", ` (${how})`))));
  return make("dl", "facts", facts);
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
  const seen = new Set();
  text.append(...data.runs.flatMap((run) => runElement(run, seen, choose)));
  root.replaceChildren(
    make("header", "", make("h2", "", data.report.title), metadata(data.report)),
    legend(root, root.claimmapOff),
    make("div", "columns", text, card));
  select(data.chosen);
  const place = `${data.report.id} ${data.chosen}`;
  if (data.chosen && root.claimmapScrolled !== place) {
    // On a narrow screen the card covers the lower part, so the claim goes to the top.
    const block = matchMedia("(max-width: 900px)").matches ? "start" : "center";
    requestAnimationFrame(() => text.querySelector(".chosen")?.scrollIntoView({ block }));
  }
  root.claimmapScrolled = place;
}
