"""Which periods are only compared with, or not meant."""

from datetime import date

import pytest

from qa.periods import find_periods
from qa.understanding.periods_compared import is_compared, is_set_aside

ANCHOR = date(2025, 8, 20)


@pytest.mark.parametrize(
    "behind",
    ["보다", " 대비", "에 비해", "과 비교해", "하고 비교하면", "랑 비교해서", "이 아니라", " 말고"],
)
def test_period_that_is_only_compared_with_is_set_aside(behind: str) -> None:
    text = f"지난 7월{behind} 수출이 얼마였나요"
    assert [is_set_aside(text, each) for each in find_periods(text, ANCHOR)] == [True]


@pytest.mark.parametrize("behind", ["", "의", "에는", "엔", "까지", "이", " 수출", "비교 자료"])
def test_period_that_is_meant_is_not_set_aside(behind: str) -> None:
    text = f"지난 7월{behind} 수출이 얼마였나요"
    assert [is_set_aside(text, each) for each in find_periods(text, ANCHOR)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "exports, not in July 2025",
        "not July 2025 but June",
        "rather than July 2025",
        "exports not July but June 2025",
        "How much did we export not in July 2025 but June 2025?",
        "FDI not Q1 2025 but Q2 2025",
        "sales not of 2024 but 2023",
        "imports not last month, but the previous month",
    ],
)
def test_period_that_is_expressly_not_meant_is_set_aside(text: str) -> None:
    assert is_set_aside(text, find_periods(text, ANCHOR)[0])


@pytest.mark.parametrize(
    "text",
    [
        "Why did exports not rise in July 2025 but imports did?",
        "What did not open in July 2025 but marched on?",
        "Which plant did not open in July 2025 but may open soon?",
        "Which plant was not built in July 2025 but the first of all?",
    ],
)
def test_what_was_the_matter_besides_sets_no_period_aside(text: str) -> None:
    assert not is_set_aside(text, find_periods(text, ANCHOR)[0])


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("exports compared with July 2025", True),
        ("exports higher than in July 2025", True),
        ("exports up from July 2025", True),
        ("exports in July 2025", False),
    ],
)
def test_words_before_a_period_say_that_another_is_compared_with_it(
    text: str, compared: bool
) -> None:
    assert is_compared(text, find_periods(text, ANCHOR)[0]) is compared
