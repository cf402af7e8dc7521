"""Nearest neighbours by exact inner product: FAISS's flat index, in the file vectors.faiss.

What a search costs grows with the rows that it is limited to: some 57 ms for a million of 384
dimensions. `embeddings.quantised_index` is for many.
"""

from pathlib import Path
from typing import Self

import faiss
import numpy as np

from embeddings.encoder import Vectors
from embeddings.faiss_files import read_index, write_index
from embeddings.row_selection import select_rows
from embeddings.vector_index import (
    Kind,
    Mask,
    Rows,
    Scores,
    check_question,
    multiply_rows,
    take_best,
)

_FILE = "vectors.faiss"


class FlatIndex:
    """A VectorIndex that is exact whatever is asked of it."""

    def __init__(self, index: faiss.IndexFlatIP) -> None:
        self._index = index

    @staticmethod
    def write(folder: Path, vectors: Vectors) -> None:
        """Write an index of the rows of `vectors`, (n, dimension) float32, in their order.

        Raises OSError when the disk refuses.
        """
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(np.ascontiguousarray(vectors, dtype=np.float32))
        write_index(index, folder / _FILE)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The index in `folder`. Raises VectorsMismatch when it is damaged or of another kind."""
        return cls(read_index(folder / _FILE, faiss.IndexFlatIP))

    @property
    def kind(self) -> Kind:
        return Kind.FLAT

    @property
    def dimension(self) -> int:
        return int(self._index.d)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def search(
        self, question: Vectors, k: int, *, rows: range, wanted: Mask | None = None
    ) -> tuple[Rows, Scores]:
        check_question(question, self.dimension)
        k = min(k, len(rows) if wanted is None else int(np.count_nonzero(wanted)))
        if k <= 0:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        parameters = faiss.SearchParameters()
        parameters.sel = select_rows(rows, wanted)
        cosines, found = self._index.search(question, k, params=parameters)
        return take_best(found[0], cosines[0], k)

    def cosines(self, question: Vectors, rows: Rows) -> Scores:
        return multiply_rows(self._index.reconstruct_batch(rows), question)
