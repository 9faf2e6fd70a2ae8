"""Cues inside another's words, as pairs of a text and the roots of its claims."""

from __future__ import annotations

import pytest

from claimmap.extract.parsing import parse
from claimmap.extract.who import find_attributions, puts_forward


@pytest.mark.parametrize(
    ("text", "roots"),
    [
        ("“Nobody asked how old it was,” said Ann Roe.", ["Ann Roe"]),
        ("Scans revealed a tunnel, the team reports.", ["team"]),
        ("The crew had reported a leak, a person close to the firm said.",
         ["person close to the firm"]),
        ("The envoy said both parties had agreed to swap prisoners.", ["envoy"]),
        # who speaks for themselves inside another's words
        ("The Daily Post said that a clerk had told it the files were burned.",
         ["Daily Post", "clerk"]),
        ("The clerk said that Ana Lund had denied the charge.", ["clerk", "Ana Lund"]),
    ],
)  # fmt: skip
def test_only_speakers_are_roots(text, roots, parser, gazetteer):
    doc = parse(text, parser)
    found = [a for a in find_attributions(doc, "The Gazette", gazetteer) if puts_forward(doc, a)]

    assert [a.chain[0].name for a in found] == roots


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # the same pronoun over several sentences
        ("Ana Lund came in. She sat down. She said it was late.", "Ana Lund"),
        ("The zoo reopened in May. It sold 900 tickets. It says more will follow.", "zoo"),
        # a body that was only named
        ("Chad's health ministry sent tents. Rain fell. The ministry said 9 were ill.",
         "Chad's health ministry"),
        ("Dana Weiss, a spokeswoman for Orvex, said it was bad. The company said it was sad.",
         "Orvex"),
        ("The nurses' union met. Its president, Karin Falk, said no. The union said 40 had left.",
         "nurses' union"),
        ("Human Rights League said it was dark. The organization found that nobody paid.",
         "Human Rights League"),
        ("The tenants moved out. They say the roof leaks.", "tenants"),
        ("Ana Lund accused the port of neglect. “They saw it and let it sink.”", "Ana Lund"),
    ],
)  # fmt: skip
def test_the_last_speaker_is(text, source, parser, gazetteer):
    *_, last = find_attributions(parse(text, parser), "The Gazette", gazetteer)

    assert last.source.name == source


def test_a_body_called_the_company_is_one(parser, gazetteer):
    text = "Northfold said it would pay. The company said it was sorry."
    found = list(find_attributions(parse(text, parser), "The Gazette", gazetteer))

    assert {(a.source.name, a.source.kind) for a in found} == {("Northfold", "company")}
