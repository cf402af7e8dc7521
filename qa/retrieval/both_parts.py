"""The other half of an answer, where two things are asked that stand in two sentences: "What is its
capacity and how many households does it supply?", "How much were exports and imports?"; and the
reason that is asked for, where it stands behind what it is the reason of.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.language.answer_candidates import holds_answer
from qa.language.answer_types import AnswerType, find_answer_type
from qa.language.asked_figures import AskedFigure, find_asked_figure, rate_measure
from qa.language.reasons import asks_reason, explains, names_cause
from qa.language.sentences import Span
from qa.language.terms import find_terms
from qa.lazy_regex import lazy_regex
from qa.retrieval.read_passages import ReadPassage
from qa.understanding.wanted import Wanted

_AND = lazy_regex(
    r",? and (?=(?:(?:by|in|at|to|on|for|from|with) )?"
    r"(?:how|what|which|when|where|who|whom|why)\b)",
    re.IGNORECASE,
)
_BOTH_WAYS = lazy_regex(
    r"\bexports? (?:and|or|,) imports?\b|\bimports? (?:and|or) exports?\b"
    r"|수출(?:과|이랑|하고|,|·| 및)? ?수입|수입(?:과|이랑|하고|,|·| 및) ?수출",
    re.IGNORECASE,
)


def find_other_half(
    wanted: Wanted, read: ReadPassage, scored: Sequence[tuple[Span, float]], marked: Span
) -> Span | None:
    """Of the sentences of a passage, with their scores, the best that answers what the `marked` one
    says nothing of; None where one thing is asked for, or the passage has no such sentence."""
    for part in _find_parts(wanted):
        held = [_weigh(wanted, read, part.terms, row) for row in range(len(scored))]
        if any(held[row] for row, (span, _) in enumerate(scored) if span == marked):
            continue
        others = [
            (score, span)
            for row, (span, score) in enumerate(scored)
            if 2 * held[row] > max(held) and part.is_answered(read.read_sentence(row), wanted.said)
        ]
        if others:
            return max(others, key=lambda other: other[0])[1]
    return None


def find_reason(wanted: Wanted, read: ReadPassage, marked: Span) -> Span | None:
    """The sentence behind the `marked` one that explains it, where a reason is asked for and that
    names none."""
    place = read.sentences.index(marked) + 1
    asked = wanted.answer_type is AnswerType.REASON or asks_reason(wanted.question)
    if not asked or place == len(read.sentences) or names_cause(read.read_sentence(place - 1)):
        return None
    return read.sentences[place] if explains(read.read_sentence(place)) else None


@dataclass(frozen=True, slots=True)
class _Part:
    """One of the things that are asked: its kind, what figure, and the terms that it alone has."""

    kind: AnswerType | None
    figure: AskedFigure | None
    terms: frozenset[str]

    def is_answered(self, sentence: str, said: frozenset[str]) -> bool:
        """Whether a sentence holds a thing of the kind, and a figure in a unit that it may have."""
        if self.kind is None or not holds_answer(self.kind, sentence, said):
            return False
        return self.figure is None or rate_measure(self.figure, sentence) > 0


def _find_parts(wanted: Wanted) -> list[_Part]:
    """What is asked; none where it is one thing."""
    asked, figure = _AND.split(wanted.question), wanted.figure
    if len(asked) == 1:
        if figure is None or not _BOTH_WAYS.search(wanted.question):
            return []
        return [_Part(figure.kind, figure, frozenset({way})) for way in ("export", "import")]
    terms = [wanted.matter.intersection(find_terms(part)) for part in asked]
    parts = []
    for part, own in zip(asked, terms, strict=True):
        kind = find_answer_type(part)
        figure = find_asked_figure(part, kind, of_figures=wanted.of_figures, of_news=False)
        kind = kind if figure is None else figure.kind
        others = [each for each in terms if each is not own]
        parts.append(_Part(kind, figure, own.difference(*others)))
    return parts


def _weigh(wanted: Wanted, read: ReadPassage, terms: frozenset[str], row: int) -> float:
    """The weight of those of the terms that a sentence has: of those that the title has not, if the
    passage has any."""
    places = {term: read.places[term] for term in terms if term in read.places}
    own = [term for term, held in places.items() if not held & 1] or list(places)
    return sum(wanted.weights[term] for term in own if places[term] >> row + 1 & 1)
