"""Where our routes have the claims from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from claimmap.model import Claim, Filter
from claimmap.view.evidence import Report
from claimmap.view.filters import Selection
from claimmap.view.snapshots import Snapshot
from claimmap.view.standing import Standing


class Evidence(Protocol):
    """What the routes ask of the store."""

    def claims(self, numbers: Sequence[int]) -> Mapping[int, tuple[Claim, Report, str]]:
        """Each claim with its report and the text of its sentence, in the order asked for."""

    def each_claim(self, numbers: Iterable[int]) -> Iterable[tuple[Claim, Report, str]]:
        """The same for any number of them, read as they are asked for."""


@dataclass(frozen=True, slots=True)
class Claims:
    """Where the routes have the claims from.

    current: the snapshot of the store as it is now; called for each request, so it should be
    cheap while nothing changes. select: what a filter leaves of a snapshot. compare: how its
    claims stand beside each other, which may take a while; compare_soon: None where it would.
    """

    store: Evidence
    current: Callable[[], Snapshot]
    select: Callable[[Snapshot, Filter], Selection]
    compare: Callable[[Snapshot], Standing]
    compare_soon: Callable[[Snapshot], Standing | None]
