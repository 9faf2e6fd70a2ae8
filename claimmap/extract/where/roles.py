"""What a place name does in its sentence: ground, way, container, actor, or part of a name.

Roles follow the literal and metonymic readings of Markert and Nissim (SemEval-2007 task 8) and
the taxonomy of Gritta et al. (2019), refined by grammar: the name's dependency says the role.
Each kind of dependency has a file of its own; a rule may send the question on to another word.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Span, Token

from claimmap.extract.where import nouns, words
from claimmap.extract.where.answers import Answer, Like
from claimmap.extract.where.clauses import (
    acts_on,
    direct_object,
    passive_subject,
    receiver,
    subject,
)
from claimmap.extract.where.containers import held_name
from claimmap.extract.where.datelines import is_dateline
from claimmap.extract.where.demonyms import is_demonym
from claimmap.extract.where.distances import find_distance
from claimmap.extract.where.homes import is_labelled_home
from claimmap.extract.where.kinds import MODIFIERS, base, is_ground, is_place_name
from claimmap.extract.where.known import PLACE_LABELS, Names
from claimmap.extract.where.longer_names import is_institution, is_part_of_name
from claimmap.extract.where.modifiers import adjective, find_compound, modifier, possessor
from claimmap.extract.where.prepositions import object_of_preposition
from claimmap.model import DRAWN_ROLES, Role

LONGEST_ABBREVIATION = 4  # letters
FURTHEST = 20  # words that a question is sent on to


def find_role(span: Span, names: Names) -> Role:
    """The role of a place name. Anything unclear is a scene when it is a town, not a country."""
    if is_dateline(span):
        return "seat"
    if is_labelled_home(span):
        return "affiliation"
    role = _settle(_first_answer(span, names))
    measured = role == "origin" and find_distance(span)  # "crashed 12 km from X"
    return "scene" if measured else role


def _first_answer(span: Span, names: Names) -> Answer:
    held = held_name(span, names)
    if held is not None:
        return Like(held, contains=True)
    compound = find_compound(span)
    if compound:
        return compound
    token = _outermost(span)
    if token.dep_ != "poss" and is_part_of_name(span):
        return "name"
    if is_demonym(span.text, names):
        return adjective(token)
    power = _is_power(span, names)
    if power and token.dep_ in MODIFIERS and _is_abbreviation(span):
        return adjective(token)
    if _follows_country(token, names):
        return "scene"
    return Like(token, power or (acts_on(token) and _is_capital(span, names)))


def _is_power(span: Span, names: Names) -> bool:
    """Whether the name can stand for an actor without more ado: countries and offices can."""
    places = names.places(span.text)
    country = bool(places and places[0].kind == "country")
    return country or is_institution(span, names)


def _is_capital(span: Span, names: Names) -> bool:
    """Whether the name is first of all a country's capital."""
    places = names.places(span.text)
    return bool(places) and names.is_capital(places[0])


def _is_abbreviation(span: Span) -> bool:
    """Whether a country's name is its own adjective: "US", "U.K.", "UAE"."""
    letters = span.text.replace(".", "")
    return letters.isupper() and len(letters) <= LONGEST_ABBREVIATION


def _follows_country(token: Token, names: Names) -> bool:
    """For "beside Chad in Mali", "the embassy of Chad in Lyon": a country lies in no place."""
    country = token.head.head
    if token.dep_ != "pobj" or token.head.lower_ not in words.IN or not is_place_name(country):
        return False
    parts = [*(part for part in country.lefts if part.dep_ == "compound"), country]
    places = names.places(" ".join(part.text for part in parts))
    return bool(places) and places[0].kind == "country"


def _outermost(span: Span) -> Token:
    """The word by which the name hangs in its sentence, past names that it only begins."""
    token = span.root
    while (
        token.dep_ in ("compound", "nmod")
        and token.head.ent_type_ in PLACE_LABELS
        and token.head.ent_iob_ == "I"
        and token.head.i > token.i
    ):
        token = token.head
    return token


def _settle(answer: Answer) -> Role:
    """Send the question on until a role comes back."""
    contains = False
    for _ in range(FURTHEST):
        if not isinstance(answer, Like):
            return "container" if contains and answer in DRAWN_ROLES else answer
        contains = contains or answer.contains
        answer = _ask(answer.word, answer.power)
    return "container" if contains else "scene"


def _ask(token: Token, power: bool) -> Answer:
    """The answer for one word; a name in a list plays the role of the list's head."""
    if token.dep_ in ("conj", "appos") and token.head.pos_ in ("PROPN", "NOUN"):
        return Like(token.head, power)
    if token.dep_ == "conj" and token.head.dep_ in MODIFIERS:  # "British and US flags"
        return modifier(token, power)
    rule = RULES.get(token.dep_)
    answer = rule(token, power) if rule else "scene"
    return "scene" if answer == "metonym" and _is_mute(token) else answer


def _is_mute(token: Token) -> bool:
    """Whether a noun names ground that no government is named after: "port", not "city"."""
    ground = is_ground(token) and not is_place_name(token)
    return ground and base(token) not in nouns.SPEAKING_GROUNDS


RULES: dict[str, Callable[[Token, bool], Answer]] = {
    "poss": possessor,
    "compound": modifier,
    "nmod": modifier,
    "amod": modifier,
    "pobj": object_of_preposition,
    "pcomp": object_of_preposition,
    "nsubj": subject,
    "csubj": subject,
    "nsubjpass": passive_subject,
    "dobj": direct_object,
    "dative": receiver,
}
