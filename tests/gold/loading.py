"""The hand-annotated articles, read from ``articles/*.toml`` into the nouns of the model.

What each label means, and how an article is written, is in README.md beside this file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from claimmap.model import (
    Attribution,
    Claim,
    Document,
    Interval,
    Place,
    Quantity,
    Source,
    Span,
    Timex,
    Toponym,
)
from tests.gold.schema import Half, WrittenArticle, WrittenClaim, WrittenQuantity

ARTICLES = Path(__file__).parent / "articles"


class GoldError(Exception):
    """An article that is not written as README.md says; the text names the article and words."""


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated article.

    also: other names that are as right for a source as its canonical one. Of ``timexes`` only span,
    type and value are annotated; of ``claims`` all but cue, hedges and precision.
    """

    half: Half
    subject: str
    document: Document
    timexes: tuple[Timex, ...]
    claims: tuple[Claim, ...]
    also: dict[str, tuple[str, ...]]


def read_gold() -> list[Gold]:
    """All articles, in the order of their file names. Raises GoldError."""
    return [read_article(path) for path in sorted(ARTICLES.glob("*.toml"))]


def read_article(path: Path) -> Gold:
    """One article. Raises GoldError where it is ill written or quotes what it does not hold."""
    try:
        article = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), WrittenArticle)
        return _gold(path.stem, article)
    except (GoldError, msgspec.ValidationError, ValueError) as error:
        raise GoldError(f"{path.name}: {error}") from error


def find_words(text: str, words: str, inside: Sequence[Span]) -> Span:
    """The one place where ``words`` stand in ``text`` within the spans ``inside``.

    "first … last" reaches from the first words to the nearest last ones; "words#2" is the second
    of several places. Raises GoldError where there is none, or more than one and no number.
    """
    plain, _, number = words.partition("#")
    first, elided, last = plain.partition(" … ")
    starts = [
        match
        for match in re.finditer(_whole(first), text)
        if any(span.covers(Span(*match.span())) for span in inside)
    ]
    if not starts or (number and len(starts) < int(number)):
        raise GoldError(f"{words!r} is not in the text")
    if len(starts) > 1 and not number:
        raise GoldError(f"{words!r} is there {len(starts)} times: add #1 to #{len(starts)}")
    start, end = starts[int(number or 1) - 1].span()
    if elided:
        stop = re.compile(_whole(last)).search(text, end)
        if stop is None:
            raise GoldError(f"{last!r} is not in the text after {first!r}")
        end = stop.end()
    return Span(start, end)


def read_days(written: str) -> tuple[date | None, date | None]:
    """A day, or two with a slash between, ".." for an open one: "2024-03-01/.."."""
    first, _, last = written.partition("/")
    return _day(first), _day(last or first)


def _whole(words: str) -> str:
    return rf"(?<!\w){re.escape(words)}(?!\w)"


def _day(written: str) -> date | None:
    return None if written == ".." else date.fromisoformat(written)


def _gold(name: str, article: WrittenArticle) -> Gold:
    document = Document(
        name, article.outlet, article.title, "", article.published, article.text.lstrip("\n")
    )
    whole = [Span(0, len(document.text))]
    timexes = tuple(
        Timex(find_words(document.text, t.words, whole), t.type, t.value, None, None, "vague")
        for t in article.timexes
    )
    also = {name: source.also for name, source in article.sources.items()}
    claims = tuple(_claims(article, document))
    placed = {words.partition("#")[0] for claim in article.claims for words in claim.places}
    idle = {*article.sources, *article.places} - placed
    idle -= {link.name for claim in claims for link in claim.chain}
    if idle:
        raise GoldError(f"no claim names {', '.join(sorted(idle))}")
    return Gold(article.half, article.subject, document, timexes, claims, also)


def _claims(article: WrittenArticle, document: Document) -> Iterator[Claim]:
    """The claims in the order of the file."""
    text = document.text
    whole = [Span(0, len(text))]
    for number, one in enumerate(article.claims):
        content = tuple(find_words(text, words, whole) for words in one.content)
        names = one.chain or ((one.source, article.outlet) if one.source else (article.outlet,))
        chain = tuple(_source(article, name) for name in names)
        source = _source(article, one.source) if one.source else None
        if (source is None) != (one.form is None):
            raise GoldError(f"{one.content[0]!r} has only one of source and form")
        yield Claim(
            id=f"{document.id}-{number}",
            document=document.id,
            sentence=Span(content[0].start, content[-1].end),
            content=content,
            attribution=Attribution(source, (), content, one.form, chain)
            if source and one.form
            else None,
            chain=chain,
            stance=one.stance,
            hedges=(),
            event=_interval(one.event),
            statement=_interval(one.statement or article.published.isoformat()),
            toponyms=tuple(_toponyms(article, one, text, content)),
            quantities=tuple(_quantity(q, text, content) for q in one.quantities),
        )


def _interval(written: str) -> Interval:
    return Interval(*read_days(written), None, "annotated by hand")


def _source(article: WrittenArticle, name: str) -> Source:
    if name == article.outlet:
        return Source(name, "media")
    if name not in article.sources:
        raise GoldError(f"{name!r} is not among the sources")
    return Source(name, article.sources[name].kind)


def _toponyms(
    article: WrittenArticle, claim: WrittenClaim, text: str, content: Sequence[Span]
) -> Iterator[Toponym]:
    for words, role in claim.places.items():
        span = find_words(text, words, content)
        known = article.places.get(words.partition("#")[0])
        if known is None:
            raise GoldError(f"{words!r} is not among the places")
        place = Place(0, known.name, known.country, known.kind, *known.at)
        yield Toponym(span, role, place=place)


def _quantity(one: WrittenQuantity, text: str, content: Sequence[Span]) -> Quantity:
    exact = one.bound == "=" and one.lower is None and one.upper is None
    return Quantity(
        span=find_words(text, one.words, content),
        value=one.value,
        lower=one.value if exact else one.lower,
        upper=one.value if exact else one.upper,
        approximate=one.bound == "~",
        bound=one.bound,
        unit=one.unit,
        counted=one.counted,
        counted_span=find_words(text, one.counted, content) if one.counted else None,
    )
