// Which claims have figures in conflict with others: asked once the map stands, and drawn as a sign at
// the marks of their places.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const SIDE = 17; // pixels

  /**
   * Ask which of the columns' claims are in conflict, and note it in their links.
   *
   * Out: whether the server told; it does not where its claims have changed since.
   */
  claimmap.readDisputes = async (columns) => {
    const answer = await fetch(`${claimmap.root}conflicts/${columns.digest}`);
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    const bits = new Uint8Array(await answer.arrayBuffer());
    if (bits.length * 8 < columns.claims) return false;
    const { start, flags } = claimmap.linkTable(columns);
    for (let claim = 0; claim < columns.claims; claim += 1) {
      if (!((bits[claim >> 3] >> (claim & 7)) & 1)) continue;
      for (let at = start[claim]; at < start[claim + 1]; at += 1) {
        if (flags[at] & claimmap.ONCE) flags[at] |= claimmap.DISPUTED;
      }
    }
    if (columns.orders) columns.orders.counted = null; // without these
    return true;
  };

  /** Count anew how many claims in conflict each place has: `disputed`, one element a place. */
  claimmap.Tally.prototype.countDisputed = function countDisputed() {
    const { start, flags } = this.table;
    const place = this.columns.link_place;
    this.disputed.fill(0);
    for (const claim of this.among) {
      if (!this.shows(claim)) continue;
      for (let at = start[claim]; at < start[claim + 1]; at += 1) {
        if (flags[at] & claimmap.DISPUTED) this.disputed[place[at]] += 1;
      }
    }
  };

  /** The sign of figures in conflict, its middle at a point. */
  claimmap.Paint.prototype.unequal = function unequal(x, y) {
    const { context, colours } = this;
    context.beginPath();
    context.roundRect(x - SIDE / 2, y - SIDE / 2, SIDE, SIDE, 4);
    context.fillStyle = colours.halo;
    context.fill();
    context.strokeStyle = colours.ink;
    context.lineWidth = 1.5;
    context.stroke();
    context.font = `700 14px ${claimmap.FONT}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillStyle = colours.ink;
    context.fillText(claimmap.signs.beside["other figures"].shape, x, y + 0.5);
  };

  /** How far to the side of a mark its name begins, beyond the sign. */
  claimmap.besideSign = (mark) => (mark.disputed ? SIDE / 2 : 0);
})();
