"""What the plain apps share: the claims as pandas reads them, and a slider over their days.

An app is a Streamlit script of the few lines that a user would write; the claims come from a file
of arrays, read once, so that none of them waits for a database.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import streamlit as st

ARRAYS = "CLAIMMAP_BENCH_ARRAYS"
"""The setting that names the file: day, latitude and longitude, one element a claim and place."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The rows in the chosen range."""

    claims: pd.DataFrame

    @property
    def places(self) -> pd.DataFrame:
        """The same one row a place, with their number as ``size``."""
        return self.claims.groupby(["latitude", "longitude"], as_index=False).size()


@st.cache_resource(show_spinner=False)
def read_claims() -> tuple[pd.DataFrame, npt.NDArray[Any]]:
    """Columns day (a whole number), latitude, longitude; and the days that occur, in order."""
    with np.load(os.environ[ARRAYS]) as arrays:
        claims = pd.DataFrame({name: arrays[name] for name in arrays.files})
    return claims, np.unique(claims["day"])


def choose_range() -> Shown:
    """Draw the slider, and say which days it leaves."""
    claims, days = read_claims()
    # Over the days that have claims, so that a step surely changes what is shown: st_folium passes
    # over a map that stays the same.
    last = len(days) - 1
    low, high = st.slider("Range of days", 0, last, (0, last), max(1, last // 40))
    st.text(f"range {days[low]} to {days[high]}")
    return Shown(claims[claims["day"].between(days[low], days[high])])
