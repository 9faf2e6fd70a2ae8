"""Rules for weekends: "at the weekend" lies behind or ahead as its clause's tense tells."""

from __future__ import annotations

import re
from datetime import date

from claimmap.extract.when import meaning as stretch
from claimmap.extract.when.meaning import Meaning, shifted
from claimmap.extract.when.scene import Rule, Scene, rule

_MIDWEEK = 3  # from Wednesday on the next weekend is nearer than the last


def _weekend(match: re.Match[str], scene: Scene) -> Meaning | None:
    """The weekend, this weekend, this past weekend, the coming weekend."""
    if scene.token(match.end() - 1).dep_ == "compound":
        return None  # "the weekend edition" names no day
    told = scene.mentioned.first if scene.mentioned else None
    anchor = told if scene.narrative and told else scene.published
    if anchor is None:
        return stretch.vague("XXXX-WXX-WE", "the day of publication is unknown")
    if _is_behind(match, scene, anchor):
        last = stretch.weekend(shifted(anchor, "week", -1))
        return last.because("the last before publication")
    on = anchor.isoweekday() > 5
    return stretch.weekend(anchor).because(f"the {'one' if on else 'next'} of publication's week")


def _is_behind(match: re.Match[str], scene: Scene, anchor: date) -> bool:
    """Whether the weekend before is meant; one that is on is meant by any tense."""
    side = (match["side"] or "").lower().strip()
    if side:
        return side == "past"
    direction, early = scene.direction(match), anchor.isoweekday() < _MIDWEEK
    if anchor.isoweekday() > 5 or direction == "ahead":
        return False
    named = match.group()[:3].lower() == "the"
    return early or (named and direction == "back")


RULES: tuple[Rule, ...] = (rule(r"(?:the|this) (?P<side>past |coming )?weekend", _weekend),)
