// Towns as circles, those that crowd as one, and the names of all marks.
"use strict";
globalThis.claimmap ??= {};

(() => {
  // The Earth's equator in metres over the pixels of the flat world at zoom 0.
  const METRES = 40075016.686 / claimmap.WORLD;
  const NAMED = 300;
  // Where marks crowd, names of the largest alone: more than these no eye can read.
  const NAMED_IN_CROWD = 60;
  // How far around a group of more towns than this its claims may lie is no ring's to tell.
  const RINGED = 12;

  claimmap.ClaimLayer.include({
    /** Draw the towns' groups in sight; returns their marks, those with most claims ever first. */
    _drawTowns(paint, view, take) {
      const found = [];
      const { groups } = this._arranged;
      for (let at = 0; at < groups.length; at += 1) {
        const count = this._tally.groups[at];
        if (!count) continue;
        const anchor = groups[at].find((place) => this._tally.counts[place]);
        const [x, y] = this._world[anchor];
        for (const left of view.copies) {
          const spot = [x * view.scale + left, y * view.scale + view.top];
          if (this._inSight(view, ...spot)) found.push(this._group(groups[at], count, spot, view.scale));
        }
      }
      // The smallest are painted last, so that none is hidden under a larger one.
      for (const mark of [...found].sort((a, b) => b.radius - a.radius)) this._drawTown(paint, mark);
      for (const { x, y, gap } of found) take(x - gap, y - gap, gap * 2, gap * 2, true);
      return found;
    },

    _group(group, count, [x, y], scale) {
      const places = Array.from(group.filter((place) => this._tally.counts[place]));
      const several = places.length > 1;
      const own = this._radius(count);
      const radius = several && this._arranged.crowded ? Math.max(own, claimmap.roomFor(count)) : own;
      const reach = places.length > RINGED ? 0
        : Math.max(...places.map((place) => this._reach(place, scale)));
      return { ...this._mark(places, count, scale), x, y, radius, gap: radius, reach, several };
    },

    _drawTown(paint, mark) {
      if (mark.reach > mark.radius + 4) paint.reach(mark.x, mark.y, mark.reach);
      paint.town(mark.x, mark.y, mark.radius, mark.count, mark);
      const side = mark.radius * 0.72 + 3;
      if (mark.disputed) paint.unequal(mark.x + side, mark.y - side);
    },

    /** How far from its point a place's claims may lie, in pixels. */
    _reach(place, scale) {
      const latitude = (this._columns.place_latitude[place] * Math.PI) / 180;
      return (this._tally.reach(place) * 1000 * scale) / (METRES * Math.cos(latitude));
    },

    _drawNames(paint, take) {
      const loudest = (a, b) => Number(a.quiet || 0) - Number(b.quiet || 0) || b.count - a.count;
      this._marks.sort(loudest);
      const named = this._arranged.crowded ? NAMED_IN_CROWD : NAMED;
      for (const mark of this._marks.slice(0, named)) {
        const width = paint.width(mark.text, mark.quiet);
        const spot = claimmap.placeName(take, mark.x, mark.y, mark.gap + claimmap.besideSign(mark),
          width);
        if (spot) paint.name(mark.text, spot.x, spot.y, mark.quiet);
        mark.label = spot && { ...spot, width };
      }
      const shapes = this._basemap.shapes();
      const claimed = new Set(this._areas.map((area) => area.shape));
      for (const shape of shapes ? shapes.countries : []) {
        if (!claimed.has(shape)) paint.country(take, shape);
      }
    },
  });
})();
