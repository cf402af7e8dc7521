"""What the probability that a hit answers rests on: signals, and where it stands among the others.

It must mean the same in a library of any size, so no BM25 is in it. Of time only what disagrees
counts: that a release is of the month asked about is no sign that it speaks of the matter.
"""

from collections.abc import Sequence

import numpy as np

from qa.signals import SIGNALS, Matrix, Values

# Above 0 where a release agrees with the question, below where it does not.
_OF_TIME = ("period", "release_period", "published_in", "latest", "cadence")
TIME_SIGNALS = (*_OF_TIME, "period_missing", "superseded")
"""The signals of a passage that say when, not what."""

CONFIDENCE_SIGNALS = (
    *(name for name in SIGNALS if not name.endswith("_bm25")),
    "margin",
    "timed",
    "lag",
)
"""The columns of a confidence matrix: some of SIGNALS and

    margin   how far the order's score is above that of the best of another release or series; 0 for
             what is of another period than the one asked about: a lead over other months says
             nothing
    timed    1 where a period or the newest is asked for, else 0
    lag      where a time is asked for, how far the release or series is behind the best of the
             shortlist with time left aside, 0 or less; else 0. Where another speaks of the matter,
             what is of the right month is likely to be beside it
"""


def confidence_matrix(
    signals: Matrix, scores: Values, topical: Values, rivals: Sequence[str], *, timed: bool
) -> Matrix:
    """The columns of CONFIDENCE_SIGNALS for a whole shortlist: (passages, columns).

    `scores` are what it is ordered by, `topical` the same without TIME_SIGNALS, and `rivals` what
    each passage speaks for: its series, else its release.
    """
    columns = signals[:, [SIGNALS.index(name) for name in CONFIDENCE_SIGNALS[:-3]]]
    of_time = [CONFIDENCE_SIGNALS.index(name) for name in _OF_TIME]
    columns[:, of_time] = columns[:, of_time].clip(max=0)
    elsewhen = signals[:, SIGNALS.index("period_missing")] > 0
    margins = np.where(elsewhen, 0.0, find_margins(scores, rivals))
    lags = find_lags(topical, rivals) if timed else np.zeros(len(signals))
    return np.column_stack([columns, margins, np.full(len(signals), float(timed)), lags])


def find_margins(scores: Values, rivals: Sequence[str]) -> Values:
    """How far each row's score is above the best of any other rival; below: negative.

    Rows of the same name in `rivals` are not rivals of each other. 0 where there is no other.
    """
    best = _find_best(scores, rivals)
    ranked = sorted(best.values(), reverse=True)
    if len(ranked) < 2:
        return np.zeros(len(scores))
    top, second = ranked[:2]
    return np.array(
        [
            score - (second if best[rival] == top else top)
            for rival, score in zip(rivals, scores, strict=True)
        ]
    )


def find_lags(scores: Values, rivals: Sequence[str]) -> Values:
    """How far the best row of each row's rival is behind the best of all: 0 or less."""
    best = _find_best(scores, rivals)
    top = max(best.values(), default=0.0)
    return np.array([best[rival] - top for rival in rivals], np.float64)


def _find_best(scores: Values, rivals: Sequence[str]) -> dict[str, float]:
    best: dict[str, float] = {}
    for rival, score in zip(rivals, scores.tolist(), strict=True):
        best[rival] = max(best.get(rival, -np.inf), score)
    return best
