"""Windows of publication that no day can be counted from, and that join."""

from datetime import date
from itertools import product

import pytest

from qa.periods import find_periods
from qa.records import DateRange
from qa.understanding.windows import find_window

TODAY = date(2025, 12, 16)


def find(text: str) -> DateRange | None:
    window = find_window(text, find_periods(text, TODAY, past=True))
    return window.published if window else None


def test_window_without_an_end_beside_another_is_read() -> None:
    text = "What was announced from May 2, 2025 onwards, and on May 9, 2025?"
    assert find(text) == DateRange(date(2025, 5, 2), date.max)


@pytest.mark.parametrize("joined", ["and", "but", "yet"])
@pytest.mark.parametrize(
    ("begin", "end"),
    [
        *(("after 1 May", "before 10 May"), ("since May 2", "before May 10")),
        *(("on or after 2 May", "earlier than 10 May"), ("no earlier than May 2", "until May 9")),
        *(("later than 1 May", "older than 10 May"), ("not before 2 May", "not after 9 May")),
        *(("since 2 May", "up to 9 May"), ("newer than May 1", "on or before May 9")),
    ],
)
def test_window_lies_between_its_two_bounds(begin: str, end: str, joined: str) -> None:
    for text in (f"announced {begin} {joined} {end}", f"announced {end} {joined} {begin}"):
        assert find(text) == DateRange(date(2025, 5, 2), date(2025, 5, 9)), text


@pytest.mark.parametrize(
    "said", ["May 9 or earlier", "May 9 or before about steel", "May 9 and before", "until May 9"]
)
def test_what_came_before_a_day_too_has_no_beginning(said: str) -> None:
    assert find(f"announced on {said}") == DateRange(date.min, date(2025, 5, 9))


def test_no_two_bounds_make_a_window_that_ends_before_it_begins() -> None:
    bounds = [
        *("since May 2, 2025", "from May 2, 2025 onwards", "before May 9, 2025", "last week"),
        *("not after May 9, 2025", "on May 9, 2025", "in the last ten days", "this month"),
        *(
            "5월 2일 이후",
            "5월 9일까지",
            "5월 9일이 지난 뒤",
            "이달 초순",
            "지난달 1일부터 말일까지",
        ),
    ]
    for one, other in product(bounds, repeat=2):
        for between in (" ", " and ", "와 "):
            window = find(f"announced {one}{between}{other} 발표")
            assert window is None or window.first <= window.last


def test_weeks_that_follow_one_another_are_one_window() -> None:
    found = find("지난주와 이번 주에 나온 발표")
    assert found == DateRange(date(2025, 12, 8), date(2025, 12, 21))
