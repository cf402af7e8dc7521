"""The two regressions against scikit-learn's, and the signs that they hold."""

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from qa.measuring.regression import Choice, fit_conditional_logit, fit_logistic
from qa.retrieval.signals import Matrix, Values

PENALTY = 0.02
NAMES = ("first", "second")


@pytest.fixture
def matrix() -> Matrix:
    random = np.random.default_rng(5)
    return random.normal(0, 1, (200, 2))


def fit_with_sklearn(matrix: Matrix, labels: Values, *, intercept: bool) -> tuple[Values, float]:
    """Its loss is a sum where ours is a mean, and its C divides the penalty."""
    model = LogisticRegression(
        C=1 / (PENALTY * len(matrix)), fit_intercept=intercept, tol=1e-9, max_iter=1000
    ).fit(matrix, labels)
    return model.coef_[0], float(model.intercept_[0] if intercept else 0.0)


def test_logistic_regression_is_that_of_sklearn(matrix: Matrix) -> None:
    random = np.random.default_rng(6)
    labels = random.uniform(0, 1, 200) < 1 / (1 + np.exp(1 - matrix @ np.array([2.0, 0.5])))
    model = fit_logistic(matrix, labels, np.ones(200), NAMES, PENALTY)
    standard = (matrix - matrix.mean(axis=0)) / matrix.std(axis=0)
    weights, intercept = fit_with_sklearn(standard, labels, intercept=True)
    assert model.weights == pytest.approx(weights, abs=1e-3)
    assert model.intercept == pytest.approx(intercept, abs=1e-3)


def test_choice_between_two_rows_is_a_logistic_regression_of_their_difference(
    matrix: Matrix,
) -> None:
    random = np.random.default_rng(6)
    pairs = matrix.reshape(100, 2, 2)  # (choices, rows, columns)
    differences = pairs[:, 0] - pairs[:, 1]
    first = random.uniform(0, 1, 100) < 1 / (1 + np.exp(-differences @ np.array([2.0, 0.5])))
    choices = [
        Choice(pair, np.array([won, not won])) for pair, won in zip(pairs, first, strict=True)
    ]
    model = fit_conditional_logit(choices, NAMES, PENALTY)
    weights, _ = fit_with_sklearn(differences / model.scales, first, intercept=False)
    assert model.weights == pytest.approx(weights, abs=1e-3)


@pytest.mark.parametrize("name", ["names_missing", "superseded", "opposite"])
def test_weight_never_goes_against_its_name(name: str) -> None:
    rows = np.array([[1.0, 1.0], [0.0, 0.0]])
    # In truth the more of both the better: the second may not say so.
    model = fit_conditional_logit([Choice(rows, np.array([True, False]))], ("covered", name), 0.1)
    assert model.weights[0] > 0
    assert model.weights[1] == 0


def test_choice_of_greater_weight_prevails() -> None:
    rows = np.eye(2)
    heavy = Choice(rows, np.array([True, False]), weight=4.0)
    model = fit_conditional_logit([heavy, Choice(rows, np.array([False, True]))], NAMES, 0.1)
    assert np.argmax(model.score(rows)) == 0
    equal = fit_conditional_logit(
        [Choice(rows, heavy.labels), Choice(rows, np.array([False, True]))], NAMES, 0.1
    )
    assert equal.weights == pytest.approx([0, 0], abs=1e-6)


def test_nothing_to_learn_from_gives_a_model_that_prefers_nothing() -> None:
    model = fit_conditional_logit([], NAMES, 0.1)
    assert model.score(np.eye(2)).tolist() == [0, 0]
