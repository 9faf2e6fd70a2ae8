// Where marks and their names go: towns that would overlap become one, names that would are left out.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const LARGEST = 26;
  const SMALLEST = 5;
  const STEP = 8;
  // Pixels that circles keep apart at least; those of more than CROWD towns keep the wider distance.
  const APART = 10;
  const CROWD = 250;
  const WIDE_APART = 48;

  /** A count in at most four signs: 950, 9500, 12k, 3M. */
  claimmap.short = (count) => {
    if (count < 10000) return String(count);
    return count < 1e6 ? `${Math.round(count / 1e3)}k` : `${Math.round(count / 1e6)}M`;
  };

  /** The radius of a circle that a count fits in. */
  claimmap.roomFor = (count) => (claimmap.short(count).length * 7 + 7) / 2;

  /** A claim count -> the radius in pixels of its circle: the area grows with the claims. */
  claimmap.radiusFor = (most) => {
    // Fixed by the most claims any place has unfiltered, so that filtering never rescales the rest.
    const step = Math.min(STEP, LARGEST / Math.sqrt(Math.max(most, 1)));
    return (count) => Math.min(Math.max(SMALLEST, step * Math.sqrt(count)), LARGEST * 1.4);
  };

  /**
   * Towns as the circles to draw: those that would cover each other are one, with summed claims.
   *
   * towns: [{index, x, y, count}] in pixels of one zoom. Returns {groups, crowded}: groups are [{index,
   * x, y, count, radius, members}], most claims first, members being the towns in it; crowded, whether
   * they keep the wider distance. Independent of what part is in view, so that panning never regroups.
   */
  claimmap.groupTowns = (towns, radius) => {
    let groups = group(towns, radius, APART, LARGEST);
    const crowded = towns.length > CROWD;
    if (crowded) groups = group(groups, radius, WIDE_APART, LARGEST);
    // A group is larger than the towns in it, and may cover the next one's number: join these too.
    for (let before = Infinity; groups.length < before; ) {
      before = groups.length;
      groups = group(groups, radius, 0, Infinity);
    }
    return { groups, crowded };
  };

  /** Towns or groups of them, those joined that stand too close; circles count up to `limit`. */
  function group(towns, radius, apart, limit) {
    const cell = Math.max(LARGEST * 2, apart);
    const cells = new Map();
    const groups = [];
    const ordered = [...towns].sort((a, b) => b.count - a.count || a.index - b.index);
    for (const town of ordered) {
      const column = Math.floor(town.x / cell);
      const row = Math.floor(town.y / cell);
      const own = radius(town.count);
      const members = town.members || [town];
      const near = nearest(cells, column, row, town, own, apart, limit);
      if (near) {
        for (const member of members) near.members.push(member);
        near.count += town.count;
        near.radius = radius(near.count);
        continue;
      }
      const { index, x, y, count } = town;
      const made = { index, x, y, count, radius: own, members: [...members] };
      groups.push(made);
      const key = cellKey(column, row);
      if (cells.has(key)) cells.get(key).push(made);
      else cells.set(key, [made]);
    }
    return groups.sort((a, b) => b.count - a.count);
  }

  function nearest(cells, column, row, town, own, apart, limit) {
    for (let x = column - 1; x <= column + 1; x += 1) {
      for (let y = row - 1; y <= row + 1; y += 1) {
        const there = cells.get(cellKey(x, y));
        for (let at = 0; there && at < there.length; at += 1) {
          const one = there[at];
          const east = one.x - town.x;
          const south = one.y - town.y;
          const covered = Math.max(apart, (Math.min(one.radius, limit) + own) * 0.65);
          if (east * east + south * south < covered * covered) return one;
        }
      }
    }
    return null;
  }

  function cellKey(column, row) {
    return column * 2 ** 22 + row;
  }

  /** A register of taken rectangles: `take(x, y, width, height)` is false where one overlaps. */
  claimmap.freeSpace = () => {
    const cell = 64;
    const cells = new Map();
    const each = (x, y, width, height, visit) => {
      for (let column = Math.floor(x / cell); column * cell < x + width; column += 1) {
        for (let row = Math.floor(y / cell); row * cell < y + height; row += 1) {
          const key = `${column},${row}`;
          if (!cells.has(key)) cells.set(key, []);
          if (visit(cells.get(key))) return true;
        }
      }
      return false;
    };
    return (x, y, width, height, force = false) => {
      const box = [x, y, x + width, y + height];
      const hits = (other) =>
        other[0] < box[2] && other[2] > box[0] && other[1] < box[3] && other[3] > box[1];
      if (!force && each(x, y, width, height, (list) => list.some(hits))) return false;
      each(x, y, width, height, (list) => void list.push(box));
      return true;
    };
  };

  /**
   * Where the name of a mark fits: right, left, above or below it; null where nowhere.
   *
   * Returns {x, y} of the text's left edge and middle. gap: from the mark's centre.
   */
  claimmap.placeName = (take, x, y, gap, width) => {
    const height = 15;
    const spots = [
      [x + gap + 4, y],
      [x - gap - 4 - width, y],
      [x - width / 2, y - gap - 10],
      [x - width / 2, y + gap + 10],
    ];
    const fits = spots.find(([left, mid]) => take(left, mid - height / 2, width, height));
    return fits ? { x: fits[0], y: fits[1] } : null;
  };
})();
