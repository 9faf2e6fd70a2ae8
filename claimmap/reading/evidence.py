"""What a report's own first lines and address tell of when and by whom it was published.

All of it is worked out, and so marked as inferred, with the words that it rests on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from claimmap.reading.days import WRITTEN, make_day, read_day, written_day
from claimmap.reading.known import Known, Told, tell

LINES = 12
"""How many lines from the top are looked at."""

_LONGEST_LINE = 140
_AGE = timedelta(days=60)  # how much older than the file a dateline without a year may be
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][\w.'’/ -]{1,40}(?:, [A-Z][\w. ]{1,25})??),?\s+"
    rf"(?P<day>(?i:{WRITTEN}))?,?\s*"
    r"(?:\((?P<agency>[A-Z][\w.&/ -]{1,40})\))?\s*(?:--|[-–—])\s"
)
_DATE_LINE = re.compile(
    r"(?:(?P<label>(?:first |last )?(?:published|posted|updated|modified|date))(?: on| at)?:?\s+)?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s+)?"
    rf"(?P<day>{WRITTEN}|\d{{4}}-\d\d-\d\d)"
    r"(?:[,\s|·•-]|at\b|T?\d{1,2}[:.]\d\d(?:[:.]\d\d)?|[ap]\.?m\b\.?|[A-Z]{1,5}\b|[+-]\d\d:?\d\d)*",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/_-]|$)")


class Dateline(NamedTuple):
    """The opening of an agency's report: its words, its day (year 0: not said), who sent it."""

    words: str
    day: re.Match[str] | None
    agency: str


def infer(known: Known, text: str, made: date | None = None) -> Known:
    """``known``, with what it lacks of day and outlet filled in where the text tells them.

    made: the day on which the report's file was made, where the file says so.
    """
    if known.published and known.outlet:
        return known
    top = [line.strip() for line in text[:4000].splitlines() if line.strip()][:LINES]
    dateline = next((found for line in top if (found := _find_dateline(line))), None)
    told: list[Told] = []
    if not known.published:
        told += _days(known.url, top, dateline, made)
    if dateline and dateline.agency:
        told.append(Told("outlet", dateline.agency, "inferred", f"the dateline “{dateline.words}”"))
    return known.over(tell(told))


def _days(url: str, top: list[str], dateline: Dateline | None, made: date | None) -> Iterator[Told]:
    """The days that the report may be of, the best reason first."""
    if dateline and dateline.day:
        day, reason = _day_of(dateline, made)
        yield Told("published", day, "inferred", reason)
    for line in top:
        if stated := _find_date_line(line):
            yield Told("published", stated, "inferred", f"the line “{line}”")
    if found := _IN_ADDRESS.search(url):
        day = make_day(found[1], found[2], found[3])
        yield Told("published", day, "inferred", "the day in its web address")
    yield Told(
        "published",
        made,
        "inferred",
        "the day on which its file was made; the report itself may be older",
    )


def _find_dateline(line: str) -> Dateline | None:
    """The dateline that opens a line: of a place, a day and an agency, two of which are sure signs.

    A place is one where it stands in capitals: "The alliance (NATO) - ..." opens no report.
    """
    found = _DATELINE.match(line)
    if found is None:
        return None
    signs = (found["place"].split(",")[0].isupper(), found["day"], found["agency"])
    if sum(map(bool, signs)) < 2:
        return None
    return Dateline(found[0].strip(" -–—"), found if found["day"] else None, found["agency"] or "")


def _day_of(dateline: Dateline, made: date | None) -> tuple[date | None, str]:
    """A dateline's day. One without a year is that of the file where it was made soon after."""
    assert dateline.day is not None  # noqa: S101 - asked by the caller
    reason = f"the dateline “{dateline.words}”"
    if year := dateline.day["y1"] or dateline.day["y2"]:
        return written_day(dateline.day, year), reason
    if made:
        for guess in (made.year, made.year - 1):
            day = written_day(dateline.day, guess)
            if day and timedelta(0) <= made - day <= _AGE:
                return day, f"{reason}, its year from the day on which the file was made"
    return None, reason


def _find_date_line(line: str) -> date | None:
    found = _DATE_LINE.fullmatch(line) if len(line) <= _LONGEST_LINE else None
    return read_day(found["day"]) if found else None
