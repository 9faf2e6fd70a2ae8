/* Days as whole numbers, counted from 1 January 1970, and the calendar of ISO 8601 over them. */
const DAY = 86400000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const FIRST_DAY = Date.parse("0001-01-01T00:00:00Z") / DAY;
const LAST_DAY = Date.parse("9999-12-31T00:00:00Z") / DAY;
// 1 January 1970 was a Thursday; weeks begin on Monday.
const MONDAY = 3;

/* About how many days each unit has: enough to choose between them, never to count with. */
const LENGTHS = { hour: 1 / 24, day: 1, week: 7, month: 30.44, year: 365.25 };

function clamp(value, low, high) {
  return Math.min(Math.max(value, low), high);
}

/* The day of an ISO date; null for what is none, and for no date. */
function dayOf(iso) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso || "") ? Date.parse(`${iso}T00:00:00Z`) : NaN;
  return Number.isNaN(time) ? null : time / DAY;
}

function isoOf(day) {
  return day === null ? null : new Date(day * DAY).toISOString().slice(0, 10);
}

/* [year, month from 0, day of the month] */
function calendarOf(day) {
  const date = new Date(Math.floor(day) * DAY);
  return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
}

function dayFrom(year, month, date) {
  // The years 0 to 99 are themselves here; Date.UTC takes them for 1900 to 1999.
  return clamp(new Date(0).setUTCFullYear(year, month, date) / DAY, FIRST_DAY, LAST_DAY);
}

function dayWords(day) {
  const [year, month, date] = calendarOf(day);
  return `${date} ${MONTHS[month]} ${year}`;
}

/* "14 to 20 Oct 2024": two days, and what stands between them, in words. */
function rangeWords(first, last) {
  if (first === last) return dayWords(first);
  const [one, other] = [calendarOf(first), calendarOf(last)];
  if (one[0] !== other[0]) return `${dayWords(first)} to ${dayWords(last)}`;
  return `${one[2]}${one[1] === other[1] ? "" : ` ${MONTHS[one[1]]}`} to ${dayWords(last)}`;
}

/* The first day of the span that holds `day`: spans are `every` units long, and stand fast. */
function floorTo(day, [unit, every]) {
  if (unit === "day") return Math.floor(day / every) * every;
  if (unit === "week") return Math.floor((day + MONDAY) / (7 * every)) * 7 * every - MONDAY;
  const [year, month] = calendarOf(day);
  if (unit === "year") return dayFrom(Math.floor(year / every) * every, 0, 1);
  const months = Math.floor((year * 12 + month) / every) * every;
  return dayFrom(Math.floor(months / 12), months % 12, 1);
}

/* The day `count` units after `day` (before it, below 0); 31 January and a month is 28 February. */
function stepFrom(day, unit, count) {
  if (unit === "day") return clamp(day + count, FIRST_DAY, LAST_DAY);
  if (unit === "week") return clamp(day + 7 * count, FIRST_DAY, LAST_DAY);
  const [year, month, date] = calendarOf(day);
  const months = year * 12 + month + count * (unit === "year" ? 12 : 1);
  const [to, at] = [Math.floor(months / 12), ((months % 12) + 12) % 12];
  return dayFrom(to, at, Math.min(date, new Date(Date.UTC(2000 + (to % 400), at + 1, 0)).getUTCDate()));
}

/* The span after the one that begins on `start`. */
function nextSpan(start, [unit, every]) {
  const next = floorTo(stepFrom(start, unit, every), [unit, every]);
  return next > start ? next : Infinity;
}
