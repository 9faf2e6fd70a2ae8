"""One identity for the many names of a source within a document.

Links are made by full name and surname, by definition ("South Korea's spy agency, the NIS"), by
acronym, by role with its owner ("Seoul's spy agency"), and for pronouns and bare roles by what
was last spoken of. Nothing is known beforehand of any source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from claimmap.extract.who.definitions import find_definitions, find_full_names
from claimmap.extract.who.findings import Finding
from claimmap.extract.who.kinds import is_human, kind_of
from claimmap.extract.who.lexicon import word_set
from claimmap.extract.who.mentions import Mention, read_mention, words
from claimmap.extract.who.owners import role_key
from claimmap.extract.who.pronouns import relative_before, subject_before
from claimmap.model import SourceKind

# How many sources back a pronoun or a bare role may reach.
_MEMORY = 50
# How many words back "they" looks for people who were not quoted.
_NEAR = 60
_SINGULAR = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_PLURAL = frozenset({"they", "them", "their", "those", "these"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
# Nouns for any body of a kind: "the company" is whichever company was quoted last.
_GENERIC: dict[str, SourceKind] = {
    **dict.fromkeys(
        word_set("company firm group carmaker automaker retailer manufacturer"), "company"
    ),
    **dict.fromkeys(word_set("newspaper paper broadcaster magazine channel"), "media"),
    "charity": "NGO",
}
# What a body puts out: "the statement said" speaks for whoever was quoted last.
_PUT_OUT = word_set("statement release announcement communique communiqué email e-mail post tweet")
_AUTHOR = frozenset({"i", "we", "me", "us", "our", "my"})
_GENDER = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f", "spokesman": "m", "spokeswoman": "f"}


@dataclass(slots=True)
class Entity:
    """A source as known so far: all its names, the fullest first in ``name``."""

    name: str
    form: str
    label: str = ""
    role: str = ""
    gender: str = ""
    noun: str = ""
    keys: set[str] = field(default_factory=set)


class Identities:
    """The sources of one document; ask in text order, since pronouns look back."""

    def __init__(self, doc: Doc, outlet: str) -> None:
        self.doc = doc
        self.author = Entity(outlet, "outlet", "ORG")
        self.by_key: dict[str, Entity] = {}
        self.people: dict[str, list[str]] = {}
        for name in dict.fromkeys(find_full_names(doc)):
            for part in dict.fromkeys((name.split()[-1], name.split()[0])):
                self.people.setdefault(part, []).append(name)
        self.aliases = dict(find_definitions(doc))
        self.last: list[Entity] = []

    def of(
        self, numbers: frozenset[int], enclosing: Entity | None = None, keep: bool = True
    ) -> Entity:
        """The entity that the words at ``numbers`` name.

        enclosing: who is speaking already; keep: whether later pronouns may mean this one.
        """
        entity = self._resolve(read_mention(self.doc, numbers), enclosing)
        if keep:
            self.last.append(entity)
        return entity

    def _resolve(self, mention: Mention, enclosing: Entity | None) -> Entity:
        if mention.form == "pronoun":
            return self._pronoun(mention, enclosing)
        surname = mention.name.istitle() and self._full_name(mention.name) != mention.name
        if mention.form == "person" or surname:
            return self._person(mention)
        if mention.form == "organisation":
            return self._named(mention)
        definite = any(c.lower_ in ("the", "this", "that", "its") for c in mention.head.children)
        bare = definite and len(mention.name.split()) <= 3
        if bare and mention.head.lemma_.lower() in _PUT_OUT and self.last:
            return self._spoke_last(mention)
        return self._role(mention, bare)

    def _pronoun(self, mention: Mention, enclosing: Entity | None) -> Entity:
        low = mention.name
        if low in _AUTHOR:
            return self.author
        if low in _RELATIVE and mention.head.head.dep_ in ("relcl", "acl"):
            noun = mention.head.head.head
            clause = {t.i for t in mention.head.head.subtree}
            return self._resolve(
                read_mention(self.doc, frozenset(t.i for t in noun.subtree) - clause), enclosing
            )
        recent = [*([enclosing] if enclosing else []), *reversed(self.last[-_MEMORY:])]
        if low in _SINGULAR:
            return self._he_or_she(mention.head, _SINGULAR[low], recent, fresh=not enclosing)
        for entity in recent:
            if entity.form != "person" and (low in _PLURAL or entity.form != "plural"):
                return entity
        return self._people_before(mention) if low in _PLURAL else Entity(mention.name, "role")

    def _he_or_she(self, head: Token, gender: str, recent: Sequence[Entity], fresh: bool) -> Entity:
        """fresh: nobody is speaking already, so that the sentence before is asked first."""
        relative = relative_before(head, gender) if fresh else None
        if relative is not None:
            numbers = frozenset(t.i for t in relative.subtree)
            return self._resolve(read_mention(self.doc, numbers), None)
        subject = subject_before(head) if fresh else None
        person = subject is not None and (
            subject.ent_type_ == "PERSON" or self._full_name(subject.text) != subject.text
        )
        known = (
            [self._person(read_mention(self.doc, frozenset({subject.i})))]
            if subject is not None and person
            else []
        )
        for entity in (*known, *recent):
            if _may_be_person(entity) and entity.gender in ("", gender):
                entity.gender = gender
                return entity
        return self._person_before(head)

    def _people_before(self, mention: Mention) -> Entity:
        """As in "Astronomers have found a planet, they report": the subject just before "they"."""
        for token in reversed(self.doc[max(0, mention.head.i - _NEAR) : mention.head.i]):
            many = token.dep_ in ("nsubj", "nsubjpass") and token.tag_ == "NNS"
            if many and is_human(token.lemma_.lower()):
                return self._resolve(
                    read_mention(self.doc, frozenset(t.i for t in token.subtree)), None
                )
        return Entity(mention.name, "role")

    def _person_before(self, head: Token) -> Entity:
        """The last person named before a pronoun, though not quoted before."""
        for token in reversed(self.doc[: head.i]):
            if token.ent_type_ == "PERSON" and token.dep_ in ("nsubj", "nsubjpass", "poss", "pobj"):
                return self._person(read_mention(self.doc, frozenset({token.i})))
        return Entity(head.text.lower(), "role")

    def _person(self, mention: Mention) -> Entity:
        name = self._full_name(mention.name)
        entity = self._find({name.casefold()}) or Entity(name, "person", "PERSON")
        self._learn(entity, {name.casefold()})
        entity.role = entity.role or mention.role
        for word in mention.role.casefold().replace(".", "").split():
            entity.gender = entity.gender or _GENDER.get(word, "")
        return entity

    def _full_name(self, name: str) -> str:
        """The fullest form in which the document gives a person's name."""
        given = name.split()
        known = self.people.get(given[-1], []) if given else []
        by_surname = (p for p in known if p != name and p.endswith(f" {name}"))
        by_first = (p for p in known if p.startswith(f"{name} "))
        return next(by_surname, None) or next(by_first, name)

    def _named(self, mention: Mention) -> Entity:
        name = self.aliases.get(mention.name.casefold(), mention.name)
        if mention.label != "GPE" and len(mention.name.split()) == 1:
            full = self._full_name(mention.name)
            if full != mention.name:
                return self._person(Mention("person", mention.head, full, mention.role, "PERSON"))
        keys = {name.casefold(), mention.name.casefold()}
        entity = self._find(keys) or Entity(name, "organisation", mention.label)
        owned = self.aliases.get("role:" + name.casefold(), "")
        role = role_key(mention.role) or role_key(owned)
        self._learn(entity, keys | ({role} if role else set()))
        entity.role = entity.role or mention.role
        return entity

    def _role(self, mention: Mention, bare: bool) -> Entity:
        key = role_key(mention.name)
        name = self._with_full_owner(mention)
        if key and not key.startswith("|"):
            named = self.aliases.get(key)
            keys = {key, *([named.casefold()] if named else [])}
            entity = self._find(keys) or Entity(named or name, "organisation", "ORG")
            self._learn(entity, keys)
            entity.role = entity.role or mention.name
            return entity
        if bare:
            for entity in reversed(self.last[-_MEMORY:]):
                if _answers(entity, key, mention.head.lemma_.lower()):
                    return entity
        form = "plural" if mention.form == "plural" else "role"
        found = self._find({name.casefold()}) if bare else None
        noun = mention.head.lemma_.lower()
        return found or self._learn(Entity(name, form, noun=noun), {name.casefold()})

    def _with_full_owner(self, mention: Mention) -> str:
        """As in "Smith's office" as "Jane Smith's office"."""
        owner = next((c for c in mention.head.children if c.dep_ == "poss"), None)
        if owner is None or owner.pos_ != "PROPN":
            return mention.name
        short = words(self.doc, [t.i for t in owner.subtree if t.tag_ != "POS"])
        full = self._full_name(short)
        return mention.name.replace(short, full, 1) if short else mention.name

    def _spoke_last(self, mention: Mention) -> Entity:
        """As in "The statement" speaks for the organisation or person that was quoted last."""
        for entity in reversed(self.last[-_MEMORY:]):
            if entity.form in ("organisation", "person", "role"):
                return entity
        return self._role(mention, bare=False)

    def _find(self, keys: set[str]) -> Entity | None:
        return next((self.by_key[key] for key in sorted(keys) if key in self.by_key), None)

    def _learn(self, entity: Entity, keys: set[str]) -> Entity:
        """Let ``entity`` be known by ``keys`` from here on."""
        entity.keys |= keys
        self.by_key.update(dict.fromkeys(keys, entity))
        return entity


def _may_be_person(entity: Entity) -> bool:
    if entity.form == "role":
        return is_human(entity.noun)
    return entity.form == "person" or (entity.form == "organisation" and not entity.label)


def _answers(entity: Entity, key: str, noun: str) -> bool:
    """Whether a bare role ("the spy agency", "the mayor") may mean a source spoken of before."""
    if key:
        return any(k.endswith(key) for k in entity.keys)
    if entity.form == "organisation" and entity.label != "GPE":
        kind = _GENERIC.get(noun)
        if kind is not None and kind_of(entity.name, entity.role, entity.label) == kind:
            return True
        if noun in entity.name.casefold().split():
            return True
    return entity.role.casefold().split()[-1:] == [noun] or noun in entity.role.casefold().split()


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Findings in the order in which a reader meets their sources."""
    return sorted(findings, key=lambda f: min(f.source, default=f.head))
