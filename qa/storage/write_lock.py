"""Who may write to a library: one process at a time, for which the others wait."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from qa.errors import LibraryBusy, LibraryError

LOCK_NAME = "library.lock"
"""Held by whoever writes to the library."""

_SILENT_S = 10.0
_SHORT_S = 1.0  # as long as a service holds it, to let go of what was removed


@dataclass(frozen=True, slots=True)
class Patience:
    """For how many seconds another writer is waited for, and who is told when that begins, and of
    what else is done before anything is changed."""

    timeout_s: float
    tell: Callable[[str], None]


def lock_library(folder: Path, patience: Patience | None = None) -> FileLock:
    """The lock of the library in `folder`, held. Without `patience` ten seconds are waited.

    Raises LibraryBusy when another process is still writing after that, LibraryError when the
    folder cannot be used.
    """
    # Not bound to a thread: the one that closes need not be the one that opened.
    lock = FileLock(folder / LOCK_NAME, thread_local=False)
    busy = f"Another process is writing to the library in {folder}."
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if patience is not None:
            try:
                return _hold(lock, min(_SHORT_S, patience.timeout_s))
            except Timeout:
                minutes = patience.timeout_s / 60
                patience.tell(f"{busy} Waiting until it is done, {minutes:g} minutes at most.")
        return _hold(lock, _SILENT_S if patience is None else patience.timeout_s)
    except Timeout as error:
        raise LibraryBusy(f"{busy} Wait until it is done, then try again.") from error
    except OSError as error:
        raise LibraryError(
            f"The data folder {folder} cannot be used: {error.strerror}. "
            f"Name another one with --data."
        ) from error


def _hold(lock: FileLock, timeout_s: float) -> FileLock:
    lock.acquire(timeout=timeout_s)
    return lock
