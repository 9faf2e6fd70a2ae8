// The claims as typed arrays, and the filter over them. The server's twins of this file are
// view/columns.py (the format) and view/filters.py (what passes); both must always agree.
"use strict";
window.claimmap = window.claimmap || {};

(() => {
  const ARRAYS = {
    uint8: Uint8Array, uint16: Uint16Array, uint32: Uint32Array,
    int32: Int32Array, float32: Float32Array,
  };
  const BASES = {
    event: ["event_first", "event_last"],
    statement: ["statement_first", "statement_last"],
    published: ["published", "published"],
  };
  const DAY = 86400000;

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
    return {
      query,
      first: dayNumber(columns, asked.get("from")),
      last: dayNumber(columns, asked.get("to")),
      from: asked.get("from"),
      to: asked.get("to"),
      basis: BASES[asked.get("basis")] ? asked.get("basis") : "event",
      source: flags("source", columns.sources),
      outlet: flags("outlet", columns.outlets),
      stance: flags("stance", columns.stances),
      place: flags("place", Array.from(columns.place_id, String)),
      text: asked.get("text") || "",
    };
  }

  /**
   * How many claims pass, and how many of them each place has.
   *
   * bits: one a claim, lowest first, set where the text matches; null where no text is asked for.
   * Returns {shown, counts, loud, firm, radius}, all but the first one element a place: its claims,
   * the times they name it as more than the container of another place, the times they are placed
   * there with more than doubt, and the widest reach in km.
   */
  function filterClaims(columns, filter, bits) {
    const { links, link_place: place, link_role: role, link_radius: reach } = columns;
    const doubt = columns.link_doubt;
    const container = columns.roles.indexOf("container");
    const [firsts, lasts] = BASES[filter.basis].map((name) => columns[name]);
    const low = filter.first === null ? -Infinity : filter.first;
    const high = filter.last === null ? Infinity : filter.last;
    const ranged = filter.first !== null || filter.last !== null;
    const counts = new Uint32Array(columns.places);
    const loud = new Uint32Array(columns.places);
    const firm = new Uint32Array(columns.places);
    const radius = new Uint32Array(columns.places);
    let shown = 0;
    for (let claim = 0, link = 0, end = 0; claim < columns.claims; claim += 1, link = end) {
      end = link + links[claim];
      if (bits && !((bits[claim >> 3] >> (claim & 7)) & 1)) continue;
      if (filter.source && !filter.source[columns.source[claim]]) continue;
      if (filter.outlet && !filter.outlet[columns.outlet[claim]]) continue;
      if (filter.stance && !filter.stance[columns.stance[claim]]) continue;
      if (ranged) {
        const first = firsts[claim];
        const last = lasts[claim];
        if (!first && !last) continue;
        if ((last && last < low) || (first && first > high)) continue;
      }
      if (filter.place && !anyOf(filter.place, place, link, end)) continue;
      shown += 1;
      for (let at = link; at < end; at += 1) {
        const here = place[at];
        // A claim may name one place in two roles: it counts once there.
        if (!seenBefore(place, link, at)) counts[here] += 1;
        if (role[at] !== container) loud[here] += 1;
        if (!doubt[at]) firm[here] += 1;
        if (reach[at] > radius[here]) radius[here] = reach[at];
      }
    }
    return { shown, counts, loud, firm, radius };
  }

  function anyOf(flags, place, link, end) {
    for (let at = link; at < end; at += 1) if (flags[place[at]]) return true;
    return false;
  }

  function seenBefore(place, link, at) {
    for (let before = link; before < at; before += 1) {
      if (place[before] === place[at]) return true;
    }
    return false;
  }

  /** The ISO days of the filter's range, or where it is open those of all claims on its basis. */
  function shownRange(columns, filter) {
    const [low, high] = extent(columns, filter.basis);
    return {
      first: filter.first === null ? isoDay(columns, low) : filter.from,
      last: filter.last === null ? isoDay(columns, high) : filter.to,
    };
  }

  function extent(columns, basis) {
    columns.extents = columns.extents || {};
    if (!columns.extents[basis]) {
      let low = 0;
      let high = 0;
      for (const name of BASES[basis]) {
        for (const day of columns[name]) {
          if (day && (!low || day < low)) low = day;
          if (day > high) high = day;
        }
      }
      columns.extents[basis] = [low, high];
    }
    return columns.extents[basis];
  }

  Object.assign(claimmap, { readColumns, readFilter, filterClaims, shownRange });
})();
