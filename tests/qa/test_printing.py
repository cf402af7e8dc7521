"""Answers and timelines as people read them."""

import doctest
from datetime import date

import pytest

from qa import printing
from qa.answers import (
    Answer,
    AskedPeriod,
    Hit,
    Interpretation,
    Question,
    Verdict,
)
from qa.periods import Period
from qa.printing import format_answer, format_timeline
from qa.records import DateRange, Passage, Release
from qa.sentences import Span
from qa.series import Instalment, SeriesPlace
from tests.qa.timelines import draw, month, span_of

DAY = date(2025, 12, 20)
NOVEMBER = month(11)


def make_hit(place: SeriesPlace | None) -> Hit:
    body = "Exports rose."
    release = Release("r", "Exports in November", date(2025, 12, 15), body, "Ministry")
    passage = Passage("r:0", "r", 0, 0, len(body), body)
    return Hit(1, 1.0, 0.9, passage, release, (Span(0, 13),), (), place=place)


def make_answer(
    hits: tuple[Hit, ...],
    *,
    period: AskedPeriod | None = None,
    published: DateRange | None = None,
    published_words: str | None = None,
    latest_words: str | None = None,
) -> Answer:
    understood = Interpretation(
        "Q?",
        DAY,
        published,
        topic="Q",
        searched="Q",
        period=period,
        latest_words=latest_words,
        published_words=published_words,
    )
    verdict = Verdict.ANSWERED if hits else Verdict.NOT_FOUND
    nearest = (Release("n", "Near", date(2025, 1, 2), "…", "Ministry"),)
    return Answer(Question("Q?", DAY), understood, verdict, hits, nearest, generation=1)


def make_place(
    period: Period, others: int, previous: Period | None = None, later: bool = False
) -> SeriesPlace:
    def instalment(of: Period, title: str) -> Instalment:
        return Instalment("x", title, date(2025, 12, 18), of)

    return SeriesPlace(
        "s",
        period,
        others + 1,
        previous=instalment(previous, "Before") if previous else None,
        next=None,
        superseded_by=instalment(period, "After") if later else None,
    )


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(printing).failed == 0


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
