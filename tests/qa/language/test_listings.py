"""Several things asked for, and lists of them, told by hand."""

import doctest

import pytest

from qa.language import listings
from qa.language.listings import Several, find_several, lists_counted


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(listings).failed == 0


@pytest.mark.parametrize(
    ("question", "countries"),
    [
        ("Which ICT products declined in May 2025?", False),
        ("What items did exports fall for?", False),
        ("In which industries did sentiment darken?", False),
        ("Which countries bought less?", True),
        ("To which destinations did exports grow?", True),
        ("Which Japanese logistics companies attended the event?", None),
        ("Which types of stores sold more?", None),
        ("List the ICT products whose exports rose", False),
        ("어떤 품목이 늘었나요?", False),
        ("수출이 늘어난 국가는?", True),
        ("Where did exports increase in August 2025?", True),
        ("To which destination did ICT exports fall the most?", True),
        ("What country pledged the most?", True),
        ("Which store type had the biggest drop in sales?", False),
        ("Which imports rose in November?", False),
    ],
)
def test_question_for_several_things_is_known_by_their_plural(
    question: str, countries: bool | None
) -> None:
    assert find_several(question) == Several(countries)


@pytest.mark.parametrize(
    "question",
    [
        "Which agency runs the center?",
        "Which measure aims to stop it?",
        "What causes fires?",
        "What gas mileage would cars need?",
        "Which country's schools were closed?",
        "What were exports in May?",
        "Who are the members?",
        "Name the minister of trade",
        "수출은 얼마였나요?",
        "Where did exports stand in August 2025?",
        "Where did the minister go?",
        "Which country did the minister visit?",
    ],
)
def test_question_for_one_thing_asks_for_no_list(question: str) -> None:
    assert find_several(question) is None


@pytest.mark.parametrize(
    ("sentence", "rate"),
    [
        ("Those represented were Nippon Express, Mitsui-Soko, and Kokura Transport.", 0.5),
        ("It works with countries such as Vietnam.", 0.5),
        ("It pays for nursing, teaching and law enforcement.", 0.5),
        ("The Ministry of Trade, Industry and Resources announced it.", 0.0),
        ("Talks between Korea and Japan were held in Seoul.", 0.0),
        ("Exports rose 3 percent to USD 4 billion.", 0.0),
    ],
)
def test_list_is_told_from_one_name_with_commas(sentence: str, rate: float) -> None:
    assert Several(None).rate(sentence) == rate


def test_list_of_countries_answers_for_countries_alone() -> None:
    countries = "Exports to Japan (up 8.3 percent) and India (-1.8 percent) moved."
    assert [Several(each).rate(countries) for each in (True, None, False)] == [1.0, 1.0, 0.0]
    assert Several(True).rate("일본(8.3%), 인도(1.8%)가 늘었다.") == 1.0
    assert Several(True).rate("Prices of DRAM and NAND kept falling.") == 0.0


@pytest.mark.parametrize(
    ("sentence", "following", "lists"),
    [
        ("It adds five rare earths.", "These are holmium, erbium and thulium.", True),
        ("Three ports were named.", "The ports are Gaon in the east, Saebom and Haedong.", True),
        ("희토류 5종을 품목에 더하였다.", "추가되는 품목은 홀뮴, 에르븀, 툴륨이다.", True),
        ("It adds rare earths.", "These are holmium, erbium and thulium.", False),
        ("It adds five rare earths.", "They are used in lasers.", False),
        ("희토류 5종을 더하였다.", "산업부는 대책을 마련했다.", False),
    ],
)
def test_list_that_follows_names_what_is_counted(
    sentence: str, following: str, lists: bool
) -> None:
    assert lists_counted(sentence, following) is lists
