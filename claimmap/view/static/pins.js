// The keyboard's way onto the map: a button over each mark in view; the mouse passes through.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const REACHABLE = 60; // of each kind of mark
  const PAUSE = 200;

  /** Offers marks as buttons, also to screen readers; `choose(mark)` is called for a press. */
  claimmap.Pins = class {
    constructor(map, choose) {
      this.map = map;
      this.choose = choose;
      this.pane = map.createPane("claimmap-pins");
    }

    /** Offer those marks of each list in view, once the map has come to rest. corner: the canvas's. */
    offer(lists, corner) {
      clearTimeout(this.waiting);
      this.last = [lists, corner];
      this.waiting = setTimeout(() => this.place(...this.last), PAUSE);
    }

    /** Offer at once what waits for rest. */
    settle() {
      clearTimeout(this.waiting);
      if (this.last) this.place(...this.last);
    }

    place(lists, corner) {
      const view = L.bounds(this.map.containerPointToLayerPoint([0, 0]),
        this.map.containerPointToLayerPoint(this.map.getSize()));
      const inView = (mark) => view.contains(L.point(mark.x, mark.y).add(corner));
      // A frame remembers what was focused in it while the focus is elsewhere on the page: there it stays.
      const focused = document.hasFocus() && document.activeElement.dataset.places;
      const pins = lists.flatMap((marks) => marks.filter(inView).slice(0, REACHABLE))
        .map((mark) => this.pin(mark, corner));
      this.pane.replaceChildren(...pins);
      const within = new Set(this.followed && this.followed.map(String));
      const again = focused && pins.find((pin) => pin.dataset.places === focused) ||
        pins.find((pin) => pin.dataset.places.split(",").some((place) => within.has(place)));
      if (again) again.focus({ preventScroll: true });
      this.followed = null;
    }

    /** Keep the keyboard's focus on these places when the marks are next offered, if it is on a mark. */
    follow(places) {
      const onMark = document.hasFocus() && document.activeElement.dataset.places;
      this.followed = onMark ? places : null;
    }

    pin(mark, corner) {
      const pin = document.createElement("button");
      const claims = mark.count === 1 ? "1 claim" : `${mark.count} claims`;
      const size = Math.max(mark.gap * 2, 16);
      pin.type = "button";
      pin.className = "claimmap-pin";
      const { movement } = mark;
      pin.dataset.places = movement
        ? `${movement.origin}-${movement.destination}-${movement.look}` : mark.places.join(",");
      const kind = mark.word || claimmap.KINDS[mark.kind];
      const conflict = mark.disputed ? ", figures in conflict" : "";
      const doubt = mark.doubtful ? ", placed in doubt" : "";
      const faint = mark.share < 1 ? `, ${Math.round(mark.share * 100)}% of their time shown` : "";
      pin.setAttribute("aria-label", `${mark.text}, ${kind}: ${claims}${conflict}${doubt}${faint}`);
      pin.style.width = `${size}px`;
      pin.style.height = `${size}px`;
      L.DomUtil.setPosition(pin, L.point(mark.x - size / 2, mark.y - size / 2).add(corner));
      pin.addEventListener("click", (event) => {
        event.stopPropagation();
        this.choose(mark);
      });
      return pin;
    }
  };
})();
