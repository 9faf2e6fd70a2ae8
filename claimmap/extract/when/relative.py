"""Rules for what is counted from publication ("last week", "on Friday"), or steps on."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from claimmap.extract.when import meaning as stretch
from claimmap.extract.when.anchored import FROM_MENTIONED, FROM_PUBLICATION, of_ancient
from claimmap.extract.when.lexicon import (
    DAY_PART_RE,
    DAY_PARTS,
    MONTH_RE,
    SEASON_RE,
    SEASONS,
    WEEKDAY_RE,
    WEEKDAYS,
    month_number,
    unit_of,
)
from claimmap.extract.when.meaning import Meaning, shifted
from claimmap.extract.when.scene import Rule, Scene, rule

_LONG_UNIT = r"(?:day|week|weekend|fortnight|month|quarter|year|decade|century)"
_STEPS = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1, "following": 1}
_STEPS |= {"preceding": -1, "subsequent": 1, "this": 0, "current": 0, "that": 0, "same": 0}
# These count from the date named before, wherever they stand; the others from publication.
_FROM_BEFORE = frozenset({"previous", "following", "preceding", "subsequent", "that", "same"})


def _named(match: re.Match[str], scene: Scene) -> Meaning | None:
    """today, yesterday, tomorrow, tonight."""
    words = re.sub(r"\s+", " ", match.group().lower())
    steps = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1}
    steps |= {"the day after tomorrow": 2}
    night = "TNI" if words in ("tonight", "last night") else ""
    if scene.published is None:
        return stretch.vague(f"XXXX-XX-XX{night}", "the day of publication is unknown")
    if words == "today" and scene.narrative:
        return stretch.vague("PRESENT_REF", "the present of the text")
    found = stretch.day(shifted(scene.published, "day", steps.get(words, 0)))
    return _in_part(found, night).because(FROM_PUBLICATION)


def _in_part(found: Meaning, suffix: str) -> Meaning:
    """The same day with a part of the day, a TIMEX3 TIME."""
    if not suffix:
        return found
    return replace(found, type="TIME", value=found.value + suffix)


def _weekday(match: re.Match[str], scene: Scene) -> Meaning | None:
    """A bare weekday: the nearest that the clause's tense allows, publication's own day first."""
    number = WEEKDAYS.index(match["weekday"].lower()) + 1
    if scene.before(scene.token(match.start())) in ("black", "cyber", "good", "super"):
        return None
    told = scene.mentioned.first if scene.mentioned else None
    anchor = told if scene.narrative and told else scene.published
    if anchor is None:
        return stretch.vague(f"XXXX-WXX-{number}", "the day of publication is unknown")
    back = -((anchor.isoweekday() - number) % 7)
    which = (match["which"] or "").lower()
    if which == "next" or (not which and scene.direction(match) == "ahead"):
        ahead = back + 7 if back or which == "next" else 0
        return stretch.day(shifted(anchor, "day", ahead)).because("counted on from publication")
    if which == "last" and not back:
        back = -7
    how = "counted back from publication" if anchor is scene.published else FROM_MENTIONED
    return stretch.day(shifted(anchor, "day", back)).because(how)


def _stepped(match: re.Match[str], scene: Scene) -> Meaning | None:
    """Last week, this year, the next month, the following day, that same year."""
    unit, which = unit_of(match["unit"]), match["which"].lower().split()[-1]
    anchor, how = _anchor(which, match, scene)
    if anchor is None:
        return of_ancient(unit, _STEPS[which], scene)
    found = stretch.unit_holding(shifted(anchor, unit, _STEPS[which]), unit)
    if unit == "day" and which == "this" and not scene.narrative:
        return None
    clipped = match.groupdict().get("part")
    return _part_of(found, clipped, scene) if clipped else found.because(how)


def _anchor(which: str, match: re.Match[str], scene: Scene) -> tuple[date | None, str]:
    told = scene.mentioned.first if scene.mentioned else None
    article = match.group().lower().startswith("the ") or which in _FROM_BEFORE
    if scene.narrative and scene.mentioned and which not in ("last", "past", "current"):
        return told, FROM_MENTIONED
    if told and article and which not in ("last", "past", "current"):
        return told, FROM_MENTIONED
    if which == "following" and not told:
        return None, ""  # it follows a day that nobody named
    return scene.published, FROM_PUBLICATION


def _part_of(found: Meaning, part: str, scene: Scene) -> Meaning:
    """Earlier this week ends with publication, later this week begins with it."""
    here = scene.published
    if not (here and found.first and found.last and found.first <= here <= found.last):
        return found.because(FROM_PUBLICATION)
    earlier = part.lower().split()[0] == "earlier"
    first, last = (found.first, here) if earlier else (here, found.last)
    edtf = f"{first.isoformat()}/{last.isoformat()}"
    clipped = replace(found, first=first, last=last, edtf=edtf)
    return clipped.because(f"{'up to' if earlier else 'from'} publication")


def _stepped_season(match: re.Match[str], scene: Scene) -> Meaning | None:
    code, step = SEASONS[match["season"].lower()], _STEPS[match["which"].lower().split()[-1]]
    told = scene.mentioned.year if scene.mentioned else None
    year = told if scene.narrative and told else scene.published.year if scene.published else None
    if year is None:
        return stretch.vague(f"XXXX-{code}", "the year of publication is unknown")
    return stretch.season(year + step, code).because(FROM_PUBLICATION)


def _stepped_month(match: re.Match[str], scene: Scene) -> Meaning | None:
    """Last August, next May, this June, the previous April."""
    number, which = month_number(match["month"]), match["which"].lower().split()[-1]
    anchor = _anchor(which, match, scene)[0]
    if anchor is None:
        return stretch.vague(f"XXXX-{number:02}", "the year of publication is unknown")
    step = _STEPS[which]
    year = anchor.year
    if step < 0:
        year -= number >= anchor.month
    elif step > 0:
        year += number <= anchor.month
    return stretch.month(year, number).because(FROM_PUBLICATION)


def _part_of_day(match: re.Match[str], scene: Scene) -> Meaning | None:
    """The words "this morning", that night, the next evening."""
    which, suffix = match["which"].lower().split()[-1], "T" + DAY_PARTS[match["part"].lower()]
    told = scene.mentioned
    if which in _FROM_BEFORE or match.group().lower().startswith("the "):
        anchor = told.first if told and told.precision == "day" else None
    else:
        anchor = scene.published
    if anchor is None:
        return _in_part(stretch.vague("XXXX-XX-XX", "its day is unknown"), suffix)
    found = stretch.day(shifted(anchor, "day", _STEPS[which]))
    return _in_part(found, suffix).because(FROM_PUBLICATION)


_WHICH = r"(?P<which>last|this|next|previous|coming|following|current)"
_AFTER_MENTION = r"(?P<which>(?:the|that|this) (?:very )?same|that|the (?:following|next|previous))"
_PART = r"(?P<part>earlier|later|late|early)(?: in)? "
RULES: tuple[Rule, ...] = (
    rule(
        r"(?:the day (?:before yesterday|after tomorrow)|(?:earlier |later )?today|yesterday"
        r"|tomorrow|tonight|last night)",
        _named,
    ),
    rule(rf"(?:(?P<which>last|next|this) )?(?P<weekday>{WEEKDAY_RE})(?!['’]?s? \d)", _weekday),
    rule(rf"{_PART}(?:the )?(?P<which>this|that|last|next) (?P<unit>{_LONG_UNIT})", _stepped),
    rule(rf"(?:the )?{_WHICH} (?P<unit>{_LONG_UNIT})", _stepped),
    rule(rf"{_AFTER_MENTION} (?P<unit>{_LONG_UNIT})", _stepped),
    rule(rf"(?:the )?{_WHICH} (?P<season>{SEASON_RE})", _stepped_season),
    rule(rf"(?:the )?(?P<which>that|that same) (?P<season>{SEASON_RE})", _stepped_season),
    rule(
        rf"(?:the )?(?P<which>last|this|next|previous|following) (?P<month>{MONTH_RE})"
        r"(?! ?\d)",
        _stepped_month,
    ),
    rule(
        rf"(?P<which>this|that|the (?:next|following|previous|same)|that same) "
        rf"(?P<part>{DAY_PART_RE})",
        _part_of_day,
    ),
)
