"""Which claims were taken out, and when: a reader that holds the others need not read them anew."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; who has read what was removed before has ended by now."""
    number = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
    op.create_table(
        "removed",
        sa.Column("change", number, primary_key=True, autoincrement=False),
        sa.Column("first", number, primary_key=True, autoincrement=False),
        sa.Column("last", number, nullable=False),
        sqlite_with_rowid=False,
    )
