"""Whether one source is behind two claims, as pairs of reports of two papers."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from claimmap.extract.claims import extract_claims, with_toponyms
from claimmap.extract.parsing import parse
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.geocode.resolve import resolve
from claimmap.model import Claim, Document
from claimmap.relate.roots import are_independent, share_root


def claim_of(outlet: str, text: str, parser: Language, gazetteer: Gazetteer) -> Claim:
    document = Document(f"{outlet} {text}", outlet, "", "", date(2024, 5, 2), text)
    found = extract_claims(document, parse(text, parser), gazetteer)
    (claim,) = with_toponyms(found, resolve(found.toponyms, document, gazetteer)).claims
    return claim


@pytest.mark.parametrize(
    ("one", "other", "shared", "independent"),
    [
        # a role that every country, or every town, has
        ("Police said a bank in Lyon was robbed.", "Police said a bank in Nice was robbed.",
         False, None),
        ("Police said a bank in Lyon was robbed.", "A bank in Lyon was robbed, police said.",
         True, False),
        ("The health ministry said 9 people in Peru were ill.",
         "The health ministry said 9 people in Ghana were ill.", False, None),
        ("The health ministry said 9 people in Lima were ill.",
         "The health ministry said 9 people in Cusco were ill.", True, False),
        # a name is one source wherever it speaks
        ("The Red Crescent said that a bus had burned in Peru.",
         "The Red Crescent said that a bus had burned in Ghana.", True, False),
        ("Residents said a bus burned in Lyon.", "Residents said a bus burned in Lyon, too.",
         False, None),
        ("The Red Crescent said a bus burned in Lyon.", "The mayor said a bus burned in Lyon.",
         False, True),
    ],
)  # fmt: skip
def test_two_papers_claims_have_one_root(
    one: str,
    other: str,
    shared: bool,
    independent: bool | None,
    parser: Language,
    gazetteer: Gazetteer,
) -> None:
    first = claim_of("Daily A", one, parser, gazetteer)
    second = claim_of("Daily B", other, parser, gazetteer)

    assert share_root(first, second) is shared
    assert are_independent(first, second) is independent
