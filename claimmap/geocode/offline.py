"""The offline gazetteer behind geopy's interface: a geocoder that asks nobody.

Whatever is written for geopy's geocoders (its rate limiter, a script, a notebook) runs over the
files of this repository: the same methods, the same Location, None for not found, geopy's errors.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderQueryError, GeocoderUnavailable
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from claimmap.geocode.gazetteer import Gazetteer
from claimmap.model import Place

# A village that happens to bear its region's name is not what the region was named after.
NAMESAKE_SHARE = 0.05


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]  # geopy carries no types
    """geopy's interface over a Gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        super().__init__(adapter_factory=_NoNetwork)
        self._gazetteer = gazetteer

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,
        limit: int | None = None,
        country_codes: str | Sequence[str] | None = None,
    ) -> Location | list[Location] | None:
        """The place that bears a name, or with ``exactly_one=False`` all of them, best first.

        query: a name, or a name and what contains it ("Kursk, Russia"). limit: at most so many.
        country_codes: ISO 3166-1 alpha-2. timeout is accepted as every geocoder of geopy does,
        and has no effect. None where no place fits. Raises GeocoderQueryError on a query that is
        no text or holds none.
        """
        if not isinstance(query, str) or not query.strip():
            raise GeocoderQueryError("A query is the name of a place, such as 'Kursk, Russia'.")
        wanted = [country_codes] if isinstance(country_codes, str) else list(country_codes or ())
        countries = {code.upper() for code in wanted}
        places = [
            place
            for place in self._towns_first(self._bearing(query))
            if not countries or place.country.upper() in countries
        ]
        return _answer(places[:limit], exactly_one)

    def reverse(
        self,
        query: Point | Sequence[float] | str,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,
        limit: int = 5,
    ) -> Location | list[Location] | None:
        """The place nearest to a point, or with ``exactly_one=False`` the nearest few.

        query: latitude first, in any form that geopy's Point reads. Raises GeocoderQueryError on
        what is no point.
        """
        if query is None:  # which geopy's Point takes for 0, 0
            raise GeocoderQueryError("No point, latitude first, was given.")
        try:
            point = Point(query)
        except (TypeError, ValueError) as error:
            raise GeocoderQueryError(f"No point, latitude first: {error}") from error
        wanted = 1 if exactly_one else limit
        places = self._gazetteer.near(point.latitude, point.longitude, limit=wanted)
        return _answer(places, exactly_one)

    def _bearing(self, query: str) -> Sequence[Place]:
        """Places whose name is the query, else the part before its commas, within the rest."""
        whole = self._gazetteer.places(query)
        name, *containers = (part.strip() for part in query.split(","))
        if whole or not containers:
            return whole
        return [
            place
            for place in self._gazetteer.places(name)
            if all(self._lies_in(place, container) for container in containers if container)
        ]

    def _towns_first(self, places: Sequence[Place]) -> Sequence[Place]:
        """A division that is named after a town in it goes behind: who asks means the town."""
        towns = [place for place in places if place.kind == "city"]

        def named_after_a_town(place: Place) -> bool:
            return place.kind in ("region", "district") and any(
                self._gazetteer.region(town) == self._gazetteer.region(place)
                and town.population >= NAMESAKE_SHARE * place.population
                for town in towns
            )

        return sorted(places, key=named_after_a_town)

    def _lies_in(self, place: Place, container: str) -> bool:
        """Whether some place named ``container`` is the place's region or country."""
        above = {self._gazetteer.region(place), self._gazetteer.country(place.country)}
        ids = {each.id for each in above if each}
        return any(named.id in ids for named in self._gazetteer.places(container))


class _NoNetwork(BaseSyncAdapter):  # type: ignore[misc]  # geopy carries no types
    """geopy wants an adapter of every geocoder; this one refuses to carry anything."""

    def get_json(self, url: str, *, timeout: object, headers: object) -> Any:
        raise GeocoderUnavailable("The offline gazetteer asks no service.")

    get_text = get_json


def _answer(places: Sequence[Place], exactly_one: bool) -> Location | list[Location] | None:
    locations = [_location(place) for place in places]
    if not locations:
        return None
    return locations[0] if exactly_one else locations


def _location(place: Place) -> Location:
    """The place as geopy has it; ``raw`` holds every field of it."""
    address = ", ".join(part for part in (place.name, place.address) if part)
    return Location(address, (place.latitude, place.longitude), asdict(place))
