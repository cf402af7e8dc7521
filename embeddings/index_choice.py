"""Which index vectors get: the one that their number asks for."""

from pathlib import Path

from embeddings.encoder import Vectors
from embeddings.flat_index import FlatIndex
from embeddings.quantised_index import SCANNED_EXACTLY, QuantisedIndex
from embeddings.vector_index import Kind, VectorIndex


def choose_kind(vectors: int) -> Kind:
    """The kind of index that so many vectors get.

    Up to as many as are scanned exactly in any case, codes would never be looked at.

    >>> choose_kind(25_000), choose_kind(25_001)
    (<Kind.FLAT: 'flat'>, <Kind.QUANTISED: 'product codes with exact rescoring'>)
    """
    return Kind.FLAT if vectors <= SCANNED_EXACTLY else Kind.QUANTISED


def write_vector_index(folder: Path, vectors: Vectors) -> None:
    """Write an index of the rows of `vectors`, (n, dimension) float32, into `folder`.

    They may be mapped: many are not held in memory. Raises OSError when the disk refuses.
    """
    if choose_kind(len(vectors)) is Kind.FLAT:
        FlatIndex.write(folder, vectors)
    else:
        QuantisedIndex.write(folder, vectors)


def open_vector_index(folder: Path) -> VectorIndex:
    """The index in `folder`, of whatever kind. Raises VectorsMismatch when it is damaged."""
    if QuantisedIndex.is_in(folder):
        return QuantisedIndex.open(folder)
    return FlatIndex.open(folder)
