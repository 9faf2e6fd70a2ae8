"""Each sign has a shape and a meaning of its own, and the browser gets just these."""

from __future__ import annotations

import json

from claimmap.model import STANCES
from claimmap.view.signs import MARK_WORDS, STANCE_SIGNS, signs_script


def test_each_stance_has_a_shape_and_a_meaning_of_its_own() -> None:
    assert tuple(STANCE_SIGNS) == STANCES
    assert len({sign.shape for sign in STANCE_SIGNS.values()}) == len(STANCES)
    assert len({sign.means for sign in STANCE_SIGNS.values()}) == len(STANCES)


def test_the_browser_gets_the_same_signs() -> None:
    sent = signs_script().split("claimmap.signs = ")[1].rstrip().rstrip(";")
    signs = json.loads(sent)
    assert signs["stances"]["denied"] == {"shape": "✕", "means": STANCE_SIGNS["denied"].means}
    assert signs["marks"] == dict(MARK_WORDS)
