"""Nearest neighbours among many: a scan of 8-bit integers, and the best of it measured exactly.

    codes.faiss   every number of the vectors in 8 bits: FAISS's scalar quantiser, read whole
    vectors.npy   (n, dimension) float32, of which a search reads a few hundred rows

All numbers of all vectors have one scale, and so have those of a question: an inner product of
integers is then the cosine but for a factor, and an order needs no factor. FAISS computes it in
integers (QT_8bit_direct_signed), at the speed at which memory delivers them.

Measured on 1,000,000 vectors of 384 dimensions, grown from MiniLM's of real passages, and on as
many random ones, one thread, where a flat index takes 57 ms and reads 1,536 bytes a row:

                                     p50    read, a row   recall@10  @100  of random ones
    this, twice as many rescored     15 ms  384 bytes     1.000     1.000  1.000, 1.000
    8 bits, a range a dimension      41 ms  384 bytes     1.000     1.000
    1 bit (RaBitQ), 1,000 rescored   12 ms   56 bytes      .999      .982
    1 bit, fast scan, 1,000 rescored  7 ms   56 bytes      .999      .983   .761,  .536

The 1-bit ones read three times as many rows to rescore them, and the fast scan takes no range of
rows. A graph (HNSW, 32 links, 400 kept in sight) took 50 s of two threads for 100,000 of these
vectors, and found .989 of the best ten.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Self

import faiss
import numpy as np

from embeddings.encoder import Vectors
from embeddings.errors import VectorsMismatch
from embeddings.faiss_files import read_index, write_index
from embeddings.vector_index import Kind, Rows, Scores, check_question, multiply_rows, take_best

_CODES, _VECTORS = "codes.faiss", "vectors.npy"
_GREATEST = 127  # of a code
_BLOCK = 16_384  # rows in memory at once

# Up to so many rows are scanned as they are: exactly, and about as fast.
SCANNED_EXACTLY = 10_000

# So many by their codes are measured exactly, for k asked for. Of near-duplicates, a hundred
# copies whose cosines with one another are .9996, 2 k find all at 100, but at 10 only .80; k + 100
# find all there.
_TIMES, _MORE = 2, 100


class QuantisedIndex:
    """A VectorIndex that is exact among few rows, and all but exact among many."""

    def __init__(
        self, codes: faiss.IndexScalarQuantizer, vectors: Vectors, *, scanned_exactly: int
    ) -> None:
        self._codes = codes
        self._vectors = vectors
        self._scanned_exactly = scanned_exactly

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
        np.save(folder / _VECTORS, vectors, allow_pickle=False)
        codes = faiss.IndexScalarQuantizer(
            vectors.shape[1],
            faiss.ScalarQuantizer.QT_8bit_direct_signed,
            faiss.METRIC_INNER_PRODUCT,
        )
        greatest = max((_find_greatest(block) for block in _cut(vectors)), default=0.0)
        for block in _cut(vectors):
            codes.add(_quantise(block, greatest))
        write_index(codes, folder / _CODES)

    @classmethod
    def open(cls, folder: Path, *, scanned_exactly: int = SCANNED_EXACTLY) -> Self:
        """The index in `folder`. Raises VectorsMismatch when it is damaged or of another kind.

        Up to `scanned_exactly` rows are searched without their codes.
        """
        codes = read_index(folder / _CODES, faiss.IndexScalarQuantizer)
        if codes.sq.qtype != faiss.ScalarQuantizer.QT_8bit_direct_signed:
            raise VectorsMismatch(
                f"Expected signed codes of 8 bits at {folder / _CODES}, found FAISS's quantiser "
                f"{codes.sq.qtype}. Build the index anew."
            )
        vectors = _open_vectors(folder / _VECTORS, (codes.ntotal, codes.d))
        return cls(codes, vectors, scanned_exactly=scanned_exactly)

    @property
    def kind(self) -> Kind:
        return Kind.QUANTISED

    @property
    def dimension(self) -> int:
        return int(self._vectors.shape[1])

    def __len__(self) -> int:
        return len(self._vectors)

    def search(self, question: Vectors, k: int, *, rows: range) -> tuple[Rows, Scores]:
        check_question(question, self.dimension)
        k = min(k, len(rows))
        if k <= 0:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        if len(rows) <= self._scanned_exactly:
            return self._scan(question, k, rows)
        found = self._find_near(question, min(_TIMES * k + _MORE, len(rows)), rows)
        return take_best(found, self.cosines(question, found), k)

    def cosines(self, question: Vectors, rows: Rows) -> Scores:
        return multiply_rows(self._vectors[rows], question)

    def _scan(self, question: Vectors, k: int, rows: range) -> tuple[Rows, Scores]:
        held = self._vectors[rows.start : rows.stop]
        cosines, found = faiss.knn(question, held, k, metric=faiss.METRIC_INNER_PRODUCT)
        return take_best(rows.start + found[0], cosines[0], k)

    def _find_near(self, question: Vectors, k: int, rows: range) -> Rows:
        """The `k` of `rows` nearest by their codes, ascending, so that they are read in order."""
        parameters = faiss.SearchParameters()
        parameters.sel = faiss.IDSelectorRange(rows.start, rows.stop, True)
        codes = _quantise(question, _find_greatest(question))
        _, found = self._codes.search(codes, k, params=parameters)
        near: Rows = np.sort(found[0])
        return near


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


def _cut(vectors: Vectors) -> Iterator[Vectors]:
    for start in range(0, len(vectors), _BLOCK):
        yield vectors[start : start + _BLOCK]


def _find_greatest(vectors: Vectors) -> float:
    return float(np.abs(vectors).max())


def _quantise(vectors: Vectors, greatest: float) -> Vectors:
    """Integers in floats, as FAISS takes them, `greatest` becoming the greatest code."""
    scale = _GREATEST / greatest if greatest else 0.0
    codes: Vectors = np.rint(vectors * np.float32(scale))
    return codes
