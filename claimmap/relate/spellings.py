"""Names brought to a form that no longer tells one way of writing from another."""

from __future__ import annotations

import re
import unicodedata

# Letters that romanisations of one name exchange, in the order in which they are replaced. Only in
# long words: "Khan" and "Han", "Wu" and "Vu" are other people.
_SOUNDS = (("yy", "y"), ("iy", "y"), ("ii", "y"), ("ij", "y"), ("kh", "h"), ("w", "v"), ("ou", "u"))
_LONG = 6
_TWICE = re.compile(r"(.)\1")
# British and American spellings of words in the names of bodies.
_BRITISH = (
    (re.compile(r"\b(defen|offen|licen)ce\b"), r"\1se"),
    (re.compile(r"\b(\w+)is(ation|ations|ed|ing)\b"), r"\1iz\2"),
    (re.compile(r"\blabour\b"), "labor"),
    (re.compile(r"\b(cent|theat)re\b"), r"\1er"),
    (re.compile(r"\bprogramme\b"), "program"),
    (re.compile(r"&"), "and"),
)
# "Ministry of Health" is "Health Ministry".
_TURNED = re.compile(
    r"(?P<body>ministry|department|office|bureau|university|institute) of (?:the )?(?P<of>.+)"
)
_FIRM = re.compile(r",? (?:inc|incorporated|ltd|limited|corp|corporation|plc|llc|co|gmbh|ag|sa)$")
_INITIAL = re.compile(r"(?<=\w) [a-z](?= \w)")
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "de", "la", "du"})
# What a sentence may begin with in a capital, though it is nobody's name.
_ROLES = frozenset({
    "police", "army", "navy", "military", "government", "officials", "authorities", "ministry",
    "prosecutors", "court", "council", "parliament", "cabinet", "opposition", "rebels", "troops",
    "doctors", "experts", "analysts", "economists", "researchers", "scientists", "investigators",
    "firefighters", "rescuers", "organisers", "organizers", "activists", "union", "residents",
})  # fmt: skip
# Of these each town has its own.
_LOCAL = frozenset(
    {"police", "council", "court", "prosecutors", "firefighters", "rescuers", "mayor"}
)
_SHORTEST_ACRONYM = 2


def spelling(name: str) -> str:
    """The name without case, accents, article, full stops, and the habits of a romanisation."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    key = "".join(c for c in plain if not unicodedata.combining(c))
    key = key.replace(".", "").replace("’", "'").removeprefix("the ")
    for written, common in _BRITISH:
        key = written.sub(common, key)
    key = _FIRM.sub("", key)
    turned = _TURNED.fullmatch(key)
    if turned:
        key = f"{turned['of']} {turned['body']}"
    return " ".join(_sound(word) for word in key.split())


def without_initials(name: str) -> str:
    """A person's name without the initials in its middle: "John A. Smith" is "john smith"."""
    return _INITIAL.sub("", spelling(name))


def acronym(name: str) -> str:
    """The letters of an acronym ("U.N." is "UN"), "" for any other name."""
    letters = name.replace(".", "")
    short = letters.isalpha() and letters.isupper() and len(letters) >= _SHORTEST_ACRONYM
    return letters if short else ""


def initials(name: str) -> str:
    """The letters by which a name of several words may go."""
    parts = filter(None, re.split(r"[\s-]+", name))
    words = [word for word in parts if word.casefold() not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def surname(name: str) -> str:
    """The last of several words, "" for a lone one."""
    words = name.split()
    return spelling(words[-1]) if len(words) > 1 else ""


def lone_word(name: str) -> str:
    """A name of a single word, "" for longer ones."""
    return "" if " " in name else spelling(name)


def is_proper(name: str) -> bool:
    """Whether it is a name ("National Weather Service") and no description ("Chile's police")."""
    return not name.split()[-1].islower() if name.split() else False


def is_owned(name: str) -> bool:
    """Whether it describes a body by whose it is: "South Korea's intelligence service"."""
    return re.search(r"\w['’]s? ", name) is not None and not is_proper(name)


def is_anyones(name: str) -> bool:
    """Whether it describes somebody without telling whose: "police", "Health ministry".

    Every town has such; two reports' "police" are the same only if both tell the owner.
    """
    words = name.split()
    described = name.islower() or (name[1:].islower() and words[-1].casefold() in _ROLES)
    return bool(words) and described


def is_local(name: str) -> bool:
    """Whether such a body belongs to a town: "police", "the council", and no ministry."""
    return bool(name) and name.split()[-1].casefold() in _LOCAL


def _sound(word: str) -> str:
    if len(word) < _LONG:
        return word
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    return _TWICE.sub(r"\1", word)
