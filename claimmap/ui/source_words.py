"""Sources in words, as plain values for static/sources.js."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from claimmap.model import Grade
from claimmap.ui.screen import Screen
from claimmap.ui.widgets import plural
from claimmap.view.accord import Accord, AccordRow
from claimmap.view.filters import filter_query
from claimmap.view.sources import CountRow, SourceRow

_ALIASES = 4
_ACCORDS = 8
_WITNESSES_UNKNOWN = "Nobody can know whether two witnesses are behind this."
_HEARD = {
    "first_hand": "first-hand, as far as the text tells",
    "relayed": "relayed: its chain names others too",
    "own_words": "an outlet’s own words",
}


def link_to_source(screen: Screen, name: str) -> str:
    """The address of an opened source, the filter carried along."""
    return _link(screen, "sources?" + urlencode({"name": name}, errors="replace"))


def list_words(screen: Screen, rows: Iterable[SourceRow]) -> dict[str, Any]:
    """The list of sources."""
    return {"part": "list", "sources": [_list_row(screen, row) for row in rows]}


def head_words(row: SourceRow, roles: Sequence[str], total: int) -> dict[str, Any]:
    """Who an opened source is. total: its claims whatever the filter."""
    shown = plural(row["claims"], "claim")
    if row["claims"] < total:
        shown = f"{row['claims']:,} of its {plural(total, 'claim')} shown"
    parts = [shown, plural(row["witnesses"], "independent source"), row["when"]]
    return {
        "part": "head",
        **{key: row[key] for key in ("name", "kind", "grade", "note")},
        "roles": list(roles),
        "sum": " · ".join(filter(None, parts)),
    }


def count_words(
    row: SourceRow, outlets: Sequence[CountRow], places: Sequence[CountRow]
) -> dict[str, Any]:
    """What an opened source says and how, who carries it, and of where."""
    stances = [
        {"name": stance, "times": times, "stance": stance}
        for stance, times in row["stances"].items()
        if times
    ]
    heard: Mapping[str, int] = {name: row[name] for name in _HEARD}  # type: ignore[literal-required]
    ways = [{"name": words, "times": heard[name]} for name, words in _HEARD.items() if heard[name]]
    counts = [
        _counted("How it puts its claims", stances, "Not whether they are true."),
        _counted("How its claims reached us", ways),
        _counted("Outlets that carry it", outlets, more=row["outlets"] - len(outlets)),
        _counted("Places it speaks of", places, more=row["places"] - len(places)),
    ]
    return {"part": "counts", "counts": [one for one in counts if one["rows"]]}


def accord_words(
    screen: Screen, rows: Sequence[AccordRow], grades: Mapping[str, Grade]
) -> dict[str, Any]:
    """Whom an opened source contradicts, and whom it corroborates."""
    titles: dict[Accord, str] = {"contradicts": "It contradicts", "corroborates": "It agrees with"}
    accord = []
    for kind, title in titles.items():
        listed = [row for row in rows if row["kind"] == kind]
        told = [_accord_row(screen, row, grades) for row in listed[:_ACCORDS]]
        more = f"and {len(listed) - _ACCORDS:,} more sources" if len(listed) > _ACCORDS else ""
        if told:
            accord.append({"title": title, "rows": told, "more": more})
    return {"part": "accord", "accord": accord}


def _list_row(screen: Screen, row: SourceRow) -> dict[str, Any]:
    also = [one["name"] for one in row["names"] if one["name"] != row["name"]]
    heard = [
        f"{row[name]:,} {words}"  # type: ignore[literal-required]
        for name, words in (
            ("first_hand", "first-hand"),
            ("relayed", "relayed"),
            ("own_words", "own words"),
        )
        if row[name]  # type: ignore[literal-required]
    ]
    roots = plural(row["witnesses"], "independent source") if row["claims"] > 1 else ""
    reach = [roots, plural(row["outlets"], "outlet")]
    return {
        **{key: row[key] for key in ("name", "kind", "grade", "claims", "stances")},
        "link": link_to_source(screen, row["name"]),
        "also": also[:_ALIASES],
        "more": f" and {len(also) - _ALIASES} more" if len(also) > _ALIASES else "",
        "claims_shown": plural(row["claims"], "claim"),
        "heard_shown": ", ".join(heard),
        "reach": " · ".join(filter(None, [*reach, row["when"]])),
    }


def _accord_row(screen: Screen, row: AccordRow, grades: Mapping[str, Grade]) -> dict[str, Any]:
    document, claim = row["document"], row["claims"][1]
    words = f"{row['other']} where this source says {row['own']} ({row['what']})"
    if row["series"] is None:
        said = (
            "says the same" if row["kind"] == "corroborates" else "one says it, the other denies it"
        )
        words = f"“{row['what']}”: {said}"
    notes = [plural(row["times"], "pair of claims", "pairs of claims")] if row["times"] > 1 else []
    if row["independent"] is None:
        notes.append(_WITNESSES_UNKNOWN)
    return {
        **{key: row[key] for key in ("kind", "source", "series")},
        "grade": grades.get(row["source"], "ungraded"),
        "words": words,
        "note": " · ".join(notes),
        "document": document,
        "claim": claim,
        "source_link": link_to_source(screen, row["source"]),
        "series_link": _link(screen, f"figures?series={row['series']}"),
        "link": _link(screen, row["link"]),
    }


def _counted(
    title: str, rows: Iterable[Mapping[str, Any]], note: str = "", more: int = 0
) -> dict[str, Any]:
    rest = f"and {more:,} more" if more > 0 else ""
    return {"title": title, "note": note, "rows": list(rows), "more": rest}


def _link(screen: Screen, path: str) -> str:
    query = filter_query(screen.filter)
    return f"{screen.settings.base_path}/{path}" + (query and f"&{query}")
