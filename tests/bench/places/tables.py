"""The figures of the benchmark as tables of plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tests.bench.places.calibration import BINS, Bin, calibration_error
from tests.bench.places.scores import Score, Tally, accuracy, area, mean, median

_WIDTH = 38


def recognition_table(rows: Mapping[str, Score]) -> Iterator[str]:
    """Found spans, exact and overlapping, and what was found and placed."""
    yield (
        f"{'recognition':{_WIDTH}}   exact P     R    F1   overlap P     R    F1"
        "   @161 km P     R    F1"
    )
    for name, one in rows.items():
        yield (
            f"  {name:{_WIDTH - 2}}     {_prf(one.exact)}       {_prf(one.overlap)}"
            f"       {_prf(one.end_to_end)}"
        )


def resolution_table(rows: Mapping[str, Score]) -> Iterator[str]:
    """Distances with the names given; those not placed count, or are left out."""
    yield (
        f"{'names given, only placed':{_WIDTH}}   @161 km  mean km  median   AUC"
        "   of those placed: @161 km  mean km  median   AUC      n"
    )
    for name, one in rows.items():
        yield (
            f"  {name:{_WIDTH - 2}}   {_distances(one.all_errors)}"
            f"                    {_distances(one.errors)}  {len(one.errors):5}"
        )


def reliability_table(rows: Mapping[str, Sequence[Bin]]) -> Iterator[str]:
    """Confidence against the share right, a tenth a line, and the calibration error below."""
    yield f"{'confidence':{_WIDTH}}" + "".join(f"{name:>30}" for name in rows)
    yield " " * _WIDTH + "".join(f"{'n':>14}  told  right   " for _ in rows)
    for tenth in range(BINS):
        members = [next((b for b in bins if b.number == tenth), None) for bins in rows.values()]
        if any(members):
            label = f"  {tenth / BINS:.1f} to {(tenth + 1) / BINS:.1f}"
            yield f"{label:{_WIDTH}}" + "".join(map(_bin, members))
    errors = "".join(f"{calibration_error(bins):>24.3f}      " for bins in rows.values())
    yield f"{'  expected calibration error':{_WIDTH}}{errors}"


def tally_line(name: str, tally: Tally) -> str:
    """Precision, recall and F1 of one count."""
    figures = f"P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}"
    return f"{name:{_WIDTH}}         {figures}"


def cost_lines(parsing: float, placing: float, megabytes: float) -> Iterator[str]:
    """Time beside the parser's, and memory."""
    share = placing / parsing if parsing else 0.0
    yield (
        f"time: finding and placing names took {placing:.1f} s, {share:.1%} of the parser's"
        f" {parsing:.1f} s"
    )
    yield f"memory: annotate held at most {megabytes:.0f} MB"


def _prf(tally: Tally) -> str:
    return f"{tally.precision:.3f} {tally.recall:.3f} {tally.f1:.3f}"


def _distances(errors: Sequence[float]) -> str:
    return (
        f"  {accuracy(errors):.3f}  {mean(errors):7,.0f} {median(errors):7,.0f} {area(errors):.3f}"
    )


def _bin(one: Bin | None) -> str:
    if one is None:
        return f"{'-':>14}" + " " * 16
    return f"{one.size:14}  {one.confidence:.2f}   {one.right:.2f}   "
