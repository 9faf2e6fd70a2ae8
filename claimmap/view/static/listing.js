// All marks of the present zoom as plain values: the list under the map is made of them, so that it
// tells the same sums as are drawn.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const NAMED = 4;

  claimmap.ClaimLayer.include({
    /**
     * The marks, in view or not, those with most claims first.
     *
     * Each: places (ids, most claims ever first), names of the first of them, kind of a single one or
     * "", count of claims, disputed.
     */
    listMarks() {
      if (!this._tally || !this._arranged) return [];
      const { _tally: tally, _arranged: { groups, areas } } = this;
      const towns = groups.map((group, at) => [group, tally.groups[at]]);
      const others = areas.map((place) => [[place], tally.counts[place]]);
      return [...towns, ...others].filter(([, count]) => count)
        .map(([group, count]) => this._listed(group, count))
        .sort((a, b) => b.count - a.count || (a.names[0] < b.names[0] ? -1 : 1));
    },

    _listed(group, count) {
      const { _tally: tally, _columns: { names, place_id: ids } } = this;
      const places = Array.from(group).filter((place) => tally.counts[place]);
      return {
        count,
        places: places.map((place) => ids[place]),
        names: places.slice(0, NAMED).map((place) => names[place]),
        kind: places.length === 1 ? claimmap.KINDS[this._kind(places[0])] : "",
        disputed: places.some((place) => tally.disputed[place]),
      };
    },
  });
})();
