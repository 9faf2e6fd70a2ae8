/* The line of counts above every page, and beside it a button for each value that filters. */
const number = (count) => count.toLocaleString("en");
const claims = (count) => `${number(count)} claim${count === 1 ? "" : "s"}`;

/* How many claims are shown, and where the others are, in two phrases that add up. */
function countWords([total, shown, unplaced, undated]) {
  const rest = [`${number(shown - unplaced)} on the map`, `${number(unplaced)} without a place`];
  const gone = total - shown;
  if (gone) {
    rest.push(`${number(gone)} hidden (${number(gone - undated)} by the filter, ${number(undated)} without a date)`);
  }
  return [`${number(shown)} of ${claims(total)} shown`, rest.join(" · ")];
}

/* Each value of the filter: its key in the link, itself, and both in words. */
function chipsOf({ query, places }) {
  return [...new URLSearchParams(query)].filter(([key]) => key !== "basis").map(([key, value]) => {
    const words = (key === "place" && places[value]) || value;
    return { key, value, words: `${key[0].toUpperCase()}${key.slice(1)}: ${words}` };
  });
}

class Counts {
  constructor(parent) {
    this.title = make("h1", "claimmap-heard");
    this.words = make("p", "claimmap-counts");
    this.words.setAttribute("role", "status");
    this.chips = make("div", "claimmap-chips");
    this.chips.setAttribute("role", "group");
    this.chips.setAttribute("aria-label", "What filters");
    this.root = make("div", "claimmap-line", this.title, this.words, this.chips);
    parent.append(this.root);
  }

  call(title) {
    this.title.textContent = title;
  }

  take(told) {
    const [shown, rest] = countWords(told.counts);
    this.words.replaceChildren(make("strong", "", shown), " ", rest);
    const focused = this.chips.contains(document.activeElement);
    this.chips.replaceChildren(...chipsOf(told).map((chip) => this.chip(chip)));
    this.chips.hidden = !this.chips.childElementCount;
    if (focused) this.chips.firstElementChild?.focus();
  }

  chip({ key, value, words }) {
    const chip = make("button", `claimmap-chip ${key}`, words, "  ✕");
    chip.type = "button";
    chip.title = "Remove this filter";
    chip.addEventListener("click", () => this.remove(key, value));
    return chip;
  }
}
