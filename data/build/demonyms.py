"""Builds the table of demonyms: what people, armies and things of a country are called."""

from __future__ import annotations

import tomllib
from pathlib import Path

from data.build.sources import read_country_facts


def read_demonyms(path: Path) -> dict[str, list[str]]:
    """Demonym in small letters -> ISO codes: countryinfo's, and those of names.toml on top.

    The table's own entry replaces countryinfo's; a plural ("ukrainians") goes with its singular.
    """
    found: dict[str, set[str]] = {}
    for code, _, demonym in read_country_facts():
        for word in demonym.replace(" or ", ",").replace("/", ",").split(","):
            if word.strip():
                found.setdefault(word.strip().casefold(), set()).add(code)
    own = tomllib.loads(path.read_text(encoding="utf-8"))["demonyms"]
    for word, codes in own.items():
        found[word.casefold()] = set(codes)
    for word, codes in list(found.items()):
        if word.endswith(("an", "i", "n")):
            found.setdefault(f"{word}s", codes)
    return {word: sorted(codes) for word, codes in sorted(found.items()) if codes}
