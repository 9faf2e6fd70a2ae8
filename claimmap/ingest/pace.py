"""How fast an import goes, and how long it will still take."""

from __future__ import annotations

_FEW = 3  # reports, before which a rate would say little


def describe_pace(done: int, progress: float, seconds: float) -> str:
    """In words: "312 reports, 4.2 a second, about 3 minutes left".

    done: reports so far. progress: how much is behind, from 0 to 1. seconds: since it began.
    """
    words = f"{done:,} {'report' if done == 1 else 'reports'}"
    if done < _FEW or seconds <= 0:
        return words
    rate = done / seconds
    words += f", {rate:.1f} a second" if rate >= 1 else f", {rate * 60:.0f} a minute"
    if 0 < progress < 1:
        words += f", about {_in_words(seconds * (1 - progress) / progress)} left"
    return words


def _in_words(seconds: float) -> str:
    for size, unit in ((3600.0, "hour"), (60.0, "minute"), (1.0, "second")):
        number = round(seconds / size)
        if seconds >= 1.5 * size or unit == "second":
            return f"{max(number, 1)} {unit}{'' if number <= 1 else 's'}"
    raise AssertionError(seconds)
