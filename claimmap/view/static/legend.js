// What the marks mean, and whose data the map is made of.
"use strict";
globalThis.claimmap ??= {};

(() => {
  const CREDITS = [
    "Places: GeoNames, CC BY 4.0",
    "Borders: Natural Earth",
    "US counties: Census Bureau",
    "Disputed borders as the United Nations recognises them",
  ];
  const SAMPLE = new Path2D("M8 5 L44 2 L56 14 L50 30 L22 32 L4 22 Z");
  const SIZE = [60, 34];

  const CLASSES = [
    ["Town, sized by claims", (paint) => paint.town(30, 17, 11, 4, {})],
    ["Towns close together", (paint) => paint.town(30, 17, 10, 6, { several: true })],
    ["Somewhere this near", (paint) => {
      paint.reach(30, 17, 15);
      paint.town(30, 17, 6, 1, {});
    }],
    ["Region", (paint) => {
      area(paint, "region", false);
      paint.badge(30, 17, 3, {});
    }],
    ["Country", (paint) => {
      area(paint, "country", false);
      paint.badge(30, 17, 2, {});
    }],
    ["Area, roughly", (paint) => {
      paint.ring(30, 17, 15, false);
      paint.badge(30, 17, 1, {});
    }],
    ["Placed in doubt", (paint) => paint.town(30, 17, 11, 2, { doubtful: true })],
    ["Faint: partly in the days shown", (paint) =>
      paint.town(30, 17, 11, 2, { share: 0.2 })],
    ["Figures in conflict", (paint) => {
      paint.town(26, 19, 11, 4, {});
      paint.unequal(39, 9);
    }],
    ["Movement", (paint) => arrow(paint, "solid")],
    ["Movement to come", (paint) => arrow(paint, "dashed")],
    ["Movement denied", (paint) => arrow(paint, "crossed")],
    ["Only contains a place", (paint) => area(paint, "region", true)],
  ];

  function area(paint, kind, quiet) {
    paint.shape({ shape: { path: SAMPLE, outline: SAMPLE, box: [0, 0, ...SIZE] }, kind, quiet });
  }

  function arrow(paint, look) {
    const at = (t) => [4 + 48 * t, 24 - 40 * t * (1 - t)];
    paint.arrow({ from: at(0), bend: [28, 4], to: at(1), at, middle: at(0.5) }, look, 1, false);
  }

  /** Say in the legend how many of the movements in sight are drawn, where that is not all. */
  claimmap.tellMovements = (map, arrows, movements) => {
    const told = map.getContainer().querySelector(".claimmap-legend .claimmap-told");
    const words = `The ${arrows} with most claims of ${movements.toLocaleString("en")} movements in view.`;
    const now = arrows < movements ? words : "";
    // Written at each frame, a text is laid out at each frame.
    if (told.textContent !== now) told.textContent = now;
  };

  claimmap.addLegend = (map) => {
    const rows = CLASSES.map(([words, draw]) => {
      const canvas = document.createElement("canvas");
      canvas.setAttribute("aria-hidden", "true");
      return { canvas, draw, row: claimmap.element("li", "", canvas, words) };
    });
    const box = claimmap.element("details", "legend",
      claimmap.element("summary", "", "Legend"),
      claimmap.element("ul", "", ...rows.map(({ row }) => row)),
      claimmap.element("p", "told"));
    box.open = map.getSize().x > 640;
    const corner = L.control({ position: "bottomleft" });
    corner.onAdd = () => box;
    corner.addTo(map);
    L.DomEvent.disableClickPropagation(box).disableScrollPropagation(box);
    const credits = L.control({ position: "bottomright" });
    credits.onAdd = () => claimmap.element("p", "credits", CREDITS.join(" · "));
    credits.addTo(map);
    return () => rows.forEach(({ canvas, draw }) => sample(map, canvas, draw));
  };

  function sample(map, canvas, draw) {
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    [canvas.width, canvas.height] = SIZE.map((side) => side * ratio);
    const view = { ratio, scale: 1, copies: [0], top: 0, size: L.point(SIZE) };
    draw(new claimmap.Paint(canvas.getContext("2d"), view, claimmap.colours(map)));
  }
})();
