"""What makes a content alleged: words that keep their distance, and what is left open."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimmap.extract.sure.ahead import find_possible
from claimmap.extract.sure.reading import Reading, is_passive, is_perfect, lemma, negations
from claimmap.extract.sure.words import (
    ACCUSING,
    ANONYMOUS,
    DENYING,
    DISTANCING,
    DISTANT,
    DOUBTFUL,
    FEARING,
    LIKELY,
    NAMED,
    OPEN,
    PARTAKING,
    PROBABLE,
    SAID_BY_NOBODY,
    SEEMING,
    SIGNS,
)


def find_distances(reading: Reading) -> list[Token]:
    """The words that do not vouch for what they tell."""
    return [
        *_distant_voices(reading),
        *_accusations(reading),
        *_distant_words(reading),
        *_possibilities(reading),
        *_questions(reading),
        *_kept_back(reading),
    ]


def _distant_voices(reading: Reading) -> Iterator[Token]:
    """As in "claimed that", "is said to", "seems to have", "did not deny"."""
    main = reading.main
    own = [main] if main is not None and is_passive(main) else []
    for word in (*reading.voices, *own):
        if lemma(word) in DISTANCING | SEEMING | FEARING and word != main:
            yield word
        elif lemma(word) in SAID_BY_NOBODY | FEARING and is_passive(word):
            named = any(k.dep_ == "agent" for k in word.children)
            yield from () if named or _is_tally(word) else [word]
        elif word.lower_ in OPEN:
            doubted = word.lower_.startswith("un") or any(k.dep_ == "neg" for k in reading.kids)
            yield from [word] if doubted and word in reading.frames else []
        elif lemma(word) in DENYING | {"confirm"}:
            yield from negations(word)


def _is_tally(word: Token) -> bool:
    """As in "412 cases were reported": a count is kept by somebody, and no hearsay."""
    things = [c for c in word.children if c.dep_ == "nsubjpass"]
    things += [c for t in things for p in t.children if p.lower_ == "of" for c in p.children]
    counted = any(c.dep_ == "nummod" for t in things for c in t.children)
    return lemma(word) == "report" and counted


def _kept_back(reading: Reading) -> Iterator[Token]:
    """As in "told the paper, asking not to be named", "who asked for anonymity"."""
    inside = {t.i for t in reading.content}
    for verb in (t for t in reading.cue if t.pos_ == "VERB"):
        for word in (t for t in verb.subtree if t.i not in inside):
            if word.lower_ in ANONYMOUS or (word.lower_ in NAMED and _is_not(word)):
                yield word


def _is_not(named: Token) -> bool:
    return any(t.lower_ in ("not", "n't", "n’t") for t in (*named.children, *named.head.children))


def _accusations(reading: Reading) -> Iterator[Token]:
    """As in "is accused of", "was charged with"; in the outlet's own words "on suspicion of"."""
    main = reading.main
    if main is None or main.pos_ != "VERB":
        return
    charged = main.lemma_ == "charge" and any(k.lower_ == "with" for k in reading.kids)
    if (lemma(main) in ACCUSING or charged) and not negations(main):
        yield main
    if reading.cue:
        return
    below = [c for k in reading.kids if k.dep_ == "prep" for c in k.children]
    there = any(k.dep_ == "expl" for k in reading.kids)
    doubtful = DOUBTFUL | SIGNS if there else DOUBTFUL
    yield from (t for t in (*reading.kids, *below) if lemma(t) in doubtful)


def _distant_words(reading: Reading) -> Iterator[Token]:
    """As in "reportedly"; of who took part ("the alleged thief") only where no verb tells more."""
    main = reading.main
    told = main is not None and main.pos_ in ("VERB", "AUX")
    distant = DISTANT - PARTAKING if told else DISTANT
    yield from (t for t in (*reading.cue, *reading.content) if t.lower_ in distant)


def _possibilities(reading: Reading) -> Iterator[Token]:
    """As in "may have left", "must have left", "probably left", "is the likely cause"."""
    yield from find_possible(reading)
    if is_perfect(reading):
        yield from reading.modals(frozenset({"must"}))
    yield from (k for k in reading.kids if k.lower_ in LIKELY and k.dep_ == "advmod")
    for end in (k for k in reading.near if k.dep_ in ("attr", "acomp")):
        yield from (t for t in (end, *end.children) if t.lower_ in PROBABLE and t.pos_ == "ADJ")


def _questions(reading: Reading) -> Iterator[Token]:
    """As in "it is unclear whether he fled", "Did he flee?"."""
    heads = {t.i for t in (reading.top, reading.main, *reading.kids) if t is not None}
    for token in reading.content:
        below = token.head.i in heads or token.head.head.i in heads
        if token.lower_ == "whether" and below and token.head.dep_ != "advcl":
            yield token
    words = [t for t in reading.content if not t.is_punct]
    if words and words[0].pos_ == "AUX" and reading.content[-1].text == "?":
        yield reading.content[-1]
