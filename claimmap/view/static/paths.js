// The ways that claims took, drawn as trees: each root with the outlets that its words came to.
// Lists with lines between them: what draws the lines is the look alone (evidence.css), so that who
// hears the page has the same tree.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const { element } = claimmap;
  const plural = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;

  /**
   * A drawing of `view/paths.py`'s rows.
   *
   * folded: the words under which it is folded away till it is asked for; none, and it stands open.
   */
  claimmap.paths = (paths, { folded } = {}) => {
    const roots = level(paths.roots, paths.more);
    roots.classList.add("claimmap-roots");
    const drawing = [paths.words ? element("p", "fine", paths.words) : null, element("div", "paths", roots)];
    if (!folded) return element("div", "ways", ...drawing);
    const made = element("details", "ways", element("summary", "", folded), ...drawing);
    return made;
  };

  function level(links, more) {
    const list = element("ul", "", ...links.map(branch));
    if (more) list.append(element("li", "rest", element("span", "link", `and ${more.toLocaleString("en")} more`)));
    return list;
  }

  function branch({ name, kind, claims, next, more }) {
    const told = claims > 1 ? ` · ${plural(claims, "claim")}` : "";
    const made = element("li", "",
      element("span", "link", name, " ", element("span", "kind", `${kind}${told}`)));
    made.dataset.kind = kind;
    if (next.length) made.append(level(next, more));
    return made;
  }
})();
