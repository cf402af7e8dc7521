"""Nearest neighbours among many: a scan of small codes, and the best of it measured exactly.

    codes.faiss   every two numbers of the vectors in 4 bits (`product_codes`), read whole
    vectors.npy   (n, dimension) float32, of which a search reads a few thousand rows

What a scan costs is what it reads, at the speed at which memory delivers it. So codes are as short
as they may be for the best of them to hold the nearest. Measured on 1,000,000 vectors of 384
dimensions, grown from MiniLM's of real passages, in one run, one thread, where memory gave 9 GB/s:

                                      scan      read, a row  rescored  recall@10  @100
    floats                            124 ms    1,536 bytes         0  1.000      1.000
    8 bits a number                    42 ms      384             300  1.000      1.000
    2 bits a number (RaBitQ)           38 ms      116           1,000  1.000       .999
    1 bit a number (RaBitQ)            31 ms       56           4,000   .996       .997
    4 bits a number, fast scan         20 ms      192             300  1.000      1.000
    4 bits two numbers, fast scan      12 ms       96           4,000  1.000      1.000
    4 bits four numbers, fast scan      3 ms       48           4,000  1.000       .990

The last but one is this; of the last, too little is left where vectors are harder to tell apart.
Split over two threads a question took as long, for it is the memory that it waits for, and two who
asked at once got 100 answers a second for 130.
"""

from pathlib import Path
from typing import Self

import faiss
import numpy as np

from embeddings.encoder import Vectors
from embeddings.errors import VectorsMismatch
from embeddings.files import save_array
from embeddings.product_codes import ProductCodes
from embeddings.vector_index import (
    Kind,
    Mask,
    Rows,
    Scores,
    check_question,
    multiply_rows,
    take_best,
)

_CODES, _VECTORS = "codes.faiss", "vectors.npy"

# Up to so many rows are scanned as they are: exactly, and as fast.
SCANNED_EXACTLY = 25_000

# Fewer of a slice are gathered: of what is scattered a row takes as long as eight that are not.
_SPARSE = 1 / 8

# So many by their codes are measured exactly, for k asked for. Where three dimensions outweigh the
# others and all have much in common, 10 k + 1,000 find .988 of ten and .973 of a hundred, and
# these .996 and .994. For MiniLM's a third of them would do.
_TIMES, _MORE = 10, 3_000


class QuantisedIndex:
    """A VectorIndex that is exact among few rows, and all but exact among many."""

    def __init__(self, codes: ProductCodes, vectors: Vectors) -> None:
        self._codes = codes
        self._vectors = vectors

    @staticmethod
    def is_in(folder: Path) -> bool:
        """Whether the index in `folder` is of this kind."""
        return (folder / _CODES).exists()

    @staticmethod
    def write(folder: Path, vectors: Vectors) -> None:
        """Write an index of the rows of `vectors`, (n, dimension) float32, in their order.

        They may be mapped: only their codes are held in memory. Raises OSError when the disk
        refuses.
        """
        save_array(folder / _VECTORS, vectors)
        ProductCodes.write(folder / _CODES, vectors)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The index in `folder`. Raises VectorsMismatch when it is damaged or of another kind."""
        codes = ProductCodes.open(folder / _CODES)
        return cls(codes, _open_vectors(folder / _VECTORS, codes.shape))

    @property
    def kind(self) -> Kind:
        return Kind.QUANTISED

    @property
    def dimension(self) -> int:
        return int(self._vectors.shape[1])

    def __len__(self) -> int:
        return len(self._vectors)

    def search(
        self, question: Vectors, k: int, *, rows: range, wanted: Mask | None = None
    ) -> tuple[Rows, Scores]:
        check_question(question, self.dimension)
        among = len(rows) if wanted is None else int(np.count_nonzero(wanted))
        k = min(k, among)
        if k <= 0:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        candidates = _TIMES * k + _MORE
        if among <= max(SCANNED_EXACTLY, candidates):
            return self._scan(question, k, rows, wanted)
        near = self._codes.find_near(question, candidates, rows=rows, wanted=wanted)
        if len(near) < k:  # as among vectors that are all the same
            return self._scan(question, k, rows, wanted)
        return take_best(near, self.cosines(question, near), k)

    def cosines(self, question: Vectors, rows: Rows) -> Scores:
        return multiply_rows(self._vectors[rows], question)

    def _scan(
        self, question: Vectors, k: int, rows: range, wanted: Mask | None
    ) -> tuple[Rows, Scores]:
        held = self._vectors[rows.start : rows.stop]
        if wanted is None:
            cosines, found = faiss.knn(question, held, k, metric=faiss.METRIC_INNER_PRODUCT)
            return take_best(rows.start + found[0], cosines[0], k)
        places = np.flatnonzero(wanted)
        if len(places) < _SPARSE * len(rows):
            products = multiply_rows(held[places], question)
        else:
            products = multiply_rows(held, question)[places]
        return take_best(rows.start + places, products, k)


def _open_vectors(path: Path, shape: tuple[int, int]) -> Vectors:
    try:
        vectors = np.lib.format.open_memmap(path, mode="r")
    except (OSError, ValueError) as error:
        raise VectorsMismatch(
            f"Expected vectors at {path}; they cannot be read. Build the index anew."
        ) from error
    if vectors.shape != shape or vectors.dtype != np.float32:
        raise VectorsMismatch(
            f"Expected vectors of shape {shape} and float32 at {path}, as its codes are, found "
            f"{vectors.shape} and {vectors.dtype}. Build the index anew."
        )
    # As a plain array: numpy's own class for maps makes each result one of its kind.
    return np.asarray(vectors)
