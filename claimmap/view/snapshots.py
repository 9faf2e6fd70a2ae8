"""The claims at one version of the store, and the next version made from it and what is new."""

from __future__ import annotations

import gzip
import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from backports import zstd

from claimmap.model import Source, SourceEdit
from claimmap.relate.directory import Directory
from claimmap.relate.edits import grades_of
from claimmap.relate.sources import join_sources
from claimmap.store import CopyLink, Store
from claimmap.view.columns import Array, Columns, Flags, pack_columns
from claimmap.view.gathering import drop_numbers, join_columns, name_sources, read_columns

_ZSTD_LEVEL = 9
_GZIP_LEVEL = 3


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The claims at one version of the store, as the pages and the browser see them.

    columns: with each source under the name by which it goes over all reports. names: a source's
    name in its report -> that name. edits: what people have said of sources. said: see ``Reading``.
    copies: the reports that are copies of one another.
    """

    columns: Columns
    names: Mapping[str, str]
    edits: tuple[SourceEdit, ...] = ()
    said: Mapping[Source, int] = field(default_factory=dict)
    copies: tuple[CopyLink, ...] = ()

    @cached_property
    def directory(self) -> Directory:
        """What the reports and people call and think of each source."""
        return Directory(self.names, self.said, self.edits)

    @cached_property
    def digest(self) -> str:
        """Names the columns' content: equal claims have equal digests."""
        return hashlib.sha256(pack_columns(self.columns)).hexdigest()[:16]

    @cached_property
    def packed(self) -> bytes:
        """What the browser gets: ``pack_columns``, compressed with zstd (RFC 8878).

        A browser unpacks it in a quarter of the time that gzip takes it.
        """
        # A fixed level: the same claims are the same bytes on every run.
        return zstd.compress(pack_columns(self.columns), level=_ZSTD_LEVEL)

    @cached_property
    def gzipped(self) -> bytes:
        """The same compressed with gzip, for a browser that cannot unpack zstd."""
        return gzip.compress(pack_columns(self.columns), compresslevel=_GZIP_LEVEL, mtime=0)

    def match(self, numbers: Array) -> Flags:
        """Flags the claims of these numbers of the store."""
        flags = np.zeros(len(self.columns), dtype=bool)
        if len(flags):
            at = np.searchsorted(self.columns.number, numbers).clip(max=len(flags) - 1)
            flags[at[self.columns.number[at] == numbers]] = True
        return flags


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A snapshot with what it takes to make the next one.

    version: the store's. told: the columns with each source under its name in its report. said:
    who answers for the claims, see ``Store.sources``.
    """

    version: str
    told: Columns
    said: Counter[Source]
    snapshot: Snapshot


def read_snapshot(store: Store, held: Reading | None = None) -> Reading:
    """The claims as they are in the store now; of those that ``held`` has, none is read again."""
    told = held.told if held else None
    last = int(told.number[-1]) if told is not None and len(told) else 0
    with store.news(held.version if held else "", last) as news:
        if news.anew:
            told, last = None, 0
        parts = [] if told is None else [drop_numbers(told, news.removed)]
        come = read_columns(news.rows, store.places)
    told = join_columns([*parts, come])
    # What a report that is gone said of its sources cannot be told from what others say.
    said = Counter() if held is None or news.anew or news.removed else held.said
    said = said + store.sources(last if said else 0)
    names = join_sources(said, news.edits)
    columns = name_sources(told, names, grades_of(news.edits, names))
    return Reading(
        news.version, told, said, Snapshot(columns, names, news.edits, said, news.copies)
    )
