"""spaCy's attribute ruler, asked once for each word instead of for each of its occurrences.

The ruler holds some two hundred patterns against every word, which takes a seventh of a parse. All
but a few of them look at one word alone (how it is written, its tag, its relation to its head), so
that words alike in these get the same answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

import numpy
from spacy import attrs
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

ATTRIBUTES = "claimmap_attributes"

# All that patterns of one word may ask for here; a model whose patterns ask for more is not ours.
_ASKED = [attrs.LOWER, attrs.TAG, attrs.DEP, attrs.IS_SPACE]
_NAMES = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})
_TOLD = [attrs.POS, attrs.MORPH, attrs.LEMMA]
_MOST = 200_000  # words remembered, some 50 MB; after that they are learnt anew


class RememberingRuler:
    """Sets what an attribute ruler would set."""

    def __init__(self, ruler: AttributeRuler, vocab: Vocab) -> None:
        self.ruler = ruler
        self.joint = Matcher(vocab)
        self.known: dict[tuple[int, ...], tuple[int, ...]] = {}
        for number, rule in enumerate(ruler.patterns):
            patterns: Any = rule["patterns"]
            for pattern in patterns:
                if len(pattern) > 1 or not _NAMES.issuperset(pattern[0]):
                    self.joint.add(str(number), [pattern])

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, with parts of speech, morphology and some lemmas."""
        if not len(doc):
            return doc
        if len(self.known) > _MOST:
            self.known.clear()
        words = [tuple(row) for row in doc.to_array(_ASKED).tolist()]
        for i, word in enumerate(words):
            if word not in self.known:
                self._apply(doc, i, i + 1)
                told: Any = doc[i : i + 1]
                self.known[word] = tuple(told.to_array(_TOLD)[0].tolist())
        everything: Any = numpy.array([self.known[word] for word in words], dtype="uint64")
        doc.from_array(_TOLD, everything)
        for start, end in _merged(self.joint(doc, allow_missing=True)):
            self._apply(doc, start, end)
        return doc

    def _apply(self, doc: Doc, start: int, end: int) -> None:
        """Set what all patterns together say of these words, and no others."""
        found = self.ruler.matcher(doc[start:end], allow_missing=True, as_spans=False)
        # A rule's name is its number, and a later rule overrides an earlier one.
        numbered = (
            (int(doc.vocab.strings[rule]), rule, first, last) for rule, first, last in found
        )
        matches = [(n, rule, start + first, start + last) for n, rule, first, last in numbered]
        ruler: Any = self.ruler
        ruler.set_annotations(doc, sorted(matches))


def _merged(found: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of words that matches cover, those that overlap as one."""
    stretch: tuple[int, int] | None = None
    for start, end in sorted((start, end) for _, start, end in found):
        if stretch and start < stretch[1]:
            stretch = (stretch[0], max(end, stretch[1]))
            continue
        if stretch:
            yield stretch
        stretch = (start, end)
    if stretch:
        yield stretch


@Language.factory(ATTRIBUTES)
def make_ruler(nlp: Language, name: str) -> RememberingRuler:
    """What sets attributes in ``nlp``, in place of its own ruler."""
    return RememberingRuler(cast(AttributeRuler, nlp.get_pipe("attribute_ruler")), nlp.vocab)
