"""Claims as a table: one row for each claim and drawn place, the same schema when empty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from claimmap.model import PLACE_KINDS, ROLES, SOURCE_KINDS, STANCES
from claimmap.view.evidence import NO_NAMES

SCHEMA: dict[str, Any] = {
    "claim": "str",
    "document": "category",
    "outlet": "category",
    "source": "category",
    "source_kind": pd.CategoricalDtype(list(SOURCE_KINDS)),
    "stance": pd.CategoricalDtype(list(STANCES)),
    "published": "datetime64[s]",
    "event_first": "datetime64[s]",
    "event_last": "datetime64[s]",
    "statement_first": "datetime64[s]",
    "statement_last": "datetime64[s]",
    "place": "Int64",
    "place_name": "category",
    "country": "category",
    "kind": pd.CategoricalDtype(list(PLACE_KINDS)),
    "latitude": "float64",
    "longitude": "float64",
    "role": pd.CategoricalDtype(list(ROLES)),
    "confidence": "float32",
    "radius_km": "float32",
    "lead": "bool",
}
"""Column -> dtype.

Dates are whole days, NaT where open or unknown. place: a ``Place.id``, <NA> (with every column of
the place) for a claim that has no drawn place. radius_km: how far from the point the scene may
lie. lead: True on the first of a claim's rows, so that counting claims is a sum.
"""

ROW_FIELDS: tuple[str, ...] = tuple(name for name in SCHEMA if name != "lead")
"""The order of the values in a row that ``claims_frame`` reads."""

_SOURCE = ROW_FIELDS.index("source")


def claims_frame(
    rows: Iterable[Sequence[Any]], names: Mapping[str, str] = NO_NAMES
) -> pd.DataFrame:
    """The table of ``rows``, each holding ``ROW_FIELDS`` in order.

    names: a source's name in its report -> the name by which it goes over all reports.

    Days are ``datetime.date`` or ISO strings, absent values ``None``. Claims keep the order they
    first come in, and a claim's rows stand together; a row that repeats the claim, place and role
    of another (two mentions in one claim) is kept only once.
    """
    columns = list(zip(*rows, strict=True)) or [() for _ in ROW_FIELDS]
    columns[_SOURCE] = tuple(names.get(name, name) for name in columns[_SOURCE])
    frame = pd.DataFrame(
        {
            name: _column(values, SCHEMA[name])
            for name, values in zip(ROW_FIELDS, columns, strict=True)
        }
    )
    frame = frame[~frame.duplicated(["claim", "place", "role"])]
    order = np.argsort(pd.factorize(frame["claim"])[0], kind="stable")
    frame = frame.iloc[order].reset_index(drop=True)
    frame["lead"] = ~frame["claim"].duplicated()
    return frame


def whole_claims(frame: pd.DataFrame, rows: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Which rows belong to a claim that has at least one of ``rows``; both one flag a row.

    frame: whole claims, each with its lead first. Counting leads numbers the claims, which at a
    million rows is a hundred times faster than to compare their ids.
    """
    number = np.cumsum(frame["lead"].to_numpy())
    wanted = np.zeros(len(frame) + 1, dtype=bool)
    wanted[number[rows]] = True
    flags: npt.NDArray[np.bool_] = wanted[number]
    return flags


def _column(values: Sequence[Any], dtype: Any) -> pd.Series[Any]:
    if dtype == "datetime64[s]":
        # numpy reads dates, ISO strings and None alike; pandas would guess nanoseconds.
        return pd.Series(np.array(values, dtype="datetime64[D]").astype("datetime64[s]"))
    if dtype == "category" and not any(value is not None for value in values):
        return pd.Series(pd.Categorical(values, categories=pd.Index([], dtype="str")))
    column: pd.Series[Any] = pd.Series(list(values), dtype=dtype)
    return column
