"""The claims of one place, in the order they are listed."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from claimmap.model import TimeBasis
from claimmap.view.filters import BASIS_COLUMNS
from claimmap.view.frames import whole_claims
from claimmap.view.rows import PlaceHead


def place_row(frame: pd.DataFrame, place: int) -> PlaceHead | None:
    """The place as plain values; None where no claim has it."""
    rows = frame[_rows_at(frame, place)]
    if rows.empty:
        return None
    first = rows.iloc[0]
    return {
        "id": int(first["place"]),
        "name": str(first["place_name"]),
        "country": str(first["country"]),
        "kind": first["kind"],
    }


def claims_at(frame: pd.DataFrame, place: int) -> pd.DataFrame:
    """All rows of the claims that have ``place`` among their drawn places."""
    return frame[whole_claims(frame, _rows_at(frame, place))]


def newest_first(shown: pd.DataFrame, basis: TimeBasis) -> list[str]:
    """The ids of the claims in ``shown``, latest last day first, those without a day at the end.

    Claims of one day keep the order of the frame.
    """
    first, last = BASIS_COLUMNS[basis]
    leads = shown[shown["lead"]]
    days = leads[last].fillna(leads[first])
    order = days.sort_values(ascending=False, kind="stable", na_position="last").index
    claims: list[str] = leads.loc[order, "claim"].tolist()
    return claims


def _rows_at(frame: pd.DataFrame, place: int) -> npt.NDArray[np.bool_]:
    return frame["place"].eq(place).to_numpy(dtype=bool, na_value=False)
