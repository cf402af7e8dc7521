"""Korean words without English, and which of them name something."""

import doctest
import re

import pytest

from qa.language import unread_words
from qa.language.glossary import find_unrendered
from qa.language.unread_words import find_unread_words
from tests.timing import takes_less


def find(text: str) -> list[str]:
    return [each.korean for each in find_unread_words(text, find_unrendered(text))]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("코끼리열차 리콜이 있었나요?", ["코끼리열차"]),
        ("도깨비방망이를 리콜했나요?", ["도깨비방망이"]),
        ("데프네 아르슬란 대사가 누구를 만났습니까?", ["데프네", "아르슬란"]),
        ("양희동 차관이 거제를 방문했나요?", ["양희동"]),
        # The glossary knows of 하동, a town, and of 인, an ending.
        ("하동욱 장관은 누구를 만났나요?", ["하동욱"]),
        ("백종인 차관이 여수를 방문한 적 있나요?", ["백종인"]),
    ],
)
def test_word_that_names_something_is_found_whole(text: str, named: list[str]) -> None:
    assert find(text) == named


@pytest.mark.parametrize(
    "text",
    [
        "수출이 얼마나 꺾였나요?",
        "수출이 왜 곤두박질쳤나요?",
        "이번 협상에서 무엇을 얻어냈나요?",
        "신임 장관은 누구인가요?",
        "양국 장관은 무엇을 논의했나요?",
        "How much did exports rise?",
    ],
)
def test_what_is_done_can_be_said_in_other_words(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("표재훈 장관은 서울에서", True),
        ("Minister Pyo Jae-hoon met", True),
        ("길상민 장관은 서울에서", False),
        ("Minister Gil Sang-min met", False),
    ],
)
def test_person_is_found_in_either_language(text: str, held: bool) -> None:
    [person] = find_unread_words("표재훈 장관은 누구를 만났나요?", ["표재훈"])
    assert person.stands_in(text) is held


def test_surnames_are_one_syllable_with_spellings_that_differ() -> None:
    for korean, usual in unread_words._surnames().items():
        assert len(korean) == 1
        assert len(set(usual)) == len(usual) > 0
        assert all(each.istitle() for each in usual)


def test_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(unread_words).failed == 0


def test_words_that_nobody_has_asked_for_yet_cost_little() -> None:
    words = [f"{chr(0xAC00 + 37 * each)}{chr(0xAC00 + 53 * each)}사" for each in range(200)]

    def find() -> None:
        re.purge()  # patterns of such a word are not known from before
        assert len(find_unread_words(" ".join(words), words)) == len(words)

    assert takes_less(find, 0.15)
