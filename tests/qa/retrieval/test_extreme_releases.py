"""Which release of a series comes first where an extreme over time is asked for: see also
test_extreme_sentences, from question to answer."""

import numpy as np

from qa.retrieval.extreme_releases import lift_preferred, put_first
from qa.series.series import Standing

PLACED = [
    Standing(-1, series="ict", matter="ict"),
    Standing(1, series="ict", matter="ict"),
    Standing(1, series="fdi", matter="fdi"),
    Standing(),
]


def test_what_says_it_is_the_newest_of_its_matter() -> None:
    placed = put_first(PLACED, [True, False, False, False])
    assert [each.newness for each in placed] == [1, -1, 1, 0]


def test_what_says_it_comes_before_all_of_its_matter_and_no_others() -> None:
    scores = np.array([0.5, 2.0, 3.0, 1.0])
    matters = [each.matter for each in PLACED]
    lifted = lift_preferred(scores, [True, False, False, False], matters)
    assert np.argsort(-lifted).tolist() == [2, 0, 1, 3]
    assert lift_preferred(scores, [False] * 4, matters).tolist() == scores.tolist()
