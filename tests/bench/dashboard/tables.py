"""What was measured, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tests.bench.dashboard.bounds import judge
from tests.bench.dashboard.costs import Cost, Result, percentile
from tests.bench.dashboard.peers import PEERS
from tests.bench.made_up.reports import DAYS

OURS = "Claim Map"
_KILO = 1000
_MEGA = 1_000_000


def report(results: Sequence[Result]) -> Iterator[str]:
    """All tables of a run, line by line."""
    plain = [result for result in results if not result.varied]
    sizes = sorted({result.claims for result in plain})
    for size in sizes:
        yield from _ways([result for result in plain if result.claims == size], size)
    judged = [
        (size, verdict)
        for size in sizes
        for verdict in judge([result for result in plain if result.claims == size], size)
    ]
    if judged:
        yield from ("", "The bounds", "")
        yield from _table(
            ("claims", "what", "measured", "bound", "held"),
            (
                (f"{size:,}", verdict.what, verdict.measured, verdict.bound, verdict.held)
                for size, verdict in judged
            ),
        )
    own = sorted(
        (result for result in results if result.own),
        key=lambda one: (one.days != DAYS, one.varied, one.claims, one.places, one.days),
    )
    yield from _growth(own)
    for result in own:
        yield from (f"missed at {result.claims:,}: {what}" for what in result.own_or_fail.missed)


def _ways(results: Sequence[Result], size: int) -> Iterator[str]:
    """One line a way of showing the claims."""
    costs = {result.way: result.cost for result in results}
    mine = costs.get(OURS)
    yield from ("", f"{size:,} claims", "")
    head = ("", "first map", "change p50", "p95", "x ours", "kB a change", "heap MB", "CPU ms")
    order = {way: number for number, way in enumerate((OURS, *PEERS))}
    yield from _table(
        (*head, "server MB", "changes"),
        (
            _cells(result, mine)
            for result in sorted(results, key=lambda result: order.get(result.way, 0))
        ),
    )


def _cells(result: Result, mine: Cost | None) -> Sequence[str]:
    cost = result.cost
    if cost is None:
        return (result.way, result.trouble, *[""] * 8)
    half = cost.change(50)
    return (
        result.way,
        f"{cost.first:,.0f}",
        f"{half:,.0f}",
        f"{cost.change(95):,.0f}",
        f"{half / mine.change(50):,.1f}" if mine else "",
        f"{cost.got / _KILO:,.1f}",
        f"{cost.heap:,.0f}",
        f"{cost.cpu:,.0f}",
        f"{cost.memory:,.0f}",
        f"{len(cost.changes)}",
    )


def _growth(results: Sequence[Result]) -> Iterator[str]:
    """Ours alone over stores of every size, and with more sessions."""
    if not results:
        return
    yield from ("", "Claim Map: what grows with claims, places and days", "")
    head = ("claims", "places", "days", "cold", "first map", "drag p50", "frames p95", "step")
    more = ("source", "words", "popup", "columns MB", "heap MB", "server MB")
    yield from _table((*head, *more), map(_growing, results))
    yield from ("", "Claim Map: what grows with sessions", "")
    yield from _table(
        ("claims", "sessions", "server MB", "all choose a source at once, ms"),
        (
            (
                f"{result.claims:,}",
                f"{session.sessions}",
                f"{session.memory:,.0f}",
                f"{percentile(session.changes, 50):,.0f}",
            )
            for result in results
            if not result.varied
            for session in result.own_or_fail.sessions
        ),
    )


def _growing(result: Result) -> Sequence[str]:
    own, cost = result.own_or_fail, result.cost
    assert cost
    return (
        f"{result.claims:,}",
        f"{result.places:,}",
        f"{result.days:,}",
        f"{own.cold:,.0f}",
        f"{cost.first:,.0f}",
        f"{percentile(own.drags, 50):.0f}",
        f"{percentile(own.frames, 95):.0f}",
        f"{cost.change(50):.0f}",
        f"{percentile(own.sources, 50):.0f}",
        f"{percentile(own.searches, 50):.0f}",
        f"{percentile(own.popups, 50):.0f}",
        f"{own.columns / _MEGA:.1f}",
        f"{cost.heap:.0f}",
        f"{cost.memory:.0f}",
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
