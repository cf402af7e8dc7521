"""Of what rank, in charge of what and whose an office is that a question or a sentence names."""

import doctest

import pytest

from qa.language import whose_offices
from qa.language.offices import find_office, rate_offices


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(whose_offices).failed == 0


@pytest.mark.parametrize(
    ("question", "ranks", "portfolio", "countries", "own"),
    [
        ("Who is Japan's trade minister?", {""}, {"trade"}, {"Japan"}, False),
        ("who is the japanese minister for trade", {""}, {"trade"}, {"Japan"}, False),
        ("Who is the minister of finance of Kenya?", {""}, {"finance"}, {"Kenya"}, False),
        ("Who is the minister of mining in Mongolia?", {""}, {"resources"}, {"Mongolia"}, False),
        ("Who is the deputy minister of trade of Chile?", {"deputy"}, {"trade"}, {"Chile"}, False),
        ("일본 통상장관은 누구인가요?", {""}, {"trade"}, {"Japan"}, False),
        ("케냐의 에너지부 차관은 누구입니까?", {"vice", "deputy"}, {"energy"}, {"Kenya"}, False),
        ("Who is India's prime minister?", {"prime"}, set(), {"India"}, False),
        ("Who is India's ambassador to Japan?", {""}, set(), {"India"}, False),
        ("Who is the ambassador of India?", {""}, set(), {"India"}, False),
        ("Who is the trade minister?", {""}, {"trade"}, set(), True),
        ("Who is Korea's industry minister now?", {""}, {"industry"}, set(), True),
        ("Who was the trade minister in May 2024?", {""}, {"trade"}, set(), True),
        (
            "Who is the vice minister of MOTIR?",
            {"vice"},
            {"trade", "industry", "resources"},
            set(),
            True,
        ),
        ("통상교섭본부장은 누구입니까?", {""}, {"trade"}, set(), True),
        ("Who was the minister at the end of 2015?", {""}, set(), set(), True),
        ("Who is the minister at the meeting?", {""}, set(), set(), False),
        ("Who is the minister that Yeo met?", {""}, set(), set(), False),
        ("Who is the minister that Yeo met in China?", {""}, set(), set(), False),
        ("Who is the minister in Nairobi?", {""}, set(), set(), False),
        ("Who is the secretary of defense?", {""}, {"defense"}, set(), False),
        ("Who is the vice chairman of the club?", {"vice"}, set(), set(), False),
        ("협회 부회장은 누구입니까?", {"vice", "deputy"}, set(), set(), False),
    ],
)
def test_question_says_which_office(
    question: str, ranks: set[str], portfolio: set[str], countries: set[str], own: bool
) -> None:
    office = find_office(question)
    assert office is not None
    assert set(office.ranks) == ranks
    assert set(office.portfolio) == portfolio
    assert set(office.countries) == countries
    assert office.own is own


JAPANS = "Who is Japan's trade minister?"
OWN = "Who is the trade minister?"
WHOLE = "Who is the minister of trade, industry and resources?"
VICE = "Who is the first vice minister?"


@pytest.mark.parametrize(
    ("question", "sentence", "rated"),
    [
        (JAPANS, "Japan’s Trade Minister Muto Yoji came.", 2),
        (JAPANS, "It met with Muto Yoji, Japan’s Minister of Economy, Trade and Industry.", 1),
        (JAPANS, "Muto Yoji, Minister of Commerce of Japan, came.", 2),
        (JAPANS, "Minister Yeo visited Japan and met Muto Yoji, Minister for Trade.", 2),
        (JAPANS, "Trade Minister Yeo Han-koo met the Seoul Japan Club.", 0),
        (JAPANS, "Trade Minister Yeo Han-koo visited Japan.", 0),
        (JAPANS, "In Japan, Trade Minister Yeo Han-koo spoke.", 0),
        (JAPANS, "Wang Wentao, Minister of Commerce of China, came to Japan.", 0),
        (JAPANS, "Japan’s Minister of Finance came.", 0),
        (JAPANS, "Japan’s Vice Minister of Trade came.", 0),
        (JAPANS, "무토 요지 일본 통상장관이 방문했다.", 2),
        (JAPANS, "여한구 통상교섭본부장은 일본을 방문했다.", 0),
        (OWN, "Trade Minister Yeo Han-koo spoke.", 2),
        (OWN, "Minister Kim spoke.", 1),
        (OWN, "JK Kim, Minister of Trade, Industry and Resources, spoke.", 1),
        (OWN, "Vice Trade Minister Moon spoke.", 0),
        (OWN, "Amina Mwakalinga, Minister of Trade of Tanzania, spoke.", 0),
        (OWN, "They had met with Commerce Minister Wang.", 0),
        (OWN, "The second bilateral trade ministers’ meeting was held.", 0),
        (OWN, "The trade minister promised support.", 0),
        (WHOLE, "JK Kim, Minister of Trade, Industry and Resources (MOTIR), spoke.", 2),
        (WHOLE, "Ryu, Minister of the Ministry of Trade, Industry and Energy, spoke.", 1),
        (WHOLE, "김정관 산업통상부 장관이 말했다.", 1),
        (WHOLE, "Trade Minister Yeo Han-koo spoke.", 0),
        (VICE, "First Vice Minister Moon spoke.", 1),
        (VICE, "문신학 산업통상부 제1차관이 말했다.", 1),
        (VICE, "Second Vice Minister Lee spoke.", 0),
        (VICE, "이호현 제2차관이 말했다.", 0),
        ("Who is India's prime minister?", "Prime Minister Modi agreed.", 1),
        ("Who is India's prime minister?", "Trade Minister Goyal agreed.", 0),
        ("Who is the president of Iraq?", "Iraqi President Talabani agreed.", 1),
        ("Who is the president of Iraq?", "The President of Iran agreed.", 0),
        ("Who was the deputy director?", "Director Kim led it.", 0),
        ("Who was the director?", "Director Kim led it.", 1),
    ],
)
def test_office_named_is_the_one_asked_for(question: str, sentence: str, rated: int) -> None:
    office = find_office(question)
    assert office is not None
    assert rate_offices(office, sentence) == rated
