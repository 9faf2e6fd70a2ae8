"""What is known of each source: the names reports use, its kind, and what people said of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimmap.model import Grade, Source, SourceEdit, SourceKind
from claimmap.relate.edits import grades_of, latest


@dataclass(frozen=True, eq=False)
class Directory:
    """Sources by the names that go over all reports.

    names: a source's name in its report -> that name (``join_sources``). said: how many reports
    name each source, as often as they give it another kind or other aliases. edits: the history.
    """

    names: Mapping[str, str]
    said: Mapping[Source, int]
    edits: Sequence[SourceEdit]

    @cached_property
    def kinds(self) -> Mapping[str, SourceKind]:
        """The kind that most reports give a source."""
        return {
            name: max(kinds, key=lambda kind: (kinds[kind], kind)) for name, kinds in self._kinds
        }

    @cached_property
    def unidentified(self) -> frozenset[str]:
        """The sources that some report leaves without a name, so that they may be anyone."""
        return frozenset(name for name, kinds in self._kinds if "unidentified" in kinds)

    @cached_property
    def aliases(self) -> Mapping[str, Mapping[str, int]]:
        """The names that reports use for a source, with how many do, the most used first."""
        used: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for source, times in self.said.items():
            used[self.names[source.name]][source.name] += times
        return {name: dict(counts.most_common()) for name, counts in used.items()}

    @cached_property
    def grades(self) -> Mapping[str, Grade]:
        """The grade of each source that people have graded."""
        return grades_of(self.edits, self.names)

    @cached_property
    def notes(self) -> Mapping[str, str]:
        """The note that people have left of a source."""
        said = latest(self.edits, "note", self.names)
        return {name: note for name, note in said.items() if note}

    def holds(self, name: str, words: Iterable[str]) -> bool:
        """Whether the names of a source, in small letters, hold all of these words."""
        return all(word in self._folded.get(name, "") for word in words)

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        return {name: "\n".join(used).casefold() for name, used in self.aliases.items()}

    @cached_property
    def _kinds(self) -> Iterable[tuple[str, Counter[SourceKind]]]:
        kinds: defaultdict[str, Counter[SourceKind]] = defaultdict(Counter)
        for source, times in self.said.items():
            kinds[self.names[source.name]][source.kind] += times
        return kinds.items()
