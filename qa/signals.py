"""The signals that the ranking goes by: one named number each, for a passage and a question.

Each means the same for every question, so that a probability can rest on it: none is stretched
over a question's own candidates.

    cosine              of the passage's vector with the question's
    late_interaction    MaxSim over the tokens of the question (embeddings.late_interaction)
    late_rare           the same, each token weighed by how rare its word is in the library
    late_weakest        the same over the two words of the question that are covered least
    passage_bm25        BM25 of the passage, as a share of what the question could reach
    release_bm25        likewise of the whole release
    coverage            share of the question's terms in passage or title, by weight
    title_coverage      likewise in the title alone
    sentence_coverage   likewise in the sentence of the passage that holds most of them
    rarest_missing      weight of the rarest missing term, against the rarest asked
    numbers_missing     share of the question's numbers that are not in the passage
    names_missing       likewise of its names
    answer_type         whether the best sentence holds what is asked for: 1, -1, 0 no matter
    period              whether passage or title speak of the period asked about: 1 of it, 0.5 of
                        one that holds it or lies in it, -1 of others of its kind only, else 0
    release_period      likewise of the period that an instalment of a series is about
    published_in        whether what is in no series was published in the period asked about: 1 it
                        was, -1 it was not, 0 none is asked; events are reported as they happen
    period_missing      whether a period is asked about and a release is of another: 1 where neither
                        of the two above is for it, nor, in no series, its words; 0 where no day of
                        publication is known
    latest              1 for the newest instalment of a series, -1 for the others, 0 for what is in
                        none; half of it when the question does not say which it wants
    superseded          whether a later version of the same instalment has come out
    cadence             whether the release is about the kind of period that figures are asked for
                        ("annual exports"): 1 it is, -1 it is not, 0 nothing is said of it
    series_late         late_rare of the best passage on the shortlist of the same series: what it
                        is about the series says better than the wording of one month
    series_bm25         likewise release_bm25
"""

from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from qa.answer_types import holds_type
from qa.periods import Granularity, Period, find_periods
from qa.records import UNDATED, StoredPassage
from qa.sentences import Span, split_sentences
from qa.series import Standing
from qa.terms import find_terms_in
from qa.wanted import Wanted

SIGNALS = (
    "cosine",
    "late_interaction",
    "late_rare",
    "late_weakest",
    "passage_bm25",
    "release_bm25",
    "coverage",
    "title_coverage",
    "sentence_coverage",
    "rarest_missing",
    "numbers_missing",
    "names_missing",
    "answer_type",
    "period",
    "release_period",
    "published_in",
    "period_missing",
    "latest",
    "superseded",
    "cadence",
    "series_late",
    "series_bm25",
)
"""Names of the columns of a signal matrix, in order."""

_BM25_CEILING = 2.2  # k1 + 1: what a term's BM25 approaches, as a multiple of its idf

Matrix = npt.NDArray[np.float64]
"""One row a passage, one column a signal: (passages, len(SIGNALS))."""

Values = npt.NDArray[np.float64]
"""One number a passage: (passages,)."""


@dataclass(frozen=True, slots=True)
class PassageWords:
    """A passage as the signals see it; `sentences` are offsets into its text.

    `holders` says of each of its terms which sentences hold it, by their place; those of the
    title alone are in none. `periods` are those that passage and title speak of.
    """

    title: frozenset[str]
    sentences: tuple[Span, ...]
    holders: Mapping[str, tuple[int, ...]]
    periods: frozenset[Period]

    def cover_sentences(self, wanted: Wanted) -> list[float]:
        """The share of the question's weight that each sentence holds, from 0 to 1."""
        held = [0.0] * len(self.sentences)
        for term, weight in wanted.weights.items():
            for place in self.holders.get(term, ()):
                held[place] += weight
        total = wanted.total or 1.0
        return [each / total for each in held]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the indexes say of each passage on a shortlist: (passages,), but for `matches`.

    `matches`, (passages, question tokens), is how well each token of the question is covered.
    """

    cosine: npt.NDArray[np.float32]
    matches: npt.NDArray[np.float32]
    passage_bm25: npt.NDArray[np.float32]
    release_bm25: npt.NDArray[np.float32]


def read_words(stored: StoredPassage) -> PassageWords:
    """The words of a passage and of its release's title."""
    text = stored.passage.text
    sentences = tuple(split_sentences(text, stored.release.language))
    title = frozenset(find_terms_in(stored.release.title, stored.release.language))
    holders: dict[str, tuple[int, ...]] = dict.fromkeys(title, ())
    for place, sentence in enumerate(sentences):
        held = find_terms_in(text[sentence.start : sentence.end], stored.release.language)
        for term in set(held):
            holders[term] = (*holders.get(term, ()), place)
    return PassageWords(title, sentences, holders, _read_periods(stored))


def _read_periods(stored: StoredPassage) -> frozenset[Period]:
    published = stored.release.published
    if published == UNDATED:
        return frozenset()
    texts = (stored.release.title, stored.passage.text)
    return frozenset(mention.period for text in texts for mention in find_periods(text, published))


