"""What is asked more cheaply than spaCy asks it gets spaCy's own answers."""

from __future__ import annotations

import pytest
from spacy import attrs

from claimmap.extract.attributes import ATTRIBUTES
from claimmap.extract.entities import ENTITIES
from claimmap.extract.parsing import Parser
from tests.gold.loading import read_gold

TEXTS = [
    *(gold.document.text for gold in read_gold()),
    "There is no bridge. There's a dam; there are two. Let's go, we're gonna swim, y'all.",
    "“I've got ta go,” she said. Ain't it so? C'mon.",
    "They met in New York",
    "U.N. Secretary-General António Guterres\n\nof Portugal ",
    "Kyiv",
    "  \n ",
    "",
]
ALL = [
    attrs.TAG,
    attrs.POS,
    attrs.MORPH,
    attrs.LEMMA,
    attrs.HEAD,
    attrs.DEP,
    attrs.SENT_START,
    attrs.ENT_IOB,
    attrs.ENT_TYPE,
]


@pytest.mark.parametrize("text", TEXTS)
def test_words_and_names_are_those_of_spacys_own_steps(text: str, parser: Parser) -> None:
    ours = parser(text)
    plain = parser.make_doc(text)
    for name, step in parser.components:
        if name not in (ATTRIBUTES, ENTITIES):
            plain = step(plain)
    assert (ours.to_array(ALL) == plain.to_array(ALL)).all()
    assert [(e.start, e.end, e.label_) for e in ours.ents] == [
        (e.start, e.end, e.label_) for e in plain.ents
    ]
