"""Runs of signs without a space, cut before spaCy's tokenizer sees them.

The tokenizer strips the marks around a word one by one and copies the rest each time, so a run
takes the square of its length: 20,000 brackets in a row take minutes, in parts a second.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Doc

# Longer than any word and nearly any address of the web.
LONGEST = 256

_RUN = re.compile(rf"\S{{{LONGEST + 1},}}")


class CuttingTokenizer:
    """A tokenizer that hands another no run longer than ``LONGEST``; offsets stay the text's."""

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self.tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        """The words and signs of a text."""
        docs = [self.tokenizer(part) for part in _split(text)]
        joined = Doc.from_docs(docs, ensure_whitespace=False) if len(docs) > 1 else docs[0]
        return joined if joined is not None else self.tokenizer(text)


def _split(text: str) -> Iterator[str]:
    """The text in parts, cut only inside runs that are too long."""
    begin = 0
    for run in _RUN.finditer(text):
        for cut in range(run.start() + LONGEST, run.end(), LONGEST):
            yield text[begin:cut]
            begin = cut
    yield text[begin:]
