"""What a body calls its own shows its kind: "its fighters" an army's, "our readers" a paper's."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from claimmap.extract.wordlist import word_set
from claimmap.model import SourceKind

_OWN = frozenset({"its", "our"})
_BELONGINGS: dict[str, SourceKind] = {
    **dict.fromkeys(
        word_set("fighter troop soldier commander militant gunman battalion brigade unit"),
        "military",
    ),
    **dict.fromkeys(
        word_set("""
            share shareholder customer client sale profit revenue earnings dividend factory plant
            store subsidiary flight fleet brand product order turnover supplier investor
        """),
        "company",
    ),
    **dict.fromkeys(word_set("reader viewer listener newsroom correspondent reporter"), "media"),
    **dict.fromkeys(word_set("volunteer donor activist campaigner member"), "NGO"),
}


def shown_by(doc: Doc, content: Iterable[int]) -> SourceKind | None:
    """The kind of body whose own words (token numbers) these are, None where they tell nothing."""
    for i in content:
        token = doc[i]
        if token.lower_ in _OWN and token.dep_ == "poss":
            kind = _BELONGINGS.get(token.head.lemma_.lower())
            if kind is not None:
                return kind
    return None
