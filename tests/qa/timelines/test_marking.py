"""Which figures are marked, against what a reader marks by hand."""

import doctest

import pytest

from qa.language.sentences import Span
from qa.periods import Period
from qa.timelines import marking
from qa.timelines.dated_sentences import read_sentence
from qa.timelines.marking import find_topic
from tests.qa.drawing import draw, make_release, month, span_of

TRADE = (
    (month(1), "Exports rose 3.0 percent to USD 25.5 billion and imports fell 1.0 percent to USD "
               "20.1 billion."),
    (month(2), "Exports fell 2.0 percent to USD 24.0 billion and imports rose 4.0 percent to USD "
               "20.9 billion."),
)  # fmt: skip


def mark(question: str, *told: tuple[Period, str]) -> list[str | None]:
    return [point.figure_text for point in draw(question, told).points]


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(marking).failed == 0


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("How much were exports?", ["USD 25.5 billion", "USD 24.0 billion"]),
        ("How much were imports?", ["USD 20.1 billion", "USD 20.9 billion"]),
        ("How much did exports rise?", ["3.0 percent", "2.0 percent"]),
        ("By how many percent did imports change?", ["1.0 percent", "4.0 percent"]),
        ("foreign trade", ["USD 25.5 billion", "USD 24.0 billion"]),
    ],
)
def test_figure_is_the_one_whose_words_are_asked_for(question: str, figures: list[str]) -> None:
    assert mark(question, *TRADE) == figures


PRICES = (
    (month(1), "1월 소비자물가지수는 117.84로 전월 대비 0.3%, 전년 동월 대비 2.1% 각각 상승했다."),
    (month(2), "2월 소비자물가가 전년 동월 대비 2.4% 올랐다. 소비자물가는 전월 대비 0.4% 올랐다."),
)  # fmt: skip
SALES = (
    (month(1), "Sales rose 0.5 percent on the month. On the year sales rose 2.5 percent."),
    (month(2), "Sales rose 2.6 percent from a year earlier. They rose 0.1 percent on the month."),
)


@pytest.mark.parametrize(
    ("question", "told", "figures"),
    [
        ("소비자물가 상승률은?", PRICES, ["2.1%", "2.4%"]),
        ("전월 대비 소비자물가 상승률", PRICES, ["0.3%", "0.4%"]),
        ("consumer price inflation", PRICES, ["2.1%", "2.4%"]),
        ("How much did sales rise?", SALES, ["2.5 percent", "2.6 percent"]),
    ],
)
def test_change_is_on_the_year_unless_another_time_is_named(
    question: str, told: tuple[tuple[Period, str], ...], figures: list[str]
) -> None:
    assert mark(question, *told) == figures


def test_change_against_another_time_than_is_asked_for_is_not_marked() -> None:
    told = (*PRICES, (month(3), "3월 소비자물가는 전년 동월 대비 2.5% 상승했다."))
    assert mark("전월 대비 소비자물가 상승률", *told) == ["0.3%", "0.4%", None]


DAILY = (
    (month(1), "Korea shipped USD 51.5 billion worth of goods abroad. Average daily exports came "
               "to USD 2.41 billion."),
    (month(2), "Exports came to USD 48.0 billion. Average daily exports came to USD 2.30 billion."),
    (month(3), "수출은 502억 달러였다. 일평균 수출액은 22.1억 달러이다."),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("total exports", ["USD 51.5 billion", "USD 48.0 billion", "502억 달러"]),
        ("average daily exports", ["USD 2.41 billion", "USD 2.30 billion", "22.1억 달러"]),
        ("How much was exported per day?", ["USD 2.41 billion", "USD 2.30 billion", "22.1억 달러"]),
    ],
)
def test_what_a_day_has_is_not_the_whole(question: str, figures: list[str]) -> None:
    assert mark(question, *DAILY) == figures


def test_what_is_called_daily_everywhere_is_marked() -> None:
    told = [(month(n), f"Daily oil output was USD {n} million.") for n in (1, 2)]
    assert mark("oil output", *told) == ["USD 1 million", "USD 2 million"]


TO_DATE = (
    (month(1), "Exports were USD 51.5 billion in January."),
    (month(2), "Exports were USD 48.0 billion in February. Cumulative exports stood at USD 99.5 "
               "billion."),
    (month(3), "Exports were USD 50.2 billion. Exports for the first quarter were USD 149.7 "
               "billion."),
    (month(4), "4월 수출은 500억 달러였다. 1~4월 누적 수출액은 1,997억 달러이다."),
    (month(5), "Exports were USD 50.0 billion. Exports from January to May came to USD 249.7 "
               "billion."),
    (month(6), "Exports were USD 50.0 billion. Total exports for the six months reached USD 299.7 "
               "billion, those of the last three months USD 150 billion."),
)  # fmt: skip


@pytest.mark.parametrize("question", ["cumulative exports", "exports year to date", "누적 수출액"])
def test_what_all_came_to_since_the_year_began_is_marked_where_it_is_asked_for(
    question: str,
) -> None:
    to_date = ["USD 99.5 billion", "USD 149.7 billion", "1,997억 달러", "USD 249.7 billion"]
    assert mark(question, *TO_DATE) == [None, *to_date, "USD 299.7 billion"]


def test_what_all_came_to_since_the_year_began_is_not_the_months() -> None:
    figures = ["51.5 billion", "48.0 billion", "50.2 billion", "500억 달러", *["50.0 billion"] * 2]
    expected = [each if "달러" in each else f"USD {each}" for each in figures]
    assert mark("exports", *TO_DATE) == expected


