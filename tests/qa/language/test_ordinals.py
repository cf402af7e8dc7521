"""What is named by number, and what is told of others of the like."""

import doctest

import pytest

from qa.language import ordinals
from qa.language.ordinals import find_asked_numbers, find_held, find_numbered, is_another


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


def test_how_the_third_went_is_not_told_by_when_it_will_be() -> None:
    told = "The second round ended in May. The third round is to be held in June."
    question = "How many came to the third round?"
    [asked] = find_asked_numbers(question)
    assert asked.was
    assert is_another(asked, find_held(told))
    question = "When will the third round be held?"
    [asked] = find_asked_numbers(question)
    assert not asked.was


def test_part_is_asked_for_by_number_in_either_language() -> None:
    [asked] = find_asked_numbers("when groundbreaking?", "남도선 2공구는 언제 착공하나요?")
    assert (asked.number, asked.what) == (2, ("section",))
    assert is_another(asked, find_numbered("남도선 1공구를 착공했다.", "ko"))
    assert not is_another(asked, find_numbered("Section 2 of the line was begun."))


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
        ("the first tender of 2026", "They won this year's second tender.", True),
        ("the first meeting", "They met.", False),
        ("the first meeting of the year", "It was the 476th meeting.", False),
        ("the 34th plenary", "KATS hosted the 35th plenary in Jeju.", True),
        ("Section 1 of the line", "Section 2 runs for 48 km.", True),
        ("Section 1 of the line", "Sections 1 and 2 run for 48 km.", False),
        ("Phase 2 of the plan", "Phase II begins in May.", False),
        ("Phase 3 of the plan", "Phase II begins in May.", True),
        ("Unit 3 of the plant", "Units 1–4 are to be mended.", False),
        ("Unit 5 of the plant", "Units 1–4 are to be mended.", True),
    ],
)
def test_others_of_the_like_are_another(question: str, told: str, another: bool) -> None:
    (asked,) = find_asked_numbers(question)
    assert is_another(asked, find_numbered(told)) is another
