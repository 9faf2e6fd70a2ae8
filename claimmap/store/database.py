"""The store: what goes in, what comes out, each call a transaction of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as upsert

from claimmap.model import Extraction, Place, Source
from claimmap.store.loading import (
    CLAIM_ROWS,
    load_claims,
    load_documents,
    load_extraction,
    load_places,
    load_sources,
)
from claimmap.store.nouns import MISSING, ClaimRow, DocumentRow, Missing, StoredClaim
from claimmap.store.opening import open_engine, trouble, writing
from claimmap.store.saving import count_change, delete_document, save_extraction
from claimmap.store.searching import find_claims
from claimmap.store.tables import content, geocoded

_ROWS_AT_ONCE = 10_000
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
        with self._writing() as connection:
            changed = save_extraction(connection, extraction)
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

    def documents(self) -> list[DocumentRow]:
        """All documents, the latest published first, those without a date last."""
        with self._reading() as connection:
            return load_documents(connection)

    def extraction(self, document_id: str) -> Extraction | None:
        """All that was found in one document, with its text; None where there is no such one."""
        with self._reading() as connection:
            return load_extraction(connection, document_id)

    def claims(self, ids: Sequence[str]) -> list[StoredClaim]:
        """The claims of these ids, in this order; ids that the store lacks are left out."""
        with self._reading() as connection:
            return load_claims(connection, ids)

    def each_claim(self, ids: Iterable[str]) -> Iterator[StoredClaim]:
        """The same for any number of ids: read as they are asked for, never all held at once."""
        waiting = iter(ids)
        while some := list(islice(waiting, _CLAIMS_AT_ONCE)):
            yield from self.claims(some)

    def rows(self) -> Iterator[ClaimRow]:
        """A row for each claim, drawn place and role, in the order in which they were stored."""
        with self._reading() as connection:
            result = connection.execution_options(yield_per=_ROWS_AT_ONCE).execute(CLAIM_ROWS)
            for some in result.partitions():
                yield from map(ClaimRow._make, some)

    def search(self, text: str) -> frozenset[str]:
        """Ids of the claims whose sentence holds all the words of ``text``.

        A word is found by its beginning, whatever its case and accents. No sign has a meaning of
        its own; a text without a word finds nothing.
        """
        with self._reading() as connection:
            return find_claims(connection, text)

    def sources(self) -> list[Source]:
        """Who answers for the claims, once for each document, with the aliases it gives them."""
        with self._reading() as connection:
            return load_sources(connection)

    def places(self) -> list[Place]:
        """The places that at least one claim is drawn at, by name."""
        with self._reading() as connection:
            return load_places(connection)

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
