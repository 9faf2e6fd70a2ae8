"""One story as many outlets tell it: figures in conflict, carried on, and changed from day to day.

The outlets, the people and the strike are made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

FIRST = date(2024, 6, 3)
OUTLETS = 32
_TOLD = (
    "The National Mining Union said {union:,} Bolivian miners were on strike.",
    "The Andes Company said no more than 400 Bolivian miners were on strike.",
    "The Labour Ministry of Bolivia said about 1,200 Bolivian miners were on strike.",
    "Unidentified sources told the Sierra Gazette that 5,000 Bolivian miners were on strike.",
)
_UNION = (2000, 2000, 3000)
"""What the union says on each of three days."""


def story_reports() -> Iterator[tuple[str, date, str]]:
    """Outlet, day and text of each report; every report has the figure of one of four sources."""
    for number in range(OUTLETS):
        day = number % len(_UNION)
        said = _TOLD[number % len(_TOLD)].format(union=_UNION[day])
        text = f"The strike in the mines went on. {said} Paper {number} could not reach the others."
        yield f"Paper {number}", FIRST + timedelta(days=day), text


def write_story(folder: Path) -> Path:
    """The reports as files with their sidecars; out: the folder."""
    for number, (outlet, day, text) in enumerate(story_reports()):
        (folder / f"{number:02}.txt").write_text(text)
        known = f'[outlet]\nvalue = "{outlet}"\nhow = "given"\n'
        known += f'[published]\nvalue = {day.isoformat()}\nhow = "given"\n'
        (folder / f"{number:02}.toml").write_text(known)
    return folder
