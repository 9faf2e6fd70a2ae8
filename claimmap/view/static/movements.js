// Which claims tell of a movement: from the place of one role to that of another.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const DRAWN = { planned: "dashed", forecast: "dashed", denied: "crossed" };
  const LOOKS = ["solid", "dashed", "crossed"];

  /**
   * The movements that the claims tell of, made once.
   *
   * Returns {origin, destination, look, start, of}: the first three one a movement (two places, and
   * "solid", "dashed" where it is still to come or "crossed" where it is denied); of[start[claim]] to
   * of[start[claim + 1]] are a claim's movements, start null where no claim tells of any.
   */
  claimmap.movementTable = (columns) => {
    columns.movementTable = columns.movementTable || makeTable(columns);
    return columns.movementTable;
  };

  function makeTable(columns) {
    const [from, to] = ["origin", "destination"].map((name) => columns.roles.indexOf(name));
    const looks = columns.stances.map((stance) => LOOKS.indexOf(DRAWN[stance] || "solid"));
    const { start: links } = claimmap.linkTable(columns);
    const { link_place: place, link_role: role } = columns;
    const start = new Uint32Array(columns.claims + 1);
    const known = new Map();
    const found = { origin: [], destination: [], look: [], of: [] };
    for (let claim = 0; claim < columns.claims; claim += 1) {
      const end = links[claim + 1];
      for (let a = links[claim]; a < end; a += 1) {
        for (let b = links[claim]; role[a] === from && b < end; b += 1) {
          if (role[b] !== to || place[a] === place[b]) continue;
          const one = numberOf(known, found, place[a], place[b], looks[columns.stance[claim]]);
          if (found.of.indexOf(one, start[claim]) < 0) found.of.push(one);
        }
      }
      start[claim + 1] = found.of.length;
    }
    return {
      origin: Uint32Array.from(found.origin),
      destination: Uint32Array.from(found.destination),
      look: found.look.map((look) => LOOKS[look]),
      start: found.of.length ? start : null,
      of: Uint32Array.from(found.of),
    };
  }

  /** The number of a movement, a new one where it was not yet known. */
  function numberOf(known, found, origin, destination, look) {
    // Exact up to some 50 million places, where numbers stop being whole.
    const key = (origin * 2 ** 26 + destination) * LOOKS.length + look;
    if (!known.has(key)) {
      known.set(key, found.look.length);
      found.origin.push(origin);
      found.destination.push(destination);
      found.look.push(look);
    }
    return known.get(key);
  }
})();
