// Several places under one mark: which of them is meant.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const { element } = claimmap;
  const OFFERED = 30;
  const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

  Object.assign(claimmap.Popup.prototype, {
    /** Offer the places `offered`, each with its claims, and a closer look at them all. */
    choice(tally) {
      const places = this.offered;
      this.shown = null;
      this.head.replaceChildren(
        element("h2", "", plural(places.length, "place")),
        element("p", "note", "They stand too close to tell apart at this zoom."),
        places.length > OFFERED ? element("p", "note", `The first ${OFFERED} of them:`) : "",
      );
      const zoom = element("button", "more", "Zoom in on them");
      const { place_latitude: lat, place_longitude: lon } = this.columns;
      const bounds = L.latLngBounds(places.map((place) => [lat[place], lon[place]]));
      zoom.addEventListener("click", () => {
        this.popup.close();
        this.map.fitBounds(bounds, { padding: [60, 60], maxZoom: 11 });
      });
      const buttons = places.slice(0, OFFERED).map((place) => {
        const claims = plural(tally.counts[place], "claim");
        const button = element("button", "choice", this.columns.names[place],
          element("span", "count", claims,
            tally.disputed[place] ? element("span", "disputed", ", figures in conflict ",
              claimmap.evidence.unequal()) : null));
        const point = L.latLng(lat[place], lon[place]);
        button.addEventListener("click", () =>
          this.open(this.columns, { places: [place] }, point, tally, { byKeyboard: true }));
        return button;
      });
      this.list.replaceChildren(...buttons, zoom);
    },
  });
})();
