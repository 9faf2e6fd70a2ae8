"""What is known of a report beside its text, and how."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from typing import Any, Literal, NamedTuple, TypedDict
from urllib.parse import urlsplit

from claimmap.model import Document, Provenance
from claimmap.reading.days import read_day
from claimmap.reading.language import find_language
from claimmap.reading.limits import MAX_FIELD, ReadingError

FIELDS = ("outlet", "title", "author", "url", "published", "language")

_UNSEEN = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})([T ]\d{2}:\d{2}.*)?", re.ASCII)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a report beside its text: fields ("" and None unknown), and from where."""

    outlet: str = ""
    title: str = ""
    author: str = ""
    url: str = ""
    published: date | None = None
    language: str = ""
    provenance: tuple[Provenance, ...] = ()

    def over(self, other: Known) -> Known:
        """The two together; where both know a field, what this one says."""
        values = {name: getattr(self, name) or getattr(other, name) for name in FIELDS}
        origins = {one.field: one for one in (*other.provenance, *self.provenance)}
        return Known(**values, provenance=_in_order(origins))

    def stated(self) -> Known:
        """What of it was stated or given; nothing that was worked out."""
        sure = tuple(one for one in self.provenance if one.how != "inferred")
        return Known(**{one.field: getattr(self, one.field) for one in sure}, provenance=sure)


class Given(TypedDict, total=False):
    """What a person says of a report; None and "" say nothing. published: YYYY-MM-DD, or a day."""

    outlet: str | None
    title: str | None
    author: str | None
    url: str | None
    published: date | str | None
    language: str | None


class Told(NamedTuple):
    """A field as a report's own words or its file tell it; ``reason`` says where."""

    field: str
    value: object
    how: Literal["stated", "inferred"]
    reason: str


def add(known: Known, given: Mapping[str, object]) -> Known:
    """``known``, with the fields given (see ``Given``) in its place where they say anything."""
    values: dict[str, Any] = {}
    for name, value in given.items():
        if read := _read_field(name, value):
            values[name] = read
    origins = {name: Provenance(name, "given") for name in values}
    return Known(**values, provenance=_in_order(origins)).over(known)


def tell(found: Iterable[Told]) -> Known:
    """The first of each field that makes sense; a file's own particulars are often none."""
    values: dict[str, Any] = {}
    origins: dict[str, Provenance] = {}
    for told in found:
        value = told.value
        if told.field not in values and isinstance(value, str | date):
            if told.field == "published":
                value = read_day(value)
            elif told.field in ("title", "author", "outlet"):
                value = shorten(str(value), MAX_FIELD)
            if told.field in ("author", "outlet") and "://" in str(value):
                continue  # the address of a profile, no name
            with suppress(ReadingError):
                if read := _read_field(told.field, value):
                    values[told.field] = read
                    origins[told.field] = Provenance(told.field, told.how, told.reason)
    return Known(**values, provenance=_in_order(origins))


def shorten(text: str, most: int) -> str:
    """The words of a text as one line, cut between two of them where they are too long."""
    words = " ".join(text[: 4 * most].split())
    if len(words) <= most:
        return words
    return words[: words.rfind(" ", 1, most) if " " in words[:most] else most - 1] + "…"


def make_document(text: str, known: Known) -> Document:
    """The document of a text that has been judged.

    Its language is what its words are in; what a file says of it counts where they are too few.
    """
    found = find_language(text)
    origins = {one.field: one for one in known.provenance}
    if found and known.language and "language" in origins:
        del origins["language"]
    return Document(
        id=report_id(known.outlet, text),
        outlet=known.outlet,
        title=known.title,
        author=known.author,
        url=known.url,
        published=known.published,
        text=text,
        provenance=_in_order(origins),
        language=found or known.language,
    )


def _in_order(origins: Mapping[str, Provenance]) -> tuple[Provenance, ...]:
    return tuple(origins[name] for name in FIELDS if name in origins)


def _read_field(name: str, value: object) -> date | str | None:
    if name == "published":
        return _read_day(value)
    text = " ".join(_UNSEEN.sub(" ", str(value or "")).split())
    if len(text) > MAX_FIELD:
        raise ReadingError(f"the {name} is longer than {MAX_FIELD} characters. Shorten it.")
    if name == "url" and text:
        _judge_url(text)
    if name == "language" and text:
        return _read_language(text)
    return text


def _read_language(text: str) -> str:
    """The language of a tag ("en" of "en-GB")."""
    found = _LANGUAGE.fullmatch(text)
    if found is None:
        raise ReadingError(
            f"language: {text!r} is not the code of a language. Write one such as en or fr."
        )
    return found[1].lower()


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


def report_id(outlet: str, text: str) -> str:
    """A report's id: twenty hexadecimal digits, the same for the same outlet and text."""
    seen = unicodedata.normalize("NFC", outlet).casefold()
    return blake2b(f"{seen}\0{text}".encode(), digest_size=10).hexdigest()
