"""The gazetteer's files, memory-mapped: opening them reads almost nothing.

data/gazetteer/README.md describes the layout; data/build/gazetteer.py writes it.
"""

from __future__ import annotations

import itertools
import json
import mmap
import struct
import sys
from dataclasses import dataclass
from pathlib import Path

import marisa_trie

from claimmap.model import ClaimMapError, PlaceKind

FORMAT = 3
# id, latitude and longitude (1e-5 degrees), people, where the name begins, the row of the region
# or country that contains it, reach (0.1 km), country, kind, length of the name in bytes
RECORD = struct.Struct("<iiiIIHHBBB")
KIND_AT = 25  # where the kind stands in a record
NO_PARENT = 0xFFFF
ROW = 3  # bytes of a row's number in name_rows


class GazetteerError(ClaimMapError):
    """The gazetteer's files are missing, of another format, or cut short."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The files' contents; ``sections`` are the runs of rows that are sorted by id.

    name_rows: a name's row by its number in the trie, or where its run of rows begins.
    demonyms: word in small letters -> ISO codes of countries; peoples: word -> ids of other places.
    capitals: the GeoNames ids of the countries' capitals.
    """

    records: mmap.mmap
    text: mmap.mmap
    name_rows: mmap.mmap
    cell: memoryview
    cell_row: memoryview
    countries: tuple[str, ...]
    kinds: tuple[PlaceKind, ...]
    sections: tuple[range, ...]
    names: marisa_trie.Trie
    sounds: marisa_trie.Trie
    demonyms: dict[str, tuple[str, ...]]
    peoples: dict[str, tuple[int, ...]]
    capitals: frozenset[int]


def open_columns(folder: Path) -> Columns:
    """Maps the files of ``folder``; raises GazetteerError where they cannot be used."""
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        if meta["format"] != FORMAT or sys.byteorder != "little":
            raise GazetteerError(f"{folder} has another format: rebuild it (see its README.md)")
        demonyms = json.loads((folder / "demonyms.json").read_text(encoding="utf-8"))
        ends = list(itertools.accumulate(meta["sections"].values()))
        columns = Columns(
            records=_mapped(folder / "places.bin"),
            text=_mapped(folder / "names.utf8"),
            name_rows=_mapped(folder / "name_rows.u24"),
            cell=memoryview(_mapped(folder / "cells.u32")).cast("I"),
            cell_row=memoryview(_mapped(folder / "cell_rows.u32")).cast("I"),
            countries=tuple(meta["countries"]),
            kinds=tuple(meta["kinds"]),
            sections=tuple(itertools.starmap(range, itertools.pairwise([0, *ends]))),
            names=marisa_trie.Trie().mmap(str(folder / "names.marisa")),
            sounds=marisa_trie.Trie().mmap(str(folder / "sounds.marisa")),
            demonyms={word: tuple(codes) for word, codes in demonyms["countries"].items()},
            peoples={word: tuple(ids) for word, ids in demonyms["places"].items()},
            capitals=frozenset(meta["capitals"]),
        )
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise GazetteerError(
            f"cannot read the gazetteer in {folder} ({error}): restore the folder from the "
            "repository or rebuild it (see its README.md)"
        ) from error
    if len(columns.records) != meta["places"] * RECORD.size:
        raise GazetteerError(f"{folder} is cut short: restore it from the repository")
    return columns


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
