/* Elements from plain values. Outside text enters a page here only, and only as textContent or as
   the value of an attribute that cannot run; never as markup. */
function make(tag, className, ...inside) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const child of inside.flat()) {
    if (child === null || child === undefined || child === "") continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return element;
}

/* A link to http or https, in a new tab; just its words for any other address. */
function outsideLink(address, words) {
  let url;
  try { url = new URL(address); } catch { return make("span", "", words); }
  if (url.protocol !== "http:" && url.protocol !== "https:") return make("span", "", words);
  const link = make("a", "", words);
  link.href = url.href;
  link.target = "_blank";
  link.rel = "noopener noreferrer nofollow";
  return link;
}

/* A link within the app: a plain click stays in the session, any other opens as links do. */
function insideLink(address, words, className, onOpen) {
  const link = make("a", className, words);
  leads(link, address, onOpen);
  return link;
}

function leads(link, address, onOpen) {
  link.href = address;
  link.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onOpen();
  });
}

/* What static/line.js gives to all parts of the page, as a promise: it may come after who asks. */
function whenLine() {
  const page = (window.claimmapLine ??= {});
  page.here ??= new Promise((done) => { page.arrived = done; });
  return page.here;
}

function rootOf(parentElement) {
  let root = parentElement.querySelector(".claimmap-root");
  if (!root) {
    root = make("div", "claimmap-root");
    parentElement.append(root);
  }
  return root;
}

function numberWords(quantity) {
  const counted = quantity.counted || quantity.unit;
  return counted ? `${quantity.text} (${counted})` : quantity.text;
}

/* When it was or will be and when it was said, each noted with how that is known. */
function whenLines(claim) {
  const { when } = claimmap.evidence;
  return [
    factLine("Event", when(claim.event)),
    factLine("Statement", when(claim.statement)),
    factLine("Published", [claim.published_shown || "date unknown", claim.outlet].filter(Boolean).join(" · ")),
  ];
}

/* How sure a place is: the word, its number and a sign of its own, so that colour tells nothing. */
const CERTAINTY_SIGNS = { sure: "●", likely: "◐", doubtful: "○" };

function certaintyTag({ certainty, confidence }) {
  const sign = make("span", "sign", CERTAINTY_SIGNS[certainty] ?? "");
  sign.setAttribute("aria-hidden", "true");
  return make("span", `certainty certainty-${certainty}`, sign, " ",
    `${certainty} (${Math.round(confidence * 100)}%)`);
}

/* Where a place is that a claim is drawn at, how sure and how exact, and why. */
function placeWords(place) {
  const where = [place.name, place.address].filter(Boolean).join(", ");
  const why = [place.extent, place.role_shown, place.reason].filter(Boolean).join("; ");
  return make("span", "", place.text === place.name ? "" : `“${place.text}”: `, `${where} · `,
    certaintyTag(place), why ? make("span", "how", ` (${why})`) : "");
}

/* A place name of a claim that is not on the map, and why. */
function undrawnWords(name) {
  return make("span", "", `“${name.text}”`, make("span", "how", ` (not on the map: ${name.not_drawn})`));
}

function factLine(label, words) {
  return words ? make("div", "", make("dt", "", label), make("dd", "", words)) : null;
}
