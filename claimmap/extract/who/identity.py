"""One identity for the many names of a source within a document.

Links are made by full name and surname, by definition ("South Korea's spy agency, the NIS"), by
acronym, by role with its owner ("Seoul's spy agency"), and for pronouns and bare roles by what
was last spoken of. Nothing is known beforehand of any source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimmap.extract.parsing import text_of
from claimmap.extract.where.known import Names
from claimmap.extract.who.antecedents import antecedent
from claimmap.extract.who.bylines import find_author
from claimmap.extract.who.definitions import find_definitions
from claimmap.extract.who.entities import Entity, Register
from claimmap.extract.who.humans import gender_of
from claimmap.extract.who.kinds import is_acronym
from claimmap.extract.who.mentions import Mention, read_mention
from claimmap.extract.who.namesakes import is_same_body
from claimmap.extract.who.owners import government_key, has_owner, role_key
from claimmap.extract.who.papers import author_of
from claimmap.extract.who.people import People, is_state
from claimmap.extract.who.spokespeople import (
    answers,
    body_of,
    is_taken_for_person,
    named_before,
    puts_out,
    speaks_for,
)
from claimmap.extract.who.transcripts import name_of_label

# How many sources back a pronoun or a bare role may reach.
_MEMORY = 50
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_AUTHOR = frozenset({"i", "me", "my"})
_OUTLET = frozenset({"we", "us", "our"})


class Identities:
    """The sources of one document; ask in text order, since pronouns look back."""

    def __init__(self, doc: Doc, outlet: str, names: Names) -> None:
        self.doc, self.names = doc, names
        self.outlet = Entity(outlet, "outlet", "ORG")
        author = find_author(text_of(doc))
        self.author = Entity(author, "person", "PERSON", "author") if author else self.outlet
        self.register = Register()
        self.people = People(doc)
        self.aliases = dict(find_definitions(doc, names))
        self.acronyms = {full: key.upper() for key, full in self.aliases.items() if key.isalpha()}
        self.last: list[Entity] = []
        self.heard: list[Entity] = []

    def of(
        self,
        numbers: frozenset[int],
        enclosing: Entity | None = None,
        *,
        keep: bool = True,
        label: bool = False,
    ) -> Entity:
        """The entity that the words at ``numbers`` name.

        enclosing: who is speaking already; keep: whether later pronouns may mean this one; label:
        whether the words are a speaker's label in a transcript, which may be in capitals.
        """
        mention = read_mention(self.doc, numbers)
        if label:
            mention = replace(mention, name=name_of_label(mention.name, self.doc.text))
        entity = self._resolve(mention, enclosing)
        (self.last if keep else self.heard).append(entity)
        return entity

    def _resolve(self, mention: Mention, enclosing: Entity | None = None) -> Entity:
        if mention.form == "pronoun":
            return self._pronoun(mention, enclosing)
        if self._is_name_of_person(mention):
            return self._person(mention)
        if mention.form == "person" and not is_state(mention, self.names):
            return self._person(mention)
        if mention.form == "person":
            return self._named(replace(mention, form="organisation", label="GPE"))
        if mention.form == "organisation":
            return self._named(mention)
        by = author_of(mention.head)
        if by is not None:
            return self._at(by)
        said = puts_out(mention.head, self._recent())
        return said or self._role(mention)

    def _at(self, head: Token) -> Entity:
        """The entity named by a word and all that hangs on it."""
        return self._resolve(read_mention(self.doc, frozenset(t.i for t in head.subtree)))

    def _at_name(self, head: Token) -> Entity:
        """The entity that a name alone means, whatever hangs on it there."""
        return self._resolve(read_mention(self.doc, frozenset({head.i})))

    def _recent(self, enclosing: Entity | None = None) -> list[Entity]:
        return [*([enclosing] if enclosing else []), *reversed(self.last[-_MEMORY:])]

    def _spoken_of(self) -> Iterator[Entity]:
        """The sources spoken of, the last first, each before the body for which it speaks."""
        for entity in (*self._recent(), *reversed(self.heard)):
            yield entity
            if entity.body is not None:
                yield entity.body

    def _pronoun(self, mention: Mention, enclosing: Entity | None) -> Entity:
        low, head = mention.name, mention.head
        if low in _AUTHOR or low in _OUTLET:
            return self.author if low in _AUTHOR else self.outlet
        if low in _RELATIVE and head.head.dep_ in ("relcl", "acl"):
            clause = {t.i for t in head.head.subtree}
            if whole := frozenset(t.i for t in head.head.head.subtree) - clause:
                return self._resolve(read_mention(self.doc, whole), enclosing)
        found = antecedent(head, self._recent(enclosing), self._is_person, fresh=not enclosing)
        if isinstance(found, Token):
            return self._at_name(found) if found.pos_ == "PROPN" else self._at(found)
        return found or Entity(low, "role")

    def _is_person(self, token: Token) -> bool:
        state = token.ent_type_ != "PERSON" or government_key(token.text, self.names)
        return self.people.knows(token) or not state

    def _is_name_of_person(self, mention: Mention) -> bool:
        """Whether a lone name is a part of a person's full one, whatever its label."""
        lone = mention.form == "organisation" and " " not in mention.name
        if mention.label == "GPE" or not (lone or mention.name.istitle()):
            return False
        return self.people.full_name(mention.name) != mention.name

    def _person(self, mention: Mention) -> Entity:
        name = self.people.full_name(mention.name)
        entity = self.register.find({name.casefold()}) or Entity(name, "person", "PERSON")
        self.register.learn(entity, {name.casefold()})
        entity.is_also(name.split()[-1] if name else "")
        entity.role = entity.role or mention.role
        entity.gender = entity.gender or gender_of(mention.role)
        entity.body = entity.body or self._body(mention)
        return entity

    def _named(self, mention: Mention) -> Entity:
        name = self.aliases.get(mention.name.casefold(), mention.name)
        keys = {name.casefold(), mention.name.casefold()}
        owned = self.aliases.get(f"role:{name.casefold()}", "")
        label = mention.label
        state = government_key(name, self.names) if label in ("GPE", "") else ""
        label = "GPE" if state else label
        role = state or role_key(mention.role, self.names) or role_key(owned, self.names)
        owned_by = {role.casefold()} if has_owner(role) else set()
        entity = self.register.find(keys) or self._answering(owned_by, mention)
        entity = entity or self._described(name)
        entity = entity or Entity(name, "organisation", label)
        self.register.learn(entity, keys | owned_by)
        for alias in (mention.name, self.acronyms.get(name, ""), role if has_owner(role) else ""):
            entity.is_also(alias)
        entity.role = entity.role or mention.role or owned
        return entity

    def _answering(self, keys: set[str], mention: Mention) -> Entity | None:
        """The body known by whose it is, unless it has another name: a state has many spies."""
        found = self.register.find(keys)
        named = found is not None and not found.name.split()[-1].islower()
        return None if named and mention.label != "GPE" else found

    def _described(self, name: str) -> Entity | None:
        """The body that was so far only described ("the weather agency"), now by its name."""
        for entity in self._recent():
            if entity.form == "role" and is_same_body(entity.name, name):
                entity.role, entity.form, entity.label = entity.name, "organisation", "ORG"
                entity.name = name
                entity.is_also(entity.role)
                return entity
        return None

    def _role(self, mention: Mention) -> Entity:
        key = role_key(mention.name, self.names)
        name = self.people.with_full_owner(mention)
        if has_owner(key):
            return self._owned(mention, key, name)
        noun = mention.head.lemma_.lower()
        if mention.is_bare():
            for entity in self._recent()[:1]:
                if is_taken_for_person(entity, noun):
                    entity.form, entity.label = "organisation", "ORG"
            for entity in self._spoken_of():
                if answers(entity, mention.name, key, noun):
                    return entity
        body = named_before(mention.head) if mention.is_bare() and mention.role == "" else None
        if body is not None:
            return self._at_name(body) if body.pos_ == "PROPN" else self._at(body)
        form = "plural" if mention.form == "plural" else "role"
        found = self.register.find({name.casefold()}) if mention.is_bare() else None
        if found is not None:
            return found
        entity = self.register.learn(Entity(name, form, noun=noun), {name.casefold()})
        entity.body = self._body(mention)
        return entity

    def _owned(self, mention: Mention, key: str, name: str) -> Entity:
        """As in "Spain's spy agency", by whatever of its names comes first."""
        named = self.aliases.get(key.casefold())
        keys = {key.casefold(), *([named.casefold()] if named else [])}
        entity = self.register.find(keys) or Entity(named or name, "organisation", "ORG")
        self.register.learn(entity, keys)
        for alias in (name, key):
            entity.is_also(alias)
        entity.role = entity.role or mention.name
        return entity

    def _body(self, mention: Mention) -> Entity | None:
        """For whom somebody speaks: a body that the document names, or the one last spoken of."""
        found = body_of(mention, self._recent(), self._known_body)
        name = speaks_for(mention.role) if found is None and mention.form == "person" else ""
        if name and not self.names.places(name):
            return self.register.learn(Entity(name, "organisation", "ORG"), {name.casefold()})
        return found

    def _known_body(self, name: str) -> Entity | None:
        full = self.aliases.get(name.casefold(), name)
        found = self.register.find({full.casefold(), name.casefold()})
        if found is not None:
            return found
        if full != name or is_acronym(name):
            return Entity(full, "organisation", "ORG")
        # "The chipmaker Orvex"
        role, _, proper = name.rpartition(" ")
        if role and role.islower() and proper.istitle():
            body = self.register.find({proper.casefold()})
            return body or Entity(proper, "organisation", "ORG", role)
        return None
