"""What is found at once and what joins it are one."""

import numpy as np

from qa.index.passage_index import Candidates


def make_candidates(*keys: int) -> Candidates:
    cosine, bm25 = (np.array([scale * key for key in keys], np.float32) for scale in (0.1, 7.0))
    return Candidates(np.array(keys, np.int64), cosine, bm25)


def test_candidates_join_in_their_order_with_every_score() -> None:
    joined, expected = make_candidates(3, 1).join(make_candidates(2)), make_candidates(3, 1, 2)
    for name in ("keys", "cosine", "release_bm25"):
        np.testing.assert_array_equal(getattr(joined, name), getattr(expected, name))
