"""How signals become an order, a probability and a marked sentence: fitted models, a plain mix.

All are linear in named signals. One orders a shortlist: a conditional logit, which asks of a weight
only that the right passage come out before its rivals. The second is a logistic regression that
says with what probability a hit answers (`qa.retrieval.confidence`); "not found" rests on it. The
third chooses the sentence to mark. Their coefficients are in ranking.json, with the command that
fitted them, and hold for one model alone, in whatever precision. For any other there are plain
mixes, and no probability is claimed.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from qa.errors import EncodingFault, SettingsError
from qa.judgements import Signal
from qa.retrieval.confidence import CONFIDENCE_SIGNALS, TIME_SIGNALS, Context, confidence_matrix
from qa.retrieval.highlights import SENTENCE_SIGNALS
from qa.retrieval.signals import SIGNALS, Matrix, Values


@dataclass(frozen=True, slots=True)
class LinearModel:
    """A sum over standardised columns: intercept + Σ weight (x - center) / scale."""

    names: tuple[str, ...]
    centers: Values
    scales: Values
    weights: Values
    intercept: float

    def score(self, matrix: Matrix, without: Sequence[str] = ()) -> Values:
        """The sum for each row: (rows, len(names)) -> (rows,). `without` are columns left out."""
        weights = np.array(
            [
                0.0 if name in without else weight
                for name, weight in zip(self.names, self.weights, strict=True)
            ]
        )
        standard = (matrix - self.centers) / self.scales
        scores: Values = standard @ weights + self.intercept
        return scores

    def hold(self, name: str, weight: float) -> Self:
        """The same with what one more of a column adds set to `weight`; at 0 it adds nothing."""
        own = np.array([each == name for each in self.names], np.bool_)
        return replace(
            self,
            centers=np.where(own, 0.0, self.centers),
            scales=np.where(own, 1.0, self.scales),
            weights=np.where(own, weight, self.weights),
        )

    @property
    def slopes(self) -> Values:
        """What one more of each column adds to the sum: (len(names),)."""
        slopes: Values = self.weights / self.scales
        return slopes

    def write(self) -> dict[str, object]:
        return {
            "intercept": round(self.intercept, 6),
            "signals": {
                name: {
                    "center": round(float(center), 6),
                    "scale": round(float(scale), 6),
                    "weight": round(float(weight), 6),
                }
                for name, center, scale, weight in zip(
                    self.names, self.centers, self.scales, self.weights, strict=True
                )
            },
        }

    @classmethod
    def read(cls, fields: Mapping[str, Any], names: Sequence[str]) -> Self:
        signals = fields["signals"]
        if set(signals) != set(names):
            raise SettingsError(
                f"The ranking file weighs {sorted(signals)}, but this version of the program "
                f"measures {sorted(names)}. Fit it anew with scripts/fit_ranking.py."
            )
        return cls(
            names=tuple(names),
            centers=np.array([signals[name]["center"] for name in names], np.float64),
            scales=np.array([signals[name]["scale"] for name in names], np.float64),
            weights=np.array([signals[name]["weight"] for name in names], np.float64),
            intercept=float(fields["intercept"]),
        )


@dataclass(frozen=True, slots=True)
class Ranking:
    """The fitted order and probability of one encoder.

    `also` are fingerprints of the same model in other precisions: its vectors lie so near that
    what was fitted on some holds for the others.

    `threshold` is the probability from which on the first hit is an answer. `languages` are what
    the encoder knows; a question in another is rendered in the first of them.
    """

    order: LinearModel
    confidence: LinearModel
    sentence: LinearModel
    threshold: float
    encoder_fingerprint: str
    languages: tuple[str, ...]
    fitted_on: Mapping[str, Mapping[str, object]]
    also: frozenset[str] = frozenset()

    def holds_for(self, encoder_fingerprint: str) -> bool:
        return encoder_fingerprint == self.encoder_fingerprint or encoder_fingerprint in self.also

    def has_seen(self, digest: str) -> bool:
        """Whether it was fitted on the questions of the collection that has this `digest`."""
        return digest in {seen.get("sha256") for seen in self.fitted_on.values()}

    def score(self, matrix: Matrix) -> Values:
        return self.order.score(matrix)

    def measure_confidence(self, signals: Matrix, scores: Values, context: Context) -> Matrix:
        """What the probability of each row of a whole shortlist goes by, with a column for each of
        CONFIDENCE_SIGNALS: (rows, columns). `scores` are what it is ordered by.
        """
        topical = self.order.score(signals, without=TIME_SIGNALS)
        return confidence_matrix(signals, scores, topical, context)

    def find_probabilities(self, measured: Matrix) -> Values:
        """The probability that each row answers, by `measure_confidence`: (rows,), from 0 to 1."""
        probabilities: Values = 1 / (1 + np.exp(-self.confidence.score(measured)))
        return probabilities


def mix_plainly(matrix: Matrix) -> Values:
    """Half cosine, half BM25 of the release, each stretched to [0, 1] over the rows.

    The order of encoders without a fit, what shortlists are cut by, and a baseline.
    """
    return 0.5 * stretch(matrix[:, SIGNALS.index("cosine")]) + 0.5 * stretch(
        matrix[:, SIGNALS.index("release_bm25")]
    )


def explain(
    ranking: Ranking | None, matrix: Matrix, row: int, reread: float | None
) -> tuple[Signal, ...]:
    """The signals of a row by name with what they add to its score, without a ranking to the plain
    mix of the rows; the reranker's last where it read the row."""
    if ranking is None:
        usual, weights = _explain_mix(matrix)
    else:
        usual, weights = ranking.order.centers, ranking.order.slopes
    numbers = (matrix[row].tolist(), usual.tolist(), weights.tolist())
    signals = tuple(map(Signal, SIGNALS, *numbers))
    return signals if reread is None else (*signals, Signal("reranker", reread, weight=1.0))


