"""Names that only say where another name lies: "Texas" in "Paris, Texas"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from claimmap.extract.where import words
from claimmap.extract.where.known import Names
from claimmap.extract.where.lists import list_mates
from claimmap.model import Place

LONGEST_NAME = 4  # words


def held_name(span: Span, names: Names) -> Token | None:
    """The last word of the name before, where this is the second half of "City, Country".

    "Paris, Texas" and "Lyon, eastern France" are such; None where the name is no second half.
    """
    doc, comma = span.doc, span.start - 1
    if comma > 0 and doc[comma].lower_ in words.COMPASS:
        comma -= 1
    if comma < 1 or doc[comma].text != ",":
        return None
    before = doc[comma - 1]
    places = names.places(span.text)
    if not places or places[0].kind not in ("country", "region") or not before.is_title:
        return None
    if _holds(places[0], before, names) and not _goes_on(span, names):
        return before
    return before if _is_told_after(span, before, names) else None


def _is_told_after(span: Span, before: Token, names: Names) -> bool:
    """Whether the grammar makes the name a remark on the town before it."""
    if span.root.dep_ == "conj" or list_mates(span.root):
        return False
    earlier = names.places(before.text)
    town = bool(earlier) and earlier[0].kind not in ("country", "region")
    remark = span.root.dep_ in ("appos", "npadvmod") or before == span.root.head
    return town and (remark or before.dep_ in ("compound", "nmod"))


def _holds(holder: Place, last: Token, names: Names) -> bool:
    """Whether the name that ends in a word is one of a place inside a country or region."""
    start = last.i
    while start > 0 and last.doc[start - 1].text[0].isupper() and last.i - start < LONGEST_NAME:
        start -= 1
    for begin in range(start, last.i + 1):
        inside = names.places(last.doc[begin : last.i + 1].text)[:8]
        if inside:
            return any(_lies_in(place, holder) for place in inside)
    return False


def _lies_in(place: Place, holder: Place) -> bool:
    if place.kind == "country" or place.id == holder.id or place.country != holder.country:
        return False
    return holder.kind == "country" or place.address.startswith(f"{holder.name},")


def _goes_on(span: Span, names: Names) -> bool:
    """Whether a list goes on after the name: "in Lyon, France and Italy"."""
    doc = span.doc
    joint = doc[span.end] if span.end + 1 < len(doc) else None
    if joint is None or joint.lower_ not in ("and", "or"):
        return False
    after = names.places(doc[span.end + 1].text)
    return bool(after) and after[0].kind in ("country", "region")
