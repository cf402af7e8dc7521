"""Signals that say when, of short passages, counted by hand."""

from dataclasses import replace
from datetime import date

import pytest

from qa.periods import Granularity, Period
from qa.records import UNDATED, StoredPassage
from qa.retrieval.time_signals import measure_time
from qa.series.series import Standing
from qa.understanding.wanted import Wanted
from tests.qa.retrieval.test_signals import (
    about,
    ask_for,
    make_passage,
    measure_one,
    month,
    read,
)


@pytest.mark.parametrize(
    ("asked", "text", "expected"),
    [
        (month(11), "Exports rose in November.", 1.0),
        (month(11), "Exports rose in November 2025.", 1.0),
        (month(10), "Exports rose in November.", -1.0),
        (month(11, 2024), "Exports rose in November.", -1.0),
        (month(11), "Exports rose on November 3.", 0.5),
        (month(11), "Exports rose in 2025.", 0.5),
        (month(11), "Exports rose in 2024.", 0.0),
        (month(11), "Exports rose.", 0.0),
        (None, "Exports rose in November.", 0.0),
    ],
)
def test_passage_about_the_period_asked_for_rises_and_about_another_month_sinks(
    asked: Period | None, text: str, expected: float
) -> None:
    # The passage was published on 15 December 2025, from where "November" counts.
    wanted = Wanted({}, frozenset(), frozenset(), None, asked)
    assert measure_one(wanted, make_passage(text))["period"] == expected


def test_period_of_the_title_counts_for_the_passage() -> None:
    wanted = Wanted({}, frozenset(), frozenset(), None, month(11))
    signals = measure_one(wanted, make_passage("They rose.", title="Exports in November"))
    assert signals["period"] == 1.0


@pytest.mark.parametrize(
    ("held", "expected"), [(month(11), 1.0), (month(10), -1.0), (month(11, 2024), -1.0)]
)
def test_instalment_about_the_period_asked_for_rises_whatever_its_passage_says(
    held: Period, expected: float
) -> None:
    wanted = Wanted({}, frozenset(), frozenset(), None, month(11))
    signals = measure_one(wanted, about(held), Standing(series="s"))
    assert signals["release_period"] == expected


def test_period_of_a_release_in_no_series_says_nothing() -> None:
    # A single announcement names months for other reasons than to report on them.
    wanted = Wanted({}, frozenset(), frozenset(), None, month(11))
    assert measure_one(wanted, about(month(10)))["release_period"] == 0.0


@pytest.mark.parametrize(
    ("asked", "passage", "series", "expected"),
    [
        (month(11), about(month(11)), "s", 0.0),
        (month(10), about(month(11)), "s", 1.0),
        # An instalment that compares with October is not October's.
        (month(10), about(month(11), "Exports were more than in October 2025."), "s", 1.0),
        # Nor is a report in no series; but what it says as it comes out, in December, counts.
        (month(10), about(month(11), "Exports were more than in October 2025."), None, 1.0),
        (month(12), about(month(11)), None, 0.0),
        (month(10), make_passage("The fair was held in October 2025."), None, 0.0),
        (month(10), make_passage("The fair was held."), None, 1.0),
        (month(12), make_passage("The fair was held."), None, 0.0),
        (None, about(month(11)), "s", 0.0),
    ],
)
def test_period_is_missing_from_what_is_of_another(
    asked: Period | None, passage: StoredPassage, series: str | None, expected: float
) -> None:
    wanted = Wanted({}, frozenset(), frozenset(), None, asked)
    assert measure_one(wanted, passage, Standing(series=series))["period_missing"] == expected


@pytest.mark.parametrize(("of_figures", "missing"), [(True, 1.0), (False, 0.0)])
def test_figures_of_a_time_that_was_over_are_none_of_the_time_they_came_out_in(
    of_figures: bool, missing: float
) -> None:
    quarter = Period(date(2025, 10, 1), date(2025, 12, 31), Granularity.QUARTER)
    half = Period(date(2025, 1, 1), date(2025, 6, 30), Granularity.HALF)
    wanted = Wanted({}, frozenset(), frozenset(), None, quarter, of_figures=of_figures)
    passage = about(half, "Investment rose in 2025, it was announced on December 15.")
    assert measure_one(wanted, passage)["period_missing"] == missing


_RECALLED = "27 models of humidifiers were recalled on May 1."


