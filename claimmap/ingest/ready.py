"""Claims that a file brings ready made, into the store: none are looked for.

A report that is stored whole is never replaced by what a file has of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from claimmap.extract.parts import moved
from claimmap.geocode.gazetteer import Gazetteer
from claimmap.ingest.extracting import IngestError
from claimmap.ingest.given_places import settle_places
from claimmap.ingest.outcomes import Outcome, Status
from claimmap.model import DRAWN_ROLES, Claim, Extraction, Interval, SourceEdit
from claimmap.reading import Ready
from claimmap.relate.sources import join_sources
from claimmap.store import Store, StoreError

_FEW = 3  # differences, which are told
_BETWEEN = "\n\n"
_SAME_IDS = "If another report has claims of these ids, change those in the column “claim”."


def take_in(name: str, ready: Ready, gazetteer: Gazetteer, store: Store) -> Outcome:
    """Save the claims of a report, unless they are stored. Out: what became of them.

    name: what the report is called in the outcome.
    """
    settled = settle_places(ready, gazetteer, store)
    given = settled.extraction
    stored = store.extraction(given.document.id)
    if stored and stored.document.whole:
        return _beside_whole(name, stored, given, "; ".join(settled.notices), store)
    try:
        same = not store.save(_together(stored, given) if stored else given)
    except StoreError as error:
        raise IngestError(f"{error} {_SAME_IDS}") from error
    notice = "; ".join((*settled.notices, *_take_grades(ready, store)))
    changed: Status = "updated" if stored else "read"
    status: Status = "unchanged" if same else changed
    return Outcome(name, status, given.document.id, len(given.claims), notice=notice)


def _take_grades(ready: Ready, store: Store) -> Iterator[str]:
    """Grade the sources that nobody here has ever graded as the file does, and say so."""
    if not ready.grades:
        return
    known = {name for edit in store.source_edits() if edit.action == "grade" for name in edit.names}
    for name, grade in ready.grades:
        if name not in known:
            store.edit_source(SourceEdit("grade", datetime.now(UTC), (name,), value=grade))
            yield f"{name} is graded {grade}, as the file has it"


def _beside_whole(
    name: str, stored: Extraction, given: Extraction, notice: str, store: Store
) -> Outcome:
    """What becomes of claims whose report is stored whole: nothing, or a word on what differs."""
    differences = list(_Comparison(stored, given, store).differences())
    document = given.document.id
    if not differences:
        return Outcome(name, "unchanged", document, len(stored.claims), notice=notice)
    some = "; ".join(differences[:_FEW])
    more = f"; and {len(differences) - _FEW} more" if len(differences) > _FEW else ""
    reason = (
        f"its report is stored whole, and that is kept as it is. The file says otherwise: {some}"
        f"{more}. To have the file's claims in its place, read them into another store."
    )
    return Outcome(name, "skipped", document, reason=reason)


@dataclass(slots=True)
class _Comparison:
    """A report's claims as they are stored, and as a file has them."""

    stored: Extraction
    given: Extraction
    store: Store
    _names: Mapping[str, str] | None = None

    def differences(self) -> Iterator[str]:
        """What the file says otherwise, in words, claim by claim."""
        known = {claim.id: claim for claim in self.stored.claims}
        for claim in self.given.claims:
            sentence = claim.sentence.of(self.given.document.text)
            own = known.get(claim.id)
            called = f"“{sentence[:40]}{'…' if len(sentence) > 40 else ''}”"
            if own is None:
                yield f"the claim {called} is not in it"
            elif words := self._differing(own, claim):
                yield f"{words} of {called}"

    def _differing(self, own: Claim, given: Claim) -> str:
        """What differs between two claims of one id, "" where nothing does."""
        sides = ((own, self.stored.document.text), (given, self.given.document.text))
        mine, theirs = (_told(claim, text) for claim, text in sides)
        found = [name for name in mine if mine[name] != theirs[name]]
        if not self._is_named(own.source.name, given.source.name):
            found.append("the source")
        return " and ".join(found)

    def _is_named(self, own: str, given: str) -> bool:
        """Whether a source of the report goes by a name, there or over all reports."""
        if own == given:
            return True
        if self._names is None:
            self._names = join_sources(self.store.sources().elements(), self.store.source_edits())
        return self._names.get(own) == given


def _told(claim: Claim, text: str) -> dict[str, object]:
    """What of a claim an export tells, without the source's name."""
    content = [span.of(text) for span in claim.content]
    return {
        "the sentence": claim.sentence.of(text),
        "the content": "".join(content).replace(_BETWEEN, ""),
        "the stance": claim.stance,
        "the event's days": _days(claim.event),
        "the statement's days": _days(claim.statement),
        "the places": {
            (one.place.id, one.role)
            for one in claim.toponyms
            if one.place and one.role in DRAWN_ROLES
        },
    }


def _days(time: Interval) -> tuple[object, ...]:
    return time.first, time.last


def _together(stored: Extraction, given: Extraction) -> Extraction:
    """What is stored of a report from other files of claims, with what this one has of it."""
    ids = {claim.id for claim in given.claims}
    kept = [claim for claim in stored.claims if claim.id not in ids]
    if not kept:
        return given
    text = stored.document.text
    starts = {claim.sentence.of(text): claim.sentence.start for claim in stored.claims}
    claims = {claim.id: claim for claim in stored.claims}
    for claim in given.claims:
        sentence = claim.sentence.of(given.document.text)
        if sentence not in starts:
            starts[sentence] = len(text) - 1 + len(_BETWEEN)
            text = text.removesuffix("\n") + _BETWEEN + sentence + "\n"
        claims[claim.id] = moved(claim, starts[sentence] - claim.sentence.start)
    listed = tuple(claims.values())
    return replace(
        given,
        document=replace(given.document, text=text, language=stored.document.language),
        attributions=tuple(dict.fromkeys(c.attribution for c in listed if c.attribution)),
        timexes=tuple(
            dict.fromkeys(t.timex for c in listed for t in (c.event, c.statement) if t.timex)
        ),
        quantities=tuple(dict.fromkeys(one for c in listed for one in c.quantities)),
        toponyms=tuple(dict.fromkeys(one for c in listed for one in c.toponyms)),
        claims=listed,
    )
