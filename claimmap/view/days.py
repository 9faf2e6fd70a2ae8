"""Claims over days: how far they reach, and how many each day or week holds."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd

from claimmap.model import TimeBasis
from claimmap.view.filters import BASIS_COLUMNS

# A bar should stay wide enough to see and to point at: about 120 of them fill a page.
_WIDEST = ((120, 1, "day"), (120 * 7, 7, "week"), (120 * 31, 30, "30 days"))
_YEAR = (365, "year")


def bin_days(first: date, last: date) -> tuple[int, str]:
    """How many days a bar covers over ``first`` to ``last``, and that in words."""
    days = (last - first).days + 1
    for limit, width, words in _WIDEST:
        if days <= limit:
            return width, words
    return _YEAR


def data_extent(frame: pd.DataFrame) -> tuple[date, date] | None:
    """The first and the last day in a frame over all three times; None where it holds no day."""
    columns = {name for pair in BASIS_COLUMNS.values() for name in pair}
    days = [frame[name].dropna() for name in columns]
    days = [column for column in days if len(column)]
    if not days:
        return None
    first = min(column.min() for column in days)
    last = max(column.max() for column in days)
    return first.date(), last.date()


def histogram_counts(
    frame: pd.DataFrame, basis: TimeBasis, extent: tuple[date, date], chosen: tuple[date, date]
) -> pd.DataFrame:
    """How many claims each day or week of ``extent`` holds.

    A claim counts in every bar that its interval meets, so a bar's height is what a range of just
    that bar would show. Returns one row a bar: first, last, claims, chosen (whether the bar meets
    the chosen range).
    """
    first, last = extent
    width, _ = bin_days(first, last)
    bars = (last - first).days // width + 1
    column_first, column_last = BASIS_COLUMNS[basis]
    claims = frame.loc[frame["lead"], [*dict.fromkeys((column_first, column_last))]]
    dated = claims[column_first].notna() | claims[column_last].notna()
    origin = pd.Timestamp(first)
    # An interval open at one end reaches without limit there, as the filter reads it.
    opened = claims[column_first].fillna(origin)
    closed = claims[column_last].fillna(pd.Timestamp(last))
    enters = ((opened[dated] - origin).dt.days // width).clip(0, bars).to_numpy(dtype=np.int64)
    leaves = ((closed[dated] - origin).dt.days // width + 1).clip(0, bars).to_numpy(dtype=np.int64)
    steps = np.bincount(enters, minlength=bars + 1) - np.bincount(leaves, minlength=bars + 1)
    starts = [first + timedelta(days=width * bar) for bar in range(bars)]
    ends = [min(start + timedelta(days=width - 1), last) for start in starts]
    low, high = chosen
    return pd.DataFrame(
        {
            "first": pd.Series(starts, dtype="datetime64[s]"),
            "last": pd.Series(ends, dtype="datetime64[s]"),
            "claims": np.cumsum(steps)[:bars],
            "chosen": [
                start <= high and end >= low for start, end in zip(starts, ends, strict=True)
            ],
        }
    )
