"""Which of the periods of a question is meant, where two stand side by side or apart."""

import doctest
from datetime import date

import pytest

from qa.periods import Granularity, find_periods
from qa.understanding import periods_beside
from qa.understanding.periods_beside import join_beside
from qa.understanding.periods_compared import is_set_aside

ANCHOR = date(2025, 8, 20)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("이번 달 기준으로 두 달 전 수출", date(2025, 6, 1), date(2025, 6, 30)),
        ("지난달 기준 전년 동월 수출", date(2024, 7, 1), date(2024, 7, 31)),
        ("지난달보다 한 달 앞선 달의 수출", date(2025, 6, 1), date(2025, 6, 30)),
        ("지난 분기의 직전 분기 투자액", date(2025, 1, 1), date(2025, 3, 31)),
        ("올해의 바로 앞 해 수출액", date(2024, 1, 1), date(2024, 12, 31)),
        ("올해 지난달 수출", date(2025, 7, 1), date(2025, 7, 31)),
        ("작년 지난달 수출", date(2024, 7, 1), date(2024, 7, 31)),
        ("지난해로 치면 이번 달 수출", date(2024, 8, 1), date(2024, 8, 31)),
        ("지난달과 같은 재작년 달의 수출", date(2023, 7, 1), date(2023, 7, 31)),
        ("이번 분기 기준 작년 투자액", date(2024, 7, 1), date(2024, 9, 30)),
        ("작년에는 이달 수출", date(2024, 8, 1), date(2024, 8, 31)),
        ("지난해엔 지난달 수출", date(2024, 7, 1), date(2024, 7, 31)),
        ("이번 달, 작년 수출액은", date(2024, 8, 1), date(2024, 8, 31)),
        ("2024년 11월의 전달 흑자", date(2024, 10, 1), date(2024, 10, 31)),
        ("2024년 11월의 두 달 전 수출", date(2024, 9, 1), date(2024, 9, 30)),
        ("5월 다음 달 수출", date(2025, 6, 1), date(2025, 6, 30)),
        ("작년 3분기까지 외국인투자", date(2024, 1, 1), date(2024, 9, 30)),
    ],
)
def test_period_counted_from_the_one_before_it_is_one_with_it(
    text: str, first: date, last: date
) -> None:
    (found,) = join_beside(text, find_periods(text, ANCHOR, past=True), ANCHOR)
    assert (found.period.first, found.period.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "작년 수출과 지난달 수출",
        "이번 달 기준 수출은 두 달 전",
        "지난달 기준 1년 전보다",
        "작년보다 지난달 수출이",
        "March exports a year earlier",
    ],
)
def test_periods_that_do_not_count_from_one_another_stay_apart(text: str) -> None:
    mentions = find_periods(text, ANCHOR, past=True)
    assert len(mentions) == 2
    assert join_beside(text, mentions, ANCHOR) == mentions


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("작년 수출은 이맘때 얼마였나", date(2024, 8, 1), date(2024, 8, 31)),
        ("같은 달, 재작년 수출액", date(2023, 8, 1), date(2023, 8, 31)),
        ("작년에는 같은 시기 수출액이 얼마였나", date(2024, 8, 1), date(2024, 8, 31)),
        ("지난해 한 해 중 이때의 수출액", date(2024, 8, 1), date(2024, 8, 31)),
        ("작년 가운데 같은 이름의 달 수출액", date(2024, 8, 1), date(2024, 8, 31)),
        ("작년 수출은 전년 같은 시기보다 늘었나", date(2024, 1, 1), date(2024, 12, 31)),
        ("작년 수출은 전년 같은 달 대비 얼마나 늘었나", date(2024, 1, 1), date(2024, 12, 31)),
        ("지난 분기 말고 작년 투자액", date(2024, 4, 1), date(2024, 6, 30)),
        ("지난 분기 말고 작년 전체 투자액", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_year_is_the_part_of_it_that_other_words_say(text: str, first: date, last: date) -> None:
    mentions = join_beside(text, find_periods(text, ANCHOR, past=True), ANCHOR)
    (year,) = (each.period for each in mentions if not is_set_aside(text, each))
    assert (year.first, year.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "In 2024, how much did chip exports come to in March?",
        "How much, back in 2024, were car exports worth in March?",
        "March exports: how large were they in 2024?",
        "What were March chip exports in 2024?",
        "2024년에 선박 수출은 3월에 얼마였나요",
        "작년 반도체 수출은 3월 기준으로 얼마",
        "3월 수출은 작년에 얼마였나",
    ],
)
def test_part_of_a_year_is_of_the_year_said_apart_from_it(text: str) -> None:
    mentions = join_beside(text, find_periods(text, ANCHOR, past=True), ANCHOR)
    (month,) = (each.period for each in mentions if not each.echo)
    assert (month.first, month.last) == (date(2024, 3, 1), date(2024, 3, 31))


@pytest.mark.parametrize(
    "text",
    [
        "How did March exports affect the 2024 trade balance?",
        "How did exports in March compare with those in 2024?",
        "Did March exports reach the level of 2024?",
        "What was announced in March about trade in 2024?",
        "Were exports large in 2024 and in March?",
        "작년과 3월 수출",
        "작년 수출을 3월에 넘어섰나",
        "3월 수출은 작년 수준인가",
        "3월 수출은 작년에 이어 늘었나",
    ],
)
def test_month_beside_a_year_that_it_is_not_of_keeps_its_own(text: str) -> None:
    mentions = join_beside(text, find_periods(text, ANCHOR, past=True), ANCHOR)
    months = [each.period for each in mentions if each.period.granularity is Granularity.MONTH]
    assert [month.first for month in months] == [date(2025, 3, 1)]


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(periods_beside).failed == 0
