"""Rules for lengths of time, for what repeats, and for hints that no calendar can hold."""

from __future__ import annotations

import re
from dataclasses import replace

from claimmap.extract.when import meaning as stretch
from claimmap.extract.when.lexicon import (
    COUNT_RE,
    DAY_PART_RE,
    UNIT_RE,
    UNITS,
    VAGUE_RE,
    WEEKDAY_RE,
    WEEKDAYS,
    count,
    unit_of,
)
from claimmap.extract.when.meaning import Meaning
from claimmap.extract.when.scene import Rule, Scene, rule
from claimmap.model import TimePrecision

_SET_MASKS = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}
_ADVERBS = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y"}
_ADVERBS |= {"hourly": "PT1H", "nightly": "P1D", "quarterly": "P1Q"}
# ISO 8601 has no letters for these: they are counted in years.
_YEARS_IN = {"decade": 10, "century": 100}
_SPANNING = frozenset({"for", "in", "within", "after", "over", "about", "than", "once", "lasted"})
_CLOSED = re.compile(r"\s*(?:[^\w\s]|$)")
_PLURAL_RE = r"(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries)"
_HINTS = {
    "PAST_REF": r"recently|recent|lately|the past|the recent past",
    "PRESENT_REF": r"now|currently|current|at present|presently|present-day|nowadays|these days"
    r"|the time being|at the moment",
    "FUTURE_REF": r"soon|future|the future|the near future|the long term|the near term",
}


def _measure(match: re.Match[str], scene: Scene) -> Meaning | None:
    """Two months, several days, a week, half a year, ten-day."""
    words, unit = match["count"], unit_of(match["unit"])
    if words.lower() in ("a", "an") and unit in ("second", "minute"):
        return None
    if re.match(r"\s+old\b|-old\b|\s+of\s+age\b", match.string[match.end() : match.end() + 8]):
        return None  # an age counts years and dates nothing
    if unit == "quarter" and not re.search(r"consecutive|straight", match.group()):
        return None  # of a year or of a cake: nobody can tell
    if words == "a" and unit == "day" and scene.before(scene.token(match.start())) not in _SPANNING:
        return None
    return _length(0.5 if words.lower().startswith("half") else count(words), unit)


def _length(amount: float | None, unit: str) -> Meaning:
    if unit in _YEARS_IN:
        return stretch.length(amount and amount * _YEARS_IN[unit], "Y")
    return stretch.length(amount, UNITS[unit])


def _plural(match: re.Match[str], scene: Scene) -> Meaning | None:
    """days, weeks, months: a length whose number the text keeps to itself."""
    return _length(None, unit_of(match["unit"]))


def _long(match: re.Match[str], scene: Scene) -> Meaning | None:
    """month-long, decades-long."""
    word = match["unit"]
    number = None if word.lower().endswith("s") else 1.0
    return _length(number, unit_of(word))


def _span(match: re.Match[str], scene: Scene) -> Meaning | None:
    """The past five days, the next two years, the last few months."""
    words, unit, which = match["count"], unit_of(match["unit"]), match["which"].lower()
    amount = count(words) if words else 1.0
    here, back = scene.published, which in ("past", "last", "previous")
    found = _length(amount, unit)
    if amount is None or here is None or scene.narrative or unit in ("second", "minute", "hour"):
        return found
    there = stretch.shifted(here, unit, -amount if back else amount)
    first, last = (there, here) if back else (here, there)
    edtf = f"{first.isoformat()}/{last.isoformat()}"
    placed = replace(found, first=first, last=last, precision=_fineness(unit), edtf=edtf)
    return placed.because("counted from publication")


def _fineness(unit: str) -> TimePrecision:
    fine: dict[str, TimePrecision] = {"week": "week", "month": "month", "year": "year"}
    return fine.get(unit, "day" if unit == "day" else "decade")


def _recent(match: re.Match[str], scene: Scene) -> Meaning | None:
    """Recent months, the coming years: a side of now, without bounds."""
    ahead = match["which"].lower() in ("coming",)
    return stretch.vague("FUTURE_REF" if ahead else "PAST_REF", "the text gives no bounds")


def _adverb(match: re.Match[str], scene: Scene) -> Meaning | None:
    value = _ADVERBS[match.group().lower()]
    return Meaning("SET", value, how="repeats")


