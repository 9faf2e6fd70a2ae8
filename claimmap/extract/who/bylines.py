"""Who wrote a report, where it says so: "By Anna Berg", "Anna Berg writes"."""

from __future__ import annotations

import re

# A byline may name no person: "By Staff Reporter", "By Reuters".
_NOBODY = r"(?:Our|A|The|Staff|Special)\b|(?:[\w.]+ ){0,3}(?:Staff|Reporters?|Desk|Press|Agency)\b"
_NAME = (
    rf"(?!{_NOBODY})"
    r"[A-Z][\w'’.-]+(?: (?:de|van|von|al|el|bin|da|di)\b)?(?: [A-Z][\w'’.-]*){1,3}"
)
# A byline stands on a line of its own, before or after the text; a city or paper may follow.
_BYLINE = re.compile(
    rf"^[ \t]*(?:[Bb]y|BY|Words by|Written by|Opinion by|Text:?)[ \t]+(?P<by>{_NAME})"
    rf"[ \t]*(?:[,|/–—-].{{0,60}}| in [A-Z][\w ]{{2,30}}| and {_NAME})?[ \t]*$"
    rf"|^[ \t]*(?P<writes>{_NAME}) (?:writes|reports)\b[^\n]{{0,40}}$",
    re.MULTILINE,
)
# How far into a text a byline is looked for, in characters.
_REACH = 2_000


def find_author(text: str) -> str:
    """The name in the byline of a report, the first of several; "" where it has none."""
    found = _BYLINE.search(text, 0, _REACH)
    name = (found["by"] or found["writes"]).strip() if found else ""
    return name.title() if name.isupper() else name
