"""Sentences that say of what they report that it is an extreme over time, and those that do not."""

import doctest
from datetime import date

import pytest

from qa.language import extremes
from qa.language.extremes import (
    SAID_BY,
    Extreme,
    find_bound,
    is_bounded,
    moves_otherwise,
    says_crossing,
    says_extreme,
)

HIGHEST, LOWEST, FIRST, LAST = Extreme


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(extremes).failed == 0


def test_each_extreme_has_words_to_be_found_by() -> None:
    assert SAID_BY.keys() == set(Extreme)


@pytest.mark.parametrize(
    ("extreme", "sentence"),
    [
        (HIGHEST, "ICT exports rose for the tenth month, reaching an all-time high."),
        (HIGHEST, "The trade balance also posted the largest surplus on record."),
        (HIGHEST, "Semiconductor exports reached a record high."),
        (HIGHEST, "It had remained stagnant after reaching a record USD 310.4 billion in 2022."),
        (HIGHEST, "The monthly total of USD 25.5 billion was the largest since April 2011."),
        (HIGHEST, "No month since May 2011 had seen a higher figure."),
        (HIGHEST, "It is the highest reading since the fourth quarter of 2009."),
        (HIGHEST, "Orders came to a three-year high."),
        (HIGHEST, "Exports were the strongest in more than ten years."),
        (HIGHEST, "수출액은 역대 최대인 255억 달러를 기록했다."),
        (HIGHEST, "이는 2013년 5월 이후 가장 높은 수준이다."),
        (HIGHEST, "사상 최고치를 경신했다."),
        (HIGHEST, "Exports from Korea reached a record high."),
        (HIGHEST, "Orders from Europe hit a record, and demand since May set records."),
        (HIGHEST, "Exports rose from USD 3 million to a record USD 5 million."),
        (HIGHEST, "The total was the most since April 2011."),
        (HIGHEST, "Yards took the most orders in three years."),
        (HIGHEST, "It was not only a record, it was also unexpected."),
        (LOWEST, "Display exports fell to a record low."),
        (LOWEST, "Yards took the fewest orders in three years."),
        (LOWEST, "Orders were the fewest since the third quarter of 2016."),
        (LOWEST, "No quarter since 2009 had brought fewer orders."),
        (LOWEST, "수주량은 역대 최저를 기록했다."),
        (FIRST, "Exports exceeded USD 1 billion for the first time."),
        (FIRST, "Annual trade passed the one-trillion-dollar mark."),
        (FIRST, "수출이 처음으로 10억 달러를 넘어섰다."),
        (FIRST, "무역 1조 달러를 돌파했다."),
        (FIRST, "월 수출이 첫 10억 달러를 기록했다."),
        (FIRST, "무역수지가 첫 흑자를 냈다."),
        (LAST, "It was the first decline in 14 months."),
        (LAST, "Exports fell for the first time since March 2023."),
        (LAST, "수출은 14개월 만에 감소했다."),
    ],
)
def test_extreme_is_said(extreme: Extreme, sentence: str) -> None:
    assert says_extreme(extreme, sentence)


