"""Which periods of a question are asked about together, and what is searched with for each."""

import doctest
from datetime import date

import pytest

from qa.questions import Question
from qa.understanding import periods_listed, years_shared
from qa.understanding.interpreting import interpret
from qa.understanding.periods_listed import MOST

AS_OF = date(2025, 12, 16)
MONTHS = "January February March April May June July August September October November".split()


def read(text: str) -> list[tuple[str, bool]]:
    """The first day of each period asked about, and whether it is only compared with."""
    understood = interpret(Question(text, AS_OF), render_korean=True)
    return [(each.period.first.isoformat(), each.compared) for each in understood.periods]


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(periods_listed).failed == 0
    assert doctest.testmod(years_shared).failed == 0


@pytest.mark.parametrize(
    ("text", "first_days"),
    [
        ("What were ICT exports in March and April 2012?", "2012-03-01 2012-04-01"),
        ("exports in January, February and March 2015", "2015-01-01 2015-02-01 2015-03-01"),
        ("exports in May 2012 & May 2011", "2012-05-01 2011-05-01"),
        ("exports in May 2012 (and in May 2011)", "2012-05-01 2011-05-01"),
        ("exports for 5/2015 and 6/2015", "2015-05-01 2015-06-01"),
        ("exports for last month and this month", "2025-11-01 2025-12-01"),
        ("How many orders were won in Q1 and Q2 of 2014?", "2014-01-01 2014-04-01"),
        ("orders in the first and second quarters of 2014", "2014-01-01 2014-04-01"),
        ("orders in the 1st, 2nd and 4th quarters 2014", "2014-01-01 2014-04-01 2014-10-01"),
        ("exports in the first and second halves of 2014", "2014-01-01 2014-07-01"),
        ("exports in the first or the second quarter", "2025-01-01 2025-04-01"),
        ("FDI in the second and in the third quarter of 2014", "2014-04-01 2014-07-01"),
        ("retail sales for Q1 and January 2014", "2014-01-01 2014-01-01"),
        ("retail sales in 2013 and in May 2012", "2013-01-01 2012-05-01"),
        ("sales rose in July and fell in August 2013?", "2013-07-01 2013-08-01"),
        ("ICT exports last month and the month before", "2025-11-01 2025-10-01"),
        ("released in April 2012 about exports in March and February", "2012-03-01 2012-02-01"),
        # Across the turn of the year.
        ("ICT exports in December and January 2013", "2012-12-01 2013-01-01"),
        ("exports in November 2013, December and January", "2013-11-01 2013-12-01 2014-01-01"),
        ("ship orders in Q4 and Q1 2014", "2013-10-01 2014-01-01"),
        ("2013년 4분기와 1분기 외국인투자", "2013-10-01 2014-01-01"),
        ("12월과 2014년 1월 ICT 수출", "2013-12-01 2014-01-01"),
        ("exports in October and May 2013", "2013-10-01 2013-05-01"),
        # One part of several years.
        ("retail sales in August 2013, 2014 and 2015", "2013-08-01 2014-08-01 2015-08-01"),
        ("FDI in the second quarters of 2013 and 2014", "2013-04-01 2014-04-01"),
        ("May exports in 2012 and 2014", "2012-05-01 2014-05-01"),
        ("In 2012 and 2014, what were exports in May?", "2012-05-01 2014-05-01"),
        ("What were ICT exports in May last year and this year?", "2024-05-01 2025-05-01"),
        ("retail sales: Aug 2013 / Aug 2014", "2013-08-01 2014-08-01"),
        ("March/April 2012 ICT exports", "2012-03-01 2012-04-01"),
        ("2012년과 2014년 5월 ICT 수출 비교", "2012-05-01 2014-05-01"),
        ("2분기 소재부품 수출 2012년과 2014년", "2012-04-01 2014-04-01"),
        ("both 2012 and 2013 exports", "2012-01-01 2013-01-01"),
        ("Were retail sales higher in July or August 2013?", "2013-07-01 2013-08-01"),
        ("Compare ICT exports in May 2012 with May 2011", "2012-05-01 2011-05-01"),
        ("Compare exports in May 2012 with imports in June 2012", "2012-05-01 2012-06-01"),
        ("difference between exports in May and exports in July 2012", "2012-05-01 2012-07-01"),
        ("ICT exports: Nov 2019 vs. Nov 2018", "2019-11-01 2018-11-01"),
        ("FDI in Q1 2012 versus Q1 2013", "2012-01-01 2013-01-01"),
        ("2012년 3월과 4월 섬유 수출은?", "2012-03-01 2012-04-01"),
        ("5월, 6월 수출", "2025-05-01 2025-06-01"),
        ("2023년 및 2024년 자동차 수출액", "2023-01-01 2024-01-01"),
        ("1분기와 2분기 외국인투자는 각각 얼마였나?", "2025-01-01 2025-04-01"),
        ("작년 5월 수출과 올해 5월 수출 비교", "2024-05-01 2025-05-01"),
        ("지난달과 이번 달 수출 비교", "2025-11-01 2025-12-01"),
    ],
)
def test_periods_of_a_list_are_each_asked_about(text: str, first_days: str) -> None:
    assert read(text) == [(day, False) for day in first_days.split()]


