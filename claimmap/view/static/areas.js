// How what is no town looks: regions, countries, waters and areas that have no border of their own.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const ROUND = Math.PI * 2;
  // An area of several countries is hatched as they are: tinted it would drown the map. In squares
  // of one pixel of the world at zoom 0; France has some fifty.
  const WIDE = 60;
  const QUIET = [1, 3];
  const ROUGH = [5, 4];

  Object.assign(claimmap.Paint.prototype, {
    /**
     * A region (tinted, solid outline), a country (hatched), an area whose extent is only roughly
     * that (dashed outline), or a mere container (dotted outline).
     */
    shape({ shape, kind, quiet }) {
      const { context, view, colours } = this;
      const country = kind === "country";
      const hatched = country || shape.area > WIDE;
      claimmap.onWorld(context, view, (inSight) => {
        if (!inSight(shape.box)) return;
        if (!quiet) {
          context.fillStyle = hatched && !shape.water ? this.hatch() : colours.area;
          this.ground(shape);
        }
        const line = country ? colours.faint : colours.outline;
        context.strokeStyle = quiet ? colours.quiet : line;
        context.lineWidth = (quiet || country ? 1 : 1.6) / view.scale;
        const dashes = shape.rough ? ROUGH : [];
        context.setLineDash((quiet ? QUIET : dashes).map((length) => length / view.scale));
        this.edge(shape);
        context.setLineDash([]);
      });
    },

    /** Fill a shape; of a sea the water within its outline. */
    ground(shape) {
      const { context } = this;
      if (!shape.water) {
        context.fill(shape.path);
        return;
      }
      context.save();
      context.clip(shape.path);
      context.fill(shape.water, "evenodd");
      context.restore();
    },

    /** Stroke a shape; of a sea the coasts, and its limit on open water. */
    edge(shape) {
      const { context } = this;
      if (!shape.water) {
        context.stroke(shape.outline);
        return;
      }
      for (const [clip, line] of [[shape.path, shape.coasts], [shape.water, shape.outline]]) {
        context.save();
        context.clip(clip, "evenodd");
        context.stroke(line);
        context.restore();
      }
    },

    /** Diagonal lines, of the same width at every zoom. */
    hatch() {
      const tile = document.createElement("canvas");
      tile.width = tile.height = 18;
      const pen = tile.getContext("2d");
      pen.strokeStyle = this.colours.hatch;
      pen.lineWidth = 2;
      pen.beginPath();
      for (const shift of [-18, 0, 18]) {
        pen.moveTo(shift - 2, 20);
        pen.lineTo(shift + 20, -2);
      }
      pen.stroke();
      const pattern = this.context.createPattern(tile, "repeat");
      const size = 1 / (this.view.scale * 2);
      pattern.setTransform(new DOMMatrix([size, 0, 0, size, 0, 0]));
      return pattern;
    },

    /** An area that the map has no shape of: a disc as wide as it reaches, seen through. */
    ring(x, y, radius, quiet) {
      const { context, colours } = this;
      context.beginPath();
      context.arc(x, y, radius, 0, ROUND);
      if (!quiet) {
        context.fillStyle = colours.area;
        context.fill();
      }
      context.strokeStyle = quiet ? colours.quiet : colours.outline;
      context.lineWidth = quiet ? 1 : 1.6;
      context.setLineDash(quiet ? QUIET : ROUGH);
      context.stroke();
      context.setLineDash([]);
    },
  });
})();
