"""Which part of a year or month a window is for, by the words beside the period."""

import doctest
from datetime import date

import pytest

from qa.periods import find_periods
from qa.understanding import window_parts
from qa.understanding.window_parts import narrow_days, widen_part

ANCHOR = date(2008, 4, 20)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("in early 2006", "early 2006", date(2006, 1, 1), date(2006, 4, 30)),
        ("in mid-2006", "mid-2006", date(2006, 4, 1), date(2006, 9, 30)),
        ("at the end of 2005", "end of 2005", date(2005, 9, 1), date(2005, 12, 31)),
        ("in spring 2007", "spring 2007", date(2007, 3, 1), date(2007, 6, 30)),
        ("in the summer of 2006", "summer of 2006", date(2006, 6, 1), date(2006, 9, 30)),
        ("in the fall of last year", "fall of last year", date(2007, 9, 1), date(2007, 12, 31)),
        ("in early March 2007", "early March 2007", date(2007, 3, 1), date(2007, 3, 14)),
        ("in late February 2007", "late February 2007", date(2007, 2, 17), date(2007, 2, 28)),
        (
            "in the second half of March 2007",
            "second half of March 2007",
            date(2007, 3, 16),
            date(2007, 3, 31),
        ),
        (
            "first half of March 2007",
            "first half of March 2007",
            date(2007, 3, 1),
            date(2007, 3, 15),
        ),
        ("2007년 3월 전반기에", "2007년 3월 전반기", date(2007, 3, 1), date(2007, 3, 15)),
        ("2007년 2월 후반에", "2007년 2월 후반", date(2007, 2, 16), date(2007, 2, 28)),
        ("2007년 봄에 나온", "2007년 봄", date(2007, 3, 1), date(2007, 6, 30)),
        ("2007년 초에 나온", "2007년 초", date(2007, 1, 1), date(2007, 4, 30)),
        ("2007년 연말에 나온", "2007년 연말", date(2007, 9, 1), date(2007, 12, 31)),
        ("2007년 3월 말에 나온", "2007년 3월 말", date(2007, 3, 17), date(2007, 3, 31)),
        ("2007년 2월 하순에 나온", "2007년 2월 하순", date(2007, 2, 21), date(2007, 2, 28)),
        # Of two years, a verb, a flower, and all of a month.
        ("in the winter of 2006", "2006", date(2006, 1, 1), date(2006, 12, 31)),
        ("did prices fall 2007", "2007", date(2007, 1, 1), date(2007, 12, 31)),
        ("2007년 봄꽃 축제", "2007년", date(2007, 1, 1), date(2007, 12, 31)),
        ("to the end of June 2007", "end of June 2007", date(2007, 6, 1), date(2007, 6, 30)),
    ],
)
def test_part_is_read_from_the_words_beside_a_period(
    text: str, words: str, first: date, last: date
) -> None:
    mention = widen_part(text, find_periods(text, ANCHOR, past=True)[-1])
    assert text[mention.start : mention.end] == words
    assert narrow_days(text, mention, bounded=False) == (first, last)


def test_bound_is_narrowed_only_by_parts_of_ten_days() -> None:
    text, korean = "by early 2006", "2007년 3월 중순까지"
    [year], [month] = find_periods(text, ANCHOR), find_periods(korean, ANCHOR)
    assert narrow_days(text, year, bounded=True)[1] == date(2006, 12, 31)
    assert narrow_days(korean, month, bounded=True)[1] == date(2007, 3, 20)


def test_examples_hold() -> None:
    assert doctest.testmod(window_parts).failed == 0
