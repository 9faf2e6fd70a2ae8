"""Why a place was chosen, in one line that a reader can check against the text."""

from __future__ import annotations

from collections.abc import Sequence

from claimmap.geocode.mentions import Mention
from claimmap.geocode.ranking import kilometres
from claimmap.model import Place

NEARBY_KM = 300.0


def of_choice(
    mention: Mention, place: Place, features: dict[str, float], others: Sequence[Place]
) -> str:
    """The reason for the chosen place. ``others``: the places of the document's other names."""
    told = [*_told(mention, place, features)]
    if others and place.kind not in ("country", "sea", "area"):
        towns = [other for other in others if other.kind != "country"]
        near = sum(kilometres(place, other) <= NEARBY_KM for other in towns)
        if near:
            told.append(f"{near} of {len(towns)} other places lie within {NEARBY_KM:.0f} km")
    if len(mention.candidates) == 1 and place.id not in mention.spelled:
        told.append("the only place of that name")
    elif features.get("first"):
        told.append(f"the largest of {len(mention.candidates)} places of that name")
    elif not told:
        told.append(f"fits best of {len(mention.candidates)} places of that name")
    return "; ".join(told[:3])


def of_candidate(mention: Mention, place: Place, features: dict[str, float]) -> str:
    """What speaks for one candidate."""
    return "; ".join(_told(mention, place, features)[:2])


def _told(mention: Mention, place: Place, features: dict[str, float]) -> list[str]:
    told = []
    if place.id in mention.spelled:
        told.append(f"spelled {place.name}")
    if mention.wide:
        told.append("placed at the town it is named after")
    if features.get("container", 0.0) > 0:
        told.append("region or country stated beside the name")
    if features.get("country named") and place.kind != "country":
        told.append("country named in text")
    if features.get(f"agrees that it is a {mention.level}"):
        told.append(f"the text says it is a {mention.level}")
    if features.get("capital") and not told:
        told.append("the capital of its country")
    if features.get("outlet's home"):
        told.append("the outlet's home")
    return told
