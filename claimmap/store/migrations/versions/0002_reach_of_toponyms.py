"""The text's words that say how far around a place its scene may lie."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; of what was read before, the words are not known."""
    op.add_column("toponym", sa.Column("reach", sa.Text, nullable=False, server_default=""))
