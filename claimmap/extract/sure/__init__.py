"""How surely a content is put forward: its stance, and the words that make it so.

The labels, asked in this order; the first that holds decides. Each has a file of its own:

denied    The cue denies or doubts (deny, reject, "rule out"), or is itself negated ("does not
          believe"); the source finds none of it ("no evidence that"), calls it untrue, or answers
          for itself: "it had not fired", "its jets were not there", "she would not resign". What
          is admitted ("conceded that it had not") or left open ("did not say") is not denied.
opinion   The content judges or demands: should, has to, "cannot afford", "is a disgrace", "too
          lenient"; or tells what would have been.
forecast  To come, and nobody's to decide: might, "is expected to", "likely to", "on course to",
          "warned of"; will and would of what happens ("will rise") or of what cannot decide ("the
          law would leave many without work"), and of what others are thought to do.
planned   To come, and intended or arranged: "will be sent", "plans to", "is to", "Talks to
          resume", "is considering"; promise, threaten, agree, order.
opinion   The cue judges or demands (think, argue, urge, call for), or praises and blames.
alleged   The words keep their distance: claim, accuse, suspect, reportedly, "is said to", "seems
          to have"; or what is or was is put as open: "may have", "must have", "feared dead",
          whether.
asserted  All else: put forward as a fact by its source.

"Claimed that" counts as alleged also with a named source: the outlet chose a word that does not
vouch for it. "Asserted", "stated", "according to" do not. All hedging words are kept, also those
that did not decide. After Saurí and Pustejovsky (2009), "FactBank", on modality and polarity, and
de Marneffe, Manning and Potts (2012), "Did it happen?", on what readers take from them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Doc, Token

from claimmap.extract.sure.alleged import find_distances
from claimmap.extract.sure.denied import find_denials
from claimmap.extract.sure.forecast import find_forecasts
from claimmap.extract.sure.opinion import find_judgments, find_views
from claimmap.extract.sure.planned import find_plans
from claimmap.extract.sure.reading import Reading, read, spans_of_tokens
from claimmap.extract.sure.words import DISTANT, LIKELY
from claimmap.extract.who.kinds import is_nameless
from claimmap.model import Source, Span, Stance

# Asked in this order; the first that finds words decides.
_RULES: tuple[tuple[Stance, Callable[[Reading], list[Token]]], ...] = (
    ("denied", find_denials),
    ("opinion", find_judgments),
    ("forecast", find_forecasts),
    ("planned", find_plans),
    ("opinion", find_views),
    ("alleged", find_distances),
)


def find_stance(
    doc: Doc, content: Sequence[Span], cue: Sequence[Span]
) -> tuple[Stance, tuple[Span, ...]]:
    """The stance of ``content`` under ``cue`` (empty for the outlet's own words), and its hedges.

    The hedges are the words that made the stance or soften it, in text order.
    """
    reading = read(doc, content, cue)
    distant = [t for t in reading.content if t.lower_ in DISTANT | LIKELY]
    for stance, find in _RULES:
        found = find(reading)
        if found:
            return stance, spans_of_tokens([*found, *distant])
    return "asserted", spans_of_tokens(distant)


def through_chain(stance: Stance, chain: Sequence[Source]) -> Stance:
    """What an unidentified root asserts is only alleged: nobody stands for it by name."""
    root_unknown = len(chain) > 1 and is_nameless(chain[0].name)
    return "alleged" if stance == "asserted" and root_unknown else stance
