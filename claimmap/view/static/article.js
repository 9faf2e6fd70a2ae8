// One claim as the reader meets it: who, how sure, the words, when, how many, where.
// All text goes in as text, never as HTML.
"use strict";
globalThis.claimmap ??= {};

(() => {
  /** A place's kind in everyday words. */
  claimmap.KINDS = {
    city: "town", district: "district", region: "region", country: "country",
    area: "area", sea: "sea", river: "river",
  };

  const { element, evidence } = claimmap;

  /** All that is known of a claim (a row of view/evidence.py). query: the filter's link. */
  claimmap.article = (claim, query) => {
    return element("article", "claim",
      element("header", "", element("strong", "", sourceName(claim, query)),
        claim.source.role ? element("span", "role", claim.source.role) : null,
        evidence.grade(claim.source),
        evidence.stance(claim)),
      evidence.conflict(claim, (link) => opens(link, claim.conflict.link, query)),
      evidence.crumbs(claim),
      evidence.sentence(claim.runs),
      facts(claim),
      report(claim, query));
  };

  function sourceName(claim, query) {
    const link = element("a", "name", claim.source.name);
    opens(link, evidence.sourceLink(claim), query);
    return link;
  }

  function facts(claim) {
    const list = element("dl", "facts");
    const fact = (name, value, why) => {
      if (!value) return;
      list.append(element("dt", "", name),
        element("dd", "", value, why ? element("span", "why", ` · ${why}`) : null));
    };
    fact("Event", evidence.when(claim.event));
    fact("Statement", evidence.when(claim.statement));
    fact("Published", claim.published_shown || "date unknown", claim.outlet);
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
    opens(link, claim.link, query);
    return link;
  }

  /** Lead to another page of the app. The filter goes along: it has the same one as the map. */
  function opens(link, path, query) {
    link.href = `${claimmap.root}../${path}${query && "&"}${query}`;
    link.target = "_blank";
    link.rel = "noopener";
  }
})();
