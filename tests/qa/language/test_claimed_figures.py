"""Figures that a question wants confirmed."""

import doctest

import pytest

from qa.language import claimed_figures
from qa.language.claimed_figures import lacks_claimed

EXPORTS = "Exports rose 24.3 percent to USD 25.5 billion, and imports fell 3 percent."


@pytest.mark.parametrize(
    "question",
    [
        "Did exports rise by 30 percent in November?",
        "Did exports come to $26.5 billion?",
        "Was it 24.3 billion dollars that was exported?",
        "Have imports fallen by 3.4%?",
        "Did exports rise 24.3 percent to $26 billion and imports by 2 percent?",
        "11월 수출이 30% 늘었나요?",
        "수출이 3조 2,100억 원이었습니까?",
    ],
)
def test_figure_that_does_not_stand_there_is_lacking(question: str) -> None:
    assert lacks_claimed(question, EXPORTS)


@pytest.mark.parametrize(
    "question",
    [
        "Did exports rise by 24.3% in November 2025?",
        "Did exports rise by 24 percent?",  # as exactly as it is asked
        "Did exports come to $25.5bn?",
        "Was the rise 24.3 percentage points?",
        "Did imports drop by 3%?",  # in which direction the sentence says
        "Did exports rise by more than 20 percent?",
        "Did exports exceed the $30 billion mark?",
        "Were exports above USD 30 billion?",
        "수출이 300억 달러를 넘었나요?",
        "수출이 30% 이상 늘었나요?",
        "Did exports rise in November 2025?",
        "Were 12 models recalled?",  # as may be written out
        "By how much did exports rise after the 30 percent of October?",
        "exports 30 percent",
    ],
)
def test_nothing_is_said_of_what_stands_there_or_need_not(question: str) -> None:
    assert not lacks_claimed(question, EXPORTS)


def test_korean_amount_is_the_same_in_either_form() -> None:
    assert not lacks_claimed("지원액이 3조 2,100억 원이었습니까?", "KRW 3.21 trillion in support.")
    assert lacks_claimed("지원액이 3조 3,100억 원이었습니까?", "KRW 3.21 trillion in support.")


def test_examples_in_the_docstring_hold() -> None:
    assert doctest.testmod(claimed_figures).failed == 0
