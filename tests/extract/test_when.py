"""When: each row is a sentence of our own, the day it came out, and what must be found in it."""

from __future__ import annotations

import random
from datetime import date

import pytest
from spacy.language import Language

from claimmap.extract.parsing import parse
from claimmap.extract.when import find_timexes
from claimmap.model import Timex

FRIDAY = date(2024, 10, 18)
JANUARY = date(2022, 1, 9)

Row = tuple[str, str, str, date | None, date | None]

# Words, TIMEX3 value, first day, last day.
WRITTEN: list[Row] = [
    (
        "The bridge reopened on 4 March 2019.",
        "4 March 2019",
        "2019-03-04",
        date(2019, 3, 4),
        date(2019, 3, 4),
    ),
    (
        "Voters rejected it on June 23rd, 2016.",
        "June 23rd, 2016",
        "2016-06-23",
        date(2016, 6, 23),
        date(2016, 6, 23),
    ),
    (
        "A new census follows in May 2031.",
        "May 2031",
        "2031-05",
        date(2031, 5, 1),
        date(2031, 5, 31),
    ),
    (
        "The vaccine was licensed in 1955.",
        "1955",
        "1955",
        date(1955, 1, 1),
        date(1955, 12, 31),
    ),
    (
        "The lake shrank in the early 1990s.",
        "the early 1990s",
        "199",
        date(1990, 1, 1),
        date(1999, 12, 31),
    ),
    (
        "Cholera came in the 19th century.",
        "the 19th century",
        "18",
        date(1800, 1, 1),
        date(1899, 12, 31),
    ),
    ("The city fell in 480 BC.", "480 BC", "BC0480", None, None),
    (
        "Exports grew in the second half of 2008.",
        "the second half of 2008",
        "2008-H2",
        date(2008, 7, 1),
        date(2008, 12, 31),
    ),
    (
        "Locusts arrived in the summer of 2020.",
        "the summer of 2020",
        "2020-SU",
        date(2020, 6, 1),
        date(2020, 8, 31),
    ),
    (
        "The log reads 2023-11-05 throughout.",
        "2023-11-05",
        "2023-11-05",
        date(2023, 11, 5),
        date(2023, 11, 5),
    ),
    (
        "It was signed on 05/03/1990 in Lisbon.",
        "05/03/1990",
        "1990-XX-XX",
        date(1990, 1, 1),
        date(1990, 12, 31),
    ),
]

COUNTED: list[Row] = [
    (
        "The ferry sank on Monday.",
        "Monday",
        "2024-10-14",
        date(2024, 10, 14),
        date(2024, 10, 14),
    ),
    (
        "Nurses met the minister on Friday.",
        "Friday",
        "2024-10-18",
        date(2024, 10, 18),
        date(2024, 10, 18),
    ),
    (
        "The court will rule on Tuesday.",
        "Tuesday",
        "2024-10-22",
        date(2024, 10, 22),
        date(2024, 10, 22),
    ),
    (
        "The hearing is scheduled for Wednesday.",
        "Wednesday",
        "2024-10-23",
        date(2024, 10, 23),
        date(2024, 10, 23),
    ),
    (
        "Two wells dried up last week.",
        "last week",
        "2024-W41",
        date(2024, 10, 7),
        date(2024, 10, 13),
    ),
    (
        "The bank cut its rate earlier this week.",
        "earlier this week",
        "2024-W42",
        date(2024, 10, 14),
        date(2024, 10, 18),
    ),
    (
        "Fares will rise next month.",
        "next month",
        "2024-11",
        date(2024, 11, 1),
        date(2024, 11, 30),
    ),
    (
        "The team lost its coach yesterday.",
        "yesterday",
        "2024-10-17",
        date(2024, 10, 17),
        date(2024, 10, 17),
    ),
    (
        "The mine closed in August.",
        "August",
        "2024-08",
        date(2024, 8, 1),
        date(2024, 8, 31),
    ),
    (
        "The festival will open in March.",
        "March",
        "2025-03",
        date(2025, 3, 1),
        date(2025, 3, 31),
    ),
    (
        "She resigned two years ago.",
        "two years ago",
        "2022",
        date(2022, 1, 1),
        date(2022, 12, 31),
    ),
    (
        "“We shall be ready on 1 November,” the mayor said.",
        "1 November",
        "2024-11-01",
        date(2024, 11, 1),
        date(2024, 11, 1),
    ),
    (
        "Shipments will be sent to the port, which reopened after it flooded in September.",
        "September",
        "2024-09",
        date(2024, 9, 1),
        date(2024, 9, 30),
    ),
    (
        "The clinic has turned patients away since July.",
        "July",
        "2024-07",
        date(2024, 7, 1),
        None,
    ),
    (
        "The dyke will be mended by the end of 2026.",
        "the end of 2026",
        "2026",
        None,
        date(2026, 12, 31),
    ),
    (
        "Over the past three weeks, 40 goats died.",
        "the past three weeks",
        "P3W",
        date(2024, 9, 27),
        date(2024, 10, 18),
    ),
]

