"""Toponyms to places: candidates ranked by the document, with the doubt that remains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimmap.geocode import reasons, weights
from claimmap.geocode.doubt import choose, is_enough
from claimmap.geocode.places import Places
from claimmap.geocode.precision import precision_of
from claimmap.geocode.ranking import Ranked, rank
from claimmap.model import Candidate, Document, Place, Span, Toponym

KEPT = 10
WIDE_KM = 15.0  # how far a facility may lie from the town that it is named after
LENT_KM = 25.0  # how far what the gazetteer lacks may lie from what is named around it


def resolve(
    toponyms: Sequence[Toponym], document: Document, gazetteer: Places
) -> tuple[Toponym, ...]:
    """Place a document's toponyms; the same toponyms come back in the same order.

    Each gets ``candidates`` (the ten best, scores summing to at most 1), ``place``,
    ``confidence``, a one-line ``reason``, ACLED's geo ``precision`` and ``radius_km``. A name that
    the gazetteer lacks may be placed at what is named around it; else it comes back without a
    place and says so. Roles do not matter here: a metonym has a place too, it is only not drawn.
    """
    ranked = rank(toponyms, document, gazetteer, weights.PASSES)
    likely = [_likely(one) for one in ranked]
    placed = list(toponyms)
    for number, one in enumerate(ranked):
        others = [place for i, place in enumerate(likely) if place is not None and i != number]
        answer = _answer(one, others)
        for index in one.mention.indices:
            placed[index] = _placed(toponyms[index], answer)
    return tuple(placed)


def _likely(one: Ranked) -> Place | None:
    """The place that counts as another name's neighbour: none that is itself only lent."""
    if not one.shares or one.mention.lent:
        return None
    number, belief = choose(one.mention, one.shares)
    return one.mention.candidates[number] if is_enough(one.mention, number, belief) else None


def _answer(one: Ranked, others: Sequence[Place]) -> Toponym:
    """What holds for every toponym of a name, as a toponym that stands nowhere."""
    mention = one.mention
    none = Toponym(Span(0, 0), "name", reason=reasons.of_none(mention))
    if not one.shares:
        return none
    number, belief = choose(mention, one.shares)
    candidates = _candidates(one)
    if not is_enough(mention, number, belief):
        return replace(none, candidates=candidates)
    best = mention.candidates[number]
    least = LENT_KM if mention.lent else WIDE_KM if mention.wide else 0.0
    return replace(
        none,
        candidates=candidates,
        place=best,
        confidence=round(belief, 4),
        reason=reasons.of_choice(one, number, others, weights.PASSES[-1]),
        radius_km=least,
    )


def _placed(toponym: Toponym, answer: Toponym) -> Toponym:
    """The toponym with its name's answer, and its own reach."""
    place, reach = answer.place, max(toponym.radius_km, answer.radius_km)
    return replace(
        toponym,
        candidates=answer.candidates,
        place=place,
        confidence=answer.confidence,
        reason=answer.reason,
        precision=precision_of(place, wide=reach > 0) if place else None,
        radius_km=max(place.radius_km, reach) if place else toponym.radius_km,
    )


def _candidates(one: Ranked) -> tuple[Candidate, ...]:
    """The best candidates with their shares, the best first."""
    order = sorted(range(len(one.shares)), key=lambda i: -one.shares[i])
    places, features = one.mention.candidates, one.features
    return tuple(
        Candidate(
            places[i],
            round(one.shares[i], 4),
            reasons.of_candidate(one.mention, places[i], features[i]),
        )
        for i in order[:KEPT]
    )
