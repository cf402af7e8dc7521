"""FAISS files are written whole, or it is said that they are not."""

from pathlib import Path

import faiss
import numpy as np
import pytest

from embeddings.faiss_files import write_index

FULL = Path("/dev/full")  # refuses whatever is written to it


# macOS has no such device, and without root a real disk cannot be filled.
@pytest.mark.skipif(not FULL.exists(), reason="/dev/full is there on Linux alone")
@pytest.mark.parametrize("rows", [3, 5000])
def test_full_disk_is_an_error_for_few_vectors_too(rows: int) -> None:
    index = faiss.IndexFlatIP(16)
    index.add(np.ones((rows, 16), np.float32))
    with pytest.raises(OSError, match="No space left"):
        write_index(index, FULL)
