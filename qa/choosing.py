"""Which passages become the hits of an answer, once they are scored."""

from collections.abc import Sequence

import numpy as np

from qa.ranking import Values


def choose(
    scores: Values, releases: Sequence[str], k: int, per_release: int
) -> tuple[list[int], dict[int, list[int]]]:
    """The rows of the `k` best hits, and for each the further rows of its release.

    At most `per_release` hits are of one release; what is beyond goes with its best hit. Equal
    scores keep the order of the rows, newer ones first.
    """
    order = sorted(range(len(scores)), key=lambda row: (-scores[row], -row))
    chosen: list[int] = []
    of_release: dict[str, list[int]] = {}
    others: dict[int, list[int]] = {}
    for row in order:
        held = of_release.setdefault(releases[row], [])
        if len(held) < per_release and len(chosen) < k:
            held.append(row)
            chosen.append(row)
            others[row] = []
        elif held:
            others[held[0]].append(row)
    return chosen, others


def find_margins(scores: Values, releases: Sequence[str]) -> Values:
    """How far each row's score is above the best of any other release; below: negative.

    0 where there is no other release.
    """
    best: dict[str, float] = {}
    for release, score in zip(releases, scores, strict=True):
        best[release] = max(best.get(release, -np.inf), float(score))
    ranked = sorted(best.values(), reverse=True)
    if len(ranked) < 2:
        return np.zeros(len(scores))
    top, second = ranked[:2]
    return np.array(
        [
            score - (second if best[release] == top else top)
            for release, score in zip(releases, scores, strict=True)
        ]
    )
