"""The rows of one claim -> the claim. Where a cell and the record differ, the cell holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal, cast

from claimmap.model import (
    DRAWN_ROLES,
    PLACE_KINDS,
    ROLES,
    SOURCE_KINDS,
    STANCES,
    Attribution,
    Claim,
    Place,
    Role,
    Source,
    Span,
    Toponym,
)
from claimmap.reading.formats.claims.cells import MAX_SENTENCE, Row
from claimmap.reading.formats.claims.records import (
    Named,
    Placer,
    Record,
    Where,
    gist_of,
    place_of,
    read_record,
)
from claimmap.reading.limits import ReadingError

_ARROW = " > "
_EARTH_KM = 20_040  # half around it
_BEYOND = ("place_id", "latitude", "longitude")


def read_claim(rows: Sequence[Row], document: str, at: int) -> Claim:
    """The claim of an export's rows, one for each of its places.

    document: its report's id. at: where its sentence is to stand in the report's text.
    """
    row = rows[0]
    sentence = row.needed("sentence", MAX_SENTENCE)
    told = read_record(row)
    record = told or Record()
    placer = Placer(at, len(sentence))
    source = _source(row, record, placer)
    chain = _chain(row, record, source)
    content = _content(row, told, placer, sentence, at)
    return Claim(
        id=row.id("claim"),
        document=document,
        sentence=Span(at, at + len(sentence)),
        content=content,
        attribution=_attribution(row, told, placer, source, content, chain),
        chain=chain,
        stance=row.one_of("stance", STANCES, "asserted"),
        hedges=placer.spans(record.hedges),
        event=placer.interval(record.event, row.days("event"), row.text("event_known")),
        statement=placer.interval(
            record.statement, row.days("statement"), row.text("statement_known")
        ),
        toponyms=tuple(_toponyms(rows, record, placer, sentence, at)),
        quantities=placer.quantities(record),
        gist=gist_of(record),
    )


def judge_place(row: Row) -> None:
    """Raise ReadingError where the place that a row tells of makes no sense."""
    if key := _key(row):
        _as_told(row, Toponym(Span(0, 0), key[1], place=_place(row)))


def _source(row: Row, record: Record, placer: Placer) -> Source:
    kind = row.one_of("source_kind", SOURCE_KINDS, "unidentified")
    return placer.source(record.source, row.text("source"), kind)


def _chain(row: Row, record: Record, source: Source) -> tuple[Source, ...]:
    """The claim's way, root first, the outlet last."""
    told = row.text("chain")
    if record.chain and told == _ARROW.join(link.name for link in record.chain):
        return tuple(_link(link) for link in record.chain)
    known = {link.name: _link(link) for link in record.chain}
    outlet = Source(row.text("outlet"), "media")
    names = told.split(_ARROW) if told else []
    if not names:
        return (outlet,) if source.name == outlet.name else (replace(source, spans=()), outlet)
    known |= {outlet.name: known.get(outlet.name, outlet), source.name: replace(source, spans=())}
    return tuple(known.get(name) or Source(name, "unidentified") for name in names)


def _link(named: Named) -> Source:
    return Source(named.name, named.kind, named.role, (), tuple(named.aliases))


def _attribution(
    row: Row,
    told: Record | None,
    placer: Placer,
    source: Source,
    content: tuple[Span, ...],
    chain: tuple[Source, ...],
) -> Attribution | None:
    """Who says it; None for the outlet's own words."""
    if source == replace(chain[-1], spans=source.spans) and (told is None or told.form is None):
        return None
    if told and told.form:
        return Attribution(source, placer.spans(told.cue), content, told.form, chain)
    return Attribution(source, (), content, "indirect", chain)


