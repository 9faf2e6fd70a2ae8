"""Nouns for people, told from nouns for things by their endings."""

from __future__ import annotations

import re

from claimmap.extract.wordlist import word_set

# Enough to let "she" mean "a nurse" and not "a report".
_HUMAN = re.compile(
    r"(?:[eo]r|man|woman|ist|ant|ent|person|chief|nurse|coach|witness|official|analyst|expert|boy|"
    r"girl|pilot|scholar|aide|friend|wife|husband|captain|general|source|king|queen|judge|"
    r"survivor|victim|relative|attorney|economist|chairwoman|academic|cleric|critic|envoy|"
    r"executive|constable|secretary|head|delegate|mate|colleague|clerk|monk|priest|imam|deputy|"
    r"candidate|advocate|magistrate|sheriff|bishop|youth|child|veteran|ian)$"
)
_NOT_HUMAN = word_set("""
    paper newspaper letter center centre government department parliament agreement
    statement document plant court border tower power number member-state settlement
    announcement assessment indictment restaurant ant president-office order error monitor
    broadcaster regulator newsletter manufacturer retailer carrier operator
""")


def is_human(noun: str) -> bool:
    """Whether a noun names a person by what they are or do: "nurse", "official"."""
    return _HUMAN.search(noun) is not None and noun not in _NOT_HUMAN


_GENDER = {
    **dict.fromkeys(word_set("mr sir lord spokesman chairman king prince policeman father"), "m"),
    **dict.fromkeys(
        word_set("mrs ms miss dame lady spokeswoman chairwoman queen princess mother sister"), "f"
    ),
}


def gender_of(role: str) -> str:
    """Whether a title or role is a man's ("m") or a woman's ("f"); "" where it does not tell."""
    known = (_GENDER.get(word, "") for word in role.casefold().replace(".", "").split())
    return next(filter(None, known), "")
