"""Sentences sorted by hand: those that only state what a figure is compared with, and others."""

import doctest
from datetime import date

import pytest

from qa.language import elsewhen
from qa.language.elsewhen import is_elsewhen, says_period
from qa.periods import Granularity, Period

PUBLISHED = date(2025, 12, 22)
NOVEMBER = Period(date(2025, 11, 1), date(2025, 11, 30), Granularity.MONTH)
LAST_NOVEMBER = Period(date(2024, 11, 1), date(2024, 11, 30), Granularity.MONTH)
TILL_NOVEMBER = Period(date(2025, 1, 1), date(2025, 11, 30), Granularity.RANGE)
SECOND_QUARTER = Period(date(2025, 4, 1), date(2025, 6, 30), Granularity.QUARTER)
THIRD_QUARTER = Period(date(2025, 7, 1), date(2025, 9, 30), Granularity.QUARTER)
FIRST_HALF = Period(date(2025, 1, 1), date(2025, 6, 30), Granularity.HALF)
YEAR = Period(date(2025, 1, 1), date(2025, 12, 31), Granularity.YEAR)


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(elsewhen).failed == 0


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("The share of online channels was 60.0% in November 2024.", NOVEMBER),
        ("November 2024 had brought $0.76 billion.", NOVEMBER),
        ("A year earlier 71.8 million barrels had been imported.", NOVEMBER),
        ("Utilisation was 82.4 percent the quarter before.", THIRD_QUARTER),
        ("The marginal price a year ago was KRW 88.2 per kWh.", NOVEMBER),
        ("작년 같은 달에는 11.6억 달러를 수출했다.", NOVEMBER),
        ("The third quarter of 2024 had closed at $15.9 billion.", THIRD_QUARTER),
        ("한 해 전 같은 분기의 실적은 344억 달러이다.", THIRD_QUARTER),
        ("전 분기(322억 달러)와의 차이는 계절 요인이 크다.", THIRD_QUARTER),
        ("In the first quarter of 2025, pledges had amounted to USD 13.6 billion.", SECOND_QUARTER),
        ("New orders in the second quarter were 3.42 million CGT.", THIRD_QUARTER),
        ("Batteries worth $0.98 billion had left the country in October.", NOVEMBER),
        ("For comparison, the export value of October 2025 was USD 5.5 billion.", NOVEMBER),
        ("The figure compares with USD 56.3 billion in October 2025.", NOVEMBER),
        ("Exports came to $683.8 billion in 2024.", YEAR),
        ("The export rate had been 76.7% in 2024.", YEAR),
        ("The figure compares with USD 38.4 billion in May 2024.", YEAR),
        ("The index is expected to be 101 in December.", NOVEMBER),
        ("업계에서는 내년 상반기에 여건이 나아질 것으로 기대하고 있다.", FIRST_HALF),
        ("Exports from January to November 2025 added up to USD 640 billion.", NOVEMBER),
        ("올해 들어 11월까지의 누계는 110.4억 달러이다.", NOVEMBER),
    ],
)
def test_sentence_that_states_what_is_compared_with_is_of_another_time(
    sentence: str, asked: Period
) -> None:
    assert is_elsewhen(sentence, PUBLISHED, asked, asked)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("The share was 60.7% in November 2025, against 60.0% in November 2024.", NOVEMBER),
        ("Exports stood at $36.4 billion, compared with $42.7 billion a year before.", NOVEMBER),
        ("Exports stood at $36.4 billion, compared with $42.7 billion in November 2024.", NOVEMBER),
        ("Demand was 79.3 million barrels, after 77.3 million barrels in October.", NOVEMBER),
        ("Orders rose 5 percent from the second quarter to 3.9 million tons.", THIRD_QUARTER),
        ("Orders rose 5 percent from the second quarter.", THIRD_QUARTER),
        ("That is 5.4 percent above the level of November 2024.", NOVEMBER),
        ("Sales of 5.3 trillion won are up from KRW 4.9 trillion in 2024.", YEAR),
        ("From USD 4.9 billion in 2024, sales rose to USD 5.3 billion.", YEAR),
        ("The renewables' part was 10.5 percent, having been 10.9 percent in 2024.", NOVEMBER),
        ("흑자는 작년 같은 분기의 308억 달러에서 390억 달러로 바뀌었다.", THIRD_QUARTER),
        ("A year earlier than planned, 71.8 million barrels came.", YEAR),
        ("작년 같은 달보다 15.5% 줄었다.", NOVEMBER),
        ("전년 동월 대비 15.5% 줄었다.", NOVEMBER),
        ("It is the highest figure since November 2021.", NOVEMBER),
        ("Phones launched in September sold for $3 million.", NOVEMBER),
        ("The plant is to employ 500 workers in 2027.", NOVEMBER),
        ("Exports rose 3 percent, the ministry said on December 1.", NOVEMBER),
        ("Exports rose 3 percent.", NOVEMBER),
        ("In August 2025 exports reached USD 58 billion.", THIRD_QUARTER),
        ("올해 들어 11월까지의 누계는 110.4억 달러이다.", TILL_NOVEMBER),
    ],
)
def test_other_sentences_are_not(sentence: str, asked: Period) -> None:
    assert not is_elsewhen(sentence, PUBLISHED, asked, asked)


def test_release_on_another_time_or_none_may_speak_of_the_one_asked_for() -> None:
    # Of last November this November's release says what it was.
    earlier = "A year earlier 71.8 million barrels had been imported."
    assert not is_elsewhen(earlier, PUBLISHED, LAST_NOVEMBER, NOVEMBER)
    spared = "The budget shields 20 million people from this tax in 2024."
    assert not is_elsewhen(spared, PUBLISHED, YEAR, None)
    assert is_elsewhen("In November 2024 it was 60 percent.", PUBLISHED, NOVEMBER, None)


def test_total_since_january_is_of_the_year_till_then() -> None:
    november = Period(date(2025, 11, 1), date(2025, 11, 30), Granularity.MONTH)
    till_then = Period(date(2025, 1, 1), date(2025, 11, 30), Granularity.RANGE)
    day = date(2025, 12, 20)
    for total in ("Sales since January stand at KRW 9 trillion.", "1월부터 11월까지 9조 원이다."):
        assert says_period(total, day, till_then)
        assert not says_period(total, day, november)
        assert not is_elsewhen(total, day, till_then, november)
        assert is_elsewhen(total, day, november, november)
    assert not says_period("Trade is to grow by 3.1 percent in 2025.", day, till_then)


def test_period_that_is_only_compared_with_is_not_the_one_said() -> None:
    october = Period(date(2025, 10, 1), date(2025, 10, 31), Granularity.MONTH)
    day = date(2025, 12, 1)
    assert says_period("In October it was 60 percent.", day, october)
    assert not says_period("It was 62 percent, up from 60 in October.", day, october)
