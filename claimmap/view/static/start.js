// The two calls that Python's map makes: `start` for the base, and `join` for what it is to show.
"use strict";
globalThis.claimmap ??= {};

// Relative to the component's frame, so that any server.baseUrlPath works.
claimmap.root = "../../claimmap/";
claimmap.state = { shown: 0, places: 0, first: null, last: null };

(() => {
  const KEPT = 3;
  const PAUSE = 200; // so long the range stands still before an open popup reads its claims again
  let map = null;
  let layer = null;
  let popup = null;
  let link = null;
  let view = null;
  let channel = null;
  let columns = null;
  let digest = null;
  let asked = null;
  let turn = 0;
  let resting = 0;
  let waiting = false; // to be drawn, until the map can be measured
  let filter = null;
  let tally = null;
  let counted = null; // what of the filter `tally` counts: all but its range
  const kept = new Map(); // the same -> a tally: a filter is often taken back

  /** Set up the base map, once. */
  claimmap.start = (leaflet) => {
    map = leaflet;
    map.setMinZoom(0.5).setMaxZoom(13);
    map.getContainer().classList.add("claimmap");
    map.getContainer().setAttribute("role", "region");
    map.getContainer().setAttribute("aria-label", "Map of the claims");
    const basemap = new claimmap.Basemap();
    layer = new claimmap.ClaimLayer(basemap);
    popup = new claimmap.Popup(map, (place) => layer.roughly(place));
    link = new claimmap.Link(map, popup);
    view = new claimmap.View(map, layer, link);
    channel = new claimmap.Channel(claimmap.onceAFrame(moveRange), greet, (...told) => {
      if (!asked || told.some((value, at) => value !== asked[at])) show(...told);
    });
    basemap.addTo(map);
    layer.addTo(map);
    const drawLegend = claimmap.addLegend(map);
    basemap.on("missing", ({ reason }) => say(`The borders could not be loaded (${reason}).`));
    layer.on("drawn", drawn);
    layer.on("rested", tellMarks);
    layer.on("chosen", ({ subject, latlng, byKeyboard }) =>
      popup.open(columns, subject, latlng, tally, { byKeyboard }));
    const redraw = () => {
      claimmap.forgetWidths();
      drawLegend();
      basemap.redraw();
      layer.redraw();
    };
    claimmap.followTheme(map, redraw, fit);
    claimmap.borrowFont(redraw);
    new ResizeObserver(() => {
      map.invalidateSize(); // keeps the centre, also over the moment in which the frame has no size
      fit();
    }).observe(map.getContainer());
    // Told again on the session's channel, as soon as that has a name.
    const line = claimmap.pageAround()?.claimmapLine?.line?.told;
    if (line) show(line.digest, line.query, line.turn);
  };

  /** Hear on the session's channel, so named, what to show. */
  claimmap.join = (token) => {
    if (channel.token && token !== channel.token) asked = null; // another session tells anew
    channel.join(token);
  };

  /**
   * Show the claims of the columns so named that pass the filter in `query` (a link's query).
   *
   * clock: the last turn of the timeline that Python knew.
   */
  async function show(wanted, query, clock) {
    asked = [wanted, query, clock];
    const mine = (turn += 1);
    try {
      await useColumns(wanted);
      const next = claimmap.readFilter(columns, query);
      const bits = next.text ? await matches(next.text) : null;
      if (mine !== turn) return;
      filter = next;
      channel.obey(clock);
      const isNew = countClaims(bits);
      present(false);
      // After the drawing, which is what is waited for.
      if (isNew) channel.tell(claimmap.daysMessage(columns, tally));
      await addDisputes();
    } catch (error) {
      if (mine === turn) failed(error);
    }
  }

  async function useColumns(wanted) {
    if (wanted === digest) return;
    const read = await askColumns(wanted);
    if (wanted !== asked[0]) return;
    columns = read;
    digest = wanted;
    layer.setColumns(columns);
    counted = null;
    kept.clear();
  }

  /** The columns so named: those that the page asked for while it loaded, if it did. */
  async function askColumns(wanted) {
    try {
      const early = await claimmap.pageAround()?.claimmap?.takeEarly?.(wanted);
      if (early) return early;
    } catch { /* What went wrong there may go right now. */ }
    return claimmap.askColumns(claimmap.root, wanted);
  }

  async function matches(text) {
    const query = new URLSearchParams({ text });
    const answer = await fetch(`${claimmap.root}matches/${columns.digest}?${query}`);
    // The store has changed in between: the next rerun brings its digest, and then this again.
    if (answer.status === 409) digest = null;
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  }

  /** Mark the claims in conflict, once for these columns. */
  async function addDisputes() {
    const here = columns;
    if (here.disputes) return;
    here.disputes = true;
    try {
      if (!(await claimmap.readDisputes(here)) || here !== columns) return;
    } catch {
      here.disputes = false; // the map stands without it, and the next filter asks again
      return;
    }
    for (const each of kept.values()) each.countDisputed();
    present(false);
  }

  /** Count what the filter leaves: anew (gives true), or where only its range differs what that moved. */
  function countClaims(bits) {
    const rest = `${digest} ${claimmap.withRange(filter.query, {})}`;
    const range = rangeNow();
    if (rest === counted) {
      tally.move(range.first, range.last);
      return false;
    }
    counted = rest;
    tally = kept.get(rest);
    kept.delete(rest);
    if (tally) tally.move(range.first, range.last);
    else tally = new claimmap.Tally(columns, { ...filter, ...range }, bits);
    kept.set(rest, tally); // the last is the newest
    if (kept.size > KEPT) kept.delete(kept.keys().next().value);
    return true;
  }

  /** The range to be shown, as days of the columns: the timeline's if it is ahead of the filter. */
  function rangeNow() {
    if (!channel.live) return { first: filter.first, last: filter.last };
    const [first, last] = [channel.live.first, channel.live.last]
      .map((day) => claimmap.dayNumber(columns, day));
    return { first, last };
  }

  /** The map may be measured now: what waited for that is drawn. */
  function fit() {
    if (waiting) present(false);
  }

  /** The timeline has moved; nothing is asked of the server until it rests. */
  function moveRange() {
    if (!filter || !channel.live) return;
    const { first, last } = rangeNow();
    tally.move(first, last);
    present(true);
  }

  /** Draw what is counted, and have the popup and the messages follow. live: as the range moves. */
  function present(live) {
    const range = channel.live || { first: filter.from, last: filter.to };
    const days = claimmap.shownRange(columns, { ...filter, from: range.first, to: range.last });
    Object.assign(claimmap.state, { shown: tally.shown }, days);
    say("");
    waiting = !view.fit(tally);
    if (waiting) return;
    layer.setTally(tally, live);
    if (!link.timer) {
      link.reopen(columns, (place, at) =>
        popup.open(columns, { places: [place] }, at, tally, { still: true }));
    }
    clearTimeout(resting);
    const follow = () => popup.refresh(claimmap.withRange(filter.query, range), columns, tally);
    if (live) resting = setTimeout(follow, PAUSE);
    else follow();
    if (!columns.claims) {
      say("No report has been read yet. Add one on the Reports page.");
    } else if (!tally.shown) {
      say("No claim passes the filter. Widen the dates or remove a filter in the sidebar.");
    } else if (!claimmap.state.places) {
      say("None of the claims shown has a place. They are listed below the map.");
    }
  }

  function drawn({ places, arrows, movements }) {
    claimmap.state.places = places;
    if (arrows !== undefined) claimmap.tellMovements(map, arrows, movements);
    popup.describe(tally); // an area's shape may have come only now
    const { shown, first, last } = claimmap.state;
    channel.tell({ kind: "drawn", shown, total: columns.claims, first, last });
    performance.mark("claimmap:drawn");
  }

  /** Tell the list under the map what is drawn, and by which filter. */
  function tellMarks() {
    const range = channel.live || { first: filter.from, last: filter.to };
    const query = claimmap.withRange(filter.query, range);
    channel.tell({ kind: "marks", query, marks: layer.listMarks() });
  }

  /** A timeline, or the list, has come: tell it what there is. */
  function greet() {
    if (!tally) return;
    tellMarks();
    channel.tell(claimmap.daysMessage(columns, tally));
    drawn(claimmap.state);
  }

  function failed(error) {
    const again = asked;
    asked = null; // what is told once more is then tried once more
    say(`The claims could not be loaded (${error.message}). Check that the server still runs.`, () =>
      show(...again));
  }

  function say(words, retry) {
    claimmap.say(map, words, retry);
  }
})();
