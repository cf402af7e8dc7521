"""Fitting on questions made up so that what is to be learned is known."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest

from embeddings.encoder import EncodedQuestion
from embeddings.late_interaction import compare
from qa.index.passage_index import Candidates
from qa.measuring.asked import Asked
from qa.measuring.collections import TestQuestion
from qa.measuring.fitting import (
    KNOWN_OF_SENTENCES,
    Fit,
    Judged,
    find_hits,
    find_share_wrong,
    fit_ranking,
    fit_sentence,
)
from qa.measuring.regression import Choice, fit_weight, stack
from qa.records import Passage, Release, StoredPassage
from qa.retrieval.confidence import CONFIDENCE_SIGNALS
from qa.retrieval.highlights import SENTENCE_SIGNALS
from qa.retrieval.shortlist import ReadQuestion, Shortlist
from qa.retrieval.signals import SIGNALS, Matrix
from qa.understanding.wanted import Wanted
from tests.qa.retrieval.taken_apart import take_apart

RIVALS = 4
COVERAGE = SIGNALS.index("coverage")
COSINE = SIGNALS.index("cosine")
# Whose weights are not fitted.
HELD = (
    "quotation",
    "superseded",
    "whose_missing",
    "office_missing",
    "number_missing",
    "place_missing",
    "party_missing",
    "form_missing",
)


def make_shortlist(releases: Sequence[str], signals: Matrix, texts: Sequence[str]) -> Shortlist:
    nothing = np.zeros(0, np.float32)
    return Shortlist(
        question=ReadQuestion(
            "Q?",
            Wanted({}, frozenset(), frozenset(), None),
            EncodedQuestion(
                np.zeros((1, 8), np.float32),
                np.zeros((0, 8), np.float32),
                np.zeros((0, 2), np.int64),
            ),
            np.zeros(0),
            (),
        ),
        as_of=date(2025, 12, 16),
        read=tuple(
            take_apart(stored)
            for stored in (
                StoredPassage(
                    key,
                    Passage(f"{release}:{key}", release, key, 0, len(text), text),
                    Release(release, "News", date(2025, 12, 15), text, "Ministry"),
                )
                for key, (release, text) in enumerate(zip(releases, texts, strict=True))
            )
        ),
        compared=compare(np.zeros((0, 8), np.float32), []),
        matches=np.zeros((len(releases), 0), np.float32),
        series=(None,) * len(releases),
        matters=(None,) * len(releases),
        signals=signals,
        candidates=Candidates(np.zeros(0, np.int64), nothing, nothing),
    )


def make_asked(number: int, random: np.random.Generator) -> Asked:
    """A question whose right passage has a coverage above its rivals'; all else is noise, but that
    none is of another period than the one asked about or superseded, nothing is quoted, named by
    number or placed, and neither a country's own figures nor an office of its own are asked for."""
    right = f"right{number}"
    releases = [right, *(f"rival{number}-{place}" for place in range(RIVALS))]
    signals = random.uniform(0, 1, (len(releases), len(SIGNALS)))
    signals[:, COVERAGE] = random.uniform(0, 0.4, len(releases))
    signals[0, COVERAGE] = random.uniform(0.6, 1)
    signals[:, [SIGNALS.index(name) for name in ("period_missing", *HELD)]] = 0
    texts = ["words"] * len(releases)
    return Asked(
        TestQuestion(f"q{number}", "Q?", {right: 1}),
        make_shortlist(releases, signals, texts),
        make_shortlist(releases[1:], signals[1:], texts[1:]),
    )


@pytest.fixture(scope="module")
def asked() -> list[Asked]:
    random = np.random.default_rng(7)
    return [make_asked(number, random) for number in range(100)]


@pytest.fixture(scope="module")
def fit(asked: list[Asked]) -> Fit:
    return fit_ranking(asked, refuse=0.1)


def test_weight_of_one_more_column_is_what_the_known_log_odds_leave_to_it() -> None:
    # Half of the rows at 0 are right, as known; of those at -1 one in four: log-odds of -log 3.
    column = np.array([0.0] * 4 + [-1.0] * 4)
    labels = np.array([True, True, False, False, True, False, False, False])
    weight = fit_weight(column, labels, np.ones(8), np.zeros(8))
    assert weight == pytest.approx(np.log(3), rel=1e-3)
    # Never against its meaning.
    assert fit_weight(-column, labels, np.ones(8), np.zeros(8)) == 0


def test_signal_that_separates_outweighs_the_noise(fit: Fit) -> None:
    weights = dict(zip(SIGNALS, fit.order.weights, strict=True))
    assert weights["coverage"] > 1
    noise = [abs(weight) for name, weight in weights.items() if name not in ("coverage", *HELD)]
    assert max(noise) < weights["coverage"] / 4


def test_fitted_order_puts_every_right_passage_first(fit: Fit, asked: list[Asked]) -> None:
    firsts = [int(np.argmax(fit.order.score(each.whole.signals))) for each in asked]
    assert sum(first == 0 for first in firsts) >= 98


