"""Reports that are stored already, to be searched for claims again, as after an update."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from claimmap.reading import Item
from claimmap.store import Store

_PAGE = 1000
_POOR = (
    "it came as claims of a file, and of its text no more is here than their sentences. Read the"
    " report itself."
)


def stored_items(store: Store, ids: Sequence[str] | None = None) -> Generator[Item, None, None]:
    """The reports of these ids (None: all there are now), as ``ingest`` takes them, ``again``.

    One that is gone meanwhile is left out. Raises StoreError.
    """
    wanted = _all_ids(store) if ids is None else list(ids)
    for number, id_ in enumerate(wanted, start=1):
        stored = store.document(id_)
        if stored is None:
            continue
        document, progress = stored[0], number / len(wanted)
        name = document.title or document.id
        if document.whole:
            yield Item(name, document, progress=progress)
        else:
            yield Item(name, reason=_POOR, progress=progress)


def _all_ids(store: Store) -> list[str]:
    found: list[str] = []
    while page := store.documents(len(found), _PAGE):
        found += [row.id for row in page]
    return found
