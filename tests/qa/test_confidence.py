"""What a probability rests on, counted by hand."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np
import pytest

from qa.confidence import (
    CONFIDENCE_SIGNALS,
    TIME_SIGNALS,
    confidence_matrix,
    find_lags,
    find_margins,
)
from qa.signals import SIGNALS


def make_columns(
    scores: Sequence[float],
    topical: Sequence[float] | None = None,
    *,
    timed: bool = False,
    given: Mapping[str, Sequence[float]] = MappingProxyType({}),
) -> dict[str, list[float]]:
    """The confidence matrix of passages that each speak for themselves, by column."""
    rows = len(scores)
    signals = np.column_stack([given.get(name, [0.0] * rows) for name in SIGNALS])
    rivals = [str(row) for row in range(rows)]
    matrix = confidence_matrix(
        signals, np.array(scores), np.array(topical or scores), rivals, timed=timed
    )
    return dict(zip(CONFIDENCE_SIGNALS, matrix.T.tolist(), strict=True))


def test_columns_stand_under_their_names() -> None:
    held = {name: [number + 1.0] for number, name in enumerate(SIGNALS)}
    columns = make_columns([2.0], given=held)
    for name in (name for name in CONFIDENCE_SIGNALS[:-3] if name not in TIME_SIGNALS):
        assert columns[name] == held[name]


@pytest.mark.parametrize("name", ["period", "release_period", "published_in", "latest", "cadence"])
def test_of_time_only_what_disagrees_counts(name: str) -> None:
    columns = make_columns([0.0] * 4, given={name: [1.0, 0.5, -0.5, -1.0]})
    assert columns[name] == [0.0, 0.0, -0.5, -1.0]


@pytest.mark.parametrize("name", ["period_missing", "superseded"])
def test_what_is_amiss_counts(name: str) -> None:
    assert make_columns([0.0, 0.0], given={name: [1.0, 0.0]})[name] == [1.0, 0.0]


def test_lead_of_what_is_of_another_period_does_not_count() -> None:
    assert make_columns([3.0, 1.0], given={"period_missing": [1.0, 0.0]})["margin"] == [0.0, -2.0]


def test_only_where_a_time_is_asked_for_is_there_a_lag() -> None:
    columns = make_columns([3.0, 1.0], [2.0, 2.5], timed=True)
    assert (columns["timed"], columns["lag"]) == ([1.0, 1.0], [-0.5, 0.0])
    columns = make_columns([3.0, 1.0], [2.0, 2.5])
    assert (columns["timed"], columns["lag"]) == ([0.0, 0.0], [0.0, 0.0])


def test_empty_shortlist_has_every_column() -> None:
    assert set(make_columns([])) == set(CONFIDENCE_SIGNALS)


def test_margin_is_the_lead_over_the_best_of_another_release() -> None:
    margins = find_margins(np.array([5.0, 4.0, 3.0, 1.0]), ["a", "a", "b", "c"])
    assert margins.tolist() == [2.0, 1.0, -2.0, -4.0]


def test_releases_that_tie_in_front_have_no_lead() -> None:
    assert find_margins(np.array([2.0, 2.0, 1.0]), ["a", "b", "c"]).tolist() == [0.0, 0.0, -1.0]


@pytest.mark.parametrize("releases", [[], ["a"], ["a", "a"]])
def test_margin_is_0_without_another_release(releases: list[str]) -> None:
    scores = np.arange(float(len(releases)))
    assert find_margins(scores, releases).tolist() == [0.0] * len(releases)


def test_lag_is_that_of_the_best_of_the_same_series() -> None:
    lags = find_lags(np.array([5.0, 4.0, 3.0, 1.0]), ["a", "b", "b", "a"])
    assert lags.tolist() == [0.0, -1.0, -1.0, 0.0]
