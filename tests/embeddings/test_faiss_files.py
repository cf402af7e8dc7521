"""FAISS files are written whole, or it is said that they are not."""

from pathlib import Path

import faiss
import numpy as np
import pytest

from embeddings.faiss_files import write_index
from tests.full_disk import largest_file


@pytest.mark.parametrize("rows", [3, 5000])
def test_full_disk_is_an_error_for_few_vectors_too(rows: int, tmp_path: Path) -> None:
    index = faiss.IndexFlatIP(16)
    index.add(np.ones((rows, 16), np.float32))
    with largest_file(64), pytest.raises(OSError, match="File too large"):
        write_index(index, tmp_path / "vectors.faiss")
