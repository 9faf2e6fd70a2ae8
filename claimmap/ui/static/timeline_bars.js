/* The histogram: how many claims each span of days holds, those that pass against all. */
const BARS = [
  ["day", 1], ["week", 1], ["month", 1], ["month", 3], ["year", 1], ["year", 5], ["year", 10],
  ["year", 50], ["year", 100],
];
const NARROWEST = 5; // pixels of a bar
const LEAST_ROOM = 10; // days on either side of where most claims are

/* Claims over days, from how many begin and how many end on each. */
class Tally {
  /* days: which days after `origin` the counts are of, in order; null for each of them in turn. */
  constructor(origin, days, { begins, ends }) {
    this.origin = origin;
    this.days = days;
    this.begun = runningSums(begins);
    this.ended = runningSums(ends);
  }

  /* How many claims meet the days from `first` to `last`: those begun by then, less those over. */
  count(first, last) {
    return this.at(this.begun, last) - this.at(this.ended, first - 1);
  }

  /* How many are over before a day, and how many begin after one. */
  before(day) {
    return this.at(this.ended, day - 1);
  }

  after(day) {
    return (this.begun[this.begun.length - 1] ?? 0) - this.at(this.begun, day);
  }

  /* The day by which so large a part of the claims has ended; null where there is none. */
  quantile(part) {
    const total = this.ended[this.ended.length - 1];
    return total ? this.dayAt(this.ended.findIndex((sum) => sum >= total * part)) : null;
  }

  /* The last day on which a claim ends; null where there is none. */
  lastDay() {
    const total = this.ended[this.ended.length - 1];
    return total ? this.dayAt(this.ended.indexOf(total)) : null;
  }

  dayAt(index) {
    return this.origin + (this.days ? this.days[index] : index);
  }

  at(sums, day) {
    const index = Math.min(this.indexOf(day - this.origin), sums.length - 1);
    return index < 0 ? 0 : sums[index];
  }

  /* Where the last of `days` stands that is no later than an offset. */
  indexOf(offset) {
    if (!this.days) return offset;
    let [low, high] = [0, this.days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.days[middle] > offset) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  }
}

function runningSums(counts) {
  const sums = new Uint32Array(counts.length);
  let sum = 0;
  for (let index = 0; index < counts.length; index += 1) sums[index] = sum += counts[index];
  return sums;
}

/* The bars of a scale: [{first, last, x, width, all, passing}] and what one covers in words. */
function barsOf(scale, all, passing) {
  const span = scale.choose(BARS, () => NARROWEST);
  const bars = [];
  for (let first = floorTo(scale.first, span); first <= scale.last; first = nextSpan(first, span)) {
    const last = Math.min(nextSpan(first, span) - 1, LAST_DAY);
    const x = Math.max(scale.x(first), 0);
    const width = Math.min(scale.x(last + 1), scale.width) - x;
    bars.push({ first, last, x, width, all: all.count(first, last), passing: passing.count(first, last) });
  }
  return { bars, words: spanWords(span) };
}

function spanWords([unit, every]) {
  if (unit === "month" && every === 3) return "a quarter";
  return every === 1 ? `a ${unit}` : `in ${every} ${unit}s`;
}

/* Cut two elements, for all claims and for those that pass, to their bars; gives what was drawn. */
function drawBars([one, other], scale, all, passing, height) {
  const { bars, words } = barsOf(scale, all, passing);
  const most = Math.max(1, ...bars.map((bar) => bar.all));
  for (const [element, name] of [[one, "all"], [other, "passing"]]) {
    const path = bars.filter((bar) => bar[name]).map((bar) => {
      const tall = Math.max(2, (bar[name] / most) * height).toFixed(1);
      const wide = Math.max(1, bar.width - 1).toFixed(1);
      return `M${bar.x.toFixed(1)} ${height}v-${tall}h${wide}v${tall}z`;
    });
    element.style.clipPath = `path("${path.join("") || "M0 0"}")`;
  }
  return { bars, most, words };
}

function barWords({ first, last, all, passing }) {
  const claims = all === 1 ? "1 claim" : `${all.toLocaleString("en")} claims`;
  const told = all === passing ? claims : `${passing.toLocaleString("en")} of ${claims}`;
  return `${rangeWords(first, last)}: ${told}`;
}

/*
 * Where most claims are, if a few far from them would else make them too narrow to see: between
 * Tukey's outer fences (Exploratory Data Analysis, 1977), three times the middle half's width off.
 */
function crowdedPart(extent, tally) {
  const [low, high] = [0.25, 0.75].map((part) => tally?.quantile(part) ?? null);
  if (low === null) return extent;
  const room = Math.max(LEAST_ROOM, 3 * (high - low));
  const part = [low - room, high + room];
  return extent[1] - extent[0] > 6 * (part[1] - part[0]) ? part : extent;
}
