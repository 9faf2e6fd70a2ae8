"""Builds data/basemap: ``python -m data.build.basemap``.

Three TopoJSON files: the world's countries and regions from Natural Earth, for the whole world and
for closer looks, and the smaller and wetter areas that few reports need; data/basemap/README.md
tells what stands in them. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from claimmap.geocode.gazetteer import Gazetteer
from data.build import sources
from data.build.areas import informal_areas
from data.build.assign import regions_of
from data.build.counties import read_counties
from data.build.disputed import redrawn
from data.build.gazetteer import COUNTIES, DATA, OUTLINES
from data.build.lines import kinds_of_lines
from data.build.outlines import read_outlines
from data.build.shapes import Shape, read_shapes
from data.build.topojson import Feature, Scale, write_topojson
from data.build.topology import Points, cut

# Countries that cross the 180th meridian are drawn in one piece, beyond +180 or below -180.
EASTWARD = frozenset({"RU", "FJ", "NZ", "KI"})
WESTWARD = frozenset({"US"})
_LOWEST = -85.0  # Web Mercator ends there

SCALES = (Scale("world.json", 40.0, 60.0, 10_000), Scale("detail.json", 1.2, 1.0, 100_000))
AREAS = Scale("areas.json", 3.0, 3.0, 50_000)


def build_basemap(shapes: Sequence[Shape], regions: Sequence[int], gazetteer: Gazetteer,
                  folder: Path) -> None:  # fmt: skip
    """Writes a file a scale. regions: the GeoNames id of each shape's region, 0 for none."""
    topology = cut(_rings(shapes))
    layers = {
        "countries": _countries(shapes, gazetteer),
        "regions": _regions(shapes, regions, gazetteer),
        "areas": informal_areas(DATA / "regions.csv", shapes, regions, gazetteer),
    }
    lines = kinds_of_lines(topology, shapes, regions)
    for scale in SCALES:
        write_topojson(topology, layers, lines, scale, folder)


def build_areas(districts: Sequence[Shape], gazetteer: Gazetteer, folder: Path) -> None:
    """Writes the second-level divisions that have a shape, and seas, lakes and rivers."""
    outlines = read_outlines(DATA / "outlines.toml")
    topology = cut([*_rings(districts), *([ring] for _, _, ring in outlines)])
    members: dict[int, list[int]] = defaultdict(list)
    for i, shape in enumerate(districts):
        members[shape.id].append(i)
    layers: dict[str, list[Feature]] = {"districts": []}
    for id_, found in sorted(members.items()):
        place = gazetteer.place(id_)
        if place is not None and place.kind == "district":
            layers["districts"].append(Feature(id_, tuple(found)))
    for i, (layer, id_, _) in enumerate(outlines, len(districts)):
        layers.setdefault(layer, []).append(Feature(id_, (i,)))
    write_topojson(topology, layers, {}, AREAS, folder)


def _rings(shapes: Sequence[Shape]) -> list[list[Points]]:
    return [
        [_unwrapped(ring, shape.country) for polygon in shape.polygons for ring in polygon]
        for shape in shapes
    ]


def _unwrapped(ring: Sequence[tuple[float, float]], country: str) -> Points:
    points = np.array(ring, dtype=float)
    if country in EASTWARD:
        points[points[:, 0] < 0, 0] += 360
    if country in WESTWARD:
        points[points[:, 0] > 0, 0] -= 360
    points[:, 1] = np.maximum(points[:, 1], _LOWEST)
    return points


def _countries(shapes: Sequence[Shape], gazetteer: Gazetteer) -> list[Feature]:
    members: dict[str, list[int]] = defaultdict(list)
    for i, shape in enumerate(shapes):
        members[shape.country].append(i)
    features = []
    for code in sorted(members):
        place = gazetteer.country(code)
        if place is not None:
            features.append(Feature(place.id, tuple(members[code]), place.name, code))
    return features


def _regions(
    shapes: Sequence[Shape], regions: Sequence[int], gazetteer: Gazetteer
) -> list[Feature]:
    members: dict[int, list[int]] = defaultdict(list)
    features = []
    for i, (shape, region) in enumerate(zip(shapes, regions, strict=True)):
        if region:
            members[region].append(i)
        else:
            features.append(Feature(0, (i,), shape.name, shape.country))
    for region, found in sorted(members.items()):
        place = gazetteer.place(region)
        if place is not None:
            features.append(Feature(region, tuple(found), place.name, place.country))
    return features


def main() -> None:
    """Rebuilds the basemap in place, or in another folder; the gazetteer comes first."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--outlines", type=Path, default=OUTLINES)
    parser.add_argument("--counties", type=Path, default=COUNTIES)
    parser.add_argument("--gazetteer", type=Path, default=DATA / "gazetteer")
    parser.add_argument("--into", type=Path, default=DATA / "basemap")
    options = parser.parse_args()
    sources.check_versions()
    shapes = list(redrawn(read_shapes(options.outlines)))
    divisions = list(sources.read_divisions())
    regions = regions_of(shapes, divisions, list(sources.read_cities()))
    gazetteer = Gazetteer.open(options.gazetteer)
    build_basemap(shapes, regions, gazetteer, options.into)
    counties = list(read_counties(options.counties, divisions))
    build_areas([*counties, *(shape for shape in shapes if shape.id)], gazetteer, options.into)


if __name__ == "__main__":
    main()
