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
from typing import Literal

import marisa_trie

from claimmap.model import ClaimMapError, PlaceKind

FORMAT = 2
# id, latitude and longitude (1e-5 degrees), people, where the name begins, the row of what
# contains it, reach (0.1 km), country, kind, length of the name in bytes
RECORD = struct.Struct("<iiiIIHHBBB")
NO_PARENT = 0xFFFF


class GazetteerError(ClaimMapError):
    """The gazetteer's files are missing, of another format, or cut short."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The files' contents; ``sections`` are the runs of rows that are sorted by id.

    capitals: the GeoNames ids of the countries' capitals.
    """

    records: memoryview
    text: memoryview
    cell: memoryview
    cell_row: memoryview
    countries: tuple[str, ...]
    kinds: tuple[PlaceKind, ...]
    sections: tuple[range, ...]
    names: marisa_trie.BytesTrie
    sounds: marisa_trie.Trie
    demonyms: dict[str, tuple[str, ...]]
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
            records=_mapped(folder / "places.bin", "B"),
            text=_mapped(folder / "names.utf8", "B"),
            cell=_mapped(folder / "cells.u32", "I"),
            cell_row=_mapped(folder / "cell_rows.u32", "I"),
            countries=tuple(meta["countries"]),
            kinds=tuple(meta["kinds"]),
            sections=tuple(itertools.starmap(range, itertools.pairwise([0, *ends]))),
            names=marisa_trie.BytesTrie().mmap(str(folder / "names.marisa")),
            sounds=marisa_trie.Trie().mmap(str(folder / "sounds.marisa")),
            demonyms={word: tuple(codes) for word, codes in demonyms.items()},
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


def _mapped(path: Path, kind: Literal["B", "I"]) -> memoryview:
    with path.open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    return memoryview(mapped).cast(kind)
