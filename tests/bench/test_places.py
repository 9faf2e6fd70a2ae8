"""The arithmetic of the benchmark of place names, on made-up sentences."""

from __future__ import annotations

import json
import math

import pytest

from claimmap.model import Span
from tests.bench.places.calibration import calibration_error, reliability
from tests.bench.places.corpus import Named, gold_of, great_circle_km, read_corpus
from tests.bench.places.peers import finders, label_names, most_populous
from tests.bench.places.scores import MAX_KM, accuracy, area, match, mean, median, score

LYON, NICE, OSLO = (45.75, 4.85), (43.70, 7.27), (59.91, 10.75)
TEXT = "Rain fell in Lyon, in Nice and near Oslo, said Rome."
GIVEN = (
    Named(13, 17, LYON, "literal"),
    Named(22, 26, NICE, "literal"),
    Named(36, 40, OSLO, "literal"),
    Named(47, 51, None, "associative"),
)


@pytest.fixture
def corpus(tmp_path):
    """A corpus of two documents; the second has no kinds, ids, title or points."""
    lines = [
        {
            "id": 1,
            "title": "Rain",
            "text": TEXT,
            "toponyms": [
                {
                    "start": one.start,
                    "end": one.end,
                    "lat": one.point[0] if one.point else None,
                    "lon": one.point[1] if one.point else None,
                    "kind": one.kind,
                }
                for one in GIVEN
            ],
        },
        {"id": "2", "text": "Snow in Graz.", "toponyms": [{"start": 8, "end": 12}]},
    ]
    path = tmp_path / "made.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    return path


def test_a_corpus_is_read_with_or_without_kinds_and_points(corpus):
    assert [gold_of(entry) for entry in read_corpus(corpus)] == [GIVEN, (Named(8, 12),)]
    assert len(read_corpus(corpus, 1)) == 1


def test_what_is_given_scores_1_against_itself():
    found = score([(GIVEN, GIVEN)])
    assert (found.exact.f1, found.overlap.f1, found.end_to_end.f1) == (1, 1, 1)
    assert (accuracy(found.all_errors), mean(found.all_errors)) == (1, 0)
    assert (median(found.all_errors), area(found.all_errors)) == (0, 0)


def test_nothing_found_scores_0_and_every_point_is_half_the_earth_away():
    found = score([(GIVEN, ())])
    assert (found.exact.f1, found.overlap.f1, found.end_to_end.f1) == (0, 0, 0)
    assert found.all_errors == [MAX_KM] * 3
    assert area(found.all_errors) == pytest.approx(1)


def test_spans_are_exact_or_overlap_and_points_are_near_or_far():
    found = (
        Named(13, 17, LYON),  # right
        Named(19, 26, NICE),  # overlaps only, placed right
        Named(36, 40, LYON),  # exact, placed wrong
        Named(0, 4, NICE),  # made up
        Named(47, 51, NICE),  # exact, and nobody knows where it lies
    )
    counted = score([(GIVEN, found)])
    exact, overlap, placed = counted.exact, counted.overlap, counted.end_to_end
    assert (exact.right, exact.found, exact.given) == (3, 5, 4)
    assert (overlap.right, overlap.found, overlap.given) == (4, 5, 4)
    assert (placed.right, placed.found, placed.given) == (2, 4, 3)
    assert (placed.precision, placed.recall) == (2 / 4, 2 / 3)
    assert placed.f1 == pytest.approx(4 / 7)
    assert sorted(counted.all_errors) == pytest.approx([0, 0, great_circle_km(OSLO, LYON)])


def test_of_one_kind_what_is_found_at_another_is_neither_right_nor_wrong():
    found = score([(GIVEN, GIVEN)], "literal")
    assert (found.exact.right, found.exact.found, found.exact.given) == (3, 3, 3)


def test_pairs_are_one_to_one_and_exact_spans_go_first():
    given, found = [Named(0, 8), Named(9, 13)], [Named(0, 13), Named(9, 13), Named(0, 4)]
    assert list(match(given, found)) == [(1, 1), (0, 0)]


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [(LYON, LYON, 0), ((0, 0), (0, 180), 20_015), (LYON, NICE, 299), (LYON, OSLO, 1_633)],
)
def test_distances_are_great_circles(one, other, km):
    assert great_circle_km(one, other) == pytest.approx(km, rel=0.01)


def test_figures_of_errors():
    errors = [0.0, 100.0, 161.0, 162.0]
    assert (accuracy(errors), mean(errors), median(errors)) == (0.75, 105.75, 130.5)
    logs = [math.log1p(error) for error in errors]
    trapezoids = (logs[0] + logs[1]) / 2 + (logs[1] + logs[2]) / 2 + (logs[2] + logs[3]) / 2
    assert area(errors) == pytest.approx(trapezoids / (3 * math.log1p(MAX_KM)))
    assert accuracy([]) == 0
    assert math.isnan(mean([]))


def test_confidence_is_held_against_the_share_that_is_right():
    bins = reliability([(0.95, True), (0.85, True), (0.85, False), (1.0, True), (0.81, False)])
    assert [(one.number, one.size) for one in bins] == [(8, 3), (9, 2)]
    assert bins[0].confidence == pytest.approx((0.85 + 0.85 + 0.81) / 3)
    assert bins[0].right == pytest.approx(1 / 3)
    gap = 3 * (2.51 / 3 - 1 / 3) + 2 * (1 - 1.95 / 2)
    assert calibration_error(bins) == pytest.approx(gap / 5)
    assert math.isnan(calibration_error([]))


def test_the_peers_find_the_names_of_towns_and_give_their_spans():
    found = {name: [span.of(TEXT) for span in find(TEXT)] for name, find in finders().items()}
    assert found["geotext"] == ["Lyon", "Nice", "Oslo", "Rome"]
    assert found["flashgeotext"] == ["Lyon", "Nice", "Oslo", "Rome"]


def test_a_name_found_by_a_peer_is_placed_at_the_most_populous_that_bears_it(gazetteer):
    text = "They left Lyon for Xyzzyville."
    lyon, nowhere = most_populous(text, [Span(10, 14), Span(19, 29)], gazetteer)
    assert great_circle_km(lyon.point, LYON) < 20
    assert nowhere == Named(19, 29)


def test_the_parsers_labels_are_those_of_places(parser):
    text = "Angela Merkel flew from Germany to France in May."
    assert [span.of(text) for span in label_names(parser(text))] == ["Germany", "France"]
