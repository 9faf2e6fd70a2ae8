// The claims' layer: towns as circles, regions and countries as areas, never a dot.
"use strict";
window.claimmap = window.claimmap || {};

(() => {
  // The Earth's equator in metres over the pixels of the flat world at zoom 0.
  const METRES = 40075016.686 / claimmap.WORLD;
  const NAMED = 300;
  // Where else an area's number may stand when its own point is taken: pixels right and down.
  const AROUND = [[0, -1], [0, 1], [-1.2, 0], [1.2, 0], [-0.9, -0.9], [0.9, -0.9], [-0.9, 0.9],
    [0.9, 0.9]];
  const NEARBY = [[0, 0], ...[22, 44, 66, 88].flatMap((far) =>
    AROUND.map(([right, down]) => [right * far, down * far]))];

  /** Run `visit(place index)` for each place that has a claim shown; returns how many. */
  function each(tally, visit) {
    let places = 0;
    for (let index = 0; index < tally.counts.length; index += 1) {
      if (!tally.counts[index]) continue;
      places += 1;
      visit(index);
    }
    return places;
  }

  claimmap.ClaimLayer = claimmap.Sheet.extend({
    initialize(basemap) {
      claimmap.Sheet.prototype.initialize.call(this, {});
      this._basemap = basemap;
      this._basemap.on("shapes", () => this.redraw());
      this._marks = [];
      this._areas = [];
    },

    onAdd(map) {
      claimmap.Sheet.prototype.onAdd.call(this, map);
      this._pins = new claimmap.Pins(map, (mark) => this._choose(mark, true));
      map.on("click", this._clicked, this);
      map.on("mousemove", this._pointed, this);
    },

    /** Draw the claims of these columns from now on, none before `setTally`. */
    setColumns(columns) {
      this._columns = columns;
      this._world = Array.from(columns.place_id, (_, index) =>
        claimmap.project(columns.place_latitude[index], columns.place_longitude[index]));
      const all = claimmap.filterClaims(columns, claimmap.readFilter(columns, ""), null);
      let most = 0;
      for (const count of all.counts) if (count > most) most = count;
      this._radius = claimmap.radiusFor(most);
      this._tally = null;
    },

    /** Show what a filter left: `filterClaims`'s result. */
    setTally(tally) {
      this._tally = tally;
      this.redraw();
    },

    /** The bounds of all that a tally's claims are about, and without the countries; or null. */
    boundsOf(tally) {
      const all = [];
      const near = [];
      const { place_latitude: lat, place_longitude: lon } = this._columns;
      each(tally, (index) => {
        if (!tally.loud[index]) return;
        all.push([lat[index], lon[index]]);
        if (this._kind(index) !== "country") near.push([lat[index], lon[index]]);
      });
      if (!all.length) return null;
      return [L.latLngBounds(all), L.latLngBounds(near.length ? near : all)];
    },

    /** How an area without sharp borders is drawn, in words; "" for any other place. */
    roughly(index) {
      if (this._kind(index) === "city") return "";
      const shape = this._basemap.shape(this._columns.place_id[index]);
      if (shape) return shape.rough ? "It reaches roughly as far as is drawn." : "";
      const reach = this._tally.radius[index].toLocaleString("en");
      return `It is drawn as a ring of ${reach} km around its middle: it has no borders here.`;
    },

    _kind(index) {
      return this._columns.kinds[this._columns.place_kind[index]];
    },

    redraw() {
      claimmap.Sheet.prototype.redraw.call(this);
      if (this._map && this._tally) this.fire("drawn", { places: this._places });
    },

    draw(context, view) {
      this._marks = [];
      this._areas = [];
      if (!this._tally) return;
      const paint = new claimmap.Paint(context, view, claimmap.colours(this._map));
      const towns = [];
      const areas = [];
      this._places = each(this._tally, (index) => {
        const [x, y] = this._world[index];
        const mark = {
          index,
          x: x * view.scale,
          y: y * view.scale,
          count: this._tally.counts[index],
          quiet: !this._tally.loud[index],
          doubtful: !this._tally.firm[index],
          reach: this._pixels(index, view.scale),
          kind: this._kind(index),
          name: this._columns.names[index],
        };
        if (mark.kind === "city") towns.push(mark);
        else areas.push({ ...mark, shape: this._basemap.shape(this._columns.place_id[index]) });
      });
      this._drawAreas(paint, view, areas);
      this._drawTowns(paint, view, towns, areas);
      this._pins.offer(this._marks, this._bounds.min);
    },

    _pixels(index, scale) {
      const latitude = (this._columns.place_latitude[index] * Math.PI) / 180;
      return (this._tally.radius[index] * 1000 * scale) / (METRES * Math.cos(latitude));
    },

    _drawAreas(paint, view, areas) {
      const byArea = (a, b) => (b.shape ? b.shape.area : 0) - (a.shape ? a.shape.area : 0);
      for (const area of areas.sort(byArea)) {
        if (area.shape) paint.shape(area);
        for (const left of area.shape ? [] : view.copies) {
          paint.ring(area.x + left, area.y + view.top, Math.max(area.reach, 16), area.quiet);
        }
        this._areas.push(area);
      }
    },

    _drawTowns(paint, view, towns, areas) {
      const take = claimmap.freeSpace();
      const groups = claimmap.groupTowns(towns, this._radius);
      const named = [];
      for (const left of view.copies) {
        const inSight = (mark) => {
          const [x, y] = [mark.x + left, mark.y + view.top];
          // Where several copies of the world are in view, a mark is in the middle one alone:
          // what is drawn twice would be counted twice.
          if (Math.abs(x - view.size.x / 2) > (claimmap.WORLD * view.scale) / 2) return false;
          return x > -40 && y > -40 && x < view.size.x + 40 && y < view.size.y + 40;
        };
        // The smallest are painted last, so that none is hidden under a larger one.
        for (const group of groups.filter(inSight)) {
          const [x, y] = [group.x + left, group.y + view.top];
          const reach = Math.max(...group.members.map((town) => town.reach));
          if (reach > group.radius + 4) paint.reach(x, y, reach);
          const doubtful = group.members.every((town) => town.doubtful);
          paint.town(x, y, group.radius, group.count, group.members.length > 1, doubtful);
          take(x - group.radius, y - group.radius, group.radius * 2, group.radius * 2, true);
          const rest = group.members.length - 1;
          named.push({
            x, y, gap: group.radius, members: group.members, count: group.count, doubtful,
            text: group.members[0].name + (rest ? ` +${rest}` : ""),
          });
        }
        for (const area of areas.filter(inSight)) {
          named.push(this._badge(paint, take, area, area.x + left, area.y + view.top));
        }
      }
      named.sort((a, b) => Number(a.quiet || 0) - Number(b.quiet || 0) || b.count - a.count);
      for (const mark of named.slice(0, NAMED)) {
        const width = paint.width(mark.text, mark.quiet);
        const spot = claimmap.placeName(take, mark.x, mark.y, mark.gap, width);
        if (spot) paint.name(mark.text, spot.x, spot.y, mark.quiet);
        mark.label = spot && { ...spot, width };
      }
      this._marks = named;
      this._nameCountries(paint, take, areas);
    },

    _nameCountries(paint, take, areas) {
      const shapes = this._basemap.shapes();
      const claimed = new Set(areas.map((area) => area.shape));
      for (const shape of shapes ? shapes.countries : []) {
        if (!claimed.has(shape)) paint.country(take, shape);
      }
    },

    /** The number of an area, in a square where its point is or as near as there is room. */
    _badge(paint, take, area, x, y) {
      const { count, name: text, quiet, doubtful } = area;
      const mark = { members: [area], count, text, quiet, doubtful };
      if (quiet) return { ...mark, x, y, gap: 2 };
      const half = paint.badgeSize(count) / 2;
      const [east, south] = NEARBY.find(([right, down]) =>
        take(x + right - half, y + down - 9, half * 2, 18)) || NEARBY[0];
      if (Math.hypot(east, south) > 30) paint.leader(x, y, x + east, y + south);
      paint.badge(x + east, y + south, count, doubtful);
      return { ...mark, x: x + east, y: y + south, gap: half };
    },
  });
})();
