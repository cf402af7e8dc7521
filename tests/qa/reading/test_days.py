"""Days in the forms that pages, feeds and files write them."""

import doctest
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading import days
from qa.reading.days import find_labelled_day, read_day, read_day_by

DAY = date(2025, 12, 1)


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(days).failed == 0


def test_ambiguous_day_is_not_guessed_at() -> None:
    assert read_day("03/04/2025") is None
    assert read_day("13/04/2025") == date(2025, 4, 13)


@pytest.mark.parametrize(
    "written",
    [
        "2025-12-01", "Dec 1, 2025", "December 1, 2025", "2025.12.01", "2025. 12. 1.",
        "2025년 12월 1일", "Date 2025-12-01", "date2025-12-01", "등록일2025.12.01",
        "작성일시 2025.12.01.(월) 오전 11:00", "Mon, 01 Dec 2025 00:10:00 +0900", "1-Dec-2025",
        "2025-12-01T23:30:00.123+09:00", "2025-12-01 00:00:00.0", "2025/12/1", "20251201",
        "Monday, December 1st, 2025 at 10:30 a.m.", "1 December 2025", "'25.12.1.",
        "Posted on: Dec. 1, 2025", "[등록일] 2025년 12월 1일 (월요일)", "2025-12-01 (Mon)",
    ],
)  # fmt: skip
def test_day_is_read_in_every_form_it_is_met_in(written: str) -> None:
    assert read_day(written) == DAY


@pytest.mark.parametrize(
    "written", ["", "2025", "Dec 2025", "2025-02-30", "수정일 2025-12-01", "in 2025-12-01 dollars"]
)
def test_what_is_no_day_is_none(written: str) -> None:
    assert read_day(written) is None


def test_day_after_a_label_is_found_in_a_line_but_not_in_a_sentence() -> None:
    assert find_labelled_day("Hits 3 · 등록일 2025년 12월 1일 · 첨부 2") == DAY
    assert find_labelled_day("By a date 2025-12-01 that was set, the talks end.") is None


@given(
    st.dates(date(1000, 1, 1), date(2999, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%Y. %m. %d.", "%d %B %Y", "%Y년 %m월 %d일"]),
)
def test_day_written_is_the_day_read(day: date, form: str) -> None:
    assert read_day(day.strftime(form)) == day


@given(st.text(max_size=120) | st.text("0123456789-./: 년월일Date,Z+", max_size=40))
def test_any_text_is_a_day_or_none(text: str) -> None:
    for found in (read_day(text), find_labelled_day(text), read_day_by(text, "%d/%m/%Y")):
        assert found is None or isinstance(found, date)
