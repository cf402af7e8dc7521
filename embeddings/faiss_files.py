"""FAISS indexes on disk, read memory-mapped, with FAISS's errors told in the project's own.

The flag is described with https://github.com/facebookresearch/faiss/pull/4199: the codes of an
index stay in its file, and the pages that a search touches are read and shared.
"""

import errno
from pathlib import Path
from typing import TypeVar

import faiss

from embeddings.errors import VectorsMismatch

_Index = TypeVar("_Index")


def read_index(path: Path, kind: type[_Index]) -> _Index:
    """The index of that kind in the file at `path`, mapped.

    Raises VectorsMismatch when it cannot be read, or is of another kind.
    """
    try:
        index = faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)
    except RuntimeError as error:
        raise VectorsMismatch(
            f"Expected a FAISS {kind.__name__} at {path}; it cannot be read. Build the index anew."
        ) from error
    if type(index) is not kind:
        raise VectorsMismatch(
            f"Expected a FAISS {kind.__name__} at {path}, found {type(index).__name__}. "
            f"Build the index anew."
        )
    return index


def write_index(index: faiss.Index, path: Path) -> None:
    """Write an index to a file. Raises OSError when the disk refuses."""
    try:
        # Not by its name: what FAISS cannot write when it closes a file, it loses without an error.
        with path.open("wb") as file:
            writer = faiss.PyCallbackIOWriter(file.write)  # type: ignore[attr-defined]
            faiss.write_index(index, writer)
    except RuntimeError as error:
        raise OSError(errno.EIO, f"FAISS cannot write it: {error}", str(path)) from error
