"""Numbers in a text, in digits, in words, and the vague ones ("hundreds", "a few thousand")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimmap.extract.when.lexicon import NUMBER_WORDS, one_of

SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "lakh": 1e5,
    "crore": 1e7,
}
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
# What a plural scale word leaves open: "hundreds" is a hundred or more, and less than a thousand.
_VAGUE = {
    "tens": (10.0, 100.0),
    "dozens": (12.0, 100.0),
    "scores": (20.0, 100.0),
    "hundreds": (1e2, 1e3),
    "thousands": (1e3, 1e6),
    "millions": (1e6, 1e9),
    "billions": (1e9, 1e12),
    "trillions": (1e12, None),
}
# "One in five" is a share; "one in 2014" and "40 in 30 districts" are not.
_LARGEST_WHOLE = 1000.0
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}

_WORD = one_of(tuple(NUMBER_WORDS))
_SCALE = one_of(tuple(SCALES))
_FEW = one_of(tuple(word for word, number in NUMBER_WORDS.items() if 0 < number < 10))
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\d\w])\.\d+)"
# "1 200 houses": groups of three with blanks between; a name or a month before the first ("May 1
# 200 men") makes it a number of its own.
_GROUPS = re.compile(r"[1-9]\d{0,2}(?: \d{3}){0,2}")
_GROUP = re.compile(r"\d{3}(?![\w/:-]|[.,]\d| \d{1,2}\b| \d{4})")
_NAME_BEFORE = re.compile(r"\b(?:[A-Z][\w.]*|page|phase|number|no\.|room|line) $")
# Currencies that stand against the digits without a sign: "USD10m", "$US55", "RM23".
_GLUED = r"(?<=US)|(?<=USD)|(?<=\bPS)|(?<=\bRM)|(?<=\$A)|(?<=\$C)|(?<=GBP)|(?<=EUR)"
# One letter may begin a name ("N95", "R2"): a currency's stands before a scale or a thousand.
_GLUED += (
    r"|(?<=\bNGN)|(?<=\bPHP)|(?<=\bPhp)|(?<=\bZAR)|(?<=\bTk)|(?<=\bSh)|(?<=\b[KTU][Ss]h)"
    r"|(?<=\b[NRP])(?=\d[\d.]*\s?(?:m|mn|bn|million|billion|trillion)\b|\d{1,3},\d{3})"
)
_PATTERN = re.compile(
    rf"""(?ix)
    (?P<vague>\b(?:{one_of(tuple(_VAGUE))})
        (?:\s+of\s+(?:thousands|millions|billions)\b|\b(?=\s+of\b)))
    |(?P<few>\b(?:several|a\s+few|few|many)\s+(?P<fewscale>{_SCALE})\b)
    |(?P<number>\ba\s+(?:large\s+|small\s+|growing\s+)?number(?=\s+of\s))
    |(?P<couple>\ba\s+couple(?=\s+of\s))
    |(?P<part>\b(?P<top>an?|one|two|three|four|nine)[-\s](?P<bottom>third|quarter|fifth|tenth)s?\b
        (?=\s+of\b)|\bhalf(?=\s+of\b))
    |(?P<outof>\b(?P<first>{_FEW}|[1-9])\s+(?:out\s+of|in)(?:\s+every)?\s+
        (?P<every>{_WORD}|\d+)\b(?=\s+\w))
    |(?P<ratio>(?<![\w/.])(?P<over>\d+)[/⁄](?P<under>\d+)(?![\w/]))
    |(?P<words>\b(?:(?:half\s+)?an?\s+{_SCALE}|{_WORD})\b(?:(?:[-\s]|\s+and\s+)(?:{_WORD}|{_SCALE})\b)*)
    |(?:(?<![\w.])|{_GLUED})(?:(?<![A-Za-z]-)|(?<=\bsub-))(?<!\d,)
        (?P<sign>\bminus[-\s]|(?<=[\s$£€(])[-−]|^[-−]|\+)?(?P<digits>{_DIGITS})
        (?:(?P<scales>(?:[\s-]?{_SCALE})+)\b|\s?(?P<short>bn|mn|tn|trn|[kKmMbB])(?![\w²³]))?
    """
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number at ``[start, end)`` of the text.

    value: None where the text names none ("several hundred"). lower, upper: what it leaves
    possible. vague: whether the words themselves say about how many. short: the letter of a
    shortened scale ("8.1bn"), which may be a unit after all ("37m"). fraction: a part of a whole.
    words: written in words. scale: the factor of its scale word (1e6 for "5 million").
    """

    start: int
    end: int
    value: float | None
    lower: float | None
    upper: float | None
    vague: bool = False
    short: str = ""
    fraction: bool = False
    words: bool = False
    scale: float = 1.0


def find_numbers(text: str) -> Iterator[Number]:
    """The numbers of the text from left to right, dates and names included."""
    held: Number | None = None
    for number in _find_parts(text):
        joined = _one(held, number, text) if held else None
        if held and not joined:
            yield held
        held = joined or number
    if held:
        yield held


def _one(first: Number, last: Number, text: str) -> Number | None:
    """Two parts of one number: "1 200", "1 thousand 240", "1 million 300 thousand"."""
    if last.start != first.end + 1 or text[first.end] != " " or first.words or last.words:
        return None
    if first.value is None or last.value is None or first.vague or last.vague:
        return None
    value = None
    if first.scale > 1 and "." not in text[first.start : first.end]:
        below = last.value < first.scale and last.scale < first.scale
        value = first.value + last.value if below and text[last.end : last.end + 1] != "-" else None
    elif _GROUPS.fullmatch(text, first.start, first.end) and _GROUP.match(text, last.start):
        named = _NAME_BEFORE.search(text, max(0, first.start - 20), first.start)
        whole = last.scale == 1 and not last.short and last.end - last.start == len("000")
        value = first.value * 1000 + last.value if whole and not named else None
    if value is None:
        return None
    return Number(first.start, last.end, value, value, value, scale=last.scale)


def _find_parts(text: str) -> Iterator[Number]:
    for match in _PATTERN.finditer(text):
        number = _number(match)
        if number is not None:
            yield number


def _number(match: re.Match[str]) -> Number | None:
    start, end = match.span()
    if match["digits"]:
        return _of_digits(match)
    if match["words"]:
        value = value_of(match["words"])
        return _exact(start, end, value, words=True) if value is not None else None
    if match["vague"]:
        low, high = _vague_bounds(match["vague"].lower().split())
        return Number(start, end, low, low, high, vague=True)
    if match["few"]:
        scale = SCALES[match["fewscale"].lower()]
        return Number(start, end, None, 2 * scale, 10 * scale, vague=True)
    if match["number"]:
        return Number(start, end, None, 2.0, None, vague=True)
    if match["couple"]:
        return Number(start, end, 2.0, 2.0, 3.0, vague=True)
    return _of_fraction(match)


def _of_digits(match: re.Match[str]) -> Number:
    plain = value = float(match["digits"].replace(",", ""))
    for scale in re.findall(r"[a-z]+", (match["scales"] or "").lower()):
        value *= SCALES[scale]
    short = match["short"] or ""
    value *= _SHORT_SCALES[short.lower()] if short else 1.0
    scale = value / plain if plain else 1.0
    if match["sign"] and not match["sign"].startswith("+"):
        value = -value
    return Number(match.start(), match.end(), value, value, value, short=short, scale=scale)


def _of_fraction(match: re.Match[str]) -> Number | None:
    start, end = match.span()
    if match["outof"]:
        top, bottom = value_of(match["first"]), value_of(match["every"])
        if not (top and bottom and top < bottom <= _LARGEST_WHOLE):
            return None
    elif match["ratio"]:
        top, bottom = float(match["over"]), float(match["under"])
    elif match["bottom"]:
        top, bottom = value_of(match["top"]), float(_PARTS[match["bottom"].lower()])
    else:
        top, bottom = 1.0, 2.0
    if not top or not bottom or (match["ratio"] and top >= bottom):
        return None  # "114/25", "2024/25" and "24/7" are no parts of a whole
    return Number(start, end, top / bottom, top / bottom, top / bottom, fraction=True)


def _exact(start: int, end: int, value: float, *, words: bool) -> Number:
    return Number(start, end, value, value, value, words=words)


def _vague_bounds(words: list[str]) -> tuple[float, float | None]:
    """The bounds of "hundreds" and of "tens of thousands"."""
    low, high = _VAGUE[words[0]]
    if len(words) < 3:
        return low, high
    times = _VAGUE[words[2]][0]
    return low * times, high * times if high else None


def value_of(words: str) -> float | None:
    """The value of number words: "two hundred and six" 206, "half a million" 500,000."""
    parts = re.findall(r"[a-z]+|[\d.]+", words.lower().replace(",", ""))
    factor = 0.5 if parts[0] == "half" else 1.0
    total = current = 0.0
    for part in parts:
        if part in ("and", "half"):
            continue
        if part in ("a", "an"):
            current = 1.0
        elif part in NUMBER_WORDS:
            current += NUMBER_WORDS[part]
        elif part in ("hundred", "dozen"):
            current = (current or 1.0) * SCALES[part]
        elif part in SCALES:
            total, current = total + (current or 1.0) * SCALES[part], 0.0
        elif part.replace(".", "", 1).isdigit():
            current += float(part)
        else:
            return None
    return (total + current) * factor
