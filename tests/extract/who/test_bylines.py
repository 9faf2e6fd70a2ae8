"""Who wrote a report, as pairs of a text and the author."""

from __future__ import annotations

import pytest

from claimmap.extract.parsing import parse
from claimmap.extract.who import find_attributions
from claimmap.extract.who.bylines import find_author


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("OPINION\n\nBy Ana Lund\n\nI was born here.", "Ana Lund"),
        ("By ANA LUND, Health Correspondent\n\nIt rained.", "Ana Lund"),
        ("By Ana Lund | 3 May 2024\n\nIt rained.", "Ana Lund"),
        ("By Ana Lund and Ivo Marek\nIt rained.", "Ana Lund"),
        ("By Ana van Lund in Lima\nIt rained.", "Ana van Lund"),
        ("Ana Lund writes\n\nIt rained.", "Ana Lund"),
        ("By Staff Reporter\n\nIt rained.", ""),
        ("It was bought by Ana Lund.", ""),
        ("By Monday it had rained.", ""),
        ("", ""),
    ],
)
def test_a_byline_names_the_author(text, author):
    assert find_author(text) == author


def test_i_is_the_author_and_we_the_outlet(parser, gazetteer):
    text = "By Ana Lund\n\nI believe that he is wrong. We think that it will rain."
    mine, ours = find_attributions(parse(text, parser), "The Gazette", gazetteer)

    assert (mine.source.name, mine.source.kind, mine.source.role) == (
        "Ana Lund",
        "person",
        "author",
    )
    assert [link.name for link in mine.chain] == ["Ana Lund", "The Gazette"]
    assert ours.source.name == "The Gazette"
