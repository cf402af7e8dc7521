"""What a signal is worth: nothing when it is noise, much when it is all there is."""

from dataclasses import replace

import numpy as np
import pytest

from qa.measuring.ablation import LOST, ablate, compare_own, compare_untimed
from qa.measuring.asked import Asked
from qa.retrieval.confidence import SHORTLIST_SIGNALS
from qa.retrieval.signals import SIGNALS
from tests.qa.measuring.test_fitting import make_asked


def test_leaving_out_the_signal_that_tells_costs_most() -> None:
    random = np.random.default_rng(0)
    asked = [make_asked(number, random) for number in range(40)]
    held_out = [make_asked(100 + number, random) for number in range(40)]
    table = {label: worth.ndcg for label, [worth] in ablate(asked, {"made up": held_out})}
    assert len(table) == len(SIGNALS) + len(SHORTLIST_SIGNALS) + 1
    worst = min(table, key=lambda label: table[label])
    assert worst == "without coverage"
    assert table["all signals"] - table[worst] > 0.1


def test_the_signal_that_tells_also_tells_questions_whose_answer_is_gone() -> None:
    random = np.random.default_rng(1)
    asked = [make_asked(number, random) for number in range(60)]
    table = {label: worth.auroc for label, [worth] in ablate(asked[:40], {"rest": asked[40:]})}
    whole, without = table["all signals"], table["without coverage"]
    assert whole is not None
    assert without is not None
    assert whole > 0.8
    assert whole - without > 0.1


def test_the_lead_tells_what_an_answer_is_where_nothing_else_does() -> None:
    random = np.random.default_rng(4)
    asked = [make_asked(number, random) for number in range(60)]
    table = {label: worth for label, [worth] in ablate(asked[:40], {"rest": asked[40:]})}
    whole, without = table["all signals"], table["without margin"]
    assert whole.ndcg == without.ndcg
    assert (whole.auroc or 0) - (without.auroc or 0) > 0.1


def test_signals_of_time_that_are_noise_cost_questions_without_one_nothing() -> None:
    random = np.random.default_rng(2)
    asked = [make_asked(number, random) for number in range(80)]
    found = compare_untimed(asked[:40], asked[40:])
    assert abs(found.difference) < 0.02
    assert found.p_value > 0.05


def test_what_a_signal_of_time_gives_questions_without_one_is_seen() -> None:
    random = np.random.default_rng(3)
    asked = [make_newest(number, random) for number in range(80)]
    found = compare_untimed(asked[:40], asked[40:])
    assert found.difference > 0.1
    assert found.p_value < 0.01


def test_what_a_fit_elsewhere_missed_a_fit_on_the_collection_finds() -> None:
    random = np.random.default_rng(5)
    newest = [make_newest(number, random) for number in range(60)]
    covered = [make_asked(number, random) for number in range(60)]
    elsewhere, own = compare_own(newest, covered)
    assert own.ndcg - elsewhere.ndcg > 0.1
    assert (own.auroc or 0) - (elsewhere.auroc or 0) > 0.1
    assert (own.refused or 0) - (elsewhere.refused or 0) > 0.1
    assert own.calibration_error < elsewhere.calibration_error


def test_a_fit_on_the_collection_is_judged_on_questions_that_it_has_not_seen() -> None:
    random = np.random.default_rng(6)
    noise = [make_noise(number, random) for number in range(60)]
    _, own = compare_own(noise[:30], noise[30:])
    assert own.auroc == pytest.approx(0.5, abs=0.15)
    assert own.refused == pytest.approx(LOST, abs=0.1)


def test_of_questions_that_all_have_an_answer_none_is_refused_or_not() -> None:
    random = np.random.default_rng(7)
    asked = [replace(make_asked(number, random), emptied=None) for number in range(20)]
    for worth in compare_own(asked[:10], asked[10:]):
        assert (worth.auroc, worth.refused) == (None, None)


def make_noise(number: int, random: np.random.Generator) -> Asked:
    """A question whose right passage nothing tells from its rivals, and of which nothing tells
    whether it is there."""
    made = make_asked(number, random)
    of_chance = random.uniform(0, 1, made.whole.signals.shape)
    of_chance[:, SIGNALS.index("period_missing")] = 0
    emptied = random.permutation(of_chance)
    return replace(
        made,
        whole=replace(made.whole, signals=of_chance),
        emptied=None if made.emptied is None else replace(made.whole, signals=emptied),
    )


def make_newest(number: int, random: np.random.Generator) -> Asked:
    """A question whose right passage is the newest, and by nothing else told from its rivals."""
    made = make_asked(number, random)
    made.whole.signals[:, SIGNALS.index("coverage")] = 0.0
    made.whole.signals[:, SIGNALS.index("latest")] = 0.0
    made.whole.signals[0, SIGNALS.index("latest")] = 1.0
    return made
