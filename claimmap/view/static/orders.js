// Claims in the order of their days, so that a range's end that moves meets only those it passes.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const BASES = {
    event: ["event_first", "event_last"],
    statement: ["statement_first", "statement_last"],
    published: ["published", "published"],
  };

  // Fields of the filter that leave few claims of many: each claim has one code of each.
  const BY_NAME = ["source", "outlet"];

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
  claimmap.countingOrder = (keys, count, indices) => inOrder(keys, starts(keys, count), indices);

  /** Where each key's indices begin in the order of the keys, and at last where all end. */
  function starts(keys, count) {
    const at = new Uint32Array(count + 1);
    for (let index = 0; index < keys.length; index += 1) at[keys[index] + 1] += 1;
    for (let key = 0; key < count; key += 1) at[key + 1] += at[key];
    return at;
  }

  /** next: where each key's indices begin; it is used up. */
  function inOrder(keys, next, indices) {
    const order = new Uint32Array(keys.length);
    for (let at = 0; at < keys.length; at += 1) {
      const index = indices ? indices[at] : at;
      order[next[keys[index]]++] = index;
    }
    return order;
  }

  /**
   * {order, at}: the indices in the order of their keys, those of a key from order[at[key]] to before
   * order[at[key + 1]].
   */
  claimmap.byKey = (keys, count) => {
    const at = starts(keys, count);
    return { order: inOrder(keys, at.slice()), at };
  };

  /**
   * The claims of one basis by their days; kept for the basis last asked for.
   *
   * Returns {basis, first, last, low, top, undated, begins, ends, daily}. first and last: the columns;
   * low and top: the first and last day that any claim has, 0 without one. undated: the claims that have
   * no day. begins and ends: {order, at}, the others by first and last day, order[at[day]] being the
   * first that begins (ends) on the day or later; an open start counts as day 0, an open end as day
   * top + 1. daily: `perDay` of all claims.
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
    const orders = {
      basis, first, last, low, top,
      undated: Uint32Array.from(undated),
      begins: claimmap.byKey(beginDays, top + 3),
      ends: claimmap.byKey(endDays, top + 3),
    };
    orders.daily = daily(orders);
    return orders;
  }

  /** `perDay` of all claims, which their orders tell. */
  function daily({ low, top, begins, ends }) {
    const length = top ? top - low + 1 : 0;
    const on = ({ at }, day) => at[day + 1] - at[day];
    const count = (order, open, end) => {
      const days = Uint32Array.from({ length }, (_, day) => on(order, low + day));
      if (length) days[end] += on(order, open);
      return days;
    };
    return { begins: count(begins, 0, 0), ends: count(ends, top + 1, length - 1) };
  }

  /** {begins, ends}: how many of these claims begin and end on each day from `low` to `top`. */
  claimmap.perDay = ({ first, last, low, top }, claims, passes) => {
    const length = top ? top - low + 1 : 0;
    const begins = new Uint32Array(length);
    const ends = new Uint32Array(length);
    for (const claim of claims) {
      const [from, to] = [first[claim], last[claim]];
      if ((passes && !passes[claim]) || (!from && !to)) continue;
      begins[from ? from - low : 0] += 1;
      ends[to ? to - low : length - 1] += 1;
    }
    return { begins, ends };
  };

  /** All claims, as a list of their indices; made once. */
  claimmap.everyClaim = (columns) => {
    if (!columns.everyClaim) {
      columns.everyClaim = new Uint32Array(columns.claims);
      for (let claim = 0; claim < columns.claims; claim += 1) columns.everyClaim[claim] = claim;
    }
    return columns.everyClaim;
  };

  /** The claims that a filter may leave, the shortest list of them that is known. */
  claimmap.claimsAmong = (columns, filter) => {
    const lists = BY_NAME.filter((name) => filter[name])
      .map((name) => claimsOf(columns, name, filter[name]));
    return [claimmap.everyClaim(columns), ...lists].reduce((a, b) => (b.length < a.length ? b : a));
  };

  /** The claims of the codes that are flagged in a field of the columns. */
  function claimsOf(columns, name, flags) {
    const { order, at } = claimmap.claimsBy(columns, name);
    const lists = Array.from(flags.keys()).filter((code) => flags[code])
      .map((code) => order.subarray(at[code], at[code + 1]));
    if (lists.length === 1) return lists[0];
    const found = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
    let next = 0;
    for (const list of lists) {
      found.set(list, next);
      next += list.length;
    }
    return found;
  }

  /** The claims by a field's codes, as `byKey` gives them; made once. */
  claimmap.claimsBy = (columns, name) => {
    columns.claimsBy ||= {};
    columns.claimsBy[name] ||= claimmap.byKey(columns[name], columns[`${name}s`].length);
    return columns.claimsBy[name];
  };

  Object.assign(claimmap, { BASES });
})();
