// What the map has to say in words, over its upper edge.
"use strict";
globalThis.claimmap ??= {};

/** Show words on the map, none for ""; retry: what the button "Try again" does, if there is one. */
claimmap.say = (map, words, retry) => {
  let box = map.getContainer().querySelector(".claimmap-message");
  if (!box) {
    box = claimmap.element("div", "message");
    box.setAttribute("role", "status");
    map.getContainer().append(box);
  }
  box.replaceChildren(words);
  box.hidden = !words;
  if (!retry) return;
  const again = claimmap.element("button", "more", "Try again");
  again.addEventListener("click", retry);
  box.append(again);
};