VAGUE: list[Row] = [
    ("Prices have doubled in recent months.", "recent months", "PAST_REF", None, None),
    ("The orchestra recently moved.", "recently", "PAST_REF", None, None),
    ("The island is now empty.", "now", "PRESENT_REF", None, None),
    ("Teachers fear for the future.", "the future", "FUTURE_REF", None, None),
    ("The siege lasted for weeks.", "weeks", "PXW", None, None),
    ("Rescuers dug for two days.", "two days", "P2D", None, None),
    ("Buses run every day.", "every day", "XXXX-XX-XX", None, None),
    ("The market is held every Friday.", "every Friday", "XXXX-WXX-5", None, None),
    ("The alarm rang the day after the farmers met.", "the day after", "XXXX-XX-XX", None, None),
]

TIMES: list[Row] = [
    (
        "The reactor stopped at 8:30 p.m. on a calm sea.",
        "8:30 p.m.",
        "2024-10-18T20:30",
        date(2024, 10, 18),
        date(2024, 10, 18),
    ),
    (
        "They met on Tuesday night in Oslo.",
        "Tuesday night",
        "2024-10-15TNI",
        date(2024, 10, 15),
        date(2024, 10, 15),
    ),
    (
        "Fog closed the airport on the morning of 3 May 2021.",
        "the morning of 3 May 2021",
        "2021-05-03TMO",
        date(2021, 5, 3),
        date(2021, 5, 3),
    ),
]


def found(text: str, published: date | None, parser: Language) -> list[tuple[str, Timex]]:
    doc = parse(text, parser)
    return [(timex.span.of(text), timex) for timex in find_timexes(doc, published)]


@pytest.mark.parametrize("row", WRITTEN + COUNTED + VAGUE + TIMES, ids=lambda row: row[0])
def test_an_expression_gets_its_extent_value_and_days(row: Row, parser: Language) -> None:
    text, words, value, first, last = row
    timexes = dict(found(text, FRIDAY, parser))
    assert words in timexes
    timex = timexes[words]
    assert (timex.value, timex.first, timex.last) == (value, first, last)


def test_the_rule_is_told_in_words(parser: Language) -> None:
    [(_, timex)] = found("Nurses met the minister on Friday.", FRIDAY, parser)
    assert timex.rule == "'on Friday', counted back from publication, Friday 18 October 2024"


def test_two_days_later_counts_from_the_date_named_before(parser: Language) -> None:
    text = "The river burst its banks on 3 June. Two days later, the water fell."
    timexes = dict(found(text, FRIDAY, parser))
    assert timexes["Two days later"].first == date(2024, 6, 5)


def test_the_last_month_of_the_year_before_is_last_in_january(parser: Language) -> None:
    timexes = dict(found("The glacier broke in December.", JANUARY, parser))
    assert timexes["December"].value == "2021-12"


def test_both_ends_of_a_range_carry_the_whole_stretch(parser: Language) -> None:
    text = "The strike lasted from 3 to 7 May 2023."
    timexes = found(text, FRIDAY, parser)
    assert [(words, timex.value) for words, timex in timexes] == [
        ("3", "2023-05-03"),
        ("7 May 2023", "2023-05-07"),
    ]
    for _, timex in timexes:
        assert (timex.first, timex.last) == (date(2023, 5, 3), date(2023, 5, 7))
        assert timex.edtf == "2023-05-03/2023-05-07"


