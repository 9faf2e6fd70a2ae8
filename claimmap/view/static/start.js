// The two calls that Python's map makes: `start` once for the base, `show` at each filter.
"use strict";
window.claimmap = window.claimmap || {};

// Relative to the component's frame, so that any server.baseUrlPath works.
claimmap.root = "../../claimmap/";
claimmap.state = { shown: 0, places: 0, first: null, last: null };

(() => {
  const NAMES = [
    "land", "coast", "border", "region", "name", "mark", "mark-text", "halo", "ink", "area",
    "outline", "faint", "hatch", "quiet", "badge", "badge-text",
  ];
  const NEAREST = 6; // the zoom beyond which claims alone never take the map
  let map = null;
  let basemap = null;
  let layer = null;
  let popup = null;
  let columns = null;
  let digest = null;
  let asked = null;
  let turn = 0;
  let shown = null;
  let fitted = false;
  let colours = null;

  /** The colours of layer.css under the page's theme, by name in camel case. */
  claimmap.colours = (on) => {
    if (!colours) {
      const style = getComputedStyle(on.getContainer());
      colours = Object.fromEntries(NAMES.map((name) => [
        name.replace(/-(.)/, (_, letter) => letter.toUpperCase()),
        style.getPropertyValue(`--map-${name}`).trim(),
      ]));
    }
    return colours;
  };

  /** Set up the base map, once. */
  claimmap.start = (leaflet) => {
    map = leaflet;
    map.setMinZoom(0.5).setMaxZoom(13);
    map.getContainer().classList.add("claimmap");
    map.getContainer().setAttribute("role", "region");
    map.getContainer().setAttribute("aria-label", "Map of the claims");
    basemap = new claimmap.Basemap();
    layer = new claimmap.ClaimLayer(basemap);
    popup = new claimmap.Popup(map);
    basemap.addTo(map);
    layer.addTo(map);
    const drawLegend = claimmap.addLegend(map);
    basemap.on("missing", ({ reason }) => say(`The borders could not be loaded (${reason}).`));
    layer.on("drawn", ({ places }) => {
      claimmap.state.places = places;
      performance.mark("claimmap:drawn");
    });
    layer.on("chosen", ({ places, latlng, byKeyboard }) =>
      popup.open(columns, places, latlng, shown, byKeyboard));
    followTheme(drawLegend);
    borrowFont(() => {
      layer.redraw();
      drawLegend();
    });
    new ResizeObserver(() => {
      map.invalidateSize({ pan: false });
      fit();
    }).observe(map.getContainer());
  };

  /** Show the claims of the columns so named that pass the filter in `query` (a link's query). */
  claimmap.show = async (wanted, query) => {
    asked = [wanted, query];
    const mine = (turn += 1);
    try {
      await useColumns(wanted);
      const filter = claimmap.readFilter(columns, query);
      const bits = filter.text ? await matches(filter.text) : null;
      if (mine !== turn) return;
      say("");
      draw(filter, bits);
    } catch (error) {
      if (mine === turn) failed(error);
    }
  };

  async function useColumns(wanted) {
    if (wanted === digest) return;
    const answer = await fetch(`${claimmap.root}columns/${wanted}`);
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    const read = claimmap.readColumns(await answer.arrayBuffer());
    if (wanted !== asked[0]) return;
    columns = read;
    digest = wanted;
    columns.digest = answer.headers.get("X-Claimmap-Digest") || wanted;
    layer.setColumns(columns);
  }

  async function matches(text) {
    const query = new URLSearchParams({ text });
    const answer = await fetch(`${claimmap.root}matches/${columns.digest}?${query}`);
    // The store has changed in between: the next rerun brings its digest, and then this again.
    if (answer.status === 409) digest = null;
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  }

  function draw(filter, bits) {
    const tally = claimmap.filterClaims(columns, filter, bits);
    Object.assign(claimmap.state, { shown: tally.shown }, claimmap.shownRange(columns, filter));
    shown = tally;
    fit();
    layer.setTally(tally);
    popup.refresh(filter.query, columns, tally);
    if (!columns.claims) {
      say("No report has been read yet. Add one on the Reports page.");
    } else if (!tally.shown) {
      say("No claim passes the filter. Widen the dates or remove a filter in the sidebar.");
    } else if (!claimmap.state.places) {
      say("None of the claims shown has a place. They are listed below the map.");
    }
  }

  /** The first claims ever shown set the view, once it can be measured; then it is the reader's. */
  function fit() {
    const size = map.getSize();
    const styled = getComputedStyle(map.getContainer()).getPropertyValue("--map-water");
    const found = fitted || !shown || !styled || !size.x || !size.y ? null : layer.boundsOf(shown);
    if (!found) return;
    fitted = true;
    const [all, near] = found.map((bounds) => ({ bounds, ...roomFor(bounds) }));
    // A country's number far from the rest is not worth seeing all the rest much smaller.
    const { bounds, room } = near.zoom - all.zoom > 1 ? near : all;
    map.fitBounds(bounds, { ...room, maxZoom: NEAREST, animate: false });
  }

  /** {room, zoom}: paddings for marks and names, which keep them from under legend and buttons. */
  function roomFor(bounds) {
    const legend = map.getContainer().querySelector(".claimmap-legend");
    const [width, height] = [legend.offsetWidth, legend.offsetHeight];
    const [left, top, right, bottom] = map.getSize().x > 640 ? [90, 50, 120, 60] : [30, 90, 90, 60];
    const [above, beside] = [[left, height + bottom], [width + left, bottom]].map(([west, south]) => ({
      room: { paddingTopLeft: [west, top], paddingBottomRight: [right, south] },
      zoom: zoomFor(bounds, L.point(west + right, top + south)),
    }));
    return above.zoom >= beside.zoom ? above : beside;
  }

  function zoomFor(bounds, padding) {
    const left = map.getSize().subtract(padding);
    // Leaflet takes a room of less than nothing for endless room.
    return Math.min(left.x, left.y) < 1 ? 0 : Math.min(NEAREST, map.getBoundsZoom(bounds, false, padding));
  }

  function failed(error) {
    say(`The claims could not be loaded (${error.message}). Check that the server still runs.`, () =>
      claimmap.show(...asked));
  }

  function say(words, retry) {
    let box = map.getContainer().querySelector(".claimmap-message");
    if (!box) {
      box = claimmap.element("div", "message");
      box.setAttribute("role", "status");
      map.getContainer().append(box);
    }
    box.replaceChildren(words);
    box.hidden = !words;
    if (retry) {
      const again = claimmap.element("button", "more", "Try again");
      again.addEventListener("click", retry);
      box.append(again);
    }
  }

  /** Take light or dark from the page around the frame, now and whenever it changes. */
  function followTheme(drawLegend) {
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    let last = null;
    const look = () => {
      const dark = isDark(getComputedStyle(document.body).backgroundColor, system.matches);
      if (dark === last) return;
      last = dark;
      colours = null;
      map.getContainer().dataset.theme = dark ? "dark" : "light";
      drawLegend();
      basemap.redraw();
      layer.redraw();
    };
    // streamlit-component-lib paints the frame's body in the theme's background at each render.
    window.addEventListener("message", () => setTimeout(look, 50));
    system.addEventListener("change", look);
    document.querySelectorAll("link[rel=stylesheet]").forEach((link) =>
      link.addEventListener("load", () => {
        last = null;
        look();
        fit();
      }));
    look();
  }

  /** Write in the font of the page around the frame, where that page is ours to read. */
  async function borrowFont(then) {
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
  }

  function isDark(colour, otherwise) {
    const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) || []).map(Number);
    if (blue === undefined || !alpha) return otherwise;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
  }
})();
