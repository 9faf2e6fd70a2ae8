// A place's claims, fetched when its popup opens. All text goes in as text, never as HTML.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const { element } = claimmap;
  const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

  /** One popup for the whole map: `open` shows places in it, `refresh` follows the filter. */
  claimmap.Popup = class {
    constructor(map, roughly) {
      this.map = map;
      this.roughly = roughly;
      this.query = "";
      this.turn = 0;
      this.shown = null;
      this.popup = L.popup({
        className: "claimmap-popup",
        autoPanPaddingTopLeft: [16, 16],
        autoPanPaddingBottomRight: [56, 16],
      });
      this.popup.on("remove", () => this.closed());
      // Whether the reader has moved the map since the popup opened, and whether we are moving it.
      this.moved = this.fitting = false;
      map.on("resize", () => this.resized());
      map.on("movestart", () => {
        if (!this.fitting) this.moved = true;
      });
    }

    /** The id of the place whose claims are on view, or null. */
    get place() {
      return this.shown && this.shown.id;
    }

    /**
     * Show places (indices into the columns; several are offered as a choice) or a movement at a point.
     *
     * subject: {places} or {movement}. still: the map is not moved to show the popup whole.
     */
    open(columns, subject, latlng, tally, { byKeyboard = false, still = false } = {}) {
      this.turn += 1;
      const from = byKeyboard && document.activeElement.closest(".claimmap-pin");
      if (from) this.returnTo = from.dataset.places;
      this.columns = columns;
      this.fitWidth();
      if (still) this.popup.options.autoPan = false;
      this.list = element("div", "list");
      this.head = element("div", "head");
      this.body = element("div", "body", this.head, this.list);
      this.body.tabIndex = -1;
      this.body.addEventListener("keydown", (event) => {
        if (event.key === "Escape") this.popup.close();
      });
      // Leaflet asks whether a click was the popup's by the button's parents, which a button that
      // has put others in its place no longer has: the map would take it for a click on itself.
      this.body.addEventListener("click", (event) => event.stopPropagation());
      this.popup.setLatLng(latlng).setContent(this.body);
      this.offered = !subject.movement && subject.places.length > 1 ? subject.places : null;
      if (this.offered) this.choice(tally);
      else this.single(subject, tally);
      this.popup.openOn(this.map);
      this.moved = still;
      this.popup.getElement().setAttribute("role", "dialog");
      this.popup.getElement().setAttribute("aria-label", "Claims chosen on the map");
      if (byKeyboard) this.body.focus({ preventScroll: true });
    }

    closed() {
      this.turn += 1;
      this.shown = null;
      this.offered = null;
      // The pin's button may have been made anew since: find it by its places.
      const pin = this.returnTo &&
        this.map.getContainer().querySelector(`[data-places="${this.returnTo}"]`);
      this.returnTo = null;
      if (pin && document.hasFocus()) pin.focus({ preventScroll: true });
    }

    /** Show the claims of a place, or of a movement: {origin, destination, look}. */
    single({ places, movement }, tally) {
      this.shown = movement ? this.movement(movement) : this.subject(places[0]);
      this.count = element("span", "count", "…");
      this.count.setAttribute("role", "status");
      this.drawn = element("p", "note");
      this.beside = element("span", "beside");
      this.disputed = element("p", "note");
      this.key = claimmap.evidence.key();
      this.ways = null;
      this.head.replaceChildren(
        element("h2", "", this.shown.name),
        element("p", "note", `${this.shown.kind} · `, this.count, this.beside),
        this.disputed,
        this.drawn,
      );
      this.describe(tally);
      this.list.append(element("p", "note", "Reading the claims…"));
      this.fetch(0);
    }

    subject(place) {
      const { place_id: ids, names, kinds, place_kind: kind } = this.columns;
      const path = `place/${ids[place]}`;
      return { id: ids[place], name: names[place], kind: claimmap.KINDS[kinds[kind[place]]], path };
    }

    movement({ origin, destination, look }) {
      const { place_id: ids, names } = this.columns;
      const path = `movement/${ids[origin]}/${ids[destination]}`;
      const name = `${names[origin]} → ${names[destination]}`;
      return { id: null, name, kind: claimmap.LOOKS[look], path, drawn: look };
    }

    /** Say how the place is drawn, where that is not plain: roughly, in doubt. */
    describe(tally) {
      const place = this.shown ? this.columns.indexOf.get(this.shown.id) : undefined;
      if (place === undefined) return;
      const doubtful = tally.counts[place] && !tally.firm[place];
      const told = [
        this.roughly(place), doubtful && "Placed in doubt: more likely wrong than right.",
      ];
      this.drawn.textContent = told.filter(Boolean).join(" ");
    }

    /** The filter has changed: read the list again; the popup stays where it is. */
    refresh(query, columns, tally) {
      // Other columns number their places anew; an offer by the old numbers would mislead.
      if (this.offered && columns !== this.columns) this.popup.close();
      this.query = query;
      this.columns = columns;
      if (this.offered) this.choice(tally);
      if (!this.shown) return;
      this.describe(tally);
      this.fetch(0);
    }

    async fetch(offset) {
      const turn = (this.turn += 1);
      const drawn = this.shown.drawn && `drawn=${this.shown.drawn}`;
      const query = [this.query, drawn, `offset=${offset}`].filter(Boolean).join("&");
      try {
        const answer = await fetch(`${claimmap.root}${this.shown.path}?${query}`);
        if (!answer.ok && answer.status !== 404) throw new Error(`HTTP ${answer.status}`);
        const found = answer.ok ? await answer.json() : { total: 0, offset: 0, claims: [] };
        if (turn === this.turn) this.fill(found);
      } catch (error) {
        if (turn === this.turn) this.failed(offset, error);
      }
    }

    fill(answer) {
      const { total, offset, claims } = answer;
      const items = claims.map((claim) => claimmap.article(claim, this.query));
      if (offset) {
        this.list.querySelector(":scope > button").remove();
        this.list.append(...items);
      } else {
        const top = this.list.scrollTop;
        this.list.replaceChildren(...items);
        this.list.scrollTop = top;
      }
      this.count.textContent = plural(total, "claim");
      if (!total) {
        this.list.replaceChildren(element("p", "note",
          "No claim here passes the filter now. This stays open and fills again when one does."));
      }
      const left = total - offset - claims.length;
      if (left > 0) {
        const more = element("button", "more", `Show more (${left} left)`);
        more.addEventListener("click", () => this.fetch(offset + claims.length));
        this.list.append(more);
      }
      if (!offset) this.compare(answer);
      if (this.ways) this.list.append(this.ways);
      if (total) this.list.append(this.key);
      this.settle();
    }

    /** Say how the claims stand beside each other: how many are behind them, what is in conflict. */
    compare({ total, claims, witnesses, disputed, paths }) {
      this.compared = witnesses !== undefined;
      this.beside.textContent = witnesses ? ` · ${plural(witnesses, "independent source")}` : "";
      this.disputed.replaceChildren(...(disputed ? [claimmap.evidence.unequal(),
        element("span", "disputed", ` Figures in conflict in ${plural(disputed, "claim")}`)] : []));
      const open = Boolean(this.ways && this.ways.open);
      this.ways = paths && claims.length > 1 ? claimmap.paths(paths, {
        folded: total > claims.length ? `Paths of the newest ${claims.length}, from root to outlet`
          : "Paths from root to outlet",
      }) : null;
      if (this.ways) this.ways.open = open;
    }

    failed(offset, error) {
      const again = element("button", "more", "Try again");
      again.addEventListener("click", () => this.fetch(offset));
      this.count.textContent = "not read";
      this.list.replaceChildren(element("p", "note",
        `The claims could not be read (${error.message}). Is the server still running?`), again);
      this.settle();
    }
  };
})();
