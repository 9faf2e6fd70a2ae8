// Which of the layer's marks is meant: by the mouse, a finger or a pin's button.
"use strict";
globalThis.claimmap ??= {};

(() => {
  // A mark of more places than these is looked at from nearer; of fewer one is chosen by its name.
  const MANY = 12;
  const NEAREST = 11;

  claimmap.ClaimLayer.include({
    /** The mark under a point of the canvas, with its {places, x, y, gap}; null where there is none. */
    _find(point) {
      const over = (mark) =>
        Math.hypot(mark.x - point.x, mark.y - point.y) <= mark.gap + 4 ||
        (mark.label && point.x >= mark.label.x && point.x <= mark.label.x + mark.label.width &&
          Math.abs(point.y - mark.label.y) <= 8);
      for (let at = this._marks.length - 1; at >= 0; at -= 1) {
        if (over(this._marks[at])) return this._marks[at];
      }
      return this._findArrow(point) || this._findArea(point);
    },

    _findArea(point) {
      const view = this.view(this._bounds.getSize());
      const ring = (area, left) =>
        Math.hypot(area.x + left - point.x, area.y + view.top - point.y) < Math.max(area.reach, 16);
      this._context.setTransform(1, 0, 0, 1, 0, 0);
      for (const area of [...this._areas].reverse()) {
        // A container is no claim's subject: a click on its ground means nothing but the map.
        if (area.quiet) continue;
        for (const left of view.copies) {
          const x = (point.x - left) / view.scale;
          const y = (point.y - view.top) / view.scale;
          const inside = area.shape
            ? this._context.isPointInPath(area.shape.path, x, y) : ring(area, left);
          if (inside) return { places: area.places, x: point.x, y: point.y, gap: 0 };
        }
      }
      return null;
    },

    _clicked(event) {
      const found = this._tally && this._find(event.layerPoint.subtract(this._bounds.min));
      if (found) this._choose(found, false);
    },

    _pointed(event) {
      if (!this._tally || !this._bounds) return;
      const found = this._find(event.layerPoint.subtract(this._bounds.min));
      this._map.getContainer().classList.toggle("claimmap-over", Boolean(found));
    },

    _choose(mark, byKeyboard) {
      if (mark.places.length > MANY && this._closer(mark)) return;
      const at = L.point(mark.x, mark.y - mark.gap).add(this._bounds.min);
      this.fire("chosen", {
        subject: mark, latlng: this._map.layerPointToLatLng(at), byKeyboard,
      });
    },

    /** Go as near as the places of a mark need to stand apart; false where that is no nearer. */
    _closer({ places }) {
      const { place_latitude: lat, place_longitude: lon } = this._columns;
      const bounds = L.latLngBounds(places.map((place) => [lat[place], lon[place]]));
      const zoom = Math.min(NEAREST, this._map.getBoundsZoom(bounds, false, L.point(60, 60)));
      if (zoom <= this._map.getZoom()) return false;
      this._pins.follow(places);
      this._map.setView(bounds.getCenter(), zoom);
      return true;
    },
  });
})();
