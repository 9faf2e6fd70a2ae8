"""Claims as strange as can be, files of them, and what is read back."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from claimmap.model import (
    ROLES,
    SOURCE_KINDS,
    STANCES,
    Attribution,
    Claim,
    Document,
    Filter,
    Gist,
    Interval,
    Place,
    Provenance,
    Quantity,
    Source,
    Span,
    Timex,
    Toponym,
)
from claimmap.reading import Ready
from claimmap.reading.formats.csv_rows import read_csv
from claimmap.reading.formats.geojson import read_geojson
from claimmap.reading.formats.pieces import Piece
from claimmap.view.exports import Format, export
from claimmap.view.filters import Counts
from claimmap.view.records import file_rows

COUNTS = Counts(total=1, shown=1, unplaced=0, undated=0, hidden=0)

words = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12)
names = st.lists(words, min_size=1, max_size=3).map(" ".join)
days = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))
shares = st.floats(0, 1)


@st.composite
def intervals(draw: st.DrawFn, sentence: Span) -> Interval:
    first, last = sorted((draw(days) or date(2024, 3, 4), draw(days) or date(2024, 3, 9)))
    timex = Timex(draw(spans(sentence)), "DATE", "2024-W10", first, last, "week", "", draw(names))
    known = draw(st.sampled_from([None, timex])) if timex.span.start < timex.span.end else None
    open_end = None if draw(st.booleans()) else last
    return Interval(first, open_end, draw(st.sampled_from([1, 2, 3, None])), draw(names), known)


@st.composite
def spans(draw: st.DrawFn, within: Span) -> Span:
    start = draw(st.integers(within.start, within.end))
    return Span(start, draw(st.integers(start, within.end)))


@st.composite
def claims(draw: st.DrawFn) -> tuple[Document, Claim]:
    """A claim of a report with all that a claim can have, in the strangest words."""
    sentence = draw(names) + draw(st.sampled_from(["", "\nand more", "\t=1+1"]))
    text = f"{draw(names)}\n{sentence}"
    stands = Span(len(text) - len(sentence), len(text))
    outlet, title = draw(names), draw(st.just("") | names)
    known = (Provenance("outlet", "stated", draw(names)),)
    url = draw(st.sampled_from(["", "https://example.org/a?b=c,d"]))
    document = Document("d1", outlet, title, url, draw(days), text, known)
    kind = draw(st.sampled_from(SOURCE_KINDS))
    source = Source(draw(names), kind, "", (draw(spans(stands)),), (draw(names),))
    chain = (replace(source, spans=()), Source(outlet, "media"))
    content = (draw(spans(stands)),)
    attribution = Attribution(source, (draw(spans(stands)),), content, "direct", chain)
    claim = Claim(
        id="c1",
        document="d1",
        sentence=stands,
        content=content,
        attribution=attribution,
        chain=chain,
        stance=draw(st.sampled_from(STANCES)),
        hedges=(draw(spans(stands)),),
        event=draw(intervals(stands)),
        statement=draw(intervals(stands)),
        toponyms=tuple(draw(st.lists(toponyms(stands), max_size=4))),
        quantities=(Quantity(draw(spans(stands)), 3.0, None, 4.5, True, "~", draw(names)),),
        gist=Gist(draw(names), "burst", (draw(names),), draw(st.booleans())),
    )
    return document, claim


@st.composite
def toponyms(draw: st.DrawFn, sentence: Span) -> Toponym:
    id_ = draw(st.integers(-3, 3).filter(bool))
    place = Place(id_, f"=Place {id_}", "PT", "city", 40.0 + id_ / 7, -8.0, 0, "-Portugal")
    return Toponym(
        draw(spans(sentence)),
        draw(st.sampled_from(ROLES)),
        (),
        draw(st.sampled_from([place, place, None])),
        draw(shares),
        draw(names),
        draw(st.sampled_from([1, 2, 3, 4, None])),
        draw(st.floats(0, 1000)),
        draw(st.just("") | names),
    )


def written(form: Format, document: Document, *claims: Claim) -> str:
    """A file of claims."""
    told = [(claim, document, claim.sentence.of(document.text)) for claim in claims]
    return "".join(export(form, file_rows(told), Filter(), COUNTS))


def read_pieces(form: Format, text: str) -> list[Piece]:
    raw = text.encode()
    return list(read_csv(raw) if form == "csv" else read_geojson(raw))


def read_ready(form: Format, text: str) -> Ready:
    (piece,) = read_pieces(form, text)
    assert piece.ready, piece.error
    return piece.ready


def edited(text: str, **cells: str) -> str:
    """A CSV with other cells in its first row."""
    header, first, *rest = csv.reader(io.StringIO(text, newline=""))
    changed = [cells.get(name, cell) for name, cell in zip(header, first, strict=True)]
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([header, changed, *rest])
    return buffer.getvalue()
