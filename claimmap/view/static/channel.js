// The wire to the timeline, which is in the page around the frame: a range moves the map at once.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const SPARSE = 40000;

  /**
   * Hears the timeline of the same session, and tells it what there is to show.
   *
   * moved(): another range is to be shown, `live`. greeted(): a timeline is there and asks for what
   * there is. filtered(digest, query, turn): Python has told a filter. A turn counts up with each
   * thing done on the timeline: what Python sends at an earlier turn knows nothing of the range that
   * was chosen since, and that one stays.
   */
  claimmap.Channel = class {
    constructor(moved, greeted, filtered) {
      Object.assign(this, { moved, greeted, filtered });
      this.forget();
    }

    forget() {
      this.live = null;
      this.heard = 0;
    }

    /** Meet the timeline of the session so named; another name is another session. */
    join(token) {
      if (!token || token === this.token) return;
      if (this.pipe) this.pipe.close();
      this.forget();
      this.token = token;
      this.pipe = new BroadcastChannel(`claimmap-${token}`);
      this.pipe.onmessage = (event) => this.hear(event.data);
      this.tell({ kind: "hello" });
    }

    hear({ kind, digest, query, first, last, turn }) {
      if (kind === "hello") this.greeted();
      if (kind === "filter") this.filtered(digest, query, turn);
      if ((kind !== "range" && kind !== "rest") || turn < this.heard) return;
      this.heard = turn;
      this.live = { first, last };
      this.moved();
    }

    /** Python has sent a range at a turn: obey it, unless the timeline has moved on. */
    obey(turn) {
      if (turn >= this.heard) this.live = null;
    }

    tell(message) {
      if (this.pipe) this.pipe.postMessage(message);
    }
  };

  /** Run `work` once at the next frame, however often it is asked for until then. */
  claimmap.onceAFrame = (work) => {
    let waiting = false;
    return () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        work();
      });
    };
  };

  /**
   * How many claims begin and end on each day: all that have one, and those that pass the filter.
   *
   * The arrays' first element is the day `origin`. Where the claims span more than SPARSE days only
   * days on which one begins or ends are told, and `days` has their numbers; else it is null.
   */
  claimmap.daysMessage = (columns, { orders, passes, among, isWhole }) => {
    const { basis, low, top, daily: all } = orders;
    const passing = isWhole ? all : claimmap.perDay(orders, among, passes);
    const days = top - low >= SPARSE ? occurring(all) : null;
    const thin = ({ begins, ends }) => days
      ? { begins: days.map((day) => begins[day]), ends: days.map((day) => ends[day]) }
      : { begins, ends };
    const origin = claimmap.isoDay(columns, low);
    return { kind: "days", basis, origin, days, all: thin(all), passing: thin(passing) };
  };

  function occurring({ begins, ends }) {
    return Uint32Array.from(begins.keys()).filter((day) => begins[day] || ends[day]);
  }
})();