@pytest.mark.parametrize(
    ("title", "text", "missing"),
    [
        ("Recall", f"{_RECALLED} Questions concerned the schedule for 2026.", 1.0),
        ("Recall", f"{_RECALLED} The plan, which runs until 2026, was named.", 1.0),
        ("Recall", f"{_RECALLED} More humidifiers will be recalled in 2026.", 0.0),
        # Not all of the matter is said again.
        ("Recall", f"{_RECALLED} In 2026 it will recall others.", 0.0),
        # Nor need it be where a release says what it is about.
        ("The Plan for 2026", _RECALLED, 0.0),
        ("Recall", f"The plan for 2026 was published in Seoul today. {_RECALLED}", 0.0),
    ],
)
def test_year_named_in_passing_is_not_told_of(title: str, text: str, missing: float) -> None:
    year = Period(date(2026, 1, 1), date(2026, 12, 31), Granularity.YEAR)
    weights = {"humidifi": 7.5, "recal": 4.5, "2026": 2.9}
    matter = frozenset({"humidifi", "recal"})
    wanted = Wanted(weights, frozenset({"2026"}), frozenset(), None, year, matter=matter)
    assert measure_one(wanted, make_passage(text, title))["period_missing"] == missing


@pytest.mark.parametrize(
    ("year", "question", "missing"),
    [
        (2026, "How many humidifiers were recalled in 2026?", 1.0),
        # What is given ahead, and what is told of afterwards, need not say all of it again.
        (2026, "What was set aside for 2026 for humidifiers recalled?", 0.0),
        (2024, "How many humidifiers were recalled in 2024?", 0.0),
    ],
)
def test_only_a_year_to_come_is_named_in_passing(year: int, question: str, missing: float) -> None:
    asked = Period(date(year, 1, 1), date(year, 12, 31), Granularity.YEAR)
    matter = frozenset({"humidifi", "recal"})
    weights = dict.fromkeys(matter, 1.0)
    wanted = Wanted(
        weights, frozenset(), frozenset(), None, asked, matter=matter, question=question
    )
    passage = make_passage(f"{_RECALLED} Others were named in {year}.", "Recall")
    assert measure_one(wanted, passage)["period_missing"] == missing


def test_year_named_in_passing_counts_where_no_matter_is_asked_for() -> None:
    year = Period(date(2026, 1, 1), date(2026, 12, 31), Granularity.YEAR)
    passage = make_passage("The fair was held in Seoul on May 1. The next is in 2026.")
    wanted = Wanted({}, frozenset(), frozenset(), None, year)
    assert measure_one(wanted, passage)["period_missing"] == 0.0


def test_figures_of_the_month_that_a_report_on_another_came_out_in_are_missing() -> None:
    wanted = Wanted({}, frozenset(), frozenset(), None, month(12), of_figures=True)
    assert measure_one(wanted, about(month(11)))["period_missing"] == 1.0
    assert measure_one(wanted, make_passage("The fair was held."))["period_missing"] == 0.0


_QUARTER = Period(date(2025, 10, 1), date(2025, 12, 31), Granularity.QUARTER)
_WITH_QUARTER = "Exports rose in November. In the fourth quarter of 2025 they fell."


@pytest.mark.parametrize(
    ("asked", "told", "text", "published", "expected"),
    [
        (_QUARTER, month(11), "Exports rose in November.", date(2025, 12, 15), 1.0),
        (month(11), _QUARTER, "Exports rose in the fourth quarter.", date(2026, 1, 15), 1.0),
        (_QUARTER, _QUARTER, "Exports rose in the fourth quarter.", date(2026, 1, 15), 0.0),
        # A report on the last month may have the quarter's figure, but not before its end.
        (_QUARTER, month(12), _WITH_QUARTER, date(2026, 1, 15), 0.0),
        (_QUARTER, month(11), _WITH_QUARTER, date(2025, 12, 15), 1.0),
    ],
)
@pytest.mark.parametrize("series", ["s", None])
def test_figure_of_a_part_or_of_more_is_not_that_of_the_period_asked_about(
    asked: Period,
    told: Period,
    text: str,
    published: date,
    expected: float,
    series: str | None,
) -> None:
    passage = about(told, text)
    passage = replace(passage, release=replace(passage.release, published=published))
    wanted = Wanted({}, frozenset(), frozenset(), None, asked, of_figures=True, takes_parts=False)
    standing = Standing(series=series)
    assert measure_one(wanted, passage, standing)["period_missing"] == expected
    takes_parts = replace(wanted, takes_parts=True)
    assert measure_one(takes_parts, passage, standing)["period_missing"] == 0.0


def test_period_is_not_missing_where_no_day_of_publication_is_known() -> None:
    passage = make_passage("The fair was held.")
    undated = replace(passage, release=replace(passage.release, published=UNDATED))
    wanted = Wanted({}, frozenset(), frozenset(), None, month(10))
    assert measure_one(wanted, undated)["period_missing"] == 0.0


