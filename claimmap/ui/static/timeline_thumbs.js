/* What a hand does on the chart: the two ends, the window between them, and keys on either end. */
const NEXT_LARGER = { day: ["day", 7], week: ["month", 1], month: ["year", 1], year: ["year", 10] };
const STILL = 4; // pixels that a press may move and still be a press
const KEYS = "Arrows: a step. Page Up, Page Down: a bigger one. With Shift: both ends. Space: play.";
const BUBBLE = 70; // pixels that an end's day wants beside it

/* Follow a pointer from its press on `element`: begin(event) gives what hears each move, or null. */
function onDrag(element, begin, end) {
  let heard = null;
  element.addEventListener("pointerdown", (event) => {
    if (event.button || heard) return;
    heard = begin(event);
    if (!heard) return;
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => heard?.(event));
  for (const kind of ["pointerup", "pointercancel"]) {
    element.addEventListener(kind, (event) => {
      if (!heard) return;
      heard = null;
      end(event);
    });
  }
}

/* An end of the range: name "From" or "To". */
class Thumb {
  constructor(timeline, name) {
    this.timeline = timeline;
    this.isFirst = name === "From";
    this.words = make("span", "bubble");
    this.element = make("div", `thumb ${name.toLowerCase()}`, make("span", "grip"), this.words);
    this.element.tabIndex = 0;
    this.element.setAttribute("role", "slider");
    this.element.setAttribute("aria-label", name);
    this.element.setAttribute("aria-orientation", "horizontal");
    this.element.setAttribute("aria-description", KEYS);
    this.element.addEventListener("keydown", (event) => this.press(event));
    this.element.addEventListener("blur", () => timeline.settle());
    onDrag(this.element, (event) => this.grasp(event), () => timeline.rest());
  }

  get day() {
    return this.timeline.ends()[this.isFirst ? 0 : 1];
  }

  grasp(event) {
    const { timeline } = this;
    timeline.player.pause();
    this.element.focus({ preventScroll: true });
    // An end that lies outside the view is drawn at its edge, and is taken from there.
    const start = timeline.scale.x(clamp(this.day, ...timeline.view));
    const from = event.clientX;
    return ({ clientX }) => this.to(Math.round(timeline.scale.day(start + clientX - from)));
  }

  /* Move this end to a day, never past the other end. */
  to(day) {
    const [first, last] = this.timeline.ends();
    const [low, high] = this.timeline.extent;
    if (this.isFirst) this.timeline.move(clamp(day, low, Math.max(low, last)), last);
    else this.timeline.move(first, clamp(day, Math.min(first, high), high));
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { timeline } = this;
    const { step } = timeline.settings;
    const larger = NEXT_LARGER[step];
    const [first, last] = timeline.ends();
    const [low, high] = timeline.extent;
    // An end that lies outside the view stands at its edge, and steps from there.
    const here = clamp(this.day, ...timeline.view);
    const by = (unit, count) => (event.shiftKey
      ? () => timeline.shift(stepFrom(this.day, unit, count) - this.day)
      : () => this.to(stepFrom(here, unit, count)));
    const deed = {
      ArrowRight: by(step, 1),
      ArrowUp: by(step, 1),
      ArrowLeft: by(step, -1),
      ArrowDown: by(step, -1),
      PageUp: by(larger[0], larger[1]),
      PageDown: by(larger[0], -larger[1]),
      Home: () => this.to(this.isFirst ? low : first),
      End: () => this.to(this.isFirst ? last : high),
      " ": () => timeline.player.toggle(),
    }[event.key];
    if (!deed) return;
    event.preventDefault();
    if (event.key !== " ") timeline.player.pause();
    deed();
    timeline.settleSoon();
  }

  draw() {
    const { timeline, element, day } = this;
    const [low, high] = timeline.extent;
    const at = clamp(this.isFirst ? day : day + 1, timeline.view[0], timeline.view[1] + 1);
    const x = timeline.scale.x(at);
    element.style.transform = `translateX(${x}px)`;
    element.classList.toggle("inward", (this.isFirst ? x : timeline.scale.width - x) < BUBBLE);
    element.classList.toggle("outside", day < timeline.view[0] || day > timeline.view[1]);
    this.words.textContent = dayWords(day);
    element.setAttribute("aria-valuemin", low);
    element.setAttribute("aria-valuemax", high);
    element.setAttribute("aria-valuenow", day);
    element.setAttribute("aria-valuetext", isoOf(day));
  }
}

/*
 * Drags on the chart itself: the window moves as a whole; beside it, or where all is chosen, a drag
 * marks a new range, and a press brings the nearer end.
 */
function dragChart(timeline, chart) {
  let pressed = null;
  const begin = (event) => {
    if (!timeline.extent) return null;
    timeline.player.pause();
    const left = chart.getBoundingClientRect().left;
    const dayAt = ({ clientX }) => clamp(Math.floor(timeline.scale.day(clientX - left)), ...timeline.view);
    const [first, last] = timeline.ends();
    const [low, high] = timeline.view;
    const start = dayAt(event);
    const inside = start >= first && start <= last && (first > low || last < high);
    pressed = { day: start, moved: false, inside };
    return (now) => {
      if (!pressed.moved && Math.abs(now.clientX - event.clientX) < STILL) return;
      pressed.moved = true;
      const day = dayAt(now);
      if (inside) timeline.moveWindow(first, last, Math.round((now.clientX - event.clientX) / timeline.scale.perDay));
      else timeline.move(Math.min(start, day), Math.max(start, day));
    };
  };
  onDrag(chart, begin, () => {
    const [first, last] = timeline.ends();
    if (!pressed.moved && !pressed.inside && (pressed.day < first || pressed.day > last)) {
      if (pressed.day < first) timeline.move(pressed.day, last);
      else timeline.move(first, pressed.day);
    }
    timeline.rest();
  });
}
