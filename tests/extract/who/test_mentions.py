"""Names with what describes them, as pairs of a text and its last source's name and role."""

from __future__ import annotations

import pytest

from claimmap.extract.parsing import parse
from claimmap.extract.who import find_attributions


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "The mayor of Lowick, Ian Frost, said the bridge would stay shut.",
            "Ian Frost",
            "mayor of Lowick",
        ),
        (
            "“I saw the mast snap,” said Dario Conti, 52, a sailmaker.",
            "Dario Conti",
            "sailmaker",
        ),
        (
            "A charity known as Open Hands said the camp was full.",
            "Open Hands",
            "charity",
        ),
        ("Prosecutor Oliver Beck KC said it was theft.", "Oliver Beck", "Prosecutor"),
        ("WHO said the risk was high.", "WHO", ""),
        ("“It is cold,” said a child, Ana Lund.", "Ana Lund", "child"),
    ],
)
def test_a_name_keeps_its_role(text, name, role, parser, gazetteer):
    *_, last = find_attributions(parse(text, parser), "The Gazette", gazetteer)

    assert (last.source.name, last.source.role) == (name, role)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two people briefed on the merger said it was off.", "Two people briefed on the merger"),
        ("Officials close to the minister said it was off.", "Officials close to the minister"),
        ("Residents who had fled said it was off.", "Residents"),
    ],
)
def test_the_nameless_are_called_by_what_tells_who_they_are(text, name, parser, gazetteer):
    *_, last = find_attributions(parse(text, parser), "The Gazette", gazetteer)

    assert last.source.name == name
