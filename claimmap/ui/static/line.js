/*
 * The line: what the filter is and what it leaves, told by Python in one short message at each
 * change. Every part of the page that shows some of it follows the line, so that a change of one
 * field draws no other part of the page anew.
 */
const OFTEN = 1200; // milliseconds between two looks at the store

class Line {
  constructor() {
    this.told = null;
    this.followers = new Set();
  }

  /* {at, query, counts, places, digest, turn}: ui/line.py. */
  tell(line) {
    // A component may be handed what it was told before once more: that is no news.
    if (this.told && line.at <= this.told.at) return;
    this.told = line;
    for (const follower of this.followers) follower(line);
  }

  /* Call `follower` with what was last told and with all that will be; gives what ends that. */
  follow(follower) {
    this.followers.add(follower);
    if (this.told) follower(this.told);
    return () => this.followers.delete(follower);
  }
}

/* Ask now and then what the store holds; `found` is called once for each that is not the line's. */
function watchStore(address, found) {
  let news = null;
  return setInterval(async () => {
    if (document.hidden || !line.told) return;
    try {
      const answer = await fetch(`${address}?digest=${line.told.digest}`);
      if (answer.status !== 200) return;
      const { digest } = await answer.json();
      if (digest === news) return;
      news = digest;
      found(digest);
    } catch { /* The server is away; Streamlit says so. */ }
  }, OFTEN);
}

const line = new Line();
const drawn = new WeakMap();

/* What a field of the sidebar says: the line, and the keys of the values it takes out itself. */
const takers = new Map();

function hearField({ data, parentElement, setTriggerValue }) {
  line.tell(data);
  for (const key of data.keys.split(" ")) takers.set(key, { parentElement, setTriggerValue });
}

/* Where the line has its place on the page. */
function showLine({ data, parentElement, setTriggerValue }) {
  let counts = drawn.get(parentElement);
  if (!counts) {
    counts = new Counts(parentElement);
    drawn.set(parentElement, counts);
    counts.stop = line.follow((told) => counts.take(told));
  }
  counts.watch ??= watchStore(`${data.root}health`, (digest) => counts.stale(digest));
  counts.stale = (digest) => setTriggerValue("stale", digest);
  counts.remove = (key, value) => {
    // The field's own answer is the shorter one; where there is none, the whole page runs.
    const taker = takers.get(key);
    const tell = taker?.parentElement.isConnected ? taker.setTriggerValue : setTriggerValue;
    tell("remove", { key, value });
  };
  counts.call(data.title);
  line.tell(data);
  return () => {
    drawn.delete(parentElement);
    counts.stop();
    clearInterval(counts.watch);
    counts.root.remove();
  };
}

// Once for the page: those who follow the line would not hear another.
const page = (window.claimmapLine ??= {});
if (!page.line) {
  Object.assign(page, { line, show: showLine });
  window.claimmapTold?.forEach(hearField);
  window.claimmapTold = { push: hearField };
  page.arrived?.(page);
  page.here ??= Promise.resolve(page);
}

export default function () {}
