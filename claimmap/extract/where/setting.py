"""What the whole document says about its names."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from claimmap.extract.where.candidates import trim
from claimmap.extract.where.known import Names

# Common in English, and words of no neighbour of it in spelling.
_ENGLISH = frozenset({"the", "and", "said", "he", "she", "with", "from", "were", "his", "their"})
_FEWEST_WORDS = 4  # in small letters, that must be there to tell


@dataclass(frozen=True, slots=True)
class Setting:
    """The document's names and words.

    people: words of people's full names. places: names that the model takes for places somewhere
    and that no person bears. regions, countries: those among them, by the gazetteer's name for
    them. small: words that the text writes in small letters. foreign: whether none of them is one
    that an English text can hardly do without, so that the model's labels mean nothing.
    """

    people: frozenset[str]
    places: frozenset[str]
    regions: frozenset[str]
    countries: frozenset[str]
    small: frozenset[str]
    foreign: bool


def read_setting(doc: Doc, small: set[str], names: Names) -> Setting:
    """Collect a document's people and its sure places; small: its words in small letters."""
    entities = doc.ents
    people = {
        token.text
        for entity in entities
        if entity.label_ == "PERSON" and len(entity) > 1
        for token in entity
        if token.is_alpha
    }
    places = {
        trimmed.text
        for entity in entities
        if entity.label_ in ("GPE", "LOC") and (trimmed := trim(entity))
    } - people
    first = [found[0] for name in places if (found := names.places(name))]
    return Setting(
        people=frozenset(people),
        places=frozenset(places),
        regions=frozenset(place.name for place in first if place.kind == "region"),
        countries=frozenset(place.name for place in first if place.kind == "country"),
        small=frozenset(small),
        foreign=len(small) >= _FEWEST_WORDS and _ENGLISH.isdisjoint(small),
    )
