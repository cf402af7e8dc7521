"""How sure it is that a hit answers, and what that comes from: a fitted probability, and then the
named adjustments that were made to it.

Which are made when is left to `qa.retrieval.judging`.
"""

from dataclasses import dataclass

_COUNTED = 0.1  # of log-odds: at most 2.5 points of a probability


@dataclass(frozen=True, slots=True)
class Signal:
    """One number that a fitted model went by, under its name.

    The models are linear: a hit's score is the sum of what its signals add, and so are the log-odds
    that it answers. `usual` is the value that adds nothing, and `weight` what one more than that
    adds.
    """

    name: str
    value: float
    usual: float = 0.0
    weight: float = 0.0

    @property
    def adds(self) -> float:
        return (self.value - self.usual) * self.weight


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A step from what is fitted to how sure a hit is: at least `least`, and then a share of that,
    `factor`. What `refuses` a hit makes it no answer, however sure.

    `of` is what of the question it is about, in words that are shown.
    """

    name: str
    least: float = 0.0
    factor: float = 1.0
    refuses: bool = False
    of: tuple[str, ...] = ()

    def apply(self, sure: float) -> float:
        """
        >>> Adjustment("leads_with_matter", least=0.95).apply(0.5)
        0.95
        """
        return max(sure, self.least) * self.factor


@dataclass(frozen=True, slots=True)
class Lack:
    """What a release has not of a question, under the name of the signal that counts it: `of` are
    the words for it, none where the name says all."""

    name: str
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """With what probability a hit answers: what is `fitted`, and each of `adjustments` in order.

    `signals` are what the fit went by, and `intercept` the log-odds where all are as usual. `lacks`
    is what the release has not of the question, as far as there are plain words for it.
    """

    fitted: float
    intercept: float
    signals: tuple[Signal, ...]
    adjustments: tuple[Adjustment, ...] = ()
    lacks: tuple[Lack, ...] = ()

    @property
    def probability(self) -> float:
        """From 0 to 1."""
        sure = self.fitted
        for each in self.adjustments:
            sure = each.apply(sure)
        return sure

    @property
    def log_odds(self) -> float:
        """Those of the fitted probability: the sum of what its signals add."""
        return self.intercept + sum(each.adds for each in self.signals)

    @property
    def strongest(self) -> tuple[Signal, ...]:
        """The signals that count for it or against it, those that count most first."""
        counted = (each for each in self.signals if abs(each.adds) >= _COUNTED)
        return tuple(sorted(counted, key=lambda each: -abs(each.adds)))

    @property
    def is_refused(self) -> bool:
        """Whether it is no answer, however sure."""
        return any(each.refuses for each in self.adjustments)
