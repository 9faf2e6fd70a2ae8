/* Where a day stands on the screen, and the ticks that say so, from hours to millennia. */
// What a tick may stand for, and the pixels that its label wants, the year with it.
const TICKS = [
  ...[1, 3, 6, 12].map((every) => ["hour", every, 64]),
  ...[1, 2].map((every) => ["day", every, 76]),
  ...[1, 2].map((every) => ["week", every, 76]),
  ...[1, 3].map((every) => ["month", every, 68]),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((every) => ["year", every, 52]),
];

/* Days to pixels over a view [first day, last day]; each day is as wide as the next. */
class Scale {
  constructor([first, last], width) {
    this.first = first;
    this.last = last;
    this.width = width;
    this.perDay = width / (last - first + 1);
  }

  /* The left edge of a day; the right edge of the day before it. */
  x(day) {
    return (day - this.first) * this.perDay;
  }

  /* The day, with its part, at a pixel. */
  day(x) {
    return this.first + x / this.perDay;
  }

  /* The first of `spans` ([unit, every]) whose columns are at least `pixels(span)` wide. */
  choose(spans, pixels) {
    const wide = (span) => LENGTHS[span[0]] * span[1] * this.perDay >= pixels(span);
    return spans.find(wide) ?? spans[spans.length - 1];
  }
}

/* The ticks of a scale: [{x, words}], each where what it names begins. */
function ticksOf(scale) {
  const span = scale.choose(TICKS, ([, , pixels]) => pixels);
  return span[0] === "hour" ? hourTicks(scale, span[1]) : dayTicks(scale, span);
}

function hourTicks(scale, every) {
  const ticks = [];
  for (let day = scale.first; day <= scale.last; day += 1) {
    for (let hour = 0; hour < 24; hour += every) {
      const words = hour ? `${String(hour).padStart(2, "0")}:00` : dayTickWords(day, day === scale.first);
      ticks.push({ x: scale.x(day + hour / 24), words });
    }
  }
  return ticks;
}

function dayTicks(scale, span) {
  const ticks = [];
  let year = null;
  for (let day = floorTo(scale.first, span); day <= scale.last; day = nextSpan(day, span)) {
    if (day < scale.first) continue;
    const [here, month] = calendarOf(day);
    if (span[0] === "year") ticks.push({ x: scale.x(day), words: String(here) });
    else if (span[0] === "month") {
      const words = here === year ? MONTHS[month] : `${MONTHS[month]} ${here}`;
      ticks.push({ x: scale.x(day), words });
    } else ticks.push({ x: scale.x(day), words: dayTickWords(day, here !== year) });
    year = here;
  }
  return ticks;
}

function dayTickWords(day, withYear) {
  const [year, month, date] = calendarOf(day);
  return `${date} ${MONTHS[month]}${withYear ? ` ${year}` : ""}`;
}

/* Put the ticks into their element; a label that would leave the axis is left out. */
function drawTicks(element, scale) {
  element.replaceChildren(...ticksOf(scale).map(({ x, words }) => {
    const fits = x + words.length * 6.6 + 6 < scale.width;
    const tick = make("span", "tick", fits ? words : "");
    tick.style.left = `${x}px`;
    return tick;
  }));
}
