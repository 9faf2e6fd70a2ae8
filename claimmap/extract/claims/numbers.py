"""Which of a sentence's quantities a claim tells of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claimmap.model import Quantity, Span, Timex

_AGES = frozenset({"year of age", "month of age"})


def find_told(
    quantities: Sequence[Quantity],
    timexes: Sequence[Timex],
    text: str,
    own: Callable[[Span], bool],
) -> Iterator[Quantity]:
    """The quantities that the claim puts forward; own: whether a span is in its content.

    "One of the bridges" picks one out and counts nothing, an age describes a person, a length of
    time ("for 20 years") is a time expression, and a measure within what another number counts
    ("900 152-mm rounds") says which things they are.
    """
    times = [t.span for t in timexes]
    counted = [q.counted_span for q in quantities if q.counted_span]
    for quantity in quantities:
        span = quantity.span
        if not own(span) or quantity.unit in _AGES or _picks_out(quantity, text):
            continue
        if any(t.covers(span) for t in times) or any(c.covers(span) for c in counted):
            continue
        yield quantity


def _picks_out(quantity: Quantity, text: str) -> bool:
    words = text[quantity.span.end : quantity.span.end + 4].split()
    return quantity.value == 1 and words[:1] == ["of"]
