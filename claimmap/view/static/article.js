// One claim as the reader meets it: who, how sure, the words, when, how many, where.
// All text goes in as text, never as HTML.
"use strict";
window.claimmap = window.claimmap || {};

(() => {
  /** A place's kind in everyday words. */
  claimmap.KINDS = {
    city: "town", district: "district", region: "region", country: "country",
    area: "area", sea: "sea", river: "river",
  };

  /** An element with a class and children (elements or plain text). */
  function element(tag, name, ...children) {
    const made = document.createElement(tag);
    if (name) made.className = `claimmap-${name}`;
    made.append(...children.filter((child) => child !== null && child !== ""));
    return made;
  }

  /** All that is known of a claim (a row of view/evidence.py). query: the filter's link. */
  claimmap.article = (claim, query) => {
    return element("article", "claim",
      element("header", "", element("strong", "", claim.source.name),
        claim.source.role ? element("span", "role", claim.source.role) : null,
        chip(claim.stance)),
      claim.chain.length > 1 ? chain(claim.chain) : null,
      sentence(claim.runs),
      facts(claim),
      report(claim, query));
  };

  function chip(stance) {
    const made = element("span", "stance", stance);
    made.dataset.stance = stance;
    made.title = "How the claim is made";
    return made;
  }

  function chain(names) {
    const list = element("ol", "chain");
    list.setAttribute("aria-label", "The path of the claim, from its root to the report");
    list.append(...names.map((name) => element("li", "", name)));
    return list;
  }

  function sentence(runs) {
    const quote = element("blockquote", "sentence");
    for (const run of runs) {
      let node = document.createTextNode(run.text);
      if (run.marks.includes("place")) node = element("b", "place", node);
      if (run.marks.includes("hedge")) node = element("i", "hedge", node);
      if (run.marks.includes("content")) node = element("mark", "", node);
      quote.append(node);
    }
    return quote;
  }

  function facts(claim) {
    const list = element("dl", "facts");
    const fact = (name, value, why) => {
      if (!value) return;
      list.append(element("dt", "", name),
        element("dd", "", value, why ? element("span", "why", ` · ${why}`) : null));
    };
    fact("When", claim.event.shown, claim.event.how);
    fact("Said", claim.statement.shown, claim.statement.how);
    fact("Published", claim.published_shown, claim.outlet);
    for (const quantity of claim.quantities) {
      fact("Figure", quantity.text, quantity.counted || quantity.unit);
    }
    for (const place of claim.places) {
      const sure = `${place.certainty} (${Math.round(place.confidence * 100)}%)`;
      const why = [place.address, sure, place.extent, place.role_shown, place.reason];
      fact("Placed", place.name, why.filter(Boolean).join(" · "));
    }
    for (const name of claim.undrawn) fact("Not drawn", name.text, name.not_drawn);
    return list;
  }

  function report(claim, query) {
    const link = element("a", "report", claim.title ? `Read it in “${claim.title}”` : "Read it in the report");
    // The filter goes along: the report's page has the same one as the map.
    link.href = `${claimmap.root}../${claim.link}${query && "&"}${query}`;
    link.target = "_blank";
    link.rel = "noopener";
    return link;
  }

  claimmap.element = element;
})();
