"""What a name may mean: places that bear it as it stands, in part, or spelt otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimmap.geocode.beside import COMPASS
from claimmap.geocode.features import DIVISIONS
from claimmap.geocode.mentions import Mention
from claimmap.geocode.names import name_key
from claimmap.geocode.places import Places
from claimmap.model import Place

MOST_CANDIDATES = 40

WET = ("river", "sea")
TINY_PEOPLE = 5_000  # a place so small is seldom meant by a name that a great one nearly bears
GREAT_PEOPLE = 100_000
SHORTEST_MISSPELT = 6

# What stands in a town and may be looked up by the town's name.
_FACILITY = re.compile(
    r" (?:international |regional |air )*(?:airport|airfield|air base|airbase|base|port|harbou?r"
    r"|station|university|college|school|hospital|stadium|cathedral|prison|jail|refinery|bridge"
    r"|(?:district |county |city )?(?:court|council|courthouse))$",
    re.IGNORECASE,
)
_FACILITY_OF = re.compile(
    r"^(?:[A-Z][\w’'-]* )*(?:University|College|Port|Bank|Museum|Church|Cathedral|Diocese|Bishop) "
    r"(?:of|at|in) (?:the )?(?=[A-Z])"
)
_COMPASS = re.compile(COMPASS, re.IGNORECASE)
_WATERS = ("river", "sea", "ocean")
_COMPASS_BEFORE = re.compile(rf"^{COMPASS} (?=[A-Z])", re.IGNORECASE)


def look_up(mention: Mention, demonyms: Sequence[str], places: Places) -> None:
    """Set a mention's candidates. ``demonyms``: the words of the text that name a people."""
    name = mention.name
    found = list(_borne(mention, places))
    found.extend(_with_people(mention, demonyms, places))
    for pattern in (_COMPASS_BEFORE, _FACILITY, _FACILITY_OF):
        if not found and (town := pattern.sub("", name)) != name:
            found = list(places.places(town))
            mention.wide = bool(found)
    if _may_be_misspelt(name, found):
        known = {place.id for place in found}
        least = GREAT_PEOPLE if found else 0
        respelled = [
            place
            for place in places.similar(name)
            if place.id not in known and place.population >= least and not _named_after(place, name)
        ]
        mention.spelled = frozenset(place.id for place in respelled)
        found.extend(respelled)
    mention.candidates = tuple(dict.fromkeys(found))[:MOST_CANDIDATES]


def _borne(mention: Mention, places: Places) -> Sequence[Place]:
    """The places that bear the name as it stands, and those whose people it names."""
    name = mention.name
    found = places.places(name)
    if mention.level == "division":
        regions = (*places.places(mention.full), *places.places(f"{name} region"))
        found = [place for place in regions if place.kind in DIVISIONS] or found
    elif mention.level == "water":
        found = [*found, *_waters(name, places)]
    peopled = places.demonym_places(name)
    mention.peopled = frozenset(place.id for place in peopled)
    return [*peopled, *found]


def _waters(name: str, places: Places) -> Sequence[Place]:
    """The waters that a name after an article may mean: "the Dnipro", "the Baltic"."""
    for word in () if _COMPASS.fullmatch(name) else _WATERS:
        found = [place for place in places.places(f"{name} {word}") if place.kind in WET]
        if found:
            return found
    return []


def _with_people(mention: Mention, demonyms: Sequence[str], places: Places) -> Iterator[Place]:
    """What bears the name together with a people's: "Far East" may be the "Russian Far East".

    The peoples are the text's and those of the countries that own it there; ``mention.whole``
    keeps what is borne together with an owner's.
    """
    owners = {id_ for id_, how in mention.containers.items() if how == "owner"}
    owning = [place.country for id_ in owners if (place := places.place(id_)) is not None]
    peoples = [word for code in dict.fromkeys(owning) for word in places.people(code)]
    for word in dict.fromkeys((*peoples, *demonyms)):
        for place in places.places(f"{word} {mention.name}"):
            if place.kind not in ("city", "district"):
                mention.whole |= {place.id} if place.country in owning else set()
                yield place


def _named_after(place: Place, name: str) -> bool:
    """Whether a place only bears the name with an ending: Kalinino is no misspelt Kalinin."""
    base, borne = name_key(name), name_key(place.name)
    return borne.startswith(base) and borne[len(base) : len(base) + 1] in set("aeiouy")


def _may_be_misspelt(name: str, found: Sequence[Place]) -> bool:
    """Whether no place of note bears a name that is long enough to be another's, misspelt."""
    if len(name) < SHORTEST_MISSPELT or not name[:1].isupper():
        return False
    return all(place.kind == "city" and 0 < place.population < TINY_PEOPLE for place in found)
