"""The names of the months, against those that Python knows."""

import calendar
import re

import pytest

from qa.periods.month_names import (
    FULL_NAME,
    MONTH_NAMES,
    SHORT_NAME,
    SHORT_NAMES,
    SHORTENED,
    month_number,
)


def test_names_are_those_of_the_calendar() -> None:
    assert list(MONTH_NAMES) == calendar.month_name[1:]
    assert list(SHORT_NAMES) == [name.lower() for name in calendar.month_abbr[1:]]


@pytest.mark.parametrize("number", range(1, 13))
def test_name_of_any_length_has_its_number_and_its_pattern(number: int) -> None:
    name, short = calendar.month_name[number], calendar.month_abbr[number]
    assert month_number(name) == month_number(short) == month_number(short.upper()) == number
    assert re.fullmatch(FULL_NAME, name.lower())
    assert re.fullmatch(SHORT_NAME, short.lower())


def test_shortened_are_all_but_may_and_sept_too() -> None:
    assert [name for name in SHORT_NAMES if not re.fullmatch(SHORTENED, name)] == ["may"]
    assert re.fullmatch(SHORTENED, "sept")
    assert month_number("Sept") == 9