@pytest.mark.parametrize(
    ("text", "main", "compared"),
    [
        ("How much did exports fall in May compared with April?", "2025-05-01", "2025-04-01"),
        ("Compared with April, how were exports in May?", "2025-05-01", "2025-04-01"),
        ("Was the surplus in October bigger than in September?", "2025-10-01", "2025-09-01"),
        ("Did exports in May beat those of April?", "2025-05-01", "2025-04-01"),
        ("How do exports in 2023 compare with those in 2024?", "2023-01-01", "2024-01-01"),
        ("Was the FDI of Q2 2014 above or below that of Q2 2013?", "2014-04-01", "2013-04-01"),
        ("2014년 4월에 이어 5월에도 섬유 수출이 늘었나", "2014-05-01", "2014-04-01"),
        ("2014년 1월 섬유 수출은 전년 12월에 비해 늘었나", "2014-01-01", "2013-12-01"),
        ("올해 10월 수출은 작년 10월보다 늘었나", "2025-10-01", "2024-10-01"),
        ("2023년 대비 2024년 자동차 수출", "2024-01-01", "2023-01-01"),
        # Without a year of its own it is the nearest, before what is compared with it.
        ("Were exports in May higher than in April 2012?", "2012-05-01", "2012-04-01"),
        ("Were exports in January higher than in December 2012?", "2013-01-01", "2012-12-01"),
        ("2013년 7월 섬유 수출은 6월보다 얼마나 늘었나?", "2013-07-01", "2013-06-01"),
        ("2013년 1월 섬유 수출은 12월보다 얼마나 늘었나?", "2013-01-01", "2012-12-01"),
    ],
)
def test_what_is_only_compared_with_comes_after(text: str, main: str, compared: str) -> None:
    assert read(text) == [(main, False), (compared, True)]


@pytest.mark.parametrize(
    "text",
    [
        "How much did exports rise in May from a year earlier?",
        "How were exports in May against the same month last year?",
        "exports in October, not in November",
        "not ICT exports in April 2012 but in May 2012",
        "ICT exports for May 2012 rather than May 2011",
        "How much did Korea export from January to May 2012?",
        "exports from March to May 2012",
        "How did exports change between January 2013 and March 2013?",
        "What were exports in May 2012, and who won the election of June 2012?",
        "exports in 2013, of which how much in the second quarter",
        "What did the minister who was appointed in May 2013 announce in July 2014?",
        "releases published in May 2012 about exports in April 2012",
        "10월 말고 11월 수출",
        "전년 동월 대비 11월 수출 증가율",
        "3월부터 5월까지 수출",
    ],
)
def test_other_questions_ask_about_one_period(text: str) -> None:
    assert len(read(text)) == 1


def test_periods_listed_with_what_is_compared_with_are_compared_with_too() -> None:
    text = "March 2012 exports: were they lower than in March 2011 or March 2013?"
    assert read(text) == [("2012-03-01", False), ("2011-03-01", True), ("2013-03-01", True)]


def test_no_more_than_a_year_of_months_is_looked_for() -> None:
    months = [*(f"{month} 2023" for month in MONTHS), *(f"{month} 2024" for month in MONTHS)]
    text = f"exports in {', '.join(months)}"
    assert len(read(text)) == MOST
    understood = interpret(Question(text, AS_OF), render_korean=True)
    assert len(understood.beyond) == len(months) - MOST
    assert understood.searched == "exports in January 2023"


@pytest.mark.parametrize(
    ("text", "searched"),
    [
        ("Compare ICT exports in May 2012 with May 2011", "ICT exports in May 2012"),
        ("How do exports in 2023 compare with those in 2024?", "How do exports in 2023 ?"),
        ("exports: Nov 2019 vs Nov 2018", "exports: November 2019"),
        ("exports in May 2012 vs exports in May 2011", "exports in May 2012"),
        # What is said of one alone is asked of both, as nothing else is to be left unsearched.
        ("ICT exports in May 2012 vs imports in May 2011", "ICT exports in May 2012 imports"),
        ("2023년과 2024년 자동차 수출액", "2023 automobiles export value"),
        ("작년 5월과 올해 5월 수출 비교", "last year May exports"),
    ],
)
def test_each_period_is_searched_for_without_the_others(text: str, searched: str) -> None:
    understood = interpret(Question(text, AS_OF), render_korean=True)
    assert understood.searched == searched
    [further] = understood.further
    assert further.searched != searched
    assert (further.topic, further.further) == (understood.topic, ())


@pytest.mark.parametrize(
    ("text", "searched"),
    [
        ("retail sales in August 2013 and 2014", "retail sales in August 2014"),
        ("FDI in the second quarters of 2013 and 2014", "FDI in the second quarters 2014"),
        ("May exports in 2012 and 2014", "May exports in 2012 and 2014"),
        ("ICT exports in May last year and this year", "ICT exports in May"),
    ],
)
def test_year_of_a_list_is_searched_for_with_the_part_that_it_is_of(
    text: str, searched: str
) -> None:
    [further] = interpret(Question(text, AS_OF), render_korean=False).further
    assert further.searched == searched.replace("FDI", "foreign direct investment (FDI)")


def test_period_that_was_given_or_is_not_to_be_read_has_none_beside_it() -> None:
    text = "exports in March and April 2012"
    period = interpret(Question(text, AS_OF), render_korean=True).period
    assert period is not None
    given = Question(text, AS_OF, period=period.period)
    assert len(interpret(given, render_korean=True).periods) == 1
