"""How much each word of a question counts: the rarer in the library, the more."""

import math
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from qa.language.terms import find_terms
from qa.lazy_regex import lazy_regex

_WORD = lazy_regex(r"\S+")


def weigh_term(held: int, passages: int) -> float:
    """The weight of a term that so many of all passages hold: its inverse document frequency as
    BM25 has it, ln(1 + (N - n + 0.5) / (n + 0.5)), which is never negative.

    >>> round(weigh_term(1, 3), 2)
    0.98
    """
    return math.log(1 + (passages - held + 0.5) / (held + 0.5))


def weigh_tokens(
    text: str, spans: npt.NDArray[np.int64], weights: Mapping[str, float]
) -> npt.NDArray[np.float64]:
    """The weight of each token of a question: that of the rarest term in its word: (tokens,).

    `weights` are those of the terms. `spans`, (tokens, 2), is where the tokens stand in `text`.
    Tokens of function words, lone punctuation and prompts weigh 0.
    """
    if not len(spans):
        return np.zeros(0)
    words = list(_WORD.finditer(text))
    rarest = [
        max((weights.get(term, 0.0) for term in find_terms(word.group())), default=0.0)
        for word in words
    ]
    starts, ends = np.array([word.span() for word in words], np.int64).reshape(-1, 2).T
    # The word that begins last before each token; before all of them there is one of no weight.
    of_tokens = np.searchsorted(starts, spans[:, 0], side="right")
    inside = spans[:, 0] < np.array([0, *ends])[of_tokens]
    return np.where(inside, np.array([0.0, *rarest])[of_tokens], 0.0)
