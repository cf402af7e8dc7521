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
    measure             1 when a figure of it is in percent where a change is asked for, in another
                        unit where an amount is, -1 when none is so, 0 when neither is asked for
    period              whether it speaks of the period asked about, as in `qa.signals`
    opposite            1 when it speaks of the contrary (imports for exports) and not of what is
                        asked for, else 0
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from qa.answer_types import AnswerType, holds_measure, holds_type
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
    "measure",
    "period",
    "opposite",
)
"""Names of the columns of a sentence matrix, in order."""


def measure_sentences(
    wanted: Wanted,
    stored: StoredPassage,
    words: PassageWords,
    similarities: npt.NDArray[np.float32],
    tokens: npt.NDArray[np.int64],
) -> Matrix:
    """The numbers of each sentence of a passage: (sentences, len(SENTENCE_SIGNALS)).

    `similarities`, (tokens, question tokens), are those of the encoded passage with the question,
    and `tokens`, (tokens, 2), is where each stands in its text; what stands before 0 is the
    heading's. Where the two do not belong together, since the passage was encoded by an earlier
    version, nothing is late.
    """
    text, published = stored.passage.text, stored.release.published
    late = _match_sentences(words.sentences, similarities, tokens)
    covered = words.cover_sentences(wanted)
    contrary = _find_contrary(wanted, words)
    rows = []
    for place, span in enumerate(words.sentences):
        sentence = text[span.start : span.end]
        periods: frozenset[Period] = frozenset()
        if wanted.period is not None:
            periods = _read_periods(sentence, published)
        rows.append(
            (
                *late[place],
                covered[place],
                *_match_type(wanted.answer_type, sentence),
                match_period(wanted.period, periods),
                float(place in contrary),
            )
        )
    return np.array(rows, np.float64).reshape(len(words.sentences), len(SENTENCE_SIGNALS))


def _find_contrary(wanted: Wanted, words: PassageWords) -> set[int]:
    """The places of the sentences that speak of the contrary of what is asked for alone."""
    return {
        place
        for asked, contrary in wanted.opposites
        for place in words.holders.get(contrary, ())
        if place not in words.holders.get(asked, ())
    }


@lru_cache(4096)
def _match_type(kind: AnswerType | None, sentence: str) -> tuple[float, float]:
    """answer_type and measure."""
    if kind is None:
        return 0.0, 0.0
    of_type = 1.0 if holds_type(kind, sentence) else -1.0
    if kind not in (AnswerType.AMOUNT, AnswerType.CHANGE):
        return of_type, 0.0
    return of_type, 1.0 if holds_measure(kind, sentence) else -1.0


@lru_cache(4096)
def _read_periods(sentence: str, published: date) -> frozenset[Period]:
    return frozenset(each.period for each in find_periods(sentence, published))


def _match_sentences(
    sentences: Sequence[Span],
    similarities: npt.NDArray[np.float32],
    tokens: npt.NDArray[np.int64],
) -> npt.NDArray[np.float64]:
    """The columns of late: (sentences, 3)."""
    asked = similarities.shape[1]
    if not asked or len(similarities) != len(tokens) or not sentences:
        return np.zeros((len(sentences), 3))
    # Tokens are in the order of the text, so those of a sentence stand together.
    heading = int(np.searchsorted(tokens[:, 1], 0, side="right"))
    known = similarities[:heading].max(axis=0) if heading else np.zeros(asked)
    own = np.zeros((len(sentences), asked), np.float32)
    starts = np.searchsorted(tokens[:, 0], [span.start for span in sentences])
    stops = np.searchsorted(tokens[:, 1], [span.end for span in sentences], side="right")
    for place, (start, stop) in enumerate(zip(starts.tolist(), stops.tolist(), strict=True)):
        if start < stop:
            own[place] = similarities[start:stop].max(axis=0)
    before = np.vstack([np.zeros_like(own[:1]), own[:-1]])
    beyond = np.maximum(own - known, 0)
    late = np.stack([own, beyond, np.maximum(own, before)], axis=1)  # (sentences, 3, asked)
    columns: npt.NDArray[np.float64] = late.mean(axis=2, dtype=np.float64)
    return columns
