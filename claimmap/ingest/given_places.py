"""The places that a file of claims names -> places of the gazetteer, or as the file gives them.

A place is stored once for all claims, so no file may move one that is known: what it says of such a
place counts only where it agrees.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from claimmap.geocode.gazetteer import Gazetteer
from claimmap.geocode.near import distances_km
from claimmap.geocode.resolve import resolve
from claimmap.model import Claim, Document, Extraction, Place, Span, Toponym
from claimmap.reading import GivenPlace, Ready
from claimmap.store import Store

_MOVED_KM = 50.0  # as far as another edition of a gazetteer may put a place, beside its own reach
_NAMESAKE_KM = 25.0  # within which a point is that of the place of its name
# From here down the ids of places that no one but a file knows; those that a service told lie below
# twice as much.
_FIRST_ID = -(2**29)


@dataclass(frozen=True, slots=True)
class Settled:
    """Claims whose places are settled, and what to mind."""

    extraction: Extraction
    notices: tuple[str, ...] = ()


def settle_places(ready: Ready, gazetteer: Gazetteer, store: Store) -> Settled:
    """The claims with each place as it is known here.

    A place with an id that nobody knows is as the file gives it. One that is known is as it is
    known, unless the file puts it elsewhere: then the claim goes without it, and that is told.
    """
    given = ready.extraction
    claims = {claim.id: claim for claim in given.claims}
    notices: dict[str, None] = {}
    for one in ready.places:
        claim = claims[one.claim]
        toponym, told = _look_up(one, claim, given.document, gazetteer)
        claims[one.claim] = replace(claim, toponyms=(*claim.toponyms, toponym))
        notices |= dict.fromkeys(told)
    judge = _Judge(_known_places(claims.values(), gazetteer, store))
    settled = tuple(
        replace(claim, toponyms=tuple(map(judge.settle, claim.toponyms)))
        for claim in claims.values()
    )
    toponyms = dict.fromkeys(one for claim in settled for one in claim.toponyms)
    found = replace(given, claims=settled, toponyms=tuple(toponyms))
    return Settled(found, (*notices, *judge.notices))


@dataclass(slots=True)
class _Judge:
    """Holds the places of a file against those that are known, by their ids."""

    known: Mapping[int, Place]
    notices: dict[str, None] = field(default_factory=dict)

    def settle(self, toponym: Toponym) -> Toponym:
        """The toponym at its place as that is known; without one where the two disagree."""
        place = toponym.place
        known = self.known.get(place.id) if place else None
        if place is None or known is None:
            return toponym
        away = _distance_km(place, known)
        if away > _MOVED_KM + known.radius_km:
            why = f"the file puts place {place.id} {away:,.0f} km from {known.name}, which it is"
            self.notices[f"{why}; so the claim has no place"] = None
            return replace(
                toponym, place=None, confidence=0.0, precision=None, radius_km=0.0, reason=why
            )
        if _told(place) != _told(known):
            told = f"place {place.id} is called {known.name} here, at {known.latitude}"
            self.notices[f"{told}, {known.longitude}; the file has {place.name}"] = None
        return replace(toponym, place=known)


def _told(place: Place) -> tuple[object, ...]:
    """What an export tells of a place."""
    point = (round(place.latitude, 4), round(place.longitude, 4))
    return place.name, place.country, place.kind, place.address, point


def _known_places(
    claims: Iterable[Claim], gazetteer: Gazetteer, store: Store
) -> Mapping[int, Place]:
    """The places of these claims that the gazetteer or the store knows."""
    ids = {one.place.id for claim in claims for one in claim.toponyms if one.place}
    known = {id_: place for id_ in ids if (place := gazetteer.place(id_))}
    stored = store.places(ids - set(known)) if ids - set(known) else ()
    return known | {place.id: place for place in stored}


def _look_up(
    given: GivenPlace, claim: Claim, document: Document, gazetteer: Gazetteer
) -> tuple[Toponym, list[str]]:
    """The toponym of a place that a person named or pointed at, and what to mind."""
    sentence = claim.sentence.of(document.text)
    start = sentence.find(given.name) if given.name else -1
    begins = claim.sentence.start + max(start, 0)
    span = Span(begins, begins + (len(given.name) if start >= 0 else 0))
    if given.latitude is None or given.longitude is None:
        return _by_name(given, span, sentence, gazetteer)
    near = [
        place
        for place in gazetteer.places(given.name)
        if _distance_km(_point(given), place) <= _NAMESAKE_KM
    ]
    place = near[0] if near else _point(given)
    why = "given with its coordinates"
    return Toponym(span, "scene", (), place, 1.0, why, 1, place.radius_km), []


def _by_name(
    given: GivenPlace, span: Span, sentence: str, gazetteer: Gazetteer
) -> tuple[Toponym, list[str]]:
    """A place by its name alone, chosen as one that a report names."""
    called = given.name.partition(",")[0].strip()
    text = f"{given.name}.\n{sentence}"
    asked = Toponym(Span(0, len(called)), "scene")
    (found,) = resolve([asked], Document("", "", "", "", None, text), gazetteer)
    if given.country and found.place and found.place.country != given.country.upper():
        there = [one for one in gazetteer.places(called) if one.country == given.country.upper()]
        found = replace(
            found, place=there[0] if there else None, reason="the largest there of that name"
        )
    if found.place is None:
        return Toponym(span, "scene", reason=found.reason), [
            f"the place “{given.name}” is not known; write its latitude and longitude beside it"
        ]
    reason = f"given by its name; {found.reason}" if found.reason else "given by its name"
    return replace(found, span=span, candidates=(), reason=reason), []


def _point(given: GivenPlace) -> Place:
    """A place that is nothing but a point with a name."""
    latitude, longitude = given.latitude or 0.0, given.longitude or 0.0
    name = given.name or f"{latitude:.4f}, {longitude:.4f}"
    key = f"{name}\0{latitude:.5f}\0{longitude:.5f}".encode()
    digest = int.from_bytes(blake2b(key, digest_size=8).digest(), "big")
    country = given.country.upper() if len(given.country) == 2 else ""
    return Place(_FIRST_ID - digest % 2**29, name, country, "city", latitude, longitude)


def _distance_km(one: Place, other: Place) -> float:
    return float(distances_km(one.latitude, one.longitude, other.latitude, other.longitude))