@pytest.mark.parametrize(
    ("extreme", "sentence"),
    [
        (HIGHEST, "MOTIR reported bio-health exports of USD 1.92 billion for October 2025."),
        (
            HIGHEST,
            "Investment plans of the ten largest firms come to 27 trillion won for the year.",
        ),
        (HIGHEST, "Semiconductors remained the largest item by far."),
        (HIGHEST, "Display exports fell to a record low."),
        (HIGHEST, "China was named most often as the origin of the goods."),
        (HIGHEST, "A record of the meeting is attached."),
        (HIGHEST, "At least one partner must be a small enterprise since 2013."),
        (HIGHEST, "한국은 세계 최대 시장이다."),
        (HIGHEST, "Battery exports fell short of the record set in 2022."),
        (HIGHEST, "Battery exports fell from an all-time high a year earlier."),
        (HIGHEST, "Battery exports hit a record-low USD 3 million."),
        (HIGHEST, "They stood below their record and remained off an all-time high."),
        (HIGHEST, "Exports were not the highest ever."),
        (HIGHEST, "Exports did not reach a record high and failed to set a record."),
        (HIGHEST, "Exports weren't the highest ever."),
        (HIGHEST, "Exports fell despite a record high in May."),
        (HIGHEST, "They have fallen since the record month."),
        (HIGHEST, "Exports were lower than the record level."),
        (
            HIGHEST,
            "Most of the battery exports went to Europe, where demand has grown since 2013.",
        ),
        (HIGHEST, "China is the largest market, where demand has grown since 2013."),
        (HIGHEST, "수출액은 역대 최대였던 2022년보다 적었고, 역대 최고치에 못 미쳤다."),
        (LOWEST, "Exports recovered from a record low."),
        (LOWEST, "Help goes to the least developed of them since 2013."),
        (LOWEST, "Energy vouchers support about 900,000 low-income households."),
        (LOWEST, "The total was an all-time high."),
        (LOWEST, "At least four firms have joined since 2013."),
        (FIRST, "Exports rose in the first quarter."),
        (FIRST, "Exports exceeded USD 1.9 billion."),
        (FIRST, "It was not the first time that they did."),
        (FIRST, "첫 회의에서 수출 대책을 논의했다."),
        (FIRST, "세계 최초로 개발했다."),
        (LAST, "Exports fell last month."),
        (LAST, "Exports rose 3.2 percent."),
    ],
)
def test_what_only_reports_a_period_or_compares_things_says_none(
    extreme: Extreme, sentence: str
) -> None:
    assert not says_extreme(extreme, sentence)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Exports exceeded USD 1 billion in May.", True),
        ("5월 수출이 10억 달러를 넘었다.", True),
        ("Exports exceeded USD 1.9 billion in May.", False),
        ("Exports were USD 1 billion short of that.", False),
    ],
)
def test_amount_that_is_asked_for_has_to_be_the_one_exceeded(sentence: str, said: bool) -> None:
    assert says_crossing("When did exports first exceed $1 billion?", sentence) is said


@pytest.mark.parametrize(
    ("question", "sentence", "otherwise"),
    [
        ("first exceed $1 billion", "Exports of batteries fell for the first time.", True),
        ("first exceed $1 billion", "Exports of batteries rose for the first time.", True),
        ("first exceed $1 billion", "They rose past the mark, exceeding it.", False),
        ("first exceed $1 billion", "They exceeded USD 1 billion for the first time.", False),
        ("first exceed $1 billion", "They rose to USD 1 billion for the first time.", False),
        ("first go below $1 billion", "They fell to USD 1 billion for the first time.", False),
        ("first go below $1 billion", "They rose and reached a first.", True),
        ("first turn negative", "The balance fell below zero for the first time.", False),
        ("exports first fell", "Exports rose for the first time.", True),
        ("exports first fell", "Exports surpassed USD 1 billion for the first time.", True),
        ("first exceed $1 billion", "Exports slipped for the first time in ten months.", True),
        ("first exceed $1 billion", "Exports rebounded for the first time in ten months.", True),
    ],
)
def test_going_up_or_down_alone_is_not_coming_past_an_amount(
    question: str, sentence: str, otherwise: bool
) -> None:
    assert moves_otherwise(f"When did they {question}?", sentence) is otherwise


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The monthly total was the largest since April 2011.", date(2011, 4, 1)),
        ("It is the highest reading since the fourth quarter of 2009.", date(2009, 10, 1)),
        ("이는 2013년 5월 이후 가장 높은 수준이다.", date(2013, 5, 1)),
        ("Exports were the strongest in more than ten years.", None),
        ("In May 2013 exports reached an all-time high.", None),
    ],
)
def test_bound_is_the_period_since_which_it_is_so(text: str, bound: date | None) -> None:
    assert find_bound(text, date(2016, 3, 1)) == bound


@pytest.mark.parametrize(
    ("text", "bounded"),
    [
        ("The monthly total was the largest since April 2011.", True),
        ("Exports were the strongest in more than ten years.", True),
        ("It was the largest order so far this year.", True),
        ("The total was an all-time high for ICT goods.", False),
        ("수출액은 역대 최대인 255억 달러를 기록했다.", False),
        ("이는 14개월 만에 가장 높은 수준이다.", True),
    ],
)
def test_extreme_of_some_years_is_told_from_one_of_all(text: str, bounded: bool) -> None:
    assert is_bounded(text) is bounded
