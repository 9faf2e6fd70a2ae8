"""A claim's way to the reader, root first: who told whom, up to the outlet read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimmap.model import Source
from claimmap.view.rows import Heard, LinkRow


def link_rows(chain: Iterable[Source], names: Mapping[str, str]) -> list[LinkRow]:
    """The links of a chain. names: a source's name in its report -> its name over all reports."""
    return [{"name": names.get(link.name, link.name), "kind": link.kind} for link in chain]


def heard(path: Sequence[LinkRow]) -> Heard:
    """How the claim reached the outlet, the last link, by what the text tells of its way."""
    if len(path) < 2:
        return "own words"
    return "first-hand" if len(path) == 2 else "relayed"


def show_heard(path: Sequence[LinkRow]) -> str:
    """The same in words: "relayed by Reuters", "first-hand: nobody is named between them"."""
    match heard(path):
        case "own words":
            return "the outlet’s own words"
        case "first-hand":
            return "first-hand, as far as the text tells"
        case "relayed":
            between = [link["name"] or "an unnamed source" for link in path[1:-1]]
            return f"relayed by {', then '.join(between)}"


def show_path(path: Sequence[LinkRow]) -> str:
    """The chain on one line, each link with its kind; the outlet's is plain."""
    *before, outlet = path
    links = [f"{link['name']} ({link['kind']})" for link in before]
    return " → ".join([*links, outlet["name"]])
