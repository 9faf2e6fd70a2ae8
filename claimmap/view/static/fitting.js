// Which part of the world the map shows at first: all that its claims are about, with room for marks.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const NEAREST = 6; // the zoom beyond which claims alone never take the map
  const WORLDWIDE = 2;

  claimmap.View = class {
    constructor(map, layer, link) {
      this.map = map;
      this.layer = layer;
      this.link = link;
      this.fitted = false;
    }

    /**
     * The link sets the view, or else the first claims ever shown, once it can be measured; then it is
     * the reader's. Returns whether it can: before that, nothing drawn would stay.
     */
    fit(tally) {
      if (this.fitted) return true;
      const { map } = this;
      const size = map.getSize();
      const styled = getComputedStyle(map.getContainer()).getPropertyValue("--map-water");
      if (!styled || !size.x || !size.y) return false;
      const linked = this.link.look();
      const found = linked ? null : this.layer.boundsOf(tally);
      this.fitted = this.link.settled = linked || Boolean(found);
      if (!found) return true;
      this.makeRoom(found[0]);
      const [all, near] = found.map((bounds) => ({ bounds, ...this.roomFor(bounds) }));
      // A country's number far from the rest is not worth seeing all the rest much smaller.
      const { bounds, room } = near.zoom - all.zoom > 1 ? near : all;
      map.fitBounds(bounds, { ...room, maxZoom: NEAREST, animate: false });
      return true;
    }

    /** Close the legend where claims from all over the world would be seen much smaller for it. */
    makeRoom(bounds) {
      const legend = this.map.getContainer().querySelector(".claimmap-legend");
      const { zoom } = this.roomFor(bounds);
      if (!legend.open || zoom >= WORLDWIDE) return;
      legend.open = false;
      legend.open = this.roomFor(bounds).zoom <= zoom;
    }

    /** {room, zoom}: paddings for marks and names, which keep them from under legend and buttons. */
    roomFor(bounds) {
      const legend = this.map.getContainer().querySelector(".claimmap-legend");
      const [width, height] = [legend.offsetWidth, legend.offsetHeight];
      const wide = this.map.getSize().x > 640;
      const [left, top, right, bottom] = wide ? [90, 50, 120, 60] : [30, 90, 90, 60];
      const [above, beside] = [[left, height + bottom], [width + left, bottom]]
        .map(([west, south]) => ({
          room: { paddingTopLeft: [west, top], paddingBottomRight: [right, south] },
          zoom: this.zoomFor(bounds, L.point(west + right, top + south)),
        }));
      return above.zoom >= beside.zoom ? above : beside;
    }

    zoomFor(bounds, padding) {
      const left = this.map.getSize().subtract(padding);
      // Leaflet takes a room of less than nothing for endless room.
      if (Math.min(left.x, left.y) < 1) return 0;
      return Math.min(NEAREST, this.map.getBoundsZoom(bounds, false, padding));
    }
  };
})();