def test_what_is_cumulated_everywhere_is_marked() -> None:
    told = [(month(n), f"Cumulative oil output was USD {n} million.") for n in (1, 2)]
    assert mark("oil output", *told) == ["USD 1 million", "USD 2 million"]


SURVEY = (
    (month(1), "The index of current conditions was 92, and that of the outlook was 88."),
    (month(2), "The index of current conditions was 90. The index for March was 85."),
    (month(3), "The index of current conditions was 91."),
)


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("the index of conditions", ["92", "90", "91"]),
        ("the outlook index", ["88", "85", None]),
        ("the index that is expected, the expectations index", ["88", "85", None]),
    ],
)
def test_what_is_expected_is_not_how_things_stand(question: str, figures: list[str | None]) -> None:
    assert mark(question, *SURVEY) == figures


def test_change_on_the_year_is_of_what_is_asked_for() -> None:
    told = (
        (month(1), "Exports rose 3.0 percent to USD 25.5 billion, and imports fell 1.0 percent "
                   "year-on-year to USD 20.1 billion."),
        (month(2), "Exports fell 2.0 percent to USD 24.0 billion, and imports rose 4.0 percent "
                   "year-on-year to USD 20.9 billion."),
    )  # fmt: skip
    assert mark("year-on-year change in exports", *told) == ["3.0 percent", "2.0 percent"]


def test_fall_is_below_zero_where_figures_are_laid_side_by_side() -> None:
    found = draw("How much did exports rise?", TRADE)
    assert [point.marked.value for point in found.points if point.marked] == [3.0, -2.0]


def test_sentence_about_another_month_is_passed_over() -> None:
    assert mark(
        "How much were exports?",
        (month(3), "Exports in February had been USD 24.0 billion. They were USD 26.0 billion."),
        (month(4), "From January to April exports came to USD 99 billion. Exports in April came "
                   "to USD 27.0 billion."),
        (month(5), "In the same month a year earlier exports were USD 21.0 billion. In May "
                   "exports were USD 28.0 billion."),
    ) == ["USD 26.0 billion", "USD 27.0 billion", "USD 28.0 billion"]  # fmt: skip


def test_level_and_change_of_a_share_are_told_apart() -> None:
    told = (
        (month(1), "The rate of use rose 0.5 percent to 78.3 percent."),
        (month(2), "The rate of use stood at 78.1 percent."),
    )
    assert mark("What was the rate of use?", *told) == ["78.3 percent", "78.1 percent"]


def test_figure_of_another_indicator_stays_unmarked() -> None:
    told = (*TRADE, (month(3), "Exports contracted 6.1 percent to USD 24.4 billion."))
    assert mark("imports", *told) == ["USD 20.1 billion", "USD 20.9 billion", None]


def test_figure_in_other_words_is_marked() -> None:
    assert mark(
        "ship orders",
        (month(1), "Ship orders came to 2.9 million CGT."),
        (month(2), "Yards booked 2.4 million CGT."),
    ) == ["2.9 million CGT", "2.4 million CGT"]


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("manufacturers' BSI", ["92", "88"]),
        ("How was factories' sentiment?", ["92", "88"]),
        ("How many manufacturers were asked?", ["1,500 manufacturers", "1,400 manufacturers"]),
    ],
)
def test_whose_index_is_asked_for_is_not_how_many_they_are(
    question: str, figures: list[str]
) -> None:
    told = (
        (month(1), "In a survey of 1,500 manufacturers, the index of conditions stood at 92."),
        (month(2), "In a survey of 1,400 manufacturers, the index of conditions stood at 88."),
    )
    assert mark(question, *told) == figures


def test_unit_that_the_question_names_decides() -> None:
    told = (
        (month(1), "Plants made 1,234 vehicles worth USD 3 billion."),
        (month(2), "Plants made 1,300 vehicles worth USD 4 billion."),
    )
    assert mark("How many vehicles were made?", *told) == ["1,234 vehicles", "1,300 vehicles"]


@pytest.mark.parametrize(
    ("text", "elsewhen"),
    [
        ("Exports rose in November.", False),
        ("Exports rose, the ministry said on December 15.", False),
        ("Exports rose in October.", True),
        ("Exports rose in October and November.", False),
        ("Exports from January to November rose.", True),
        ("In 2025 as a whole, exports rose.", True),
        ("Exports rose 3 percent from the same month last year.", False),
        ("In the same month last year they were USD 3 billion.", True),
        ("Exports rose.", False),
        ("전년 동월보다 3% 늘었다.", False),
        ("작년 같은 달에는 12억 달러를 수출했다.", True),
    ],
)
def test_period_that_a_sentence_is_about_is_told(text: str, elsewhen: bool) -> None:
    release = make_release(month(11), text)
    assert read_sentence(release, month(11), Span(0, len(text))).elsewhen is elsewhen


def test_topic_is_without_words_of_asking() -> None:
    assert find_topic("How much did exports rise each month?") == {"export"}


@pytest.mark.parametrize(
    ("text", "elsewhen"),
    [
        ("In September alone exports were USD 9 billion.", True),
        ("Exports from July to September were USD 27 billion.", False),
        ("Exports in the third quarter were USD 27 billion.", False),
        ("On October 1 it was said that exports were USD 27 billion.", False),
    ],
)
def test_quarter_is_not_one_of_its_months(text: str, elsewhen: bool) -> None:
    quarter = span_of("2025-07-01", "2025-09-30")
    release = make_release(quarter, text)
    assert read_sentence(release, quarter, Span(0, len(text))).elsewhen is elsewhen
