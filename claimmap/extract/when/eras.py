"""Rules for what is longer than a month: seasons, quarters, years, decades, centuries."""

from __future__ import annotations

import re

from claimmap.extract.when import meaning as stretch
from claimmap.extract.when.lexicon import (
    ORDINAL_RE,
    SEASON_RE,
    SEASONS,
    YEAR_RE,
    listed,
    ordinal,
)
from claimmap.extract.when.meaning import Meaning
from claimmap.extract.when.scene import Rule, Scene, rule
from claimmap.extract.when.years import BC_RE, OF_YEAR_RE, year_of_season, year_said

_YEAR_PLACES = frozenset(
    listed(
        "in of since until till from to by during early late mid after before between and circa "
        "c. year years through throughout ( - – — summer winter spring autumn fall"
    )
)
# "the 1972 elections" dates, "the 1500 soldiers" counts: years of living memory only.
_MEASURED = frozenset(
    listed("score total population height depth elevation altitude rating number average maximum")
)
_OWNERS = frozenset({"his", "her", "their", "my", "your", "our", "its"})
_MODERN = 1700
_RECENT = range(1900, 2036)

# What is told of a quarter of the year, and not of a match.
_ACCOUNTS = r"(?:revenues?|profits?|sales|earnings|results|income|growth|GDP|loss(?:es)?|figures)"


def _season_of(match: re.Match[str], scene: Scene) -> Meaning | None:
    word = match["season"].lower()
    said = match.groupdict().get("year")
    if said:
        year, how = year_said(said, scene), "written with its year"
    elif not _names_season(match, scene):
        return None
    else:
        year, how = year_of_season(SEASONS[word], match, scene)
    if year is None:
        return stretch.vague(f"XXXX-{SEASONS[word]}", "its year is unknown")
    return stretch.season(year, SEASONS[word]).because(how)


def _names_season(match: re.Match[str], scene: Scene) -> bool:
    """Whether the bare word is the season, and not a fall, a coil or a source of water."""
    token = scene.token(match.start("season"))
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    if token.lower_ not in ("fall", "spring"):
        return True
    after = scene.doc[token.i + 1].lower_ if token.i + 1 < len(scene.doc) else ""
    article = match.group()[0].lower() == "t" and scene.before(scene.token(match.start()))
    return after != "of" and (article in ("in", "by", "during", "until") or token.text[0] == "S")


def _year(match: re.Match[str], scene: Scene) -> Meaning | None:
    token = scene.token(match.start("year"))
    following = scene.doc[token.i + 1] if token.i + 1 < len(scene.doc) else None
    counted = following is not None and following.tag_ in ("NNS", "CD", "JJ", "NNPS", "$")
    # "2,000 people" counts, "in 2014 people fled" dates: the word before decides.
    measured = scene.doc[token.i - 2].lower_ if token.i > 1 else ""
    if scene.before(token) == "of" and measured in _MEASURED:
        return None  # "a score of 1270"
    if int(match["year"]) < _MODERN and not scene.narrative:
        counted = True  # in a report of the day a bare "1270" is a radio station before a year
    recent = scene.before(token) == "the" and int(match["year"]) in _RECENT
    if counted and not recent and scene.before(token) not in _YEAR_PLACES:
        return None
    if following is not None and following.lower_ in ("sq", "km", "m", "kg", "mm", "ft", "mw"):
        return None
    if scene.before(token) in ("$", "£", "€", "than", "over", "some", "nearly", "no."):
        return None
    return stretch.year(int(match["year"])).because("written as a year")


def _later_year(match: re.Match[str], scene: Scene) -> Meaning | None:
    """The "17" of "1915-17"."""
    first, last = int(match.string[match.start() - 5 : match.start() - 1]), int(match["year"])
    if not 1000 <= first < 2100 or last <= first % 100:
        return None
    return stretch.year(first - first % 100 + last).because("the end of a range of years")


