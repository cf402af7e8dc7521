"""What a question asks for, in the terms of the index: rare words, numbers, names, time."""

import math
import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from qa.answer_types import AnswerType, find_answer_type
from qa.periods import Granularity, Period
from qa.terms import find_terms

_WORD = re.compile(r"\S+")
_OPPOSITES = (
    ("export", "import"),
    ("surplus", "deficit"),
    ("inbound", "outbound"),
    ("inward", "outward"),
    ("inflow", "outflow"),
)  # terms, each of which a release has beside the other
_NAME = re.compile(r"(?<!^)(?<![.?!] )\b(?:[A-Z][\w.’'-]*[\w])")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question asks for, in the terms of the index.

    `weights` holds each distinct term with its inverse document frequency; `total` is their sum,
    and `rarest` are the same, the rarest first. `opposites` are pairs of a term asked for and the
    one that asks for the contrary.
    """

    weights: dict[str, float]
    numbers: frozenset[str]
    names: frozenset[str]
    answer_type: AnswerType | None
    period: Period | None = None
    recency: float = 0.0
    cadence: Granularity | None = None
    total: float = field(init=False)
    rarest: tuple[tuple[str, float], ...] = field(init=False)
    opposites: tuple[tuple[str, str], ...] = field(init=False)

    def __post_init__(self) -> None:
        # Asked for by every passage: worked out once.
        object.__setattr__(self, "total", sum(self.weights.values()))
        rarest = sorted(self.weights.items(), key=lambda held: held[1], reverse=True)
        object.__setattr__(self, "rarest", tuple(rarest))
        both_ways = (way for pair in _OPPOSITES for way in (pair, pair[::-1]))
        opposites = [
            (asked, contrary)
            for asked, contrary in both_ways
            if asked in self.weights and contrary not in self.weights
        ]
        object.__setattr__(self, "opposites", tuple(opposites))

    @property
    def is_timed(self) -> bool:
        """Whether a period or the newest is asked for."""
        return self.period is not None or self.recency == 1

    def cover(self, terms: Container[str]) -> float:
        """The share of the question's weight that `terms` hold, from 0 to 1."""
        held = sum([weight for term, weight in self.weights.items() if term in terms])
        return held / self.total if held else 0.0


def read_question(
    text: str,
    terms: Sequence[str],
    count_term: Callable[[str], int],
    passages: int,
    *,
    period: Period | None = None,
    recency: float = 0.0,
    cadence: Granularity | None = None,
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
        recency=recency,
        cadence=cadence,
    )


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
