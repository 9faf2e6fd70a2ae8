// How each class of place looks. Classes differ by form, never by colour alone.
"use strict";
globalThis.claimmap ??= {};

// Streamlit's own typeface; start.js borrows it from the page around the frame.
claimmap.FAMILY = "Source Sans";
claimmap.FONT = `"${claimmap.FAMILY}", system-ui, "Segoe UI", "Liberation Sans", sans-serif`;

(() => {
  const ROUND = Math.PI * 2;
  const DASHES = [4, 3];
  // How strong the faintest mark still is, and from which strength on its number is light on dark.
  const FAINTEST = 0.25;
  const STRONG = 0.7;

  // Text is slow to measure, and the same names are measured at each frame.
  const widths = new Map();
  claimmap.forgetWidths = () => widths.clear();

  /** Paints marks on a canvas in CSS pixels; colours come from layer.css. */
  claimmap.Paint = class {
    constructor(context, view, colours) {
      this.context = context;
      this.view = view;
      this.colours = colours;
      context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
      context.lineJoin = "round";
    }

    /** How far from a town the scene may lie: a dashed ring. */
    reach(x, y, radius) {
      this.disc(x, y, radius, "transparent", this.colours.outline, 1.2, [5, 4]);
    }

    /**
     * A town, or several drawn as one (a second line around it); hollow and dashed in doubt.
     *
     * share: of its claims' time what lies in the range; the less, the fainter within its line.
     */
    town(x, y, radius, count, { several = false, doubtful = false, share = 1 }) {
      const { mark, halo, markText, badgeText } = this.colours;
      const strength = FAINTEST + (1 - FAINTEST) * share;
      if (several) this.disc(x, y, radius + 4, halo, mark, 1.4);
      if (doubtful) this.disc(x, y, radius, halo, mark, 2, DASHES);
      else if (share === 1) this.disc(x, y, radius, mark, halo, 1.5);
      else this.faint(x, y, radius, strength);
      const dark = doubtful || strength < STRONG;
      if (radius * 2 >= claimmap.short(count).length * 7 + 6) {
        this.number(x, y, count, dark ? badgeText : markText);
      }
    }

    faint(x, y, radius, strength) {
      const { context, colours: { mark, halo } } = this;
      this.disc(x, y, radius, halo, halo, 1.5);
      context.globalAlpha = strength;
      this.disc(x, y, radius, mark, mark, 1);
      context.globalAlpha = 1;
      this.disc(x, y, radius, "transparent", mark, 1.5);
    }

    disc(x, y, radius, fill, line, width, dashes = []) {
      const { context } = this;
      context.beginPath();
      context.arc(x, y, radius, 0, ROUND);
      context.fillStyle = fill;
      context.fill();
      context.strokeStyle = line;
      context.lineWidth = width;
      context.setLineDash(dashes);
      context.stroke();
      context.setLineDash([]);
    }

    badgeSize(count) {
      return 12 + claimmap.short(count).length * 7;
    }

    /** From an area's point to its number, where that stands apart. */
    leader(x, y, toX, toY) {
      const { context, colours } = this;
      // A town's number may stand at the very point: the line begins beside it.
      const begin = 18 / Math.hypot(toX - x, toY - y);
      context.beginPath();
      context.moveTo(x + (toX - x) * begin, y + (toY - y) * begin);
      context.lineTo(toX, toY);
      context.strokeStyle = colours.ink;
      context.lineWidth = 1;
      context.stroke();
    }

    /** The number of an area's claims, in a square: no town. Dashed in doubt, faint as a town is. */
    badge(x, y, count, { doubtful = false, share = 1 }) {
      const { context, colours } = this;
      const width = this.badgeSize(count);
      context.beginPath();
      context.roundRect(x - width / 2, y - 9, width, 18, 4);
      context.fillStyle = colours.badge;
      context.fill();
      context.globalAlpha = FAINTEST + (1 - FAINTEST) * share;
      context.strokeStyle = colours.outline;
      context.lineWidth = 1.4;
      context.setLineDash(doubtful ? DASHES : []);
      context.stroke();
      context.setLineDash([]);
      context.globalAlpha = 1;
      this.number(x, y, count, colours.badgeText);
    }

    number(x, y, count, colour) {
      const { context } = this;
      context.font = `600 12px ${claimmap.FONT}`;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.fillStyle = colour;
      context.fillText(claimmap.short(count), x, y + 0.5);
    }

    width(text, quiet) {
      this.context.font = this.nameFont(quiet);
      return this.measured(text);
    }

    /** The width of a text in the font that is set. */
    measured(text) {
      const key = `${this.context.font}${text}`;
      if (widths.size > 5000) widths.clear();
      if (!widths.has(key)) widths.set(key, this.context.measureText(text).width);
      return widths.get(key);
    }

    name(text, x, y, quiet) {
      const { context, colours } = this;
      context.font = this.nameFont(quiet);
      context.textAlign = "left";
      context.textBaseline = "middle";
      context.strokeStyle = colours.halo;
      context.lineWidth = 3;
      context.strokeText(text, x, y);
      context.fillStyle = quiet ? colours.name : colours.ink;
      context.fillText(text, x, y);
    }

    /** A country's name on the quiet map below, if `take` has room for it. */
    country(take, shape) {
      const { context, view, colours } = this;
      const text = shape.name.toUpperCase();
      const room = shape.labelWidth * view.scale;
      if (!text || !shape.label || room < 40) return;
      context.font = `400 12px ${claimmap.FONT}`;
      context.letterSpacing = "0.08em";
      const width = this.measured(text);
      context.textAlign = "center";
      context.fillStyle = colours.name;
      for (const left of room < width * 1.15 ? [] : view.copies) {
        const x = shape.label[0] * view.scale + left;
        const y = shape.label[1] * view.scale + view.top;
        if (take(x - width / 2, y - 8, width, 16)) context.fillText(text, x, y);
      }
      context.letterSpacing = "0px";
    }

    nameFont(quiet) {
      return `${quiet ? "italic 400 12px" : "600 13px"} ${claimmap.FONT}`;
    }
  };
})();
