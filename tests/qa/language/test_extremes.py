"""Sentences that say of what they report that it is an extreme over time, and those that do not."""

from datetime import date

import pytest

from qa.language.extremes import Extreme, find_bound, is_bounded, says_crossing, says_extreme

HIGHEST, LOWEST, FIRST, LAST = Extreme


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
        (LOWEST, "Display exports fell to a record low."),
        (LOWEST, "Orders were the fewest since the third quarter of 2016."),
        (LOWEST, "No quarter since 2009 had brought fewer orders."),
        (LOWEST, "수주량은 역대 최저를 기록했다."),
        (FIRST, "Exports exceeded USD 1 billion for the first time."),
        (FIRST, "Annual trade passed the one-trillion-dollar mark."),
        (FIRST, "수출이 처음으로 10억 달러를 넘어섰다."),
        (FIRST, "무역 1조 달러를 돌파했다."),
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
        (LOWEST, "Energy vouchers support about 900,000 low-income households."),
        (LOWEST, "The total was an all-time high."),
        (LOWEST, "At least four firms have joined since 2013."),
        (FIRST, "Exports rose in the first quarter."),
        (FIRST, "Exports exceeded USD 1.9 billion."),
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
