"""Timelines against what was worked out by hand from their sentences."""

import doctest
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import QuestionError
from qa.language.sentences import Span
from qa.periods import Granularity, Period
from qa.periods.calendar import months
from qa.questions import AskedPeriod, Aspect, Question
from qa.retrieval.asking import Asker
from qa.timelines import timeline
from qa.timelines.timeline import Candidate, Timeline, find_gaps, line_up
from tests.qa.drawing import draw, make_release, month, span_of
from tests.qa.monthly_releases import AS_OF


def read(found: Timeline) -> list[tuple[str, str, str | None]]:
    return [
        (str(point.period.first)[:7], point.sentence, point.figure_text) for point in found.points
    ]


def marked(found: Timeline) -> list[str | None]:
    return [point.figure_text for point in found.points]


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(timeline).failed == 0


def test_points_are_verbatim_and_in_order_of_their_periods() -> None:
    found = draw(
        "How much were exports?",
        [
            (month(11), "The minister spoke. Exports rose 24.3 percent to USD 25.5 billion."),
            (month(9), "Exports fell 2.0 percent to USD 20.1 billion."),
        ],
    )
    assert read(found) == [
        ("2025-09", "Exports fell 2.0 percent to USD 20.1 billion.", "USD 20.1 billion"),
        ("2025-11", "Exports rose 24.3 percent to USD 25.5 billion.", "USD 25.5 billion"),
    ]
    assert [str(gap.first) for gap in found.gaps] == ["2025-10-01"]
    assert (found.series, found.unit) == ("r1", "USD")


def test_without_instalments_there_is_no_series() -> None:
    found = draw("How much were exports?", [])
    assert (found.series, found.points, found.gaps, found.unit) == (None, (), (), None)
    with pytest.raises(QuestionError, match="none of these sentences"):
        found.require_unit()


def test_sentence_that_passages_share_is_one() -> None:
    release = make_release(month(3), "Exports were USD 3 billion.")
    span = Span(0, 27)
    base = draw("Exports", [])
    found = line_up(
        base.question,
        base.interpretation,
        "r1",
        [(month(3), release, [Candidate(span, 0.1), Candidate(span, 0.9)])],
        1,
    )
    assert marked(found) == ["USD 3 billion"]


def test_unit_is_none_when_a_sentence_states_another_instead() -> None:
    found = draw(
        "How much was sold?",
        [
            (month(1), "Sales came to USD 3 billion."),
            (month(2), "Sales came to USD 4 billion."),
            (month(3), "Sales came to EUR 5 billion."),
        ],
    )
    assert found.unit is None
    assert marked(found) == ["USD 3 billion", "USD 4 billion", None]
    with pytest.raises(QuestionError, match=r"1 of 3 sentences .* none in USD"):
        found.require_unit()


def test_instalment_without_any_figure_leaves_the_unit() -> None:
    found = draw(
        "How much was sold?",
        [(month(1), "Sales came to USD 3 billion."), (month(2), "Figures are delayed.")],
    )
    assert found.require_unit() == "USD"
    assert marked(found) == ["USD 3 billion", None]


def test_quarters_are_named_where_they_are_missing() -> None:
    quarters = [span_of("2024-10-01", "2024-12-31"), span_of("2025-07-01", "2025-09-30")]
    assert [(gap.first.isoformat(), gap.granularity) for gap in find_gaps(quarters)] == [
        ("2025-01-01", Granularity.QUARTER),
        ("2025-04-01", Granularity.QUARTER),
    ]


def draw_asked(text: str, told: list[Period], asked: Period, as_of: date = AS_OF) -> Timeline:
    """The timeline of a period, of releases that come 15 days after theirs."""
    base = draw(text, [])
    understood = replace(base.interpretation, as_of=as_of, period=AskedPeriod(asked, None))
    rows = [
        (
            each,
            make_release(each, f"{text} were USD {number} billion."),
            [Candidate(Span(0, 27), 1.0)],
        )
        for number, each in enumerate(told, start=2)
    ]
    return line_up(base.question, understood, "r1", rows, 1)


@pytest.mark.parametrize(
    ("first", "last", "as_of", "gaps"),
    [
        # The year's last month is missing, as is its fourth.
        ("2025-01-01", "2025-12-31", "2026-02-10", ["2025-04-01", "2025-12-01"]),
        # December's is due on January 15.
        ("2025-01-01", "2025-12-31", "2026-01-15", ["2025-04-01", "2025-12-01"]),
        ("2025-01-01", "2025-12-31", "2026-01-14", ["2025-04-01"]),
        ("2025-01-01", "2025-12-31", "2025-12-20", ["2025-04-01"]),
        ("2025-04-01", "2025-06-30", "2026-02-10", ["2025-04-01"]),
        ("2025-02-01", "2025-04-30", "2026-02-10", ["2025-04-01"]),
        # Before the series began nothing is missing.
        ("2024-01-01", "2025-03-31", "2026-02-10", []),
    ],
)
def test_gaps_reach_to_the_ends_of_the_period_asked_about(
    first: str, last: str, as_of: str, gaps: list[str]
) -> None:
    held = [month(each) for each in (1, 2, 3, *range(5, 12))]
    found = draw_asked("Exports", held, span_of(first, last), date.fromisoformat(as_of))
    assert [str(gap.first) for gap in found.gaps] == gaps


