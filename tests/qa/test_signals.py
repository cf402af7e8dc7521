"""Signals of short passages, counted by hand."""

import math
from calendar import monthrange
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from qa.answer_types import AnswerType
from qa.periods import Granularity, Period
from qa.read_passages import ReadPassage
from qa.records import UNDATED, Passage, Release, StoredPassage
from qa.series import Standing
from qa.signals import SIGNALS, Scores, measure
from qa.wanted import Wanted


def make_passage(text: str, title: str = "News") -> StoredPassage:
    release = Release("r", title, date(2025, 12, 15), text, "Ministry")
    return StoredPassage(1, Passage("r:0", "r", 0, 0, len(text), text), release)


def read(passage: StoredPassage) -> ReadPassage:
    return ReadPassage(passage, lambda _release, _text: np.empty((0, 2), np.int64))


def make_scores(rows: int, matches: list[list[float]] | None = None) -> Scores:
    zeros = np.zeros(rows, np.float32)
    given = np.array(matches, np.float32) if matches else np.zeros((rows, 0), np.float32)
    return Scores(zeros, given, zeros)


def measure_one(
    wanted: Wanted, passage: StoredPassage, standing: Standing | None = None
) -> dict[str, float]:
    standings = [standing or Standing()]
    matrix = measure(wanted, np.zeros(0), [read(passage)], make_scores(1), standings)
    return dict(zip(SIGNALS, matrix[0].tolist(), strict=True))


def ask_for(weights: dict[str, float], *, names: frozenset[str] = frozenset()) -> Wanted:
    numbers = frozenset(term for term in weights if term[0].isdigit())
    return Wanted(weights, numbers, names, None)


def test_coverage_is_by_weight() -> None:
    wanted = ask_for({"export": 1.0, "rose": 2.0, "trade": 3.0, "semiconductor": 4.0})
    signals = measure_one(wanted, make_passage("Exports grew. Imports rose.", title="Trade"))
    assert signals["coverage"] == pytest.approx(0.6)
    assert signals["title_coverage"] == pytest.approx(0.3)
    assert signals["rarest_missing"] == pytest.approx(1.0)


def test_rarest_missing_is_0_when_nothing_is_missing() -> None:
    signals = measure_one(ask_for({"export": 1.0}), make_passage("Exports grew."))
    assert (signals["coverage"], signals["rarest_missing"]) == (1.0, 0.0)


def test_missing_numbers_and_names_are_shares_of_those_asked() -> None:
    wanted = ask_for(
        {"24.3": 1.0, "2025": 1.0, "export": 1.0}, names=frozenset({"india", "korea", "das"})
    )
    signals = measure_one(wanted, make_passage("Korea’s exports rose 24.3 percent."))
    assert signals["numbers_missing"] == 0.5
    assert signals["names_missing"] == pytest.approx(2 / 3)


def test_missing_countries_are_those_that_title_and_body_name_in_no_form() -> None:
    countries = frozenset({"Chile", "Mongolia", "Japan"})
    wanted = Wanted({}, frozenset(), frozenset(), None, countries=countries)
    passage = make_passage("Mongolian firms met.", title="몽골·일본 협력")
    assert measure_one(wanted, passage)["countries_missing"] == pytest.approx(1 / 3)


def test_bm25_is_a_share_of_what_the_question_could_reach() -> None:
    passage = make_passage("Exports rose.")
    found = np.array([4.4], np.float32)
    scores = Scores(np.array([0.5], np.float32), np.zeros((1, 0), np.float32), found)
    wanted = ask_for({"export": 4.0})
    signals = dict(
        zip(
            SIGNALS,
            measure(wanted, np.zeros(0), [read(passage)], scores, [Standing()])[0],
            strict=True,
        )
    )
    # A term's BM25 with k1 = 1.2 stays below 2.2 times its weight: here 8.8.
    assert signals["cosine"] == pytest.approx(0.5)
    assert signals["release_bm25"] == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports rose 24.3 percent. It rained.", 1.0),
        ("Exports rose sharply. It rained for 3 days.", -1.0),
        ("On exports. Exports rose 24.3 percent.", 1.0),
    ],
)
def test_answer_type_looks_at_the_sentences_that_cover_most_of_the_question(
    text: str, expected: float
) -> None:
    wanted = Wanted({"export": 1.0}, frozenset(), frozenset(), AnswerType.AMOUNT)
    assert measure_one(wanted, make_passage(text))["answer_type"] == expected