def test_an_open_end_is_open_in_edtf_too(parser: Language) -> None:
    timexes = dict(found("The dam has leaked since 12 August 2024.", FRIDAY, parser))
    assert timexes["12 August 2024"].edtf == "2024-08-12/.."


def test_a_history_gives_its_bare_dates_the_year_it_tells_of(parser: Language) -> None:
    text = (
        "The canal was begun in 1869 and paid for by 1870. In March 1871 the first barge passed. "
        "In October, the locks froze. The company failed in 1872 and was sold in 1873."
    )
    timexes = dict(found(text, FRIDAY, parser))
    assert timexes["October"].value == "1871-10"


def test_a_report_that_recalls_old_years_still_counts_from_publication(parser: Language) -> None:
    text = (
        "The plant flooded in 2009, in 2011, in 2014, in 2015 and in 2016. On Monday it flooded "
        "again, and last week the council voted to move it."
    )
    timexes = dict(found(text, FRIDAY, parser))
    assert timexes["Monday"].value == "2024-10-14"


def test_a_weekday_tells_which_year_is_meant(parser: Language) -> None:
    timexes = dict(found("The choir sang on Friday, March 31.", FRIDAY, parser))
    assert timexes["Friday, March 31"].value == "2023-03-31"


def test_without_a_day_of_publication_no_day_is_made_up(parser: Language) -> None:
    timexes = dict(found("It rained on Friday, last week and in August.", None, parser))
    assert timexes["Friday"].value == "XXXX-WXX-5"
    assert all(timex.first is None and timex.last is None for timex in timexes.values())


@pytest.mark.parametrize(
    "text",
    [
        "It may rain on the march home.",
        "The fall of the old wall was loud.",
        "About 2000 people fled.",
        "He is 31 years old.",
        "A quarter of the harvest rotted.",
        "",
        "   \n\n ",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str, parser: Language) -> None:
    assert found(text, FRIDAY, parser) == []


def test_any_text_survives_and_its_spans_lie_inside(parser: Language) -> None:
    pieces = list("0123456789-–/.:,' \n“”\"")
    pieces += ["May ", "March ", "2024", " BC", "the end of ", "Friday ", "last ", "week "]
    pieces += ["two ", "years ago ", "century", " to ", "30 February ", "noon ", "since "]
    pieces += ["99999999999 years later ", "0 BC", "the 0th ", "31/31/2000", "between "]
    draw = random.Random(20241018)
    for _ in range(300):
        text = "".join(draw.choices(pieces, k=draw.randint(1, 25)))
        end = 0
        for timex in find_timexes(parser.make_doc(text), draw.choice([FRIDAY, None, date.min])):
            assert end <= timex.span.start < timex.span.end <= len(text)
            end = timex.span.end
            assert timex.first is None or timex.last is None or timex.first <= timex.last


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("The outbreak may last until the spring.", "the spring", None, date(2025, 5, 31)),
        (
            "It has been delayed until at least 20 December.",
            "20 December",
            date(2024, 12, 20),
            date(2024, 12, 20),
        ),
        ("The shop was open until 20 July.", "20 July", None, date(2024, 7, 20)),
        (
            "She refused to commit to a cut in December.",
            "December",
            date(2024, 12, 1),
            date(2024, 12, 31),
        ),
        ("It was found at 3pm on Monday.", "3pm", date(2024, 10, 14), date(2024, 10, 14)),
        ("He had resigned a day earlier.", "a day earlier", date(2024, 10, 17), date(2024, 10, 17)),
        ("He plans to leave before 1 December.", "1 December", None, date(2024, 11, 30)),
    ],
)
def test_what_leads_to_a_date_says_where_it_lies(
    text: str, words: str, first: date | None, last: date | None, parser: Language
) -> None:
    found = {t.span.of(text): t for t in find_timexes(parse(text, parser), FRIDAY)}

    assert (found[words].first, found[words].last) == (first, last)


def test_an_age_is_no_decade(parser: Language) -> None:
    doc = parse("A man in his 60s was hurt.", parser)

    assert not list(find_timexes(doc, FRIDAY))


def test_a_score_is_no_year(parser: Language) -> None:
    doc = parse("She won with a score of 1270 in a town with a population of 1450.", parser)

    assert not list(find_timexes(doc, FRIDAY))
