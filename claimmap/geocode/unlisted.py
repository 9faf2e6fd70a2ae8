"""Names that no place of the gazetteer bears, placed by the places that the text names around.

A street, a stadium or a hamlet lies most often in a town that its report names: beside it, or most
often (the minimal geographic focus of Leidner 2007). Such a name is lent the likely places of the
other names as candidates; how sure that is, ranking.py weighs as it weighs all else.
"""

from __future__ import annotations

import math
import re
from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass

from claimmap.geocode.features import Features
from claimmap.geocode.mentions import Mention
from claimmap.geocode.names import name_key
from claimmap.model import Place

MOST_LENT = 12

_TYPE = re.compile(
    r"\b(?:(?P<street>street|(?<=\w )st|avenue|ave|road|rd|lane|drive|dr|boulevard|blvd|highway"
    r"|parade|way|terrace|crescent|square|alley|freeway|motorway|turnpike|route)"
    r"|(?P<facility>airport|airfield|airbase|arena|base|barracks|bridge|building|camp|castle"
    r"|cathedral|cemetery|cent(?:er|re)|church|cinema|clinic|club|college|court|courthouse|dam"
    r"|embassy|factory|farm|gallery|gardens?|garrison|hall|hospital|hotel|house|institute|jail"
    r"|junction|library|mall|market|mill|mine|monastery|mosque|museum|neighbou?rhood|palace|park"
    r"|plant|plaza|port|prison|quarter|refinery|restaurant|school|shrine|stadium|station|synagogue"
    r"|temple|terminal|theat(?:er|re)|tower|township|tunnel|university|zoo))\b",
    re.IGNORECASE,
)


def type_of(name: str) -> str:
    """What an unlisted name says, last, that it is: "street", "facility" or else "name"."""
    words = [match.lastgroup for match in _TYPE.finditer(name)]
    return words[-1] or "name" if words else "name"


@dataclass(slots=True)
class Lenders:
    """The likely places of a document's names: how often each is named, and where.

    indices: of the toponyms that name each place (by its id); everywhere: of all, in text order.
    """

    places: dict[int, Place]
    indices: dict[int, list[int]]
    everywhere: list[int]

    @classmethod
    def of(cls, named: Iterable[tuple[Mention, Place]]) -> Lenders:
        """From the document's names and their likeliest places; a country or a sea lends none."""
        lenders = cls({}, {}, [])
        for mention, place in named:
            if place.kind in ("city", "district", "region"):
                lenders.places[place.id] = place
                lenders.indices.setdefault(place.id, []).extend(mention.indices)
                lenders.everywhere += mention.indices
        lenders.everywhere.sort()
        return lenders

    def most_named(self) -> list[int]:
        """Ids of the places that are named most often, the first of them first."""
        return sorted(self.indices, key=lambda id_: (-len(self.indices[id_]), self.indices[id_]))


def lend(mention: Mention, lenders: Lenders) -> list[tuple[Place, Features]]:
    """Candidates for an unlisted name, with what speaks for each."""
    everywhere = lenders.everywhere
    before = {everywhere[at - 1] for i in mention.indices if (at := bisect(everywhere, i))}
    after = {
        everywhere[at] for i in mention.indices if (at := bisect(everywhere, i)) < len(everywhere)
    }
    lent = []
    most = lenders.most_named()[:MOST_LENT]
    for id_ in most:
        place, mine = lenders.places[id_], lenders.indices[id_]
        steps = min(abs(i - other) for i in mine for other in mention.indices)
        features: Features = {
            f"lent to a {type_of(mention.name)}": 1.0,
            f"lent by a {place.kind}": 1.0,
            "lent, just before": 0.0 if before.isdisjoint(mine) else 1.0,
            "lent, just after": 0.0 if after.isdisjoint(mine) else 1.0,
            "lent, steps away": math.log(steps),
            "lent, share of names": len(mine) / len(everywhere),
            "lent, most named": 1.0 if len(mine) == len(lenders.indices[most[0]]) else 0.0,
            "lent, in the name": 1.0 if _in_name(place, mention.name) else 0.0,
        }
        lent.append((place, features))
    return lent


def _in_name(place: Place, name: str) -> bool:
    return f" {name_key(place.name)} " in f" {name_key(name)} "
