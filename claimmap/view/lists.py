"""Which claims a page of a list holds: those on the map by place, those without a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from claimmap.model import TimeBasis
from claimmap.view.places import newest_first


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """The part of a place's claims that stands on one page.

    total: how many claims the place has over all pages. begins: whether its first claim is here.
    """

    place: int
    name: str
    country: str
    kind: str
    total: int
    claims: tuple[str, ...]
    begins: bool


def placed_rows(shown: pd.DataFrame) -> pd.DataFrame:
    """The rows that stand on the map, each pair of claim and place once, whatever its roles."""
    # Claims as running numbers: comparing integers is ten times faster than comparing their ids.
    pairs = pd.DataFrame({"claim": shown["lead"].cumsum(), "place": shown["place"].to_numpy(float)})
    first = pairs["place"].notna().to_numpy() & ~pairs.duplicated().to_numpy()
    placed: pd.DataFrame = shown.loc[first]
    return placed


def place_groups(
    placed: pd.DataFrame, basis: TimeBasis, start: int, size: int
) -> Iterator[PlaceGroup]:
    """The claims by place, most claims first, newest first within a place: ``size`` from ``start``.

    placed: ``placed_rows``. A claim with two places stands under both. Only the places of this
    page are sorted, so that a page costs little at a million claims.
    """
    codes, places = pd.factorize(placed["place"].to_numpy(np.int64), sort=True)
    totals = np.bincount(codes, minlength=len(places))
    offset = 0
    for code in np.argsort(-totals, kind="stable"):
        total = int(totals[code])
        if offset >= start + size:
            break
        if offset + total > start:
            rows = placed[codes == code]
            first = max(start - offset, 0)
            claims = newest_first(rows.assign(lead=True), basis)[first : start + size - offset]
            yield _group(rows, tuple(claims), begins=first == 0)
        offset += total


def unplaced_claims(shown: pd.DataFrame, basis: TimeBasis) -> list[str]:
    """The ids of the shown claims that have no place on the map, newest first."""
    return newest_first(shown[shown["place"].isna()], basis)


def sorted_rows(shown: pd.DataFrame, column: str, *, ascending: bool) -> pd.DataFrame:
    """The rows ordered by a column of the frame, empty values last; equal ones keep their order."""
    if column in shown.select_dtypes("category"):
        keys = shown[column].astype("str").where(shown[column].notna())
        order = keys.sort_values(ascending=ascending, kind="stable", na_position="last").index
        return shown.loc[order]
    return shown.sort_values(column, ascending=ascending, kind="stable", na_position="last")


def _group(rows: pd.DataFrame, claims: tuple[str, ...], *, begins: bool) -> PlaceGroup:
    head = rows.iloc[0]
    return PlaceGroup(
        int(head["place"]),
        str(head["place_name"]),
        str(head["country"]),
        str(head["kind"]),
        len(rows),
        claims,
        begins,
    )
