// What a tally tells of the places it has counted.
"use strict";
globalThis.claimmap ??= {};

(() => {
  Object.assign(claimmap.Tally.prototype, {
    /** Each place's claims on all days: what the rest of the filter leaves. */
    ever() {
      if (!this.range.ranged) return this.counts;
      if (this.everCounts) return this.everCounts;
      const counts = new Int32Array(this.columns.places);
      const { start, flags } = this.table;
      const place = this.columns.link_place;
      for (const claim of this.among) {
        if (!this.passes[claim]) continue;
        for (let at = start[claim]; at < start[claim + 1]; at += 1) {
          if (flags[at] & claimmap.ONCE) counts[place[at]] += 1;
        }
      }
      this.everCounts = counts;
      return counts;
    },

    /** How many places have a claim. */
    placed() {
      let places = 0;
      for (const count of this.counts) if (count) places += 1;
      return places;
    },

    /** The widest reach in km that a claim shown gives a place. */
    reach(place) {
      const { first, km } = this.table.reach;
      for (let at = first[place]; at < first[place + 1]; at += 1) if (this.reaches[at]) return km[at];
      return 0;
    },

    /** Of the claims at these places, the share of their time that lies in the range, 0 to 1. */
    share(places) {
      let claims = 0;
      let outside = 0;
      for (const place of places) {
        claims += this.counts[place];
        if (this.long[place]) outside += this.long[place] - this.softness.inside(place);
      }
      return claims && this.range.ranged ? Math.max(0, Math.min(1, 1 - outside / claims)) : 1;
    },
  });
})();
