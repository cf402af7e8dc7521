"""What the workers of a service have in common: files of one folder, in the memory of each.

Nothing is said from one to another. Each notes where it stands in a row of its own, which the
others read; what they all change, they change one at a time. A service of one worker has the same
in its own memory.
"""

import asyncio
import fcntl
import logging
import os
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Place:
    """Which of so many workers one is. `replaces` one that ended, while the others answer."""

    folder: Path
    workers: int
    number: int
    replaces: bool = False


class Commons:
    """Arrays and locks that workers share; those of one that is alone are its own."""

    def __init__(self, place: Place | None = None) -> None:
        self._place = place

    @property
    def folder(self) -> Path | None:
        """Where they are; None: in this process alone."""
        return self._place.folder if self._place else None

    @property
    def workers(self) -> int:
        return self._place.workers if self._place else 1

    @property
    def number(self) -> int:
        """Which of the workers this is, from 0."""
        return self._place.number if self._place else 0

    def open_array(
        self, name: str, shape: tuple[int, ...], dtype: npt.DTypeLike
    ) -> npt.NDArray[Any]:
        """The array of this name, zeros where nobody has written: the same memory for all."""
        if self._place is None:
            return np.zeros(shape, dtype)
        path = self._place.folder / name
        with path.open("ab") as file:
            # Whoever comes first makes it so long; for the others that changes nothing.
            file.truncate(int(np.prod(shape)) * np.dtype(dtype).itemsize)
        return np.memmap(path, dtype, "r+", shape=shape)

    def open_lock(self, name: str) -> "Lock":
        """A lock that one worker at a time holds; of one that is alone, open to it at any time."""
        return Lock(None if self._place is None else self._place.folder / name)


_TRY_EVERY_S = 0.01


class Lock:
    """A lock of a file, which the system lets go of when its holder dies.

    It keeps workers apart, not the threads of one: the caller sees to it that one thread at a time
    enters (flock(2) is of the open file, which they share).
    """

    def __init__(self, path: Path | None) -> None:
        self._descriptor = None if path is None else os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        self._freed_at = float("-inf")

    def __enter__(self) -> None:
        if self._descriptor is not None:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX)

    def __exit__(self, *_: object) -> None:
        self._let_go()

    def _let_go(self) -> None:
        if self._descriptor is not None:
            fcntl.flock(self._descriptor, fcntl.LOCK_UN)
            self._freed_at = time.monotonic()

    @contextmanager
    def held_before(self, deadline: float) -> Iterator[None]:
        """Hold it within the block, which is entered before `deadline`, in seconds of
        time.monotonic(), or not at all. Raises TimeoutError.

        Nobody can be called back from waiting in flock(2), so it is tried for again and again.
        """
        if self._descriptor is not None:
            # Whoever had it last leaves the others the time to try.
            self._sleep_until(min(self._freed_at + 2 * _TRY_EVERY_S, deadline))
        while not self._try(deadline):
            self._sleep_until(min(time.monotonic() + _TRY_EVERY_S, deadline))
        try:
            yield
        finally:
            self._let_go()

    def _try(self, deadline: float) -> bool:
        """Whether it is held now."""
        if time.monotonic() >= deadline:
            raise TimeoutError
        if self._descriptor is not None:
            try:
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
        return True

    @staticmethod
    def _sleep_until(moment: float) -> None:
        time.sleep(max(0.0, moment - time.monotonic()))


_GENERATION, _WORKING, _WAITING, _BEATS, _HANGS, _FOLLOWED = _COLUMNS = range(6)
_BEAT_EVERY_S = 0.5
_log = logging.getLogger(__name__)


class Board:
    """Where each worker stands: the generation that it answers from, when that was last seen to be
    the library's, its questions and its beats."""

    def __init__(self, commons: Commons) -> None:
        # (workers, columns): a cell is written by one worker alone, and in one piece.
        self._rows = commons.open_array("board", (commons.workers, len(_COLUMNS)), np.int64)
        self._own = self._rows[commons.number]

    def note_generation(self, generation: int) -> None:
        """Note what this worker answers from."""
        self._own[_GENERATION] = generation

    def note_followed(self) -> None:
        """Note that what this worker answers from is, by now, the library's newest."""
        self._own[_FOLLOWED] = time.time()

    def note_questions(self, *, working: int, waiting: int) -> None:
        """Note how many questions this worker is at, and how many wait for it."""
        self._own[_WORKING], self._own[_WAITING] = working, waiting

    @asynccontextmanager
    async def beating(self, hangs: Callable[[], bool]) -> AsyncIterator[None]:
        """Beat for this worker meanwhile, as long as its event loop goes round and nothing else
        `hangs`."""

        async def beat() -> None:
            while True:
                did, does = bool(self._own[_HANGS]), hangs()
                self._own[_HANGS] = does
                if not does:
                    self._own[_BEATS] += 1
                if does and not did:
                    _log.error("Every thread is held by a question that does not end.")
                await asyncio.sleep(_BEAT_EVERY_S)

        task = asyncio.create_task(beat())
        try:
            yield
        finally:
            task.cancel()

    def count_beats(self, number: int) -> int:
        """How often a worker has beaten; 0 before it begins to serve."""
        return int(self._rows[number, _BEATS])

    def clear(self, number: int) -> bool:
        """Note that a worker has ended; whether it ever could answer."""
        could_answer = bool(self._rows[number, _GENERATION])
        self._rows[number] = 0
        return could_answer

    def has_reached(self, generation: int) -> bool:
        """Whether no worker answers from an earlier generation."""
        noted = self._rows[:, _GENERATION]
        return bool(((noted == 0) | (noted >= generation)).all())

    @property
    def is_ready(self) -> bool:
        """Whether every worker can answer questions."""
        return bool(((self._rows[:, _GENERATION] > 0) & (self._rows[:, _HANGS] == 0)).all())

    @property
    def generation(self) -> int:
        """The earliest that a worker answers from; 0 while one cannot answer."""
        return int(self._rows[:, _GENERATION].min())

    @property
    def followed_at(self) -> int:
        """When the worker that is furthest behind last answered from the library's newest, in
        seconds since 1970; 0 while one has not yet."""
        return int(self._rows[:, _FOLLOWED].min())

    @property
    def working(self) -> int:
        """How many questions are being worked on, by all workers."""
        return int(self._rows[:, _WORKING].sum())

    @property
    def waiting(self) -> int:
        """How many wait, for all workers."""
        return int(self._rows[:, _WAITING].sum())
