"""Claims that a file brings ready made, so that none are looked for."""

from __future__ import annotations

from dataclasses import dataclass

from claimmap.model import Extraction, Grade


@dataclass(frozen=True, slots=True)
class GivenPlace:
    """Where a claim is, in a person's words: a name, a point (WGS 84 degrees), or both.

    claim: its id. country: ISO 3166-1 alpha-2, "" where not said.
    """

    claim: str
    name: str
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """The claims of one report as a file gives them.

    The document's text is the claims' sentences, each once (``Document.whole`` is false). places:
    to be looked up in the gazetteer. grades: of sources, by their names.
    """

    extraction: Extraction
    places: tuple[GivenPlace, ...] = ()
    grades: tuple[tuple[str, Grade], ...] = ()
