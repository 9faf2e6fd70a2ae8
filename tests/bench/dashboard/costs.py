"""What is measured: the same of every way of showing claims, and what only Claim Map has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

OPENINGS = 5
"""How often a first map is timed, ours and the floor's."""

FAILED = "the benchmark failed"
"""How a trouble begins that says nothing of the way that was to be measured."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a way of showing claims takes; times in milliseconds.

    firsts: until the first map, on a warm server, of each opening. changes: of each change of the
    range until it is drawn. got: bytes over the wire a change. heap: the browser's, in MB. cpu: the
    server's milliseconds a change. memory: the server's, in MB.
    """

    firsts: tuple[float, ...]
    changes: tuple[float, ...]
    got: float
    heap: float
    cpu: float
    memory: float

    @property
    def first(self) -> float:
        """The middle one of the first maps."""
        return percentile(self.firsts, 50)

    def change(self, share: float) -> float:
        """A percentile of the changes, share from 0 to 100."""
        return percentile(self.changes, share)


@dataclass(frozen=True, slots=True)
class Session:
    """With so many sessions open: the server's MB, and ms until all at once have a new source."""

    sessions: int
    memory: float
    changes: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Own:
    """What only our timeline and filter have; times in milliseconds.

    cold: the first map of a server that has just started. drags: from each move of the hand to the
    map that shows its range. frames: between two frames while dragging. messages: from the page to
    the server while dragging. sources: from the choice of a source to map and counts that agree.
    searches: the same for words. filter_bytes: over the wire at each choice of a source. popups:
    from the key to the claims. columns: bytes of the claims' columns. peak: the most MB that the
    server ever had, as it reads the store. missed: changes that did not
    come within the patience.
    """

    cold: float
    drags: tuple[float, ...]
    frames: tuple[float, ...]
    messages: int
    sources: tuple[float, ...]
    searches: tuple[float, ...]
    filter_bytes: float
    popups: tuple[float, ...]
    columns: float
    peak: float
    sessions: tuple[Session, ...]
    missed: tuple[str, ...]

    @property
    def further_session(self) -> float:
        """MB of the server for each session after the first; NaN where there was no further."""
        if len(self.sessions) < 2:
            return float("nan")
        least, most = self.sessions[0], self.sessions[-1]
        return (most.memory - least.memory) / (most.sessions - least.sessions)


@dataclass(frozen=True, slots=True)
class Result:
    """One way over one store.

    varied: the store is not of the usual places and days. own: of ours alone. trouble: why there
    is no cost, in words.
    """

    way: str
    claims: int
    places: int
    days: int
    varied: bool = False
    cost: Cost | None = None
    own: Own | None = None
    trouble: str = ""

    @property
    def own_or_fail(self) -> Own:
        """For results that are known to be ours."""
        assert self.own
        return self.own


def percentile(values: Sequence[float], share: float) -> float:
    """A percentile, share from 0 to 100; NaN of none."""
    return float(np.percentile(values, share)) if values else float("nan")
