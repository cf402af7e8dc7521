"""Answers and timelines as people read them."""

import doctest
import re
from dataclasses import replace
from datetime import date

import pytest

from qa import answers
from qa.answers import Answer, Hit, Verdict
from qa.judgements import Signal
from qa.language.plainly_missing import Missing
from qa.language.sentences import Span
from qa.output import answer_text
from qa.output.answer_text import format_answer, format_release, format_timeline
from qa.output.terminal import Terminal
from qa.periods import Granularity, Period
from qa.questions import AskedPeriod, Interpretation, Obstacle, Question
from qa.records import DateRange, Passage, Release
from qa.series.series import Instalment, SeriesPlace
from tests.qa.drawing import draw, month, span_of
from tests.qa.output.making import DAY, NOVEMBER, make_answer, make_hit


def make_place(
    period: Period, others: int, previous: Period | None = None, later: bool = False
) -> SeriesPlace:
    def instalment(of: Period, title: str) -> Instalment:
        return Instalment("x", title, date(2025, 12, 18), "M", of)

    return SeriesPlace(
        "s",
        period,
        others + 1,
        previous=instalment(previous, "Before") if previous else None,
        next=None,
        superseded_by=instalment(period, "After") if later else None,
    )


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(answer_text).failed == 0
    assert doctest.testmod(answers).failed == 0


def test_what_was_understood_stands_first_with_the_words_for_it() -> None:
    shown = format_answer(
        make_answer(
            (make_hit(None),),
            period=AskedPeriod(NOVEMBER, "November 2025"),
            published=DateRange(date(2025, 12, 8), date(2025, 12, 14)),
            published_words="last week",
            latest_words="the latest",
        )
    )
    assert shown.startswith(
        "About 2025-11-01 to 2025-11-30 (“November 2025”)\n"
        "Published from 2025-12-08 to 2025-12-14 (“last week”)\n"
        "The newest is wanted (“the latest”)\n\n"
    )


def test_what_was_given_is_said_to_be_given() -> None:
    shown = format_answer(
        make_answer(
            (make_hit(None),),
            period=AskedPeriod(NOVEMBER, None),
            published=DateRange(date(2025, 12, 8), date.max),
        )
    )
    assert shown.startswith(
        "About 2025-11-01 to 2025-11-30 (given)\nPublished from 2025-12-08 on (given)\n\n"
    )


def test_empty_window_says_so_and_offers_the_nearest() -> None:
    window = DateRange(date.min, date(2024, 1, 1))
    assert format_answer(make_answer((), published=window)) == (
        "Published until 2024-01-01 (given)\n\n"
        "Not found. Nothing was published until 2024-01-01. Nearest in time:\n"
        "   2025-01-02  Near"
    )


def test_misspelt_words_are_shown_as_they_are_read() -> None:
    answer = make_answer((make_hit(None),))
    read = replace(answer.interpretation, respelt=(("exprots", "exports"),))
    told = format_answer(replace(answer, interpretation=read))
    assert told.startswith("“exprots” is read as “exports”\n\n")


def test_what_cannot_be_looked_for_is_told_how_to_ask() -> None:
    answer = make_answer(())
    hindered = replace(answer.interpretation, obstacle=Obstacle.NOTHING_ASKED)
    assert format_answer(replace(answer, interpretation=hindered, nearest=())) == (
        "Not found. Nothing is asked for that a release could tell. Ask in English or Korean "
        "for a\nfigure, a name, a date, or by a word of the matter."
    )


def test_what_is_held_after_the_day_asked_as_of_is_told() -> None:
    answer = make_answer((), published=DateRange(date(2026, 11, 30), date.max))
    assert format_answer(replace(answer, later=1)) == (
        "Published from 2026-11-30 on (given)\n\n"
        f"Not found. As of {DAY} nothing was published from 2026-11-30 on, but 1 release held "
        "came\nlater. Nearest in time:\n"
        "   2025-01-02  Near"
    )
    assert format_answer(replace(make_answer(()), nearest=(), later=3)) == (
        f"Not found. Nothing was published by {DAY}, but 3 releases held came later."
    )


