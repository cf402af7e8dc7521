"""What questions ask for, counted by hand."""

import math
from datetime import date

import pytest

from qa.language.answer_types import AnswerType
from qa.language.asked_figures import AskedFigure
from qa.language.directions import Direction
from qa.language.terms import find_terms
from qa.periods import Granularity, Period
from qa.periods.calendar import unit_around
from qa.understanding.wanted import read_question

FALL = Direction.FALL
NOVEMBER = unit_around(date(2025, 11, 1), Granularity.MONTH)
TILL_NOVEMBER = Period(date(2025, 1, 1), date(2025, 11, 30), Granularity.RANGE)
YEAR = unit_around(date(2025, 11, 1), Granularity.YEAR)


def test_weight_of_a_term_is_its_inverse_document_frequency() -> None:
    held = {"export": 4, "rose": 9}
    wanted = read_question(
        "Exports rose", "Exports rose", ["export", "rose", "export"], held.__getitem__, 9
    )
    # ln(1 + (N − n + 0.5) / (n + 0.5)), as in Lucene's BM25Similarity, each term once.
    assert wanted.weights == pytest.approx({"export": math.log(20 / 9), "rose": math.log(20 / 19)})
    assert wanted.total == pytest.approx(math.log(20 / 9) + math.log(20 / 19))


def test_term_that_every_passage_holds_still_weighs_more_than_nothing() -> None:
    # More hits than passages: of Hangul pairs an index may count more.
    wanted = read_question("Korea", "Korea", ["korea"], lambda _: 12, 9)
    assert wanted.weights["korea"] > 0


def test_numbers_and_names_of_a_question_are_set_apart() -> None:
    text = "How did the MC14 talks in Geneva change ICT trade by 24.3 percent in 2025?"
    wanted = read_question(text, text, find_terms(text), lambda _: 1, 9)
    assert wanted.numbers == {"24.3", "2025"}
    assert wanted.names == {"mc14", "geneva", "ict"}


def test_first_word_of_a_question_is_no_name() -> None:
    text = "Did exports of Korea fall?"
    assert read_question(text, text, find_terms(text), lambda _: 1, 9).names == {"korea"}


def test_question_knows_what_kind_of_thing_it_asks_for() -> None:
    wanted = read_question("When?", "When?", [], lambda _: 1, 9)
    assert wanted.answer_type is AnswerType.DATE


@pytest.mark.parametrize(
    ("text", "unread", "understood"),
    [
        ("What opened in Mongolia?", 0, True),
        ("What opened in Mongolia?", 9, True),
        ("What was announced?", 0, True),
        ("What was announced?", 1, False),
        ("who", 0, False),
        ("How many?", 0, False),
        ("", 2, False),
        ("가", 0, False),
        ("나 가", 1, False),
        ("은?", 0, False),
        ("쌀 수출", 0, True),
    ],
)
def test_question_is_understood_where_something_of_its_matter_is_read(
    text: str, unread: int, understood: bool
) -> None:
    wanted = read_question(text, text, find_terms(text), lambda _: 20, 999, unread=unread)
    assert wanted.is_understood is understood


@pytest.mark.parametrize(
    ("period", "recency", "timed"),
    [(None, 0.0, False), (None, 0.5, False), (None, 1.0, True), (NOVEMBER, 0.0, True)],
)
def test_question_is_timed_that_asks_for_a_period_or_the_newest(
    period: Period | None, recency: float, timed: bool
) -> None:
    wanted = read_question("Q?", "Q?", [], lambda _: 1, 9, period=period, recency=recency)
    assert wanted.is_timed is timed


def test_kind_of_thing_asked_for_is_told_by_the_question_before_what_it_is_rendered_as() -> None:
    rendered = "June 2021 woven fabrics export value?"
    wanted = read_question("2021년 6월 직물 수출액은?", rendered, [], lambda _: 1, 9)
    assert wanted.answer_type is AnswerType.AMOUNT


def test_direction_counts_unless_it_is_asked_how_far() -> None:
    for text, direction in (("Which exports fell?", FALL), ("How far did exports fall?", None)):
        wanted = read_question(text, text, find_terms(text), lambda _: 1, 9)
        assert wanted.direction is direction, text


@pytest.mark.parametrize(
    ("text", "period", "of"),
    [
        ("fdi pledged", None, NOVEMBER),
        ("exports", YEAR, YEAR),
        ("Who heads the club?", NOVEMBER, None),
        ("cumulative exports", NOVEMBER, TILL_NOVEMBER),
        ("섬유 수출 누계", NOVEMBER, TILL_NOVEMBER),
    ],
)
def test_figure_is_of_the_period_asked_for_or_else_of_the_release(
    text: str, period: Period | None, of: Period | None
) -> None:
    wanted = read_question(text, text, find_terms(text), lambda _: 1, 9, period=period)
    assert wanted.find_figure_period(NOVEMBER) == of


def test_figure_of_a_year_that_runs_is_of_what_a_release_tells_of_it() -> None:
    text = "exports this year"
    wanted = read_question(
        text, text, find_terms(text), lambda _: 1, 9, period=YEAR, is_running=True
    )
    assert wanted.find_figure_period(NOVEMBER) == TILL_NOVEMBER
    last = unit_around(date(2024, 11, 1), Granularity.MONTH)
    assert wanted.find_figure_period(last) == YEAR


def test_matter_is_what_a_question_says_of_what_in_its_own_words() -> None:
    question = "latest FDI pledges from Korea and the EU in May 2025"
    text = question.replace("FDI", "foreign direct investment (FDI)")
    wanted = read_question(question, text, find_terms(text), lambda _: 1, 9)
    assert wanted.matter == {"fdi", "pledg", "eu"}
    korean = read_question(
        "2025년 5월 섬유 수출액은?", "May 2025 textile export", ["textil", "export"], lambda _: 1, 9
    )
    assert korean.matter == {"textil", "export"}


def test_question_whether_things_rose_asks_how_they_changed_and_for_no_direction() -> None:
    text = "Did exports rise in May 2025?"
    wanted = read_question(text, text, find_terms(text), lambda _: 1, 9)
    assert wanted.figure == AskedFigure(AnswerType.CHANGE)
    assert wanted.direction is None
    assert wanted.matter == {"export"}
