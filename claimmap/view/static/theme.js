// The page's light or dark and its font, for a map that lives in a frame of its own.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const NAMES = [
    "land", "coast", "border", "region", "name", "mark", "mark-text", "halo", "ink", "area",
    "outline", "faint", "hatch", "quiet", "badge", "badge-text",
  ];
  let colours = null;

  /** The colours of layer.css under the page's theme, by name in camel case. */
  claimmap.colours = (on) => {
    colours ||= readColours(on);
    return colours;
  };

  function readColours(on) {
    const style = getComputedStyle(on.getContainer());
    return Object.fromEntries(NAMES.map((name) => [
      name.replace(/-(.)/, (_, letter) => letter.toUpperCase()),
      style.getPropertyValue(`--map-${name}`).trim(),
    ]));
  }

  /**
   * Take light or dark from the page around the frame, now and whenever it changes.
   *
   * redraw: called when the colours have become others; styled: called when a style sheet has come.
   */
  claimmap.followTheme = (map, redraw, styled) => {
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    let drawn = null;
    const look = () => {
      const dark = isDark(getComputedStyle(document.body).backgroundColor, system.matches);
      map.getContainer().dataset.theme = dark ? "dark" : "light";
      const now = readColours(map);
      // Before its style sheet has come there are none; and most messages change nothing.
      if (!now.land || Object.keys(now).every((name) => now[name] === drawn?.[name])) return;
      drawn = colours = now;
      redraw();
    };
    // streamlit-component-lib paints the frame's body in the theme's background at each render.
    window.addEventListener("message", () => setTimeout(look, 50));
    system.addEventListener("change", look);
    document.querySelectorAll("link[rel=stylesheet]").forEach((link) =>
      link.addEventListener("load", () => {
        look();
        styled();
      }));
    look();
  };

  /** Write in the font of the page around the frame, where that page is ours to read. */
  claimmap.borrowFont = async (then) => {
    const faces = [];
    try {
      for (const sheet of window.parent.document.styleSheets) {
        for (const rule of sheet.cssRules) {
          if (!(rule instanceof window.parent.CSSFontFaceRule)) continue;
          faces.push([rule.style, sheet.href || window.parent.document.baseURI]);
        }
      }
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return;
    }
    for (const [face, base] of faces) {
      const family = face.getPropertyValue("font-family").replace(/["']/g, "");
      const [, file] = /url\(["']?([^"')]+)/.exec(face.getPropertyValue("src")) || [];
      if (family !== claimmap.FAMILY || !file) continue;
      const source = `url("${new URL(file, base).href}")`;
      const style = face.getPropertyValue("font-style") || "normal";
      const weight = face.getPropertyValue("font-weight") || "normal";
      document.fonts.add(new FontFace(family, source, { style, weight }));
    }
    await document.fonts.load(`600 12px "${claimmap.FAMILY}"`);
    then();
  };

  function isDark(colour, otherwise) {
    const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) || []).map(Number);
    if (blue === undefined || !alpha) return otherwise;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
  }
})();