def _explain_mix(matrix: Matrix) -> tuple[Values, Values]:
    """What adds nothing to the plain mix of these rows, and what one more adds: (signals,) each."""
    usual, slopes = np.zeros(len(SIGNALS)), np.zeros(len(SIGNALS))
    for column in (SIGNALS.index("cosine"), SIGNALS.index("release_bm25")):
        usual[column] = matrix[:, column].min()
        spread = np.ptp(matrix[:, column])
        slopes[column] = 0.5 / spread if spread else 0.0
    return usual, slopes


def mix_sentences_plainly(matrix: Matrix) -> Values:
    """What a sentence is marked by for encoders without a fit: likeness and words."""
    names = ("late_votes", "figure_votes", "late_beyond_title", "coverage")
    columns = [SENTENCE_SIGNALS.index(name) for name in names]
    mixed: Values = matrix[:, columns].sum(axis=1)
    return mixed


def stretch(values: npt.NDArray[np.floating[Any]]) -> Values:
    """Min-max: the least becomes 0 and the greatest 1; all 0 when they are the same."""
    spread = np.ptp(values) if len(values) else 0.0
    if not spread:
        return np.zeros(len(values))
    return np.asarray((values - values.min()) / spread, np.float64)


def read_ranking(path: Path | None = None) -> Ranking:
    """The ranking in the JSON file at `path`, or the one that comes with the project.

    Raises SettingsError when the file cannot be read or weighs other signals.
    """
    try:
        text = (path or files("qa.retrieval") / "ranking.json").read_text(encoding="utf-8")
        fields = json.loads(text)
        return Ranking(
            order=LinearModel.read(fields["order"], SIGNALS),
            confidence=LinearModel.read(fields["confidence"], CONFIDENCE_SIGNALS),
            sentence=LinearModel.read(fields["sentence"], SENTENCE_SIGNALS),
            threshold=float(fields["threshold"]),
            encoder_fingerprint=fields["encoder"]["fingerprint"],
            languages=tuple(fields["encoder"]["languages"]),
            fitted_on=fields["fitted_on"],
            also=frozenset(fields["encoder"].get("also", ())),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SettingsError(
            f"Expected a ranking that scripts/fit_ranking.py wrote at {path}: "
            f"{type(error).__name__}: {error}."
        ) from error


def require_numbers(given: Values | Sequence[float]) -> None:
    """Raises EncodingFault where there are others: any order or verdict would be by chance."""
    if not np.isfinite(given).all():
        raise EncodingFault(
            "Expected finite numbers to rank by; the ranking or the reranker gave others. Check "
            "the files that QA_RANKING and QA_RERANKER name."
        )
