"""What people say of sources, a history that only grows; and the sources that others cite."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; note whom the claims cite beside those who answer for them."""
    op.create_table(
        "source_edit",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("names", sa.LargeBinary, nullable=False),
        sa.Column("others", sa.LargeBinary, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("of", sa.Integer),
    )
    if op.get_bind().dialect.name == "sqlite":  # no other kind of store is as old
        op.execute(
            "INSERT OR IGNORE INTO source (document, name, kind, aliases)"
            " SELECT DISTINCT claim.document, json_extract(link.value, '$.name'),"
            " json_extract(link.value, '$.kind'), CAST('[]' AS BLOB)"
            " FROM claim, json_each(CAST(claim.body AS TEXT), '$.chain') AS link"
            " WHERE link.key < json_array_length(CAST(claim.body AS TEXT), '$.chain') - 1"
        )
