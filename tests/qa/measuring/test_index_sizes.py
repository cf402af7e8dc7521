"""Growth measured on a small scale, with real files in a process of their own."""

from pathlib import Path

import numpy as np

from qa.measuring.index_sizes import format_sizes, grow_vectors, measure_sizes
from tests.embeddings.making_vectors import make_vectors


def test_every_size_is_measured_and_found_again_whole() -> None:
    known = make_vectors(1, 60, 16)
    questions = [make_vectors(seed, 1, 16) for seed in range(5)]
    small, large = measure_sizes(known, questions, [50, 50_001], rounds=2)
    assert (small.passages, large.passages) == (50, 50_001)
    assert small.recall == 1
    assert large.recall >= 0.99
    assert small.on_disk / 50 >= 64
    # 16 numbers of four bytes, and codes of two bits; eight bytes more a row.
    assert 76 <= large.on_disk / 50_001 <= 77
    assert large.searches.opened_s > 0
    assert 0 < large.searches.p50_s <= large.searches.p95_s
    [_, first, second] = format_sizes([small, large]).splitlines()
    assert first.endswith("flat")
    assert second.endswith("product codes with exact rescoring")
    assert "50,001" in second


def test_grown_vectors_are_the_known_ones_and_others_like_them(tmp_path: Path) -> None:
    known = make_vectors(2, 100, 32)
    grown = np.array(grow_vectors(tmp_path / "first", known, 12_345))
    assert grown.shape == (12_345, 32)
    np.testing.assert_array_equal(grown[:100], known)
    np.testing.assert_allclose(np.linalg.norm(grown, axis=1), 1, atol=1e-5)
    assert len(np.unique(grown, axis=0)) == len(grown)
    # Each is far nearer to one that is known than those are to one another.
    nearest = (grown[100:] @ known.T).max(axis=1)
    among = (known @ known.T - 2 * np.eye(100)).max(axis=1)
    assert np.median(nearest) > np.median(among)
    np.testing.assert_array_equal(grown, grow_vectors(tmp_path / "second", known, 12_345))
    np.testing.assert_array_equal(grow_vectors(tmp_path / "fewer", known, 10), known[:10])
