"""What a probability comes to, step by step, counted by hand."""

import doctest

import pytest

from qa import judgements
from qa.judgements import Adjustment, Judgement, Signal

RAISED = Adjustment("raised", least=0.8)
LOWERED = Adjustment("lowered", factor=0.5)
REFUSED = Adjustment("refused", refuses=True)


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(judgements).failed == 0


@pytest.mark.parametrize(
    ("made", "sure", "refused"),
    [
        ((), 0.3, False),
        ((RAISED, LOWERED), 0.4, False),
        ((LOWERED, RAISED), 0.8, False),
        ((LOWERED, REFUSED), 0.15, True),
    ],
)
def test_adjustments_are_made_one_after_the_other(
    made: tuple[Adjustment, ...], sure: float, refused: bool
) -> None:
    judgement = Judgement(0.3, 0.0, (), made)
    assert judgement.probability == pytest.approx(sure)
    assert judgement.is_refused is refused


def test_log_odds_are_what_the_signals_add_to_the_usual() -> None:
    signals = (Signal("a", 3.0, usual=1.0, weight=2.0), Signal("b", 0.0, usual=0.5, weight=4.0))
    assert Judgement(0.5, -1.0, signals).log_odds == -1.0 + 4.0 - 2.0
