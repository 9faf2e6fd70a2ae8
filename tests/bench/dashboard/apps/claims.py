"""What the plain apps share: the claims as pandas reads them, and a slider over their days.

An app is a Streamlit script of the few lines that a user would write; the claims come from a file
of arrays, read once, so that none of them waits for a database.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

ARRAYS = "CLAIMMAP_BENCH_ARRAYS"
"""The setting that names the file: day, latitude and longitude, one element a claim and place."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The rows in the chosen range, and the same one row a place with their number."""

    claims: pd.DataFrame
    places: pd.DataFrame


@st.cache_resource(show_spinner=False)
def read_claims() -> pd.DataFrame:
    """Columns day (a whole number), latitude, longitude."""
    with np.load(os.environ[ARRAYS]) as arrays:
        return pd.DataFrame({name: arrays[name] for name in arrays.files})


def choose_range() -> Shown:
    """Draw the slider, and say how many claims it leaves."""
    claims = read_claims()
    first, last = int(claims["day"].min()), int(claims["day"].max())
    # A step that surely changes what is shown: st_folium passes over a map that stays the same.
    step = max(1, (last - first) // 40)
    low, high = st.slider("Range of days", first, last, (first, last), step)
    claims = claims[claims["day"].between(low, high)]
    st.text(f"range {low} to {high}")
    places = claims.groupby(["latitude", "longitude"], as_index=False).size()
    return Shown(claims, places)
