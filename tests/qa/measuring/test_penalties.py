"""Penalties weighed on questions whose right passage is known to stand out, or known not to."""

from dataclasses import replace

import numpy as np
import pytest

from qa.measuring.asked import Asked
from qa.measuring.penalties import PENALTIES, weigh_penalties
from qa.measuring.regression import Choice
from qa.retrieval.highlights import SENTENCE_SIGNALS
from tests.qa.measuring.test_fitting import make_asked

SMALLEST, GREATEST = min(PENALTIES), max(PENALTIES)


@pytest.fixture(scope="module")
def asked() -> list[Asked]:
    random = np.random.default_rng(11)
    return [_give_sentences(make_asked(number, random), random) for number in range(30)]


def _give_sentences(asked: Asked, random: np.random.Generator) -> Asked:
    """With four sentences, of which one is right at random."""
    matrix = random.uniform(0, 1, (4, len(SENTENCE_SIGNALS)))
    labels = np.arange(4) == random.integers(4)
    return replace(asked, sentences=(Choice(matrix, labels),))


def test_weights_that_tell_right_from_wrong_are_held_to_nothing_at_a_cost(
    asked: list[Asked],
) -> None:
    losses = dict(weigh_penalties(asked))
    assert list(losses) == ["order", "confidence", "sentence"]
    for name in ("order", "confidence"):
        assert losses[name][SMALLEST] < losses[name][GREATEST], name


def test_weights_that_tell_nothing_are_better_held_to_nothing(asked: list[Asked]) -> None:
    losses = dict(weigh_penalties(asked))["sentence"]
    assert losses[GREATEST] < losses[SMALLEST]
    assert losses[GREATEST] >= np.log(4)  # as good as a guess among four, at best
