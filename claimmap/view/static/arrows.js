// Movements as arrows: dashed while they are still to come, crossed where they are denied.
"use strict";
globalThis.claimmap ??= {};

(() => {
  // More arrows than these no eye can follow: those with most claims are drawn, and the legend says so.
  const DRAWN = 25;
  // Between marks nearer than this many pixels there is no room for an arrow.
  const NEAR = 34;
  const BEND = 0.18;
  const CLEAR = 12;
  const SAMPLES = 24;
  const TOUCH = 9;
  const WORDS = { solid: "Movement", dashed: "Movement to come", crossed: "Movement denied" };

  claimmap.LOOKS = WORDS;

  /** The curve of an arrow between two points: {from, bend, to, at(share), middle}. */
  function curve([x0, y0], [x1, y1]) {
    const far = Math.hypot(x1 - x0, y1 - y0);
    const bend = [(x0 + x1) / 2 + (y1 - y0) * BEND, (y0 + y1) / 2 - (x1 - x0) * BEND];
    const at = (t) => [[x0, bend[0], x1], [y0, bend[1], y1]]
      .map(([a, b, c]) => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c);
    const clear = CLEAR / far;
    return { from: at(clear), to: at(1 - clear), bend, far, at, middle: at(0.5) };
  }

  Object.assign(claimmap.Paint.prototype, {
    /** An arrow along a curve, with its number of claims at its middle where that is told. */
    arrow({ from, bend, to, at, middle: [x, y] }, look, count, told = true) {
      const { context, colours } = this;
      const width = Math.min(1.5 + Math.log2(count) * 0.3, 3);
      const [ax, ay] = at(0.9);
      const angle = Math.atan2(to[1] - ay, to[0] - ax);
      for (const [colour, extra] of [[colours.halo, 3], [colours.ink, 0]]) {
        context.strokeStyle = colour;
        context.lineWidth = width + extra;
        context.setLineDash(look === "dashed" ? [7, 5] : []);
        context.beginPath();
        context.moveTo(...from);
        context.quadraticCurveTo(...bend, ...to);
        context.stroke();
        context.setLineDash([]);
        context.beginPath();
        for (const turn of [2.6, 0, -2.6]) {
          const reach = turn ? 8 + width : 0;
          context.lineTo(to[0] + Math.cos(angle + turn) * reach, to[1] + Math.sin(angle + turn) * reach);
        }
        context.stroke();
        if (look === "crossed") this.cross(...at(0.3), 6);
      }
      if (told) this.name(claimmap.short(count), x + 5, y - 9, false);
    },

    cross(x, y, size) {
      const { context } = this;
      context.beginPath();
      for (const [a, b] of [[1, 1], [1, -1]]) {
        context.moveTo(x - a * size, y - b * size);
        context.lineTo(x + a * size, y + b * size);
      }
      context.stroke();
    },
  });

  claimmap.ClaimLayer.include({
    /** Draw the strongest movements in sight; returns their marks, the strongest last. */
    _drawArrows(paint, view) {
      const { movements, flows } = this._tally;
      const found = this._strongest(this._movementsInSight(view), flows);
      return found.reverse().map((flow) => {
        const count = flows[flow];
        const movement = {
          origin: movements.origin[flow], destination: movements.destination[flow],
          look: movements.look[flow],
        };
        const line = this._line(movement, view);
        paint.arrow(line, movement.look, count);
        const [x, y] = line.middle;
        const names = [movement.origin, movement.destination]
          .map((place) => this._columns.names[place]);
        return {
          movement, line, count, x, y, gap: TOUCH, share: 1, places: [],
          text: names.join(" to "), word: WORDS[movement.look].toLowerCase(),
        };
      });
    },

    /** Of the movements in sight those with most claims, these first; how many have any is noted. */
    _strongest(inSight, flows) {
      const best = [];
      let movements = 0;
      for (const flow of inSight) {
        const count = flows[flow];
        if (!count) continue;
        movements += 1;
        if (best.length === DRAWN && count <= flows[best[DRAWN - 1]]) continue;
        let at = best.length;
        while (at > 0 && flows[best[at - 1]] < count) at -= 1;
        best.splice(at, 0, flow);
        best.length = Math.min(best.length, DRAWN);
      }
      this._told = { arrows: best.length, movements };
      return best;
    },

    /** The movements in sight that have room for an arrow, found anew only where the view is another. */
    _movementsInSight(view) {
      const { movements } = this._tally;
      const key = [view.scale, view.top, view.copies[0], view.size.x, view.size.y].join();
      if (!this._sight || this._sight.key !== key || this._sight.movements !== movements) {
        const { origin, destination } = movements;
        const flows = Uint32Array.from(origin.keys()).filter((flow) =>
          this._isLong(origin[flow], destination[flow], view) &&
          this._copyOf(origin[flow], destination[flow], view) !== null);
        this._sight = { key, movements, flows };
      }
      return this._sight.flows;
    },

    /** Where on the canvas a copy of the world begins that has a movement's arrow in sight; or null. */
    _copyOf(origin, destination, view) {
      const from = this._world[origin];
      const x = from[0] + this._east(origin, destination) / 2;
      const y = (from[1] + this._world[destination][1]) / 2;
      for (const left of view.copies) {
        if (this._inSight(view, x * view.scale + left, y * view.scale + view.top)) return left;
      }
      return null;
    },

    /** How far east of its origin a movement's destination lies, the shorter way around the world. */
    _east(origin, destination) {
      const east = this._world[destination][0] - this._world[origin][0];
      return east - Math.round(east / claimmap.WORLD) * claimmap.WORLD;
    },

    /** Whether there is room for a movement's arrow. */
    _isLong(origin, destination, { scale }) {
      const east = this._east(origin, destination) * scale;
      const south = (this._world[destination][1] - this._world[origin][1]) * scale;
      return east * east + south * south >= NEAR * NEAR;
    },

    /** The arrow of a movement that is in sight. */
    _line({ origin, destination }, view) {
      const left = this._copyOf(origin, destination, view);
      const [x, y] = this._world[origin];
      const ends = [[x, y], [x + this._east(origin, destination), this._world[destination][1]]];
      return curve(...ends.map((end) => [end[0] * view.scale + left, end[1] * view.scale + view.top]));
    },

    /** The arrow under a point of the canvas, null where there is none. */
    _findArrow(point) {
      for (const mark of [...this._arrows].reverse()) {
        for (let at = 1; at < SAMPLES; at += 1) {
          const [x, y] = mark.line.at(at / SAMPLES);
          const step = Math.max(TOUCH, mark.line.far / SAMPLES);
          if (Math.hypot(x - point.x, y - point.y) <= Math.min(step, TOUCH * 1.4)) return mark;
        }
      }
      return null;
    },
  });
})();
