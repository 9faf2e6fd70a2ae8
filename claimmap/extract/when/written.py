"""Rules for dates that are written out: days, months, feasts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from claimmap.extract.when import meaning as stretch
from claimmap.extract.when.lexicon import (
    DAY_RE,
    FEAST_RE,
    FEASTS,
    MONTH_RE,
    WEEKDAY_RE,
    WEEKDAYS,
    YEAR_RE,
    listed,
    month_number,
)
from claimmap.extract.when.meaning import Meaning
from claimmap.extract.when.scene import Rule, Scene, rule
from claimmap.extract.when.years import OF_YEAR_RE, year_of_day, year_of_month, year_said

_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY_RE}),? (?:the )?)?"
_DAY_AND_DASH = re.compile(rf"(?i){MONTH_RE}\s+{DAY_RE}\s?[-–—]$")
_MONTH_PLACES = frozenset(
    listed(
        "in since by until till last next early late mid of from this to through during "
        "between and around before after mid- previous that for"
    )
)


def _day_of(match: re.Match[str], scene: Scene) -> Meaning | None:
    number, day = month_number(match["month"]), int(re.sub(r"\D", "", match["day"]))
    said = match.groupdict().get("year")
    if said:
        year, how = year_said(said, scene), "written with its year"
    else:
        year, how = year_of_day(number, day, match, scene)
        weekday = match.groupdict().get("weekday")
        if year and weekday and not scene.narrative:
            year = _year_with(weekday, year, number, day)
    if year is None:
        return stretch.vague(f"XXXX-{number:02}-{day:02}", "its year is unknown")
    if year < 1:
        return stretch.month(year, number).because(how)
    try:
        return stretch.day(date(year, number, day)).because(how)
    except ValueError:
        return None


def _year_with(weekday: str, year: int, month: int, day: int) -> int:
    """The nearest year in which the day falls on the weekday named; ``year`` where none does.

    A day's weekday returns after 5, 6 or 11 years: a few years either way tell which is meant.
    """
    for each in (year, year - 1, year + 1, year - 2, year + 2, year - 3, year + 3):
        try:
            if WEEKDAYS[date(each, month, day).weekday()] == weekday.lower():
                return each
        except ValueError:
            continue
    return year


def _month_of(match: re.Match[str], scene: Scene) -> Meaning | None:
    number = month_number(match["month"])
    said = match.groupdict().get("year")
    if said:
        year, how = year_said(said, scene), "written with its year"
    elif not _names_month(match, scene):
        return None
    else:
        year, how = year_of_month(number, match, scene)
    if year is None:
        return stretch.vague(f"XXXX-{number:02}", "its year is unknown")
    return stretch.month(year, number).because(how)


def _names_month(match: re.Match[str], scene: Scene) -> bool:
    """Whether the bare word is the month, and not a verb, a person or a march."""
    word, token = match["month"], scene.token(match.start())
    if not word[0].isupper() or (len(word) < 5 and word not in ("May", "June", "July")):
        return False
    if word in ("May", "March", "August"):
        return token.pos_ == "PROPN" and scene.before(token) in (_MONTH_PLACES)
    following = scene.doc[token.i + 1] if token.i + 1 < len(scene.doc) else None
    return not (word in ("April", "June") and following and following.ent_type_ == "PERSON")


def _later_day(match: re.Match[str], scene: Scene) -> Meaning | None:
    """The "7" of "April 6-7"."""
    before = match.string[max(0, match.start() - 30) : match.start()]
    earlier = _DAY_AND_DASH.search(before)
    told = scene.mentioned
    if not earlier or not told or told.precision != "day" or not told.first:
        return None
    day = int(re.sub(r"\D", "", match["day"]))
    if day <= told.first.day:
        return None
    try:
        return stretch.day(told.first.replace(day=day)).because("the end of a range of days")
    except ValueError:
        return None


def _iso(match: re.Match[str], scene: Scene) -> Meaning | None:
    try:
        when = date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None
    return stretch.day(when).because("written out in full")


def _slashed(match: re.Match[str], scene: Scene) -> Meaning | None:
    """The day of "25/12/2023" is plain; "05/03/2023" is May in one country and March in another."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    if max(one, two) > 31 or min(one, two) > 12 or not min(one, two):
        return None
    if one != two and max(one, two) <= 12:
        how = "day and month written in an order nobody can tell"
        return replace(stretch.year(year), value=f"{year}-XX-XX", how=how)
    try:
        when = date(year, min(one, two), max(one, two))
    except ValueError:
        return None
    return stretch.day(when).because("written out in full")


def _feast(match: re.Match[str], scene: Scene) -> Meaning | None:
    name = re.sub(r"\s+", " ", match["feast"].lower().replace("’", "'"))
    number, day = FEASTS[name]
    said = match["year"]
    year = year_said(said, scene) if said else year_of_day(number, day, match, scene)[0]
    if year is None or year < 1:
        return stretch.vague(f"XXXX-{number:02}-{day:02}", "its year is unknown")
    return stretch.day(date(year, number, day)).because("a feast with a fixed day")


_DASH = r"(?: ?[-–—] ?| to | and )"
RULES: tuple[Rule, ...] = (
    rule(rf"{_WEEKDAY}(?P<month>{MONTH_RE}) (?P<day>{DAY_RE})(?!:){OF_YEAR_RE}", _day_of),
    rule(
        rf"{_WEEKDAY}(?:the )?(?P<day>{DAY_RE})(?: of)? (?P<month>{MONTH_RE}){OF_YEAR_RE}", _day_of
    ),
    rule(rf"{_WEEKDAY}(?P<month>{MONTH_RE}) (?P<day>{DAY_RE})(?![\d:,]\d)", _day_of),
    rule(rf"{_WEEKDAY}(?:the )?(?P<day>{DAY_RE})(?: of)? (?P<month>{MONTH_RE})", _day_of),
    rule(
        rf"(?P<day>{DAY_RE})(?={_DASH}{DAY_RE} (?:of )?(?P<month>{MONTH_RE})(?:{OF_YEAR_RE})?)",
        _day_of,
    ),
    rule(rf"(?<=[-–—])(?P<day>{DAY_RE})(?! ?\w)", _later_day),
    rule(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)", _iso),
    rule(rf"(?P<one>\d{{1,2}})/(?P<two>\d{{1,2}})/(?P<year>{YEAR_RE})", _slashed),
    rule(rf"(?P<month>{MONTH_RE}){OF_YEAR_RE}", _month_of),
    rule(rf"(?P<month>{MONTH_RE})", _month_of),
    rule(rf"(?P<feast>{FEAST_RE})(?:,? (?P<year>{YEAR_RE}))?", _feast),
)
