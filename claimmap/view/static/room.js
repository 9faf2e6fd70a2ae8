// How large a popup may be, and when the map moves to show it whole.
"use strict";
globalThis.claimmap ??= {};

Object.assign(claimmap.Popup.prototype, {
  fitWidth() {
    const width = Math.min(400, this.map.getSize().x - 56);
    Object.assign(this.popup.options, { minWidth: width, maxWidth: width, autoPan: true });
  },

  /** The map has another size: an open popup fits it again. */
  resized() {
    if (!this.popup.isOpen()) return;
    this.fitWidth();
    // A view that the reader has chosen since is left alone.
    this.popup.options.autoPan = !this.moved;
    this.settle();
  },

  /** Fit the popup to its content; only the first fit may move the map to show it whole. */
  settle() {
    if (!this.popup.isOpen()) return;
    // Leaflet's own update() takes the content out and in again, which loses focus and scroll.
    this.popup._updateLayout();
    this.popup._updatePosition();
    this.fitting = true; // so that this move is not taken for the reader's
    this.popup._adjustPan();
    this.fitting = false;
    this.popup.options.autoPan = false;
  },
});
