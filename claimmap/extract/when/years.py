"""Which year a date without one belongs to."""

from __future__ import annotations

import re
from datetime import date

from claimmap.extract.when.lexicon import DAY_RE, MONTH_RE, YEAR_RE, month_number
from claimmap.extract.when.scene import Direction, Scene

_SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}
_FAR_END = re.compile(
    rf"(?i)\s*(?:[-–—]|to\b|and\b|until\b|through\b|or\b)\s*(?:the\s+|early\s+|late\s+|mid-)?"
    rf"(?:{DAY_RE}\s+(?:of\s+)?(?P<first>{MONTH_RE})|(?P<month>{MONTH_RE})(?:\s+{DAY_RE})?|{DAY_RE})"
    rf",?\s+(?:of\s+)?(?P<year>{YEAR_RE})\b"
)
BC_RE = r"(?:BCE?|B\.C\.?(?:E\.)?)"
OF_YEAR_RE = (
    rf",? ?(?:of )?(?P<year>{YEAR_RE}\b|\d{{1,3}} {BC_RE}|(?:that|this|the same|last|next) year\b)"
)
Choice = tuple[int | None, str]


def year_said(words: str, scene: Scene) -> int | None:
    """The year that "1944", "490 BC", "that year" or "last year" names; negative before Christ."""
    digits = re.search(r"\d+", words)
    if digits:
        return -int(digits[0]) if re.search(r"(?i)b\.?c", words) else int(digits[0])
    base = scene.published.year if scene.published else None
    told = scene.mentioned.year if scene.mentioned else None
    word = words.lower().split()[0]
    if word in ("that", "the") or (word == "this" and scene.narrative):
        return told if told is not None else base
    if base is None:
        return None
    return base + {"last": -1, "next": 1}.get(word, 0)


def _year_ahead(month: int, match: re.Match[str]) -> int | None:
    """The year that the other end of a range carries: "March" in "between March and June 2023"."""
    far = _FAR_END.match(match.string, match.end(), match.end() + 50)
    if not far:
        return None
    later = month_number(far["month"] or far["first"]) if far["month"] or far["first"] else month
    return int(far["year"]) - (later < month)


def _year_written(month: int, match: re.Match[str], scene: Scene) -> Choice | None:
    """The year that the range's other end carries, or that a narrative tells of."""
    ahead = _year_ahead(month, match)
    if ahead:
        return ahead, "with the year of the range's end"
    told = _year_told(month, scene)
    return (told, "in the year told of") if told else None


def year_of_month(month: int, match: re.Match[str], scene: Scene) -> Choice:
    """The year of a bare month: the year told of in a narrative, else by the clause's tense."""
    told = _year_written(month, match, scene)
    if told or scene.published is None:
        return told or (None, "")
    here, in_year = scene.published.replace(day=1), date(scene.published.year, month, 1)
    return _by_tense(in_year, here, scene.direction(match))


def year_of_day(month: int, day: int, match: re.Match[str], scene: Scene) -> Choice:
    """The year of a day and month, likewise."""
    told = _year_written(month, match, scene)
    if told or scene.published is None:
        return told or (None, "")
    try:
        in_year = date(scene.published.year, month, day)
    except ValueError:  # 29 February
        return None, ""
    return _by_tense(in_year, scene.published, scene.direction(match))


def year_of_season(code: str, match: re.Match[str], scene: Scene) -> Choice:
    """The year of a bare season, likewise."""
    if scene.narrative and scene.mentioned and scene.mentioned.year:
        return scene.mentioned.year, "in the year told of"
    if scene.published is None:
        return None, ""
    in_year = date(scene.published.year, _SEASON_MONTH[code], 1)
    return _by_tense(in_year, scene.published.replace(day=1), scene.direction(match))


def _year_told(month: int, scene: Scene) -> int | None:
    """In a narrative the year of the last date named; past its end the story went on."""
    if not (scene.narrative and scene.mentioned and scene.mentioned.year):
        return None
    told, at = scene.mentioned.year, scene.mentioned.month
    return told + 1 if at is not None and at - month >= 10 and told > 0 else told


def _by_tense(in_year: date, here: date, direction: Direction) -> Choice:
    """The nearest year before or after publication; the month of publication itself is both."""
    if direction == "ahead":
        return in_year.year + (in_year < here), "the next after publication"
    if direction == "back":
        return in_year.year - (in_year > here), "the last before publication"
    # No tense to go by: what lies within half a year on either side.
    months = (in_year.year - here.year) * 12 + in_year.month - here.month
    shift = 1 if months < -6 else -1 if months > 6 else 0
    return in_year.year + shift, "the nearest to publication"
