"""Which of many rows are near, by codes of 2 bits a number: a product quantiser, scanned fast.

Vectors are turned by a rotation drawn at random, so that no dimension outweighs another, and cut
into pairs of numbers. Of a pair the nearest of 16 points is kept that were learnt from a sample:
4 bits (Jégou et al. 2011, https://doi.org/10.1109/TPAMI.2010.57). A question's products with the
points are tables small enough for the processor's registers, where 32 rows are looked up at once
(André et al. 2019, https://arxiv.org/abs/1812.09162; FAISS's fast scan).

FAISS reads the lists of its fast scan into memory, but leaves those of its plain IndexIVFPQ in
their file. So the codes lie there as the one list of such an index, in the order in which the fast
scan wants them, and are handed to it when they are opened.
"""

import math
from pathlib import Path
from typing import Self

import faiss
import numpy as np

from embeddings.encoder import Vectors
from embeddings.errors import VectorsMismatch
from embeddings.faiss_files import read_index, write_index
from embeddings.row_selection import select_rows
from embeddings.vector_index import Mask, Rows

_BITS = 4  # of a pair
_TOGETHER = 32  # rows that are looked up at once, whose codes lie interleaved
_SAMPLE = 4096  # rows that the points are learnt from: 256 for each
_SEED = 1
_BLOCK = 16_384  # rows in memory at once


class ProductCodes:
    """Codes of vectors, in their rows. Safe for concurrent searches.

    A search keeps to the thread that asks, so that those side by side have a core each.
    """

    def __init__(self, whole: faiss.IndexPreTransform, filed: faiss.IndexIVFPQ) -> None:
        self._whole = whole  # what follows is parts of it, or reads them
        chain = whole.chain
        self._rotation = faiss.downcast_VectorTransform(chain.at(0))  # type: ignore[attr-defined]
        self._scan = _make_scan(filed.d, filed.quantizer)
        self._scan.replace_invlists(filed.invlists, False)  # type: ignore[arg-type]
        self._scan.pq = filed.pq
        self._scan.ntotal = filed.ntotal
        self._scan.is_trained = True

    @staticmethod
    def write(path: Path, vectors: Vectors) -> None:
        """Write the codes of the rows of `vectors`, (n, dimension) float32, in their order.

        They may be mapped: only their codes are held in memory. Raises OSError when the disk
        refuses.
        """
        dimension = vectors.shape[1]
        rotation = faiss.RandomRotationMatrix(dimension, dimension)
        rotation.init(_SEED)
        place = faiss.IndexFlatIP(dimension)
        place.add(np.zeros((1, dimension), np.float32))  # of the one list
        scan = _make_scan(dimension, place)
        scan.train(rotation.apply(_draw_sample(vectors)))
        for start in range(0, len(vectors), _BLOCK):
            block = np.ascontiguousarray(vectors[start : start + _BLOCK], np.float32)
            scan.add(rotation.apply(block))
        write_index(faiss.IndexPreTransform(rotation, _file(scan)), path)

    @classmethod
    def open(cls, path: Path) -> Self:
        """The codes in the file at `path`, mapped. Raises VectorsMismatch unless it holds them."""
        whole = read_index(path, faiss.IndexPreTransform)
        filed = faiss.downcast_index(whole.index)
        if not isinstance(filed, faiss.IndexIVFPQ) or filed.pq.nbits != _BITS:
            raise VectorsMismatch(
                f"Expected an IndexIVFPQ with codes of {_BITS} bits at {path}, found "
                f"{type(filed).__name__}. Build the index anew."
            )
        return cls(whole, filed)

    @property
    def shape(self) -> tuple[int, int]:
        """How many vectors they are of, and their dimension."""
        return int(self._scan.ntotal), int(self._scan.d)

    def find_near(
        self, question: Vectors, count: int, *, rows: range, wanted: Mask | None = None
    ) -> Rows:
        """The `count` of `rows` nearest to `question`, (1, dimension), by their codes, ascending.

        `wanted`, (len(rows),), says which of them count, where not all do. May return fewer: FAISS
        drops rows whose product is the lowest that codes can express.
        """
        parameters = faiss.SearchParametersIVF()
        parameters.sel = select_rows(rows, wanted)
        turned = self._rotation.apply(question)
        _, found = self._scan.search(turned, count, params=parameters)
        near: Rows = np.sort(found[0][found[0] >= 0])
        return near


def _make_scan(dimension: int, place: faiss.Index) -> faiss.IndexIVFPQFastScan:
    """A fast scan of one list; `place` has its vector, which FAISS asks for and no search heeds."""
    pieces = dimension // math.gcd(dimension, 2)  # pairs, or numbers when they make no pairs
    scan = faiss.IndexIVFPQFastScan(
        place, dimension, 1, pieces, _BITS, faiss.METRIC_INNER_PRODUCT, _TOGETHER
    )
    # Of fewer vectors than points are best learnt from, it would warn.
    scan.pq.cp.min_points_per_centroid = 1
    return scan


def _draw_sample(vectors: Vectors) -> Vectors:
    """Rows to learn from; few are repeated, as there have to be as many as points at least."""
    random = np.random.default_rng(_SEED)
    drawn = random.choice(len(vectors), min(_SAMPLE, len(vectors)), replace=False)
    sample = np.asarray(vectors[np.sort(drawn)], np.float32)
    return np.resize(sample, (max(len(sample), 2**_BITS), vectors.shape[1]))


def _file(scan: faiss.IndexIVFPQFastScan) -> faiss.IndexIVFPQ:
    """The plain index that holds the scan's list as it is."""
    filed = faiss.IndexIVFPQ(
        scan.quantizer, scan.d, 1, scan.pq.M, _BITS, faiss.METRIC_INNER_PRODUCT
    )
    filed.by_residual = False
    filed.pq = scan.pq
    filed.is_trained = True
    filed.ntotal = scan.ntotal
    # Whole blocks of rows: those that fill the last one are in no range that is searched.
    rows = np.arange(-(-scan.ntotal // _TOGETHER) * _TOGETHER)
    packed = scan.invlists.get_codes(0)  # type: ignore[union-attr]
    filed.invlists.add_entries(0, len(rows), faiss.swig_ptr(rows), packed)  # type: ignore[union-attr]
    return filed
