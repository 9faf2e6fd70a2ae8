"""The rows of one report -> the report, made of its claims' sentences, and its claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claimmap.model import GRADES, Claim, Document, Extraction, Grade, Provenance
from claimmap.reading.formats.claims.cells import MAX_SENTENCE, Row
from claimmap.reading.formats.claims.exported import judge_place, read_claim
from claimmap.reading.formats.claims.records import provenance_of, read_record
from claimmap.reading.formats.pieces import Piece
from claimmap.reading.known import Known, add
from claimmap.reading.language import find_language
from claimmap.reading.limits import ReadingError, judge_length
from claimmap.reading.ready import GivenPlace, Ready

REPORT = ("document", "outlet", "title", "url", "published")
CLAIM = (
    *("claim", "sentence", "source", "source_kind", "stance", "content", "chain", "record"),
    *("event_first", "event_last", "event_known"),
    *("statement_first", "statement_last", "statement_known"),
)
ONLY_SENTENCES = (
    "a file of claims, which has of the report no more than the sentences of its claims"
)
_BETWEEN = "\n\n"


@dataclass(slots=True)
class _Text:
    """A text that is made of sentences, each once."""

    length: int = 0
    starts: dict[str, int] = field(default_factory=dict)

    def next(self, sentence: str) -> int:
        """Where a sentence stands, or would."""
        return self.starts.get(sentence, self.length)

    def keep(self, sentence: str) -> None:
        """Put a sentence in."""
        if sentence not in self.starts:
            self.starts[sentence] = self.length
            self.length += len(sentence) + len(_BETWEEN)

    def __str__(self) -> str:
        return _BETWEEN.join(self.starts) + "\n"


class Gathering:
    """The claims of one report as its rows are read.

    bad: what was wrong with rows, by their numbers. given: what is said of places, by the number of
    the row that they are said in.
    """

    def __init__(self, rows: Sequence[Row], given: Mapping[int, GivenPlace]) -> None:
        self._rows = rows
        self._given = given
        self._text = _Text()
        self._claims: dict[str, Claim] = {}
        self._places: list[GivenPlace] = []
        self._grades: dict[str, Grade] = {}
        self.bad: list[tuple[int, str]] = []

    def gather(self) -> Ready | None:
        """The report with its claims; None where no row of it can be read."""
        by_claim: dict[str, list[Row]] = defaultdict(list)
        first = self._rows[0]
        for row in self._rows:
            known = by_claim[row.cells.get("claim", "")]
            if other := _differing(row, first, REPORT):
                self.bad.append((row.number, _says_otherwise(other, first, "report")))
            elif known and (other := _differing(row, known[0], CLAIM)):
                self.bad.append((row.number, _says_otherwise(other, known[0], "claim")))
            elif words := _fault(row):
                self.bad.append((row.number, words))
            else:
                known.append(row)
        for rows in by_claim.values():
            if rows:
                self._read(rows)
        try:
            return self._finish(first) if self._claims else None
        except ReadingError as error:
            self.bad = [(row.number, str(error)) for row in self._rows]
            return None

    def _read(self, rows: Sequence[Row]) -> None:
        row = rows[0]
        try:
            sentence = row.text("sentence", MAX_SENTENCE)
            claim = read_claim(rows, row.id("document"), self._text.next(sentence))
            grade = row.one_of("source_grade", GRADES, "ungraded")
        except ReadingError as error:
            self.bad += [(one.number, str(error)) for one in rows]
            return
        self._text.keep(sentence)
        self._claims[claim.id] = claim
        self._places += [self._given[one.number] for one in rows if one.number in self._given]
        if grade != "ungraded":
            self._grades[claim.source.name] = grade

    def _finish(self, row: Row) -> Ready:
        claims = tuple(self._claims.values())
        document = _document(row, str(self._text))
        attributions = [claim.attribution for claim in claims if claim.attribution]
        times = [time.timex for claim in claims for time in (claim.event, claim.statement)]
        extraction = Extraction(
            document=document,
            attributions=tuple(dict.fromkeys(attributions)),
            timexes=tuple(dict.fromkeys(timex for timex in times if timex)),
            quantities=tuple(dict.fromkeys(one for claim in claims for one in claim.quantities)),
            toponyms=tuple(dict.fromkeys(one for claim in claims for one in claim.toponyms)),
            claims=claims,
        )
        return Ready(extraction, tuple(self._places), tuple(self._grades.items()))


def gather_report(
    rows: Sequence[Row], part: str, given: Mapping[int, GivenPlace]
) -> Iterator[Piece]:
    """The pieces of the rows that are of one report: what was wrong with some, then the claims.

    part: what a row of the file is called.
    """
    gathering = Gathering(rows, given)
    ready = gathering.gather()
    for number, words in sorted(gathering.bad):
        yield Piece(part=f"{part} {number}", error=words)
    if ready:
        numbers = [row.number for row in rows]
        first, last = min(numbers), max(numbers)
        called = f"{part} {first}" if first == last else f"{part}s {first} to {last}"
        yield Piece(part=called, ready=ready)


def _document(row: Row, text: str) -> Document:
    judge_length(text)
    published = row.day("published")
    values = {name: row.text(name).strip() for name in ("outlet", "title", "url")}
    known = add(Known(), {**values, "published": published})
    record = read_record(row)
    told = provenance_of(record) if record else known.provenance
    return Document(
        id=row.id("document"),
        outlet=known.outlet,
        title=known.title,
        url=known.url,
        published=known.published,
        text=text,
        provenance=(*told, Provenance("text", "given", ONLY_SENTENCES)),
        language=find_language(text),
    )


def _fault(row: Row) -> str:
    """What is wrong with the place that a row tells of; "" where nothing is."""
    try:
        judge_place(row)
    except ReadingError as error:
        return str(error)
    return ""


def _differing(row: Row, other: Row, names: Sequence[str]) -> str:
    """The first column in which two rows differ that may not; "" where there is none."""
    return next((name for name in names if row.cells.get(name) != other.cells.get(name)), "")


def _says_otherwise(name: str, row: Row, of: str) -> str:
    return (
        f"its {row.name(name)} is another than in row {row.number}, which is of the same {of}. Make"
        " them the same."
    )
