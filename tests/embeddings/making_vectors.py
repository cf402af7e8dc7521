"""Vectors for tests, and brute force to hold an index's answers against."""

from collections.abc import Sequence

import numpy as np

from embeddings.encoder import Vectors


def make_vectors(seed: int, n: int, dimension: int) -> Vectors:
    """Unit vectors in all directions: (n, dimension)."""
    random = np.random.default_rng(seed)
    return normalise(random.standard_normal((n, dimension), dtype=np.float32))


def normalise(vectors: Vectors) -> Vectors:
    """The same directions at unit length."""
    lengths: Vectors = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / lengths


def measure_recall(cosines: Vectors, found: list[int], k: int, rows: Sequence[int]) -> float:
    """The share of `found` that is among the best `k` of `rows`, ties included.

    `cosines`, (n,), are those of all vectors with the question.
    """
    least = np.sort(cosines[rows])[-k]
    return int(np.count_nonzero(cosines[sorted(set(found))] >= least - 1e-6)) / k
