"""What questions ask for, counted by hand."""

import math
from dataclasses import replace
from datetime import date

import pytest

from qa.language.answer_types import AnswerType
from qa.language.asked_figures import AskedFigure
from qa.language.directions import Direction
from qa.language.extremes import Extreme
from qa.language.unread_words import UnreadWord
from qa.periods import Granularity, Period
from qa.periods.calendar import unit_around
from qa.questions import AskedPeriod, Interpretation
from qa.understanding.question_reading import read_question
from qa.understanding.wanted import Wanted

FALL = Direction.FALL
NOVEMBER = unit_around(date(2025, 11, 1), Granularity.MONTH)
TILL_NOVEMBER = Period(date(2025, 1, 1), date(2025, 11, 30), Granularity.RANGE)
YEAR = unit_around(date(2025, 11, 1), Granularity.YEAR)
ASKED = Interpretation("", date(2026, 1, 1), None, topic="", searched="")


def read(text: str, asked: Interpretation = ASKED, *, searched: str | None = None) -> Wanted:
    """What a question asks for of nine passages, each term in one."""
    return read_question(replace(asked, question=text), searched or text, lambda _: 1, 9)


def ask_about(period: Period | None) -> Interpretation:
    return replace(ASKED, period=AskedPeriod(period, None) if period else None)


def test_weight_of_a_term_is_its_inverse_document_frequency() -> None:
    held = {"export": 4, "rose": 9}
    wanted = read_question(ASKED, "Exports rose: exports", held.__getitem__, 9)
    # ln(1 + (N − n + 0.5) / (n + 0.5)), as in Lucene's BM25Similarity, each term once.
    assert wanted.weights == pytest.approx({"export": math.log(20 / 9), "rose": math.log(20 / 19)})
    assert wanted.total == pytest.approx(math.log(20 / 9) + math.log(20 / 19))


def test_term_that_every_passage_holds_still_weighs_more_than_nothing() -> None:
    # More hits than passages: of Hangul pairs an index may count more.
    wanted = read_question(ASKED, "Korea", lambda _: 12, 9)
    assert wanted.weights["korea"] > 0


def test_words_without_english_are_searched_for_where_a_release_has_them() -> None:
    kim = UnreadWord("김철수", surnames=("Kim",))
    asked = replace(ASKED, unrendered=("쌸뢰", "툽"), unread=(kim,))
    held = {"project": 1, "쌸뢰": 2, "kim": 3}
    wanted = read_question(asked, "project", lambda term: held.get(term, 0), 9)
    assert set(wanted.weights) == {"project", "쌸뢰", "kim"}
    assert wanted.unread == 0  # a lone syllable is read as nothing
    assert read_question(asked, "project", lambda _: 0, 9).unread == 1


def test_numbers_and_names_of_a_question_are_set_apart() -> None:
    wanted = read("How did the MC14 talks in Geneva change ICT trade by 24.3 percent in 2025?")
    assert wanted.numbers == {"24.3", "2025"}
    assert wanted.names == {"mc14", "geneva", "ict"}


def test_first_word_of_a_question_is_no_name() -> None:
    assert read("Did exports of Chile fall?").names == {"chile"}


def test_question_knows_what_kind_of_thing_it_asks_for() -> None:
    assert read("When?").answer_type is AnswerType.DATE


@pytest.mark.parametrize(
    ("text", "unrendered", "understood"),
    [
        ("What opened in Mongolia?", "", True),
        ("What opened in Mongolia?", "쌸뢰", True),
        ("What was announced?", "", True),
        ("What was announced?", "쌸뢰", False),
        ("who", "", False),
        ("How many?", "", False),
        ("", "쌸뢰 뢰쌸", False),
        ("가", "", False),
        ("나 가", "쌸뢰", False),
        ("은?", "", False),
        ("쌀 수출", "", True),
        ("x", "", False),
        ("K?", "", False),
        ("What is X?", "", False),
        ("x y z", "", False),
        ("É", "", False),
        ("A" * 300, "", False),
        ("K-FEZ", "", True),
        ("5G", "", True),
        ("R&D", "", True),
        ("G 7", "", True),
        ("AI", "", True),
        ("Vitamin C", "", True),
        ("When is X opened?", "", True),
    ],
)
def test_question_is_understood_where_something_of_its_matter_is_read(
    text: str, unrendered: str, understood: bool
) -> None:
    asked = replace(ASKED, question=text, unrendered=tuple(unrendered.split()))
    wanted = read_question(asked, text, lambda term: 0 if term in unrendered else 20, 999)
    assert wanted.is_understood is understood


