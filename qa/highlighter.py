"""Marks the sentences of passages that answer: what `qa.highlights` measures, weighed."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from embeddings.late_interaction import Comparison
from qa.highlights import SENTENCE_SIGNALS, PlacedTokens, measure_sentences, place_tokens
from qa.passage_words import ReadPassage
from qa.ranking import LinearModel, mix_sentences_plainly
from qa.records import Release
from qa.sentences import Span
from qa.shortlisting import ReadQuestion
from qa.signals import Matrix, Values

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
        find_tokens: Callable[[Release, str], npt.NDArray[np.int64]],
        model: LinearModel | None,
    ) -> None:
        @lru_cache(_TOKENS_KEPT)
        def place(read: ReadPassage) -> PlacedTokens:
            tokens = find_tokens(read.stored.release, read.stored.passage.text)
            return place_tokens(tokens, read.words.sentences)

        self._place = place
        self._model = model

    def mark(
        self, question: ReadQuestion, passages: Sequence[ReadPassage], compared: Comparison
    ) -> list[Mark]:
        """The sentence of each passage that answers best."""
        marks = []
        for sentences in self.score(question, passages, compared):
            # Of equal ones the first.
            span, score = max(sentences, key=lambda each: each[1], default=(None, -math.inf))
            marks.append(Mark((span,) if span is not None else (), score))
        return marks

    def score(
        self, question: ReadQuestion, passages: Sequence[ReadPassage], compared: Comparison
    ) -> list[list[tuple[Span, float]]]:
        """The sentences of each passage with their scores, which may be compared across passages
        of one call: the higher the better.

        `compared` are the tokens of the passages with the question's.
        """
        scores = iter(self._weigh(self.measure(question, passages, compared)).tolist())
        return [[(span, next(scores)) for span in each.words.sentences] for each in passages]

    def measure(
        self, question: ReadQuestion, passages: Sequence[ReadPassage], compared: Comparison
    ) -> Matrix:
        """What speaks for each sentence of the passages, in their order: see `qa.highlights`."""
        placed = [self._place(each) for each in passages]
        return measure_sentences(question.wanted, passages, compared, placed)

    def _weigh(self, matrix: Matrix) -> Values:
        if self._model is None or not matrix[:, _LATE].any():
            return mix_sentences_plainly(matrix)
        return self._model.score(matrix)
