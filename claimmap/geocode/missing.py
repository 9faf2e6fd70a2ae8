"""Toponyms that the offline gazetteer lacks, placed by a service that a person switched on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from claimmap.geocode.precision import precision_of
from claimmap.geocode.reasons import UNLISTED
from claimmap.model import DRAWN_ROLES, Candidate, ClaimMapError, Document, Place, Toponym

# A name that no gazetteer of ours holds is rare or misspelt, and services match loosely: even a
# lone answer is never as sure as a name that we know.
MOST_CONFIDENCE = 0.6
_COUNTRY_OF_THE_REPORT = 3.0


class GeocoderError(ClaimMapError):
    """A service gave no answer, or may not be asked. The text says what to do."""


class Geocoder(Protocol):
    """A service that knows places by name."""

    @property
    def name(self) -> str:
        """What people call the service."""
        ...

    @property
    def attribution(self) -> str:
        """Whose data its answers are; shown wherever they are."""
        ...

    def geocode(self, name: str) -> tuple[Place, ...]:
        """Find the places that bear a name, best first; raises GeocoderError."""
        ...


def geocode_missing(
    toponyms: Sequence[Toponym], document: Document, geocoder: Geocoder
) -> tuple[Toponym, ...]:
    """The toponyms in the same order, those placed that only the service knows.

    Asked is only for a toponym that would be drawn and has no candidate of its name. A service
    that gives no answer is left alone for the rest of the document; its words become those
    toponyms' reason.
    """
    return tuple(_geocoded(toponyms, document, geocoder))


def _geocoded(
    toponyms: Sequence[Toponym], document: Document, geocoder: Geocoder
) -> Iterator[Toponym]:
    countries = {toponym.place.country for toponym in toponyms if toponym.place}
    trouble = ""
    for toponym in toponyms:
        if not _is_missing(toponym):
            yield toponym
            continue
        places: tuple[Place, ...] = ()
        if not trouble:
            try:
                places = geocoder.geocode(toponym.span.of(document.text))
            except GeocoderError as error:
                trouble = str(error)
        if places:
            yield _placed(toponym, places, countries, geocoder)
        else:
            why_not = _why_not(geocoder, trouble)
            yield replace(
                toponym, reason=f"{toponym.reason}; {why_not}" if toponym.place else why_not
            )


def _is_missing(toponym: Toponym) -> bool:
    """Whether the toponym would be drawn and none of its candidates bears its name."""
    bearing = [one for one in toponym.candidates if one.reason != UNLISTED]
    return toponym.role in DRAWN_ROLES and not bearing


def _placed(
    toponym: Toponym, places: Sequence[Place], countries: set[str], geocoder: Geocoder
) -> Toponym:
    """The best of the service's places: its own first, unless another is in the report's lands."""
    weights = [
        (_COUNTRY_OF_THE_REPORT if place.country in countries else 1.0) / rank
        for rank, place in enumerate(places, start=1)
    ]
    scores = [MOST_CONFIDENCE * weight / sum(weights) for weight in weights]
    ranked = sorted(zip(scores, places, strict=True), key=lambda pair: -pair[0])
    score, place = ranked[0]
    reach = toponym.radius_km if toponym.reach else 0.0  # what was lent to the name does not count
    return replace(
        toponym,
        candidates=tuple(Candidate(each, worth, geocoder.attribution) for worth, each in ranked),
        place=place,
        confidence=score,
        reason=f"placed by {geocoder.name}, the gazetteer lacks the name: {geocoder.attribution}",
        precision=precision_of(place, wide=reach > 0),
        radius_km=max(reach, place.radius_km),
    )


def _why_not(geocoder: Geocoder, trouble: str) -> str:
    if trouble:
        return f"the gazetteer lacks the name, and {geocoder.name} was of no help: {trouble}"
    return f"neither the gazetteer nor {geocoder.name} knows the name"
