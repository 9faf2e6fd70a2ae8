// A note on an element: shown on hover, on focus and on a tap, put away by Escape (WCAG 1.4.13).
"use strict";
globalThis.claimmap ??= {};

(() => {
  const GAP = 6;
  const LINGER_MS = 200;
  let made = 0;
  let put = null;

  /**
   * Give an element a note of the words (text or elements).
   *
   * where: the element that holds the note, unseen till it shows; it is in the top layer then, so
   * that nothing cuts it off. An element that the keyboard reaches is described by its note. Returns what puts the note away.
   */
  claimmap.note = (host, where, ...words) => {
    let tip = null;
    let leaving = 0;
    const make = () => {
      if (tip) return;
      tip = claimmap.element("span", "tip", ...words);
      tip.id = `claimmap-tip-${(made += 1)}`;
      tip.setAttribute("role", "tooltip");
      tip.popover = "manual";
      tip.addEventListener("pointerenter", () => clearTimeout(leaving));
      tip.addEventListener("pointerleave", leave);
      where.append(tip);
    };
    const show = () => {
      clearTimeout(leaving);
      make();
      if (!tip.matches(":popover-open")) put = open(host, tip);
    };
    const hide = () => {
      clearTimeout(leaving);
      if (tip && tip.matches(":popover-open")) put();
    };
    const leave = () => {
      leaving = setTimeout(() => !holdsFocus(host) && hide(), LINGER_MS);
    };
    host.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show());
    host.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
    host.addEventListener("focus", show);
    host.addEventListener("blur", hide);
    host.addEventListener("click", show);
    if (host.tabIndex >= 0) {
      make();
      host.setAttribute("aria-describedby", tip.id);
    }
    return hide;
  };

  function holdsFocus(host) {
    return host.getRootNode().activeElement === host && host.matches(":focus-visible");
  }

  /** Show one note in place of any other; returns what puts it away. */
  function open(host, tip) {
    if (put) put();
    const listening = new AbortController();
    const away = () => {
      listening.abort();
      if (tip.isConnected && tip.matches(":popover-open")) tip.hidePopover();
      put = null;
    };
    const follow = () => (inView(host) ? place(host, tip) : away());
    const on = (target, event, then) =>
      target.addEventListener(event, then, { capture: true, signal: listening.signal });
    tip.showPopover();
    place(host, tip);
    on(window, "scroll", follow);
    on(window, "resize", follow);
    on(host.getRootNode(), "scroll", follow);
    on(window, "pointerdown", (event) => {
      if (!event.composedPath().some((one) => one === host || one === tip)) away();
    });
    on(window, "keydown", (event) => {
      if (event.key !== "Escape") return;
      // The first Escape is the note's; what it stands in stays open.
      event.stopPropagation();
      away();
    });
    return away;
  }

  function inView(host) {
    const box = host.getBoundingClientRect();
    return host.isConnected && box.bottom > 0 && box.top < window.innerHeight;
  }

  /** Below the element, above it where there is no room below, and never past the window's sides. */
  function place(host, tip) {
    const rows = host.getClientRects();
    const box = rows[rows.length - 1] || host.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = tip;
    const below = box.bottom + GAP;
    const top = below + height > window.innerHeight ? rows[0].top - GAP - height : below;
    const left = Math.min(box.left, window.innerWidth - width - GAP);
    Object.assign(tip.style, { top: `${Math.max(top, 0)}px`, left: `${Math.max(left, GAP)}px` });
  }
})();