def _every(match: re.Match[str], scene: Scene) -> Meaning | None:
    """Every day, each year, every Friday, every two weeks."""
    word = match["unit"].lower()
    if word.rstrip("s") in WEEKDAYS:
        return Meaning("SET", f"XXXX-WXX-{WEEKDAYS.index(word.rstrip('s')) + 1}", how="repeats")
    amount = count(match["count"]) if match["count"] else 1.0
    if amount == 1.0 and word in _SET_MASKS:
        return Meaning("SET", _SET_MASKS[word], how="repeats")
    if word not in UNITS and unit_of(word) not in UNITS:
        return Meaning("SET", "XXXX-XX-XX", how="repeats")
    return Meaning("SET", stretch.length(amount, UNITS[unit_of(word)]).value, how="repeats")


def _rate(match: re.Match[str], scene: Scene) -> Meaning | None:
    """15 a year, $40 per month, three times a day."""
    return Meaning("SET", stretch.length(1.0, UNITS[unit_of(match["unit"])]).value, how="a rate")


def _hint(match: re.Match[str], scene: Scene) -> Meaning | None:
    word = re.sub(r"\s+", " ", match.group().lower())
    token = scene.token(match.start())
    if word in ("recent", "current", "future") and token.pos_ not in ("ADJ", "NOUN"):
        return None
    if word == "the past" and not _CLOSED.match(match.string, match.end()):
        return None
    if word == "soon" and scene.direction(match) == "back":
        return None  # "soon" inside a story is no more than an order of events
    value = next(ref for ref, words in _HINTS.items() if re.fullmatch(words, word))
    return stretch.vague(value, "the text gives no bounds")


def _some_time(match: re.Match[str], scene: Scene) -> Meaning | None:
    """At that time, this time: a pointer back to what is told, of no stated extent."""
    return stretch.vague("", "points at what is told, not at a date")


def _night(match: re.Match[str], scene: Scene) -> Meaning | None:
    return Meaning("TIME", "XXXX-XX-XXTNI", how="some night")


_MORE_OR_LESS = (
    r"(?:(?:about|almost|nearly|over|more than|less than|at least|up to|under|around|roughly"
    r"|close to|just|only|some|another|approximately|a little more than|just over|just under) )?"
)
_WHICH = r"(?P<which>past|last|next|coming|following|previous|first|final)"
RULES: tuple[Rule, ...] = (
    rule(
        rf"{_MORE_OR_LESS}(?P<count>{COUNT_RE}|{VAGUE_RE}|an?|half an?|one and a half)"
        rf"(?: (?:full|whole|long|more|consecutive|straight|further))? (?P<unit>{UNIT_RE})",
        _measure,
    ),
    rule(rf"(?P<count>{COUNT_RE})-(?P<unit>{UNIT_RE})(?:-long)?(?!-old)", _measure),
    rule(rf"(?P<unit>{UNIT_RE})-long", _long),
    rule(
        rf"(?:the )?{_WHICH} (?:(?P<count>{COUNT_RE}|few|several|couple of) )"
        rf"(?:(?!to\b)\w+ )?(?P<unit>{UNIT_RE})",
        _span,
    ),
    rule(r"the (?P<which>past) (?P<count>)(?P<unit>day|week|month|decade|century|year)", _span),
    rule(rf"(?:the )?(?P<which>recent|coming) (?P<unit>{_PLURAL_RE})", _recent),
    rule(rf"(?<=\bfor\s)(?P<unit>{_PLURAL_RE})", _plural),
    rule(rf"(?<=\bwithin\s)(?P<unit>{_PLURAL_RE})", _plural),
    rule(rf"(?<=\bof\s)(?P<unit>{_PLURAL_RE})", _plural),
    rule(rf"(?<=\bafter\s)(?P<unit>{_PLURAL_RE})(?= of)", _plural),
    rule("|".join(_ADVERBS), _adverb),
    rule(
        rf"(?:every|each) (?:(?P<count>{COUNT_RE}|few|several) )?"
        rf"(?P<unit>{UNIT_RE}|{WEEKDAY_RE}|{DAY_PART_RE})",
        _every,
    ),
    rule(rf"per (?P<unit>{UNIT_RE})", _rate),
    rule(rf"(?<=\d\s)an? (?P<unit>{UNIT_RE})", _rate),
    rule(rf"(?<=times\s)an? (?P<unit>{UNIT_RE})", _rate),
    rule("|".join(_HINTS.values()), _hint),
    rule(r"(?<=at\s)(?:the|that|this|the same) time", _some_time),
    rule(r"(?<=by\s)(?:that|this) time", _some_time),
    rule(r"(?:this|that) period", _some_time),
    rule(r"(?<=at\s)night(?!mare)", _night),
)
