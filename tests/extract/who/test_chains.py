"""The path of a claim, as pairs of a text and the last claim's chain."""

from __future__ import annotations

import pytest

from claimmap.extract.parsing import parse
from claimmap.extract.who import find_attributions, puts_forward


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "The newspaper El Norte reported last month, citing two people familiar with the "
            "matter, that a rival was in talks.",
            ["two people familiar with the matter", "El Norte"],
        ),
        (
            "The Thai newspaper Mekong Mail, quoting a diplomat, said that talks would be held.",
            ["diplomat", "Mekong Mail"],
        ),
        ("“It is safe,” Ana Lund told this newspaper.", ["Ana Lund"]),
        ("“The deck has sunk,” harbour master Neil Lund told the town council.", ["Neil Lund"]),
        (
            "The clerk told the Daily Star he would go. “I am tired,” he told the paper.",
            ["clerk", "Daily Star"],
        ),
        ("Ana Lund said at the time that they had waited for days.", ["Ana Lund"]),
        ("PORT MORESBY: Police Commissioner Ana Lund says 12 people were hurt.", ["Ana Lund"]),
        ("Mali accuses Algeria of sheltering the rebels, which Algeria denies.", ["Algeria"]),
    ],
)
def test_a_claim_came_by(text, chain, parser, gazetteer):
    doc = parse(text, parser)
    *_, last = (a for a in find_attributions(doc, "The Gazette", gazetteer) if puts_forward(doc, a))

    assert [link.name for link in last.chain] == [*chain, "The Gazette"]
