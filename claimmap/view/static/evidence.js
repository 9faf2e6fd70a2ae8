// How a claim's evidence looks, in popups, lists and reports alike: its stance, the way it took to
// us, its sentence with the words that count, its dates with how they are known.
// All text goes in as text, never as HTML. claimmap.signs comes from view/signs.py.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const DAY = 1;

  /** An element with a class and children (elements or plain text). */
  function element(tag, name, ...children) {
    const made = document.createElement(tag);
    if (name) made.className = `claimmap-${name}`;
    made.append(...children.filter((child) => child !== null && child !== ""));
    return made;
  }

  /** A button that does nothing but tell its note, where it stands in a line. */
  function noted(name, words, ...note) {
    const button = element("button", name, ...words);
    button.type = "button";
    const holder = element("span", "noted", button);
    claimmap.note(button, holder, ...note);
    return holder;
  }

  function shape(stance) {
    const made = element("span", "shape", claimmap.signs.stances[stance].shape);
    made.setAttribute("aria-hidden", "true");
    return made;
  }

  /** The stance: its shape and its word, noted with what it means. */
  function stance(claim) {
    const words = claim.hedges.length ? ` Told by “${claim.hedges.join("”, “")}”.` : "";
    const { means } = claimmap.signs.stances[claim.stance];
    const made = noted("stance", [shape(claim.stance), " ", claim.stance],
      `${claim.stance}: ${means}.${words}`);
    made.firstChild.dataset.stance = claim.stance;
    return made;
  }

  /** Where all that is known of a claim's source stands, beside where its report does. */
  function sourceLink(claim) {
    const [before, query] = claim.link.split("reports?");
    const asked = new URLSearchParams(query);
    for (const key of ["document", "claim"]) asked.delete(key);
    asked.set("name", claim.source.name);
    return `${before}sources?${asked}`;
  }

  /** What people hold of a source, noted with who says so; null where they have not said. */
  function grade({ grade: letter }) {
    if (letter === "ungraded") return null;
    const words = claimmap.signs.grades[letter];
    return noted("grade", [element("b", "", letter), ` ${words}`],
      `Source graded ${letter}: ${words}. Set by people on the Sources page, after the Admiralty code; the program grades nobody.`);
  }

  /** The sign of figures in conflict; other words beside it tell of it. */
  function unequal() {
    const made = element("span", "unequal", claimmap.signs.beside["other figures"].shape);
    made.setAttribute("aria-hidden", "true");
    return made;
  }

  /** What is in conflict with a claim, as a link to it by `link(element)`; null where nothing is. */
  function conflict(claim, link) {
    if (!claim.conflict) return null;
    const made = element("a", "conflict", unequal(), ` ${claim.conflict.words}`);
    const holder = element("span", "noted", made);
    link(made, claim.conflict);
    const words = claim.conflict.others ? "other figures" : "said and denied";
    claimmap.note(made, holder, `${words}: ${claimmap.signs.beside[words].means}. Opens them.`);
    return holder;
  }

  /** The way of a claim, from its root to the outlet read: each link with its kind. */
  function crumbs(claim) {
    const last = claim.path.length - 1;
    const list = element("ol", "crumbs", ...claim.path.map(({ name, kind }, at) => {
      const made = element("li", "", element("span", "crumb", name,
        element("span", "kind", ` ${at === last ? "outlet" : kind}`)));
      made.dataset.kind = at === last ? "outlet" : kind;
      return made;
    }));
    list.setAttribute("aria-label", "The claim’s way to us, from its root to the outlet");
    return element("div", "way", list, element("span", "heard", claim.heard_shown));
  }

  /** A time, noted with how it is known, how exactly, and the same in EDTF. */
  function when(time) {
    const rough = time.first && time.last && time.precision !== DAY;
    const exact = rough ? ` · ${time.precision_shown}` : "";
    const note = [element("span", "how", time.how)];
    const fine = [time.precision_shown, time.edtf && `EDTF ${time.edtf}`].filter(Boolean).join(" · ");
    if (fine) note.push(element("span", "fine", fine));
    return noted("when", [time.shown, exact], ...note);
  }

  /** The sentence to the letter, each stretch in as many elements as it has marks. */
  function sentence(runs) {
    const quote = element("blockquote", "sentence");
    for (const run of runs) {
      let node = document.createTextNode(run.text);
      for (const kind of [...run.marks].reverse()) node = mark(kind, node);
      quote.append(node);
    }
    return quote;
  }

  function mark(kind, inside) {
    return element(kind === "content" ? "mark" : "span", `in-${kind}`, inside);
  }

  /** What the shapes and the marks mean, folded away till it is asked for. */
  function key() {
    const { stances, marks, beside } = claimmap.signs;
    const row = (sign, means) => element("div", "", element("dt", "", ...sign), element("dd", "", means));
    return element("details", "key", element("summary", "", "What the signs mean"),
      element("p", "fine", "How the words put a claim forward, not whether it is true:"),
      element("dl", "", ...Object.entries(stances).map(([word, { means }]) =>
        row([shape(word), ` ${word}`], means))),
      element("p", "fine", "Beside other claims:"),
      element("dl", "", ...Object.entries(beside).map(([word, { shape: sign, means }]) =>
        row([sign ? unequal() : "", ` ${word}`], means))),
      element("p", "fine", "Marked in the sentence:"),
      element("dl", "", ...Object.entries(marks).map(([kind, means]) =>
        row([mark(kind, document.createTextNode(kind === "content" ? "claim" : kind))], means))));
  }

  Object.assign(claimmap, { element, evidence: { sourceLink, stance, grade, conflict, unequal, crumbs, when, sentence, key } });
})();
