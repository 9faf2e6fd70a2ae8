"""A day is read as it was written, and left alone where it can be read two ways."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from claimmap.reading.days import find_order, read_day

DAY = date(2024, 10, 18)


@pytest.mark.parametrize(
    "written",
    [
        "2024-10-18",
        "2024-10-18T23:30:00-05:00",
        "20241018",
        "D:20241018093000+09'00'",
        "2024/10/18",
        "18/10/2024",
        "10/18/2024 09:30",
        "18.10.2024",
        "18 October 2024",
        "October 18, 2024",
        "Oct. 18, 2024 9:30 a.m.",
        "Friday, 18th October 2024",
        "Fri, 18 Oct 2024 09:30:00 +0100",
        date(2024, 10, 18),
        datetime(2024, 10, 18, 9, 30),
    ],
)
def test_a_day_is_read_however_it_is_written(written: object) -> None:
    assert read_day(written) == DAY


@pytest.mark.parametrize(
    "written",
    [
        "",
        None,
        "soon",
        "03/04/2024",
        "18 October",
        "2024-02-30",
        "1970-01-01",
        "0001-01-01",
        "9" * 500,
    ],
)
def test_what_is_no_day_or_two_is_none(written: object) -> None:
    assert read_day(written) is None


def test_the_other_days_of_a_column_tell_how_it_is_to_be_read() -> None:
    assert find_order(["03/04/2024", "18/10/2024", None]) == "day first"
    assert find_order(["03/04/2024", "10/18/2024"]) == "month first"
    assert find_order(["03/04/2024"]) is None
    assert find_order(["13/04/2024", "04/13/2024"]) is None
    assert read_day("03/04/2024", "day first") == date(2024, 4, 3)
    assert read_day("03/04/2024", "month first") == date(2024, 3, 4)
