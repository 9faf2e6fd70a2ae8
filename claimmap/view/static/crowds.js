// Which places are drawn as one, for a zoom: fixed while the range moves, so that nothing regroups.
"use strict";
globalThis.claimmap ??= {};

(() => {
  // More areas than this, and those that are smaller than WIDE pixels at the zoom join the towns.
  const MANY = 40;
  const WIDE = 110;

  /**
   * The groups of places at a scale, each to be one mark.
   *
   * world: each place's point on the flat world. ever: its claims on all days that pass the rest of the
   * filter; what the range leaves is never more, so circles that keep apart by these always do. width:
   * gives an area's width in pixels. Returns {groups, groupOf, count, crowded, areas}: groups are lists
   * of places, each beginning with the one where its mark stands; groupOf[place] is its group, or for
   * what is in none the number `count - 1`; areas: the places that are drawn as areas of their own.
   */
  claimmap.arrange = (columns, world, ever, scale, radius, width) => {
    const town = columns.kinds.indexOf("city");
    const towns = [];
    const wide = [];
    const found = Array.from(columns.place_kind.keys()).filter((index) => ever[index]);
    const areas = found.filter((index) => columns.place_kind[index] !== town);
    const joins = (index) => columns.place_kind[index] === town ||
      (areas.length > MANY && width(index) < WIDE);
    for (const index of found) {
      const [x, y] = world[index];
      if (joins(index)) towns.push({ index, x: x * scale, y: y * scale, count: ever[index] });
      else wide.push(index);
    }
    const { groups, crowded } = claimmap.groupTowns(towns, radius);
    const groupOf = new Uint32Array(columns.places).fill(groups.length);
    groups.forEach((group, at) => {
      // Where it stands is kept free for it: the town there comes first, whatever joined it.
      const first = ({ index }) => Number(index === group.index);
      group.members.sort((a, b) => first(b) - first(a) || b.count - a.count || a.index - b.index);
      for (const { index } of group.members) groupOf[index] = at;
    });
    const lists = groups.map(({ members }) => Uint32Array.from(members, ({ index }) => index));
    return { groups: lists, groupOf, count: groups.length + 1, crowded, areas: wide };
  };
})();
