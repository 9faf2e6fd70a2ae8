"""Documents, their claims and toponyms, the places named, and what a geocoder answered."""

import secrets
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_APPLICATION_ID = 0x436C4D70
_MARK = "Claim Map"
# What counts claims, and may outgrow PostgreSQL's four bytes; all of SQLite's are eight.
_NUMBER = sa.Integer().with_variant(sa.BigInteger(), "postgresql")


def upgrade() -> None:
    """Make the tables of an empty database, and mark it as ours."""
    _documents()
    _places()
    _claims()
    _where_claims_are()
    if op.get_bind().dialect.name == "postgresql":
        _words_postgresql()
    else:
        _words_sqlite()
        op.execute(f"PRAGMA application_id = {_APPLICATION_ID}")


def _documents() -> None:
    content = op.create_table(
        "content",
        sa.Column("identity", sa.Text, primary_key=True),
        sa.Column("changes", _NUMBER, nullable=False),
        comment=_MARK,
    )
    op.bulk_insert(content, [{"identity": secrets.token_hex(4), "changes": 0}])
    op.create_table(
        "document",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("outlet", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("published", sa.Date),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("provenance", sa.LargeBinary, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "geocoded",
        sa.Column("query", sa.Text, primary_key=True),
        sa.Column("answer", sa.Text),
    )


def _places() -> None:
    op.create_table(
        "place",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("country", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("latitude", sa.Double, nullable=False),
        sa.Column("longitude", sa.Double, nullable=False),
        sa.Column("population", _NUMBER, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("radius_km", sa.Double, nullable=False),
    )
    op.create_table(
        "toponym",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=False),
        _key("document", sa.Text, "document.id", index=True, nullable=False),
        sa.Column("position", sa.Integer),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, sa.ForeignKey("place.id")),
        sa.Column("confidence", sa.Double, nullable=False),
        sa.Column("precision", sa.Integer),
        sa.Column("radius_km", sa.Double, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("candidates", sa.LargeBinary, nullable=False),
    )


def _claims() -> None:
    op.create_table(
        "claim",
        sa.Column("number", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        _key("document", sa.Text, "document.id", index=True, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("source_kind", sa.Text, nullable=False),
        sa.Column("stance", sa.Text, nullable=False),
        sa.Column("event_first", sa.Date),
        sa.Column("event_last", sa.Date),
        sa.Column("statement_first", sa.Date),
        sa.Column("statement_last", sa.Date),
        sa.Column("sentence", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )


def _where_claims_are() -> None:
    op.create_table(
        "claim_toponym",
        _key("claim", _NUMBER, "claim.number", primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        _key("toponym", _NUMBER, "toponym.number", index=True, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "claim_place",
        _key("claim", _NUMBER, "claim.number", primary_key=True),
        sa.Column("place", sa.Integer, sa.ForeignKey("place.id"), primary_key=True, index=True),
        sa.Column("role", sa.Text, primary_key=True),
        sa.Column("confidence", sa.Double, nullable=False),
        sa.Column("radius_km", sa.Double, nullable=False),
        sqlite_with_rowid=False,
    )


def _words_sqlite() -> None:
    """An index of the sentences' words (https://sqlite.org/fts5.html), kept by triggers.

    It holds no text of its own but reads the claim table's ("external content").
    """
    op.execute(
        "CREATE VIRTUAL TABLE claim_words USING fts5(sentence, content='claim',"
        " content_rowid='number', tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
    add = "INSERT INTO claim_words(rowid, sentence) VALUES (new.number, new.sentence);"
    drop = (
        "INSERT INTO claim_words(claim_words, rowid, sentence)"
        " VALUES ('delete', old.number, old.sentence);"
    )
    for event, work in (
        ("INSERT", add),
        ("DELETE", drop),
        ("UPDATE OF number, sentence", drop + add),
    ):
        name = f"claim_words_{event.partition(' ')[0].lower()}"
        op.execute(f"CREATE TRIGGER {name} AFTER {event} ON claim BEGIN {work} END")


def _words_postgresql() -> None:
    """The words of each sentence, which the program itself cuts as SQLite's index would."""
    op.create_table(
        "claim_words",
        _key("claim", _NUMBER, "claim.number", primary_key=True, autoincrement=False),
        sa.Column("words", TSVECTOR, nullable=False),
    )
    op.create_index("ix_claim_words_words", "claim_words", ["words"], postgresql_using="gin")


def _key(name: str, kind: Any, target: str, **options: Any) -> sa.Column[Any]:
    """A column that points to a row which takes this one with it when it goes."""
    return sa.Column(name, kind, sa.ForeignKey(target, ondelete="CASCADE"), **options)
