"""What is left to the outlet where others answer for a part of the sentence."""

from __future__ import annotations

from datetime import date

import pytest

from claimmap.extract.claims import extract_claims
from claimmap.extract.parsing import parse
from claimmap.model import Document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The bank cut its rate on Thursday, and said prices would fall.",
            ["The bank cut its rate on Thursday"],
        ),
        ("The ferry company apologised and said it was investigating.", ["The ferry company"]),
        ("The Gazette could not independently verify the claims.", []),
        ("Neither account could be independently confirmed.", []),
        ("The prefect would neither confirm nor deny the arrest.", []),
        ("The club refused to confirm or deny that it had sold the ground.", []),
        ("This interview has been shortened for clarity.", []),
        ("An exit poll will be published at 10pm.", ["An exit poll will be published"]),
    ],
)
def test_the_outlet_claims_what_nobody_else_does(parser, gazetteer, text, expected):
    document = Document("d1", "The Gazette", "", "", date(2023, 6, 14), text)
    claims = extract_claims(document, parse(text, parser), gazetteer).claims
    own = [c.content[0].of(text) for c in claims if c.attribution is None]

    assert len(own) == len(expected)
    assert all(o.startswith(e) and "said" not in o for o, e in zip(own, expected, strict=True))
