// The keyboard's way onto the map: a button over each mark in view; the mouse passes through.
"use strict";
window.claimmap = window.claimmap || {};

(() => {
  const REACHABLE = 60;
  const PAUSE = 200;

  /** Offers marks as buttons, also to screen readers; `choose(mark)` is called for a press. */
  claimmap.Pins = class {
    constructor(map, choose) {
      this.map = map;
      this.choose = choose;
      this.pane = map.createPane("claimmap-pins");
    }

    /** Offer those of `marks` in view, once the map has come to rest. corner: the canvas's own. */
    offer(marks, corner) {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.place(marks, corner), PAUSE);
    }

    place(marks, corner) {
      const view = L.bounds(this.map.containerPointToLayerPoint([0, 0]),
        this.map.containerPointToLayerPoint(this.map.getSize()));
      const inView = (mark) => view.contains(L.point(mark.x, mark.y).add(corner));
      const focused = document.activeElement && document.activeElement.dataset.places;
      const pins = marks.filter(inView).slice(0, REACHABLE).map((mark) => this.pin(mark, corner));
      this.pane.replaceChildren(...pins);
      const again = focused && pins.find((pin) => pin.dataset.places === focused);
      if (again) again.focus({ preventScroll: true });
    }

    pin(mark, corner) {
      const pin = document.createElement("button");
      const claims = mark.count === 1 ? "1 claim" : `${mark.count} claims`;
      const size = Math.max(mark.gap * 2, 16);
      pin.type = "button";
      pin.className = "claimmap-pin";
      pin.dataset.places = mark.members.map((member) => member.index).join(",");
      const kind = claimmap.KINDS[mark.members[0].kind];
      const doubt = mark.doubtful ? ", placed in doubt" : "";
      pin.setAttribute("aria-label", `${mark.text}, ${kind}: ${claims}${doubt}`);
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
