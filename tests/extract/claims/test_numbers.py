"""Which numbers a claim puts forward."""

from __future__ import annotations

from datetime import date

import pytest

from claimmap.extract.claims import extract_claims
from claimmap.extract.parsing import parse
from claimmap.model import Document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One of the bridges fell, and 12 cars sank.", ["12"]),
        ("One bridge fell.", ["One"]),
        ("Ana Lopes, 43, lost 12 goats.", ["12"]),
        ("For 20 years the mill fed 300 families.", ["300"]),
        ("The army fired 900 155-mm shells.", ["900"]),
        ("It would save between 600 and 800 jobs a year.", ["600 and 800"]),
    ],
)
def test_a_claim_tells_of_counts_and_not_of_ages_lengths_or_calibres(
    parser, gazetteer, text, expected
):
    document = Document("d1", "The Gazette", "", "", date(2023, 6, 14), text)
    (claim,) = extract_claims(document, parse(text, parser), gazetteer).claims

    assert [q.span.of(text) for q in claim.quantities] == expected
