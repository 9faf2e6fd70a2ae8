"""How many: each row is a sentence of our own and a quantity that must be found in it."""

from __future__ import annotations

import random
from datetime import date

import pytest
from spacy.language import Language

from claimmap.extract.how_many import find_quantities
from claimmap.extract.parsing import parse
from claimmap.extract.when import find_timexes
from claimmap.model import Quantity

PUBLISHED = date(2024, 10, 18)

# Sentence, words, value, bound, unit.
VALUES: list[tuple[str, str, float | None, str, str]] = [
    ("At least 40 houses were swept away.", "40", 40, ">", "house"),
    ("Officials counted up to 1,200 evacuees.", "1,200", 1200, "<", "evacuee"),
    ("Some 3,000 nurses walked out.", "3,000", 3000, "~", "nurse"),
    ("Nearly 500 doctors stayed at work.", "500", 500, "~", "doctor"),
    ("More than 1.1 million cars were recalled.", "1.1 million", 1.1e6, ">", "car"),
    ("Fewer than 300 tigers remain.", "300", 300, "<", "tiger"),
    ("The real toll may be closer to 12,000 villagers.", "12,000", 12000, "~", "villager"),
    ("The farm shipped eight million eggs.", "eight million", 8e6, "=", "egg"),
    ("Twenty-two miners came up alive.", "Twenty-two", 22, "=", "miner"),
    ("A choir of two hundred and six children sang.", "two hundred and six", 206, "=", "child"),
    ("Inflation fell to 3.2% in the spring.", "3.2%", 3.2, "=", "percentage"),
    ("Turnout was 64 per cent.", "64 per cent", 64, "=", "percentage"),
    ("Unemployment rose by 0.4 percentage points.", "0.4 percentage points", 0.4, "up",
     "percentage point"),
    ("The river dropped 30 cm.", "30 cm", 30, "down", "centimetre"),
    ("The bridge cost £2.4m.", "£2.4m", 2.4e6, "=", "pound sterling"),
    ("Rice sells at US$3 a kilo there.", "US$3 a kilo", 3, "=", "dollar per kilogram"),
    ("The grant is worth 5.5 billion yen.", "5.5 billion yen", 5.5e9, "=", "japanese yen"),
    ("The tremor struck 10 km below ground.", "10 km", 10, "=", "kilometre"),
    ("The barge carried 12 tonnes.", "12 tonnes", 12, "=", "tonne"),
    ("The battery fired 155-mm shells.", "155-mm", 155, "=", "millimetre"),
    ("Frost hit minus 12 degrees Celsius.", "minus 12 degrees Celsius", -12, "=", "celsius"),
    ("Rescuers dug for three hours.", "three hours", 3, "=", "hour"),
    ("Hundreds of miners were trapped.", "Hundreds", 100, "=", "miner"),
    ("Dozens of schools closed.", "Dozens", 12, "=", "school"),
    ("No fewer than 40 houses burned.", "40", 40, ">", "house"),
    ("The rebels killed six.", "six", 6, "=", ""),
    ("The school cost N2.5 billion.", "N2.5 billion", 2.5e9, "=", "nigerian naira"),
    ("Tens of thousands lost power.", "Tens of thousands", 10_000, "=", ""),
    ("A few thousand fans waited.", "A few thousand", None, "=", "fan"),
    ("A number of villages lost power.", "A number", None, "=", "village"),
    ("Maria Silva, 43, won the seat.", "43", 43, "=", "year of age"),
]  # fmt: skip

# Sentence, words, what is possible: lower and upper.
BOUNDS: list[tuple[str, str, float | None, float | None]] = [
    ("Up to 90 ships lay idle.", "90", None, 90),
    ("At least 90 ships lay idle.", "90", 90, None),
    ("About 90 ships lay idle.", "90", None, None),
    ("Exactly 90 ships lay idle.", "90", 90, 90),
    ("Between 15 and 20 hectares of pine burned.", "15 and 20 hectares", 15, 20),
    ("Classes of 1 to 2 thousand pupils are common.", "1 to 2 thousand", 1000, 2000),
    ("The loan is $20 million to $35 million.", "$20 million to $35 million", 20e6, 35e6),
    ("Thousands of pilgrims came.", "Thousands", 1000, 1e6),
    ("A few thousand fans waited.", "A few thousand", 2000, 10000),
]

