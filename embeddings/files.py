"""What is in a file, as a digest, and having the disk hold it before anything relies on it."""

import hashlib
import os
from io import BufferedWriter
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt


def read_digest(path: Path) -> str:
    """The SHA-256 of a file in hex, of its bytes as they are read now."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def flush(path: Path) -> None:
    """Have the disk hold what was written to a file, or renamed within a folder."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def save_array(path: Path, array: npt.NDArray[Any]) -> None:
    """Write an array as `np.save` does. Raises OSError when the disk refuses.

    Of a few numbers NumPy itself would not say so: it leaves them to a buffer of C's, and passes
    over what closing that comes to.
    """
    with path.open("wb") as file:
        np.lib.format.write_array(_Written(file), array, allow_pickle=False)


class _Written:
    """A file as NumPy does not know it for one, so that it has Python write."""

    def __init__(self, file: BufferedWriter) -> None:
        self.write = file.write
