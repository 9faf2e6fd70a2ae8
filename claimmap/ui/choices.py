"""What the filter's fields offer. Of many names only the most frequent go to the browser.

The others can be typed: their names are known here, and a link may hold any of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

import numpy as np

from claimmap.model import Place
from claimmap.view.columns import Array, Columns
from claimmap.view.days import data_extent
from claimmap.view.lists import place_totals

OFFERED = 300
"""How many places the field offers; any other can be typed."""

_NAMES = 2_000


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen, the most frequent first.

    places: id -> label, no label twice. extent: the first and last day over all three times. names:
    a source's name in its report -> its name over all reports.
    """

    sources: tuple[str, ...]
    outlets: tuple[str, ...]
    places: Mapping[int, str]
    extent: tuple[date, date] | None
    names: Mapping[str, str] = field(default_factory=dict)

    def find_places(self, typed: str) -> list[int]:
        """The places of that label or name; failing these the most frequent that begins so."""
        wanted = typed.strip().casefold()
        if not wanted:
            return []
        folded = {place: label.casefold() for place, label in self.places.items()}
        named = [place for place, label in folded.items() if label.partition(",")[0] == wanted]
        exact = [place for place, label in folded.items() if label == wanted]
        begun = [place for place, label in folded.items() if label.startswith(wanted)]
        return exact or named or begun[:1]


def make_choices(columns: Columns, names: Mapping[str, str] = MappingProxyType({})) -> Choices:
    """What the filter offers for these claims. names: see ``Choices``."""
    totals = place_totals(columns, np.ones(len(columns), dtype=bool))
    frequent = np.argsort(-totals, kind="stable").tolist()
    return Choices(
        sources=_by_frequency(columns.sources, columns.source),
        outlets=_by_frequency(columns.outlets, columns.outlet),
        places=_labels(columns.places[code] for code in frequent),
        extent=data_extent(columns),
        names=names,
    )


def offered_places(choices: Choices, chosen: Collection[int]) -> list[int]:
    """The most frequent places by name, and whatever is chosen."""
    frequent = list(choices.places)[:OFFERED]
    return sorted({*frequent, *chosen}, key=lambda place: choices.places[place].casefold())


def offered_names(names: Sequence[str], chosen: Iterable[str]) -> list[str]:
    """The most frequent names, then those chosen of the others."""
    return list(dict.fromkeys([*names[:_NAMES], *(name for name in chosen if name in names)]))


def _by_frequency(names: Sequence[str], codes: Array) -> tuple[str, ...]:
    counts = np.bincount(codes, minlength=len(names))
    return tuple(names[code] for code in np.argsort(-counts, kind="stable").tolist())


def _labels(places: Iterable[Place]) -> dict[int, str]:
    labels: dict[int, str] = {}
    told: set[str] = set()
    for place in places:
        label = ", ".join(filter(None, (place.name, place.address)))
        labels[place.id] = f"{label} ({place.id})" if label in told else label
        told.add(label)
    return labels
