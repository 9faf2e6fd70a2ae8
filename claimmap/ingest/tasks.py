"""What a worker does: documents -> what is found in them, both as bytes.

A worker is a process that knows neither the store nor the files. It opens the parser and the
gazetteer once, with its first task.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from threading import Lock

import msgspec

from claimmap.extract.parsing import load_parser
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.ingest.extracting import Extractor
from claimmap.ingest.sameness import fingerprint
from claimmap.model import ClaimMapError, Document, Extraction

_OPENING = Lock()


_UNLIKE = (
    "it has another version of Claim Map, of its gazetteer or of its parser. Install the same on"
    " all machines, and restart the workers"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found in one document; or None, and why."""

    extraction: Extraction | None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """An answer for each document of a task; or none, and why the worker cannot work at all.

    Such trouble is told in words, since not every error finds its way between processes.
    """

    answers: list[Answer]
    trouble: str = ""


_DOCUMENTS = msgspec.msgpack.Decoder(list[Document])
_ANSWERS = msgspec.msgpack.Decoder(Answers)


def encode_task(documents: Sequence[Document]) -> bytes:
    """What a worker is sent."""
    return msgspec.msgpack.encode(documents)


def read_answers(raw: bytes) -> Answers:
    """What a worker sent back."""
    return _ANSWERS.decode(raw)


def find_claims(task: bytes, wanted: str) -> bytes:
    """Find the claims of some documents, in a worker.

    wanted: the fingerprint of whoever asks.
    """
    try:
        found = _find(task, wanted)
    except ClaimMapError as error:
        found = Answers([], str(error))
    except Exception as error:
        found = Answers([], f"{type(error).__name__}: {error}")
    return msgspec.msgpack.encode(found)


def _find(task: bytes, wanted: str) -> Answers:
    if wanted != fingerprint():
        return Answers([], _UNLIKE)
    with _OPENING:
        extractor = _open_extractor()
    return Answers(list(_answer(_DOCUMENTS.decode(task), extractor)))


@cache
def _open_extractor() -> Extractor:
    return Extractor(load_parser(), Gazetteer.open())


def _answer(documents: Iterable[Document], extractor: Extractor) -> Iterator[Answer]:
    for found in extractor.extract_all(documents):
        yield Answer(None, str(found)) if isinstance(found, ClaimMapError) else Answer(found)