def _year_bc(match: re.Match[str], scene: Scene) -> Meaning | None:
    return stretch.year(-int(match["year"])).because("written as a year before Christ")


def _year_ad(match: re.Match[str], scene: Scene) -> Meaning | None:
    return stretch.year(int(match["year"])).because("written as a year")


def _decade(match: re.Match[str], scene: Scene) -> Meaning | None:
    if scene.before(scene.token(match.start())) in _OWNERS:
        return None  # "a man in his 60s"
    if match.groupdict().get("bc"):
        return stretch.decade(-int(match["decade"])).because("written as a decade")
    number = int(match["decade"])
    return stretch.decade(number if number > 99 else 1900 + number).because("written as a decade")


def _century(match: re.Match[str], scene: Scene) -> Meaning | None:
    number = ordinal(match["number"])
    sign = -1 if match["bc"] else 1
    return stretch.century(sign * number).because("written as a century") if number else None


def _part(match: re.Match[str], scene: Scene) -> Meaning | None:
    said = match["year"]
    year = year_said(said, scene) if said else (scene.published.year if scene.published else None)
    half = (match["part"] or "quarter").lower() == "half"
    words = {"latter": 2, "last": 2 if half else 4, "final": 4, "fourth": 4}
    which = match["which"].lower()
    number = words.get(which) or (int(which) if which.isdigit() else ordinal(which))
    if year is None or year < 1 or number > (2 if half else 4):
        return None
    if not said and half:  # "the first half" alone may be of a match
        return None
    how = "written with its year" if said else "in the year of publication"
    ahead_of = scene.published and number > (scene.published.month + 2) // 3
    if not said and ahead_of and scene.direction(match) != "ahead":
        year, how = year - 1, "the last before publication"
    return stretch.part_of_year(year, 2 if half else 4, number).because(how)


RULES: tuple[Rule, ...] = (
    rule(r"(?<=\d{4}[-–—])(?P<year>\d\d)(?!\d|-\d)", _later_year),
    rule(rf"(?:the )?(?P<season>{SEASON_RE}){OF_YEAR_RE}", _season_of),
    rule(rf"(?P<year>{YEAR_RE}) (?P<season>{SEASON_RE})", _season_of),
    rule(rf"(?:the )?(?P<season>{SEASON_RE})", _season_of),
    rule(rf"(?:the years? )?(?P<year>{YEAR_RE})(?!%|,\d|\.\d|-\d\b|-\d{{3}}\b)", _year),
    rule(rf"(?:ca\. |c\. )?(?P<year>\d{{1,4}}) {BC_RE}", _year_bc),
    rule(rf"(?P<year>\d{{1,4}})(?=(?: ?[-–—] ?| to | and )\d{{1,4}} {BC_RE})", _year_bc),
    rule(r"(?:AD (?P<year>\d{1,4}))", _year_ad),
    rule(r"(?P<year>\d{1,4}) (?:AD|CE)", _year_ad),
    rule(rf"(?:the )?(?P<decade>\d{{2,3}}0)['’]?s(?: (?P<bc>{BC_RE}))?", _decade),
    rule(r"(?:the )?['’]?(?P<decade>[2-9]0)['’]?s", _decade),
    rule(rf"(?:the )?(?P<number>{ORDINAL_RE})[-\s]century(?: (?P<bc>{BC_RE}))?", _century),
    rule(
        rf"the (?P<which>first|second|third|fourth|final|latter|last) (?:fiscal |financial )?"
        rf"(?P<part>quarter|half)(?:{OF_YEAR_RE})?",
        _part,
    ),
    rule(
        r"(?P<which>first|second|third|fourth)-(?P<part>quarter)(?P<year>)"
        rf"(?= (?:\w+ )?{_ACCOUNTS}\b)",
        _part,
    ),
    rule(rf"Q(?P<which>[1-4])(?P<part>)(?: (?P<year>{YEAR_RE}))?", _part),
)
