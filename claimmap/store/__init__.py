"""Documents and their claims <-> one SQL database (SQLite, through SQLAlchemy; schema by Alembic).

A document's rows are replaced in one transaction, so a process killed in the middle leaves the
store as it was. Nouns go in and nouns come out; no caller sees SQL.
"""

from claimmap.store.database import Store
from claimmap.store.nouns import (
    DEFAULT_URL,
    MISSING,
    ClaimRow,
    Copy,
    CopyLink,
    DocumentRow,
    FigureRow,
    Missing,
    News,
    StoredClaim,
    StoreError,
)

__all__ = [
    "DEFAULT_URL",
    "MISSING",
    "ClaimRow",
    "Copy",
    "CopyLink",
    "DocumentRow",
    "FigureRow",
    "Missing",
    "News",
    "Store",
    "StoreError",
    "StoredClaim",
]
