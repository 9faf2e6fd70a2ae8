"""The sources of a document as far as they are known, and the names by which they go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from claimmap.extract.who.kinds import kind_of, known_kind
from claimmap.model import SourceKind

# How many bodies a body may speak for in turn.
_DEPTH = 3


@dataclass(slots=True)
class Entity:
    """A source as known so far. name: the fullest; aliases: the other proper names it goes by.

    body: for whom a person speaks. shown: the kind that its belongings give it away to be ("its
    fighters"), None where nothing does.
    """

    name: str
    form: str
    label: str = ""
    role: str = ""
    gender: str = ""
    noun: str = ""
    keys: set[str] = field(default_factory=set)
    aliases: dict[str, None] = field(default_factory=dict)
    body: Entity | None = None
    shown: SourceKind | None = None

    def is_also(self, name: str) -> None:
        """Remember a name by which other documents may know it too."""
        if name and name != self.name:
            self.aliases[name] = None

    def is_told_to(self) -> None:
        """Remember that sources speak to it: a body of which nothing else is known is a paper."""
        if self.form == "organisation" and self.shown is None and self.known() is None:
            self.shown = "media"

    def other_role(self) -> str:
        """Its role, where that says more than the name."""
        return self.role if self.role.casefold() != self.name.casefold() else ""

    def kind(self, depth: int = 0) -> SourceKind:
        """What kind of source it is, by all that the document says of it."""
        role, label = self.other_role(), self.label
        if self.form == "outlet":
            return "media"
        body = self.body if depth < _DEPTH and self.body is not self else None
        known = self.shown or (body.known(depth + 1) if body else None)
        kind = kind_of(self.name, role, label, known)
        if kind in ("person", "unidentified") and body and self.form == "person":
            return body.known(depth + 1) or kind
        unlabelled = self.form == "organisation" and not label
        return "person" if kind == "unidentified" and unlabelled else kind

    def known(self, depth: int = 0) -> SourceKind | None:
        """The same, None where it could only be guessed."""
        if self.body is not None and depth < _DEPTH:
            return self.kind(depth)
        return known_kind(self.name, self.other_role(), self.label, self.shown)


class Register:
    """Entities under the keys by which a document's words lead to them."""

    def __init__(self) -> None:
        self._by_key: dict[str, Entity] = {}

    def find(self, keys: Iterable[str]) -> Entity | None:
        """The entity that goes by any of the keys."""
        return next((self._by_key[key] for key in sorted(keys) if key in self._by_key), None)

    def learn(self, entity: Entity, keys: set[str]) -> Entity:
        """Let ``entity`` be known by ``keys`` from here on."""
        entity.keys |= keys
        self._by_key.update(dict.fromkeys(keys, entity))
        return entity
