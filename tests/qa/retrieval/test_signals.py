"""Signals of short passages, counted by hand."""

import math
from calendar import monthrange
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from qa.language.answer_types import AnswerType
from qa.language.asked_forms import find_asked_form
from qa.language.offices import find_office
from qa.language.ordinals import find_asked_numbers
from qa.language.parties import find_parties
from qa.language.places import find_asked_places
from qa.periods import Granularity, Period
from qa.records import Passage, Release, StoredPassage
from qa.retrieval.read_passages import ReadPassage
from qa.retrieval.signals import SIGNALS, Scores, measure
from qa.series.series import Standing
from qa.understanding.wanted import Wanted
from tests.qa.retrieval.taken_apart import take_apart


def make_passage(text: str, title: str = "News") -> StoredPassage:
    release = Release("r", title, date(2025, 12, 15), text, "Ministry")
    return StoredPassage(1, Passage("r:0", "r", 0, 0, len(text), text), release)


def read(passage: StoredPassage) -> ReadPassage:
    return take_apart(passage)


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


def test_a_countrys_own_figures_are_missing_where_it_is_only_dealt_with() -> None:
    wanted = Wanted({}, frozenset(), frozenset(), None, whose=frozenset({"Japan", "Taiwan"}))
    passage = make_passage("Exports to Japan rose.", title="Taiwan’s Exports Rise")
    assert measure_one(wanted, passage)["whose_missing"] == 0.5


def test_an_office_is_missing_where_another_is_named_or_others_name_just_that() -> None:
    wanted = Wanted(
        {}, frozenset(), frozenset(), None, office=find_office("Who is the trade minister?")
    )
    names = ("Trade Minister Yeo spoke.", "Minister Kim spoke.", "Vice Minister Moon spoke.")
    passages = [make_passage(text, title="Trade Minister Speaks") for text in names]
    scores = make_scores(len(passages))
    matrix = measure(wanted, np.zeros(0), [*map(read, passages)], scores, [Standing()] * 3)
    assert matrix[:, SIGNALS.index("office_missing")].tolist() == [0, 1, 1]
    assert measure_one(wanted, passages[1])["office_missing"] == 0


def test_what_is_named_by_number_is_missing_where_title_and_body_have_others_alone() -> None:
    asked = find_asked_numbers(
        "What did the second round and the 15th conference bring?",
        "What did the second round and the 15th conference bring?",
    )
    wanted = Wanted({}, frozenset(), frozenset(), None, numbered=asked)
    passage = make_passage("The third round was held.", title="Results of the Second Round")
    assert measure_one(wanted, passage)["number_missing"] == 0
    passage = make_passage("The 14th conference was held.", title="Results of the Second Round")
    assert measure_one(wanted, passage)["number_missing"] == 0.5


def test_place_is_missing_where_title_and_body_have_others_in_its_stead() -> None:
    asked = find_asked_places(*["Who was met in Busan, and whom did Kim meet in Osaka?"] * 2)
    wanted = Wanted({}, frozenset(), frozenset(), None, places=asked)
    passage = make_passage("Kim was met in Seoul. Lee came.", title="Busan Meets Osaka")
    assert measure_one(wanted, passage)["place_missing"] == 0
    passage = make_passage("Kim was met in Seoul. Lee came.", title="Busan Meets Kim")
    assert measure_one(wanted, passage)["place_missing"] == 0.5


def test_party_is_missing_where_title_body_and_publisher_have_not_its_name() -> None:
    parties = find_parties("What did Samsung and Kang Bo-ram say of Annual exports?")
    wanted = Wanted({}, frozenset(), frozenset(), None, parties=parties)
    passage = make_passage("Ms Kang was glad of annual exports.", title="Samsung Exports")
    assert measure_one(wanted, passage)["party_missing"] == 0
    passage = make_passage("Ms Kang was glad of annual exports.", title="Exports")
    assert measure_one(wanted, passage)["party_missing"] == 1


def test_form_is_missing_where_title_and_body_have_nothing_so_written() -> None:
    wanted = Wanted(
        {}, frozenset(), frozenset(), None, form=find_asked_form("Which is its phone number?")
    )
    passage = make_passage("Call 1533-0600.", title="A Center Opens")
    assert measure_one(wanted, passage)["form_missing"] == 0
    passage = make_passage("It opens on June 6.", title="A Center Opens")
    assert measure_one(wanted, passage)["form_missing"] == 1


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


def about(period: Period, text: str = "Exports rose.") -> StoredPassage:
    """A passage of a release that is about a period."""
    return replace(make_passage(text), about=period)


def test_instalments_share_the_evidence_of_their_series() -> None:
    passages = [read(make_passage(text)) for text in "abc"]
    scores = make_scores(3, [[0.8], [0.3], [0.5]])
    # Of another series in the other language, on the same matter.
    standings = [Standing(series="s", matter="s"), Standing(series="t", matter="s"), Standing()]
    matrix = measure(ask_for({}), np.zeros(1), passages, scores, standings)
    series_late = matrix[:, SIGNALS.index("series_late")]
    # The second says it less well than the first, but is on the same matter; the third is alone.
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
