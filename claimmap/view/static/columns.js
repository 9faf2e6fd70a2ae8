// The claims as typed arrays, and the filter over them. The server's twins of this file are
// view/columns.py (the format) and view/filters.py (what passes); both must always agree.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const ARRAYS = {
    uint8: Uint8Array, uint16: Uint16Array, uint32: Uint32Array,
    int32: Int32Array, float32: Float32Array,
  };
  const DAY = 86400000;
  const CODED = ["source", "outlet", "stance"]; // fields of which each claim has one code

  /** The header of the columns with each array under its name, as view/columns.py describes. */
  function readColumns(buffer) {
    const length = new DataView(buffer).getUint32(0, true);
    const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
    const columns = { ...header, claims: 0, places: header.names.length };
    for (const [name, [type, offset, count]] of Object.entries(header.arrays)) {
      columns[name] = new ARRAYS[type](buffer, 4 + length + offset, count);
    }
    columns.claims = columns.stance.length;
    columns.start = Date.parse(`${header.origin}T00:00:00Z`);
    columns.indexOf = new Map(Array.from(columns.place_id, (id, index) => [id, index]));
    return columns;
  }

  /** The number that stands for an ISO day in the columns; null where there is no such day. */
  function dayNumber(columns, iso) {
    const time = /^\d{4}-\d{2}-\d{2}$/.test(iso || "") ? Date.parse(`${iso}T00:00:00Z`) : NaN;
    return Number.isNaN(time) ? null : Math.round((time - columns.start) / DAY) + 1;
  }

  /** The ISO day of a number of the columns; null for 0, which is no day. */
  function isoDay(columns, number) {
    return number ? new Date(columns.start + (number - 1) * DAY).toISOString().slice(0, 10) : null;
  }

  /** The filter in the query of a link, its names turned into flags over the columns' codes. */
  function readFilter(columns, query) {
    const asked = new URLSearchParams(query);
    const flags = (key, names) => {
      const wanted = new Set(asked.getAll(key));
      return wanted.size ? Uint8Array.from(names, (name) => (wanted.has(name) ? 1 : 0)) : null;
    };
    const day = (key) => dayNumber(columns, asked.get(key));
    return {
      query,
      first: day("from"),
      last: day("to"),
      from: day("from") === null ? null : asked.get("from"),
      to: day("to") === null ? null : asked.get("to"),
      basis: claimmap.BASES[asked.get("basis")] ? asked.get("basis") : "event",
      source: both(flags("source", columns.sources), grades(columns, asked.getAll("grade"))),
      outlet: flags("outlet", columns.outlets),
      stance: flags("stance", columns.stances),
      place: asked.has("place") ? flags("place", Array.from(columns.place_id, String)) : null,
      text: asked.get("text") || "",
    };
  }

  /** The sources of these grades as flags; null where none is asked for. */
  function grades(columns, wanted) {
    const given = new Map(columns.grades);
    return wanted.length
      ? Uint8Array.from(columns.sources, (_, at) => wanted.includes(given.get(at) || "ungraded"))
      : null;
  }

  /** What two lists of flags have in common; one that is null leaves out nothing. */
  function both(one, other) {
    return one && other ? one.map((flag, at) => flag & other[at]) : one || other;
  }

  /** A link's query with another range in it: ISO days, null where an end is open. */
  function withRange(query, { first, last }) {
    const changed = new URLSearchParams(query);
    for (const [key, day] of [["from", first], ["to", last]]) {
      if (day) changed.set(key, day);
      else changed.delete(key);
    }
    return changed.toString();
  }

  /**
   * Of the claims in `among`, which hold every field of the filter but the range: one element a claim.
   *
   * bits: one a claim, lowest first, set where the text matches; null where none is asked for.
   */
  function passing(columns, filter, bits, among) {
    const passes = new Uint8Array(columns.claims);
    if (!bits && among.length === passes.length) passes.fill(1);
    else for (const claim of among) passes[claim] = bits ? (bits[claim >> 3] >> (claim & 7)) & 1 : 1;
    for (const name of CODED) {
      const [flags, codes] = [filter[name], columns[name]];
      if (flags) for (const claim of among) passes[claim] &= flags[codes[claim]];
    }
    if (!filter.place) return passes;
    const { start } = claimmap.linkTable(columns);
    const place = columns.link_place;
    for (const claim of among) {
      let found = 0;
      for (let at = start[claim]; at < start[claim + 1]; at += 1) found |= filter.place[place[at]];
      passes[claim] &= found;
    }
    return passes;
  }

  /** Whether a filter leaves every claim, but for its range: see `passing`. */
  function passesAll(filter, bits) {
    return !bits && !filter.place && !CODED.some((name) => filter[name]);
  }

  /** The ISO days of a range, or where it is open those of all claims on its basis. */
  function shownRange(columns, { basis, from, to }) {
    const { low, top } = claimmap.dayOrders(columns, basis);
    return { first: from || isoDay(columns, low), last: to || isoDay(columns, top) };
  }

  Object.assign(claimmap, {
    readColumns, readFilter, dayNumber, isoDay, passing, passesAll, withRange, shownRange,
  });
})();
