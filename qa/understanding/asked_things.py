"""The words of a question that say of what a figure is asked for.

"Coal" in "How much coal did Korea import?", "crude" in "What was the price of crude?". They
stand before a word that figures are made for, which is one of them, and behind its preposition, or
behind "how much". Where there are none, they are all that say of what the question is.
"""

import re
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from qa.language.terms import STOP_WORDS, find_terms
from qa.language.wholes import says_nothing
from qa.lazy_regex import lazy_regex
from qa.understanding.courtesy import find_courtesy
from qa.understanding.telling import find_figure_words
from qa.understanding.wanted import Wanted

_PIECE = lazy_regex(r"\w+|[^\w\s]")
_LONGEST = 30  # pieces that name one thing
_JOINS = frozenset("-’'·&")  # within a name
_BEHIND = frozenset("of in at by from for to on with among per".split())
_ARTICLES = frozenset("the a an all its their".split())
_HOW_MUCH = ("much", "many")
_DEALT = frozenset(  # terms for how goods and money change hands, and for a part of them
    find_terms(
        "sell sold sale buy bought purchase turnover spend spent take took taken get got use"
        " share part portion slice"
    )
)


def find_asked_tokens(
    text: str, spans: npt.NDArray[np.int64], wanted: Wanted
) -> tuple[tuple[int, ...], ...]:
    """The places of the tokens of each word that says of what a figure is asked for: neither when,
    nor how much, nor who did what with it.

    `spans`, (tokens, 2), is where each token stands in `text`.
    """
    said = wanted.matter - _DEALT
    courtesy = find_courtesy(text)
    pieces = list(_PIECE.finditer(text))
    words = [
        word
        for word in pieces
        if len(word.group()) > 1
        and any(term in said and not says_nothing(term) for term in find_terms(word.group()))
        and not any(each.start <= word.start() < each.end for each in courtesy)
    ]
    named = {pieces[place].start() for place in _find_named(text, pieces)}
    found = (
        np.flatnonzero((spans[:, 0] < word.end()) & (spans[:, 1] > word.start())).tolist()
        for word in [word for word in words if word.start() in named] or words
    )
    return tuple(tuple(each) for each in found if each)


def _find_named(text: str, pieces: Sequence[re.Match[str]]) -> Iterator[int]:
    """The places of the pieces of `text` that say of what its figures are, and of how much."""
    said = [piece.group().lower() for piece in pieces]
    ends = [each in STOP_WORDS or not (each in _JOINS or each[0].isalnum()) for each in said]
    figures = {at for each in find_figure_words(text) for at in range(each.start, each.end)}

    def run(place: int, step: int) -> Iterator[int]:
        for at in range(place, place + step * _LONGEST, step):
            if not 0 <= at < len(pieces) or ends[at]:
                return
            yield at

    for place, piece in enumerate(pieces):
        behind = place + 1
        if said[place] in _HOW_MUCH and place and said[place - 1] == "how":
            yield from run(behind, 1)
        elif not figures.isdisjoint(range(*piece.span())):
            yield from run(place, -1)
            if behind < len(pieces) and said[behind] in _BEHIND:
                behind += 1
                while behind < len(pieces) and said[behind] in _ARTICLES:
                    behind += 1
                yield from run(behind, 1)
