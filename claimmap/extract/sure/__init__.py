"""How surely a content is put forward: its stance, and the words that make it so.

The labels, asked in this order; the first that holds decides:

denied    The cue denies (deny, dispute, refute, reject, "rule out") or is itself negated ("does
          not believe"), the speaker rules something out, says of itself that it does or did not
          ("it had not fired"), or says that there is nothing of the kind ("there was no fraud").
opinion   The content judges or demands: should, must, "is difficult", "is wrong".
forecast  What is to come is put as possible or likely and is nobody's to decide: might, could,
          may with an event, "is expected to", "likely to", "will rise", or the cue foresees.
planned   What is to come is intended or arranged: "will be sent", "plans to", "is due to",
          "preparing to", "ready on 1 November", promise, vow, agree, order.
opinion   The cue judges or demands (think, feel, urge, call for), or praises and blames.
alleged   The words keep their distance: claim, allege, accuse, suspect, believe, reportedly,
          purportedly, apparently; or a present or past fact is put as "may be", "may have".
asserted  All else: put forward as a fact by its source.

"Claimed that" counts as alleged also with a named source: the outlet chose a word that does not
vouch for it. "Asserted", "stated", "according to" do not. All hedging words are kept, also those
that did not decide. After Saurí and Pustejovsky (2009), "FactBank", on modality and polarity.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claimmap.extract.sure.reading import (
    Reading,
    is_past,
    is_state,
    main_word,
    spans_of_tokens,
    tokens_at,
)
from claimmap.extract.sure.words import (
    ABOUT_TO,
    DENYING,
    DISTANCING,
    DISTANT,
    FORESEEING,
    INTENDING,
    JUDGING,
    LIKELY,
    MAYBE,
    MINDING,
    NATURAL,
    NEGATIONS,
    NORMS,
    OWN_SELF,
    PARTAKING,
    QUOTES,
    SAID_BY_NOBODY,
    SELF,
    TRUE,
    UNTRUE,
    VALUES,
)
from claimmap.extract.who.kinds import is_nameless
from claimmap.model import Source, Span, Stance


def find_stance(
    doc: Doc, content: Sequence[Span], cue: Sequence[Span]
) -> tuple[Stance, tuple[Span, ...]]:
    """The stance of ``content`` under ``cue`` (empty for the outlet's own words), and its hedges.

    The hedges are the words that made the stance or soften it, in text order.
    """
    inside = tokens_at(doc, content)
    reading = Reading(inside, tokens_at(doc, cue), main_word(inside))
    distant = [t for t in inside if t.lower_ in DISTANT | LIKELY]
    rules: tuple[tuple[Stance, list[Token]], ...] = (
        ("denied", _denials(reading)),
        ("opinion", _judgments(reading)),
        ("forecast", _forecasts(reading)),
        ("planned", _plans(reading)),
        ("opinion", _views(reading)),
        ("alleged", _distances(reading)),
    )
    for stance, found in rules:
        if found:
            return stance, spans_of_tokens([*found, *distant])
    return "asserted", spans_of_tokens(distant)


def through_chain(stance: Stance, chain: Sequence[Source]) -> Stance:
    """What an unidentified root asserts is only alleged: nobody stands for it by name."""
    root_unknown = len(chain) > 1 and is_nameless(chain[0].name)
    return "alleged" if stance == "asserted" and root_unknown else stance


def _denials(reading: Reading) -> list[Token]:
    doubted = [t for t in reading.cue if t.dep_ == "neg"]
    if doubted:
        return doubted
    found = [t for t in reading.cue if t.lemma_.lower() in DENYING]
    for token in (*reading.cue, *reading.content):
        if token.lemma_.lower() == "rule" and any(
            c.lower_ == "out" and c.dep_ in ("prt", "advmod") for c in token.children
        ):
            found.extend([token, *(c for c in token.children if c.lower_ == "out")])
    subject = next((k for k in reading.kids() if k.dep_ in ("nsubj", "nsubjpass")), None)
    if reading.cue and subject is not None and subject.lower_ == "nothing":
        found.append(subject)
    found += _called_untrue(reading)
    for kid in reading.kids() if reading.cue else ():
        nought = kid.dep_ == "attr" and any(c.lower_ == "no" for c in kid.children)
        if nought and any(k.dep_ == "expl" for k in reading.kids()):
            found.extend(c for c in kid.children if c.lower_ == "no")
    quoted = bool(reading.content) and reading.content[0].text in QUOTES
    if reading.cue and subject is not None and subject.lower_ in (OWN_SELF if quoted else SELF):
        past = not any(k.tag_ == "MD" for k in reading.kids())
        past = past and reading.main is not None and reading.main.lemma_ not in MINDING
        found += [k for k in reading.kids() if past and k.lower_ in NEGATIONS]
    return found


def _called_untrue(reading: Reading) -> list[Token]:
    """As in "it is not true that", "the report is false"."""
    kids = reading.kids() if reading.cue else []
    ends = [k for k in kids if k.dep_ in ("acomp", "attr")]
    negated = [k for k in kids if k.dep_ == "neg"]
    found = [k for k in ends if k.lower_ in UNTRUE]
    if negated and any(k.lower_ in TRUE for k in ends):
        found += negated
    return found


def _judgments(reading: Reading) -> list[Token]:
    """Norms and values in the content itself."""
    kids = reading.kids()
    found = [k for k in kids if k.lower_ in NORMS and k.tag_ == "MD"]
    main = reading.main
    if main is not None and main.lemma_ in ("be", "seem", "look", "appear", "remain"):
        found += [k for k in kids if k.dep_ in ("acomp", "attr", "oprd") and k.lower_ in VALUES]
    if main is not None and main.lower_ in VALUES and any(k.lemma_ == "be" for k in kids):
        # "Will be challenging" is often read as a progressive.
        found.append(main)
    return found


def _forecasts(reading: Reading) -> list[Token]:
    kids = reading.kids()
    maybe = [k for k in kids if k.lower_ in MAYBE and k.tag_ == "MD" and not _was_unable(k, kids)]
    if maybe and not is_state(reading):
        return maybe
    if maybe:
        return []
    found = [t for t in reading.cue if t.lemma_.lower() in FORESEEING]
    will = [k for k in kids if k.lower_ in ("will", "would", "'ll", "’ll") and k.tag_ == "MD"]
    if will and (found or (reading.main is not None and _is_natural(reading.main, kids))):
        return [*found, *will]
    likely = [t for t in (reading.main, *kids) if t is not None and t.lower_ in LIKELY]
    ahead = [t for t in likely if any(c.dep_ == "xcomp" for c in t.children)]
    passive = _expected(reading)
    if ahead or passive or (likely and will):
        return [*ahead, *passive, *will]
    return found if found and not is_past(reading) else []


def _was_unable(modal: Token, kids: Sequence[Token]) -> bool:
    """As in "Could not reach the village": not able to, and no guess at what is to come."""
    return modal.lower_ == "could" and any(k.dep_ == "neg" for k in kids)


def _is_natural(main: Token, kids: Sequence[Token]) -> bool:
    """What happens and is not decided: "will rise"; "will be ready" is an arrangement."""
    ready = any(k.lower_ in ABOUT_TO for k in kids)
    passive = any(k.dep_ == "auxpass" for k in kids)
    return main.lemma_.lower() in NATURAL and not ready and not passive


def _expected(reading: Reading) -> list[Token]:
    """As in "Is expected to", "is feared to"."""
    main = reading.main
    if main is None or main.tag_ != "VBN" or main.lemma_ not in FORESEEING:
        return []
    return [main] if any(k.dep_ == "auxpass" for k in reading.kids()) else []


def _plans(reading: Reading) -> list[Token]:
    main, kids = reading.main, reading.kids()
    cue = [t for t in reading.cue if t.lemma_.lower() in INTENDING]
    ahead = [
        k for k in kids if k.tag_ == "MD" and k.lower_ in ("will", "shall", "'ll", "’ll", "would")
    ]
    if ahead or (cue and not is_past(reading)):
        return [*cue, *ahead]
    if main is None:
        return []
    heads = [main, *(k for k in kids if k.dep_ in ("acomp", "oprd"))]
    for head in heads:
        to_come = any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in head.children)
        dated = head.lower_ in ABOUT_TO - {"set", "bound"}
        if head.lemma_.lower() in INTENDING | ABOUT_TO and (to_come or dated):
            return [head]
    going = main.lower_ == "going" and any(k.dep_ == "xcomp" for k in kids)
    return [main] if going else []


def _views(reading: Reading) -> list[Token]:
    """Cues that judge or demand."""
    if any(k.lower_ in MAYBE and k.tag_ == "MD" for k in reading.kids()):
        return []
    return [t for t in reading.cue if t.lemma_.lower() in JUDGING]


def _distances(reading: Reading) -> list[Token]:
    found = [t for t in reading.cue if t.lemma_.lower() in DISTANCING]
    main, kids = reading.main, reading.kids()
    told = main is not None and main.pos_ in ("VERB", "AUX")
    distant = DISTANT - PARTAKING if told else DISTANT
    found += [t for t in (*reading.cue, *reading.content) if t.lower_ in distant]
    if main is not None and main.lemma_.lower() in SAID_BY_NOBODY and not reading.cue:
        nobody = not any(k.dep_ == "agent" for k in kids)
        found += [main] if nobody and any(k.dep_ == "auxpass" for k in kids) else []
    maybe = [k for k in kids if k.lower_ in MAYBE and k.tag_ == "MD"]
    return found + [k for k in maybe if not _was_unable(k, kids)]
