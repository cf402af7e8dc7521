"""The choice of hits and their leads, by hand-made numbers."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qa.retrieval.choosing import choose, show
from qa.retrieval.signals import Values

Choice = tuple[list[int], dict[int, list[int]]]


def choose_freely(scores: Values, releases: list[str], k: int, per_release: int) -> Choice:
    """The choice where no release is of a series."""
    of_none = [None] * len(releases)
    return choose(scores, releases, k, per_release, series=of_none, per_series=1)


def test_best_of_each_release_is_chosen_and_the_rest_goes_with_it() -> None:
    scores = np.array([0.9, 0.5, 0.8, 0.7, 0.6])
    assert choose_freely(scores, ["a", "b", "a", "b", "a"], 5, 1) == ([0, 3], {0: [2, 4], 3: [1]})


def test_as_many_of_one_release_as_asked_for_are_chosen() -> None:
    scores = np.array([0.9, 0.5, 0.8, 0.7, 0.6])
    chosen, others = choose_freely(scores, ["a", "b", "a", "b", "a"], 5, 2)
    assert (chosen, others) == ([0, 2, 3, 1], {0: [4], 2: [], 3: [], 1: []})


def test_no_more_than_k_are_chosen_and_releases_beyond_them_are_left_out() -> None:
    scores = np.array([0.9, 0.8, 0.7, 0.6])
    assert choose_freely(scores, ["a", "b", "a", "b"], 1, 1) == ([0], {0: [2]})


def test_passage_that_k_leaves_no_place_for_goes_with_its_release() -> None:
    scores = np.array([0.9, 0.8, 0.7])
    assert choose_freely(scores, ["a", "a", "b"], 1, 2) == ([0], {0: [1]})


def test_equal_scores_put_the_newer_row_first() -> None:
    assert choose_freely(np.array([0.5, 0.5, 0.5]), ["a", "b", "c"], 2, 1)[0] == [2, 1]


def test_no_more_releases_of_one_series_are_chosen_than_asked_for() -> None:
    scores = np.array([0.9, 0.8, 0.7, 0.6, 0.5])
    releases = ["may", "april", "may", "other", "march"]
    series = ["steel", "steel", "steel", None, "steel"]
    chosen, others = choose(scores, releases, 5, 1, series=series, per_series=1)
    assert (chosen, others) == ([0, 3], {0: [2], 3: []})
    chosen, others = choose(scores, releases, 5, 1, series=series, per_series=2)
    assert (chosen, others) == ([0, 1, 3], {0: [2], 1: [], 3: []})


def test_release_shows_the_passage_of_the_greatest_value_in_the_place_of_its_best() -> None:
    values = {0: 0.1, 1: 0.7, 2: 0.9, 3: 0.7, 4: 0.2}
    shown, beside = show([0, 3], {0: [2, 4], 3: [1]}, ["a", "b", "a", "b", "a"], values)
    # Of equal values the one that was chosen stays.
    assert (shown, beside) == ([2, 3], [[4, 0], [1]])


def test_release_of_several_places_shows_as_many_of_its_passages() -> None:
    values = {0: 0.1, 1: 0.5, 2: 0.9, 3: 0.3}
    shown, beside = show([0, 1, 2], {0: [3], 1: [], 2: []}, ["a", "b", "a", "a"], values)
    assert (shown, beside) == ([2, 1, 3], [[0], [], []])


@given(
    st.lists(st.tuples(st.integers(0, 3), st.sampled_from("abcd")), max_size=12),
    st.integers(1, 6),
    st.integers(1, 3),
)
def test_choice_is_the_best_that_its_limits_allow(
    rows: list[tuple[int, str]], k: int, per_release: int
) -> None:
    scores = np.array([float(score) for score, _ in rows])
    releases = [release for _, release in rows]
    chosen, others = choose_freely(scores, releases, k, per_release)
    ranked = sorted(range(len(rows)), key=lambda row: (rows[row][0], row), reverse=True)
    allowed = [
        row
        for place, row in enumerate(ranked)
        if sum(releases[before] == releases[row] for before in ranked[:place]) < per_release
    ]
    assert chosen == allowed[:k]
    # Every passage of a release that was chosen is shown once, with its own release.
    shown = chosen + [row for rest in others.values() for row in rest]
    held = {releases[row] for row in chosen}
    assert sorted(shown) == [row for row in range(len(rows)) if releases[row] in held]
    assert all(releases[row] == releases[hit] for hit, rest in others.items() for row in rest)
