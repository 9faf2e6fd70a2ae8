"""The people of a document by their full names, and what is taken for one wrongly."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from claimmap.extract.where.known import Names
from claimmap.extract.who.definitions import find_full_names
from claimmap.extract.who.mentions import Mention
from claimmap.extract.who.owners import government_key
from claimmap.extract.who.phrases import words


class People:
    """All full names that a document gives, looked up by their first or last word."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._names: dict[str, list[str]] = {}
        for name in dict.fromkeys(find_full_names(doc)):
            for part in dict.fromkeys((name.split()[-1], name.split()[0])):
                self._names.setdefault(part, []).append(name)

    def full_name(self, name: str) -> str:
        """The fullest form in which the document gives a person's name."""
        given = name.split()
        known = self._names.get(given[-1], []) if given else []
        by_surname = (p for p in known if p != name and p.endswith(f" {name}"))
        by_first = (p for p in known if p.startswith(f"{name} "))
        return next(by_surname, None) or next(by_first, name)

    def knows(self, token: Token) -> bool:
        """Whether a word is a part of somebody's full name."""
        return self.full_name(token.text) != token.text

    def with_full_owner(self, mention: Mention) -> str:
        """As in "Smith's office" as "Jane Smith's office"."""
        owner = next((c for c in mention.head.children if c.dep_ == "poss"), None)
        if owner is None or owner.pos_ != "PROPN":
            return mention.name
        short = words(self.doc, [t.i for t in owner.subtree if t.tag_ != "POS"])
        full = self.full_name(short)
        return mention.name.replace(short, full, 1) if short else mention.name


def is_state(mention: Mention, names: Names) -> bool:
    """Whether the model took a state for a person: a lone name, without title or role."""
    lone = " " not in mention.name and not mention.role
    return lone and bool(government_key(mention.name, names))
