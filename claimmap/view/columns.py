"""The claims as a few arrays of integers, for the map's layer in the browser.

The layer fetches them once and filters by itself; static/columns.js reads what is written here:

    4 bytes    length of the header, little-endian
    header     JSON: the lists of names, the days' origin, and for each array its element type,
               offset and length; padded with spaces to a multiple of 8
    arrays     little-endian, each padded to a multiple of 8

Array of claims (one element a claim): first and last day of each basis, source, outlet, stance,
links (how many places it has). Arrays of links (claim after claim): link_place, link_role,
link_radius in km, link_doubt (1 where the place is doubtful, see doubt.py). Arrays of places:
place_id, place_kind, place_latitude, place_longitude. Days count from ``origin``, 1 being the
origin itself and 0 no day. Every integer array takes the smallest type that holds it, so neither
places nor sources have a limit of their own.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from claimmap.model import PLACE_KINDS, ROLES, STANCES
from claimmap.view.doubt import LIKELY
from claimmap.view.evidence import NO_NAMES
from claimmap.view.filters import BASIS_COLUMNS

Array = npt.NDArray[Any]

_WIDTHS = (np.uint8, np.uint16, np.uint32)


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """The claims at one version of the store, as the pages and the browser see them.

    frame: ``claims_frame``'s table. claims: the claims' ids in the order of the columns' rows.
    columns: the bytes described above, compressed with gzip. digest: names their content. names:
    a source's name in its report -> the name by which it goes over all reports.
    """

    frame: pd.DataFrame
    claims: pd.Index[str]
    columns: bytes
    digest: str
    names: Mapping[str, str]

    def match_bits(self, matches: Iterable[str]) -> bytes:
        """One bit for each claim, lowest first: whether its id is among ``matches``."""
        rows = self.claims.get_indexer(pd.Index(list(matches), dtype="str"))
        bits = np.zeros(len(self.claims), dtype=bool)
        bits[rows[rows >= 0]] = True
        return np.packbits(bits, bitorder="little").tobytes()


def take_snapshot(frame: pd.DataFrame, names: Mapping[str, str] = NO_NAMES) -> Snapshot:
    """``frame`` with its columns; equal frames have equal digests."""
    packed = pack_columns(frame)
    # mtime=0 and a fixed level: the same claims are the same bytes on every run.
    return Snapshot(
        frame=frame,
        claims=pd.Index(frame.loc[frame["lead"], "claim"], dtype="str"),
        columns=gzip.compress(packed, compresslevel=5, mtime=0),
        digest=hashlib.sha256(packed).hexdigest()[:16],
        names=names,
    )


def pack_columns(frame: pd.DataFrame) -> bytes:
    """The bytes described at the top of this file."""
    lead = frame["lead"].to_numpy()
    claims = frame[lead]
    origin = _origin(claims)
    placed = frame[frame["place"].notna()]
    codes, firsts = _places(placed)
    places = placed.iloc[firsts]
    arrays = {
        **_days(claims, origin),
        "source": _codes(claims["source"]),
        "outlet": _codes(claims["outlet"]),
        "stance": _codes(claims["stance"]),
        "links": _links(frame, lead),
        "link_place": codes,
        "link_role": _codes(placed["role"]),
        "link_radius": placed["radius_km"].fillna(0).round().to_numpy(dtype=np.uint32),
        "link_doubt": (placed["confidence"] < LIKELY).to_numpy(dtype=np.uint8),
        "place_id": places["place"].to_numpy(dtype=np.int32),
        "place_kind": _codes(places["kind"]),
        "place_latitude": places["latitude"].to_numpy(dtype=np.float32),
        "place_longitude": places["longitude"].to_numpy(dtype=np.float32),
    }
    names = {
        "origin": str(origin),
        "sources": claims["source"].cat.categories.tolist(),
        "outlets": claims["outlet"].cat.categories.tolist(),
        "stances": list(STANCES),
        "roles": list(ROLES),
        "kinds": list(PLACE_KINDS),
        "names": places["place_name"].astype("str").tolist(),
    }
    return _write(names, arrays)


def _origin(claims: pd.DataFrame) -> np.datetime64:
    days = claims[sorted({column for pair in BASIS_COLUMNS.values() for column in pair})]
    earliest = days.min().min()
    return np.datetime64("1970-01-01" if pd.isna(earliest) else earliest.date().isoformat(), "D")


def _days(claims: pd.DataFrame, origin: np.datetime64) -> dict[str, Array]:
    columns = dict.fromkeys(column for pair in BASIS_COLUMNS.values() for column in pair)
    return {column: _since(claims[column], origin) for column in columns}


def _since(days: pd.Series[Any], origin: np.datetime64) -> Array:
    values = days.to_numpy(dtype="datetime64[D]")
    counted = (values - origin).astype(np.int64) + 1
    return np.where(np.isnat(values), 0, counted)


def _places(placed: pd.DataFrame) -> tuple[Array, Array]:
    """The index of each row's place, and the row where each place stands first."""
    ids = placed["place"].to_numpy(dtype=np.int64)
    _, firsts, codes = np.unique(ids, return_index=True, return_inverse=True)
    return codes, firsts


def _codes(column: pd.Series[Any]) -> Array:
    codes: Array = column.cat.codes.to_numpy()
    return codes.astype(np.int64)


def _links(frame: pd.DataFrame, lead: Array) -> Array:
    """How many placed rows each claim has."""
    claim = np.cumsum(lead) - 1
    placed = frame["place"].notna().to_numpy()
    return np.bincount(claim[placed], minlength=int(lead.sum()))


def _smallest(values: Array) -> Array:
    if values.dtype.kind == "f" or values.dtype == np.int32:
        return values
    top = int(values.max(initial=0))
    return values.astype(next(width for width in _WIDTHS if top <= np.iinfo(width).max))


def _write(names: dict[str, Any], arrays: dict[str, Array]) -> bytes:
    bodies: list[bytes] = []
    table: dict[str, tuple[str, int, int]] = {}
    offset = 0
    for name, values in arrays.items():
        small = _smallest(values)
        body = small.astype(small.dtype.newbyteorder("<")).tobytes()
        table[name] = (small.dtype.name, offset, len(small))
        bodies.append(body + bytes(-len(body) % 8))
        offset += len(bodies[-1])
    header = json.dumps({**names, "arrays": table}, separators=(",", ":")).encode()
    header += b" " * (-(len(header) + 4) % 8)
    return b"".join([len(header).to_bytes(4, "little"), header, *bodies])
