"""Claims that count something, as the store would hand them out, and the figures read from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from claimmap.model import Bound, Claim, Interval, Quantity, Source, SourceKind, Span, Stance
from claimmap.store import DocumentRow, FigureRow, StoredClaim
from claimmap.view.columns import NO_DAY, to_date
from claimmap.view.series import Figures, read_figures
from tests.view.rows import a_claim, columns_of, row

FIRST = date(2024, 3, 1)


def counting(
    number: int,
    value: float,
    who: str,
    *,
    day: int | None = 0,
    bound: Bound = "=",
    stance: Stance = "asserted",
    kind: SourceKind = "company",
    relay: str = "",
    **fields: Any,
) -> Claim:
    """A claim that counts boats; day: of its statement, counted from ``FIRST``, None for none."""
    claim, _, _ = a_claim(f"{value:g} boats", said=who, number=number, document=f"d{number}")
    links = [Source(who, kind), *([Source(relay, "media")] if relay else []), claim.chain[-1]]
    exact = value if bound == "=" else None
    given = {"thing": "boat", "actor": "Ruthenia", "counted": "Ruthenian boats", **fields}
    quantity = Quantity(Span(50, 51), value, exact, exact, bound == "~", bound, "boat", **given)
    said = FIRST + timedelta(days=day) if day is not None else None
    return replace(
        claim,
        chain=tuple(links),
        stance=stance,
        quantities=(quantity,),
        statement=Interval(said, said, 1 if said else None, "told"),
    )


class Told:
    """Claims by number, as a store has them."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self.known = {int(claim.id[1:]): claim for claim in claims}
        self.asked: set[int] = set()

    def claims(self, numbers: Sequence[int]) -> dict[int, StoredClaim]:
        self.asked.update(numbers)
        head = DocumentRow("d", "Morning Paper", "", "", None, (), 1)
        return {
            number: StoredClaim(self.known[number], head, "boats")
            for number in numbers
            if number in self.known
        }

    @property
    def figures(self) -> Figures:
        """What ``read_figures`` makes of them."""
        rows = [_row(number, claim) for number, claim in self.known.items()]
        told = [_figure(number, claim) for number, claim in self.known.items()]
        return read_figures(
            lambda last: [one for one in told if one.number > last], columns_of(rows), {}
        )


def _row(number: int, claim: Claim) -> tuple[Any, ...]:
    said = claim.statement.first
    return row(
        number=number,
        source=claim.chain[0].name,
        stance=claim.stance,
        statement_first=said,
        statement_last=said,
        published=None,
    )


def _figure(number: int, claim: Claim) -> FigureRow:
    relay = claim.chain[1].name if len(claim.chain) > 2 else ""
    return FigureRow(number, claim.document, claim.chain[0], relay, claim.quantities)


def days_of(figures: Figures) -> list[str]:
    """The days of the figures, "" for none."""
    return [str(to_date(int(day))) if day != NO_DAY else "" for day in figures.day]
