"""Short reports that differ in a number."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice

from claimmap.model import Document
from claimmap.reading import Item, read_text

_TEXT = (
    "The mayor of Lyon said on Friday that {} trucks had arrived in Marseille.\n"
    "Police in Toulouse denied it, according to Le Monde.\n"
)


def documents() -> Iterator[Document]:
    """Any number of documents, told apart by how many trucks they tell of."""
    return (read_text(_TEXT.format(i)) for i in count(2))


def reports(number: int) -> Iterator[Item]:
    """So many of them."""
    for i, document in enumerate(islice(documents(), number)):
        yield Item(f"{i}.txt", document, progress=(i + 1) / number)
