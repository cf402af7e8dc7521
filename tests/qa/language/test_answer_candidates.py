"""What sentences may answer with, told by hand."""

import doctest

import pytest

from qa.language import answer_candidates
from qa.language.answer_candidates import (
    find_candidates,
    find_words,
    holds_answer,
)
from qa.language.answer_types import AnswerType
from tests.timing import takes_less


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (AnswerType.AMOUNT, "Exports rose 24.3 percent."),
        (AnswerType.AMOUNT, "It is the first of five centers."),
        (AnswerType.DATE, "The center opens on Friday, December 12."),
        (AnswerType.DATE, "Trade reached a record in 2022."),
        (AnswerType.DATE, "회의는 12월 15일에 열렸다."),
        (AnswerType.PERSON, "The minister met Gourangalal Das, the new ambassador."),
        (AnswerType.PERSON, "김정관 장관이 밝혔다."),
        (AnswerType.PLACE, "The event was held in Fukuoka."),
        (AnswerType.PLACE, "행사는 후쿠오카에서 열렸다."),
        (AnswerType.PLACE, "WHERE: Sussex Central Middle School"),
        (AnswerType.PLACE, "○ 장 소 : 대한상공회의소"),
        (AnswerType.DATE, "WHEN: 12:45 p.m."),
        (AnswerType.DATE, "일시: 오전 10시"),
        (AnswerType.NAME, "It is run by the Ministry of Trade."),
        (AnswerType.NAME, "산업부가 운영한다."),
        (AnswerType.REASON, "Exports fell because of the holidays."),
        (AnswerType.REASON, "연휴 때문에 수출이 줄었다."),
        (AnswerType.REASON, "Exports rose, led by semiconductors."),
        (AnswerType.AGE, "He passed away on October 24, 2005, at the age of 89."),
        (AnswerType.AGE, "Haight was an 18 year-old."),
        (AnswerType.AGE, "Roybal, 89, died on Monday."),
        (AnswerType.AGE, "The upper age limit is 25."),
        (AnswerType.AGE, "They could retire at 53."),
        (AnswerType.AGE, "She began at nineteen."),
        (AnswerType.AGE, "향년 92세로 별세했다."),
        (AnswerType.STREAK, "ICT exports rose for the tenth consecutive month."),
        (AnswerType.STREAK, "It was the eighth month in a row that exports grew."),
        (AnswerType.STREAK, "This was the 20th monthly rise running."),
        (AnswerType.STREAK, "Exports fell two quarters running."),
        (AnswerType.STREAK, "ICT 수출은 5개월 연속 늘었다."),
    ],
)
def test_sentence_holds(kind: AnswerType, sentence: str) -> None:
    assert holds_answer(kind, sentence, frozenset())


@pytest.mark.parametrize("kind", AnswerType)
def test_sentence_of_plain_words_holds_none_of_them(kind: AnswerType) -> None:
    assert not holds_answer(kind, "Both sides agreed to cooperate closely.", frozenset())


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (AnswerType.AGE, "He championed the 1968 Bilingual Education Act."),
        (AnswerType.AGE, "H.R. 3678, the Internet Tax Freedom Act, passed on May 2, 2007."),
        (AnswerType.AGE, "He served 14 years in the Senate."),
        (AnswerType.AGE, "At first, the county spoke of the age of majority."),
        (AnswerType.AGE, "21세기 산업을 키운다."),
        (AnswerType.STREAK, "Exports rose in the third quarter of 2025."),
        (AnswerType.STREAK, "In the third quarter running costs rose."),
        (AnswerType.STREAK, "Exports rose 3 percent in the month."),
        (AnswerType.REASON, "The delegation was led by Ahn Ki-hyun."),
    ],
)
def test_thing_of_another_kind_is_none(kind: AnswerType, sentence: str) -> None:
    assert not holds_answer(kind, sentence, frozenset())


@pytest.mark.parametrize(
    ("kind", "question", "sentence"),
    [
        (AnswerType.PERSON, "Who heads the Planning Office?", "He visited the Planning Office."),
        (AnswerType.AMOUNT, "How much of the 58.3 billion is new?", "In all it is 58.3 billion."),
        (AnswerType.DATE, "In which month of 2024 did it open?", "It was planned in 2024."),
        (AnswerType.PLACE, "Where in Korea's south is it?", "It is in Korea."),
        (AnswerType.NAME, "Which minister met Kim?", "The minister met Kim."),
    ],
)
def test_what_the_question_names_is_no_answer(
    kind: AnswerType, question: str, sentence: str
) -> None:
    assert not holds_answer(kind, sentence, find_words(question))
    assert holds_answer(kind, sentence, frozenset())


@pytest.mark.parametrize(
    "date",
    [
        "The talks end on December 11, 2025.",
        "The talks ended on Dec. 11 in 2025.",
        "It was so in May 2nd and 2024.",
        "회의는 2025년 12월 15일에 열렸다.",
        "From Monday to Friday.",
    ],
)
def test_date_is_no_figure_and_no_name(date: str) -> None:
    assert find_candidates(AnswerType.AMOUNT, date) == frozenset()
    assert find_candidates(AnswerType.PERSON, date) == frozenset()


def test_letters_make_a_figure_a_name() -> None:
    assert find_candidates(AnswerType.AMOUNT, "It takes 3D sensors and 5G.") == frozenset()
    assert find_candidates(AnswerType.AMOUNT, "It takes 13GW for $5bn.") == {"13", "5"}


def test_figure_beside_a_date_is_a_figure() -> None:
    sentence = "On December 11, 2025, exports of 2,025 firms in 2024 reached $25.5 billion."
    assert find_candidates(AnswerType.AMOUNT, sentence) == {"2,025", "25.5", "billion"}


@pytest.mark.parametrize("kind", [AnswerType.AMOUNT, AnswerType.STREAK, AnswerType.DATE])
def test_time_is_linear_in_a_number_without_end(kind: AnswerType) -> None:
    text = "1" * 200_000
    # Were it quadratic, half a minute and more.
    assert takes_less(lambda: find_candidates.__wrapped__(kind, text), 3)


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(answer_candidates).failed == 0
