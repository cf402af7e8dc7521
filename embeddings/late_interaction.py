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
from dataclasses import dataclass, replace
from typing import Self, TypeAlias

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


@dataclass(frozen=True, slots=True)
class Comparison:
    """The tokens of a question beside those of passages, every one with every one.

    `products`, (passage tokens, question tokens), are of the passages one after the other, and
    `ends`, (passages,), is where each one's rows end. They are counted in integers, of which
    `offsets` and `scales`, (question tokens,), make cosines.
    """

    products: Products
    ends: npt.NDArray[np.int64]
    offsets: npt.NDArray[np.int32]
    scales: npt.NDArray[np.float32]

    @property
    def starts(self) -> npt.NDArray[np.int64]:
        """Where the rows of each passage begin: (passages,)."""
        return np.concatenate(([0], self.ends))[:-1]

    def select(self, passages: Sequence[int]) -> Self:
        """Of some of the passages, by their places, in the order given."""
        bounds = list(
            zip(self.starts[passages].tolist(), self.ends[passages].tolist(), strict=True)
        )
        rows = [self.products[start:end] for start, end in bounds]
        return replace(
            self,
            products=np.concatenate(rows) if rows else self.products[:0],
            ends=np.cumsum([len(each) for each in rows], dtype=np.int64),
        )

    def match(
        self, starts: npt.NDArray[np.int64], stops: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.float32]:
        """The most similar token of each run of rows for each question token: (runs, question).

        Runs, from `starts` up to, not including, `stops`, follow one another without overlap. How
        similar is an estimate of the cosine: the inner product with the signs over the square root
        of the dimension, at most 1 and about 0.8 of the cosine. 0 where a run is empty.
        """
        matches = np.zeros((len(starts), self.products.shape[1]), np.float32)
        [held] = np.nonzero(starts < stops)
        if len(held):
            bounds = np.column_stack([starts[held], stops[held]]).ravel()
            last = -1 if bounds[-1] == len(self.products) else None
            # The greatest product is the greatest estimate. Every other is of what lies between.
            best: Products = np.maximum.reduceat(self.products, bounds[:last], axis=0)[::2]
            # (2 b - 1) · q = 2 b · q - Σ q
            matches[held] = (2 * best - self.offsets).astype(np.float32) * self.scales
        return matches

    def match_passages(self) -> npt.NDArray[np.float32]:
        """The same of each passage: (passages, question tokens). The mean of a row is its MaxSim.

        >>> bits = pack_tokens(np.array([[1, -1, 1, 1]], np.float32))
        >>> compare(np.array([[0.5, 0.5, 0.5, 0.5]], np.float32), [bits]).match_passages().tolist()
        [[0.5]]
        """
        return self.match(self.starts, self.ends)


def compare(question: TokenVectors, passages: Sequence[TokenCodes]) -> Comparison:
    """The question's tokens, (question tokens, dimension), beside those of each passage."""
    integers, scales = _quantise(question)
    codes = np.concatenate(passages) if passages else np.empty((0, 0), np.uint8)
    return Comparison(
        products=multiply(codes, integers),
        ends=np.cumsum([len(each) for each in passages], dtype=np.int64),
        offsets=integers.sum(axis=1, dtype=np.int32),
        scales=scales / np.float32(np.sqrt(integers.shape[1])),
    )


def _quantise(question: TokenVectors) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Question tokens as integers, (tokens, dimension), and what one of each stands for."""
    scales = np.abs(question).max(axis=1, initial=0.0) / np.float32(_GREATEST)
    scales[scales == 0] = 1
    return np.rint(question / scales[:, None]).astype(np.int8), scales
