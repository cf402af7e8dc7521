"""The two regressions that the ranking is fitted by, ridge-penalised, with signs that are held.

A conditional logit (McFadden 1974; as a ranking loss, ListNet's top-one, Cao et al. 2007,
https://doi.org/10.1145/1273496.1273513) puts what is right before what is not among the rows of a
choice. A logistic regression gives the probability that a row is right. A weight may not go
against the meaning of its column, which the last word of the column's name tells.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from qa.retrieval.ranking import LinearModel
from qa.retrieval.signals import Matrix, Values

_BOUNDS = {
    "missing": (None, 0),
    "superseded": (None, 0),
    "opposite": (None, 0),
    "intercept": (None, None),
}  # by the last word of a name; all others: never negative

Labels = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Choice:
    """Rows of which some are right: (rows, columns) and (rows,). `weight` is that of the choice."""

    matrix: Matrix
    labels: Labels
    weight: float = 1.0


def fit_conditional_logit(
    choices: Sequence[Choice], names: Sequence[str], penalty: float
) -> LinearModel:
    """The model that gives the right rows of each choice the greatest likelihood.

    Without choices, one that scores everything 0.
    """
    if not choices:
        flat = np.zeros(len(names))
        return LinearModel(tuple(names), flat, flat + 1, flat, 0.0)
    centers, scales = _standardise(np.vstack([choice.matrix for choice in choices]))
    standard = [(each, (each.matrix - centers) / scales) for each in choices]
    total = sum(choice.weight for choice in choices)

    def lose(weights: Values) -> tuple[float, Values]:
        """Mean negative log-likelihood with its ridge, and the gradient."""
        loss = 0.0
        gradient = np.zeros_like(weights)
        for choice, matrix in standard:
            scores = matrix @ weights
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            right = shares * choice.labels
            loss -= choice.weight * float(np.log(right.sum()))
            gradient += choice.weight * (matrix.T @ (shares - right / right.sum()))
        ridge = penalty * weights
        return float(loss / total + weights @ ridge / 2), gradient / total + ridge

    return LinearModel(tuple(names), centers, scales, _minimise(lose, names), 0.0)


def fit_logistic(
    matrix: Matrix, labels: Labels, shares: Values, names: Sequence[str], penalty: float
) -> LinearModel:
    """The model of the log-odds that a row is right; `shares`, (rows,), is what each weighs."""
    centers, scales = _standardise(matrix)
    # The last column is the intercept's.
    standard = np.column_stack([(matrix - centers) / scales, np.ones(len(matrix))])
    shares = shares / shares.sum()

    def lose(weights: Values) -> tuple[float, Values]:
        """Weighted log-loss with its ridge, which spares the intercept, and the gradient."""
        log_odds = standard @ weights
        loss = shares @ (np.logaddexp(0.0, log_odds) - labels * log_odds)
        gradient = standard.T @ (shares * (1 / (1 + np.exp(-log_odds)) - labels))
        ridge = penalty * np.append(weights[:-1], 0.0)
        return float(loss + weights @ ridge / 2), gradient + ridge

    weights = _minimise(lose, (*names, "intercept"))
    return LinearModel(tuple(names), centers, scales, weights[:-1], float(weights[-1]))


def stack(groups: Iterable[tuple[Matrix, Labels]]) -> tuple[Matrix, Labels, Values]:
    """The rows of all groups with their labels and what each weighs, so that a group weighs 1."""
    matrices, labels = zip(*groups, strict=True)
    shares = [np.full(len(each), 1 / len(each)) for each in labels]
    return np.vstack(matrices), np.concatenate(labels), np.concatenate(shares)


def fit_weight(column: Values, labels: Labels, shares: Values, known: Values) -> float:
    """The weight of one more column beside log-odds that are known, never negative: (rows,) each.

    `shares` is what each row weighs.
    """
    scale = float(column.std()) or 1.0
    standard, shares = column / scale, shares / shares.sum()

    def lose(weights: Values) -> tuple[float, Values]:
        log_odds = known + standard * weights[0]
        loss = shares @ (np.logaddexp(0.0, log_odds) - labels * log_odds)
        slope = standard @ (shares * (1 / (1 + np.exp(-log_odds)) - labels))
        return float(loss), np.array([slope])

    return float(_minimise(lose, ["weight"])[0]) / scale


def _minimise(lose: Callable[[Values], tuple[float, Values]], names: Sequence[str]) -> Values:
    """The weights with the least loss, each of the sign that the meaning of its name asks for."""
    bounds = [_BOUNDS.get(name.rpartition("_")[2], (0, None)) for name in names]
    found = minimize(lose, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=bounds)
    return np.asarray(found.x, np.float64)


def _standardise(matrix: Matrix) -> tuple[Values, Values]:
    """Means and deviations of the columns; a column that never varies keeps deviation 1."""
    scales = matrix.std(axis=0)
    scales[scales < 1e-9] = 1.0
    return matrix.mean(axis=0), scales
