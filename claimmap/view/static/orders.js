// Claims in the order of their days, so that a range's end that moves meets only those it passes.
"use strict";
window.claimmap = window.claimmap || {};

(() => {
  const BASES = {
    event: ["event_first", "event_last"],
    statement: ["statement_first", "statement_last"],
    published: ["published", "published"],
  };

  claimmap.largest = (values) => {
    let most = 0;
    for (let at = 0; at < values.length; at += 1) if (values[at] > most) most = values[at];
    return most;
  };

  /**
   * The indices (or those given) in the order of their keys, equal keys in the order they came in.
   *
   * keys: whole numbers from 0 to below `count`.
   */
  claimmap.countingOrder = (keys, count, indices) => {
    const next = new Uint32Array(count + 1);
    for (let at = 0; at < keys.length; at += 1) next[keys[at] + 1] += 1;
    for (let key = 0; key < count; key += 1) next[key + 1] += next[key];
    const order = new Uint32Array(keys.length);
    for (let at = 0; at < keys.length; at += 1) {
      const index = indices ? indices[at] : at;
      order[next[keys[index]]++] = index;
    }
    return order;
  };

  /**
   * The claims of one basis by their days; kept for the basis last asked for.
   *
   * Returns {basis, first, last, low, top, undated, begins, ends}. first and last: the columns; low and
   * top: the first and last day that any claim has, 0 without one. undated: the claims that have no day.
   * begins and ends: {order, at}, the others by first and last day, order[at[day]] being the first that
   * begins (ends) on the day or later; an open start counts as day 0, an open end as day top + 1.
   */
  claimmap.dayOrders = (columns, basis) => {
    if (!columns.orders || columns.orders.basis !== basis) columns.orders = makeOrders(columns, basis);
    return columns.orders;
  };

  function makeOrders(columns, basis) {
    const [first, last] = BASES[basis].map((name) => columns[name]);
    const top = Math.max(claimmap.largest(first), claimmap.largest(last));
    let low = top;
    const undated = [];
    const beginDays = new Uint32Array(columns.claims);
    const endDays = new Uint32Array(columns.claims);
    for (let claim = 0; claim < columns.claims; claim += 1) {
      const [from, to] = [first[claim], last[claim]];
      if (from && from < low) low = from;
      if (to && to < low) low = to;
      beginDays[claim] = from;
      endDays[claim] = to || top + 1;
      if (from || to) continue;
      // Behind every day that a range can have: no move of an end ever comes by it.
      beginDays[claim] = endDays[claim] = top + 2;
      undated.push(claim);
    }
    return {
      basis, first, last, low, top,
      undated: Uint32Array.from(undated),
      begins: byDay(beginDays, top),
      ends: byDay(endDays, top),
    };
  }

  function byDay(days, top) {
    const at = new Uint32Array(top + 3);
    for (let claim = 0; claim < days.length; claim += 1) at[days[claim]] += 1;
    let before = 0;
    for (let day = 0; day < at.length; day += 1) {
      before += at[day];
      at[day] = before - at[day];
    }
    return { order: claimmap.countingOrder(days, top + 3), at };
  }

  Object.assign(claimmap, { BASES });
})();
