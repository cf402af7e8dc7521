"""Token vectors, one bit a dimension, and how well they cover a question's.

The vector of a passage is the mean of its tokens' vectors, and the mean forgets. What the
encoder computed for each token on the way is kept too, reduced to signs: 48 bytes a token at 384
dimensions. A passage is then scored by MaxSim (Khattab and Zaharia 2020, ColBERT,
https://arxiv.org/abs/2004.12832): for each token of the question the most similar token of the
passage, averaged. The question stays in floating point; against signs alone an inner product is
estimated without bias up to a scale (Charikar 2002, https://doi.org/10.1145/509907.509965),
and the average over tokens evens the noise out.
"""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

_BLOCK = 1024  # tokens unpacked at a time: what is between stays in the cache

TokenCodes: TypeAlias = npt.NDArray[np.uint8]
"""Signs of token vectors, packed: shape (tokens, ceil(dimension / 8))."""

TokenVectors: TypeAlias = npt.NDArray[np.float32]
"""Token vectors of unit length: shape (tokens, dimension)."""


def pack_tokens(vectors: npt.NDArray[np.float32]) -> TokenCodes:
    """The signs of token vectors of any length, (tokens, dimension) -> (tokens, bytes).

    >>> pack_tokens(np.array([[0.5, -0.1, 2.0, -3.0, 1.0, 1.0, 1.0, -1.0]], np.float32)).tolist()
    [[174]]
    """
    return np.packbits(vectors > 0, axis=1)


def compare_tokens(question: TokenVectors, codes: TokenCodes) -> npt.NDArray[np.float32]:
    """The estimated cosine of each passage token with each question token: (tokens, question).

    `question` is (question tokens, dimension) and `codes` (tokens, bytes). The estimate is the
    inner product with the signs over the square root of the dimension: at most 1, and about 0.8
    of the cosine.
    """
    dimension = question.shape[1]
    bits = np.empty((len(codes), dimension), np.float32)
    for start in range(0, len(codes), _BLOCK):
        block = codes[start : start + _BLOCK]
        bits[start : start + _BLOCK] = np.unpackbits(block, axis=1, count=dimension)
    # (2 b - 1) · q = 2 b · q - Σ q:  (tokens, dim) @ (dim, question) -> (tokens, question)
    products = 2.0 * (bits @ question.T) - question.sum(axis=1)
    similarities: npt.NDArray[np.float32] = products / np.float32(np.sqrt(dimension))
    return similarities


def match_passages(
    question: TokenVectors, passages: Sequence[TokenCodes]
) -> npt.NDArray[np.float32]:
    """For each passage and question token the most similar token: (passages, question tokens).

    The mean of a row is the passage's MaxSim. 0 where a passage has no tokens.
    """
    matches = np.zeros((len(passages), len(question)), np.float32)
    held = [row for row, codes in enumerate(passages) if len(codes)]
    if not held or not len(question):
        return matches
    lengths = [len(passages[row]) for row in held]
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    similarities = compare_tokens(question, np.concatenate([passages[row] for row in held]))
    matches[held] = np.maximum.reduceat(similarities, starts, axis=0)
    return matches
