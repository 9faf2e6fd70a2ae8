// How much of a place's claims lies in the range: a claim of a month is not forced on a day.
//
// A claim whose interval has L days weighs, in a range, the share of these days that the range holds
// (docs/map.md says why). Up to a day t it has had min(max(t - first + 1, 0), L) / L of them, so a
// place's sum up to t is done + t * slope - offset, where a claim that is begun and not ended adds
// 1 / L to slope and (first - 1) / L to offset, and one that is ended adds 1 to done. The sum in a range
// is that up to its last day less that up to the day before its first, and moving either end
// touches only the claims that begin or end in between.
"use strict";
globalThis.claimmap ??= {};

(() => {
  /**
   * The claims of more than one day, and where their intervals are taken to begin and end; made once.
   *
   * An open end is taken at the report's own day where that lies on its side: "since August" is known
   * up to when it is told. Else it is the first or last day of all.
   */
  claimmap.longSpans = (columns, orders) => {
    orders.spans ||= findSpans(columns, orders);
    return orders.spans;
  };

  function findSpans(columns, { first, last, low, top }) {
    const isLong = new Uint8Array(columns.claims);
    let long = 0;
    for (let claim = 0; claim < columns.claims; claim += 1) {
      isLong[claim] = first[claim] === last[claim] ? 0 : 1;
      long += isLong[claim];
    }
    const [claims, from, to] = [0, 1, 2].map(() => new Uint32Array(long));
    for (let claim = 0, at = 0; claim < columns.claims; claim += 1) {
      if (!isLong[claim]) continue;
      claims[at] = claim;
      const told = columns.published[claim];
      const [begin, end] = [first[claim], last[claim]];
      from[at] = begin || (told && told <= end ? told : low);
      to[at] = end || (told >= begin ? told : top);
      // A report that gives its days the wrong way round still has both.
      if (to[at] < from[at]) [from[at], to[at]] = [to[at], from[at]];
      at += 1;
    }
    const latest = Math.max(top, claimmap.largest(to));
    const order = (days) => ({ days, order: claimmap.countingOrder(days, latest + 1) });
    return { claims, from, to, isLong, latest, begins: order(from), ends: order(to) };
  }

  /** The share of the long claims' days that has passed at each place, up to a day. */
  class Passed {
    constructor(softness) {
      this.softness = softness;
      this.day = 0;
      this.begun = 0;
      this.ended = 0;
      const { places } = softness.columns;
      [this.done, this.slope, this.offset] = [0, 1, 2].map(() => new Float64Array(places));
    }

    move(day) {
      const { begins, ends } = this.softness.spans;
      this.day = day;
      this.begun = this.run(begins, this.begun, this.open);
      this.ended = this.run(ends, this.ended, this.close);
    }

    /** Go on, or back, through the spans in order up to the day; returns how many are behind it. */
    run({ days, order }, position, visit) {
      let at = position;
      for (; at < order.length && days[order[at]] <= this.day; at += 1) visit.call(this, order[at], 1);
      for (; at > 0 && days[order[at - 1]] > this.day; at -= 1) visit.call(this, order[at - 1], -1);
      return at;
    }

    open(index, sign) {
      const { spans: { claims, from, to }, passes, start, place, flags } = this.softness;
      const claim = claims[index];
      if (!passes[claim]) return;
      const rate = sign / (to[index] - from[index] + 1);
      const { slope, offset } = this;
      for (let at = start[claim]; at < start[claim + 1]; at += 1) {
        if (!(flags[at] & claimmap.ONCE)) continue;
        slope[place[at]] += rate;
        offset[place[at]] += rate * (from[index] - 1);
      }
    }

    close(index, sign) {
      const { spans: { claims }, passes, start, place, flags } = this.softness;
      const claim = claims[index];
      if (!passes[claim]) return;
      this.open(index, -sign);
      for (let at = start[claim]; at < start[claim + 1]; at += 1) {
        if (flags[at] & claimmap.ONCE) this.done[place[at]] += sign;
      }
    }

    at(place) {
      return this.done[place] + this.day * this.slope[place] - this.offset[place];
    }
  }

  claimmap.Softness = class {
    constructor(columns, orders, passes) {
      this.columns = columns;
      this.spans = claimmap.longSpans(columns, orders);
      this.passes = passes;
      Object.assign(this, claimmap.linkTable(columns), { place: columns.link_place });
      this.upTo = new Passed(this);
      this.before = new Passed(this);
    }

    /** Take the range there: days of the columns, null where an end is open. */
    move({ first, last }) {
      const { latest } = this.spans;
      this.upTo.move(last === null ? latest : Math.max(0, Math.min(last, latest)));
      this.before.move(first === null ? 0 : Math.max(0, Math.min(first - 1, latest)));
    }

    /** The sum of the shares that a place's long claims have in the range. */
    inside(place) {
      return this.upTo.at(place) - this.before.at(place);
    }
  };
})();
