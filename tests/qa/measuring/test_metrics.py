"""Measures against published figures, sums done by hand, and other people's implementations."""

import tracemalloc
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import roc_auc_score

from qa.measuring.metrics import (
    compare_paired,
    find_auroc,
    find_bins,
    find_calibration_error,
    find_chance_error,
    find_risks,
    measure_run,
)


def test_ndcg_is_that_of_the_worked_example() -> None:
    # https://en.wikipedia.org/wiki/Discounted_cumulative_gain: six documents of grades
    # 3, 2, 3, 0, 1, 2 in this order have a DCG of 6.861; at best, 7.141.
    grades = {"d1": 3, "d2": 2, "d3": 3, "d4": 0, "d5": 1, "d6": 2}
    run = {"q": {f"d{place}": 10.0 - place for place in range(1, 7)}}
    assert measure_run(run, {"q": grades})["nDCG@10"]["q"] == pytest.approx(6.861 / 7.141, abs=1e-3)


def test_measures_count_by_hand() -> None:
    # The right release stands third of eleven; a second right one was not found at all.
    run = {"q": {f"r{place}": -float(place) for place in range(1, 12)}}
    values = measure_run(run, {"q": {"r3": 1, "lost": 1}})
    assert values["first"] == {"q": 0.0}
    assert values["RR@10"]["q"] == pytest.approx(1 / 3)
    assert values["R@5"] == {"q": 0.5}
    assert values["R@10"] == {"q": 0.5}


def test_right_release_in_front_is_first() -> None:
    assert measure_run({"q": {"a": 2.0, "b": 1.0}}, {"q": {"a": 1}})["first"] == {"q": 1.0}


def test_right_release_in_eleventh_place_counts_nothing() -> None:
    run = {"q": {f"r{place}": -float(place) for place in range(1, 12)}}
    values = measure_run(run, {"q": {"r11": 1}})
    assert [values[name]["q"] for name in ("nDCG@10", "RR@10", "R@10")] == [0.0, 0.0, 0.0]


def test_question_missing_from_the_run_counts_0_and_unanswerable_ones_do_not_count() -> None:
    values = measure_run(
        {"a": {"r": 1.0}, "c": {"r": 1.0}}, {"a": {"r": 1}, "b": {"r": 1}, "c": {}}
    )
    assert values["first"] == {"a": 1.0, "b": 0.0}


def test_nothing_answerable_gives_no_values() -> None:
    assert measure_run({"a": {"r": 1.0}}, {"a": {}})["nDCG@10"] == {}


def test_bins_are_tenths_and_certainty_belongs_to_the_last() -> None:
    bins = find_bins([0.05, 0.92, 1.0], [False, True, False])
    assert [each.count for each in bins] == [1, 2]
    assert [each.claimed for each in bins] == pytest.approx([0.05, 0.96])
    assert [each.right for each in bins] == [0.0, 0.5]


def test_calibration_error_is_the_hand_count() -> None:
    # (1 × |0.95 − 1| + 2 × |0.85 − 0.5| + 1 × |0.15 − 0|) / 4
    error = find_calibration_error([0.95, 0.85, 0.85, 0.15], [True, True, False, False])
    assert error == pytest.approx(0.225)


def test_calibration_error_of_honest_claims_is_0() -> None:
    assert find_calibration_error([0.5, 0.5], [True, False]) == 0.0
    assert find_calibration_error([], []) == 0.0


def test_true_probabilities_of_few_questions_err_by_chance() -> None:
    # Of two coins both, one or none come up: |1 − .5|, 0, |0 − .5| at 1/4, 1/2, 1/4.
    assert find_chance_error([0.5, 0.5]) == pytest.approx(0.25, abs=0.03)
    assert find_chance_error([0.0, 1.0]) == 0.0
    assert find_chance_error([]) == 0.0
    few, many = find_chance_error([0.5] * 20), find_chance_error([0.5] * 2000)
    assert many == pytest.approx(few / 10, rel=0.25)  # it falls with the square root


@given(st.lists(st.tuples(st.integers(0, 6), st.booleans()), min_size=2, max_size=40))
def test_auroc_is_that_of_scikit_learn(pairs: list[tuple[int, bool]]) -> None:
    scores, truth = [float(score) for score, _ in pairs], [right for _, right in pairs]
    if len(set(truth)) < 2:
        assert find_auroc(scores, truth) is None
    else:
        assert find_auroc(scores, truth) == pytest.approx(roc_auc_score(truth, scores))


def test_risk_is_over_the_surest_part() -> None:
    risks = find_risks([0.6, 0.9, 0.7, 0.8], [False, True, True, False], (0.25, 0.5, 0.75, 1.0))
    assert risks == {0.25: 0.0, 0.5: 0.5, 0.75: pytest.approx(1 / 3), 1.0: 0.5}


def test_risk_of_no_questions_is_0() -> None:
    assert find_risks([], [], (0.5,)) == {0.5: 0.0}


def test_identical_systems_do_not_differ() -> None:
    values = {f"q{number}": number / 20 for number in range(20)}
    same = compare_paired(values, values, rounds=2000)
    assert (same.difference, same.low, same.high, same.p_value) == (0.0, 0.0, 0.0, 1.0)
    assert (same.won, same.lost) == ((), ())


def test_system_that_wins_every_question_differs_beyond_doubt() -> None:
    ours = {f"q{number}": 1.0 for number in range(20)}
    theirs = dict.fromkeys(ours, 0.0)
    clear = compare_paired(ours, theirs, rounds=5000)
    # Of 2 ** 20 ways to flip the signs only two come this far.
    assert clear.p_value < 0.002
    assert (clear.difference, clear.low, clear.high) == (1.0, 1.0, 1.0)


def test_p_value_is_near_that_of_every_flip_of_signs() -> None:
    gaps = [0.5, -0.2, 0.3, 0.4, -0.1, 0.25, 0.05, -0.3]
    means = [abs(np.dot(signs, gaps)) for signs in product((-1, 1), repeat=len(gaps))]
    exact = float(np.mean([mean >= abs(sum(gaps)) - 1e-12 for mean in means]))
    ours = {f"q{place}": gap for place, gap in enumerate(gaps)}
    found = compare_paired(ours, dict.fromkeys(ours, 0.0))
    assert found.p_value == pytest.approx(exact, abs=0.02)
    assert found.low < found.difference < found.high


def test_comparison_names_the_largest_differences_first_and_leaves_unshared_questions_out() -> None:
    ours = {"a": 0.5, "b": 1.0, "c": 0.0, "d": 0.3, "only ours": 1.0}
    theirs = {"a": 0.4, "b": 0.0, "c": 1.0, "d": 0.3, "only theirs": 1.0}
    found = compare_paired(ours, theirs, rounds=100)
    assert (found.won, found.lost) == (("b", "a"), ("c",))
    assert found.difference == pytest.approx(0.1 / 4)


def test_nothing_shared_is_no_difference() -> None:
    nothing = compare_paired({"a": 1.0}, {"b": 1.0})
    assert (nothing.difference, nothing.p_value) == (0.0, 1.0)


def test_auroc_of_many_takes_memory_in_proportion_to_them() -> None:
    scores = [float(place) for place in range(20_000)]
    tracemalloc.start()
    assert find_auroc(scores, [place >= 10_000 for place in range(20_000)]) == 1.0
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5_000_000  # of each pair a byte, 100 MB