COUNTED: list[tuple[str, str, str]] = [
    ("Rescuers found 14 Chilean copper miners.", "14", "Chilean copper miners"),
    ("Hundreds of Bolivian teachers marched.", "Hundreds", "Bolivian teachers"),
    ("The port took in 13,000 cargo containers.", "13,000", "cargo containers"),
    ("One of the oldest cedar forests burned.", "One", "oldest cedar forests"),
    ("Some 90 per cent of rural clinics have it.", "90 per cent", "rural clinics"),
    ("She saw 11 of the 16 boats.", "11", "boats"),
    ("She saw 11 of the harbour's 16 boats.", "16", "boats"),
]

NOTHING = [
    "The G7 ministers flew in on an F-16.",
    "The meeting moved to Room 12.",
    "The ship left on 4 March 2019 and came back in 2021.",
    "The first group has arrived.",
    "They won 3-1 on Sunday.",
    "1. Boil the water.",
    "No one knows which one it was.",
    "",
]


def found(text: str, parser: Language) -> dict[str, Quantity]:
    doc = parse(text, parser)
    timexes = list(find_timexes(doc, PUBLISHED))
    return {each.span.of(text): each for each in find_quantities(doc, timexes)}


@pytest.mark.parametrize(("text", "words", "value", "bound", "unit"), VALUES)
def test_a_number_gets_its_value_bound_and_unit(
    text: str, words: str, value: float | None, bound: str, unit: str, parser: Language
) -> None:
    quantity = found(text, parser)[words]
    assert quantity.value == pytest.approx(value)
    assert (quantity.bound, quantity.unit) == (bound, unit)


@pytest.mark.parametrize(("text", "words", "lower", "upper"), BOUNDS)
def test_what_a_number_leaves_possible(
    text: str, words: str, lower: float | None, upper: float | None, parser: Language
) -> None:
    quantity = found(text, parser)[words]
    assert (quantity.lower, quantity.upper) == (lower, upper)


@pytest.mark.parametrize(("text", "words", "counted"), COUNTED)
def test_what_is_counted_comes_with_its_actor_and_its_place_in_the_text(
    text: str, words: str, counted: str, parser: Language
) -> None:
    quantity = found(text, parser)[words]
    assert quantity.counted == counted
    assert quantity.counted_span is not None
    assert quantity.counted_span.of(text) == counted


def test_a_share_is_a_fraction_of_what_it_counts(parser: Language) -> None:
    assert found("One in five adults smoke.", parser)["One in five"].value == 0.2
    assert found("Two-thirds of voters stayed in.", parser)["Two-thirds"].value == pytest.approx(
        2 / 3
    )


def test_a_vague_count_says_that_it_is_approximate(parser: Language) -> None:
    assert found("Hundreds of miners were trapped.", parser)["Hundreds"].approximate
    assert not found("14 miners were trapped.", parser)["14"].approximate


@pytest.mark.parametrize("text", NOTHING)
def test_numbers_that_count_nothing_are_left_alone(text: str, parser: Language) -> None:
    assert found(text, parser) == {}


def test_any_text_survives_and_its_spans_lie_inside(parser: Language) -> None:
    pieces = list("0123456789-–/.:,' \n“\"$£€%()+½")
    pieces += ["one ", "two ", "million ", " of ", " per ", "in ", "km ", "-mm ", "minus "]
    pieces += ["hundreds of ", "men ", "between ", " and ", " to ", "bn "]
    draw = random.Random(7)
    for _ in range(300):
        text = "".join(draw.choices(pieces, k=draw.randint(1, 25)))
        for quantity in find_quantities(parser.make_doc(text), []):
            assert 0 <= quantity.span.start < quantity.span.end <= len(text)
            if quantity.lower is not None and quantity.upper is not None:
                assert quantity.lower <= quantity.upper


@pytest.mark.parametrize(
    ("text", "words", "value", "bound"),
    [
        ("They sold the £2.4million house.", "£2.4million", 2.4e6, "="),
        ("Nearly 97 crore voters were eligible.", "97 crore", 9.7e8, "~"),
        ("Cases rose more than 30-fold last year.", "30-fold", 30, ">"),
        ("Shares sank as much as 7.2% in Oslo.", "7.2%", 7.2, "<"),
        ("The guns have shot down 14 drones.", "14", 14, "="),
        ("It cut rates by a quarter of a point to 3.5 per cent.", "3.5 per cent", 3.5, "="),
    ],
)
def test_a_number_is_read_whole(
    text: str, words: str, value: float, bound: str, parser: Language
) -> None:
    doc = parse(text, parser)
    read = {q.span.of(text): q for q in find_quantities(doc, tuple(find_timexes(doc, PUBLISHED)))}

    assert (read[words].value, read[words].bound) == (value, bound)


def test_the_number_of_a_phase_counts_nothing(parser: Language) -> None:
    doc = parse("The firm has announced Phase 3 results.", parser)

    assert not list(find_quantities(doc, ()))
