"""Whether a longer name holds a place name: "Bank of England", "Washington Post"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from claimmap.extract.where import nouns, words
from claimmap.extract.where.kinds import base, head_noun, is_undergone
from claimmap.extract.where.known import Names

NAME_LABELS = frozenset({"ORG", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
BREAKS = frozenset({"'s", "’s", "/"})  # what stands on the other side is another name


def is_part_of_name(span: Span) -> bool:
    """Whether the name of an organisation, a paper or a product holds this one.

    What is named after a place and stands or happens in it ("the Berlin Marathon", "Kursk Nuclear
    Plant") is not meant: there the place is where.
    """
    doc = span.doc
    if span.root.ent_type_ in NAME_LABELS:
        whole = _whole(span)
        if any(token.lower_ in words.WAYS or token.pos_ == "VERB" for token in whole):
            return False  # the model takes "Sofia to Varna" for an organisation
        if _is_located(whole[-1]) or _is_located(head_noun(span.root)):
            return False
        rest = [token for token in whole if token.i < span.start or token.i >= span.end]
        if any(token.text[0].isupper() and token.lower_ != "the" for token in rest):
            return True
    after = doc[span.end] if span.end < len(doc) else None
    return (
        after is not None
        and after.is_title
        and after.lower_ in words.ORGANISATION_NOUNS
        and not after.is_sent_start
    )


def is_institution(span: Span, names: Names) -> bool:
    """Whether the span is an organisation's whole name: "European Union", "EU", "Bank of X"."""
    if len(span) > 1:
        opens = span[1].lower_ == "of" and base(span[0]) in nouns.INSTITUTION_NOUNS
        if opens or base(span[-1]) in nouns.INSTITUTION_NOUNS:
            return True
    first = next(iter(names.places(span.text)), None)
    return first is not None and first.name.split()[-1].lower() in nouns.UNION_NOUNS


def _whole(span: Span) -> Span:
    """The longer name, between the marks that part it from other names."""
    doc, start, end = span.doc, span.start, span.end
    while start > 0 and doc[start].ent_iob_ == "I" and doc[start - 1].text not in BREAKS:
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].text not in BREAKS:
        end += 1
    return doc[start:end]


def _is_located(last: Token) -> bool:
    """Whether what a longer name names stands, or takes place, in what it is named after."""
    return is_undergone(last) or base(last) in nouns.LOCATED_NOUNS
