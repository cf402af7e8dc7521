"""How good a ranking, and how honest its probabilities. Pure functions of plain values.

Ranking is measured by ir-measures (https://ir-measur.es), whose numbers are trec_eval's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import ir_measures
import numpy as np
import numpy.typing as npt
from ir_measures import RR, R, Success, nDCG

Run: TypeAlias = Mapping[str, Mapping[str, float]]
"""For each question's id, each release's id with its score, the higher the better."""

MEASURES = {
    "nDCG@10": nDCG @ 10,
    "RR@10": RR @ 10,
    "first": Success @ 1,
    "R@5": R @ 5,
    "R@10": R @ 10,
}
"""What is reported, by name; `first`: the share of questions with a right release in front."""

_BINS = 10
_DRAWN = 1000  # outcomes that chance is told by
_SEED = 0


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean; 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def measure_run(run: Run, relevant: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, float]]:
    """Each measure for each question that has a right answer: {measure: {question: value}}.

    A question that the run does not hold counts 0.
    """
    judged = [
        ir_measures.Qrel(question, release, grade)
        for question, grades in relevant.items()
        for release, grade in grades.items()
    ]
    scored = [
        ir_measures.ScoredDoc(question, release, score)
        for question, scores in run.items()
        for release, score in scores.items()
    ]
    answerable = [question for question, grades in relevant.items() if grades]
    values = {name: dict.fromkeys(answerable, 0.0) for name in MEASURES}
    names = {measure: name for name, measure in MEASURES.items()}
    for metric in ir_measures.iter_calc(list(MEASURES.values()), judged, scored):
        if metric.query_id in values[names[metric.measure]]:
            values[names[metric.measure]][metric.query_id] = float(metric.value)
    return values


@dataclass(frozen=True, slots=True)
class Bin:
    """Probabilities of one tenth: how many, what they claimed on average, how many were right."""

    count: int
    claimed: float
    right: float


def find_bins(probabilities: Sequence[float], right: Sequence[bool]) -> list[Bin]:
    """A reliability diagram's bins of equal width that hold anything, ascending.

    >>> find_bins([0.9, 0.95, 0.05], [True, False, False])[1].right
    0.5
    """
    claimed, truth = np.asarray(probabilities, float), np.asarray(right, bool)
    places = np.minimum((claimed * _BINS).astype(int), _BINS - 1)
    return [
        Bin(int(inside.sum()), float(claimed[inside].mean()), float(truth[inside].mean()))
        for place in range(_BINS)
        if (inside := places == place).any()
    ]


def find_calibration_error(probabilities: Sequence[float], right: Sequence[bool]) -> float:
    """The expected calibration error over ten bins of equal width (Guo et al. 2017,
    https://arxiv.org/abs/1706.04599): the mean gap between claim and truth; 0 of nothing.
    """
    bins = find_bins(probabilities, right)
    total = sum(each.count for each in bins)
    return sum(each.count * abs(each.claimed - each.right) for each in bins) / max(total, 1)


def find_chance_error(probabilities: Sequence[float]) -> float:
    """The calibration error to be expected of these probabilities if each were true.

    The mean gap of a bin is 0 only over very many questions: the mean over a thousand outcomes
    drawn from the probabilities themselves (consistency resampling, Bröcker and Smith 2007,
    https://doi.org/10.1175/WAF993.1). 0 of nothing.
    """
    claimed = np.asarray(probabilities, float)
    drawn = np.random.default_rng(_SEED).random((_DRAWN, len(claimed))) < claimed
    return mean([find_calibration_error(probabilities, right) for right in drawn])


def find_auroc(scores: Sequence[float], positive: Sequence[bool]) -> float | None:
    """The probability that a positive outscores a negative, ties counted half; None without both.

    >>> find_auroc([0.9, 0.4, 0.6], [True, False, True])
    1.0
    """
    values, truth = np.asarray(scores, float), np.asarray(positive, bool)
    positives, negatives = values[truth], values[~truth]
    if not len(positives) or not len(negatives):
        return None
    # Each positive's place among the sorted negatives, and not each pair: of 12,000 these are 36
    # million.
    negatives.sort()
    below = np.searchsorted(negatives, positives, "left")
    level = np.searchsorted(negatives, positives, "right") - below
    pairs = len(positives) * len(negatives)
    return float(below.sum() / pairs + level.sum() / pairs / 2)


def find_risks(
    probabilities: Sequence[float], right: Sequence[bool], coverages: Sequence[float]
) -> dict[float, float]:
    """The share of wrong answers when only the surest part of questions is answered.

    {coverage: risk}, after El-Yaniv and Wiener 2010
    (https://jmlr.org/papers/v11/el-yaniv10a.html).
    """
    order = np.argsort(-np.asarray(probabilities, float), kind="stable")
    wrong = ~np.asarray(right, bool)[order]
    return {
        coverage: float(wrong[: max(1, round(coverage * len(wrong)))].mean()) if len(wrong) else 0.0
        for coverage in coverages
    }


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two systems on the same questions: the mean difference, its interval and its p-value."""

    difference: float
    low: float
    high: float
    p_value: float
    won: tuple[str, ...]
    lost: tuple[str, ...]


def compare_paired(
    ours: Mapping[str, float], theirs: Mapping[str, float], *, rounds: int = 10_000
) -> Comparison:
    """Whether `ours` beats `theirs`, question by question.

    The p-value is two-sided, from a randomisation test (Smucker, Allan and Carterette 2007,
    https://doi.org/10.1145/1321440.1321528); the 95% interval from a paired bootstrap. Questions
    that only one side has are left out. `won` and `lost` begin with the largest differences.
    """
    shared = [question for question in ours if question in theirs]
    gaps = np.array([ours[question] - theirs[question] for question in shared], np.float64)
    if not len(gaps):
        return Comparison(0.0, 0.0, 0.0, 1.0, (), ())
    random = np.random.default_rng(_SEED)
    observed = float(gaps.mean())
    reached = 0
    means: list[npt.NDArray[np.float64]] = []
    chunk = max(1, min(rounds, 4_000_000 // len(gaps)))
    for start in range(0, rounds, chunk):
        size = min(chunk, rounds - start)
        signs = random.choice((-1.0, 1.0), size=(size, len(gaps)))
        reached += int((np.abs(signs @ gaps / len(gaps)) >= abs(observed) - 1e-12).sum())
        means.append(gaps[random.integers(0, len(gaps), size=(size, len(gaps)))].mean(axis=1))
    low, high = np.quantile(np.concatenate(means), [0.025, 0.975])
    ranked = sorted(zip(gaps, shared, strict=True), key=lambda pair: -abs(pair[0]))
    return Comparison(
        difference=observed,
        low=float(low),
        high=float(high),
        p_value=(reached + 1) / (rounds + 1),
        won=tuple(question for gap, question in ranked if gap > 0),
        lost=tuple(question for gap, question in ranked if gap < 0),
    )
