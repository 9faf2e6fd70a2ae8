"""The store: what goes in, what comes out, each call a transaction of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path

from sqlalchemy import func, select

from claimmap.model import Document, Extraction, Place, Source, SourceEdit
from claimmap.store.backup import read_backup, write_backup
from claimmap.store.copies import load_copies, load_copy_links
from claimmap.store.dialects import upsert
from claimmap.store.figures import load_figures
from claimmap.store.loading import (
    load_claims,
    load_document,
    load_documents,
    load_extraction,
    load_places,
    load_rows,
    load_sources,
)
from claimmap.store.nouns import (
    MISSING,
    Copy,
    DocumentRow,
    FigureRow,
    Missing,
    News,
    StoredClaim,
    StoreError,
)
from claimmap.store.opening import open_database
from claimmap.store.roles import load_roles
from claimmap.store.saving import count_change, delete_documents, save_extractions
from claimmap.store.searching import Numbers, find_claims
from claimmap.store.source_edits import load_edits, save_edit
from claimmap.store.tables import content, document, geocoded, removed

_CLAIMS_AT_ONCE = 500


class Store:
    """One database of documents, their claims and the places these name.

    Many threads may use one store, and many processes one database. Every method raises StoreError
    where the database fails.
    """

    def __init__(self, url: str) -> None:
        """Open the database at ``url``, and make its tables if there are none.

        url: "sqlite:////path/to/file.db" or "postgresql+psycopg://user:password@host/database".
        """
        self._database = open_database(url)
        self.path = self._database.path

    def close(self) -> None:
        """Give the database's connections back."""
        self._database.close()

    def version(self) -> str:
        """A short name of the present content: another one after each change by any process."""
        with self._database.reading() as connection:
            identity, changes = connection.execute(select(content)).one()
        return f"{identity}-{changes}"

    def save(self, extraction: Extraction) -> bool:
        """Put a document in, in place of what was stored of it; all of it or nothing.

        Out: whether that changed anything (False: the very same was there).
        """
        [saved] = self.save_all([extraction])
        if isinstance(saved, StoreError):
            raise saved
        return saved

    def save_all(self, extractions: Sequence[Extraction]) -> list[bool | StoreError]:
        """The same for many, in one transaction, as if each was saved after the one before it.

        Out, for each: whether that changed anything; or, as an error that is not raised, why this
        one cannot be kept, which the others then are all the same. Raises StoreError where the
        database fails, none being kept.
        """
        with self._database.writing() as connection:
            saved = save_extractions(connection, extractions)
            if any(one is True for one in saved):
                count_change(connection)
        return [one if isinstance(one, bool) else self._database.unfit(one) for one in saved]

    def delete(self, document_id: str) -> bool:
        """Take a document out with its claims. Out: whether it was there."""
        with self._database.writing() as connection:
            changed = delete_documents(connection, [document_id]) > 0
            if changed:
                count_change(connection)
        return changed

    def backup(self, target: Path) -> int:
        """Put all of it, as it is now, into one file, in place of an older backup there.

        Out: how many documents. Raises StoreError where the file may not be written.
        """
        write_backup(self._database, target)
        return self.count_documents()

    def restore(self, source: Path) -> int:
        """Put what a backup holds in place of all that is in the store, for all who use it.

        Out: how many documents. Raises StoreError, the store being as it was, where the file is no
        backup or is damaged.
        """
        read_backup(self._database, source)
        return self.count_documents()

    def documents(self, start: int = 0, most: int | None = None) -> list[DocumentRow]:
        """The documents, the latest published first, those without a date last.

        Of that list, ``most`` (None: all) from ``start``.
        """
        with self._database.reading() as connection:
            return load_documents(connection, None, start, most)

    def count_documents(self) -> int:
        """How many documents there are."""
        with self._database.reading() as connection:
            return connection.scalar(select(func.count()).select_from(document)) or 0

    def extraction(self, document_id: str) -> Extraction | None:
        """All that was found in one document, with its text; None where there is no such one."""
        with self._database.reading() as connection:
            return load_extraction(connection, document_id)

    def document(self, document_id: str) -> tuple[Document, int] | None:
        """A document and how many claims it has; None where there is no such one."""
        with self._database.reading() as connection:
            return load_document(connection, document_id)

    def copies(self, ids: Collection[str]) -> dict[str, tuple[Copy, ...]]:
        """Those documents that each of these shares most of its words with, the most alike first.

        A document that is no copy is left out.
        """
        with self._database.reading() as connection:
            return load_copies(connection, ids)

    def claims(self, numbers: Sequence[int]) -> dict[int, StoredClaim]:
        """The claims of these numbers, in this order; those that the store lacks are left out."""
        with self._database.reading() as connection:
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
        with self._database.reading() as connection:
            identity, now = connection.execute(select(content)).one()
            anew = held != identity
            ranges = select(removed.c.first, removed.c.last).where(
                removed.c.change > int(changes or 0)
            )
            # A cursor that stays open would hold SQLite to this state for as long as it lives.
            with closing(load_rows(connection, 0 if anew else last)) as rows:
                yield News(
                    version=f"{identity}-{now}",
                    anew=anew,
                    removed=()
                    if anew
                    else tuple((row.first, row.last) for row in connection.execute(ranges)),
                    rows=rows,
                    edits=load_edits(connection),
                    copies=load_copy_links(connection),
                )

    def search(self, text: str) -> Numbers:
        """Numbers of the claims whose sentence holds all the words of ``text``.

        A word is found by its beginning, whatever its case and accents. No sign has a meaning of
        its own; a text without a word finds nothing.
        """
        with self._database.reading() as connection:
            return find_claims(connection, text)

    def sources(self, after: int = 0) -> Counter[Source]:
        """Who answers for claims numbered above ``after`` or is cited: in how many documents.

        With each go the other names that its documents give it.
        """
        with self._database.reading() as connection:
            return load_sources(connection, after)

    def roles(self, numbers: Collection[int]) -> Counter[str]:
        """What the claims of these numbers call those who answer for them ("the mayor").

        The most frequent first.
        """
        with self._database.reading() as connection:
            return load_roles(connection, numbers)

    def source_edits(self) -> tuple[SourceEdit, ...]:
        """What people have said of sources, in the order in which they said it."""
        with self._database.reading() as connection:
            return load_edits(connection)

    def edit_source(self, edit: SourceEdit) -> int:
        """Add to what people have said of sources; nothing said before is lost.

        Out: the edit's number.
        """
        with self._database.writing() as connection:
            number = save_edit(connection, edit)
            count_change(connection)
        return number

    def figures(self, after: int = 0) -> Iterator[FigureRow]:
        """The numbers of the claims numbered above ``after``, in order, each with its root."""
        with self._database.reading() as connection:
            yield from load_figures(connection, after)

    def places(self, ids: Collection[int] | None = None) -> list[Place]:
        """The places of these ids (None: those that at least one claim is drawn at), by name."""
        with self._database.reading() as connection:
            return load_places(connection, ids)

    def remembered(self, query: str) -> str | Missing | None:
        """What a geocoding service answered, None for nothing; MISSING where it was never asked."""
        with self._database.reading() as connection:
            answers = connection.execute(
                select(geocoded.c.answer).where(geocoded.c.query == query)
            ).scalars()
            return next(answers, MISSING)

    def remember(self, query: str, answer: str | None) -> None:
        """Keep what a geocoding service answered; None where it found nothing."""
        row = {"query": query, "answer": answer}
        with self._database.writing() as connection:
            upsert(connection, geocoded, [row])
