// Regions, countries and other areas: their ground on a canvas below the marks, and their numbers.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const SMALLEST = 16;
  // An area smaller than this on the screen has its number alone: a speck of ground tells nothing.
  const SPECK = 14;
  // The ground of more areas than this is too slow to draw while the range moves: it waits so many
  // milliseconds for it to stand still.
  const MANY = 30;
  const WAIT = 150;
  // Where else an area's number may stand when its own point is taken: pixels right and down.
  const AROUND = [[0, -1], [0, 1], [-1.2, 0], [1.2, 0], [-0.9, -0.9], [0.9, -0.9], [-0.9, 0.9],
    [0.9, 0.9]];
  const NEARBY = [[0, 0], ...[22, 44, 66, 88].flatMap((far) =>
    AROUND.map(([right, down]) => [right * far, down * far]))];
  const bySize = (a, b) => (b.shape ? b.shape.area : 0) - (a.shape ? a.shape.area : 0);

  /** The areas' ground; drawn again only where other areas are to be seen. */
  claimmap.Ground = claimmap.Sheet.extend({
    initialize() {
      claimmap.Sheet.prototype.initialize.call(this, {});
      this._areas = [];
      this._drawn = "";
    },

    /** Show these areas. live: while the range moves, which ground does not hold up. */
    show(areas, live) {
      this._areas = areas;
      clearTimeout(this._waiting);
      if (live && areas.length > MANY) this._waiting = setTimeout(() => this._refresh(), WAIT);
      else this._refresh();
    },

    _refresh() {
      const look = ({ places, quiet, shape, reach }) =>
        `${places[0]}${quiet ? "q" : ""}${shape ? shape.land ? "w" : "s" : reach.toFixed(0)}`;
      const key = `${this._map.getZoom()} ${this._areas.map(look).join()}`;
      if (key !== this._drawn) this.redraw();
      this._drawn = key;
    },

    draw(context, view) {
      const paint = new claimmap.Paint(context, view, claimmap.colours(this._map));
      for (const area of this._areas) {
        if (area.shape && wide(area.shape, view.scale)) paint.shape(area);
        for (const left of area.shape ? [] : view.copies) {
          paint.ring(area.x + left, area.y + view.top, Math.max(area.reach, SMALLEST), area.quiet);
        }
      }
    },
  });

  function wide({ box }, scale) {
    return Math.max(box[2] - box[0], box[3] - box[1]) * scale > SPECK;
  }

  claimmap.ClaimLayer.include({
    /** The areas that have claims, the largest first. */
    _listAreas(scale) {
      return this._arranged.areas.filter((index) => this._tally.counts[index])
        .map((index) => this._area(index, scale)).sort(bySize);
    },

    /** How wide an area is in pixels of a scale. */
    _width(index, scale) {
      const shape = this._basemap.shape(this._columns.place_id[index]);
      if (!shape) return this._reach(index, scale) * 2;
      return Math.max(shape.box[2] - shape.box[0], shape.box[3] - shape.box[1]) * scale;
    },

    _area(index, scale) {
      const mark = this._mark([index], this._tally.counts[index], scale);
      return {
        ...mark,
        quiet: !this._tally.loud[index],
        reach: this._reach(index, scale),
        shape: this._basemap.shape(this._columns.place_id[index]),
      };
    },

    /** Draw the numbers of the areas in sight; returns their marks. */
    _drawBadges(paint, view, take) {
      const found = [];
      for (const area of [...this._areas].sort((a, b) => b.count - a.count)) {
        for (const left of view.copies) {
          const spot = [area.x + left, area.y + view.top];
          if (this._inSight(view, ...spot)) found.push(this._badge(paint, take, area, ...spot));
        }
      }
      return found;
    },

    /** The number of an area, in a square where its point is or as near as there is room. */
    _badge(paint, take, area, x, y) {
      if (area.quiet) return { ...area, x, y, gap: 2 };
      const half = paint.badgeSize(area.count) / 2;
      const [east, south] = NEARBY.find(([right, down]) =>
        take(x + right - half, y + down - 9, half * 2, 18)) || NEARBY[0];
      if (Math.hypot(east, south) > 30) paint.leader(x, y, x + east, y + south);
      paint.badge(x + east, y + south, area.count, area);
      if (area.disputed) paint.unequal(x + east + half + 3, y + south - 10);
      return { ...area, x: x + east, y: y + south, gap: half };
    },
  });
})();
