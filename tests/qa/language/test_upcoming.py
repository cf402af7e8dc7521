"""The next of what is held again and again, as people ask for it and as releases put it."""

import doctest

import pytest

from qa.language import upcoming
from qa.language.upcoming import asks_next, tells_next


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(upcoming).failed == 0


@pytest.mark.parametrize(
    "question",
    [
        "When is the next supply chain meeting?",
        "when and where will the ministers meet next",
        "Where does the next trade mission go?",
        "When do they meet again?",
        "When is the ministry's next K-FEZ Day?",
        "In which city is the next Textile Week?",
        "다음 회의는 언제 어디서 열리나요?",
        "다음 한일 장관 회담은 어디서?",
        "다음은 언제인가요?",
        "다음 K-FEZ 데이는 언제인가요?",
    ],
)
def test_next_is_asked_for_of_what_is_held_again(question: str) -> None:
    assert asks_next(question)


@pytest.mark.parametrize(
    "question",
    [
        "What is due next month?",
        "Which meetings are held in the next two weeks?",
        "When do they meet next year?",
        "What comes next to the plant?",
        "When does the next quarter begin?",
        "When was the bill next in line debated?",
        "다음 달 회의는 언제인가요?",
        "다음 중 무엇을 수출하나요?",
        "다음 중 어디에 수출하나요?",
        "다음 주에는 어디에 가나요?",
        "When was the last meeting?",
    ],
)
def test_next_stretch_of_time_is_no_such_thing(question: str) -> None:
    assert not asks_next(question)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The next mission will go to Riyadh in February 2027.", True),
        ("The group will meet again in Hanoi in January.", True),
        ("KOTRA will send a second mission to Budapest in October.", True),
        ("The fourth round is to be held in Sejong in August.", True),
        ("다음 회담은 2027년 가을 부산에서 열기로 하였다.", True),
        ("제2차 회의는 9월 서울에서 개최할 예정이다.", True),
        ("With the 14th conference set for March 26 in Cameroon, they looked at its agenda.", True),
        ("K-FEZ Day is to be held in Osaka on May 6.", True),
        ("The plan covers the next five years.", False),
        ("The goal was set on Monday.", False),
        ("They met again in Hanoi.", False),
        ("The third round was held in Wellington.", False),
        ("다음 달부터 요금이 오른다.", False),
        ("11일 제1차 회의를 열었다.", False),
    ],
)
def test_sentence_tells_of_the_next(sentence: str, told: bool) -> None:
    assert tells_next(sentence) is told
