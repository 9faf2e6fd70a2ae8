"""The witness behind each claim, as codes in arrays: ``relate.roots`` for all claims at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from claimmap.model import Copied, Place, Source
from claimmap.relate.copies import find_copying
from claimmap.relate.roots import witness_key
from claimmap.store import CopyLink
from claimmap.view.columns import Array, Columns

_SOMEWHERE = (Place(0, "x", "XX", "city", 0.0, 0.0),)


def find_copied(
    documents: dict[str, int],
    roots: dict[Source, int],
    by_claim: Mapping[str, Array],
    columns: Columns,
    names: Mapping[str, str],
    copies: Iterable[CopyLink],
) -> dict[int, Copied]:
    """What the claims of copies are copied from, by position in ``columns``.

    by_claim: of each claim the codes of its document, teller and root (``documents``, ``roots``)
    and its steps. Those that are copied get there whom the report that they copy has them from.
    names: a source's name in its report -> its name over all reports.
    """
    found: dict[int, Copied] = {}
    copying = find_copying(copies)
    codes = {documents[one]: copy for one, copy in copying.items() if one in documents}
    listed = tuple(roots)
    for claim in np.flatnonzero(np.isin(by_claim["document"], list(codes))).tolist():
        document = int(by_claim["document"][claim])
        copy = codes[document]
        if int(columns.number[claim]) in copy.own:
            continue
        first = replace(copy.first, outlet=names.get(copy.first.outlet, copy.first.outlet))
        found[claim] = first
        if by_claim["teller"][claim] == document:
            by_claim["teller"][claim] = documents.setdefault(first.document, len(documents))
        if by_claim["steps"][claim] == 1:
            root = replace(listed[by_claim["root"][claim]], name=first.outlet)
            by_claim["root"][claim] = roots.setdefault(root, len(roots))
    return found


def find_witnesses(
    roots: Sequence[Source],
    raw: Array,
    tellers: Sequence[str],
    teller: Array,
    columns: Columns,
    names: Mapping[str, str],
) -> Array:
    """A code of each claim's witness: as many codes, as many witnesses.

    raw, teller: of each claim the position of its root and of who tells of it in ``roots`` and
    ``tellers``. names: a source's name in its report -> its name over all reports. Only claims
    whose root no name tells are looked at one by one.
    """
    named = [replace(root, name=names.get(root.name, root.name)) for root in roots]
    probe = [witness_key(root, "", ()) for root in named]
    alone = np.array(
        [
            key.endswith("\n") or key != witness_key(root, "", _SOMEWHERE)
            for key, root in zip(probe, named, strict=True)
        ]
        or [False]
    )
    codes: dict[str, int] = {}
    table = np.array([codes.setdefault(key, len(codes)) for key in probe] or [0])
    found = table[raw]
    for claim in np.flatnonzero(alone[raw]).tolist():
        start = int(columns.link_start[claim])
        links = columns.link_place[start : start + int(columns.links[claim])]
        places = [columns.places[code] for code in links.tolist()]
        key = witness_key(named[raw[claim]], tellers[teller[claim]], places)
        found[claim] = codes.setdefault(key, len(codes))
    return found
