"""Ministries and agencies, by the names that releases are held under and those in questions."""

import doctest
from datetime import date

import pytest

from qa.language import bodies
from qa.language.bodies import find_bodies, find_body, join_names
from qa.records import DateRange

TRADE, TRADE_KO = "Ministry of Trade, Industry and Resources", "산업통상부"
EARLIER, EARLIER_KO = "Ministry of Trade, Industry and Energy", "산업통상자원부"
SCIENCE, SCIENCE_KO = "Ministry of Science and ICT", "과학기술정보통신부"
CLIMATE = "Ministry of Climate, Energy and Environment"
CUSTOMS, CUSTOMS_KO = "Korea Customs Service", "관세청"
SPACE = "우주항공청"
HELD = (TRADE, EARLIER_KO, SCIENCE, SCIENCE_KO, CLIMATE, CUSTOMS, CUSTOMS_KO, SPACE)
BODIES = join_names(HELD)


def test_names_in_both_languages_and_earlier_ones_are_of_one_body() -> None:
    assert [each.names for each in BODIES] == [
        (TRADE, EARLIER_KO),
        (SCIENCE, SCIENCE_KO),
        (CLIMATE,),
        (CUSTOMS, CUSTOMS_KO),
        (SPACE,),
    ]
    [trade] = join_names((TRADE, TRADE_KO, EARLIER, EARLIER_KO))
    assert len(trade.names) == 4


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("What did the customs service announce?", CUSTOMS, "the customs service"),
        ("What's new from the Korea Customs Service?", CUSTOMS, "the Korea Customs Service"),
        ("KCS news", CUSTOMS, "KCS"),
        ("the trade ministry's announcements", TRADE, "the trade ministry"),
        ("the Ministry of Trade, Industry and Resources said", TRADE, None),
        ("MOTIR press releases", TRADE, "MOTIR"),
        ("MOTIE press releases", TRADE, "MOTIE"),  # which its Korean name stands for
        ("news from the ministry of science", SCIENCE, "the ministry of science"),
        ("MSIT updates", SCIENCE, "MSIT"),
        ("the environment ministry", CLIMATE, "the environment ministry"),
        ("과기정통부 소식", SCIENCE, "과기정통부"),
        ("산업부가 낸 자료", TRADE, "산업부"),
        ("관세청에서 나온 발표", CUSTOMS, "관세청"),
        ("우주청 뉴스", SPACE, "우주청"),
    ],
)
def test_body_is_named_in_its_usual_short_forms(text: str, name: str, words: str | None) -> None:
    found = find_body(text, BODIES)
    assert found is not None
    assert found.body.names[0] == name
    assert words is None or text[found.span.start : found.span.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "What did the ministry announce?",
        "the energy ministry's news",  # either of two
        "the health ministry's news",
        "news about the customs service",
        "news from the customs service and the trade ministry",
        "관세청에 대한 소식",
        "산업부와 과기정통부 소식",
        "관세청장 소식",
        "USD and KRW news",
        "수출 일부 소식",
    ],
)
def test_body_is_none_where_it_is_not_sure_which_is_meant_or_it_is_spoken_of(text: str) -> None:
    assert find_body(text, BODIES) is None


def test_whole_name_is_that_of_no_body_of_a_longer_one() -> None:
    found = find_body("news from the Ministry of Trade", join_names((TRADE, "Ministry of Trade")))
    assert found is not None
    assert found.body.names == ("Ministry of Trade",)


def test_body_that_follows_another_is_no_other_one() -> None:
    def span(first: int, last: int) -> DateRange:
        return DateRange(date(first, 1, 1), date(last, 12, 31))

    days = {"Ministry of Knowledge Economy": span(2008, 2012), EARLIER: span(2013, 2024)}
    assert find_bodies(days) == ()
    assert len(find_bodies(days | {CUSTOMS: span(2010, 2020)})) == 3


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(bodies).failed == 0