def measure(
    wanted: Wanted,
    token_weights: npt.NDArray[np.float64],
    shortlist: Sequence[StoredPassage],
    words: Sequence[PassageWords],
    scores: Scores,
    standings: Sequence[Standing],
) -> Matrix:
    """The signals of each passage of the shortlist: (passages, len(SIGNALS)).

    No signal is ever NaN: what a question does not ask for (no number, no name, no type) is 0.
    """
    ceiling = max(_BM25_CEILING * wanted.total, 1e-9)
    plain, rare, weakest = _measure_matches(scores.matches.astype(np.float64), token_weights)
    release_bm25 = scores.release_bm25 / ceiling
    by_score = (scores.cosine, plain, rare, weakest, scores.passage_bm25 / ceiling, release_bm25)
    by_words = np.array(
        [
            (
                *_measure_words(wanted, passage, stored),
                *_measure_time(wanted, passage, stored, where),
            )
            for stored, passage, where in zip(shortlist, words, standings, strict=True)
        ],
        np.float64,
    ).reshape(len(shortlist), len(SIGNALS) - len(by_score) - 2)
    series = [where.series for where in standings]
    by_series = (_best_of(series, rare), _best_of(series, release_bm25))
    return np.column_stack([*by_score, by_words, *by_series])


def _best_of(
    series: Sequence[str | None], values: npt.NDArray[np.floating[Any]]
) -> npt.NDArray[np.float64]:
    """The best value of each row's series; its own where it is in none: (passages,)."""
    best: dict[str, float] = {}
    for name, value in zip(series, values, strict=True):
        if name is not None:
            best[name] = max(best.get(name, -np.inf), float(value))
    return np.array(
        [
            float(value) if name is None else best[name]
            for name, value in zip(series, values, strict=True)
        ],
        np.float64,
    )


def _measure_matches(
    matches: npt.NDArray[np.float64], weights: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float64], ...]:
    """late_interaction, late_rare and late_weakest: (passages,) each."""
    if not matches.shape[1]:
        return (np.zeros(len(matches)),) * 3
    plain = matches.mean(axis=1)
    if not weights.any():
        return plain, plain, plain
    rare = matches @ weights / weights.sum()  # (passages, tokens) @ (tokens,) -> (passages,)
    weakest = np.sort(matches[:, weights > 0], axis=1)[:, :2].mean(axis=1)
    return plain, rare, weakest


def _measure_words(wanted: Wanted, words: PassageWords, stored: StoredPassage) -> tuple[float, ...]:
    held = words.holders
    rarest_missing = next((weight for term, weight in wanted.rarest if term not in held), 0.0)
    of_sentences = words.cover_sentences(wanted)
    return (
        wanted.cover(held),
        wanted.cover(words.title),
        max(of_sentences, default=0.0),
        rarest_missing / wanted.rarest[0][1] if rarest_missing else 0.0,
        _share_missing(wanted.numbers, held),
        _share_missing(wanted.names, held),
        _match_type(wanted, words, stored.passage.text, of_sentences),
    )


def _measure_time(
    wanted: Wanted, words: PassageWords, stored: StoredPassage, standing: Standing
) -> tuple[float, ...]:
    """period, release_period, published_in, period_missing, latest, superseded and cadence."""
    about = () if stored.about is None or standing.series is None else (stored.about,)
    period = match_period(wanted.period, words.periods)
    release_period = match_period(wanted.period, about)
    published_in = _match_publication(wanted.period, stored, standing)
    # What a series reports is of its period alone; its words speak of others to compare with them.
    agrees = release_period if about else max(period, published_in)
    return (
        period,
        release_period,
        published_in,
        float(wanted.period is not None and agrees <= 0 and stored.release.published != UNDATED),
        wanted.recency * standing.newness,
        float(standing.superseded),
        _match_cadence(wanted.cadence, stored.about),
    )


def _share_missing(asked: frozenset[str], held: Container[str]) -> float:
    return sum(term not in held for term in asked) / len(asked) if asked else 0.0


def _match_type(wanted: Wanted, words: PassageWords, text: str, covered: Sequence[float]) -> float:
    """1 or -1: whether the sentence that covers most of the question holds what it asks for."""
    if wanted.answer_type is None or not words.sentences:
        return 0.0
    best = words.sentences[covered.index(max(covered))]
    return 1.0 if holds_type(wanted.answer_type, text[best.start : best.end]) else -1.0


def _match_publication(asked: Period | None, stored: StoredPassage, standing: Standing) -> float:
    published = stored.release.published
    if asked is None or standing.series is not None or published == UNDATED:
        return 0.0
    return 1.0 if asked.first <= published <= asked.last else -1.0


def _match_cadence(asked: Granularity | None, about: Period | None) -> float:
    if asked is None or about is None:
        return 0.0
    return 1.0 if about.granularity is asked else -1.0


def match_period(asked: Period | None, held: Collection[Period]) -> float:
    """Whether what is held is about the period asked for: see `period` above."""
    if asked is None:
        return 0.0
    near = of_kind = False
    for period in held:
        if period.same_days(asked):
            return 1.0
        near = near or period.contains(asked) or asked.contains(period)
        of_kind = of_kind or period.granularity is asked.granularity
    return 0.5 if near else -1.0 if of_kind else 0.0
