"""Lines set apart above and between prose are headings; lines that are the report are not."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from claimmap.extract.claims import extract_claims
from claimmap.extract.claims.layout import find_headings
from claimmap.extract.parsing import parse
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.model import Document

PROSE = (
    "A fire broke out in the old harbour of Split on Friday. Nine people were killed, police said."
    "\n\nThe market next door was closed by the fire brigade, and two roads stayed shut all night."
)

# Text, its headings.
HEADINGS: list[tuple[str, list[str]]] = [
    (f"Harbour fire leaves nine dead\n\n{PROSE}", ["Harbour fire leaves nine dead"]),
    (f"Nine died in blaze, police say\n{PROSE}", ["Nine died in blaze, police say"]),
    (
        f"Fire kills nine\nBy Ann Croft\n\n{PROSE}\n\nMarket stays shut\n\nTraders wept.",
        ["Fire kills nine", "By Ann Croft", "Market stays shut"],
    ),
    (f"Mayor calls response 'a disgrace'\n\n{PROSE}", ["Mayor calls response 'a disgrace'"]),
    (f"“We lost it all”\n\n{PROSE}", ["“We lost it all”"]),
    (f"Blaze in Split: nine feared dead\n\n{PROSE}", ["Blaze in Split: nine feared dead"]),
    # Closed by a full stop, or opening a list or a speech: prose.
    (f"Nine people died.\n\n{PROSE}", []),
    (f"The fire brigade lists these losses:\n\n{PROSE}", []),
    (f"“We lost it all.”\n\n{PROSE}", []),
    # Lists.
    (f"{PROSE}\n\n- Nine people died\n- The market is closed\n\nTraders wept.", []),
    (f"{PROSE}\n\n1. Nine people died\n2. The market is closed\n\nTraders wept.", []),
    (f"{PROSE}\n\nNine people died\nThe market is closed\nRoads are shut\n\nTraders wept.", []),
    # The lines are the report.
    ("Bridge collapses in Turin", []),
    ("Bridge collapses in Turin\n\nMore soon.", []),
    ("Nine people died in Split\n\nThe market burned down\n\nPolice closed two roads", []),
    # Cut off at its end.
    (f"{PROSE}\n\nThe mayor said the rebuilding of the harbour would", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), HEADINGS)
def test_a_heading_is_a_line_set_apart_from_prose(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in find_headings(text)] == expected


def test_a_text_wrapped_at_a_fixed_width_has_paragraphs_and_not_lines() -> None:
    lines = "\n".join(
        ["The fire brigade closed the market and two of the roads that lead to it and"] * 8
    )
    text = f"Harbour fire leaves nine dead\n\n{lines} went home.\n\n{lines} slept."

    assert [span.of(text) for span in find_headings(text)] == ["Harbour fire leaves nine dead"]


def test_nobody_claims_a_heading(parser: Language, gazetteer: Gazetteer) -> None:
    text = f"Nine died in blaze, police say\n\n{PROSE}\n\nMarket burned down\n\nTraders wept there."
    document = Document("d1", "The Gazette", "", "", date(2023, 6, 14), text)
    claims = extract_claims(document, parse(text, parser), gazetteer).claims

    assert [c.sentence.of(text)[:12] for c in claims] == [
        "A fire broke", "Nine people ", "The market n", "Traders wept",
    ]  # fmt: skip
