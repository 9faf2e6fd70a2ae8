// The two calls that Python's map makes: `start` once for the base, `show` at each filter.
"use strict";
window.claimmap = window.claimmap || {};

// Relative to the component's frame, so that any server.baseUrlPath works.
claimmap.root = "../../claimmap/";
claimmap.state = { shown: 0, places: 0, first: null, last: null };

(() => {
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

  /** Set up the base map, once. */
  claimmap.start = (leaflet) => {
    map = leaflet;
    map.setMinZoom(0.5).setMaxZoom(13);
    map.getContainer().classList.add("claimmap");
    map.getContainer().setAttribute("role", "region");
    map.getContainer().setAttribute("aria-label", "Map of the claims");
    basemap = new claimmap.Basemap();
    layer = new claimmap.ClaimLayer(basemap);
    popup = new claimmap.Popup(map, (place) => layer.roughly(place));
    basemap.addTo(map);
    layer.addTo(map);
    const drawLegend = claimmap.addLegend(map);
    basemap.on("missing", ({ reason }) => say(`The borders could not be loaded (${reason}).`));
    layer.on("drawn", ({ places }) => {
      claimmap.state.places = places;
      popup.describe(shown); // an area's shape may have come only now
      performance.mark("claimmap:drawn");
    });
    layer.on("chosen", ({ places, latlng, byKeyboard }) =>
      popup.open(columns, places, latlng, shown, byKeyboard));
    const redraw = () => {
      drawLegend();
      basemap.redraw();
      layer.redraw();
    };
    claimmap.followTheme(map, redraw, fit);
    claimmap.borrowFont(redraw);
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
})();
