"""Documents into the store: many may be looked at at once, and what is found is saved by turns."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from time import monotonic
from typing import NamedTuple

from claimmap.geocode.gazetteer import Gazetteer
from claimmap.ingest.extracting import Extractor
from claimmap.ingest.finding import Finder, Found
from claimmap.ingest.outcomes import Outcome, Status, mark_copies
from claimmap.ingest.ready import take_in
from claimmap.ingest.workers import ALONE, Workers, open_finder
from claimmap.model import ClaimMapError
from claimmap.reading import Item, Ready, language_notice
from claimmap.store import Store, StoreError

# What is found is saved so often, or as soon as there is so much of it: many reports cost one
# transaction, and whoever watches does not notice. Where a disk or server is slow, it is saved less
# often, so that most of the time goes into finding.
_OFTEN = 0.5  # seconds
_SELDOM = 3.0
_APART = 10  # times what saving took
_MANY = 200


def ingest(
    items: Iterable[Item],
    extractor: Extractor,
    store: Store,
    *,
    again: bool = False,
    workers: Workers = ALONE,
) -> Generator[Outcome, None, None]:
    """Read reports into the store as the outcomes are asked for, told in the order they end in.

    What is stored as it was given is passed over unread, so that an ingest which was broken off
    goes on where it was; again: find its claims anew all the same, as after an update. workers: who
    looks for the claims. Closing the iterator ends them; what is told by then is stored. Raises
    FinderError where nobody is left to look.
    """
    with closing(open_finder(extractor, workers)) as finder:
        yield from _Import(finder, store, extractor.gazetteer, again).run(items)


class _UnderWay(NamedTuple):
    """A report between its being read and its being stored.

    before: how much of all reports was behind when it was read, from 0 to 1.
    """

    name: str
    notice: str
    known: bool
    before: float


class _Import:
    """One ingest. No two reports that are the same document are under way at once."""

    def __init__(self, finder: Finder, store: Store, gazetteer: Gazetteer, again: bool) -> None:
        self._finder = finder
        self._store = store
        self._gazetteer = gazetteer
        self._again = again
        self._under_way: dict[str, _UnderWay] = {}  # by the document's id, in the order given
        self._ended: list[Found | Outcome] = []  # what is to be saved and told, in its order
        self._saved = 0.0
        self._pause = _OFTEN
        self._reached = 0.0

    def run(self, items: Iterable[Item]) -> Iterator[Outcome]:
        """All outcomes."""
        for item in items:
            document = item.ready.extraction.document if item.ready else item.document
            while self._finder.full or (document and document.id in self._under_way):
                yield from self._wait()
            before, self._reached = self._reached, item.progress
            self._begin(item, before)
            self._ended += self._finder.take(wait=False)
            if self._is_time():
                yield from self._tell()
        while self._under_way:
            yield from self._wait()

    def _begin(self, item: Item, before: float) -> None:
        """Have a report looked at, unless there is nothing to look for in it."""
        document = item.document
        if item.ready:
            outcome = self._take_in(item.name, item.ready)
            self._ended.append(replace(outcome, notice=_join(item.notice, outcome.notice)))
            return
        if document is None:
            self._ended.append(Outcome(item.name, "skipped", reason=item.reason))
            return
        notice = _join(item.notice, language_notice(document.language))
        try:
            stored = self._store.document(document.id)
        except StoreError as error:
            self._ended.append(Outcome(item.name, "skipped", reason=str(error)))
            return
        if stored and stored[0] == document and not self._again:
            same = Outcome(item.name, "unchanged", document.id, stored[1], notice=notice)
            self._ended.append(same)
            return
        self._under_way[document.id] = _UnderWay(item.name, notice, stored is not None, before)
        self._finder.give(document)

    def _take_in(self, name: str, ready: Ready) -> Outcome:
        """Save claims that nobody has to look for."""
        try:
            return take_in(name, ready, self._gazetteer, self._store)
        except ClaimMapError as error:
            return Outcome(name, "skipped", reason=str(error))

    def _wait(self) -> Iterator[Outcome]:
        """Wait until something more is found, and tell what there is where it is time to."""
        self._ended += self._finder.take(wait=True)
        if self._is_time() or self._unsaved() == len(self._under_way):
            yield from self._tell()

    def _is_time(self) -> bool:
        late = monotonic() - self._saved >= self._pause
        return late or len(self._ended) >= _MANY or not self._unsaved()

    def _unsaved(self) -> int:
        return sum(isinstance(one, Found) for one in self._ended)

    def _tell(self) -> Iterator[Outcome]:
        """Save what was found, all of it in one transaction, and tell what has ended."""
        ended, self._ended = self._ended, []
        saved = self._save([one for one in ended if isinstance(one, Found)])
        for one in ended:
            outcome = next(saved) if isinstance(one, Found) else one
            first = next(iter(self._under_way.values()), None)
            # All is behind up to the first report that is still under way.
            yield replace(outcome, progress=first.before if first else self._reached)

    def _save(self, found: Sequence[Found]) -> Iterator[Outcome]:
        """Save what was found in some reports. Out: what became of each."""
        extractions = [one.extraction for one in found if one.extraction]
        if extractions:
            began = monotonic()
            try:
                saved: list[bool | StoreError] = self._store.save_all(extractions)
            except StoreError as error:
                saved = [error] * len(extractions)
            self._saved = monotonic()
            self._pause = max(_OFTEN, min(_SELDOM, _APART * (self._saved - began)))
        kept = iter(saved if extractions else [])
        outcomes = [
            _outcome(one, self._under_way[one.document.id], bool(one.extraction) and next(kept))
            for one in found
        ]
        for one, outcome in zip(found, self._mark(outcomes), strict=True):
            del self._under_way[one.document.id]
            yield outcome

    def _mark(self, outcomes: Sequence[Outcome]) -> Sequence[Outcome]:
        """The same with those of copies marked as such."""
        new = [one.document for one in outcomes if one.status == "read"]
        try:
            copies = self._store.copies(new) if new else {}
        except StoreError:  # they are stored all the same, and their pages tell
            copies = {}
        return mark_copies(outcomes, copies)


def _outcome(found: Found, report: _UnderWay, saved: bool | StoreError) -> Outcome:
    """What became of a report that was looked at."""
    if found.extraction is None:
        return Outcome(report.name, "skipped", reason=found.trouble)
    if isinstance(saved, StoreError):
        return Outcome(report.name, "skipped", reason=str(saved))
    changed: Status = "updated" if report.known else "read"
    return Outcome(
        report.name,
        changed if saved else "unchanged",
        found.document.id,
        len(found.extraction.claims),
        notice=_join(report.notice, found.notice),
    )


def _join(*notices: str) -> str:
    return "; ".join(filter(None, notices))
