"""The names of one document: where each stands, and what the text says beside it.

One name has one sense in a document (Gale, Church and Yarowsky 1992), so that every mention of
"Paris" profits from the one "Paris, Texas"; "Kursk" and "Kursk region" are two names. So are the
"Hyderabad" of Pakistan and that of India where one text puts the name into both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claimmap.geocode.beside import Level, find_containers, full_name, is_dateline, read_level
from claimmap.geocode.names import name_key
from claimmap.geocode.places import Places
from claimmap.model import Document, Place, Toponym

_WORDS = re.compile(r"\b[A-Z][\w-]+(?: [A-Z][\w-]+)?")
_LOOSE = "owner"  # "France's Sahel" tells who acts there, not that there are two


@dataclass(slots=True)
class Mention:
    """A name of the document: where it stands, what it may mean, what the text says of it.

    indices: of the toponyms that share it. full: the name with the word that says what it is
    ("Walton county"), or "". containers: ids of the countries and regions that the text puts it
    in ("Paris, Texas"), and how (beside.find_containers). level: what the words beside it say it
    is. acts: whether it stands for a government somewhere; opens: whether it opens a report, as
    a dateline. spelled: ids of the candidates that are
    spelt otherwise; whole: of those that bear the name with its owner's ("Russia's Far East");
    peopled: of those whose people it names. wide: whether the candidates are only the town of a
    facility. lent: whether they are only the places that the text names around it.
    """

    name: str
    level: Level
    full: str = ""
    indices: list[int] = field(default_factory=list)
    containers: dict[int, str] = field(default_factory=dict)
    candidates: tuple[Place, ...] = ()
    acts: bool = False
    opens: bool = False
    spelled: frozenset[int] = frozenset()
    whole: frozenset[int] = frozenset()
    peopled: frozenset[int] = frozenset()
    wide: bool = False
    lent: bool = False

    @property
    def countries(self) -> tuple[str, ...]:
        """The code of the country that the name most likely names, if it names one."""
        first = self.candidates[0] if self.candidates else None
        if first is None or first.kind != "country" or first.id in self.peopled:
            return ()
        return (first.country,)


def find_mentions(toponyms: Sequence[Toponym], document: Document, places: Places) -> list[Mention]:
    """Group a document's toponyms by name and by what the text puts them in, in text order."""
    text = document.text
    senses: dict[tuple[str, Level], list[Mention]] = {}
    for index, toponym in enumerate(toponyms):
        start, end = toponym.span.start, toponym.span.end
        name = " ".join(toponym.span.of(text).split())
        level = read_level(text, start, end)
        told = dict(find_containers(text, start, end, places))
        alike = senses.setdefault((name_key(name), level), [])
        mention = _sense_of(alike, told, places)
        if mention is None:
            mention = Mention(name, level, full_name(text, start, end))
            alike.append(mention)
        mention.indices.append(index)
        mention.containers.update(told)
        mention.opens = mention.opens or is_dateline(text, start, end)
        mention.acts = mention.acts or toponym.role == "metonym"
    return [mention for alike in senses.values() for mention in alike]


def find_demonyms(text: str, places: Places) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Words of the text that name a people, with the countries whose people that is."""
    for match in _WORDS.finditer(text):
        for word in (match.group(), *match.group().split()):
            codes = tuple(places.demonym(word))
            if codes:
                yield word, codes
                break


def _sense_of(alike: Sequence[Mention], told: Mapping[int, str], places: Places) -> Mention | None:
    """The latest mention of the name that is not put elsewhere than ``told`` says."""
    return next((one for one in reversed(alike) if not _conflict(one, told, places)), None)


def _conflict(one: Mention, told: Mapping[int, str], places: Places) -> bool:
    """Whether two sets of containers have nothing in common, countries of regions included."""
    mine = {id_ for id_, how in one.containers.items() if how != _LOOSE}
    theirs = {id_ for id_, how in told.items() if how != _LOOSE}
    if not mine or not theirs:
        return False
    return not (mine & (theirs | _above(theirs, places)) or theirs & _above(mine, places))


def _above(ids: set[int], places: Places) -> set[int]:
    """The countries of the regions among ``ids``."""
    regions = (places.place(id_) for id_ in ids)
    countries = (places.country(region.country) for region in regions if region is not None)
    return {country.id for country in countries if country is not None}
