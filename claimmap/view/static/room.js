// How large a popup may be, and when the map moves to show it whole.
"use strict";
window.claimmap = window.claimmap || {};

Object.assign(claimmap.Popup.prototype, {
  fitWidth() {
    const width = Math.min(400, this.map.getSize().x - 56);
    Object.assign(this.popup.options, { minWidth: width, maxWidth: width, autoPan: true });
  },

  /** Whether the popup lies within a map of that size. */
  isWithin(size) {
    const map = this.map.getContainer().getBoundingClientRect();
    const box = this.popup.getElement().getBoundingClientRect();
    return box.left >= map.left && box.top >= map.top &&
      box.right <= map.left + size.x && box.bottom <= map.top + size.y;
  },

  /** The map has another size: an open popup fits it again. */
  resized() {
    if (!this.popup.isOpen()) return;
    this.fitWidth();
    // What the reader has moved out of view does not come back by itself. A window changes in several
    // steps, so what counts is how the reader left it, not what one of them shows.
    this.popup.options.autoPan = this.whole;
    this.settle();
  },

  /** Fit the popup to its content; only the first fit may move the map to show it whole. */
  settle() {
    if (!this.popup.isOpen()) return;
    // Leaflet's own update() takes the content out and in again, which loses focus and scroll.
    this.popup._updateLayout();
    this.popup._updatePosition();
    this.popup._adjustPan();
    this.popup.options.autoPan = false;
  },
});
