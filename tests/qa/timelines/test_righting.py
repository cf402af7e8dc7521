"""Which figure a correction says is right, told by hand; and where that is left open."""

from datetime import date

import pytest

from qa.language.figures import Figure
from qa.timelines.dated_sentences import read_alone
from qa.timelines.righting import find_right

DAY = date(2026, 7, 10)
PERCENT, DOLLARS, SEAFOOD = (
    Figure(0, 1, value, unit) for value, unit in ((8.2, "percent"), (8.2e9, "USD"), (2.84e8, "USD"))
)


def tell(wrong: Figure, *sentences: str) -> str | None:
    """The words of the figure that is right, in the sentence that it is found in."""
    found = find_right(wrong, [read_alone(each, DAY) for each in sentences])
    if found is None:
        return None
    sentence, figure = found
    return sentence.text[figure.start : figure.end]


@pytest.mark.parametrize(
    ("wrong", "sentences", "right"),
    [
        (PERCENT, ["Prices rose 7.9 percent, not 8.2 percent."], "7.9 percent"),
        (PERCENT, ["The rate is not 8.2 percent but 7.9 percent."], "7.9 percent"),
        (PERCENT, ["The rate of 8.2 percent should have read 7.9 percent."], "7.9 percent"),
        (PERCENT, ["Growth is corrected from 8.2 percent to 7.9 percent."], "7.9 percent"),
        # In another unit the wrong value is right.
        (
            DOLLARS,
            [
                "Arrivals were given as USD 8.2 billion.",
                "The correct amount is USD 7.9 billion, up 8.2 percent.",
            ],
            "USD 7.9 billion",
        ),
        (
            SEAFOOD,
            [
                "수출액을 2억 8,400만 달러로 적었으나 올바른 값은 2억 6,420만 달러이다.",
                "죄송합니다.",
            ],
            "2억 6,420만 달러",
        ),
    ],
)
def test_right_of_two_figures_is_told(wrong: Figure, sentences: list[str], right: str) -> None:
    assert tell(wrong, *sentences) == right


@pytest.mark.parametrize(
    "sentences",
    [
        ["Prices rose 3.1 percent, not 3.2 percent."],
        ["The rate was 8.2 percent.", "Imports are not affected."],
        # What was given is what stands.
        ["Prices rose 8.2 percent, not 7.9 percent."],
        ["The correct rate is 7.9 percent; 8.2 percent was given."],
        ["The rate of 8.2 percent should have read 7.9 percent or 7.8 percent."],
        [
            "Prices rose 7.9 percent, not 8.2 percent.",
            "Wages rose 3.3 percent, not 8.2 percent.",
        ],
        ["The rate was given as 8.2 percent.", "The correct amount is USD 7.9 billion."],
        [],
    ],
)
def test_where_it_is_not_certain_none_is_told(sentences: list[str]) -> None:
    assert tell(PERCENT, *sentences) is None
