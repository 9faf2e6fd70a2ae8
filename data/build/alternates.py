"""Which of GeoNames' alternate names are names that a report may use, and which are traps."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from claimmap.geocode.names import DIVISION_WORDS, name_key, split_level

# English words that are no place in a report's small letters, though GeoNames has them as names.
WORDS = frozenset(
    """
a about above after again air all along also an and any are army as at away back ball bank bar
base bay be been before best between big board body book both bridge but by call can car church
city coast coast come council court cup day deal death den did do doe dog down east eat end er
even every fair fall far farm fast few field fire first five for force four free from front full
gas gate go gold good government green group had hall hand has have he head her here high hill him
his home hope house how i if in into is it its job just keep king lake land last late law lead
leader left less life light like line long lord lost love low made main make man many march mark
market may me men mid middle mile mine more most mr mrs much must my near new next no non none
north not now of off office oil old on once one only open or order our out over own page park part
party past peace people place plan point police port post power president prince queen real red
rest right river road rock sea see send seven she ship should side six so some son south state
still street summer sun sunday monday tuesday wednesday thursday friday saturday january february
april june july august september october november december ten than that the their them then there
they this three time to today top town trade train two under union unit up us use van very via
view was water way we week well were west what when where which white who wide wild will wind
winter with wood work world year yes you young your
""".split()  # noqa: SIM905
)
_CODE = re.compile(r"[A-Z]{3}")


def kept_names(main: str, alternates: tuple[str, ...]) -> Iterator[str]:
    """The folded names under which a city is found.

    Left out are airport codes ("THE" is Teresina's), transliterations in small letters ("ku er
    si ke"), names that mix Latin with another script, names of fewer than three Latin letters and
    everyday English words.
    """
    own = name_key(main)
    for name in (main, *alternates):
        key = name_key(name)
        if not key or key in WORDS or _is_too_short(key):
            continue
        if key != own and (_CODE.fullmatch(name) or _is_transliteration(name)):
            continue
        yield key


def division_names(names: tuple[str, ...], *, bare: bool) -> Iterator[str]:
    """The folded names of a division; with ``bare``, also without its "Oblast" or "Province"."""
    for name in names:
        key = name_key(name)
        if not key or _is_too_short(key):
            continue
        yield key
        stem, level = split_level(key)
        if bare and level == "division" and stem not in WORDS and not _is_too_short(stem):
            yield stem


def without_bare_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names of a county without those that leave the word "County" out.

    Every other president has given his bare name to a dozen of them.
    """
    folded = {name_key(name) for name in names}
    return tuple(
        name
        for name in names
        if not any(f"{name_key(name)} {word}" in folded for word in DIVISION_WORDS)
    )


def is_latin(text: str) -> bool:
    """Whether every letter of ``text`` is a Latin one."""
    return all(unicodedata.name(char, "").startswith("LATIN") for char in text if char.isalpha())


def _is_transliteration(name: str) -> bool:
    letters = [char for char in name if char.isalpha()]
    if any(char.isascii() for char in letters) and not is_latin(name):
        return True
    return name.isascii() and bool(letters) and name == name.lower() and name[0].isalpha()


def _is_too_short(key: str) -> bool:
    return len(key) < 2 or (len(key) == 2 and is_latin(key))
