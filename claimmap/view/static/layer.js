// The claims' layer: towns as circles, regions and countries as areas, never a dot.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const REST = 200; // milliseconds without another drawing

  claimmap.ClaimLayer = claimmap.Sheet.extend({
    // Drawn at each frame while the range moves: little more than what is in view.
    options: { padding: 0.1 },

    initialize(basemap) {
      claimmap.Sheet.prototype.initialize.call(this, {});
      this._basemap = basemap;
      this._basemap.on("shapes", () => {
        this._sizes += 1;
        this.redraw();
      });
      this._sizes = 0; // how often areas have got other sizes
      this._ground = new claimmap.Ground();
      this._heat = new claimmap.Heat();
      this._arrows = [];
      this._marks = [];
      this._areas = [];
    },

    onAdd(map) {
      this._ground.addTo(map);
      claimmap.addHeatButton(map, (on) => this._glow(map, on));
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
      this._radius = claimmap.radiusFor(claimmap.mostClaims(columns));
      this._tally = null;
    },

    /** Show what a filter left: a Tally. live: while its range moves. */
    setTally(tally, live) {
      this._tally = tally;
      this._live = live;
      this.redraw();
      if (!live) this._pins.settle();
    },

    /** Switch the glow of the claims on or off; it lies below the marks. */
    _glow(map, on) {
      if (!on) {
        this._heat.remove();
        return;
      }
      this._heat.addTo(map);
      if (this._container) this._container.before(this._heat._container);
    },

    /** The bounds of all that a tally's claims are about, and without the countries; or null. */
    boundsOf(tally) {
      const { place_latitude: lat, place_longitude: lon } = this._columns;
      const around = (fits) => {
        let [south, west, north, east] = [Infinity, Infinity, -Infinity, -Infinity];
        for (let index = 0; index < lat.length; index += 1) {
          if (!tally.loud[index] || !fits(index)) continue;
          [south, north] = [Math.min(south, lat[index]), Math.max(north, lat[index])];
          [west, east] = [Math.min(west, lon[index]), Math.max(east, lon[index])];
        }
        return south <= north ? L.latLngBounds([south, west], [north, east]) : null;
      };
      const all = around(() => true);
      return all && [all, around((index) => this._kind(index) !== "country") || all];
    },

    /** How a place is drawn, in words, where that is not plain; "" where it is. */
    roughly(index) {
      const share = this._tally.counts[index] ? this._tally.share([index]) : 1;
      const faint = share < 1
        ? `Faint: the days shown hold ${Math.round(share * 100)}% of the time that its claims speak of.`
        : "";
      return [this._extent(index), faint].filter(Boolean).join(" ");
    },

    _extent(index) {
      if (this._kind(index) === "city") return "";
      const shape = this._basemap.shape(this._columns.place_id[index]);
      if (shape) return shape.rough ? "It reaches roughly as far as is drawn." : "";
      const reach = this._tally.reach(index).toLocaleString("en");
      return `It is drawn as a ring of ${reach} km around its middle: it has no borders here.`;
    },

    _kind(index) {
      return this._columns.kinds[this._columns.place_kind[index]];
    },

    redraw() {
      claimmap.Sheet.prototype.redraw.call(this);
      if (!this._map || !this._tally) return;
      this.fire("drawn", { places: this._tally.placed(), ...this._told });
      clearTimeout(this._resting);
      this._resting = setTimeout(() => this.fire("rested"), REST);
    },

    draw(context, view) {
      this._marks = [];
      this._areas = [];
      this._arrows = [];
      if (!this._tally) return;
      const { scale } = view;
      this._arrange(scale);
      const paint = new claimmap.Paint(context, view, claimmap.colours(this._map));
      const take = claimmap.freeSpace();
      this._areas = this._listAreas(scale);
      this._ground.show(this._areas, this._live);
      this._heat.show(this._tally, this._columns, this._world);
      this._arrows = this._drawArrows(paint, view);
      this._marks = [...this._drawTowns(paint, view, take), ...this._drawBadges(paint, view, take)];
      this._drawNames(paint, take);
      this._pins.offer([this._marks, [...this._arrows].reverse()], this._bounds.min);
    },

    /** Group a tally's places for a scale; its range may then move without any of it moving. */
    _arrange(scale) {
      const { _columns: columns, _tally: tally, _sizes: sizes } = this;
      this._arranged = tally.arranged;
      if (this._arranged?.scale === scale && this._arranged.sizes === sizes) return;
      const made = claimmap.arrange(columns, this._world, tally.ever(), scale, this._radius,
        (index) => this._width(index, scale));
      tally.setGroups(made.groupOf, made.count);
      this._arranged = tally.arranged = { ...made, scale, sizes };
    },

    /** What towns and areas have in common: some places as one mark. */
    _mark(places, count, scale) {
      const { _tally: tally, _columns: columns } = this;
      const [first] = places;
      const [x, y] = this._world[first];
      return {
        places, count, x: x * scale, y: y * scale,
        doubtful: places.every((place) => !tally.firm[place]),
        disputed: places.some((place) => tally.disputed[place]),
        share: tally.share(places),
        kind: this._kind(first),
        text: columns.names[first] + (places.length > 1 ? ` +${places.length - 1}` : ""),
      };
    },

    /** Whether a mark at a point of the canvas is drawn there. */
    _inSight(view, x, y) {
      // Where several copies of the world are in view, a mark is in the middle one alone: what is
      // drawn twice would be counted twice.
      if (Math.abs(x - view.size.x / 2) > (claimmap.WORLD * view.scale) / 2) return false;
      return x > -40 && y > -40 && x < view.size.x + 40 && y < view.size.y + 40;
    },
  });
})();
