"""Periods that a question names in passing: of a thing, in quotation marks, under "say that"."""

import doctest
from datetime import date

import pytest

from qa.periods import find_periods
from qa.understanding import periods_in_passing
from qa.understanding.periods_in_passing import is_spoken_of, leave_in_passing
from qa.understanding.quotations import find_quoted

ANCHOR = date(2008, 4, 20)


def left(text: str) -> list[str]:
    mentions = leave_in_passing(text, find_periods(text, ANCHOR, past=True))
    return [text[each.start : each.end] for each in mentions]


@pytest.mark.parametrize(
    "text",
    [
        "What did they say after the 2006 election about Iraq?",
        "said since the 2006 elections about ethics",
        "announced before the March 12 hearing",
        "said after last year's election",
        "announced after 2006 elections",
        "2006년 선거 이후에 발표된 것은?",
        "작년 태풍 직후에 나온 자료",
    ],
)
def test_period_of_a_thing_that_bounds_says_nothing_of_when(text: str) -> None:
    assert left(text) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("announced after March 2008 about floods", "March 2008"),
        ("announced after the 5th of March about floods", "5th of March"),
        ("since last year's statements on trade", "since last year"),
        ("in the 2006 campaign", "2006"),
        ("2006년 11월 이후 선거에 대해 발표된 것", "2006년 11월 이후"),
        ("2006년 발표 이후", "2006년"),
    ],
)
def test_period_that_bounds_by_itself_is_kept(text: str, kept: str) -> None:
    assert left(text) == [kept]


@pytest.mark.parametrize(
    "text",
    [
        'Did he say "it ends by June"?',
        "Did he say “it ends by June”?",
        "Did he say 'it ends by June'?",
        "Did he say ‘it ends by June’?",
        "「6월까지 끝난다」고 말했나",
        "『6월까지 끝난다』고 말했나",
    ],
)
def test_quoted_period_without_its_year_is_none(text: str) -> None:
    assert left(text) == []


def test_quoted_period_with_its_year_is_spoken_of() -> None:
    text = 'Who said "after March 2008 we vote"?'
    (mention,) = leave_in_passing(text, find_periods(text, ANCHOR))
    assert is_spoken_of(text, mention)


def test_question_that_is_quoted_whole_or_quotes_but_a_period_is_no_quotation() -> None:
    assert find_quoted('"What was announced in March?"') == ()
    assert left('"What was announced in March?"') == ["March"]
    assert left('announced in "October" about chips') == ["October"]
    assert find_quoted("the exporters' plans and the chipmakers' aims") == ()


@pytest.mark.parametrize(
    ("text", "spoken_of"),
    [
        ("Did he say that troops leave by June?", True),
        ("Did he say that the U.S. leaves by June?", True),
        ("Did he say the war would end by June?", True),
        ("Did he say in June that troops leave?", False),
        ("What has been announced that concerns chips since May?", False),
        ("What did he say about troops in June?", False),
    ],
)
def test_period_of_what_is_said_is_told_from_when_it_was_said(text: str, spoken_of: bool) -> None:
    (mention,) = find_periods(text, ANCHOR, past=True)
    assert is_spoken_of(text, mention) is spoken_of


def test_examples_hold() -> None:
    assert doctest.testmod(periods_in_passing).failed == 0
