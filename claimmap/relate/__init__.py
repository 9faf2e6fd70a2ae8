"""How claims stand to each other: which contradict, corroborate, repeat or belong to one another.

Related are only claims that count or assert the same thing of the same actor; counts.py asks that
of numbers, assertions.py of what is said without one, roots.py who is behind each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claimmap.model import Claim, Relation
from claimmap.relate.assertions import assertion_key, relate_assertions
from claimmap.relate.counts import count_keys, relate_counts

__all__ = ["find_relations"]

# Of the claims under one key each is held against this many before it: a story told by thousands
# of reports is then linked to its neighbours in time, not each to each.
_NEAREST = 100


def find_relations(claims: Iterable[Claim]) -> Iterator[Relation]:
    """The relations among claims, of any number of documents; each pair at most once.

    In a relation ``one`` is the earlier claim in the order given, but for "part of", where it is
    the part. Time grows with the claims times ``_NEAREST``.
    """
    shelves: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        related: set[str] = set()
        for key in (*count_keys(claim), *assertion_key(claim)):
            for earlier in _nearest(shelves[key]):
                if earlier.id not in related and earlier.id != claim.id:
                    relation = relate(earlier, claim)
                    if relation is not None:
                        related.add(earlier.id)
                        yield relation
            shelves[key].append(claim)


def relate(one: Claim, other: Claim) -> Relation | None:
    """How two claims stand to each other; None where they cannot be compared."""
    return relate_counts(one, other) or relate_assertions(one, other)


def _nearest(shelf: Sequence[Claim]) -> Sequence[Claim]:
    return shelf[-_NEAREST:]
