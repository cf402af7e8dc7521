"""Nearest neighbours by exact inner product: FAISS's flat index.

Rows keep the order they are given in, so a caller that orders them by date gets a date filter as
a slice, exact and cheaper than no filter. A FAISS file carries no checksum of its own and loads
with flipped bits: whoever calls `open` verifies the file first.
"""

from pathlib import Path
from typing import Self

import faiss
import numpy as np
import numpy.typing as npt

from embeddings.encoder import Vectors
from embeddings.errors import VectorsMismatch

Rows = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]


class FlatIndex:
    """Unit vectors, searched exactly. Safe for concurrent searches; it never changes."""

    def __init__(self, index: faiss.IndexFlatIP) -> None:
        self._index = index
        self._vectors: Vectors = faiss.rev_swig_ptr(index.get_xb(), index.ntotal * index.d).reshape(
            index.ntotal, index.d
        )

    @classmethod
    def build(cls, vectors: Vectors) -> Self:
        """An index of the rows of `vectors`, (n, dimension) float32, in their order."""
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(np.ascontiguousarray(vectors, dtype=np.float32))
        return cls(index)

    @classmethod
    def open(cls, path: Path) -> Self:
        """The index saved at `path`. Raises VectorsMismatch when it is of another kind."""
        try:
            index = faiss.read_index(str(path))
        except RuntimeError as error:
            raise VectorsMismatch(
                f"Expected a FAISS flat index at {path}; it cannot be read. Build the index anew."
            ) from error
        if not isinstance(index, faiss.IndexFlatIP):
            raise VectorsMismatch(
                f"Expected a FAISS IndexFlatIP at {path}, found {type(index).__name__}. "
                f"Build the index anew."
            )
        return cls(index)

    def save(self, path: Path) -> None:
        faiss.write_index(self._index, str(path))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        return int(self._index.d)

    def search(self, question: Vectors, k: int, *, rows: range) -> tuple[Rows, Scores]:
        """The `k` rows nearest to `question` among `rows`, best first, with their cosines.

        `question` is (1, dimension); `rows` is contiguous. Fewer than `k` come back when there
        are fewer. Raises VectorsMismatch for another dimension.
        """
        if question.shape != (1, self.dimension):
            raise VectorsMismatch(
                f"The index holds vectors of {self.dimension} dimensions, the question has shape "
                f"{question.shape}. Use the encoder that the index was built with."
            )
        k = min(k, len(rows))
        if k <= 0:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        parameters = faiss.SearchParameters()
        parameters.sel = faiss.IDSelectorRange(rows.start, rows.stop, True)
        scores, found = self._index.search(question, k, params=parameters)
        kept = found[0] >= 0
        return found[0][kept].astype(np.int64), scores[0][kept]

    def cosines(self, question: Vectors, rows: Rows) -> Scores:
        """The cosine of `question`, (1, dimension), with each of `rows`, in their order."""
        cosines: Scores = self._vectors[rows] @ question[0]  # (n, dim) @ (dim,) -> (n,)
        return cosines
