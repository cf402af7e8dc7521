"""What comes first of a shortlist where its best is rather no answer."""

import numpy as np
import pytest

from qa.retrieval.signals import SIGNALS
from tests.qa.measuring.test_fitting import make_shortlist

SCORES = [5.0, 4.0, 3.0, 2.0]


@pytest.mark.parametrize(
    ("sure", "first"),
    [
        ([0.1, 0.2, 0.8, 0.9], "c"),  # the fourth is out of the question
        ([0.1, 0.7, 0.8, 0.0], "c"),
        ([0.5, 0.9, 0.9, 0.0], "a"),
        ([0.1, 0.4, 0.3, 0.9], "a"),
        ([0.4, 0.0, 0.5, 0.0], "c"),
    ],
)
def test_surest_of_the_three_best_comes_first_where_the_best_is_unsure(
    sure: list[float], first: str
) -> None:
    shortlist = make_shortlist("abcd", np.zeros((4, len(SIGNALS))), ["words"] * 4)
    lifted = shortlist.lift_surer(np.array(SCORES), np.array(sure))
    assert "abcd"[int(lifted.argmax())] == first


def test_passages_of_one_release_are_one_of_the_three() -> None:
    shortlist = make_shortlist("aaab", np.zeros((4, len(SIGNALS))), ["words"] * 4)
    lifted = shortlist.lift_surer(np.array(SCORES), np.array([0.1, 0.1, 0.1, 0.6]))
    assert int(lifted.argmax()) == 3


def test_what_is_of_another_period_is_not_lifted() -> None:
    signals = np.zeros((2, len(SIGNALS)))
    signals[1, SIGNALS.index("period_missing")] = 1
    shortlist = make_shortlist("ab", signals, ["words"] * 2)
    scores = np.array(SCORES[:2])
    assert shortlist.lift_surer(scores, np.array([0.1, 0.9])) is scores


def test_of_nothing_nothing_is_lifted() -> None:
    shortlist = make_shortlist("", np.zeros((0, len(SIGNALS))), [])
    assert len(shortlist.lift_surer(np.zeros(0), np.zeros(0))) == 0
