"""Whose the counted things are: "North Korean soldiers", "Russia's tanks", "X has shipped 300"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimmap.extract.where.known import Names

_FURTHEST = 4  # modifiers, and heads to climb to the verb
# Who is the subject of these has what is counted, or made or moved it.
_HAVING = frozenset(
    [
        "have",
        "hold",
        "own",
        "send",
        "ship",
        "deliver",
        "supply",
        "provide",
        "deploy",
        "dispatch",
        "export",
        "launch",
        "fire",
        "build",
        "buy",
        "sell",
        "produce",
        "lose",
        "receive",
        "import",
        "give",
        "transfer",
        "train",
        "recruit",
        "employ",
        "hire",
        "get",
    ]
)
_BODIES = frozenset({"ORG", "NORP", "GPE"})


def find_actor(head: Token, names: Names) -> str:
    """The country, people or body whose the things at ``head`` are; "" where nothing says so.

    A country goes by the gazetteer's name for it, whatever word names it ("Russian", "Russia's").
    """
    for words in _owners(head):
        if actor := _named(words, names):
            return actor
    return ""


def _owners(head: Token) -> Iterator[list[Token]]:
    """The words that may name the actor, the surest first."""
    for child in head.children:
        if child.dep_ == "poss":
            yield [child]
    modifiers = [
        token
        for token in head.doc[max(head.left_edge.i, head.i - _FURTHEST) : head.i]
        if token.dep_ in ("amod", "compound", "nmod") and token.text[:1].isupper()
    ]
    if head.ent_type_ == "NORP":
        modifiers.append(head)
    if modifiers:
        yield modifiers
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "from") and child.i > head.i:
            yield from ([inner] for inner in child.children if inner.dep_ == "pobj")
    yield from _doers(head)


def _doers(head: Token) -> Iterator[list[Token]]:
    """The subject of the verb that has the things as its object: "X has shipped 300 trucks"."""
    token = head
    for _ in range(_FURTHEST):
        if token.dep_ == "dobj" and token.head.lemma_ in _HAVING:
            yield from ([c] for c in token.head.children if c.dep_ == "nsubj")
            return
        if token.dep_ not in ("nummod", "quantmod", "compound", "pobj", "prep"):
            return
        token = token.head


def _named(words: list[Token], names: Names) -> str:
    """The name by which the words' country goes; else the body's own name; "" for other words."""
    for width in range(len(words), 0, -1):
        for start in range(len(words) - width + 1):
            run = words[start : start + width]
            text = " ".join(token.text for token in run)
            if actor := _country(text, names):
                return actor
    last = words[-1]
    if last.tag_ == "JJ" and last.text.istitle():  # a people that the gazetteer does not know
        return last.text
    if last.ent_type_ in _BODIES and last.pos_ == "PROPN":
        phrase = last.doc[last.left_edge.i : last.i + 1]
        proper = [token.text for token in phrase if token.text[:1].isupper()]
        return _country(" ".join(proper), names) or " ".join(proper)
    return ""


def _country(text: str, names: Names) -> str:
    """The name of the one country that a name or a demonym means."""
    peopled = names.demonym_places(text)
    if len(peopled) == 1:
        return peopled[0].name
    places = names.places(text)[:1]
    return places[0].name if places and places[0].kind == "country" else ""
