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
"""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from qa.answer_types import AnswerType, find_answer_type, holds_type
from qa.periods import Period, find_periods
from qa.records import UNDATED
from qa.schema import StoredPassage
from qa.sentences import Span, split_sentences
from qa.terms import find_terms

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
)
"""Names of the columns of a signal matrix, in order."""

_BM25_CEILING = 2.2  # k1 + 1: what a term's BM25 approaches, as a multiple of its idf
_WORD = re.compile(r"\S+")
_NAME = re.compile(r"(?<!^)(?<![.?!] )\b(?:[A-Z][\w.’'-]*[\w])")

Matrix = npt.NDArray[np.float64]
"""One row a passage, one column a signal: (passages, len(SIGNALS))."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question asks for, in the terms of the index.

    `weights` holds each distinct term with its inverse document frequency; `total` is their sum.
    """

    weights: dict[str, float]
    numbers: frozenset[str]
    names: frozenset[str]
    answer_type: AnswerType | None
    period: Period | None = None

    @property
    def total(self) -> float:
        return sum(self.weights.values())

    def cover(self, terms: frozenset[str]) -> float:
        """The share of the question's weight that `terms` hold, from 0 to 1."""
        if not self.weights:
            return 0.0
        held = sum(weight for term, weight in self.weights.items() if term in terms)
        return held / self.total


@dataclass(frozen=True, slots=True)
class PassageWords:
    """A passage as the signals see it; `sentences` are offsets into its text.

    `periods` are those that the passage and its release's title speak of.
    """

    terms: frozenset[str]
    title: frozenset[str]
    sentences: tuple[Span, ...]
    sentence_terms: tuple[frozenset[str], ...]
    periods: frozenset[Period]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the indexes say of each passage on a shortlist: (passages,), but for `matches`.

    `matches`, (passages, question tokens), is how well each token of the question is covered.
    """

    cosine: npt.NDArray[np.float32]
    matches: npt.NDArray[np.float32]
    passage_bm25: npt.NDArray[np.float32]
    release_bm25: npt.NDArray[np.float32]


def read_question(
    text: str,
    terms: Sequence[str],
    period: Period | None,
    count_term: Callable[[str], int],
    passages: int,
) -> Wanted:
    """What `text`, of which `terms` are the terms, asks for, about `period` if any.

    `count_term` says how many of all `passages` hold a term.

    The weight of a term is its inverse document frequency as BM25 has it,
    ln(1 + (N - n + 0.5) / (n + 0.5)), which is never negative.
    """
    weights = {}
    for term in dict.fromkeys(terms):
        held = min(count_term(term), passages)
        weights[term] = math.log(1 + (passages - held + 0.5) / (held + 0.5))
    names = [term for name in _NAME.findall(text) for term in find_terms(name)]
    return Wanted(
        weights=weights,
        numbers=frozenset(term for term in weights if term[0].isdigit()),
        names=frozenset(name for name in names if not name[0].isdigit()),
        answer_type=find_answer_type(text),
        period=period,
    )


def read_words(stored: StoredPassage) -> PassageWords:
    """The words of a passage, its title's included in `terms`."""
    text = stored.passage.text
    sentences = tuple(split_sentences(text, stored.release.language))
    title = frozenset(find_terms(stored.release.title))
    of_sentences = tuple(frozenset(find_terms(text[s.start : s.end])) for s in sentences)
    return PassageWords(
        terms=title.union(*of_sentences),
        title=title,
        sentences=sentences,
        sentence_terms=of_sentences,
        periods=_read_periods(stored),
    )


def _read_periods(stored: StoredPassage) -> frozenset[Period]:
    published = stored.release.published
    if published == UNDATED:
        return frozenset()
    texts = (stored.release.title, stored.passage.text)
    return frozenset(mention.period for text in texts for mention in find_periods(text, published))


def weigh_tokens(
    text: str, spans: npt.NDArray[np.int64], wanted: Wanted
) -> npt.NDArray[np.float64]:
    """The weight of each token of a question: that of the rarest term in its word: (tokens,).

    `spans`, (tokens, 2), is where the tokens stand in `text`. Tokens of function words,
    lone punctuation and prompts weigh 0.
    """
    weights = np.zeros(len(spans))
    for word in _WORD.finditer(text):
        terms = find_terms(word.group())
        inside = (spans[:, 0] >= word.start()) & (spans[:, 0] < word.end())
        weights[inside] = max((wanted.weights.get(term, 0.0) for term in terms), default=0.0)
    return weights


def measure(
    wanted: Wanted,
    token_weights: npt.NDArray[np.float64],
    shortlist: Sequence[StoredPassage],
    words: Sequence[PassageWords],
    scores: Scores,
) -> Matrix:
    """The signals of each passage of the shortlist: (passages, len(SIGNALS)).

    No signal is ever NaN: what a question does not ask for (no number, no name, no type) is 0.
    """
    ceiling = max(_BM25_CEILING * wanted.total, 1e-9)
    by_score = np.column_stack(
        [
            scores.cosine,
            *_measure_matches(scores.matches.astype(np.float64), token_weights),
            scores.passage_bm25 / ceiling,
            scores.release_bm25 / ceiling,
        ]
    )
    by_words = np.array(
        [
            _measure_words(wanted, passage, stored)
            for stored, passage in zip(shortlist, words, strict=True)
        ],
        np.float64,
    ).reshape(len(shortlist), len(SIGNALS) - by_score.shape[1])
    return np.hstack([by_score, by_words])


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
    heaviest = max(wanted.weights.values(), default=0.0)
    missing = max(
        (weight for term, weight in wanted.weights.items() if term not in words.terms), default=0.0
    )
    return (
        wanted.cover(words.terms),
        wanted.cover(words.title),
        max((wanted.cover(terms) for terms in words.sentence_terms), default=0.0),
        missing / heaviest if heaviest else 0.0,
        _share_missing(wanted.numbers, words.terms),
        _share_missing(wanted.names, words.terms),
        _match_type(wanted, words, stored.passage.text),
        _match_period(wanted.period, words.periods),
    )


def _share_missing(asked: frozenset[str], held: frozenset[str]) -> float:
    return len(asked - held) / len(asked) if asked else 0.0


def _match_type(wanted: Wanted, words: PassageWords, text: str) -> float:
    """1 or -1: whether the sentence that covers most of the question holds what it asks for."""
    if wanted.answer_type is None or not words.sentences:
        return 0.0
    _, best = max(
        zip(words.sentence_terms, words.sentences, strict=True),
        key=lambda pair: wanted.cover(pair[0]),
    )
    return 1.0 if holds_type(wanted.answer_type, text[best.start : best.end]) else -1.0


def _match_period(asked: Period | None, held: frozenset[Period]) -> float:
    if asked is None:
        return 0.0
    if any((period.first, period.last) == (asked.first, asked.last) for period in held):
        return 1.0
    if any(period.contains(asked) or asked.contains(period) for period in held):
        return 0.5
    of_kind = any(period.granularity is asked.granularity for period in held)
    return -1.0 if of_kind else 0.0