@pytest.mark.parametrize(
    ("verdict", "remark"),
    [
        (Verdict.ANSWERED, "The nearest passage is of another time than the one asked about."),
        (
            Verdict.NOT_FOUND,
            "Not found. The nearest passage is of another time than the one asked about.",
        ),
    ],
)
def test_best_hit_of_another_period_is_said_to_be_one(verdict: Verdict, remark: str) -> None:
    hit = replace(make_hit(None), signals=(Signal("period_missing", 1.0),))
    answer = replace(make_answer((hit,)), verdict=verdict)
    assert remark in format_answer(answer).split("\n")
    of_the_period = replace(hit, signals=(Signal("period_missing", 0.0),))
    assert "another time" not in format_answer(replace(answer, hits=(of_the_period, hit)))


def test_best_hit_of_a_part_of_the_period_is_said_to_be_one() -> None:
    year = Period(date(2025, 1, 1), date(2025, 12, 31), Granularity.YEAR)
    hit = replace(make_hit(None), signals=(Signal("period_missing", 1.0),), about=NOVEMBER)
    answer = make_answer((hit,), period=AskedPeriod(year, "2025"))
    told = "The nearest passage is about 2025-11, which is only a part of the time asked about."
    assert told in format_answer(answer).split("\n")


@pytest.mark.parametrize(("confidence", "unsure"), [(0.494, True), (0.5, False), (None, False)])
def test_answer_that_is_less_likely_than_not_is_said_to_be_unsure(
    confidence: float | None, unsure: bool
) -> None:
    text = format_answer(make_answer((replace(make_hit(None), confidence=confidence),)))
    assert ("\nUnsure: it is only 49% likely that this answers.\n" in text) is unsure


@pytest.mark.parametrize(
    ("verdict", "missing", "said"),
    [
        (Verdict.UNJUDGED, "date", "No date stands in the sentence found."),
        (Verdict.UNJUDGED, "figure", "No figure stands in the sentence found."),
        (Verdict.UNJUDGED, "office", "The office that is asked about is not named"),
        (Verdict.ANSWERED, "claimed_figure", "The figure in the question does not stand"),
        (Verdict.ANSWERED, None, None),
        (Verdict.NOT_FOUND, "claimed_figure", None),
        (Verdict.NOT_FOUND, "date", None),
    ],
)
def test_answer_without_what_is_asked_for_is_said_to_be_one(
    verdict: Verdict, missing: Missing | None, said: str | None
) -> None:
    answer = make_answer((replace(make_hit(None), missing=missing),))
    text = format_answer(replace(answer, verdict=verdict))
    assert (said or "") in text
    assert ("in the sentence found." in text) is (said is not None)


def test_nothing_is_as_sure_as_100_percent() -> None:
    shown = format_answer(make_answer((replace(make_hit(None), confidence=0.999),)))
    assert "(99% sure)" in shown


def test_hit_outside_a_series_has_no_line_for_one() -> None:
    assert "other" not in format_answer(make_answer((make_hit(None),)))


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (make_place(NOVEMBER, 11), "   + 11 other months"),
        (make_place(NOVEMBER, 1), "   + 1 other month"),
        (
            make_place(NOVEMBER, 2, previous=month(10)),
            "   + 2 other months (previous: 2025-10 “Before”)",
        ),
        (make_place(span_of("2025-07-01", "2025-09-30"), 3), "   + 3 other quarters"),
        (make_place(span_of("2025-07-01", "2025-12-31"), 3), "   + 3 other half-years"),
        (make_place(span_of("2025-01-01", "2025-12-31"), 3), "   + 3 other years"),
        (make_place(span_of("2025-01-01", "2025-11-30"), 3), "   + 3 other instalments"),
        (make_place(NOVEMBER, 1, later=True), "   superseded by “After”, published 2025-12-18"),
    ],
)
def test_hit_has_the_rest_of_its_series_beside_it(place: SeriesPlace, line: str) -> None:
    assert line in format_answer(make_answer((make_hit(place),))).splitlines()


def test_timeline_is_a_line_a_release_with_gaps_named() -> None:
    found = draw(
        "How much were exports?",
        [
            (month(3), "Exports came\nto USD 3 billion."),
            (month(1), "Exports came to USD 2 billion."),
        ],
    )
    assert format_timeline(found) == (
        "2025-01  2025-02-15  Exports came to »USD 2 billion«.\n"
        "2025-02: no release\n"
        "2025-03  2025-04-15  Exports came to »USD 3 billion«."
    )


