"""Whom a pronoun or a bare role means, as pairs of a text and its last source."""

from __future__ import annotations

import pytest

from claimmap.extract.parsing import parse
from claimmap.extract.who import find_attributions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Karen Holt said he would pay. Prosecutors said that Paul Reilly's sister hid the "
            "money. She denies any wrongdoing.",
            "Paul Reilly's sister",
        ),
        (
            "France condemned the coup, the palace said. Ali Keita was last seen on Saturday. "
            "He says he is well.",
            "Ali Keita",
        ),
        ("Astronomers have found a planet, they report.", "Astronomers"),
        (
            "The Lagos Post reported that the port was shut. A clerk told the newspaper that it "
            "would reopen. The newspaper said that ships were waiting.",
            "Lagos Post",
        ),
        (
            "Two clerks spoke up. “It sank,” one of them said. The memo, dated 3 May, warns that "
            "it could sink.",
            "memo",
        ),
    ],
)
def test_the_last_source_is(text, expected, parser):
    *_, last = find_attributions(parse(text, parser), "The Gazette")

    assert last.source.name == expected
