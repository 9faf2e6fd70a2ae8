"""What reports call those who answer for their claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

import msgspec
from sqlalchemy import Connection, select

from claimmap.store.dialects import among
from claimmap.store.tables import claim


class _Spoken(msgspec.Struct):
    """What is wanted of ``claim.body``: whose role it is, who is quoted or who reports."""

    attribution: _Quoting | None = None

    @property
    def role(self) -> str:
        return self.attribution.source.role if self.attribution else ""


class _Quoting(msgspec.Struct):
    source: _Speaker


class _Speaker(msgspec.Struct):
    role: str = ""


_ROLE = msgspec.json.Decoder(_Spoken)


def load_roles(connection: Connection, numbers: Collection[int]) -> Counter[str]:
    """The roles of who answers for the claims of these numbers, the most frequent first."""
    query = select(claim.c.body).where(among(claim.c.number, numbers))
    found = Counter(_ROLE.decode(row.body).role for row in connection.execute(query))
    return Counter({role: times for role, times in found.most_common() if role})
