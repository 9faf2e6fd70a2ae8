// The two calls that Python's map makes: `start` for the base, and `join` for what it is to show.
"use strict";
window.claimmap = window.claimmap || {};

// Relative to the component's frame, so that any server.baseUrlPath works.
claimmap.root = "../../claimmap/";
claimmap.state = { shown: 0, places: 0, first: null, last: null };

(() => {
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
  let filter = null;
  let tally = null;
  let counted = null; // what of the filter `tally` counts: all but its range

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
    channel = new claimmap.Channel(claimmap.onceAFrame(moveRange), greet, show);
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
    claimmap.followTheme(map, redraw, () => view.fit(tally));
    claimmap.borrowFont(redraw);
    new ResizeObserver(() => {
      map.invalidateSize(); // keeps the centre, also over the moment in which the frame has no size
      view.fit(tally);
    }).observe(map.getContainer());
  };

  /** Hear on the session's channel, so named, what to show. */
  claimmap.join = (token) => channel.join(token);

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
    const answer = await fetchColumns(wanted);
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    const read = claimmap.readColumns(answer.buffer);
    if (wanted !== asked[0]) return;
    columns = read;
    digest = wanted;
    columns.digest = answer.digest || wanted;
    layer.setColumns(columns, claimmap.mostClaims(columns));
    counted = null;
  }

  /** The columns so named: {ok, status, buffer, digest}. The page may have asked for them already. */
  async function fetchColumns(wanted) {
    try {
      const early = await claimmap.pageAround()?.claimmapLine?.takeEarly?.(wanted);
      if (early && early.ok) return early;
    } catch { /* What went wrong there may go right now. */ }
    const came = await fetch(`${claimmap.root}columns/${wanted}`);
    const digest = came.headers.get("X-Claimmap-Digest");
    return { ok: came.ok, status: came.status, buffer: await came.arrayBuffer(), digest };
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
    tally.countDisputed();
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
    tally = new claimmap.Tally(columns, { ...filter, ...range }, bits);
    counted = rest;
    return true;
  }

  /** The range to be shown, as days of the columns: the timeline's if it is ahead of the filter. */
  function rangeNow() {
    if (!channel.live) return { first: filter.first, last: filter.last };
    const [first, last] = [channel.live.first, channel.live.last]
      .map((day) => claimmap.dayNumber(columns, day));
    return { first, last };
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
    view.fit(tally);
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
    say(`The claims could not be loaded (${error.message}). Check that the server still runs.`, () =>
      show(...asked));
  }

  function say(words, retry) {
    claimmap.say(map, words, retry);
  }
})();
