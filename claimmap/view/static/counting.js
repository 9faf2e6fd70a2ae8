// How many claims the filter leaves at each place, kept up to date as the range moves.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const copy = (counted) => (typeof counted === "number" ? counted : counted.slice());

  const { ONCE, LOUD, FIRM, DISPUTED } = claimmap;
  const COUNTED = ["shown", "counts", "loud", "firm", "long", "disputed", "reaches", "flows"];

  /**
   * The claims that pass a filter, counted; `move` takes its range elsewhere.
   *
   * among: the claims that the filter may leave. isWhole: it leaves all but for its range. shown: how
   * many are. counts, loud, firm, one element a place: its claims, the times they name it as more than
   * the container of another place, the times they are placed there with more than doubt.
   * disputed: its claims in conflict with others, as far as these are known (disputes.js).
   * flows: claims of each movement (movements.js). groups: claims of each group (crowds.js).
   */
  claimmap.Tally = class {
    /** bits: one a claim, lowest first, set where the text matches; null where none is asked for. */
    constructor(columns, filter, bits) {
      this.columns = columns;
      this.orders = claimmap.dayOrders(columns, filter.basis);
      this.among = claimmap.claimsAmong(columns, filter);
      this.passes = claimmap.passing(columns, filter, bits, this.among);
      this.isWhole = claimmap.passesAll(filter, bits);
      this.table = claimmap.linkTable(columns);
      this.movements = claimmap.movementTable(columns);
      this.groupOf = null;
      columns.moving ||= new Uint32Array(columns.claims);
      this.moving = columns.moving; // of all tallies, one at a time
      this.softness = new claimmap.Softness(columns, this.orders, this.passes);
      this.range = this.within(filter.first, filter.last);
      if (!this.isWhole || this.range.ranged) this.count();
      else this.countWhole();
    }

    /** Count all claims on all days: once, and from then on what was counted is there. */
    countWhole() {
      const { orders } = this;
      if (!orders.counted) {
        this.count();
        orders.counted = Object.fromEntries(COUNTED.map((name) => [name, copy(this[name])]));
        return;
      }
      for (const name of COUNTED) this[name] = copy(orders.counted[name]);
    }

    /** A range (null: open) with its ends as days that the orders know: {first, last, low, high, ranged}. */
    within(first, last) {
      const { top } = this.orders;
      return {
        first,
        last,
        low: first === null ? 1 : Math.min(Math.max(first, 1), top + 1),
        high: last === null ? top : Math.max(0, Math.min(last, top)),
        ranged: first !== null || last !== null,
      };
    }

    /** Whether a claim is shown. */
    shows(claim) {
      if (!this.passes[claim]) return false;
      const { first, last } = this.orders;
      const { low, high, ranged } = this.range;
      if (!first[claim] && !last[claim]) return !ranged;
      return (!last[claim] || last[claim] >= low) && first[claim] <= high;
    }

    /** Count everything anew. */
    count() {
      const { places } = this.columns;
      this.shown = 0;
      this.counts = new Int32Array(places);
      this.loud = new Int32Array(places);
      this.firm = new Int32Array(places);
      this.long = new Int32Array(places);
      this.disputed = new Int32Array(places);
      this.reaches = new Int32Array(this.table.reach.km.length);
      this.flows = new Int32Array(this.movements.origin.length);
      if (this.groupOf) this.groups.fill(0);
      let found = 0;
      for (const claim of this.among) if (this.shows(claim)) this.moving[found++] = claim;
      this.add(found, 1);
      if (this.range.ranged) this.softness.move(this.range);
    }

    /** Show another range: days of the columns, null where an end is open. */
    move(first, last) {
      const { begins, ends, undated } = this.orders;
      const before = this.range;
      const after = this.within(first, last);
      this.range = after;
      const passed = [[begins, before.high, after.high], [ends, before.low, after.low]]
        .map(([{ at }, from, to]) => Math.abs(at[to] - at[from]));
      if (passed[0] + passed[1] > this.among.length / 2) {
        this.count();
        return;
      }
      if (before.ranged !== after.ranged) {
        const found = this.collect(undated, 0, undated.length, null, 0);
        this.add(found, after.ranged ? -1 : 1);
      }
      // First the later end with the earlier one where it was, then that: each claim moves once.
      this.sweep(begins, before.high + 1, after.high + 1, this.orders.last, before.low);
      this.sweep(ends, after.low, before.low, this.orders.first, after.high);
      if (after.ranged) this.softness.move(after);
    }

    /** Add the claims from one day to before another, or where that lies before take them out. */
    sweep({ order, at }, from, to, others, day) {
      const [begin, end] = [at[Math.min(from, to)], at[Math.max(from, to)]];
      this.add(this.collect(order, begin, end, others, day), to > from ? 1 : -1);
    }

    /**
     * Note which claims of an order pass and meet the range with their other end; returns how many.
     *
     * others: the days of that end, null where any passes; it is a first day where they are the basis's
     * first days, and must not lie behind `day`, or else a last day, and must not lie before it.
     */
    collect(order, begin, end, others, day) {
      const { passes, moving } = this;
      const isFirst = others === this.orders.first && order === this.orders.ends.order;
      let found = 0;
      for (let next = begin; next < end; next += 1) {
        const claim = order[next];
        if (!passes[claim]) continue;
        const other = others ? others[claim] : 0;
        if (other && (isFirst ? other > day : other < day)) continue;
        moving[found++] = claim;
      }
      return found;
    }

    /** Add the first so many of the claims noted to what is counted, or take them out (sign -1). */
    add(found, sign) {
      const { moving, counts, loud, firm, long, disputed, reaches, groupOf, groups, opens } = this;
      const { start, flags, reach: { of } } = this.table;
      const { isLong } = this.softness.spans;
      const place = this.columns.link_place;
      for (let next = 0; next < found; next += 1) {
        const claim = moving[next];
        const end = start[claim + 1];
        for (let at = start[claim]; at < end; at += 1) {
          const here = place[at];
          const flag = flags[at];
          reaches[of[at]] += sign;
          if (flag & ONCE) counts[here] += sign;
          if (flag & ONCE && isLong[claim]) long[here] += sign;
          if (flag & LOUD) loud[here] += sign;
          if (flag & FIRM) firm[here] += sign;
          if (flag & DISPUTED) disputed[here] += sign;
          if (groupOf && opens[at] & ONCE) groups[groupOf[here]] += sign;
        }
      }
      this.shown += sign * found;
      this.addFlows(found, sign);
    }

    addFlows(found, sign) {
      const { flows, moving, movements: { start, of } } = this;
      for (let next = 0; start && next < found; next += 1) {
        const end = start[moving[next] + 1];
        for (let at = start[moving[next]]; at < end; at += 1) flows[of[at]] += sign;
      }
    }

    /** Count groups of places too from now on, a claim once in each: groupOf[place] is its group. */
    setGroups(groupOf, groups) {
      const { start, flags, several } = this.table;
      const place = this.columns.link_place;
      this.groupOf = groupOf;
      this.groups = new Int32Array(groups);
      for (let at = 0; at < groupOf.length; at += 1) this.groups[groupOf[at]] += this.counts[at];
      // Links that are their claim's first in their group: all that count, but for a claim of several.
      this.opens = flags.slice();
      for (const claim of several) {
        for (let at = start[claim] + 1; at < start[claim + 1]; at += 1) {
          if (!(flags[at] & ONCE)) continue;
          const group = groupOf[place[at]];
          let before = start[claim];
          while (groupOf[place[before]] !== group) before += 1;
          if (before === at) continue;
          this.opens[at] = 0;
          if (this.shows(claim)) this.groups[group] -= 1;
        }
      }
    }
  };
})();
