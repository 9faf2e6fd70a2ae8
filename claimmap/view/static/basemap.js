// The quiet map below: land, coasts, borders and the countries' names, drawn on a canvas.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const FILES = ["world.json", "detail.json", "areas.json"];
  const AREAS = 2;
  // From this zoom on the finer of the two files is drawn; the coarse one turns angular there.
  const FINE = 5.5;
  const REGIONS = 4;
  // Kind of line -> its colour, width and dashes in pixels.
  const LINES = {
    region_borders: ["region", 0.6, []],
    coasts: ["coast", 0.8, []],
    borders: ["border", 1, []],
    disputed: ["border", 1.1, [4, 3]],
  };

  /** A canvas as wide as the view and a margin, that moves and zooms with Leaflet's map. */
  claimmap.Sheet = L.Renderer.extend({
    options: { padding: 0.25 },

    _initContainer() {
      this._container = document.createElement("canvas");
      this._context = this._container.getContext("2d");
    },

    _destroyContainer() {
      this._container.remove();
      this._container = null;
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      const ratio = Math.min(window.devicePixelRatio || 1, 2);
      L.DomUtil.setPosition(this._container, this._bounds.min);
      this._container.width = Math.round(size.x * ratio);
      this._container.height = Math.round(size.y * ratio);
      this._container.style.width = `${size.x}px`;
      this._container.style.height = `${size.y}px`;
      this.redraw();
    },

    /** Draw anew, with the view as it is. */
    redraw() {
      if (!this._map || !this._bounds || this._map._animatingZoom) return;
      const size = this._bounds.getSize();
      this._context.setTransform(1, 0, 0, 1, 0, 0);
      this._context.clearRect(0, 0, this._container.width, this._container.height);
      this.draw(this._context, this.view(size));
    },

    /** How the flat world lies on the canvas: scale, the shift of each world copy in sight. */
    view(size) {
      const scale = 2 ** this._map.getZoom();
      const origin = this._map.getPixelOrigin().add(this._bounds.min);
      const width = claimmap.WORLD * scale;
      const copies = [];
      // One more on either side: a shape that crosses the antimeridian reaches into the next.
      const last = Math.floor((origin.x + size.x) / width) + 1;
      for (let copy = Math.floor(origin.x / width) - 1; copy <= last; copy += 1) {
        copies.push(copy * width - origin.x);
      }
      return { scale, copies, top: -origin.y, size, ratio: this._container.width / size.x };
    },
  });

  /** Run `paint` for each copy of the world in sight, in the world's own coordinates. */
  claimmap.onWorld = (context, view, paint) => {
    const { scale, ratio } = view;
    for (const left of view.copies) {
      context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * left, ratio * view.top);
      const sight = [
        -left / scale, -view.top / scale,
        (view.size.x - left) / scale, (view.size.y - view.top) / scale,
      ];
      paint(([x0, y0, x1, y1]) =>
        x0 <= sight[2] && x1 >= sight[0] && y0 <= sight[3] && y1 >= sight[1]);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
  };

  claimmap.Basemap = claimmap.Sheet.extend({
    onAdd(map) {
      this._files = FILES.map(() => null);
      this._asked = FILES.map(() => false);
      claimmap.Sheet.prototype.onAdd.call(this, map);
      this._load(0);
    },

    /** The shapes of the file that the present zoom asks for, or the other while that loads. */
    shapes() {
      const fine = this._map.getZoom() >= FINE;
      if (fine) this._load(1);
      return (fine && this._files[1]) || this._files[0];
    },

    /**
     * The shape of an area by its place id, undefined where the map has none.
     *
     * What is neither country nor region stands in a file of its own, asked for when first needed.
     */
    shape(id) {
      const shapes = this.shapes();
      const found = shapes && shapes.shape(id);
      if (found || !shapes) return found;
      this._load(AREAS);
      const shape = this._files[AREAS] && this._files[AREAS].shape(id);
      if (shape && shape.layer === "seas" && shape.land !== shapes) {
        claimmap.drain(shape, shapes);
        shape.land = shapes;
      }
      return shape;
    },

    async _load(index) {
      if (this._asked[index]) return;
      this._asked[index] = true;
      try {
        const answer = await fetch(`${claimmap.root}basemap/${FILES[index]}`);
        if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
        this._files[index] = claimmap.readShapes(await answer.json());
        this.redraw();
        this.fire("shapes");
      } catch (error) {
        // Claims are worth showing without borders; the message says that they are missing.
        this.fire("missing", { reason: String(error.message || error) });
      }
    },

    draw(context, view) {
      const colours = claimmap.colours(this._map);
      const shapes = this.shapes();
      if (!shapes) return;
      const zoom = this._map.getZoom();
      context.lineJoin = "round";
      claimmap.onWorld(context, view, (inSight) => {
        context.fillStyle = colours.land;
        for (const shape of shapes.countries) if (inSight(shape.box)) context.fill(shape.path);
        for (const line of shapes.lines) {
          const [colour, width, dash] = LINES[line.kind];
          if (!inSight(line.box) || (colour === "region" && zoom < REGIONS)) continue;
          context.lineWidth = width / view.scale;
          context.setLineDash(dash.map((length) => length / view.scale));
          context.strokeStyle = colours[colour];
          context.stroke(line.path);
        }
        context.setLineDash([]);
      });
    },
  });
})();