@pytest.mark.parametrize(
    ("first", "last", "shown", "gaps"),
    [
        ("2025-04-01", "2025-06-30", ["2025-05"], ["2025-04", "2025-06"]),
        ("2025-06-01", "2025-09-30", ["2025-09"], ["2025-06", "2025-07", "2025-08"]),
        # A month has room for one instalment: a timeline of it is that of its series.
        ("2025-05-01", "2025-05-31", ["2025-03", "2025-05", "2025-09"], None),
        ("2025-06-01", "2025-06-30", ["2025-03", "2025-05", "2025-09"], None),
    ],
)
def test_period_with_room_for_several_instalments_shows_its_own_alone(
    first: str, last: str, shown: list[str], gaps: list[str] | None
) -> None:
    held = [month(3), month(5), month(9)]
    found = draw_asked("Exports", held, span_of(first, last), date(2025, 12, 1))
    assert [str(point.period.first)[:7] for point in found.points] == shown
    if gaps is not None:
        assert [str(gap.first)[:7] for gap in found.gaps] == gaps


def test_release_without_a_sentence_is_no_gap() -> None:
    base = draw("Exports", [])
    rows = [
        (each, make_release(each, text), [Candidate(Span(0, len(text)), 1.0)] if text else [])
        for each, text in ((month(1), "Exports rose."), (month(2), ""), (month(4), "They fell."))
    ]
    found = line_up(base.question, base.interpretation, "r1", rows, 1)
    assert [str(gap.first) for gap in found.gaps] == ["2025-03-01"]


def test_what_a_few_months_do_not_tell_apart_the_whole_series_does() -> None:
    base = draw("car production", [])
    told = [
        (month(1), "Car production was 348,000 vehicles, and exports were USD 3 billion."),
        (month(2), "Car production was 331,000 vehicles, and exports were USD 4 billion."),
        (month(3), "Plants made 335,000 vehicles, and exports were USD 5 billion."),
        (month(4), "Plants made 339,000 vehicles, and exports were USD 6 billion."),
    ]
    asked = replace(
        base.interpretation, period=AskedPeriod(span_of("2025-03-01", "2025-04-30"), None)
    )
    rows = [
        (each, make_release(each, text), [Candidate(Span(0, len(text)), 1.0)])
        for each, text in told
    ]
    found = line_up(base.question, asked, "r1", rows, 1)
    assert marked(found) == ["335,000 vehicles", "339,000 vehicles"]


def test_ranges_have_no_gaps() -> None:
    spans = [span_of("2025-01-01", "2025-02-28"), span_of("2025-01-01", "2025-08-31")]
    assert find_gaps(spans) == ()
    assert find_gaps([]) == ()


@given(st.sets(st.integers(12 * 1990, 12 * 2010), min_size=1, max_size=30))
def test_periods_and_gaps_together_are_every_month_once(indices: set[int]) -> None:
    held = [months(index, 1, Granularity.MONTH) for index in sorted(indices)]
    periods = [each for each in held if each is not None]
    everything = sorted([*periods, *find_gaps(periods)], key=lambda each: each.first)
    expected: list[Period | None] = [
        months(index, 1, Granularity.MONTH) for index in range(min(indices), max(indices) + 1)
    ]
    assert everything == expected


@given(st.lists(st.tuples(st.integers(1, 12), st.text(min_size=1, max_size=60)), max_size=8))
def test_any_text_gives_points_that_stand_in_it(told: list[tuple[int, str]]) -> None:
    found = draw("How much were exports?", [(month(number), body) for number, body in told])
    for point in found.points:
        assert point.sentence in point.release.body
        for figure in point.figures:
            assert 0 <= figure.start < figure.end <= len(point.sentence)
        assert point.marked is None or point.marked in point.figures
    days = [point.period.first for point in found.points]
    assert days == sorted(days)


def test_real_series_is_drawn_with_its_gap_and_its_corrected_month(monthly_asker: Asker) -> None:
    found = monthly_asker.draw_timeline(Question("How much were exports of batteries?", AS_OF))
    assert [point.release.id for point in found.points] == [
        "battery-03",
        "battery-04-corrected",
        "battery-06",
        "battery-07",
    ]
    assert marked(found) == [
        "USD 712 million",
        "USD 659 million",
        "USD 730 million",
        "USD 1,801 million",
    ]
    assert [str(gap.first) for gap in found.gaps] == ["2025-05-01"]
    assert found.unit == "USD"
    for point in found.points:
        body = point.release.body
        assert body[point.span.start : point.span.end] == point.sentence


def test_real_series_is_as_it_stood_on_the_day(monthly_asker: Asker) -> None:
    question = Question("How much were exports of batteries?", date(2025, 6, 1))
    found = monthly_asker.draw_timeline(question)
    assert marked(found) == ["USD 712 million", "USD 655 million"]


def test_real_series_is_limited_to_the_period_that_is_given(monthly_asker: Asker) -> None:
    question = Question(
        "How much were exports of batteries?",
        AS_OF,
        period=span_of("2025-04-01", "2025-06-30"),
        ignore=frozenset({Aspect.LATEST}),
    )
    found = monthly_asker.draw_timeline(question)
    assert [point.release.id for point in found.points] == ["battery-04-corrected", "battery-06"]
