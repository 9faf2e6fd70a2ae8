"""A chain tells who told whom, from its root to the outlet."""

from __future__ import annotations

import pytest

from claimmap.model import Source
from claimmap.view.chains import heard, link_rows, show_heard, show_path

WITNESS = Source("a surgeon", "unidentified")
AGENCY = Source("NNA", "media")
RADIO = Source("Radio Nord", "media")
PAPER = Source("The Daily", "media")


@pytest.mark.parametrize(
    ("chain", "kind", "words"),
    [
        ([PAPER], "own words", "the outlet’s own words"),
        ([WITNESS, PAPER], "first-hand", "first-hand, as far as the text tells"),
        ([WITNESS, AGENCY, PAPER], "relayed", "relayed by NNA"),
        ([WITNESS, AGENCY, RADIO, PAPER], "relayed", "relayed by NNA, then Radio Nord"),
        ([WITNESS, Source("", "media"), PAPER], "relayed", "relayed by an unnamed source"),
    ],
)
def test_how_a_claim_was_heard(chain: list[Source], kind: str, words: str) -> None:
    path = link_rows(chain, {})
    assert heard(path) == kind
    assert show_heard(path) == words


def test_the_way_goes_by_the_names_over_all_reports() -> None:
    path = link_rows([WITNESS, AGENCY, PAPER], {"NNA": "National News Agency"})
    assert [link["name"] for link in path] == ["a surgeon", "National News Agency", "The Daily"]
    told = "a surgeon (unidentified) → National News Agency (media) → The Daily"
    assert show_path(path) == told
    assert show_path(link_rows([PAPER], {})) == "The Daily"
