"""One name for each source over all documents: "NIS" here is "National Intelligence Service" there.

Joined are, in this order,

1. spellings of one name: accents, articles, British and American, "Inc", romanisations;
2. a lone surname, or a name without its middle initial, that fits one person alone;
3. an acronym that fits one full name alone;
4. another name by which some document defines it, if none defines it otherwise;
5. descriptions of whose body it is ("Seoul's spy agency", "South Korea's intelligence service"),
   by the form that documents give them all, unless two named bodies answer to it.

What two could be stays apart: a wrong union hides a witness. What people have said comes before all
of this (edits.py): names that they put together are one, names that they parted no rule joins.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claimmap.model import Source, SourceEdit
from claimmap.relate.edits import Wishes, read_wishes
from claimmap.relate.spellings import (
    acronym,
    initials,
    is_owned,
    is_proper,
    lone_word,
    spelling,
    surname,
    without_initials,
)

# A state has one government, by however many names ("Lima", "Peru") it goes.
_ONE_ALONE = "'s government"
Pair = tuple[str, str]


def join_sources(sources: Iterable[Source], edits: Iterable[SourceEdit] = ()) -> Mapping[str, str]:
    """Each name -> the name by which its source goes; names that stand alone lead to themselves.

    sources: those of all documents, repeated as often as they speak (or counted), each with the
    aliases that its document gives it. Unidentified sources are joined with nobody. Of the names
    joined the longest stands for all, a proper name before a description, of equals the more
    frequent. edits: what people have said of sources, in its order; a name that they chose comes
    before all.
    """
    said = _read(sources)
    wishes = read_wishes(edits)
    groups = _Groups(said.counts, wishes)
    for rule in (_spelled_alike, _one_person, _one_acronym, _defined, _described):
        for one, other in list(rule(said, groups)):
            groups.join(one, other)
    return groups.leaders(said.counts, wishes.called)


@dataclass(slots=True)
class _Said:
    """What the documents call their sources. aliases: each with the names it was given to."""

    counts: Counter[str] = field(default_factory=Counter)
    people: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    aliases: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


class _Groups:
    """Names that were found to be of one source (union-find).

    What people have said is so from the beginning. _held: for each group the blocks of names it
    holds that people parted from others; _foes: those others.
    """

    def __init__(self, names: Iterable[str], wishes: Wishes) -> None:
        self._above = {name: name for name in (*names, *wishes.block)}
        self._held: dict[str, set[str]] = {}
        self._foes: dict[str, set[str]] = {}
        for name, block in wishes.block.items():
            self.join(name, block)
        for one, other in (*wishes.apart, *((other, one) for one, other in wishes.apart)):
            self._held.setdefault(self.leader(one), set()).add(one)
            self._foes.setdefault(self.leader(one), set()).add(other)

    def leader(self, name: str) -> str:
        """The same name for all of a group."""
        while self._above[name] != name:
            self._above[name] = self._above[self._above[name]]
            name = self._above[name]
        return name

    def join(self, one: str, other: str) -> None:
        """Make one group of two, unless people have parted them."""
        mine, theirs = self.leader(one), self.leader(other)
        if not self._foes.get(mine, set()).isdisjoint(self._held.get(theirs, ())):
            return
        self._above[mine] = theirs
        for marks in (self._held, self._foes):
            if mine != theirs and mine in marks:
                marks.setdefault(theirs, set()).update(marks.pop(mine))

    def leaders(self, counts: Counter[str], called: Sequence[str]) -> dict[str, str]:
        """Each name -> the best name of its group. called: those that people chose."""
        chosen = {name: at for at, name in enumerate(called)}

        def rank(name: str) -> tuple[int, bool, int, int, str]:
            return chosen.get(name, -1), is_proper(name), len(name), counts[name], name

        best: dict[str, str] = {}
        for name in counts:
            group = self.leader(name)
            best[group] = max(best.get(group, name), name, key=rank)
        return {name: best[self.leader(name)] for name in counts}


def _read(sources: Iterable[Source]) -> _Said:
    said = _Said()
    unknown: set[str] = set()
    for source, times in Counter(sources).items():
        said.counts[source.name] += times
        if source.kind == "unidentified":
            unknown.add(source.name)
            continue
        personal = source.kind in ("person", "expert") or surname(source.name) in {
            spelling(alias) for alias in source.aliases
        }
        (said.people if personal else said.bodies).add(source.name)
        for alias in source.aliases:
            said.aliases[alias].add(source.name)
    said.people -= unknown
    said.bodies -= unknown | said.people
    return said


def _spelled_alike(said: _Said, _: _Groups) -> Iterator[Pair]:
    for names in (said.people, said.bodies):
        first: dict[str, str] = {}
        for name in sorted(names):
            leader = first.setdefault(spelling(name), name)
            if leader != name:
                yield leader, name


def _one_person(said: _Said, groups: _Groups) -> Iterator[Pair]:
    yield from _only_one(said.people, groups, without_initials, spelling)
    yield from _only_one(said.people, groups, surname, lone_word)


def _one_acronym(said: _Said, groups: _Groups) -> Iterator[Pair]:
    yield from _only_one(said.bodies, groups, initials, acronym)


def _only_one(
    names: Iterable[str],
    groups: _Groups,
    key_of: Callable[[str], str],
    short_of: Callable[[str], str],
) -> Iterator[Pair]:
    """(short name, full name) where the short one fits a single full one."""
    listed = sorted(names)
    full: dict[str, set[str]] = defaultdict(set)
    for name in listed:
        if (key := key_of(name)) and key != short_of(name):
            full[key].add(groups.leader(name))
    for name in listed:
        fitting = full.get(short_of(name), set())
        if len(fitting) == 1:
            yield name, next(iter(fitting))


def _defined(said: _Said, groups: _Groups) -> Iterator[Pair]:
    """(alias, name) where a document says so, and of no other name."""
    for known, personal in ((said.people, True), (said.bodies, False)):
        by_spelling = {spelling(name): name for name in sorted(known)}
        for alias, named in said.aliases.items():
            found = by_spelling.get(spelling(alias))
            if found is None or personal == bool(named - said.people):
                continue
            others = {groups.leader(name) for name in named & known} - {groups.leader(found)}
            if len(others) == 1:
                yield found, next(iter(others))


def _described(said: _Said, groups: _Groups) -> Iterator[Pair]:
    """Names that share a description, with the one named body that answers to it."""
    for alias, named in said.aliases.items():
        if not is_owned(alias):
            continue
        names = named & said.bodies | ({alias} & said.bodies)
        proper = {groups.leader(name) for name in names if is_proper(name)}
        if len(proper) > 1 and not alias.endswith(_ONE_ALONE):
            names = {name for name in names if not is_proper(name)}
            names = {name for name in names if groups.leader(name) not in proper}
        first, *rest = sorted(names) or [""]
        yield from ((first, name) for name in rest)
