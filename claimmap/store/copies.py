"""Documents of much the same words: found when they come, linked to each other.

What is compared are signatures, and only those that share bands, which an index finds. A story
that thousands of papers print would still make each look at all before it, so a band keeps the
first few documents alone, and a document is linked to the few that are most like it: by these all
of them hang together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

import msgspec
from sqlalchemy import Connection, delete, insert, select

from claimmap.store.dialects import among
from claimmap.store.nouns import Copy, CopyLink
from claimmap.store.signatures import (
    Signature,
    bands,
    estimate,
    find_own,
    pack,
    shares,
    sign,
    split_words,
    unpack,
)
from claimmap.store.tables import claim, copy, copy_band, document, signature

NEAR = 0.88
"""From this share of the shorter one's runs of words on, two documents are copies of one another.

Where both are of one length, that is 0.8 of all runs that either has (Jaccard).
"""

MOST = 5
"""To how many others a document is linked when it comes."""

IN_A_BAND = 20
"""How many documents a band keeps, the first to come."""

_LOOKED_AT = 20
LIKELY = 0.75
"""From this share on by their signatures, which are right to 0.06, their texts are compared."""
_DOCUMENTS_AT_ONCE = 500
_NONE = b"[]"
_OWN = msgspec.json.Decoder(tuple[int, ...])

_Pair = tuple[str, str]


def link_copies(connection: Connection, texts: Mapping[str, str]) -> None:
    """Link documents that were just saved to those that they are copies of, these among them.

    texts: by the document's id; their claims are saved by now.
    """
    signed = {id_: value for id_, text in texts.items() if (value := sign(text)) is not None}
    if signed:
        rows = [
            {"document": id_, "runs": value.runs, "lowest": pack(value)}
            for id_, value in signed.items()
        ]
        connection.execute(insert(signature), rows)
        _link(connection, signed)


def forget_copies(connection: Connection, ids: Collection[str]) -> list[str]:
    """Take documents out of the bands before they are deleted; out: whom they were linked to."""
    gone = _signatures(connection, ids)
    if not gone:
        return []
    values = {value for one in gone.values() for value in bands(one)}
    connection.execute(
        delete(copy_band).where(among(copy_band.c.value, values), among(copy_band.c.document, ids))
    )
    others = select(copy.c.document).where(among(copy.c.of, ids)).distinct()
    return [id_ for id_ in connection.scalars(others) if id_ not in gone]


def link_again(connection: Connection, ids: Collection[str]) -> None:
    """Look anew for copies of those documents that are linked to none by now."""
    if ids:
        linked = set(connection.scalars(select(copy.c.document).where(among(copy.c.document, ids))))
        _link(connection, _signatures(connection, set(ids) - linked))


def fill_copies(connection: Connection) -> None:
    """The same for all documents of a store that was made before signatures were."""
    known = select(signature.c.document)
    old = connection.scalars(
        select(document.c.id).where(document.c.id.not_in(known)).order_by(document.c.id)
    ).all()
    for start in range(0, len(old), _DOCUMENTS_AT_ONCE):
        link_copies(connection, _texts(connection, old[start : start + _DOCUMENTS_AT_ONCE]))


def load_copies(connection: Connection, ids: Collection[str]) -> dict[str, tuple[Copy, ...]]:
    """The documents that each of these is linked to, the most alike first; none for no such one."""
    found: defaultdict[str, list[Copy]] = defaultdict(list)
    rows = connection.execute(
        select(copy, document.c.title, document.c.outlet)
        .join(document, document.c.id == copy.c.of)
        .where(among(copy.c.document, ids))
        .order_by(copy.c.share.desc(), copy.c.reverse.desc(), copy.c.of)
    )
    for row in rows:
        found[row.document].append(Copy(row.of, row.title, row.outlet, row.share, row.reverse))
    return {id_: tuple(some) for id_, some in found.items()}


def load_copy_links(connection: Connection) -> tuple[CopyLink, ...]:
    """All links, in order."""
    heads = {
        id_: (outlet, published)
        for id_, outlet, published in connection.execute(
            select(document.c.id, document.c.outlet, document.c.published).where(
                document.c.id.in_(select(copy.c.document))
            )
        )
    }
    rows = connection.execute(
        select(copy.c.document, copy.c.of, copy.c.own).order_by(copy.c.document, copy.c.of)
    )
    return tuple(CopyLink(one, *heads[one], of, _own(own)) for one, of, own in rows)


def _own(kept: bytes) -> tuple[int, ...]:
    return () if kept == _NONE else _OWN.decode(kept)


def _link(connection: Connection, signed: Mapping[str, Signature]) -> None:
    """Put documents into their bands and link each to its copies."""
    if not signed:
        return
    candidates = _enter(connection, {id_: bands(value) for id_, value in signed.items()})
    asked = {id_ for some in candidates.values() for id_ in some} - set(signed)
    known = _signatures(connection, asked) | dict(signed)
    likely: dict[_Pair, None] = {}
    for id_, others in candidates.items():
        near = ((estimate(known[id_], known[one]), one) for one in others if one in known)
        nearest = sorted((-like, one) for like, one in near if like >= LIKELY)
        likely |= {(min(id_, one), max(id_, one)): None for _, one in nearest[:MOST]}
    if likely:
        rows = list(_rows(connection, likely))
        if rows:
            connection.execute(insert(copy), rows)


def _enter(connection: Connection, wanted: Mapping[str, list[int]]) -> dict[str, list[str]]:
    """Put documents into their bands; out: for each those before it with which it shares most."""
    values = {value for some in wanted.values() for value in some}
    held: defaultdict[int, dict[str, None]] = defaultdict(dict)
    rows = connection.execute(select(copy_band).where(among(copy_band.c.value, values)))
    for value, id_ in sorted(tuple(row) for row in rows):
        held[value][id_] = None
    found: dict[str, list[str]] = {}
    new: list[dict[str, int | str]] = []
    for id_, own in wanted.items():
        shared = Counter(one for value in own for one in held[value])
        del shared[id_]
        ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
        found[id_] = [one for one, _ in ranked[:_LOOKED_AT]]
        for value in own:
            if id_ not in held[value] and len(held[value]) < IN_A_BAND:
                held[value][id_] = None
                new.append({"value": value, "document": id_})
    if new:
        # In the order in which the table keeps them, so that neighbours are written together.
        connection.execute(insert(copy_band), sorted(new, key=itemgetter("value")))
    return found


def _rows(
    connection: Connection, likely: Iterable[_Pair]
) -> Iterator[dict[str, str | float | bytes]]:
    """The two rows of each pair that is one of copies."""
    texts = _texts(connection, {id_ for pair in likely for id_ in pair})
    words = {id_: split_words(text) for id_, text in texts.items()}
    both = {(one, other): shares(words[one], words[other]) for one, other in likely}
    near = {pair: found for pair, found in both.items() if max(found) >= NEAR}
    said = _sentences(connection, {id_ for pair in near for id_ in pair})
    for pair, found in near.items():
        for (one, other), (share, reverse) in ((pair, found), (pair[::-1], found[::-1])):
            own = [] if share == 1.0 else list(find_own(said[one], words[other]))
            yield {
                "document": one,
                "of": other,
                "share": share,
                "reverse": reverse,
                "own": msgspec.json.encode(own),
            }


def _sentences(
    connection: Connection, ids: Iterable[str]
) -> Mapping[str, Sequence[tuple[int, list[str]]]]:
    """The numbers of the claims of each document and the words of their sentences."""
    found: defaultdict[str, list[tuple[int, list[str]]]] = defaultdict(list)
    rows = connection.execute(
        select(claim.c.document, claim.c.number, claim.c.sentence)
        .where(among(claim.c.document, ids))
        .order_by(claim.c.number)
    )
    for id_, number, sentence in rows:
        found[id_].append((number, split_words(sentence)))
    return found


def _texts(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    rows = connection.execute(
        select(document.c.id, document.c.text).where(among(document.c.id, ids))
    )
    return {row.id: row.text for row in rows}


def _signatures(connection: Connection, ids: Iterable[str]) -> dict[str, Signature]:
    rows = connection.execute(select(signature).where(among(signature.c.document, ids)))
    return {row.document: unpack(row.lowest, row.runs) for row in rows}
