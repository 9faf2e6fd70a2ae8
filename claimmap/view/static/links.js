// What each claim adds to each place it names, laid out so that counting it is a few additions.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const ONCE = 1; // the claim's first mention of the place: it counts once there
  const LOUD = 2; // named as more than the container of another place
  const FIRM = 4; // placed there with more than doubt
  const DISPUTED = 8; // of a first mention: the claim is in conflict with others (see disputes.js)

  /**
   * The links of the columns, made once.
   *
   * Returns {start, flags, several, reach}: start[claim] to start[claim + 1] are a claim's links; flags,
   * one a link, of the bits above; several: the claims with more than one link; reach as `reachClasses`
   * gives it.
   */
  claimmap.linkTable = (columns) => {
    columns.linkTable = columns.linkTable || makeTable(columns);
    return columns.linkTable;
  };

  function makeTable(columns) {
    const { links, link_place: place, link_role: role, link_doubt: doubt } = columns;
    const container = columns.roles.indexOf("container");
    const start = new Uint32Array(columns.claims + 1);
    const flags = new Uint8Array(place.length);
    const several = new Uint32Array(columns.claims);
    let found = 0;
    for (let claim = 0; claim < columns.claims; claim += 1) {
      const begin = start[claim];
      const end = begin + links[claim];
      start[claim + 1] = end;
      if (end - begin > 1) several[found++] = claim;
      for (let at = begin; at < end; at += 1) {
        let before = begin;
        while (place[before] !== place[at]) before += 1;
        flags[at] = (before === at ? ONCE : 0) | (role[at] === container ? 0 : LOUD) |
          (doubt[at] ? 0 : FIRM);
      }
    }
    return { start, flags, several: several.slice(0, found), reach: reachClasses(columns) };
  }

  /**
   * The pairs of place and reach in km that occur, so that the widest reach stays exact when its
   * claim leaves: {of, km, first}, of[link] being its class, km[class] its reach, and the classes of
   * a place those from first[place] to first[place + 1], the widest first.
   */
  function reachClasses({ link_place: place, link_radius: radius, places }) {
    const narrow = claimmap.countingOrder(radius, claimmap.largest(radius) + 1);
    const ordered = claimmap.countingOrder(place, places, narrow.reverse());
    const of = new Uint32Array(place.length);
    const first = new Uint32Array(places + 1);
    const km = [];
    let here = -1;
    for (const link of ordered) {
      if (place[link] !== here || radius[link] !== km[km.length - 1]) {
        while (here < place[link]) first[here += 1] = km.length;
        km.push(radius[link]);
      }
      of[link] = km.length - 1;
    }
    first.fill(km.length, here + 1);
    return { of, km: Uint32Array.from(km), first };
  }

  /** The most claims that any place has, whatever the filter; counted once. */
  claimmap.mostClaims = (columns) => {
    columns.mostClaims ??= claimmap.largest(placeTotals(columns));
    return columns.mostClaims;
  };

  function placeTotals(columns) {
    const { flags } = claimmap.linkTable(columns);
    const counts = new Uint32Array(columns.places);
    for (let at = 0; at < flags.length; at += 1) {
      if (flags[at] & ONCE) counts[columns.link_place[at]] += 1;
    }
    return counts;
  }

  Object.assign(claimmap, { ONCE, LOUD, FIRM, DISPUTED });
})();
