"""A library's file as it stood at one moment: a read transaction that is kept open.

What is asked of it, in terms of releases and passages, is in `qa.storage.snapshot`.
"""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock

from embeddings.encoder import Progress
from qa.errors import LibraryError
from qa.storage.connections import connect_to_read, copy_pages, empty_log, translated
from qa.storage.schema import (
    FILE_NAME,
    Row,
    check_schema,
    read_encoder,
    read_generation,
    read_last_removal,
    read_rules,
    read_stamp,
)
from qa.storage.write_lock import LOCK_NAME

_ROWS = 1000  # how many rows are fetched at a time


class Moment:
    """A read transaction, to be closed. Safe to share between threads; later changes stay out."""

    def __init__(self, folder: Path) -> None:
        """Raises LibraryError when `folder` holds no library."""
        path = folder / FILE_NAME
        if not path.is_file():
            raise LibraryError(
                f"There is no library in {folder}. Build one first: "
                f"qa add PATH --data {folder} (or scripts/build_index.py in a checkout)."
            )
        self.path = path
        self._lock = threading.Lock()
        self._inode = path.stat().st_ino
        self._connection = connect_to_read(path)
        with ExitStack() as unless_opened, translated(path):
            unless_opened.callback(self._connection.close)
            self._connection.execute("BEGIN")
            check_schema(self._connection, path)
            self.generation = read_generation(self._connection)
            self.stamp = read_stamp(self._connection)
            self.encoder = read_encoder(self._connection)
            self.rules = read_rules(self._connection)
            self.last_removal = read_last_removal(self._connection)
            unless_opened.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def is_current(self) -> bool:
        """Whether the library is still as it was then.

        Raises LibraryError when it cannot be read any more.
        """
        try:
            if self.path.stat().st_ino != self._inode:
                return False
        except OSError as error:
            raise LibraryError(
                f"The library {self.path} cannot be read: {error.strerror}."
            ) from error
        with closing(connect_to_read(self.path)) as connection, translated(self.path):
            return read_stamp(connection) == self.stamp

    def let_go_of_log(self) -> bool:
        """Read from the library's file instead of from its write-ahead log, and empty that.

        A log that is read from cannot be emptied: it would grow, and keep what was removed. Whether
        it is empty; not while somebody writes, nor once there is a newer generation.
        """
        log = self.path.with_name(f"{self.path.name}-wal")
        if not log.is_file() or not log.stat().st_size:
            return True
        with ExitStack() as held:
            try:
                held.enter_context(FileLock(self.path.with_name(LOCK_NAME), timeout=0))
            except OSError:  # it is held, or the folder cannot be written to
                return False
            if not self.is_current():
                return False
            held.enter_context(self._lock)
            held.enter_context(translated(self.path))
            # Nobody writes meanwhile, so what is read after it is what was read before.
            self._connection.execute("ROLLBACK")
            try:
                return empty_log(self._connection)
            finally:
                # Also where the disk refuses: without it later changes would show.
                self._connection.execute("BEGIN")
                read_stamp(self._connection)

    def copy_to(self, path: Path, progress: Progress) -> None:
        """Write the library as it stood to a file of its own, all of it, with no log beside it.

        `progress` is told how many pages are done. Raises LibraryError when the disk refuses,
        LibraryDamaged when the library cannot be read.
        """
        with translated(path), closing(sqlite3.connect(path)) as copy:
            with self._lock:
                copy_pages(self._connection, copy, progress)
            copy.execute("PRAGMA journal_mode = DELETE")

    def find_stamp(self, generation: int) -> str | None:
        """What tells a generation of this library's past from that of any other; None: none.

        A library deleted and made anew, or restored, comes to the same generations again.
        """
        rows = self.query("SELECT stamp FROM generations WHERE generation = ?", (generation,))
        return rows[0][0] if rows else None

    def has_been(self, stamp: str) -> bool:
        """Whether this is, or once was, the state of the library with this stamp."""
        return bool(self.query("SELECT 1 FROM generations WHERE stamp = ? LIMIT 1", (stamp,)))

    def stream(self, sql: str, values: Sequence[object]) -> Iterator[Row]:
        """The rows of a query one by one, so that a large library need not fit in memory."""
        with translated(self.path), self._lock:
            cursor = self._connection.execute(sql, values)
        while True:
            with translated(self.path), self._lock:
                rows = cursor.fetchmany(_ROWS)
            if not rows:
                return
            yield from rows

    def query(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of a query."""
        with translated(self.path), self._lock:
            return self._connection.execute(sql, values).fetchall()