def month(number: int, year: int = 2025) -> Period:
    return Period(
        date(year, number, 1), date(year, number, monthrange(year, number)[1]), Granularity.MONTH
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


def about(period: Period, text: str = "Exports rose.") -> StoredPassage:
    """A passage of a release that is about a period."""
    return replace(make_passage(text), about=period)


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


def test_figures_of_the_month_that_a_report_on_another_came_out_in_are_missing() -> None:
    wanted = Wanted({}, frozenset(), frozenset(), None, month(12), of_figures=True)
    assert measure_one(wanted, about(month(11)))["period_missing"] == 1.0
    assert measure_one(wanted, make_passage("The fair was held."))["period_missing"] == 0.0


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


def test_instalments_share_the_evidence_of_their_series() -> None:
    passages = [read(make_passage(text)) for text in "abc"]
    scores = make_scores(3, [[0.8], [0.3], [0.5]])
    standings = [Standing(series="s"), Standing(series="s"), Standing()]
    matrix = measure(ask_for({}), np.zeros(1), passages, scores, standings)
    series_late = matrix[:, SIGNALS.index("series_late")]
    # The second says it less well than the first, but is of the same series; the third is alone.
    assert series_late == pytest.approx([0.8, 0.8, 0.5])


def test_passage_measures_the_same_in_any_company() -> None:
    november = month(11)
    weights = {"export": 1.0, "rose": 0.3, "24.3": 0.7}
    named = frozenset({"24.3"}), frozenset({"korea"})
    wanted = Wanted(weights, *named, AnswerType.AMOUNT, november, 1.0, Granularity.MONTH)
    passages = [
        read(make_passage("", title="")),
        read(about(november, "Korea’s exports rose 24.3 percent in November. It rained.")),
        read(make_passage(" ".join(f"On May {day} exports rose." for day in range(1, 31)))),
        read(make_passage("Imports fell in October 2024.", title="Exports")),
    ]
    standings = [Standing(), Standing(1, series="s"), Standing(-1, True, "s"), Standing()]
    together = measure(wanted, np.zeros(0), passages, make_scores(4), standings)
    alone = [
        measure(wanted, np.zeros(0), [passage], make_scores(1), [standing])[0]
        for passage, standing in zip(passages, standings, strict=True)
    ]
    np.testing.assert_array_equal(together, alone)


def test_question_that_asks_for_nothing_measures_0_throughout() -> None:
    signals = measure_one(ask_for({}), make_passage("Exports rose."))
    assert signals == dict.fromkeys(SIGNALS, 0.0)


def test_passage_without_words_measures_no_nan() -> None:
    wanted = Wanted({"export": 1.0}, frozenset(), frozenset(), AnswerType.AMOUNT)
    assert not any(map(math.isnan, measure_one(wanted, make_passage("", title="")).values()))


def test_empty_shortlist_has_every_column() -> None:
    wanted = replace(ask_for({"export": 1.0}), countries=frozenset({"Chile"}))
    matrix = measure(wanted, np.zeros(0), [], make_scores(0), [])
    assert matrix.shape == (0, len(SIGNALS))


def test_late_interaction_averages_and_weighs() -> None:
    passages = [read(make_passage(text)) for text in "ab"]
    scores = make_scores(2, [[0.9, 0.5, 0.1, 0.7], [0.2, 0.2, 0.2, 0.2]])
    weights = np.array([0.0, 1.0, 3.0, 1.0])
    matrix = measure(ask_for({}), weights, passages, scores, [Standing()] * 2)
    late = [SIGNALS.index(f"late_{name}") for name in ("interaction", "rare")]
    # (0.9 + 0.5 + 0.1 + 0.7) / 4; (0.5 + 0.3 + 0.7) / 5, function words aside.
    assert matrix[0, late] == pytest.approx([0.55, 0.3])
    assert matrix[1, late] == pytest.approx([0.2, 0.2])


def test_question_of_function_words_alone_is_averaged() -> None:
    scores = make_scores(1, [[0.25, 0.75]])
    matrix = measure(ask_for({}), np.zeros(2), [read(make_passage("a"))], scores, [Standing()])
    late = [SIGNALS.index(f"late_{name}") for name in ("interaction", "rare")]
    assert matrix[0, late] == pytest.approx([0.5, 0.5])
