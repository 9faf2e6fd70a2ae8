"""A series in one line of words: who gives which figure. Made from the data, and neutral."""

from __future__ import annotations

from claimmap.model import Claim
from claimmap.relate.counts import show_figure
from claimmap.relate.series import Point, Series

_MOST = 6
"""How many figures a line holds; who reads on has the chart."""


def tell_series(series: Series) -> str:
    """What is in conflict, or that nothing is: "A: 1,500; B, citing C: about 12,000 (planned)"."""
    rivals = sorted(series.rivals or series.points, key=lambda p: p.figure.quantity.value or 0.0)
    told = list(dict.fromkeys(map(_told, rivals)))
    line = "; ".join(told[:_MOST])
    if len(told) > _MOST:
        line += f"; and {len(told) - _MOST:,} more"
    return f"{line}."


def tell_who(claim: Claim) -> str:
    """Who says it and on whose word: "South Korean media, citing unidentified sources"."""
    names = [link.name or "an unnamed source" for link in claim.chain]
    if len(names) < 2:
        return names[0] if names else "an unknown source"
    *roots, teller = names[:-1]
    return ", citing ".join([teller, *reversed(roots)])


def _told(point: Point) -> str:
    claim = point.figure.claim
    figure = show_figure(point.figure.quantity)
    stance = "" if claim.stance == "asserted" else f" ({claim.stance})"
    return f"{tell_who(claim)}: {figure}{stance}"