@pytest.mark.parametrize(
    ("recency", "newness", "expected"),
    [(1.0, 1, 1.0), (1.0, -1, -1.0), (0.5, 1, 0.5), (0.0, 1, 0.0), (1.0, 0, 0.0)],
)
def test_newest_instalment_rises_as_far_as_the_newest_is_wanted(
    recency: float, newness: int, expected: float
) -> None:
    wanted = Wanted({}, frozenset(), frozenset(), None, recency=recency)
    signals = measure_one(wanted, make_passage("Exports rose."), Standing(newness, series="s"))
    assert signals["latest"] == expected


def test_superseded_version_is_known_as_one() -> None:
    standing = Standing(superseded=True, series="s")
    assert measure_one(ask_for({}), make_passage("Exports rose."), standing)["superseded"] == 1.0


def test_annual_figures_are_told_from_monthly_ones() -> None:
    wanted = Wanted({}, frozenset(), frozenset(), None, cadence=Granularity.YEAR)
    year = Period(date(2024, 1, 1), date(2024, 12, 31), Granularity.YEAR)
    assert measure_one(wanted, about(year))["cadence"] == 1.0
    assert measure_one(wanted, about(month(11)))["cadence"] == -1.0
    assert measure_one(wanted, make_passage("Exports rose."))["cadence"] == 0.0


@pytest.mark.parametrize(
    ("guessed", "text", "expected"),
    [
        (True, "He was indicted on July 7, 2004.", 0.0),
        (True, "He was indicted in August 2004.", 1.0),
        (False, "He was indicted on July 7, 2004.", 1.0),
    ],
)
def test_year_that_nobody_named_is_not_held_against_a_release(
    guessed: bool, text: str, expected: float
) -> None:
    wanted = Wanted({}, frozenset(), frozenset(), None, month(7), year_guessed=guessed)
    assert measure_one(wanted, make_passage(text))["period_missing"] == expected


_YEAR = Period(date(2025, 1, 1), date(2025, 12, 31), Granularity.YEAR)
_ASKED_OF_YEAR = Wanted({}, frozenset(), frozenset(), None, _YEAR, of_figures=True)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (replace(_ASKED_OF_YEAR, is_running=True), [-1.0, 0.0, 0.0, 0.0]),
        (replace(_ASKED_OF_YEAR, takes_parts=False), [-1.0, 0.0, 0.0, 0.0]),
        # Any month will do ("monthly exports"), or no figure is asked for.
        (_ASKED_OF_YEAR, [0.0] * 4),
        (replace(_ASKED_OF_YEAR, is_running=True, of_figures=False), [0.0] * 4),
    ],
)
def test_total_is_told_by_the_last_instalment_on_its_matter_within_the_period(
    wanted: Wanted, expected: list[float]
) -> None:
    passages = [read(about(month(number, year))) for number, year in ((9, 2025), (10, 2025))]
    passages += [read(about(month(11, 2024))), read(about(month(3)))]
    # The second is of another series, in the other language, on the matter of the first.
    standings = [Standing(series="s", matter="s"), Standing(series="t", matter="s")]
    standings += [Standing(series="s", matter="s"), Standing(series="u", matter="u")]
    latest = measure_time(wanted, passages, standings)[4]
    assert latest.tolist() == expected


def test_month_of_another_year_sinks_where_the_figure_of_a_year_is_asked_for() -> None:
    standing, held = Standing(series="s"), about(month(11, 2024))
    wanted = replace(_ASKED_OF_YEAR, takes_parts=False)
    assert measure_one(wanted, held, standing)["release_period"] == -1.0
    assert measure_one(_ASKED_OF_YEAR, held, standing)["release_period"] == 0.0


def test_figure_that_another_passage_of_the_release_has_is_not_missing() -> None:
    wanted = Wanted({}, frozenset(), frozenset(), None, _QUARTER, of_figures=True)
    wanted = replace(wanted, takes_parts=False)
    passages = [about(month(12)), about(month(12), _WITH_QUARTER)]
    for at, passage in enumerate(passages):
        release = replace(passage.release, published=date(2026, 1, 15))
        passages[at] = replace(passage, release=release)
    standings = [Standing(series="s")] * 2
    together = measure_time(wanted, [read(each) for each in passages], standings)[3]
    assert together.tolist() == [0.0, 0.0]
    assert measure_one(wanted, passages[0], standings[0])["period_missing"] == 1.0
