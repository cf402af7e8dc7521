"""What is in a file, as a digest, and having the disk hold it before anything relies on it."""

import hashlib
import os
from pathlib import Path


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
