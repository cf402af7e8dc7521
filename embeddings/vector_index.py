"""What an index of vectors is: the seam behind which searching few and searching many differ.

An index is written once into a folder, opened there memory-mapped, so that processes share its
pages, and never changes. None of its files carries a checksum of its own, and all load with
flipped bits: whoever opens an index verifies its files first.
"""

from enum import Enum
from typing import Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

from embeddings.encoder import Vectors
from embeddings.errors import VectorsMismatch

Rows: TypeAlias = npt.NDArray[np.int64]
Scores: TypeAlias = npt.NDArray[np.float32]
Mask: TypeAlias = npt.NDArray[np.bool_]


class Kind(Enum):
    """How an index searches. The value is what a reader is told."""

    FLAT = "flat"
    QUANTISED = "product codes with exact rescoring"


class VectorIndex(Protocol):
    """Unit vectors in the rows they were given in. Safe for concurrent searches."""

    @property
    def kind(self) -> Kind: ...

    @property
    def dimension(self) -> int: ...

    def __len__(self) -> int: ...

    def search(
        self, question: Vectors, k: int, *, rows: range, wanted: Mask | None = None
    ) -> tuple[Rows, Scores]:
        """The `k` rows nearest to `question` among `rows`, best first, with their cosines.

        `question` is (1, dimension); `rows` is contiguous, so that rows in order of date give a
        limit by date that is exact and cheaper than none. `wanted`, (len(rows),), says which of
        them count, where not all do. Fewer than `k` come back when there are fewer. Equal cosines
        are in the order of their rows; of those that tie for the last place any may be left out.
        Raises VectorsMismatch for another dimension.
        """
        ...

    def cosines(self, question: Vectors, rows: Rows) -> Scores:
        """The cosine of `question`, (1, dimension), with each of `rows`, in their order.

        Each is the same to the last digit whichever others are asked for.
        """
        ...


def describe(index: VectorIndex) -> str:
    """How an index searches and how much it holds: "flat, 12,345 vectors"."""
    return f"{index.kind.value}, {len(index):,} vectors"


def check_question(question: Vectors, dimension: int) -> None:
    """Raise VectorsMismatch unless `question` is one vector of the dimension."""
    if question.shape != (1, dimension):
        raise VectorsMismatch(
            f"The index holds vectors of {dimension} dimensions, the question has shape "
            f"{question.shape}. Use the encoder that the index was built with."
        )


def multiply_rows(held: Vectors, question: Vectors) -> Scores:
    """The inner product of `question`, (1, dimension), with each row: (n, dim) -> (n,).

    Row by row, where BLAS would give it other last digits by how many there are.
    """
    products: Scores = np.einsum("nd,d->n", held, question[0])
    return products


def take_best(rows: Rows, cosines: Scores, k: int) -> tuple[Rows, Scores]:
    """The best `k` of `rows`, best first, equal ones in the order of their rows.

    Of those that tie for the last place any may be left out.
    """
    if k < len(rows):  # the best apart first: sorting is what takes long
        best = np.argpartition(-cosines, k)[:k]
        rows, cosines = rows[best], cosines[best]
    order = np.lexsort((rows, -cosines))
    return rows[order], cosines[order]
