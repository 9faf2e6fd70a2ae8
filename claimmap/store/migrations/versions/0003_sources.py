"""The sources of each document with the names it gives them, so that they can be joined."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; of what was read before, the other names are not known."""
    op.create_table(
        "source",
        sa.Column(
            "document",
            sa.Text,
            sa.ForeignKey("document.id", ondelete="CASCADE", name="fk_source_document"),
            primary_key=True,
        ),
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("aliases", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO source (document, name, kind, aliases)"
        " SELECT DISTINCT document, source, source_kind, CAST('[]' AS BLOB) FROM claim"
    )
