"""EML: an e-mail's text and header (RFC 5322), read by Python's own email package."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from claimmap.reading.formats.pieces import Piece, tidy
from claimmap.reading.formats.webpages import page_words
from claimmap.reading.known import Told, tell
from claimmap.reading.limits import ReadingError


def read_mail(raw: bytes) -> Iterator[Piece]:
    """The words of a message; what is attached is named, and not opened."""
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - so says the policy
    body = message.get_body(("plain", "html"))
    text = _words(body) if isinstance(body, EmailMessage) else ""
    if not text.strip():
        raise ReadingError(
            "the message has no text of its own. Save what is attached to it as files, and give"
            " those."
        )
    names = [one.get_filename() or "without a name" for one in message.iter_attachments()]
    notice = (
        f"what is attached is not read ({', '.join(names[:5])}). Save it as files, and give those."
        if names
        else ""
    )
    yield Piece(tidy(text), tell(_header(message)), notice=notice)


def _words(body: EmailMessage) -> str:
    try:
        content = body.get_content()
    except (LookupError, ValueError):
        # A charset that nobody knows, or that is not the text's.
        payload = body.get_payload(decode=True)
        content = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    text = content if isinstance(content, str) else ""
    return page_words(text) if body.get_content_subtype() == "html" else text


def _header(message: EmailMessage) -> Iterator[Told]:
    yield Told("title", _field(message, "subject"), "stated", "the message's subject")
    sender, _ = parseaddr(_field(message, "from"))
    yield Told("author", sender, "stated", "the message's sender")
    yield Told("published", _field(message, "date"), "stated", "the message's date")
    address = _field(message, "archived-at").strip("<> ")
    yield Told("url", address, "stated", "the message's field Archived-At")
    language = _field(message, "content-language").split(",")[0].strip()
    yield Told("language", language, "stated", "the message's field Content-Language")


def _field(message: EmailMessage, name: str) -> str:
    """A field of the header, "" where it cannot be read."""
    try:
        return str(message.get(name, ""))
    except (ValueError, LookupError, AttributeError, TypeError, IndexError):
        # Python's own parser fails on some that are damaged (https://bugs.python.org/issue30681).
        return ""
