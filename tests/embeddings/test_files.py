"""Arrays on the disk: what NumPy reads back, and a disk that refuses."""

import os
from errno import ENOSPC
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from embeddings.files import save_array

ARRAYS = [
    np.arange(9),
    np.arange(12, dtype=np.uint8).reshape(3, 4),
    np.zeros((0, 4), np.float32),
    np.arange(100_000, dtype=np.float32),
]


@pytest.mark.parametrize("array", ARRAYS)
def test_array_is_read_back_as_it_was(tmp_path: Path, array: npt.NDArray[np.generic]) -> None:
    save_array(tmp_path / "array.npy", array)
    read = np.load(tmp_path / "array.npy", allow_pickle=False)
    assert (read.dtype, read.shape, read.tolist()) == (array.dtype, array.shape, array.tolist())


@pytest.mark.parametrize("array", ARRAYS)
def test_full_disk_is_told_of_however_few_numbers(array: npt.NDArray[np.generic]) -> None:
    with pytest.raises(OSError, match=os.strerror(ENOSPC)):
        save_array(Path("/dev/full"), array)
