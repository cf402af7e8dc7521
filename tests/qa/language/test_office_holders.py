"""Who holds an office: which sentences name them in full, and which questions ask nothing else."""

import doctest

import pytest

from qa.language import office_holders
from qa.language.office_holders import asks_holder_alone, rate_holder
from qa.language.offices import find_office

MINISTRY = "Ministry of Trade, Industry and Resources"
TRADE = "Who is the trade minister?"
WHOLE = "Who is the minister of trade, industry and resources?"
INDUSTRY = "Who is the minister of industry?"
MINISTER = "Who is the minister?"
VICE = "산업통상부 차관은 누구입니까?"


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(office_holders).failed == 0


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Who was the minister in 2024?", "Who was the minister in ?"),
        ("Who were the vice ministers in 2019 and 2020?", "Who were the vice ministers in and ?"),
        ("Could you tell me who Korea's industry minister is?", None),
        ("Who is vice minister of MOTIR?", None),
        ("산업통상부 장관은 누구입니까?", "who Minister of Trade, Industry and Resources?"),
        ("산업부 차관 이름이 뭐야?", "what Ministry of Trade, Industry MOTIR vice minister name?"),
    ],
)
def test_question_asks_for_nothing_but_the_holder(question: str, topic: str | None) -> None:
    assert asks_holder_alone(find_office(question), topic or question)


@pytest.mark.parametrize(
    "question",
    [
        "Who is Japan's trade minister?",
        "Who is the ambassador of India?",
        "Who was the trade minister when the center opened?",
        "Who was trade minister before Yeo Han-koo?",
        "Who will be the next trade minister?",
        "Who is the minister of trade responsible for batteries?",
        "Which minister visited Nairobi?",
        "Who did the minister meet in Beijing?",
    ],
)
def test_question_asks_for_something_else(question: str) -> None:
    assert not asks_holder_alone(find_office(question), question)


def test_question_of_many_words_of_offices_is_read_at_once() -> None:
    office = find_office(TRADE)
    assert not asks_holder_alone(office, "foreign trade minister " * 80 + "Yeo")


@pytest.mark.parametrize(
    ("question", "sentence", "rated"),
    [
        (TRADE, "Trade Minister Yeo Han-koo of the Ministry of Trade met him.", 2),
        (TRADE, "Minister for Trade Yeo Han-koo spoke.", 2),
        (TRADE, "Yeo Han-koo, Minister for Trade, spoke.", 2),
        (TRADE, "여한구 통상교섭본부장은 회의를 열었다.", 2),
        (TRADE, "통상교섭본부장(여한구)은 회의를 열었다.", 2),
        (TRADE, "The ministry (MOTIR, Minister JK Kim) announced it.", 1),
        (TRADE, "Trade Minister Yeo spoke.", 0),
        (MINISTER, "He was received by Minister of Industry and Trade Nguyen Hong Dien.", 0),
        (MINISTER, "Yeo met with Minister of Trade and Industry Grace Mbeki.", 0),
        (MINISTER, "Minister of Trade and Industry JK Kim was received by the king.", 2),
        (TRADE, "The trade minister spoke. Han Koo listened.", 0),
        (TRADE, "Trade Minister Yeo’s Office said so.", 0),
        (TRADE, "Former Trade Minister Ahn Duk-geun spoke.", 0),
        (TRADE, "It met with Commerce Minister Wang Wentao.", 0),
        (TRADE, "Wang Wentao, Minister of Commerce of China, spoke.", 0),
        (TRADE, "Vice Minister Moon Shin-hak spoke.", 0),
        (WHOLE, "The ministry (MOTIR, Minister JK Kim) announced it.", 2),
        (WHOLE, "JK (Jung-Kwan) Kim, Minister of Trade, Industry and Resources, spoke.", 2),
        (WHOLE, "The Minister of Trade, Industry and Energy Ahn Duk-geun spoke.", 2),
        (WHOLE, "산업통상부(장관 김정관)는 밝혔다.", 2),
        (WHOLE, "김정관 산업통상부 장관은 밝혔다.", 2),
        (WHOLE, "김정관 장관은 밝혔다.", 2),
        (WHOLE, "전 장관 김정관은 밝혔다.", 0),
        (WHOLE, "김정관 전 장관은 밝혔다.", 0),
        (WHOLE, "영국 Helen Ashcombe 장관을 만났다.", 0),
        (WHOLE, "양국 장관은 합의했다.", 0),
        (WHOLE, "Trade Minister Yeo Han-koo spoke.", 0),
        (INDUSTRY, "Minister Kim Jung-kwan spoke.", 1),
        (INDUSTRY, "Industry Minister Kim Jung-kwan spoke.", 2),
        (INDUSTRY, "It was signed with Peru by Lee Min-ho and Tom Hill, Minister of Industry.", 0),
        (MINISTER, "Minister Kim Jung-kwan spoke.", 2),
        (MINISTER, "Trade Minister Yeo Han-koo spoke.", 0),
        (VICE, "Vice Minister Moon Shin-hak spoke.", 2),
        (VICE, "문신학 산업통상부 제1차관이 방문했다.", 2),
        (VICE, "문신학 차관보가 방문했다.", 0),
        (VICE, "Minister Kim Jung-kwan spoke.", 0),
        ("Who is the minister of finance?", "Minister Kim Jung-kwan spoke.", 0),
    ],
)
def test_sentence_names_in_full_who_holds_just_this_office(
    question: str, sentence: str, rated: int
) -> None:
    office = find_office(question)
    assert office is not None
    assert rate_holder(office, sentence, MINISTRY) == rated


def test_minister_is_in_charge_of_what_the_publisher_is() -> None:
    office = find_office("Who is the minister of finance?")
    assert office is not None
    assert rate_holder(office, "Minister Choi Sang-mok spoke.", "Ministry of Finance") == 2
    assert rate_holder(office, "Minister Choi Sang-mok spoke.", "Office of Senator Smith") == 0
