"""Rules for times of day. Their first and last day is the day they fall on."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from claimmap.extract.when import meaning as stretch
from claimmap.extract.when.lexicon import DAY_PART_RE, DAY_PARTS, WEEKDAY_RE
from claimmap.extract.when.meaning import Meaning, shifted
from claimmap.extract.when.relative import RULES as _RELATIVE
from claimmap.extract.when.scene import Rule, Scene, rule

# Hours from UTC; a zone that is not listed leaves the time without one.
_ZONES = {"UTC": "Z", "GMT": "Z", "EST": "-05", "EDT": "-04", "CST": "-06", "PST": "-08"}
_ZONES |= {"PDT": "-07", "CET": "+01", "CEST": "+02", "MSK": "+03", "JST": "+09", "KST": "+09"}
_ZONE_RE = r"(?: ?\(?(?P<zone>" + "|".join(_ZONES) + r")\b(?: ?[+-]\d+)?\)?)?"
_HALF_RE = r"(?P<half>[ap]\.?m\b\.?)"
_CUES = frozenset({"at", "by", "around", "until", "till", "about", "from", "to", "before", "after"})


def _on(day: date | None) -> Meaning:
    if day is None:
        return Meaning("TIME", "XXXX-XX-XX", how="its day is unknown")
    return replace(stretch.day(day), type="TIME", how="on the day told of")


def _day_of(match: re.Match[str], scene: Scene) -> Meaning:
    """The day a time belongs to: named earlier in its sentence, else the day of publication."""
    told = scene.mentioned
    if told and told.precision == "day" and told.first:
        return _on(told.first)
    return _on(None if scene.narrative else scene.published)


def _clock(match: re.Match[str], scene: Scene) -> Meaning | None:
    """8:30 p.m., 16:00 UTC, 5 am, 0800 GMT, at 19:00."""
    parts = match.groupdict()
    hour, minute = int(parts["hour"]), int(parts.get("minute") or 0)
    half, zone = parts.get("half"), (parts.get("zone") or "").upper()
    bare = not half and not zone and not parts.get("hrs")
    if bare and scene.before(scene.token(match.start())) not in _CUES:
        return None  # "4:39 left to play" and "won 3:15" are no times of day
    if half:
        hour = hour % 12 + (12 if half[0].lower() == "p" else 0)
    if hour > 24 or minute > 59:
        return None
    found = _day_of(match, scene)
    return replace(found, value=f"{found.value}T{hour:02}:{minute:02}{_ZONES.get(zone, '')}")


def _moment(match: re.Match[str], scene: Scene) -> Meaning | None:
    """noon, midnight."""
    found = _day_of(match, scene)
    hour = "T12:00" if match.group().lower().endswith(("noon", "midday")) else "T24:00"
    return replace(found, value=found.value + hour)


def _overnight(match: re.Match[str], scene: Scene) -> Meaning | None:
    """As in "fell overnight": the night before publication, or the one after it."""
    token = scene.token(match.start())
    following = scene.doc[token.i + 1] if token.i + 1 < len(scene.doc) else None
    if following is not None and following.pos_ in ("NOUN", "PROPN") and token.dep_ == "amod":
        return None  # "an overnight train" runs on no night in particular
    if scene.published is None or scene.narrative:
        return replace(_on(None), value="XXXX-XX-XXTNI")
    ahead = scene.direction(match) == "ahead"
    evening = scene.published if ahead else shifted(scene.published, "day", -1)
    morning = shifted(evening, "day", 1)
    night = replace(stretch.day(evening), type="TIME", value=f"{evening.isoformat()}TNI")
    which = "after" if ahead else "before"
    edtf = f"{evening.isoformat()}/{morning.isoformat()}"
    return replace(night, last=morning, edtf=edtf, how=f"the night {which} publication")


def _weekday_part(match: re.Match[str], scene: Scene) -> Meaning | None:
    """Friday night, Monday morning."""
    suffix = "T" + DAY_PARTS[match["part"].lower()]
    for each in _RELATIVE:
        found = each.pattern.match(match.string, match.start(), match.start("part") - 1)
        if found and "weekday" in found.groupdict():
            day = each.read(found, scene)
            return replace(day, type="TIME", value=day.value + suffix) if day else None
    return None


RULES: tuple[Rule, ...] = (
    rule(rf"(?P<hour>\d{{1,2}})[:.](?P<minute>\d\d) ?{_HALF_RE}{_ZONE_RE}", _clock),
    rule(rf"(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?P<hrs>hrs)?{_ZONE_RE}(?!:)", _clock),
    rule(rf"(?P<hour>\d{{1,2}}) ?{_HALF_RE}{_ZONE_RE}", _clock),
    rule(r"(?P<hour>[0-2]\d)(?P<minute>[0-5]\d) (?P<zone>UTC|GMT|hrs|hours)", _clock),
    rule(r"(?:noon|midday|midnight)", _moment),
    rule(r"overnight", _overnight),
    rule(rf"(?P<weekday>{WEEKDAY_RE}) (?P<part>{DAY_PART_RE})", _weekday_part),
)
