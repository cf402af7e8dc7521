"""Token vectors, one bit a dimension, and how well they cover a question's.

The vector of a passage is the mean of its tokens' vectors, and the mean forgets. What the
encoder computed for each token on the way is kept too, reduced to signs: 48 bytes a token at 384
dimensions. A passage is then scored by MaxSim (Khattab and Zaharia 2020, ColBERT,
https://arxiv.org/abs/2004.12832): for each token of the question the most similar token of the
passage, averaged. The question's tokens keep 8 bits a dimension; against signs an inner product is
estimated without bias up to a scale (Charikar 2002, https://doi.org/10.1145/509907.509965),
and the average over tokens evens the noise out. What a passage scores does not depend on which
others are scored with it: all is counted in integers.
"""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from embeddings.bit_products import Products, multiply

_GREATEST = 127  # of a question token's integers

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
    integers, scales = _quantise(question)
    return _estimate(multiply(codes, integers), integers, scales)


def compare_passages(
    question: TokenVectors, passages: Sequence[TokenCodes]
) -> list[npt.NDArray[np.float32]]:
    """What `compare_tokens` says of each passage: (tokens, question) each."""
    if not passages:
        return []
    ends = np.cumsum([len(codes) for codes in passages])
    return np.split(compare_tokens(question, np.concatenate(passages)), ends[:-1])


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
    integers, scales = _quantise(question)
    products = multiply(np.concatenate([passages[row] for row in held]), integers)
    # The greatest product is the greatest estimate.
    best: Products = np.maximum.reduceat(products, starts, axis=0)
    matches[held] = _estimate(best, integers, scales)
    return matches


def _quantise(question: TokenVectors) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Question tokens as integers, (tokens, dimension), and what one of each stands for."""
    scales = np.abs(question).max(axis=1, initial=0.0) / np.float32(_GREATEST)
    scales[scales == 0] = 1
    return np.rint(question / scales[:, None]).astype(np.int8), scales


def _estimate(
    products: Products, integers: npt.NDArray[np.int8], scales: npt.NDArray[np.float32]
) -> npt.NDArray[np.float32]:
    """Cosines, (rows, question tokens), from the products with bits."""
    # (2 b - 1) · q = 2 b · q - Σ q
    signed = 2 * products - integers.sum(axis=1, dtype=np.int32)
    by_one = scales / np.float32(np.sqrt(integers.shape[1]))
    estimates: npt.NDArray[np.float32] = signed.astype(np.float32) * by_one
    return estimates
