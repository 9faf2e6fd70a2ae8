"""Rules for what is counted from a date named before: "two days later", "the day after"."""

from __future__ import annotations

import re

from claimmap.extract.when import meaning as stretch
from claimmap.extract.when.lexicon import (
    COUNT_RE,
    UNIT_RE,
    UNITS,
    VAGUE_RE,
    count,
    unit_of,
)
from claimmap.extract.when.meaning import Meaning, shifted
from claimmap.extract.when.scene import Rule, Scene, rule

FROM_PUBLICATION = "counted from publication"
FROM_MENTIONED = "counted from the date named before"
MASKS = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}
_SIDE = r"(?P<side>ago|earlier|before|previously|later|after|afterwards?|from now|hence)"
_PART = r"(?P<part>earlier|later|late|early)(?: in)? "
_EDGE = r"(?:beginning|start|middle|end|close|rest|remainder)"
_BOUND = r"(?:(?:about|almost|nearly|over|more than|less than|just|only|exactly|some|around) )?"


def of_ancient(unit: str, steps: float, scene: Scene) -> Meaning:
    """Years and decades counted before Christ, where there are no dates to count with."""
    told = scene.mentioned.year if scene.mentioned else None
    if told is not None and told < 0 and abs(steps) < 1000 and unit in ("year", "decade"):
        if unit == "year":
            return stretch.year(told + round(steps)).because(FROM_MENTIONED)
        return stretch.decade((told + round(steps) * 10) // 10 * 10 + 10).because(FROM_MENTIONED)
    return stretch.vague(MASKS.get(unit, "XXXX"), "the day it is counted from is unknown")


def _beside_event(match: re.Match[str], scene: Scene) -> Meaning | None:
    """Two weeks "after the storm": how far from an event whose day is not given."""
    return stretch.length(count(match["count"] or "several"), UNITS[unit_of(match["unit"])])


def _same_in(match: re.Match[str], scene: Scene) -> Meaning | None:
    """The same month a year ago, the same period last year: of the stretch named before."""
    told = scene.mentioned
    if told is None or told.first is None or told.precision not in ("day", "week", "month"):
        return None
    unit = "month" if match["unit"].lower() == "period" else match["unit"].lower()
    return stretch.unit_holding(shifted(told.first, "year", -1), unit).because(FROM_MENTIONED)


def _the_day(match: re.Match[str], scene: Scene) -> Meaning | None:
    """The day after, the day before: of the date named before, where a day was named."""
    told = scene.mentioned
    step = 1 if match["side"].lower() in ("after", "following") else -1
    unit = unit_of(match["unit"])
    if told is None or told.first is None or told.precision not in ("day", unit):
        return stretch.vague(MASKS.get(unit, ""), "the date it is counted from is unknown")
    if told.type == "TIME" and unit != "day":
        return None
    return stretch.unit_holding(shifted(told.first, unit, step), unit).because(FROM_MENTIONED)


def _unit_told(match: re.Match[str], scene: Scene) -> Meaning | None:
    """The year, the month: only inside "the end of the year", "later in the month"."""
    told, unit = scene.mentioned, unit_of(match["unit"])
    past = told is not None and told.first is not None and scene.direction(match) == "back"
    if told and (scene.narrative or unit == "day" or past):
        anchor, how = told.first, FROM_MENTIONED
    else:
        anchor, how = scene.published, FROM_PUBLICATION
    return stretch.unit_holding(anchor, unit).because(how) if anchor else None


def _distance(match: re.Match[str], scene: Scene) -> Meaning | None:
    """Two weeks ago, three days later, a year earlier, days after."""
    unit, side = unit_of(match["unit"]), match["side"].lower()
    amount = count(match["count"]) if match["count"] else None
    if side in ("ago", "from now"):
        anchor, how, precision = scene.published, FROM_PUBLICATION, "day"
    else:
        told = scene.mentioned
        anchor, how = (told.first if told else None), FROM_MENTIONED
        precision = told.precision if told else "vague"
        if side == "earlier" and unit in ("day", "week") and precision not in ("day", "week"):
            # A report that names no day so far counts from its own.
            anchor, how = (None if scene.narrative else scene.published), FROM_PUBLICATION
            precision = "day"
    ahead = side in ("later", "after", "afterwards", "afterward", "from now", "on", "hence")
    if amount is None:
        if side == "ago":
            return stretch.vague("PAST_REF", "the text gives no number")
        return stretch.vague(MASKS.get(unit, ""), "the text gives no number")
    if anchor is None and scene.mentioned and not amount % 1:
        return of_ancient(unit, amount if ahead else -amount, scene)
    if anchor is None or (unit in ("day", "week") and precision not in ("day", "week")):
        return stretch.vague(MASKS.get(unit, ""), "the day it is counted from is unknown")
    when = shifted(anchor, unit, amount if ahead else -amount)
    # A fortnight on from a day is a day; months and years on are only as fine as they are counted.
    if unit in ("second", "minute", "hour"):
        return stretch.vague("", "too fine for a calendar")
    return stretch.unit_holding(when, unit).because(how)


RULES: tuple[Rule, ...] = (
    rule(rf"{_PART}the (?P<unit>week|month|year)", _unit_told),
    rule(r"(?P<unit>month|year|week|day)(?=['’]s end)", _unit_told),
    rule(
        rf"{_EDGE} of the (?P<unit>week|month|quarter|year|decade|century)(?!-)", _unit_told, "unit"
    ),
    rule(
        rf"{_BOUND}(?:(?P<count>a|an|{COUNT_RE}|{VAGUE_RE}) )?(?P<unit>{UNIT_RE}) {_SIDE}"
        r"(?!(?<=before) [\w“\"]|(?<=after) [\w“\"])",
        _distance,
    ),
    rule(
        rf"{_BOUND}(?:(?P<count>a|an|{COUNT_RE}|{VAGUE_RE}) )?(?P<unit>{UNIT_RE})"
        r"(?= (?:before|after) [\w“\"])",
        _beside_event,
    ),
    rule(
        r"the same (?P<unit>month|period|week|day) (?:a year (?:ago|earlier|before)|last year"
        r"|(?:in|of) the previous year)",
        _same_in,
    ),
    rule(r"the (?P<unit>day|week|month|year) (?P<side>after|before|following)", _the_day),
)
