"""What texts are found again by, and which reports are copies of one another.

The documents that are there get theirs right after the migrations, by ``copies.fill_copies``.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "signature",
        _document("signature"),
        sa.Column("runs", sa.Integer, nullable=False),
        sa.Column("lowest", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "copy_band",
        sa.Column("value", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("document", sa.Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "copy",
        _document("copy"),
        _document("copy", "of", index=True),
        sa.Column("share", sa.Float, nullable=False),
        sa.Column("reverse", sa.Float, nullable=False),
        sa.Column("own", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )


def _document(table: str, name: str = "document", *, index: bool = False) -> sa.Column[str]:
    return sa.Column(
        name,
        sa.Text,
        sa.ForeignKey("document.id", ondelete="CASCADE", name=f"fk_{table}_{name}"),
        primary_key=True,
        index=index,
    )
