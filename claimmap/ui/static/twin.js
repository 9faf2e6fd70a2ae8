/*
 * The map's twin for keyboards and screen readers: a heading for each mark of the map, with the same
 * sum, and the claims that have no place. What is under a heading is fetched when it is opened.
 */
const MARKS = 20; // headings before "Show more"
const kept = new WeakMap();

const plural = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;

class Twin {
  constructor(parent) {
    this.marks = null;
    this.query = "";
    this.limit = MARKS;
    this.sections = new Map();
    this.summary = make("p", "note");
    this.list = make("ul", "marks");
    this.more = moreButton(() => {
      this.limit += MARKS;
      this.draw();
    });
    this.tray = make("ul", "tray");
    this.root = rootOf(parent);
    this.root.replaceChildren(make("h2", "", "Claims by place"), this.summary,
      claimmap.evidence.key(), this.list, this.more, this.tray);
    this.hear = ({ data }) => this.take(data);
  }

  /* Meet the map of the session so named. */
  join({ token, root, base }) {
    Object.assign(this, { routes: root, base });
    if (token === this.token) return;
    this.wire?.close();
    this.token = token;
    this.wire = new BroadcastChannel(`claimmap-${token}`);
    this.wire.onmessage = this.hear;
    this.wire.postMessage({ kind: "hello" });
  }

  take({ kind, query, marks }) {
    if (kind !== "marks") return;
    Object.assign(this, { query, marks });
    this.draw();
  }

  /* The line: how many claims have no place, and under which filter. */
  obey({ counts: [, shown, unplaced], query }) {
    this.nowhere = { shown, unplaced, query };
    if (this.marks) this.draw();
  }

  draw() {
    const { shown = 0, unplaced = 0, query } = this.nowhere ?? {};
    const marks = this.marks ?? [];
    this.summary.textContent = marks.length
      ? `${plural(marks.length, "mark")} on the map, at its present zoom. Open one to read its claims.`
      : shown ? "None of the claims shown has a place." : "No claim passes the filter.";
    const before = this.sections;
    this.sections = new Map();
    const listed = marks.slice(0, this.limit).map((mark) => this.section(before, {
      key: mark.places[0], path: `place/${mark.places.join()}`, query: this.query, count: mark.count,
      words: markWords(mark), disputed: mark.disputed,
    }));
    put(this.list, listed);
    this.more.hidden = marks.length <= this.limit;
    this.more.textContent = `Show more (${plural(marks.length - this.limit, "mark")} left)`;
    put(this.tray, unplaced ? [this.section(before, {
      key: "none", path: "unplaced", query, count: unplaced,
      words: ["Without a place", "their words name no place that they are about"],
    })] : []);
  }

  /* A heading and what is under it: the one that stands there already, if there is one. */
  section(before, told) {
    const section = before.get(told.key) ?? new Section(this);
    section.take(told);
    this.sections.set(told.key, section);
    return section.element;
  }

  /* A claim of our routes with its links as this page needs them: whole, and under the filter. */
  linked(claim, query) {
    const whole = (path) => `${this.base}/${path}${query && "&"}${query}`;
    const { conflict } = claim;
    return {
      ...claim, link: whole(claim.link),
      conflict: conflict && { ...conflict, link: whole(conflict.link) },
    };
  }

  close() {
    this.wire?.close();
    this.stop?.();
  }
}

/* What a heading opens: `path`'s claims under `query`, some at a time. */
class Section {
  constructor(twin) {
    this.twin = twin;
    this.name = make("strong");
    this.note = make("span", "note");
    this.head = make("summary", "", this.name, " ", this.note);
    this.items = make("ul", "claims");
    this.more = moreButton(() => this.read(this.items.childElementCount));
    this.said = make("p", "note");
    this.said.setAttribute("role", "status");
    this.details = make("details", "", this.head, this.said, this.items, this.more);
    this.details.addEventListener("toggle", () => this.details.open && this.follow());
    this.element = make("li", "mark", this.details);
    this.turn = 0;
  }

  take(told) {
    this.told = told;
    this.name.textContent = told.words[0];
    const words = [plural(told.count, "claim"), told.words[1]].filter(Boolean).join(" · ");
    this.note.replaceChildren(words, ...(told.disputed ? [" ", claimmap.evidence.unequal(), " figures in conflict"] : []));
    if (this.details.open) this.follow();
  }

  /* Read the claims, unless those under this filter stand here. */
  follow() {
    const wanted = `${this.told.path}?${this.told.query}`;
    if (wanted === this.wanted) return;
    this.wanted = wanted;
    this.read(0);
  }

  async read(offset) {
    const turn = (this.turn += 1);
    const { path, query } = this.told;
    if (!offset) this.more.hidden = true;
    try {
      const asked = [query, `offset=${offset}`].filter(Boolean).join("&");
      const answer = await fetch(`${this.twin.routes}${path}?${asked}`);
      if (!answer.ok && answer.status !== 404) throw new Error(`HTTP ${answer.status}`);
      const found = answer.ok ? await answer.json() : { total: 0, claims: [] };
      if (turn === this.turn) this.fill(offset, found, query);
    } catch (error) {
      if (turn !== this.turn) return;
      this.wanted = null;
      this.said.textContent = `The claims could not be read (${error.message}). Open this again to try again.`;
    }
  }

  fill(offset, { total, claims, witnesses }, query) {
    const items = claims.map((claim) => claimItem(this.twin.linked(claim, query), this.twin.open));
    if (offset) this.items.append(...items);
    else this.items.replaceChildren(...items);
    const left = total - offset - claims.length;
    this.more.hidden = left <= 0;
    this.more.textContent = `Show more (${left.toLocaleString("en")} left)`;
    if (!offset) this.said.textContent = witnesses ? plural(witnesses, "independent source") : "";
  }
}

/* A button that is seen once it has words. */
function moreButton(act) {
  const button = make("button", "more");
  button.type = "button";
  button.hidden = true;
  button.addEventListener("click", act);
  return button;
}

function markWords({ names, places, kind }) {
  const others = places.length - names.length;
  if (places.length === 1) return [names[0], kind];
  return [`${names[0]} +${places.length - 1}`,
    `${names.join(", ")}${others > 0 ? ` and ${others} more` : ""}`];
}

/* Put elements into a list, leaving those alone that stand in their place. */
function put(list, elements) {
  elements.forEach((element, at) => {
    if (list.children[at] !== element) list.insertBefore(element, list.children[at] ?? null);
  });
  while (list.childElementCount > elements.length) list.lastElementChild.remove();
}

export default function ({ data, parentElement, setTriggerValue }) {
  let twin = kept.get(parentElement);
  if (!twin) {
    twin = new Twin(parentElement);
    kept.set(parentElement, twin);
    whenLine().then(({ line }) => { twin.stop = line.follow((told) => twin.obey(told)); });
  }
  twin.open = (claim) => setTriggerValue("open", claim);
  twin.join(data);
  return () => {
    kept.delete(parentElement);
    twin.close();
  };
}