RED_OVER_THE_LINE = "\x1b[31m\rForged"
STYLED = Terminal(width=60, styled=True)


def make_told(
    question: str, sentence: str, *, language: str = "en", signals: tuple[Signal, ...] = ()
) -> Answer:
    """An answer of one hit that is one sentence."""
    release = Release("r", "News", date(2025, 12, 15), sentence, "Ministry", language=language)
    passage = Passage("r:0", "r", 0, 0, len(sentence), sentence)
    hit = Hit(1, 2.5, 0.9, passage, release, (Span(0, len(sentence)),), signals)
    understood = Interpretation(question, DAY, None, topic=question, searched=question)
    return Answer(Question(question, DAY), understood, Verdict.ANSWERED, (hit,), (), generation=1)


@pytest.mark.parametrize(
    ("question", "sentence", "figure"),
    [
        (
            "How much did exports rise?",
            "In 2025 exports rose 3.2 percent to USD 5 billion.",
            "3.2 percent",
        ),
        (
            "How much were exports?",
            "In 2025 exports rose 3.2 percent to USD 5 billion.",
            "USD 5 billion",
        ),
        ("수출은 얼마인가요?", "11월 수출은 255억 달러로 24.3% 늘었다.", "255억 달러"),
    ],
)
def test_figure_that_is_asked_for_is_bold(question: str, sentence: str, figure: str) -> None:
    told = make_told(question, sentence)
    first, *_ = format_answer(told, terminal=Terminal(styled=True)).splitlines()
    assert f"\x1b[1m{figure}\x1b[0m" in first
    assert first.count("\x1b[1m") == 1


def test_figure_that_is_not_asked_for_is_not_bold() -> None:
    told = make_told("Who met the minister?", "The minister met 30 people.")
    first, *_ = format_answer(told, terminal=STYLED).splitlines()
    assert "\x1b[1m" not in first


def test_styles_change_nothing_of_what_is_said() -> None:
    told = make_told("How much did exports rise?", "In 2025 exports rose 3.2 percent.")
    styled = format_answer(told, explain=True, terminal=STYLED)
    plain = format_answer(told, explain=True, terminal=Terminal(width=60))
    assert "\x1b" in styled
    assert re.sub(r"\x1b\[[0-9;]*m", "", styled) == plain


def test_what_a_terminal_would_obey_is_shown_as_a_mark() -> None:
    told = make_told("What is new?", f"Exports {RED_OVER_THE_LINE} rose.")
    assert "\x1b" not in format_answer(told)
    assert "Exports �[31m�Forged rose." in format_answer(told)


def test_lines_of_hangul_count_two_columns_a_syllable() -> None:
    sentence = "산업통상자원부는 지난달 정보통신기술 수출이 크게 늘었다고 밝혔다. " * 3
    shown = format_answer(make_told("수출은?", sentence, language="ko"), terminal=STYLED)
    lines = re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines()
    widths = [sum(2 if "가" <= char <= "힣" else 1 for char in line) for line in lines]
    assert max(widths) <= 60
    assert max(widths) > 50


def test_explanation_shows_what_each_signal_adds_the_most_first() -> None:
    signals = (Signal("cosine", 0.5, usual=0.25, weight=2.0), Signal("late_rare", 0.5, weight=4.0))
    told = make_told("What is new?", "News.", signals=signals)
    *_, late, cosine, score = format_answer(told, explain=True).splitlines()
    assert late.split() == ["late_rare", "0.500", "0.000", "4.000", "+2.000"]
    assert cosine.split() == ["cosine", "0.500", "0.250", "2.000", "+0.500"]
    assert score.split() == ["score", "+2.500"]


def test_release_is_shown_whole_with_the_passage_marked() -> None:
    body = "Before.\nExports rose.\nAfter."
    release = Release("r", "News", date(2025, 12, 15), body, "Ministry")
    passage = Passage("r:1", "r", 1, 8, 21, body[8:21])
    hit = Hit(1, 1.0, None, passage, release, (Span(0, 13),), ())
    assert format_release(release, hit) == (
        "2025-12-15  News\n\nBefore.\n»Exports rose.«\nAfter.\n\n"
        "— Ministry, “News”, 15 December 2025."
    )
