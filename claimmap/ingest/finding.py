"""Who finds the claims of documents: one after the other here, or many at once elsewhere."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple, Protocol

from claimmap.ingest.extracting import Extractor
from claimmap.model import ClaimMapError, Document, Extraction


class FinderError(ClaimMapError):
    """Whoever should find claims cannot, in this document or any other."""


class Found(NamedTuple):
    """What was found in a document; or None, and in ``trouble`` why, and what to do.

    notice: what to mind all the same.
    """

    document: Document
    extraction: Extraction | None
    trouble: str = ""
    notice: str = ""


class Finder(Protocol):
    """Takes documents, gives back what was found in each, in any order. For one thread."""

    @property
    def full(self) -> bool:
        """Whether it has as many as it should hold; ``take`` makes room."""
        ...

    def give(self, document: Document) -> None:
        """Hand over a document."""
        ...

    def take(self, *, wait: bool) -> list[Found]:
        """What has been found since; wait: for something, unless nothing is looked for.

        It may be nothing all the same, and is worth asking for again. Raises FinderError.
        """
        ...

    def close(self) -> None:
        """Drop what was not taken, and end what was started."""
        ...


class Here:
    """Finds in this process and thread, as results are taken."""

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor
        self._waiting: deque[Document] = deque()

    @property
    def full(self) -> bool:
        """Whether a document is waiting."""
        return bool(self._waiting)

    def give(self, document: Document) -> None:
        """Keep a document until something is taken."""
        self._waiting.append(document)

    def take(self, *, wait: bool) -> list[Found]:
        """What is found in the document that has waited longest, whether or not one waits."""
        if not self._waiting:
            return []
        document = self._waiting.popleft()
        try:
            return [Found(document, self._extractor.extract(document))]
        except ClaimMapError as error:
            return [Found(document, None, str(error))]

    def close(self) -> None:
        """Forget what is waiting."""
        self._waiting.clear()
