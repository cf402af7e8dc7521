"""Marks the sentences of passages that answer: what `qa.highlights` measures, weighed."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from embeddings.late_interaction import compare_passages
from qa.highlights import SENTENCE_SIGNALS, measure_sentences
from qa.passage_index import PassageIndex
from qa.ranking import LinearModel, mix_sentences_plainly
from qa.records import Release, StoredPassage
from qa.sentences import Span
from qa.shortlisting import ReadQuestion
from qa.signals import Matrix, PassageWords, Values

_TOKENS_KEPT = 1024  # passages, whose tokens are looked for where they were shown
_LATE = SENTENCE_SIGNALS.index("late")


@dataclass(frozen=True, slots=True)
class Mark:
    """The sentences of a passage that answer, as offsets into its text, and the best one's score.

    A passage without sentences has none, and the least score of all.
    """

    highlights: tuple[Span, ...]
    score: float


class Highlighter:
    """Scores sentences of one generation's passages. Safe for concurrent questions.

    `find_tokens` says where the tokens of an encoded passage stand in its text. Without a `model`
    fitted for the encoder sentences are scored by a plain mix.
    """

    def __init__(
        self,
        index: PassageIndex,
        read_words: Callable[[StoredPassage], PassageWords],
        find_tokens: Callable[[Release, str], npt.NDArray[np.int64]],
        model: LinearModel | None,
    ) -> None:
        self._index = index
        self._read_words = read_words
        self._find_tokens = lru_cache(_TOKENS_KEPT)(find_tokens)
        self._model = model

    def mark(self, question: ReadQuestion, passages: Sequence[StoredPassage]) -> list[Mark]:
        """The sentence of each passage that answers best."""
        marks = []
        for sentences in self.score(question, passages):
            # Of equal ones the first.
            span, score = max(sentences, key=lambda each: each[1], default=(None, -math.inf))
            marks.append(Mark((span,) if span is not None else (), score))
        return marks

    def score(
        self, question: ReadQuestion, passages: Sequence[StoredPassage]
    ) -> list[list[tuple[Span, float]]]:
        """The sentences of each passage with their scores, which may be compared across passages
        of one call: the higher the better."""
        measured = self.measure(question, passages)
        if not measured:
            return []
        ends = np.cumsum([len(matrix) for matrix in measured])
        scores = np.split(self._weigh(np.vstack(measured)), ends[:-1])
        return [
            list(zip(self.split(stored), of_one.tolist(), strict=True))
            for stored, of_one in zip(passages, scores, strict=True)
        ]

    def measure(self, question: ReadQuestion, passages: Sequence[StoredPassage]) -> list[Matrix]:
        """What speaks for each sentence of each passage: see `qa.highlights`."""
        codes = self._index.read_tokens([stored.key for stored in passages])
        compared = compare_passages(question.encoded.tokens, codes)
        return [
            measure_sentences(
                question.wanted,
                stored,
                self._read_words(stored),
                similarities,
                self._find_tokens(stored.release, stored.passage.text),
            )
            for stored, similarities in zip(passages, compared, strict=True)
        ]

    def split(self, stored: StoredPassage) -> tuple[Span, ...]:
        """The sentences of a passage."""
        return self._read_words(stored).sentences

    def _weigh(self, matrix: Matrix) -> Values:
        if self._model is None or not matrix[:, _LATE].any():
            return mix_sentences_plainly(matrix)
        return self._model.score(matrix)
