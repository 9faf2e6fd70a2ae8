"""Findings to attributions: sources with identity and kind, spans, form, and the chain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from claimmap.extract.parsing import text_of
from claimmap.extract.where.known import Names
from claimmap.extract.who.belongings import shown_by
from claimmap.extract.who.chains import chain_of, enclosing, in_order
from claimmap.extract.who.entities import Entity
from claimmap.extract.who.findings import Finding, spans_of
from claimmap.extract.who.gathering import find_findings
from claimmap.extract.who.identity import Identities
from claimmap.extract.who.kinds import is_someone
from claimmap.extract.who.quotes import find_quotes, words_of
from claimmap.extract.who.things import NONE
from claimmap.model import Attribution, Form, Source, Span

NOBODY = "unidentified source"
_KEPT = '“”"«»‘’[]('


def find_attributions(doc: Doc, outlet: str, names: Names) -> Iterator[Attribution]:
    """Who says what in ``doc``, in text order of the cues.

    names: the names that places bear, for roles with an owner ("Spain's spies"). Each
    attribution's chain ends with ``outlet`` ("" where unknown gives "the report"). Where the
    text names nobody ("is said to"), the source is called "unidentified source" and has no spans.
    """
    findings = find_findings(doc, names)
    text = text_of(doc)
    quoted = words_of(doc, find_quotes(text))
    reader = _Sources(doc, outlet or "the report", names, findings)
    for finding in findings:
        content = tuple(closed(text, span) for span in spans_of(doc, finding.content, _KEPT))
        cue = spans_of(doc, finding.cue, ":―—–-")
        if content and cue:
            yield Attribution(
                source=reader.source(finding),
                cue=cue,
                content=content,
                form=_form(doc, finding, quoted),
                chain=reader.chain(finding),
            )


def closed(text: str, span: Span) -> Span:
    """The span with the quotation mark that its other mark lacks, if it stands next to it."""
    words = span.of(text)
    opened = sum(words.count(mark) for mark in "“«") - sum(words.count(mark) for mark in "”»")
    straight = words.count('"') % 2
    after = text[span.end : span.end + 3]
    mark = next((i for i, c in enumerate(after) if c in "”»" or (straight and c == '"')), None)
    if (opened > 0 or straight) and mark is not None and not after[:mark].strip(".,!?…"):
        return Span(span.start, span.end + mark + 1)
    before = text[max(0, span.start - 1) : span.start]
    if opened < 0 and before in tuple("“«"):
        return Span(span.start - 1, span.end)
    return span


def outlet_source(outlet: str) -> Source:
    """The outlet as the last link of every chain."""
    return Source(outlet or "the report", "media")


class _Sources:
    """The sources of the findings: resolved in text order first, described once all is known."""

    def __init__(self, doc: Doc, outlet: str, names: Names, findings: Sequence[Finding]) -> None:
        self.doc, self.outlet = doc, outlet
        self.around = enclosing(findings)
        self.entities: dict[tuple[int, str], Entity] = {}
        identities = Identities(doc, outlet, names)
        for finding in in_order(findings):
            outer = self.around.get(finding.head)
            speaker = self.entities.get((outer.head, "source")) if outer else None
            for part, numbers in _parts(finding):
                if numbers:
                    called = finding.verbatim and not finding.means
                    means = finding.means if part == "source" else NONE
                    entity = identities.of(
                        means or numbers, speaker, keep=part == "source", label=called
                    )
                    if part != "behind" or is_someone(entity.name):
                        self.entities[finding.head, part] = entity
                    if part == "through" and _is_told(doc, finding, numbers):
                        entity.is_told_to()
                    if part == "source" and entity.shown is None:
                        entity.shown = shown_by(doc, finding.content)

    def source(self, finding: Finding, part: str = "source") -> Source:
        """The source of a finding with its words at this place."""
        entity = self.entities.get((finding.head, part))
        if entity is None or not entity.name:
            return Source(NOBODY, "unidentified")
        spans = spans_of(self.doc, dict(_parts(finding))[part])
        role, aliases = entity.other_role(), tuple(entity.aliases)
        return Source(entity.name, entity.kind(), role, spans, aliases)

    def chain(self, finding: Finding, depth: int = 0) -> tuple[Source, ...]:
        """Root first; an attribution inside another one's content is relayed by its speaker."""
        outer = self.around.get(finding.head)
        rest: tuple[Source, ...] = (outlet_source(self.outlet),)
        if outer is not None and depth < 5:
            rest = self.chain(outer, depth + 1)
        behind, through = (
            self.source(finding, part) if (finding.head, part) in self.entities else None
            for part in ("behind", "through")
        )
        return chain_of(behind, self.source(finding), through, rest)


def _is_told(doc: Doc, finding: Finding, numbers: frozenset[int]) -> bool:
    """As in "told Gazzetta del Nord": a name that stands right behind the telling."""
    told = doc[finding.head].lemma_.lower() == "tell" and min(numbers) == finding.head + 1
    return told and doc[min(numbers)].pos_ == "PROPN"


def _parts(finding: Finding) -> tuple[tuple[str, frozenset[int]], ...]:
    return (
        ("source", finding.source),
        ("behind", finding.behind),
        ("through", finding.through),
    )


def _form(doc: Doc, finding: Finding, quoted: frozenset[int]) -> Form:
    """Direct where nine words in ten stand between quotation marks, indirect where none does."""
    words = [i for i in finding.content if not doc[i].is_punct and not doc[i].is_space]
    share = sum(i in quoted for i in words) / max(1, len(words))
    return "direct" if finding.verbatim or share > 0.9 else "mixed" if share else "indirect"
