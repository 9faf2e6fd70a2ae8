"""What is a server's own: what it is asked by, whom it refuses, what it is told when it is gone."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from claimmap.model import Source
from claimmap.store import Store, StoreError, opening, tables
from claimmap.store.saving import save_extractions
from claimmap.store.words import TOKENIZER, split_words
from tests.postgresql import Server
from tests.store.conftest import make_extraction

MIGRATIONS = Path(opening.__file__).parent / "migrations" / "versions"
ONLY_THERE = ("claim_words", "ix_claim_words", "ix_source_document")


@pytest.fixture
def kind() -> str:
    return "postgresql"


@pytest.fixture
def empty(postgresql: Server) -> Iterator[str]:
    with postgresql.database(empty=True) as url:
        yield url


def test_the_migrations_lead_to_the_tables(url: str) -> None:
    with opening.open_database(url).reading() as connection:
        options = {"include_object": lambda _, name, *__: not str(name).startswith(ONLY_THERE)}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, tables.metadata) == []


def test_those_who_open_a_new_database_at_once_do_no_harm(empty: str) -> None:
    versions: list[str] = []
    threads = [Thread(target=lambda: versions.append(Store(empty).version())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(versions) == 4
    assert len(set(versions)) == 1


def test_a_database_of_another_program_is_refused_and_left_alone(
    empty: str, postgresql: Server
) -> None:
    name = empty.rpartition("/")[2]
    postgresql.run(name, "CREATE TABLE document (x INTEGER)")
    with pytest.raises(StoreError, match="another program"):
        Store(empty)
    found = postgresql.run(name, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    assert found == [("document",)]


def test_a_database_of_a_newer_program_is_refused(url: str, postgresql: Server) -> None:
    postgresql.run(url.rpartition("/")[2], "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="newer Claim Map"):
        Store(url)


def test_a_database_that_lacks_most_scripts_is_refused(postgresql: Server) -> None:
    options = "ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0"
    postgresql.run("postgres", f"CREATE DATABASE narrow {options}")
    with pytest.raises(StoreError, match="LATIN1"):
        Store(postgresql.url("narrow"))


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("postgresql+psycopg://me:s3cret@127.0.0.1:1/claims", "cannot be reached.*refused"),
        ("postgresql://me:s3cret@127.0.0.1/claims?port=1", "cannot be reached.*refused"),
        ("postgresql://me:s3cret@127.0.0.1", "names no database"),
        ("postgresql://me:s3cret@[::1/claims", "no address"),
    ],
)
def test_an_address_where_nothing_is_told_of_without_its_password(url: str, words: str) -> None:
    with pytest.raises(StoreError, match=words) as told:
        Store(url)
    assert "s3cret" not in str(told.value)


def test_a_database_that_is_not_there_is_told_of(postgresql: Server) -> None:
    with pytest.raises(StoreError, match="does not exist"):
        Store(postgresql.url("nowhere"))


def test_a_writer_whose_connection_breaks_leaves_the_store_as_before(
    store: Store, url: str, postgresql: Server
) -> None:
    store.save(make_extraction())
    version = store.version()
    database = opening.open_database(url)
    kill = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'"

    def broken() -> None:
        with database.writing() as connection:
            save_extractions(connection, [make_extraction("two")])
            postgresql.run("postgres", kill.format(url.rpartition("/")[2]))

    with pytest.raises(StoreError, match="Try again"):
        broken()
    # The next question goes over a new connection.
    assert store.version() == version
    assert [row.id for row in store.documents()] == ["one"]
    assert store.save(make_extraction("two")) is True


def test_a_writer_waits_for_another_no_longer_than_is_said(
    store: Store, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimmap.store.postgresql.PATIENCE_SECONDS", 0.2)
    hasty = Store(url)
    with opening.open_database(url).writing():
        with pytest.raises(StoreError, match="being written by another"):
            hasty.save(make_extraction())
        assert hasty.documents() == []
    assert hasty.save(make_extraction()) is True


def test_names_are_ordered_alike_whatever_the_servers_language(postgresql: Server) -> None:
    options = "LOCALE_PROVIDER icu ICU_LOCALE 'en-US' TEMPLATE template0"
    postgresql.run("postgres", f"CREATE DATABASE english {options}")
    store = Store(postgresql.url("english"))
    for title in ("zebra", "Yak", "ant", "Äsop"):
        report = make_extraction(title)
        store.save(replace(report, document=replace(report.document, title=title)))
    assert [row.title for row in store.documents()] == ["Yak", "ant", "zebra", "Äsop"]
    store.close()


def test_text_is_cut_into_the_words_that_the_other_database_sees() -> None:
    chance = random.Random(3)
    signs = [*range(1, 0x250), 0x31A, 0x378, 0x1F600, 0x2028, *range(0x300, 0x520)]
    signs += chance.sample(range(0x520, 0xD800), 500) + chance.sample(range(0xE000, 0x110000), 300)
    texts = [
        "".join(map(chr, chance.choices(signs, k=chance.randint(1, 14)))) for _ in range(4_000)
    ]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"CREATE VIRTUAL TABLE held USING fts5(said, tokenize='{TOKENIZER}')")
        connection.execute("CREATE VIRTUAL TABLE found USING fts5vocab(held, 'instance')")
        connection.executemany("INSERT INTO held (rowid, said) VALUES (?, ?)", enumerate(texts))
        words: dict[int, list[str]] = {}
        for row, word in connection.execute("SELECT doc, term FROM found ORDER BY doc, offset"):
            words.setdefault(row, []).append(word)
    assert [split_words(text) for text in texts] == [words.get(n, []) for n in range(len(texts))]
    migration = (MIGRATIONS / "0001_documents_and_claims.py").read_text()
    assert f"tokenize='{TOKENIZER}'" in migration


def test_sentences_and_names_of_any_length_are_kept(store: Store) -> None:
    chance = random.Random(5)
    letters = "".join(chr(chance.randrange(0x4E00, 0x9FFF)) for _ in range(5_000))
    long = " ".join([*(f"w{number}" for number in range(60_000)), letters, "-".join("ab" * 20_000)])
    report = make_extraction(sentences=(long, "It rained."), toponyms=())
    assert report.claims[0].attribution is not None
    said = replace(report.claims[0].attribution, source=Source(letters, "person"))
    claims = (replace(report.claims[0], attribution=said), report.claims[1])
    store.save(replace(report, claims=claims))
    assert store.claims([1])[1].sentence == long
    assert letters in {one.name for one in store.sources()}
    assert store.search("w1 w300").tolist() == [1]
    assert store.search("-".join("ab" * 20_000)).tolist() == []
    store.save(make_extraction("two", sentences=(f"{letters} said so.", "It rained.")))
    assert store.search(letters).tolist() == [3]
