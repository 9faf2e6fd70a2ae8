"""The sources of each document with the names it gives them, so that they can be joined."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; of what was read before, the other names are not known."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    # PostgreSQL's indices hold 2,700 bytes a row, and a name may be longer.
    key = not postgresql
    op.create_table(
        "source",
        sa.Column(
            "document",
            sa.Text,
            sa.ForeignKey("document.id", ondelete="CASCADE", name="fk_source_document"),
            primary_key=key,
            nullable=False,
            index=postgresql,
        ),
        sa.Column("name", sa.Text, primary_key=key, nullable=False),
        sa.Column("kind", sa.Text, primary_key=key, nullable=False),
        sa.Column("aliases", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    rows = "INSERT INTO source (document, name, kind, aliases)"
    rows += " SELECT DISTINCT document, source, source_kind, CAST('[]' AS BLOB) FROM claim"
    op.execute(rows.replace("BLOB", "BYTEA") if postgresql else rows)
