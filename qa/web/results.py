"""An answer as the page shows it: counted, in the order asked for; texts cut to mark.

Pure: what was found goes in, what is shown comes out.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from qa.answers import Answer, Hit
from qa.language.sentences import Span
from qa.web.asked import Asked, Sort

_DEGREES = ((0.85, "very_likely"), (0.6, "likely"), (0.3, "perhaps"), (0.0, "unlikely"))


@dataclass(frozen=True, slots=True)
class Results:
    """An answer and what the page shows of it.

    `hits` are those shown of the answer's, `years` and `publishers` how many releases of each,
    newest or most first.
    """

    answer: Answer
    hits: tuple[Hit, ...]
    years: tuple[tuple[int, int], ...]
    publishers: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, and whether it is marked."""

    text: str
    marked: bool


def arrange(answer: Answer, asked: Asked) -> Results:
    """What is shown of an answer.

    The best are chosen first and then put in order: the newest of all that were looked at may
    have nothing to do with the question.
    """
    hits = answer.hits[: asked.k]
    if asked.sort is not Sort.RELEVANCE:
        newest = asked.sort is Sort.NEWEST
        hits = tuple(sorted(hits, key=lambda hit: hit.release.published, reverse=newest))
    years = Counter(hit.release.published.year for hit in answer.hits)
    publishers = Counter(hit.release.publisher for hit in answer.hits)
    return Results(
        answer=answer,
        hits=hits,
        years=tuple(sorted(years.items(), reverse=True)),
        publishers=tuple(sorted(publishers.items(), key=lambda each: (-each[1], each[0]))),
    )


def name_degree(confidence: float | None) -> str:
    """The name of the words for how sure a hit is.

    >>> name_degree(0.7)
    'likely'
    """
    if confidence is None:
        return "not_judged"
    return next(name for least, name in _DEGREES if confidence >= least)


def cut(text: str, spans: Sequence[Span]) -> list[Piece]:
    """The text in pieces, those within `spans` marked; together they are the text.

    >>> [piece.text for piece in cut("Exports rose. Imports fell.", [Span(14, 27)])]
    ['Exports rose. ', 'Imports fell.']
    """
    pieces: list[Piece] = []
    at = 0
    for span in sorted(spans, key=lambda span: span.start):
        start, end = max(at, span.start), min(len(text), span.end)
        if start >= end:
            continue
        pieces += [Piece(text[at:start], False), Piece(text[start:end], True)]
        at = end
    pieces.append(Piece(text[at:], False))
    return [piece for piece in pieces if piece.text]
