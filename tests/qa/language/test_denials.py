"""Claims that the next sentence denies or corrects, as releases put them, and what stands."""

import doctest

import pytest

from qa.language import denials
from qa.language.denials import find_denial


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(denials).failed == 0


@pytest.mark.parametrize(
    "sentences",
    [
        ("A daily wrote that the tax will end.", "However, these reports are groundless."),
        ("The rumour spread that rice will be let in.", "That is completely false."),
        ("The release gave 40 firms.", "It should have read 14 firms."),
        ("The release gave 3.1 gigawatts.", "The correct figure is 0.31 gigawatts."),
        ("A website claimed that he will resign.", "No such decision has been taken."),
        ("한 일간지는 세금을 올린다고 썼다.", "해당 보도는 사실이 아닙니다."),
        ("일부 언론은 요금을 정한다고 보도하였다.", "정부는 이를 검토한 바 없다."),
        ("어제 자료에 12억 달러로 적혔다.", "정확한 금액은 1억 2천만 달러이다."),
    ],
)
def test_sentence_that_denies_or_corrects_the_one_before_is_found(
    sentences: tuple[str, ...],
) -> None:
    assert find_denial(sentences, 0) == 1


def test_report_may_be_denied_by_the_next_sentence_but_one_and_nothing_else_is() -> None:
    denied = ("It names May as the month.", "This is not true.")
    assert find_denial(("Articles say that prices will fall.", *denied), 0) == 2
    assert find_denial(("Prices will fall.", *denied), 0) is None


@pytest.mark.parametrize(
    "sentences",
    [
        ("Exports fell.", "This is not the first fall this year."),
        ("The ministry reported exports of USD 3 billion.", "No agreement was needed."),
        ("It opens in May.", "The right to appeal is kept."),
        ("The plan was announced.", "It is wrong to delay it."),
        ("Reports of a cut in a newspaper are false.", "No decision has been taken."),
        ("수출이 늘었다.", "이는 사실상 처음이다."),
    ],
)
def test_what_stands_is_not_denied(sentences: tuple[str, ...]) -> None:
    assert find_denial(sentences, 0) is None
