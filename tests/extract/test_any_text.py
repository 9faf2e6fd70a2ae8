"""Any text survives: whatever is found lies inside the text, in order, and reads back the same."""

from __future__ import annotations

from datetime import date

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from claimmap.extract.claims import extract_claims, with_toponyms
from claimmap.extract.parsing import parse
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.geocode.resolve import resolve
from claimmap.model import Document, Extraction, Span
from claimmap.relate import find_relations

# What reports are made of, and what breaks readers of them.
PIECES = st.sampled_from(
    """
    said told claimed denied according to the minister The ministry he she it they “ ” " ' ’ « » „
    ‘ [ ] ( ) — – - … : ; , . ! ? * # | > < & % $ € £ ° ½ 12 1,500 up to about between and or not
    Lyon Kyiv Jordan Paris , Texas North Korean troops soldiers killed 3.5% million on Friday in
    March 2024 last week yesterday since August LIVE: BREAKING UPDATED 10:45 GMT By Anna Berg
    Reuters (AP) -- Москва 평양 東京 القاهرة 👍 \u200f \x00 http://example.org/?a=1&b= a@b.c
    """.split()  # noqa: SIM905
)
BREAKS = st.sampled_from([" ", " ", " ", "", "\n", "\n\n", "\r\n", ". ", ".\n", "\t", "\u2028"])
TEXTS = st.one_of(
    st.lists(st.tuples(PIECES, BREAKS), max_size=60).map(
        lambda pairs: "".join(piece + gap for piece, gap in pairs)
    ),
    st.text(max_size=200),
)


def all_spans(found: Extraction) -> list[Span]:
    """Every span of an extraction, wherever it stands."""

    def walk(value: object) -> list[Span]:
        if isinstance(value, Span):
            return [value]
        if isinstance(value, tuple):
            return [span for each in value for span in walk(each)]
        fields = getattr(value, "__dataclass_fields__", {})
        return [span for name in fields for span in walk(getattr(value, name))]

    return walk(found)


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=TEXTS)
def test_whatever_is_found_lies_inside_the_text_and_round_trips(
    text: str, parser: Language, gazetteer: Gazetteer
) -> None:
    document = Document("d", "The Daily", "", "", date(2024, 10, 18), text)
    found = extract_claims(document, parse(text, parser), gazetteer)
    found = with_toponyms(found, resolve(found.toponyms, document, gazetteer))

    assert all(0 <= span.start < span.end <= len(text) for span in all_spans(found))
    assert list(found.toponyms) == sorted(found.toponyms, key=lambda one: one.span)
    assert msgspec.json.decode(msgspec.json.encode(found), type=Extraction) == found
    assert all(one.one != one.other for one in find_relations(found.claims))
