"""Marks the sentences of passages that answer: what `qa.retrieval.highlights` measures, weighed."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from embeddings.late_interaction import Comparison
from qa.language.denials import find_denial
from qa.language.sentences import Span
from qa.retrieval.both_parts import find_other_half, find_reason
from qa.retrieval.highlights import SENTENCE_SIGNALS, measure_sentences
from qa.retrieval.news import is_news
from qa.retrieval.ranking import LinearModel, mix_sentences_plainly
from qa.retrieval.read_passages import ReadPassage
from qa.retrieval.shortlist import ReadQuestion
from qa.retrieval.signals import Matrix, Values

_LATE = [SENTENCE_SIGNALS.index(name) for name in ("late_votes", "figure_votes")]
_OPPOSITE = SENTENCE_SIGNALS.index("opposite")
# Further below than any sentence is above another: imports are no answer where exports are asked
# for, however well all other words agree.
BELOW = 1000.0
# As much better as a passage may be that answers one of two things, where another answers both.
_BOTH = 2.0


@dataclass(frozen=True, slots=True)
class Mark:
    """The sentences of a passage that answer, the best first, as offsets into its text, and how
    well they do.

    A passage without sentences has none, and the least score of all.
    """

    highlights: tuple[Span, ...]
    score: float


class Highlighter:
    """Scores sentences of passages. Safe for concurrent questions.

    Without a `model` fitted for the encoder sentences are scored by a plain mix.
    """

    def __init__(self, model: LinearModel | None) -> None:
        self._model = model

    def mark(
        self, question: ReadQuestion, passages: Sequence[ReadPassage], compared: Comparison
    ) -> list[Mark]:
        """The sentence of each passage that answers best, and of two things that are asked the one
        on the other, if that is another; of what is news of the matter asked for, the one that says
        what it announces. What is denied or corrected comes after what does so, and what is to be
        explained after the sentence that does."""
        marks = []
        scored = self.score(question, passages, compared)
        for read, sentences in zip(passages, scored, strict=True):
            # Of equal ones the first.
            span, score = max(sentences, key=lambda each: each[1], default=(None, -math.inf))
            if read.lead and is_news(question.wanted, read):
                marks.append(Mark(_put_right(read, read.lead), score + BELOW))
            elif span is None:
                marks.append(Mark((), score))
            elif (reason := find_reason(question.wanted, read, span)) is not None:
                marks.append(Mark((reason, span), score))
            else:
                other = find_other_half(question.wanted, read, sentences, span)
                both = (span,) if other is None else (span, other)
                marks.append(Mark(_put_right(read, both), score + _BOTH * (other is not None)))
        return marks

    def score(
        self, question: ReadQuestion, passages: Sequence[ReadPassage], compared: Comparison
    ) -> list[list[tuple[Span, float]]]:
        """The sentences of each passage with their scores, which may be compared across passages
        of one call: the higher the better.

        `compared` are the tokens of the passages with the question's.
        """
        scores = iter(self._weigh(self.measure(question, passages, compared)).tolist())
        return [[(span, next(scores)) for span in each.sentences] for each in passages]

    def measure(
        self, question: ReadQuestion, passages: Sequence[ReadPassage], compared: Comparison
    ) -> Matrix:
        """What speaks for each sentence of the passages, in their order: see `highlights`."""
        return measure_sentences(question.wanted, passages, compared)

    def _weigh(self, matrix: Matrix) -> Values:
        if self._model is None or not matrix[:, _LATE].any():
            scores = mix_sentences_plainly(matrix)
        else:
            scores = self._model.score(matrix)
        return scores - BELOW * matrix[:, _OPPOSITE]


def _put_right(read: ReadPassage, marked: tuple[Span, ...]) -> tuple[Span, ...]:
    """The sentences marked, behind the one that denies or corrects the first of them, if any; where
    the first does so itself, what it denies or corrects is marked as well."""
    said, spans = read.read_sentences(), read.sentences
    place = spans.index(marked[0])
    denial = find_denial(said, place)
    if denial is None and place and find_denial(said, place - 1) == place:
        pair = (spans[place], spans[place - 1])
    elif denial is not None:
        pair = (spans[denial], spans[place])
    else:
        return marked
    return (*pair, *(each for each in marked if each not in pair))
