"""A document -> its claims, placed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from threading import Lock

from claimmap.extract.claims import extract_claims, with_toponyms
from claimmap.extract.parsing import TOGETHER, Parsed, Parser, parse, parse_together
from claimmap.extract.parts import join_parts, split_parts
from claimmap.extract.where import toponyms_at
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.geocode.missing import Geocoder, geocode_missing
from claimmap.geocode.resolve import resolve
from claimmap.model import ClaimMapError, Document, Extraction, Span, Toponym

# A spaCy pipeline does not promise to be safe for two threads at once, and under Python's own
# lock two would be no faster than one after the other.
_PARSING = Lock()


class IngestError(ClaimMapError):
    """A document that was well read, but that finding its claims failed on."""


@dataclass(frozen=True, slots=True)
class Extractor:
    """What finds the claims of a document and places them, for any number of threads.

    geocoder: a service for the names that the gazetteer lacks; None, as it is by default, asks
    nobody.
    """

    parser: Parser
    gazetteer: Gazetteer
    geocoder: Geocoder | None = None

    def extract(self, document: Document) -> Extraction:
        """All that is found in a document, placed. Raises IngestError."""
        with _named_trouble():
            parts = split_parts(document.text)
            found = ((part, self._extract(document, part)) for part in parts)
            return self.place_missing(join_parts(document, found))

    def extract_all(self, documents: Iterable[Document]) -> Iterator[Extraction | ClaimMapError]:
        """The same for each, in their order; or, as an error that is not raised, why it failed.

        Many short ones take less time than one by one.
        """
        for some in _together(documents):
            for document, doc in zip(some, self._parse_together(some), strict=True):
                try:
                    yield self.extract(document) if doc is None else self._of(document, doc)
                except ClaimMapError as error:
                    yield error

    def place_missing(self, found: Extraction) -> Extraction:
        """The same with the names placed that only the service knows, if there is one.

        Raises IngestError.
        """
        if self.geocoder is None:
            return found
        with _named_trouble():
            placed = geocode_missing(found.toponyms, found.document, self.geocoder)
            return with_toponyms(found, placed)

    def resolve(self, document: Document, spans: Sequence[Span]) -> tuple[Toponym, ...]:
        """The toponyms at these spans, in their order, placed. Raises IngestError."""
        with _named_trouble():
            placed: dict[int, Toponym] = {}
            for part in split_parts(document.text):
                inside = [i for i, one in enumerate(spans) if part.start <= one.start < part.end]
                found = self._resolve(document, part, [spans[i] for i in inside])
                placed.update(zip(inside, found, strict=True))
            return tuple(placed[i] for i in range(len(spans)))

    def _extract(self, document: Document, part: Span) -> Extraction:
        """What is found in a part, counted from where the part begins."""
        return self._found(*self._parse(document, part), part.start)

    def _found(self, piece: Document, doc: Parsed, begins: int) -> Extraction:
        found = extract_claims(piece, doc, self.gazetteer, begins)
        return with_toponyms(found, resolve(found.toponyms, piece, self.gazetteer))

    def _resolve(self, document: Document, part: Span, spans: Sequence[Span]) -> Iterator[Toponym]:
        """The toponyms at spans that begin in a part, placed."""
        if not spans:
            return
        piece, doc = self._parse(document, part)
        inside = [Span(s.start - part.start, min(s.end, part.end) - part.start) for s in spans]
        found = self._place(tuple(toponyms_at(doc, inside, self.gazetteer)), piece)
        for span, toponym in zip(spans, found, strict=True):
            yield replace(toponym, span=span)

    def _parse(self, document: Document, part: Span) -> tuple[Document, Parsed]:
        """A part as a document of its own, and its parse."""
        piece = replace(document, text=part.of(document.text))
        with _PARSING:
            return piece, parse(piece.text, self.parser)

    def _of(self, document: Document, doc: Parsed) -> Extraction:
        with _named_trouble():
            return self.place_missing(self._found(document, doc, 0))

    def _parse_together(self, documents: Sequence[Document]) -> Sequence[Parsed | None]:
        """Their parses; None for all where one fails, so that each is to be tried by itself."""
        if len(documents) > 1:
            with suppress(Exception), _PARSING:
                return parse_together([one.text for one in documents], self.parser)
        return [None] * len(documents)

    def _place(self, toponyms: Sequence[Toponym], document: Document) -> tuple[Toponym, ...]:
        placed = resolve(toponyms, document, self.gazetteer)
        return geocode_missing(placed, document, self.geocoder) if self.geocoder else placed


def _together(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The documents in their order, as many at once as may be parsed together."""
    some: list[Document] = []
    length = 0
    for document in documents:
        length += len(document.text)
        if some and length > TOGETHER:
            yield some
            some, length = [], len(document.text)
        some.append(document)
    if some:
        yield some


@contextmanager
def _named_trouble() -> Iterator[None]:
    """Turn a fault of ours, on a text that nobody foresaw, into an error that stops no other."""
    try:
        yield
    except ClaimMapError:
        raise
    except Exception as error:
        raise IngestError(
            f"finding its claims failed ({type(error).__name__}: {error})."
            " Please report this, with the text."
        ) from error
