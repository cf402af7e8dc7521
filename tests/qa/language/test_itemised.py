"""What a sentence lists with figures in brackets, told by hand."""

import doctest

import pytest

from qa.language import itemised
from qa.language.itemised import find_itemised, is_list


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(itemised).failed == 0


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "By origin, investors from the EU (up 3.1 percent) pledged more, those from Japan (-2%)"
            " less.",
            ("the EU", "Japan"),
        ),
        (
            "Exports to China, including Hong Kong (down 7.9 percent) fell.",
            ("China, including Hong Kong",),
        ),
        ("품목별로는 철강(12.5%), 자동차(2.4%)가 늘었다.", ("철강", "자동차")),
        ("The Korea Trade Commission (KTC) ruled on it.", ()),
        ("It rained.", ()),
    ],
)
def test_thing_stands_right_before_its_figure(sentence: str, expected: tuple[str, ...]) -> None:
    assert find_itemised(sentence) == expected


def test_figure_outside_of_brackets_makes_more_than_a_list() -> None:
    assert is_list("Ships (up 9.1 percent) and steel (-2%) lost ground.")
    assert not is_list("In May, exports were $50 billion (up 3 percent).")
