"""What others find in the same texts: geotext, flashgeotext, and the parser's own labels.

Neither package places what it finds, and a label does not either: each name found is given the
most populous place that bears it, in our gazetteer, so that the packages' gazetteers are not held
against them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from flashgeotext.geotext import GeoText as FlashGeoText
from geotext import GeoText
from spacy.tokens import Doc

from claimmap.geocode.gazetteer import Gazetteer
from claimmap.model import Span
from tests.bench.places.corpus import Named

LABELS = ("GPE", "LOC", "FAC")

Finder = Callable[[str], Iterator[Span]]


def finders() -> dict[str, Finder]:
    """The packages by name; loading the second one's tables takes a second."""
    flash = FlashGeoText()
    return {"geotext": geotext_names, "flashgeotext": lambda text: flashgeotext_names(text, flash)}


def geotext_names(text: str) -> Iterator[Span]:
    """The cities and countries that geotext names, which gives them in text order but no spans."""
    found = GeoText(text)
    for names in (found.cities, found.countries):
        position = 0
        for name in names:
            place = re.compile(rf"\b{re.escape(name)}").search(text, position)
            if place:
                position = place.end()
                yield Span(*place.span())


def flashgeotext_names(text: str, finder: FlashGeoText) -> Iterator[Span]:
    """The cities and countries that flashgeotext finds."""
    for names in finder.extract(input_text=text).values():
        for name in names.values():
            yield from (Span(start, end) for start, end in name["span_info"])


def label_names(doc: Doc) -> Iterator[Span]:
    """What the parser labels as a place."""
    return (Span(one.start_char, one.end_char) for one in doc.ents if one.label_ in LABELS)


def most_populous(text: str, spans: Sequence[Span], gazetteer: Gazetteer) -> tuple[Named, ...]:
    """Each name at the first place that bears it, or at its people's country ("the French")."""
    found = []
    for span in spans:
        name = span.of(text)
        place = next(iter(gazetteer.places(name) or gazetteer.demonym_places(name)), None)
        point = None if place is None else (place.latitude, place.longitude)
        found.append(Named(span.start, span.end, point))
    return tuple(found)
