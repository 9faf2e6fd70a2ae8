"""The words of time in English, and the patterns that the rules are composed of.

Every constant that ends in ``_RE`` is a piece of a regular expression without groups of its own.
"""

from __future__ import annotations

import re


def listed(words: str) -> tuple[str, ...]:
    """The words of a line, in order."""
    return tuple(words.split())


MONTHS = listed(
    "january february march april may june july august september october november december"
)
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
# TIMEX3 writes a season as two letters; EDTF as a number in the month's place.
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAY_PARTS = {
    "morning": "MO",
    "dawn": "MO",
    "midday": "MI",
    "noon": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
    "night": "NI",
    "overnight": "NI",
    "midnight": "NI",
    "daytime": "DT",
}
# Unit of time -> the letters of an ISO 8601 duration; those of less than a day follow a "T".
UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "weekend": "WE",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
_ONES = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = listed(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh "
    "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth twentieth twenty-first"
)
NUMBER_WORDS: dict[str, float] = {word: float(n) for n, word in enumerate(_ONES)}
NUMBER_WORDS |= {word: 20.0 + 10 * n for n, word in enumerate(_TENS)}
ORDINALS = {word: n for n, word in enumerate(_ORDINALS)}

# Days that carry a name and a fixed place in the calendar: month, day.
FEASTS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "new year": (1, 1),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
    "d-day": (6, 6),
}


def one_of(words: list[str] | tuple[str, ...]) -> str:
    """A pattern for any of the words, the longer first, any blank or apostrophe for its kind."""
    escaped = (re.escape(word) for word in sorted(words, key=len, reverse=True))
    return "(?:" + "|".join(w.replace(r"\ ", r"\s+").replace("'", "['’]") for w in escaped) + ")"


_ABBREVIATED = [month[:3] for month in MONTHS if month != "may"]
MONTH_RE = rf"(?:{one_of(MONTHS)}|(?:{one_of([*_ABBREVIATED, 'sept'])})\b\.?)"
WEEKDAY_RE = one_of(WEEKDAYS)
SEASON_RE = one_of(tuple(SEASONS))
DAY_PART_RE = one_of([part for part in DAY_PARTS if part != "overnight"])
UNIT_RE = "(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|quarters?|years?" + (
    "|decades?|century|centuries)"
)
_TENS_RE = one_of(_TENS)
_ONES_RE = one_of(_ONES)
COUNT_RE = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{_TENS_RE}[-\s]{_ONES_RE}|{_TENS_RE}|{_ONES_RE})"
)
VAGUE_RE = r"(?:a\s+few|several|many|some|a\s+couple\s+of|the\s+few|various|numerous|countless)"
ORDINAL_RE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{one_of(_ORDINALS[1:])})"
DAY_RE = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
YEAR_RE = r"(?:1[0-9]\d\d|2[01]\d\d)(?!\d)"
FEAST_RE = one_of(tuple(FEASTS))


def month_number(word: str) -> int:
    """1 to 12 for a month's name or its abbreviation."""
    return next(n for n, m in enumerate(MONTHS, 1) if m.startswith(word.lower().rstrip(".")[:3]))


def count(words: str) -> float | None:
    """The number that the words name; None for a vague one ("a few", "several")."""
    words = re.sub(r"\s+", " ", words.lower().replace(",", "").strip())
    if words in ("a", "an", "one", "a single", "the"):
        return 1.0
    if re.fullmatch(r"\d+(\.\d+)?", words):
        return float(words)
    parts = re.split(r"[- ]", words)
    if all(part in NUMBER_WORDS for part in parts):
        return sum(NUMBER_WORDS[part] for part in parts)
    return None


def ordinal(word: str) -> int:
    """3 for "third" and for "3rd"."""
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ORDINALS[word.lower()]


def unit_of(word: str) -> str:
    """The unit's name in the singular: "centuries" -> "century"."""
    word = word.lower()
    return "century" if word.startswith("centur") else word.removesuffix("s")
