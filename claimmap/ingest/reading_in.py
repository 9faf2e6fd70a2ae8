"""Documents into the store, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimmap.ingest.extracting import Extractor
from claimmap.ingest.outcomes import Outcome, Status
from claimmap.model import ClaimMapError
from claimmap.reading import Item, language_notice
from claimmap.store import Store


def ingest(
    items: Iterable[Item], extractor: Extractor, store: Store, *, again: bool = False
) -> Iterator[Outcome]:
    """Read reports into the store, one at a time as the outcomes are asked for.

    What is stored as it was given is passed over unread, so that an ingest which was broken off
    goes on where it was; again: find its claims anew all the same, as after an update.
    """
    for item in items:
        try:
            outcome = _ingest(item, extractor, store, again)
        except ClaimMapError as error:
            outcome = Outcome(item.name, "skipped", reason=str(error))
        yield replace(outcome, progress=item.progress)


def _ingest(item: Item, extractor: Extractor, store: Store, again: bool) -> Outcome:
    document = item.document
    if document is None:
        return Outcome(item.name, "skipped", reason=item.reason)
    notice = "; ".join(filter(None, (item.notice, language_notice(document.language))))
    stored = store.document(document.id)
    if stored and stored[0] == document and not again:
        return Outcome(item.name, "unchanged", document.id, stored[1], notice=notice)
    extraction = extractor.extract(document)
    changed: Status = "updated" if stored else "read"
    status = changed if store.save(extraction) else "unchanged"
    return Outcome(item.name, status, document.id, len(extraction.claims), notice=notice)
