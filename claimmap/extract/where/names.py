"""Which words are place names: the model's labels, the gazetteer and rules weigh in together.

What is marked is what annotators of place names mark (Lieberman et al. 2010; Gritta et al. 2019):
the proper name alone. A type word belongs to it where it is capitalised ("Guernsey County",
"Tijuana River"), not in small letters ("Helmand" in "Helmand province"); compass words likewise
("West Bank", but "Iraq" in "northern Iraq"). Names inside the names of organisations are marked
("Texas" in "Texas Water Board"), and adjectives of peoples ("Russian troops"), but not the peoples
themselves nor their tongues (demonyms.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from claimmap.extract.where.candidates import find_candidates
from claimmap.extract.where.demonyms import find_demonyms
from claimmap.extract.where.evidence import ENOUGH, POINTS, weigh
from claimmap.extract.where.known import Names
from claimmap.extract.where.lists import list_mates
from claimmap.extract.where.scripts import is_latin_capital
from claimmap.extract.where.setting import read_setting
from claimmap.extract.where.uncapitalised import find_uncapitalised


def find_names(doc: Doc, names: Names) -> Iterator[Span]:
    """The place names of a document, in text order, none overlapping another."""
    capitals, small = _split_by_case(doc)
    if not capitals:
        yield from find_uncapitalised(doc, names)
        return
    setting = read_setting(doc, small, names)
    candidates = list(find_candidates(doc, capitals, names))
    points = [weigh(candidate, names, setting) for candidate in candidates]
    spans = [one for one, sum_ in zip(candidates, points, strict=True) if sum_ >= ENOUGH]
    # One sense a document: what is a place once is one again where little speaks against it.
    settled = {span.text.casefold() for span in spans} - {one.casefold() for one in setting.people}
    spans.extend(
        one
        for one, sum_ in zip(candidates, points, strict=True)
        if sum_ < ENOUGH <= sum_ + POINTS["a place elsewhere in the text"]
        and one.text.casefold() in settled
        and one.text not in setting.places
    )
    taken = {token.i for span in spans for token in span}
    for span in find_demonyms(doc, capitals, names):
        if taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            spans.append(span)
    spans.extend(_find_list_mates(capitals, spans, taken, names))
    yield from sorted(spans, key=lambda span: span.start)


def _split_by_case(doc: Doc) -> tuple[list[Token], set[str]]:
    """The words with a capital of the Latin script, in order, and those in small letters."""
    capitals, small = [], set()
    for token in doc:
        text = token.text
        if text[0].islower():
            small.add(text)
        elif is_latin_capital(text):
            capitals.append(token)
    return capitals, small


def _find_list_mates(
    capitals: Sequence[Token], spans: Sequence[Span], taken: set[int], names: Names
) -> Iterator[Span]:
    """Unknown proper nouns that stand in a list with two place names or more."""
    roots = {span.root.i for span in spans}
    for token in capitals:
        if token.i in taken or token.pos_ != "PROPN" or not token.is_title or len(token) < 4:
            continue
        placed = sum(mate.i in roots for mate in list_mates(token))
        lone = not any(child.dep_ == "compound" for child in token.children)
        if placed >= 2 and lone and not names.demonym(token.text):
            yield token.doc[token.i : token.i + 1]
