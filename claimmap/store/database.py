"""The store: what goes in, what comes out, each call a transaction of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert as upsert

from claimmap.model import Extraction, Place, Source
from claimmap.store.figures import load_figures
from claimmap.store.loading import (
    load_claims,
    load_documents,
    load_extraction,
    load_places,
    load_rows,
    load_sources,
)
from claimmap.store.nouns import MISSING, DocumentRow, FigureRow, Missing, News, StoredClaim
from claimmap.store.opening import open_engine, trouble, writing
from claimmap.store.saving import count_change, delete_document, save_extraction
from claimmap.store.searching import Numbers, find_claims
from claimmap.store.tables import content, document, geocoded, removed

_CLAIMS_AT_ONCE = 500


class Store:
    """One database of documents, their claims and the places these name.

    Many threads may use one store, and many processes one database. Every method raises StoreError
    where the database fails.
    """

    def __init__(self, url: str) -> None:
        """Open the database at ``url`` ("sqlite:////path/to/file.db"), made if there is none."""
        self._engine, self.path = open_engine(url)
        self._writer = writing(self._engine)

    def close(self) -> None:
        """Give the database's connections back."""
        self._engine.dispose()

    def version(self) -> str:
        """A short name of the present content: another one after each change by any process."""
        with self._reading() as connection:
            identity, changes = connection.execute(select(content)).one()
        return f"{identity}-{changes}"

    def save(self, extraction: Extraction) -> bool:
        """Put a document in, in place of what was stored of it; all of it or nothing.

        Out: whether that changed anything (False: the very same was there).
        """
        return self.save_all([extraction]) > 0

    def save_all(self, extractions: Iterable[Extraction]) -> int:
        """The same for several: all of them or none. Out: how many changed anything."""
        with self._writing() as connection:
            changed = sum(save_extraction(connection, one) for one in extractions)
            if changed:
                count_change(connection)
        return changed

    def delete(self, document_id: str) -> bool:
        """Take a document out with its claims. Out: whether it was there."""
        with self._writing() as connection:
            changed = delete_document(connection, document_id)
            if changed:
                count_change(connection)
        return changed

    def documents(self, start: int = 0, most: int | None = None) -> list[DocumentRow]:
        """The documents, the latest published first, those without a date last.

        Of that list, ``most`` (None: all) from ``start``.
        """
        with self._reading() as connection:
            return load_documents(connection, None, start, most)

    def count_documents(self) -> int:
        """How many documents there are."""
        with self._reading() as connection:
            return connection.scalar(select(func.count()).select_from(document)) or 0

    def extraction(self, document_id: str) -> Extraction | None:
        """All that was found in one document, with its text; None where there is no such one."""
        with self._reading() as connection:
            return load_extraction(connection, document_id)

    def claims(self, numbers: Sequence[int]) -> dict[int, StoredClaim]:
        """The claims of these numbers, in this order; those that the store lacks are left out."""
        with self._reading() as connection:
            return load_claims(connection, numbers)

    def each_claim(self, numbers: Iterable[int]) -> Iterator[StoredClaim]:
        """The same for any number of them: read as they are asked for, never all held at once."""
        waiting = iter(numbers)
        while some := list(islice(waiting, _CLAIMS_AT_ONCE)):
            yield from self.claims(some).values()

    @contextmanager
    def news(self, since: str = "", last: int = 0) -> Iterator[News]:
        """What a reader who read version ``since`` ("": nothing), up to claim ``last``, must know.

        The state stays the same until the block ends, whatever others write meanwhile.
        """
        held, _, changes = since.rpartition("-")
        with self._reading() as connection:
            identity, now = connection.execute(select(content)).one()
            anew = held != identity
            ranges = select(removed.c.first, removed.c.last).where(
                removed.c.change > int(changes or 0)
            )
            yield News(
                version=f"{identity}-{now}",
                anew=anew,
                removed=()
                if anew
                else tuple((row.first, row.last) for row in connection.execute(ranges)),
                rows=load_rows(connection, 0 if anew else last),
            )

    def search(self, text: str) -> Numbers:
        """Numbers of the claims whose sentence holds all the words of ``text``.

        A word is found by its beginning, whatever its case and accents. No sign has a meaning of
        its own; a text without a word finds nothing.
        """
        with self._reading() as connection:
            return find_claims(connection, text)

    def sources(self, after: int = 0) -> Counter[Source]:
        """Who answers for the claims numbered above ``after``, with how many documents name them.

        With each go the other names that its documents give it.
        """
        with self._reading() as connection:
            return load_sources(connection, after)

    def figures(self, after: int = 0) -> Iterator[FigureRow]:
        """The numbers of the claims numbered above ``after``, in order, each with its root."""
        with self._reading() as connection:
            yield from load_figures(connection, after)

    def places(self, ids: Collection[int] | None = None) -> list[Place]:
        """The places of these ids (None: those that at least one claim is drawn at), by name."""
        with self._reading() as connection:
            return load_places(connection, ids)

    def remembered(self, query: str) -> str | Missing | None:
        """What a geocoding service answered, None for nothing; MISSING where it was never asked."""
        with self._reading() as connection:
            answers = connection.execute(
                select(geocoded.c.answer).where(geocoded.c.query == query)
            ).scalars()
            return next(answers, MISSING)

    def remember(self, query: str, answer: str | None) -> None:
        """Keep what a geocoding service answered; None where it found nothing."""
        row = {"query": query, "answer": answer}
        with self._writing() as connection:
            connection.execute(
                upsert(geocoded)
                .values(row)
                .on_conflict_do_update(index_elements=["query"], set_=row)
            )

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """One state of the database, whatever others write meanwhile."""
        with trouble(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """All changes, or none where an error ends it."""
        with trouble(self.path), self._writer.begin() as connection:
            yield connection
