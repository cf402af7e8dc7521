"""What is named by number, and what is told of others of the like."""

import doctest

import pytest

from qa.language import ordinals
from qa.language.ordinals import find_asked_numbers, find_numbered, is_another


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(ordinals).failed == 0


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("When is the 15th WTO conference?", [15]),
        ("the seventh joint committee", [7]),
        ("the sixth and seventh rounds", [6, 7]),
        ("Tenth Round of Talks", [10]),
        ("the twenty-first meeting", [21]),
        ("the 110th Congress", [110]),
        ("exports in the third quarter", []),
        ("since the 2nd half of 2024", []),
        ("for the tenth consecutive month", []),
        ("the third monthly gain", []),
        ("the second time this year", []),
        ("the 21st century", []),
        ("the second largest exporter", []),
        ("a third party", []),
        ("third country nationals", []),
        ("on the 15th of May", []),
        ("the 15th May meeting", []),
        ("on May 15th ministers met", []),
        ("a 15 second delay", []),
        ("two-third majority", []),
        ("by the fifth", []),
        ("held on third down", []),
        ("the second candidate", []),
        ("", []),
    ],
)
def test_numbers_of_periods_days_and_ranks_are_none(text: str, numbers: list[int]) -> None:
    assert [each.number for each in find_numbered(text)] == numbers


def test_korean_text_is_read_in_its_rendering() -> None:
    (found,) = find_numbered("제7차 공동위원회를 개최했다.", "ko")
    assert found.number == 7
    assert "committe" in found.what


@pytest.mark.parametrize(
    ("question", "told", "another"),
    [
        (
            "the 15th WTO conference",
            "With the 14th WTO Ministerial Conference set for May, …",
            True,
        ),
        ("the fourteenth conference", "With the 14th WTO Ministerial Conference set, …", False),
        ("When does the seventh round start?", "The sixth round of negotiations ended.", True),
        ("the seventh negotiations", "The sixth round of negotiations ended.", True),
        ("the sixth trade talks", "The sixth round of negotiations ended.", False),
        ("the sixth round", "After the fifth round, the sixth round will follow.", False),
        ("the sixth round", "The fifth and sixth rounds were held in May.", False),
        ("the seventh committee", "The third joint committee met on the seventh basic plan.", True),
        ("the third joint committee", "The second joint project was agreed on.", False),
        ("the third joint committee", "The joint committee met.", False),
        ("the third meeting", "Exports rose in the second quarter.", False),
    ],
)
def test_others_of_the_like_are_another(question: str, told: str, another: bool) -> None:
    (asked,) = find_asked_numbers(question)
    assert is_another(asked, find_numbered(told)) is another
