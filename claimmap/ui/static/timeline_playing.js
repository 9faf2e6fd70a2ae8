/* Time that runs by itself: a window that moves, a range that grows, or one step after another. */
const REST_AT_THE_END = 900; // milliseconds before a loop begins anew
const SLOWLY = 1; // steps a second for those who asked for less motion
const KEPT = "claimmap-timeline";
const DEFAULTS = { mode: "window", step: "day", speed: 5, loop: false };

class Player {
  /*
   * timeline: what is played, by its `ends()`, `view`, `move(first, last)` and `rest()`.
   * settings: {mode: window | growing | step, step: a unit, speed: steps a second, loop}.
   */
  constructor(timeline, settings, changed) {
    this.timeline = timeline;
    this.settings = settings;
    this.changed = changed;
    this.calm = window.matchMedia("(prefers-reduced-motion: reduce)");
    this.frame = 0;
  }

  get playing() {
    return this.frame !== 0;
  }

  toggle() {
    if (this.playing) this.pause();
    else this.play();
  }

  play() {
    if (this.playing || !this.timeline.extent) return;
    this.begin();
    this.run();
    this.changed();
  }

  pause() {
    if (!this.playing) return;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.timeline.rest();
    this.changed();
  }

  /* Where playing starts: where the range stands, or at the view's first day when it is at its end. */
  begin() {
    const [low, high] = this.timeline.view;
    const [first, last] = this.timeline.ends();
    const inside = first >= low && first <= high && last < high;
    if (this.settings.mode === "growing") {
      const from = clamp(first, low, high);
      this.show(from, inside ? last : this.stepEnd(from));
    } else if (this.settings.mode === "step") {
      const from = inside ? first : low;
      this.show(from, this.stepEnd(from));
    } else {
      const whole = first <= low && last >= high;
      const width = whole ? Math.max(this.stepEnd(low) - low, Math.ceil((high - low) / 8)) : last - first;
      const from = inside ? first : low;
      this.show(from, from + width);
    }
  }

  run() {
    let before = null;
    let owed = 0; // the part of a step, or of a day, that has not been gone yet
    const next = (now) => {
      const seconds = before === null ? 0 : Math.min((now - before) / 1000, 0.25);
      before = now;
      const { mode, step, speed } = this.settings;
      const smooth = mode !== "step" && !this.calm.matches;
      const pace = this.calm.matches ? Math.min(speed, SLOWLY) : speed;
      owed += seconds * pace * (smooth ? LENGTHS[step] : 1);
      const whole = Math.floor(owed);
      owed -= whole;
      if (!whole || this.go(smooth ? "day" : step, whole)) this.frame = requestAnimationFrame(next);
      else this.finish();
    };
    this.frame = requestAnimationFrame(next);
  }

  /* Move on; false where the view's last day was reached before. */
  go(unit, count) {
    const [, high] = this.timeline.view;
    const [first, last] = this.timeline.ends();
    if (last >= high) return false;
    if (this.settings.mode === "growing") this.show(first, stepFrom(last, unit, count));
    else if (this.settings.mode === "window") {
      const to = Math.min(stepFrom(last, unit, count), high);
      this.show(first + to - last, to);
    } else {
      const from = Math.min(nextStep(first, unit, count), floorTo(high, [unit, 1]));
      this.show(from, this.stepEnd(from));
    }
    return true;
  }

  finish() {
    if (!this.settings.loop) {
      this.pause();
      return;
    }
    const waiting = performance.now() + REST_AT_THE_END;
    const wait = (now) => {
      if (now < waiting) {
        this.frame = requestAnimationFrame(wait);
        return;
      }
      this.begin();
      this.run();
    };
    this.frame = requestAnimationFrame(wait);
  }

  show(first, last) {
    this.timeline.move(first, Math.min(last, this.timeline.view[1]));
  }

  /* The last day of the step that `day` is in. */
  stepEnd(day) {
    return nextStep(day, this.settings.step, 1) - 1;
  }
}

/* The first day of the step that comes `count` after the one that `day` is in. */
function nextStep(day, unit, count) {
  return stepFrom(floorTo(day, [unit, 1]), unit, count);
}

/* How the reader last had it played in this tab, or the defaults. */
function readKept() {
  try {
    return { ...DEFAULTS, ...JSON.parse(sessionStorage.getItem(KEPT)) };
  } catch {
    return { ...DEFAULTS };
  }
}

function keep(settings) {
  try { sessionStorage.setItem(KEPT, JSON.stringify(settings)); } catch { /* A full or closed store. */ }
}
