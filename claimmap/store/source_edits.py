"""What people have said of sources <-> rows that are only ever added."""

from __future__ import annotations

from datetime import datetime
from typing import cast

import msgspec
from sqlalchemy import Connection, insert, select

from claimmap.model import EditAction, SourceEdit
from claimmap.store.saving import next_number
from claimmap.store.tables import source_edit

_NAMES = msgspec.json.Decoder(tuple[str, ...])


def save_edit(connection: Connection, edit: SourceEdit) -> int:
    """Put an edit at the end of the history. Out: its number."""
    number = next_number(connection, source_edit.c.number)
    row = {
        "number": number,
        "at": edit.at.isoformat(timespec="seconds"),
        "action": edit.action,
        "names": msgspec.json.encode(edit.names),
        "others": msgspec.json.encode(edit.others),
        "value": edit.value,
        "of": edit.of,
    }
    connection.execute(insert(source_edit), row)
    return number


def load_edits(connection: Connection) -> tuple[SourceEdit, ...]:
    """The whole history, in the order in which it was kept."""
    return tuple(
        SourceEdit(
            action=cast(EditAction, row.action),
            at=datetime.fromisoformat(row.at),
            names=_NAMES.decode(row.names),
            others=_NAMES.decode(row.others),
            value=row.value,
            of=row.of,
            number=row.number,
        )
        for row in connection.execute(select(source_edit).order_by(source_edit.c.number))
    )
