"""Which sentence of a passage answers.

Each sentence is measured by a few named numbers, and the one that a fitted conditional logit puts
first is marked; its weights stand beside those of the ranking.

    late                MaxSim of the question's tokens over the sentence's, whose vectors see the
                        whole passage and so know what "it" stands for
    late_beyond_title   what it covers better than title and day do, which say what the whole
                        release is about
    late_with_previous  of the sentence together with the one before it
    coverage            share of the question's terms that it holds, by weight
    answer_type         1 when it holds the kind of thing asked for, -1 when not, 0 no matter
    period              whether it speaks of the period asked about, as in `qa.signals`
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from embeddings.late_interaction import TokenCodes, TokenVectors, compare_tokens
from qa.answer_types import holds_type
from qa.periods import Period, find_periods
from qa.records import StoredPassage
from qa.sentences import Span
from qa.signals import Matrix, PassageWords, match_period
from qa.wanted import Wanted

SENTENCE_SIGNALS = (
    "late",
    "late_beyond_title",
    "late_with_previous",
    "coverage",
    "answer_type",
    "period",
)
"""Names of the columns of a sentence matrix, in order."""


def measure_sentences(
    wanted: Wanted,
    stored: StoredPassage,
    words: PassageWords,
    question: TokenVectors,
    codes: TokenCodes,
    tokens: npt.NDArray[np.int64],
) -> Matrix:
    """The numbers of each sentence of a passage: (sentences, len(SENTENCE_SIGNALS)).

    `codes` are the token codes of the encoded passage and `tokens`, (tokens, 2), where each
    stands in its text; what stands before 0 is the heading's. Where the two do not belong
    together, since the passage was encoded by an earlier version, nothing is late.
    """
    text, published = stored.passage.text, stored.release.published
    late = _match_sentences(words.sentences, question, codes, tokens)
    rows = []
    for place, (span, terms) in enumerate(zip(words.sentences, words.sentence_terms, strict=True)):
        sentence = text[span.start : span.end]
        kind = wanted.answer_type
        periods: frozenset[Period] = frozenset()
        if wanted.period is not None:
            periods = _read_periods(sentence, published)
        rows.append(
            (
                *late[place],
                wanted.cover(terms),
                0.0 if kind is None else 1.0 if holds_type(kind, sentence) else -1.0,
                match_period(wanted.period, periods),
            )
        )
    return np.array(rows, np.float64).reshape(len(words.sentences), len(SENTENCE_SIGNALS))


@lru_cache(4096)
def _read_periods(sentence: str, published: date) -> frozenset[Period]:
    return frozenset(each.period for each in find_periods(sentence, published))


def _match_sentences(
    sentences: Sequence[Span],
    question: TokenVectors,
    codes: TokenCodes,
    tokens: npt.NDArray[np.int64],
) -> npt.NDArray[np.float64]:
    """The columns of late: (sentences, 3)."""
    if not len(question) or len(codes) != len(tokens) or not sentences:
        return np.zeros((len(sentences), 3))
    similarities = compare_tokens(question, codes)  # (tokens, question tokens)
    heading = tokens[:, 1] <= 0
    known = similarities[heading].max(axis=0) if heading.any() else np.zeros(len(question))
    own = np.zeros((len(sentences), len(question)), np.float32)
    for place, span in enumerate(sentences):
        inside = (tokens[:, 0] >= span.start) & (tokens[:, 1] <= span.end)
        if inside.any():
            own[place] = similarities[inside].max(axis=0)
    before = np.vstack([np.zeros_like(own[:1]), own[:-1]])
    beyond = np.maximum(own - known, 0)
    late = (own, beyond, np.maximum(own, before))
    return np.column_stack([each.mean(axis=1) for each in late]).astype(np.float64)
