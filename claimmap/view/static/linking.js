// The part of the world in view and the open place, kept in the page's link and in this tab.
//
// The filter's own part of the link is Streamlit's, which writes the address when it likes and tells
// nobody. So what is in view is held against the address now and then, and put back where it is gone.
// Replacing an address runs nothing on the page and adds nothing to the way back.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const KEPT = "claimmap";
  const OFTEN = 400;
  const NUMBER = "-?\\d+(?:\\.\\d+)?";
  const VIEW = new RegExp(`^(${NUMBER}),(${NUMBER}),(${NUMBER})$`);

  /** The page around the frame; null where it is not ours to read. */
  function pageAround() {
    try {
      return window.parent.location.href ? window.parent : null;
    } catch (error) {
      if (error instanceof DOMException) return null;
      throw error;
    }
  }

  claimmap.pageAround = pageAround;

  claimmap.Link = class {
    constructor(map, popup) {
      this.map = map;
      this.popup = popup;
      this.page = pageAround();
      this.path = this.page && this.page.location.pathname;
      const asked = new URLSearchParams(this.page ? this.page.location.search : "");
      const here = asked.has("view") || asked.has("open");
      // Another page of the app may have left no trace of the view in the address.
      this.settled = false; // until the view is the reader's, there is none to keep
      this.asked = here ? asked : new URLSearchParams(sessionStorage.getItem(KEPT) || "");
    }

    /** Bring the view that was asked for; false where none was, or none that there can be. */
    look() {
      const [, ...numbers] = VIEW.exec(this.asked.get("view") || "") || [];
      const [latitude, longitude, zoom] = numbers.map(Number);
      if (!numbers.length || Math.abs(latitude) > 90 || Math.abs(longitude) > 1e4) return false;
      this.map.setView([latitude, longitude], zoom, { animate: false });
      return true;
    }

    /** Open the place that was asked for, by `open(place index, point)`; from then on keep all. */
    reopen(columns, open) {
      const place = columns.indexOf.get(Number(this.asked.get("open") || NaN));
      if (place !== undefined) {
        const point = L.latLng(columns.place_latitude[place], columns.place_longitude[place]);
        // A large area may be in view without its point.
        open(place, this.map.getBounds().contains(point) ? point : this.map.getCenter());
      }
      this.timer = setInterval(() => this.keep(), OFTEN);
    }

    keep() {
      if (!this.settled) return;
      const { lat, lng } = this.map.getCenter();
      const told = { view: [lat.toFixed(4), lng.toFixed(4), this.map.getZoom()].join() };
      if (this.popup.place !== null) told.open = this.popup.place;
      sessionStorage.setItem(KEPT, new URLSearchParams(told));
      // The address may be another page's already, this frame being about to go.
      if (!this.page || this.page.location.pathname !== this.path) return;
      const address = new URL(this.page.location.href);
      const before = address.searchParams.toString();
      for (const key of ["view", "open"]) {
        if (key in told) address.searchParams.set(key, told[key]);
        else address.searchParams.delete(key);
      }
      if (address.searchParams.toString() === before) return;
      this.page.history.replaceState(this.page.history.state, "", address);
    }
  };
})();
