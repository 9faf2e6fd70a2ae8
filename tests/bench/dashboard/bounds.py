"""What was asked for, beside what was measured. "Floor" is a page with nothing but a slider."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isnan

from tests.bench.dashboard.costs import FAILED, Cost, Own, Result, percentile

_MILLION = 1_000_000
_FOLIUM_AT = 10_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """One bound. held: "yes", "no", or "not measured"."""

    what: str
    measured: str
    bound: str
    held: str


def judge(results: Sequence[Result], claims: int) -> Iterator[Verdict]:
    """The bounds that are set for a store of so many claims; results: of all ways over it."""
    ways = {result.way: result for result in results}
    ours, floor = ways.get("Claim Map"), ways.get("floor")
    if not ours or not ours.cost or not ours.own:
        return
    if claims == _FOLIUM_AT:
        yield _faster("folium marker a place", ways.get("marker_per_place"), ours.cost, 40)
    if claims == _MILLION:
        yield from _alone(ours.cost, ours.own)
        yield from _beside(ours.cost, ours.own, floor.cost if floor else None)
        yield _faster("pydeck point a place", ways.get("pydeck_places"), ours.cost, 12)


def _alone(cost: Cost, own: Own) -> Iterator[Verdict]:
    yield _most("frames while dragging, p95", percentile(own.frames, 95), 34, "ms")
    messages = own.messages if own.drags else float("nan")
    yield _most("messages to the server while dragging", messages, 0, "")
    yield _most("popup open, worst", max(own.popups, default=float("nan")), 300, "ms")
    yield _most("columns over the wire, once", own.columns / 1e6, 12, "MB")
    yield _most("a filter change over the wire", own.filter_bytes / 1e3, 2, "kB")
    yield _most("browser heap", cost.heap, 120, "MB")
    yield _most("server, at rest", cost.memory, 900, "MB")
    yield _most("server, at its highest", own.peak, 900, "MB")
    yield _most("a further session", own.further_session, 25, "MB")
    yield _most("words, worst", max(own.searches, default=float("nan")), 700, "ms")


def _beside(cost: Cost, own: Own, floor: Cost | None) -> Iterator[Verdict]:
    first, rerun = (floor.first, floor.change(50)) if floor else (float("nan"),) * 2
    yield _most("first map, of the floor's first page", cost.first / first, 1.8, "x")
    yield _most("drag, p50, of the floor's rerun", percentile(own.drags, 50) / rerun, 0.6, "x")
    yield _most("drag, p95, of the floor's rerun", percentile(own.drags, 95) / rerun, 0.6, "x")
    source = percentile(own.sources, 50)
    yield _most("another source, p50, of the floor's rerun", source / rerun, 2, "x")


def _most(what: str, value: float, most: float, unit: str) -> Verdict:
    held = "not measured" if isnan(value) else "yes" if value <= most else "no"
    return Verdict(what, _told(value, unit), f"at most {most:g} {unit}".strip(), held)


def _faster(what: str, other: Result | None, mine: Cost, least: float) -> Verdict:
    """A change of the range, p50: theirs in terms of ours."""
    what, bound = f"a change faster than {what}", f"at least {least:g} x"
    if other is None or other.trouble.startswith(FAILED):
        return Verdict(what, "", bound, "not measured")
    if other.cost is None:
        return Verdict(what, other.trouble, bound, "yes, it shows none")
    times = other.cost.change(50) / mine.change(50)
    return Verdict(what, _told(times, "x"), bound, "yes" if times >= least else "no")


def _told(value: float, unit: str) -> str:
    return f"{value:,.2f} {unit}".strip() if value < 10 else f"{value:,.0f} {unit}".strip()
