"""Which of the amounts that the instalments of a series state are of the indicator asked for.

What tells an indicator from the others of its series are the terms of the question that few of the
series' amounts and titles have: of "crude oil imports" not "imports", where products are imported
too. Amounts with enough of these terms are sure to be asked for. From the sure ones, and from what
stands beside them, is learned which other words go with the indicator, as by naive Bayes
(https://nlp.stanford.edu/IR-book/html/htmledition/naive-bayes-text-classification-1.html), so that
an instalment that says it in other words has its amount, and one that does not state it has none.
"""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from qa.timelines.amounts import Amount, Statement

_FEW = 0.05  # of the instalments: what is in fewer decides nothing
# How much it counts for a term that many instalments have it: its weight counts for more.
_SPREAD = 1 / 3

Rows = Sequence[Sequence[Amount]]
"""The amounts of each instalment."""

_Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Deciding:
    """The terms that decide, with their weights, and the sum that the best amounts reach."""

    weights: _Weights
    reach: float

    def takes(self, terms: Collection[str]) -> bool:
        """Whether these come to at least half of what can be reached; any do, where nothing can."""
        return 2 * self.weigh(terms) >= self.reach

    def weigh(self, terms: Collection[str]) -> float:
        """What these come to."""
        return _sum(terms, self.weights)


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How much more each term goes with the indicator than with others, as logarithms of odds.

    `passed_over`: the terms, all together, that more often were another's.
    """

    terms: _Weights
    prior: float
    passed_over: frozenset[frozenset[str]]

    def judge(self, amount: Amount) -> float:
        """Above zero: rather the indicator than another. Zero for what is said in new words."""
        if amount.terms in self.passed_over:
            return -math.inf
        if not amount.terms & self.terms.keys():
            return 0.0
        return self.prior + _sum(amount.terms, self.terms)


def weigh_terms(
    topic: frozenset[str], rows: Rows, titles: Sequence[frozenset[str]]
) -> dict[str, float]:
    """How much each term of the topic tells: the more, the fewer amounts and titles have it.

    The sum of both inverse document frequencies; of the terms that some amount has.
    """
    amounts = [each for row in rows for each in row]
    held = Counter(term for each in amounts for term in each.terms & topic)
    titled = Counter(term for each in titles for term in each & topic)
    return {
        term: _invert(count, len(amounts)) + _invert(titled[term], len(titles))
        for term, count in sorted(held.items())
    }


def _invert(count: int, total: int) -> float:
    return math.log((total + 1) / (count + 0.5))


def find_deciding(weights: _Weights, rows: Rows) -> Deciding:
    """The terms that tell most, of those that more than a few instalments have."""
    spread = Counter(
        term
        for row in rows
        for term in frozenset[str]().union(*(each.terms for each in row)) & weights.keys()
    )
    telling = {
        term: weights[term] * count**_SPREAD
        for term, count in spread.items()
        if count >= _FEW * len(rows)
    }
    most = max(telling.values(), default=0.0)
    return _decide({term: weights[term] for term in telling if 2 * telling[term] >= most}, rows)


def _decide(weights: _Weights, rows: Rows) -> Deciding:
    """With what at least a few instalments reach, so that no single odd sentence says how much."""
    best = sorted(
        (max((_sum(each.terms, weights) for each in row), default=0.0) for row in rows),
        reverse=True,
    )
    return Deciding(weights, best[int(_FEW * len(best))] if best else 0.0)


def choose_statements(weights: _Weights, deciding: Deciding, rows: Rows) -> list[Statement | None]:
    """Where each instalment states what is asked for, None where it does not.

    `rows` are the amounts of one measure. Of equals that is taken which the title has, and else
    which stands first in the release: what parts of it came to follows.
    """
    deciding = _decide(deciding.weights, rows)
    if not deciding.reach:
        deciding = find_deciding(weights, rows)
    sure = [_find_sure(row, weights, deciding) for row in rows]
    # Once more without those that are more like what is passed over elsewhere.
    likeness = _learn(sure, rows)
    sure = [each if each and likeness.judge(each) >= 0 else None for each in sure]
    likeness = _learn(sure, rows)
    chosen = [best or _find_like(row, likeness) for row, best in zip(rows, sure, strict=True)]
    return [_place(each, weights) if each else None for each in chosen]


def _find_sure(row: Sequence[Amount], weights: _Weights, deciding: Deciding) -> Amount | None:
    """The amount with the most of the terms, if enough; else the one that the title says it of. Of
    equals the one that the title has, then the first in the release."""
    best = max(
        row,
        key=lambda each: (_sum(each.terms, weights), bool(each.titled), -each.start),
        default=None,
    )
    if best and deciding.takes(best.terms):
        return best
    return next((each for each in row if deciding.takes(each.titled)), None)


def _find_like(row: Sequence[Amount], likeness: _Likeness) -> Amount | None:
    best = max(row, key=likeness.judge, default=None)
    return best if best and likeness.judge(best) >= 0 else None


def _learn(sure: Sequence[Amount | None], rows: Rows) -> _Likeness:
    """From the sure amounts, and from the others of their instalments."""
    asked = [each for each in sure if each]
    others = [
        each
        for row, best in zip(rows, sure, strict=True)
        if best
        for each in row
        if each is not best
    ]
    if not others:
        return _Likeness({}, 0.0, frozenset())
    with_asked = Counter(term for each in asked for term in each.terms)
    with_others = Counter(term for each in others for term in each.terms)
    alike = Counter(each.terms for each in others)
    alike.subtract(each.terms for each in asked)
    return _Likeness(
        {
            term: _invert(with_others[term], len(others)) - _invert(with_asked[term], len(asked))
            for term in with_asked.keys() | with_others.keys()
        },
        prior=math.log((len(asked) + 1) / (len(others) + 1)),
        passed_over=frozenset(terms for terms, more in alike.items() if more > 0),
    )


def _place(amount: Amount, weights: _Weights) -> Statement:
    """The statement of an amount that says most of what is asked for."""
    return max(amount.statements, key=lambda each: _sum(each.terms, weights))


def _sum(terms: Collection[str], weights: _Weights) -> float:
    # In a settled order: sums of floats depend on it, and sets have none.
    return math.fsum(weights[term] for term in terms if term in weights)
