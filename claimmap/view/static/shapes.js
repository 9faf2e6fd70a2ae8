// The basemap's TopoJSON, turned into paths on the flat world that the canvas draws from.
"use strict";
globalThis.claimmap ??= {};

(() => {
  // The world at zoom 0 is a square of this many pixels (Web Mercator, EPSG:3857).
  const WORLD = 256;
  const EDGE = 179.99;
  const KINDS = ["region_borders", "coasts", "borders", "disputed"];
  const LAYERS = ["regions", "areas", "districts", "seas", "lakes", "rivers"];
  const ROUGH = ["areas", "seas", "lakes", "rivers"];

  /** Where a point lies on the flat world, x to the east and y to the south, both 0 to 256. */
  function project(latitude, longitude) {
    const lat = Math.max(-85.0511, Math.min(85.0511, latitude)) * (Math.PI / 180);
    return [
      ((longitude + 180) / 360) * WORLD,
      (0.5 - Math.log(Math.tan(Math.PI / 4 + lat / 2)) / (2 * Math.PI)) * WORLD,
    ];
  }

  /**
   * The shapes and lines of a topology.
   *
   * Returns {shape, countries, lines}: shape(id) gives {id, name, box, area, label, labelWidth, rough,
   * path to fill, outline to stroke}, made when first asked for, undefined where there is none;
   * countries those of the object "countries"; lines a list of {kind, box, path} in the order to draw
   * them, kind being the name of the object they come from.
   */
  function readShapes(topology) {
    const arcs = topology.arcs.map((arc) => decode(arc, topology.transform));
    const make = (geometry, layer) => makeShape(geometry, layer, polygons(geometry).flat(), arcs);
    const geometries = (layer) => (topology.objects[layer] || { geometries: [] }).geometries;
    const countries = geometries("countries").map((geometry) => make(geometry, "countries"));
    const shapes = new Map(countries.map((shape) => [shape.id, shape]));
    const waiting = new Map(LAYERS.flatMap((layer) =>
      geometries(layer).map((geometry) => [geometry.id, [geometry, layer]])));
    const lines = KINDS.flatMap((kind) => (topology.objects[kind] || { arcs: [] }).arcs
      .map((line) => makeLine(join(line, arcs), kind)));
    const shape = (id) => {
      if (!shapes.has(id) && waiting.has(id)) shapes.set(id, make(...waiting.get(id)));
      return shapes.get(id);
    };
    return { shape, countries, lines };
  }

  function decode(arc, transform) {
    let x = 0;
    let y = 0;
    const [sx, sy] = transform ? transform.scale : [1, 1];
    const [tx, ty] = transform ? transform.translate : [0, 0];
    const points = new Float64Array(arc.length * 2);
    for (let at = 0; at < arc.length; at += 1) {
      x = transform ? x + arc[at][0] : arc[at][0];
      y = transform ? y + arc[at][1] : arc[at][1];
      [points[at * 2], points[at * 2 + 1]] = project(y * sy + ty, x * sx + tx);
    }
    return points;
  }

  function polygons(geometry) {
    if (geometry.type === "Polygon") return [geometry.arcs];
    if (geometry.type === "MultiPolygon") return geometry.arcs;
    return [];
  }

  /** The points of consecutive arcs, each arc's first point being the last of the one before. */
  function join(line, arcs) {
    const points = [];
    for (const arc of line) {
      const source = arcs[arc < 0 ? ~arc : arc];
      for (let at = points.length ? 1 : 0; at < source.length / 2; at += 1) {
        const from = arc < 0 ? source.length / 2 - 1 - at : at;
        points.push(source[from * 2], source[from * 2 + 1]);
      }
    }
    return unwrap(points);
  }

  /** A ring that jumps across the antimeridian goes on past the edge of the flat world instead. */
  function unwrap(points) {
    for (let at = 2; at < points.length; at += 2) {
      const step = points[at] - points[at - 2];
      if (Math.abs(step) > WORLD / 2) points[at] -= Math.round(step / WORLD) * WORLD;
    }
    return points;
  }

  function makeShape(geometry, layer, rings, arcs) {
    const path = new Path2D();
    const outline = new Path2D();
    const shape = {
      id: geometry.id === undefined ? null : Number(geometry.id),
      name: (geometry.properties && geometry.properties.name) || "",
      layer,
      rough: ROUGH.includes(layer),
      path,
      outline,
      box: [Infinity, Infinity, -Infinity, -Infinity],
      area: 0,
      label: null,
      labelWidth: 0,
    };
    let largest = 0;
    for (const ring of rings) {
      const points = join(ring, arcs);
      trace(path, points, false);
      path.closePath();
      trace(outline, points, true);
      const own = grow([Infinity, Infinity, -Infinity, -Infinity], points);
      grow(shape.box, own);
      const [area, x, y] = middle(points);
      shape.area += area;
      if (Math.abs(area) > largest) {
        largest = Math.abs(area);
        shape.label = [x, y];
        shape.labelWidth = own[2] - own[0];
      }
    }
    shape.area = Math.abs(shape.area);
    return shape;
  }

  function makeLine(points, kind) {
    const path = new Path2D();
    trace(path, unwrap(points), true);
    return { kind, path, box: grow([Infinity, Infinity, -Infinity, -Infinity], points) };
  }

  /** Add the points to a path; `gaps` leaves out the cut along the antimeridian, no border. */
  function trace(path, points, gaps) {
    const edge = (at) => Math.abs(((points[at] / WORLD) * 360) % 360 - 180) >= EDGE;
    path.moveTo(points[0], points[1]);
    for (let at = 2; at < points.length; at += 2) {
      if (gaps && edge(at) && edge(at - 2)) path.moveTo(points[at], points[at + 1]);
      else path.lineTo(points[at], points[at + 1]);
    }
  }

  function grow(box, points) {
    for (let at = 0; at < points.length; at += 2) {
      if (points[at] < box[0]) box[0] = points[at];
      if (points[at] > box[2]) box[2] = points[at];
      if (points[at + 1] < box[1]) box[1] = points[at + 1];
      if (points[at + 1] > box[3]) box[3] = points[at + 1];
    }
    return box;
  }

  /** Signed area and centre of mass of a ring (the shoelace formula). */
  function middle(points) {
    let area = 0;
    let x = 0;
    let y = 0;
    for (let at = 0, last = points.length - 2; at < points.length; last = at, at += 2) {
      const cross = points[last] * points[at + 1] - points[at] * points[last + 1];
      area += cross;
      x += (points[last] + points[at]) * cross;
      y += (points[last + 1] + points[at + 1]) * cross;
    }
    return area ? [area / 2, x / (3 * area), y / (3 * area)] : [0, points[0], points[1]];
  }

  /**
   * Give a sea its `coasts` and its `water`, by the countries of some shapes.
   *
   * The water is a box around the sea and the countries in it: what is not land by the even-odd rule.
   */
  function drain(sea, { countries, lines }) {
    const [west, north, east, south] = sea.box;
    sea.water = new Path2D();
    sea.water.rect(west - 1, north - 1, east - west + 2, south - north + 2);
    sea.coasts = new Path2D();
    const coasts = lines.filter(({ kind }) => kind === "coasts");
    // A sea may run on beyond the antimeridian, where the land lies a world further east.
    for (const shift of [0, WORLD]) {
      const meets = ({ box }) => box[0] + shift <= sea.box[2] && box[2] + shift >= sea.box[0] &&
        box[1] <= sea.box[3] && box[3] >= sea.box[1];
      const by = new DOMMatrix([1, 0, 0, 1, shift, 0]);
      for (const { path } of countries.filter(meets)) sea.water.addPath(path, by);
      for (const { path } of coasts.filter(meets)) sea.coasts.addPath(path, by);
    }
  }

  Object.assign(claimmap, { project, readShapes, drain, WORLD });
})();