def test_columns_stand_under_their_names(fit: Fit) -> None:
    assert (fit.order.names, fit.confidence.names) == (SIGNALS, CONFIDENCE_SIGNALS)
    assert fit.sentence.names == SENTENCE_SIGNALS
    assert fit.order.centers[COVERAGE] == pytest.approx((0.8 + RIVALS * 0.2) / 5, abs=0.02)


def test_probability_grows_with_the_lead(fit: Fit) -> None:
    weights = dict(zip(CONFIDENCE_SIGNALS, fit.confidence.weights, strict=True))
    assert weights["margin"] > 0
    others = ("margin", "coverage", *HELD)
    noise = [abs(weight) for name, weight in weights.items() if name not in others]
    assert max(noise) < weights["margin"] / 2


@pytest.mark.parametrize("refuse", [0.05, 0.2])
def test_threshold_refuses_the_stated_share_of_the_answerable(
    asked: list[Asked], refuse: float
) -> None:
    fit = fit_ranking(asked, refuse=refuse)
    assert fit.refused_wrongly == pytest.approx(refuse, abs=0.011)
    assert 0 < fit.threshold < 1


def test_what_separates_so_well_refuses_nearly_all_without_answer(fit: Fit) -> None:
    assert fit.refused_rightly > 0.9
    assert fit.answers_wrong < 0.1


def test_answers_that_count_neither_way_are_not_among_the_wrong() -> None:
    # None is not True, and "not None" made each of them a wrong answer.
    given = [Judged(0.9, True, right) for right in (True, None, None, False, True)]
    refused = Judged(0.1, True, False)
    assert find_share_wrong([*given, refused], 0.5) == pytest.approx(1 / 3)
    assert find_share_wrong([Judged(0.9, True, None)], 0.5) == 0


def test_passage_of_the_right_release_without_the_answers_words_does_not_count() -> None:
    random = np.random.default_rng(3)
    several = []
    for number in range(40):
        # Two passages of the right release; the one that lacks the words looks better by cosine.
        releases = [f"right{number}", f"right{number}", f"rival{number}"]
        signals = np.zeros((3, len(SIGNALS)))
        signals[:, COVERAGE] = random.uniform(0, 0.1, 3) + np.array([0.8, 0.1, 0.2])
        signals[:, COSINE] = random.uniform(0, 0.8, 3)
        signals[1, COSINE] = 0.9
        whole = make_shortlist(releases, signals, ["It rose 5 percent.", "It.", "It."])
        question = TestQuestion(f"q{number}", "Q?", {f"right{number}": 1}, ("5 percent",))
        several.append(Asked(question, whole, make_shortlist(releases[2:], signals[2:], ["It."])))
    weights = dict(zip(SIGNALS, fit_ranking(several).order.weights, strict=True))
    assert weights["coverage"] > 1
    assert abs(weights["cosine"]) < weights["coverage"] / 4


def test_question_without_an_answer_teaches_doubt_and_no_order(asked: list[Asked]) -> None:
    unanswerable = [
        Asked(TestQuestion(f"u{place}", "U?", {}, kind="unanswerable"), emptied, None)
        for place, emptied in enumerate(each.emptied for each in asked[:20])
        if emptied is not None
    ]
    alone = fit_ranking(asked[20:])
    mixed = fit_ranking([*asked[20:], *unanswerable])
    assert mixed.order.weights == pytest.approx(alone.order.weights)
    hits, _, _ = stack(find_hits(unanswerable, alone.order))
    assert mixed.confidence.score(hits).mean() < alone.confidence.score(hits).mean()


def test_sentence_that_covers_the_question_is_learned_to_be_marked() -> None:
    random = np.random.default_rng(4)
    covered = SENTENCE_SIGNALS.index("coverage")
    sets: list[Choice] = []
    for _ in range(60):
        matrix = random.uniform(0, 1, (4, len(SENTENCE_SIGNALS)))
        matrix[:, covered] = [0.9, 0.2, 0.3, 0.1]
        sets.append(Choice(matrix, np.array([True, False, False, False])))
    empty = make_shortlist([], np.zeros((0, len(SIGNALS))), [])
    model = fit_sentence([Asked(TestQuestion("q", "Q?", {}), empty, None, tuple(sets))])
    learned = [
        0.0 if name in KNOWN_OF_SENTENCES else weight
        for name, weight in zip(SENTENCE_SIGNALS, model.weights, strict=True)
    ]
    assert np.argmax(learned) == covered


def test_sentences_of_generated_releases_weigh_less() -> None:
    empty = make_shortlist([], np.zeros((0, len(SIGNALS))), [])
    late, covered = (SENTENCE_SIGNALS.index(name) for name in ("late_votes", "coverage"))
    rows = np.zeros((2, len(SENTENCE_SIGNALS)))
    rows[0, late] = rows[1, covered] = 1.0

    def ask(answers: int) -> Asked:
        choice = Choice(rows, np.arange(2) == answers)
        return Asked(TestQuestion("q", "Q?", {}), empty, None, (choice,))

    model = fit_sentence([ask(0)], [ask(1), ask(1)])
    assert np.argmax(model.score(rows)) == 0
    model = fit_sentence([ask(0), ask(0)], [ask(1)])
    assert np.argmax(model.score(rows)) == 0
