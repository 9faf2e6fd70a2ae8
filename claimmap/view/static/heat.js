// How densely the claims lie, as a glow under the marks: where towns crowd, numbers alone tell little.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const CELL = 4; // pixels of the canvas for one of the glow
  const SPREAD = 3; // cells that each of three blurs reaches to either side
  const STRONGEST = 235;
  const LEAST = 0.08;

  /** A running mean along rows (step 1, line width) or columns (step width, line 1) of a grid. */
  function blur(grid, lines, length, line, step) {
    const row = new Float32Array(length);
    for (let at = 0; at < lines; at += 1) {
      const start = at * line;
      let sum = 0;
      for (let i = -SPREAD; i < length; i += 1) {
        if (i + SPREAD < length) sum += grid[start + (i + SPREAD) * step];
        if (i - SPREAD - 1 >= 0) sum -= grid[start + (i - SPREAD - 1) * step];
        if (i >= 0) row[i] = sum;
      }
      for (let i = 0; i < length; i += 1) grid[start + i * step] = row[i] / (2 * SPREAD + 1);
    }
  }

  claimmap.Heat = claimmap.Sheet.extend({
    initialize() {
      claimmap.Sheet.prototype.initialize.call(this, {});
      this._glow = document.createElement("canvas");
    },

    /** Show the claims of the towns: a tally, the columns, and each place's point on the flat world. */
    show(tally, columns, world) {
      Object.assign(this, { _tally: tally, _columns: columns, _world: world });
      if (this._map) this.redraw();
    },

    draw(context, view) {
      if (!this._tally) return;
      const [width, height] = [view.size.x, view.size.y].map((side) => Math.ceil(side / CELL));
      const grid = new Float32Array(width * height);
      this._gather(grid, width, height, view);
      for (let times = 0; times < 3; times += 1) {
        blur(grid, height, width, width, 1);
        blur(grid, width, height, 1, width);
      }
      this._paint(grid, width, height);
      context.setTransform(view.ratio * CELL, 0, 0, view.ratio * CELL, 0, 0);
      context.drawImage(this._glow, 0, 0);
    },

    _gather(grid, width, height, view) {
      const { place_kind: kind, kinds } = this._columns;
      const town = kinds.indexOf("city");
      this._tally.counts.forEach((count, place) => {
        if (!count || kind[place] !== town) return;
        const y = Math.floor((this._world[place][1] * view.scale + view.top) / CELL);
        for (const left of view.copies) {
          const x = Math.floor((this._world[place][0] * view.scale + left) / CELL);
          if (x >= 0 && y >= 0 && x < width && y < height) grid[y * width + x] += count;
        }
      });
    },

    _paint(grid, width, height) {
      Object.assign(this._glow, { width, height });
      const pen = this._glow.getContext("2d");
      pen.fillStyle = claimmap.colours(this._map).mark;
      pen.fillRect(0, 0, 1, 1);
      const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
      const image = pen.createImageData(width, height);
      let most = 0;
      for (const value of grid) if (value > most) most = value;
      grid.forEach((value, at) => {
        // A few towns have most claims: by the cube root it still shows where there are few.
        const strength = most ? Math.cbrt(value / most) : 0;
        image.data.set([red, green, blue, Math.max(0, strength - LEAST) * STRONGEST], at * 4);
      });
      pen.putImageData(image, 0, 0);
    },
  });

  /** Put the button for the glow on the map; `switched` is called at each press with whether it is on. */
  claimmap.addHeatButton = (map, switched) => {
    const button = claimmap.element("button", "toggle", "Heat");
    button.type = "button";
    button.title = "Show how densely the claims lie";
    let on = sessionStorage.getItem("claimmap-heat") === "on";
    const tell = () => {
      button.setAttribute("aria-pressed", String(on));
      sessionStorage.setItem("claimmap-heat", on ? "on" : "off");
      switched(on);
    };
    button.addEventListener("click", () => {
      on = !on;
      tell();
    });
    const corner = L.control({ position: "topright" });
    corner.onAdd = () => button;
    corner.addTo(map);
    L.DomEvent.disableClickPropagation(button);
    tell();
  };
})();