@pytest.mark.parametrize(
    ("asked", "timed"),
    [
        (replace(ASKED, reads_latest=False), False),
        (ASKED, False),
        (replace(ASKED, latest_words="latest"), True),
        (ask_about(NOVEMBER), True),
    ],
)
def test_question_is_timed_that_asks_for_a_period_or_the_newest(
    asked: Interpretation, timed: bool
) -> None:
    assert read("Q?", asked).is_timed is timed


def test_kind_of_thing_asked_for_is_told_by_the_question_before_what_it_is_rendered_as() -> None:
    rendered = "June 2021 woven fabrics export value?"
    assert read("2021년 6월 직물 수출액은?", searched=rendered).answer_type is AnswerType.AMOUNT


def test_direction_counts_unless_it_is_asked_how_far() -> None:
    for text, direction in (("Which exports fell?", FALL), ("How far did exports fall?", None)):
        assert read(text).direction is direction, text


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
    assert read(text, ask_about(period)).find_figure_period(NOVEMBER) == of


def test_figure_of_a_year_that_runs_is_of_what_a_release_tells_of_it() -> None:
    asked = replace(ask_about(YEAR), as_of=date(2025, 12, 20))
    wanted = read("exports this year", asked)
    assert wanted.find_figure_period(NOVEMBER) == TILL_NOVEMBER
    last = unit_around(date(2024, 11, 1), Granularity.MONTH)
    assert wanted.find_figure_period(last) == YEAR


@pytest.mark.parametrize(
    ("text", "topic", "highest", "whole"),
    [
        ("Exports in May?", "Exports", False, True),
        ("Auto exports in May?", "Auto exports", False, False),
        ("What threshold did exports pass?", "What threshold did exports pass?", False, False),
        # What is said of an extreme says nothing of what was traded.
        ("What threshold did exports pass?", "What threshold did exports pass?", True, True),
    ],
)
def test_exports_as_a_whole_are_asked_for_where_nothing_but_when_and_how_much_is_said(
    text: str, topic: str, highest: bool, whole: bool
) -> None:
    asked = replace(ASKED, topic=topic, extreme=Extreme.HIGHEST if highest else None)
    assert read(text, asked).of_whole is whole


def test_matter_is_what_a_question_says_of_what_in_its_own_words() -> None:
    question = "latest FDI pledges from Korea and the EU in May 2025"
    text = question.replace("FDI", "foreign direct investment (FDI)")
    assert read(question, searched=text).matter == {"fdi", "pledg", "eu"}
    korean = read("2025년 5월 섬유 수출액은?", searched="May 2025 textile export")
    assert korean.matter == {"textil", "export"}


@pytest.mark.parametrize("moved", ["rise", "increase", "shrink"])
def test_question_whether_things_rose_asks_how_they_changed_and_for_no_direction(
    moved: str,
) -> None:
    wanted = read(f"Did exports {moved} in May 2025?")
    assert wanted.figure == AskedFigure(AnswerType.CHANGE)
    assert wanted.direction is None
    assert wanted.matter == {"export"}


def test_question_whether_a_sum_was_so_much_is_answered_by_any_sum() -> None:
    wanted = read("Did the college get $2 million?")
    assert wanted.finds_figure("It was awarded $2 million.")
    assert wanted.finds_figure("It was awarded $899,000.")
    assert not wanted.finds_figure("It trains two classes.")
