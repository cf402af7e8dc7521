"""How strongly the weights of the ranking are held to nothing: what each penalty costs.

A penalty is judged by the mean log-loss of questions that were held out in fitting with it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from qa.measuring.asked import Asked
from qa.measuring.fitting import (
    find_choices,
    find_hits,
    fit_confidence,
    fit_order,
    fit_sentence,
    fold,
)
from qa.measuring.metrics import mean
from qa.measuring.regression import Choice
from qa.retrieval.ranking import LinearModel

PENALTIES = (0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05)


def weigh_penalties(
    real: Sequence[Asked], generated: Sequence[Asked] = ()
) -> Iterator[tuple[str, Mapping[float, float]]]:
    """Each of the three models by name, and the loss of each penalty.

    That of the order and of the sentences is the negative log-likelihood that what is chosen
    answers, that of the probability the log-loss of a hit. Sentences are judged on real releases.
    """
    folds = list(fold([*real, *generated]))
    yield "order", _weigh(lambda penalty: _lose_order(folds, penalty))
    orders = [fit_order(part) for part, _ in folds]
    yield "confidence", _weigh(lambda penalty: _lose_confidence(folds, orders, penalty))
    of_real = list(fold([each for each in real if each.sentences]))
    yield "sentence", _weigh(lambda penalty: _lose_sentence(of_real, generated, penalty))


_Folds = Sequence[tuple[list[Asked], list[Asked]]]


def _weigh(lose: Callable[[float], list[float]]) -> dict[float, float]:
    return {penalty: mean(lose(penalty)) for penalty in PENALTIES}


def _lose_order(folds: _Folds, penalty: float) -> list[float]:
    losses = []
    for part, held_out in folds:
        model = fit_order(part, penalty)
        losses += [_lose_choice(model, choice) for choice in find_choices(held_out)]
    return losses


def _lose_confidence(folds: _Folds, orders: Sequence[LinearModel], penalty: float) -> list[float]:
    losses = []
    for (part, held_out), order in zip(folds, orders, strict=True):
        model = fit_confidence(part, order, penalty)
        for matrix, labels in find_hits(held_out, order):
            log_odds = model.score(matrix)
            losses.append(float(np.mean(np.logaddexp(0.0, log_odds) - labels * log_odds)))
    return losses


def _lose_sentence(folds: _Folds, generated: Sequence[Asked], penalty: float) -> list[float]:
    losses = []
    for part, held_out in folds:
        model = fit_sentence(part, generated, penalty)
        losses += [_lose_choice(model, choice) for each in held_out for choice in each.sentences]
    return losses


def _lose_choice(model: LinearModel, choice: Choice) -> float:
    scores = model.score(choice.matrix)
    return float(np.logaddexp.reduce(scores) - np.logaddexp.reduce(scores[choice.labels]))
