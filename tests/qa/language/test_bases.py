"""What changes are measured against, told by hand."""

import doctest

import pytest

from qa.language import bases
from qa.language.bases import Basis, find_bases

MONTH, QUARTER, YEAR = Basis


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(bases).failed == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rose 0.5% from the previous month.", {MONTH}),
        ("How much did it rise month on month?", {MONTH}),
        ("It rose 3% from a month earlier and 9% on the year.", {MONTH, YEAR}),
        ("Output shrank 0.2 percent quarter-on-quarter.", {QUARTER}),
        ("전월 대비로는 0.5% 상승했다.", {MONTH}),
        ("9월 소비자물가지수는 전월보다 얼마나 올랐습니까?", {MONTH}),
        ("시금치는 한 달 새 78.4% 올랐다.", {MONTH}),
        ("전분기보다 1.2% 늘었다.", {QUARTER}),
        ("전년 동월 대비 2.4% 올랐다.", {YEAR}),
        ("전년동월대비 2.4%, 전년 동기보다 3% 올랐다.", {YEAR}),
        ("It rose 0.5 percent in the month of May.", set()),
        ("5월 매출은 3.1% 늘었다.", set()),
    ],
)
def test_basis_is_read_as_releases_and_questions_put_it(text: str, found: set[Basis]) -> None:
    assert find_bases(text) == found
