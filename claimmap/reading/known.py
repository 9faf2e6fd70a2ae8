"""What is known of a report beside its text, and how."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from typing import Any, TypedDict
from urllib.parse import urlsplit

from claimmap.model import Document, Provenance
from claimmap.reading.language import find_language
from claimmap.reading.limits import MAX_FIELD, ReadingError

FIELDS = ("outlet", "title", "url", "published")

_UNSEEN = re.compile(r"[\x00-\x1f\x7f]")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})([T ]\d{2}:\d{2}.*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a report beside its text: fields ("" and None unknown), and from where."""

    outlet: str = ""
    title: str = ""
    url: str = ""
    published: date | None = None
    provenance: tuple[Provenance, ...] = ()


class Given(TypedDict, total=False):
    """What a person says of a report; None and "" say nothing. published: YYYY-MM-DD, or a day."""

    outlet: str | None
    title: str | None
    url: str | None
    published: date | str | None


def add(known: Known, given: Mapping[str, object]) -> Known:
    """``known``, with the fields given (see ``Given``) in its place where they say anything."""
    values: dict[str, Any] = {name: getattr(known, name) for name in FIELDS}
    origins = {one.field: one for one in known.provenance}
    for name, value in given.items():
        read = _read_field(name, value)
        if read:
            values[name] = read
            origins[name] = Provenance(name, "given")
    return Known(**values, provenance=tuple(origins[name] for name in FIELDS if name in origins))


def make_document(text: str, known: Known) -> Document:
    """The document of a text that has been judged."""
    return Document(
        id=_digest(known.outlet, text),
        outlet=known.outlet,
        title=known.title,
        url=known.url,
        published=known.published,
        text=text,
        provenance=known.provenance,
        language=find_language(text),
    )


def _read_field(name: str, value: object) -> date | str | None:
    if name == "published":
        return _read_day(value)
    text = " ".join(_UNSEEN.sub(" ", str(value or "")).split())
    if len(text) > MAX_FIELD:
        raise ReadingError(f"the {name} is longer than {MAX_FIELD} characters. Shorten it.")
    if name == "url" and text:
        _judge_url(text)
    return text


def _read_day(value: object) -> date | None:
    """A day; of a moment ("2024-10-18T09:30:00Z") the day that it names."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value or "").strip()
    if not text:
        return None
    found = _DAY.fullmatch(text)
    try:
        return date.fromisoformat(found[1] if found else "")
    except ValueError as error:
        raise ReadingError(
            f"published: {value!r} is not a date. Write a day that exists as YYYY-MM-DD,"
            " such as 2024-10-18."
        ) from error


def _judge_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in url
    except ValueError:
        fine = False
    if not fine:
        raise ReadingError(
            f"url: {url!r} is not a web address. Write it whole, beginning with https:// or"
            " http://, or leave it empty."
        )


def _digest(outlet: str, text: str) -> str:
    """Twenty hexadecimal digits, the same for the same outlet and text."""
    seen = unicodedata.normalize("NFC", outlet).casefold()
    return blake2b(f"{seen}\0{text}".encode(), digest_size=10).hexdigest()