def _content(
    row: Row, record: Record | None, placer: Placer, sentence: str, at: int
) -> tuple[Span, ...]:
    """What is claimed: the record's words if they are the cell's, else where the cell's stand."""
    told = row.text("content", MAX_SENTENCE)
    if record:
        spans = placer.spans(record.content)
        if told == _words(spans, sentence, at):
            return spans
    start = sentence.find(told)
    if start < 0:
        raise ReadingError("its content does not stand in its sentence. Write it as it is there.")
    return (Span(at + start, at + start + len(told)),) if told else (Span(at, at + len(sentence)),)


def _words(spans: Sequence[Span], sentence: str, at: int) -> str:
    """The words that some spans cover, each once."""
    words, behind = [], at
    for span in sorted(spans):
        words.append(sentence[max(span.start, behind) - at : max(span.end, behind) - at])
        behind = max(behind, span.end)
    return "".join(words)


def _toponyms(
    rows: Sequence[Row], record: Record, placer: Placer, sentence: str, at: int
) -> Iterator[Toponym]:
    """The claim's place names: those of the record, then those that only rows tell.

    A place that the record draws, and no row tells of, was taken out by whoever took out the row.
    """
    told = {key: row for row in rows if (key := _key(row))}
    surest: dict[tuple[int, Role], Where] = {}
    for where in record.toponyms:
        if where.place is not None and where.role in DRAWN_ROLES:
            known = surest.setdefault((where.place, where.role), where)
            if where.confidence > known.confidence:
                surest[where.place, where.role] = where
    for where in record.toponyms:
        drawn = where.place is not None and where.role in DRAWN_ROLES
        key = (where.place or 0, where.role)
        if not drawn:
            yield placer.toponym(where, place_of(where))
        elif key in told:
            toponym = placer.toponym(where, _place(told[key]))
            yield _as_told(told[key], toponym) if surest[key] is where else toponym
    for key, row in told.items():
        if key not in surest:
            place = _place(row)
            start = sentence.find(place.name)
            end = start + len(place.name) if start >= 0 else 0
            span = Span(at + max(start, 0), at + end)
            yield _as_told(row, Toponym(span, key[1], place=place))


def _key(row: Row) -> tuple[int, Role] | None:
    """The place and role that a row tells of; None of one without a place."""
    given = [name for name in _BEYOND if row.text(name)]
    if not given:
        return None
    if len(given) < len(_BEYOND):
        raise ReadingError(f"of {', '.join(_BEYOND)} it has only {', '.join(given)}.")
    role = row.one_of("role", ROLES, "scene")
    if role not in DRAWN_ROLES:
        raise ReadingError(f"role: {role!r} is not drawn. Write one of {', '.join(DRAWN_ROLES)}.")
    return row.whole("place_id") or 0, role


def _place(row: Row) -> Place:
    country = row.text("country").strip()
    if country and not (len(country) == 2 and country.isascii() and country.isupper()):
        raise ReadingError(f"country: {country[:40]!r} is no code of two letters, such as PT.")
    return Place(
        id=row.whole("place_id") or 0,
        name=row.needed("place"),
        country=country,
        kind=row.one_of("place_kind", PLACE_KINDS, "city"),
        latitude=row.number_of("latitude", -90, 90) or 0.0,
        longitude=row.number_of("longitude", -180, 180) or 0.0,
        address=row.text("address"),
    )


def _as_told(row: Row, toponym: Toponym) -> Toponym:
    """A place name with the doubt that its row tells; the record has it more exactly."""
    confidence = row.number_of("confidence", 0, 1) or 0.0
    if round(toponym.confidence, 3) == confidence:
        confidence = toponym.confidence
    precision = row.whole("precision", 4)
    if precision not in (None, 1, 2, 3, 4):
        raise ReadingError(f"precision: {precision} is none of 1, 2, 3, 4.")
    return replace(
        toponym,
        confidence=confidence,
        precision=cast(Literal[1, 2, 3, 4] | None, precision),
        radius_km=row.number_of("radius_km", 0, _EARTH_KM) or 0.0,
        reason=row.text("reason"),
    )
