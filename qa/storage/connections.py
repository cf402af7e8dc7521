"""Connections to a library's file, for its writer and its readers, and what SQLite refuses."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from embeddings.encoder import Progress
from qa.errors import LibraryDamaged, LibraryError
from qa.lazy_regex import lazy_regex
from qa.storage.digests import teach_digest
from qa.storage.values import PUT_BACK

_BUSY_TIMEOUT_S = 30.0
_PAGES = 4096  # copied at a time, between which a program can be interrupted
_REFUSALS = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
_DAMAGES = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_FULL = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
_MISSING = lazy_regex(r"no such (?:table|column|index)|has no column named")
_ADVICE = (
    "It and its folder have to be such that they can be written to, to read from it as well: run "
    "this as the user whose they are, or name a copy of them with --data."
)

_ROOM = " See to its disk, which may have no room left, then try again."


def connect(path: Path) -> sqlite3.Connection:
    with translated(path):
        connection = sqlite3.connect(
            path, timeout=_BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            # From the first change on: what one frees, as a correction does, a later removal
            # would not find to overwrite.
            connection.execute("PRAGMA secure_delete = ON")
            _teach(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection to a library, on a read-only medium too. LibraryError where there is none."""
    with translated(path):
        if not _is_on_read_only_medium(path):
            return _open(path, "mode=rw")
        log = path.with_name(f"{path.name}-wal")
        if log.is_file() and path.with_name(f"{path.name}-shm").is_file():
            # Others may change it, where it is mounted for writing: by these files it is seen.
            return _open(path, "mode=ro")
        if log.is_file() and log.stat().st_size:
            raise LibraryError(
                f"The library {path} is on a read-only medium, and its newest changes are in "
                f"{log.name} beside it, which cannot be read there. Copy both to another folder "
                f"and name it with --data."
            )
        # SQLite makes these files to read, too, unless it is told that nobody changes the library.
        return _open(path, "mode=ro&immutable=1")


def _is_on_read_only_medium(path: Path) -> bool:
    try:
        return bool(os.statvfs(path).f_flag & os.ST_RDONLY)
    except OSError as error:
        raise LibraryError(f"The library {path} cannot be read: {error.strerror}.") from error


def _open(path: Path, how: str) -> sqlite3.Connection:
    """A connection to a file, opened as https://sqlite.org/uri.html has it."""
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?{how}",
        uri=True,
        timeout=_BUSY_TIMEOUT_S,
        isolation_level=None,
        check_same_thread=False,
    )
    _teach(connection)
    return connection


def _teach(connection: sqlite3.Connection) -> None:
    teach_digest(connection)
    # Damaged text may be no UTF-8 any more. It is found by its digest, and keeps nothing else from
    # being read.
    connection.text_factory = lambda content: content.decode(errors="replace")


def empty_log(connection: sqlite3.Connection) -> bool:
    """Empty the write-ahead log, unless somebody reads from it; whether it is empty.

    What was removed stands in the log until then. Outside any transaction.
    """
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(1000 * _BUSY_TIMEOUT_S)}")


def copy_pages(source: sqlite3.Connection, target: sqlite3.Connection, progress: Progress) -> None:
    """Have the file of `target` hold what that of `source` does, in one transaction.

    `progress` is told how many pages are done. Of a source in a transaction it is what that sees,
    whoever changes it meanwhile.
    """
    left: int | None = None

    def tell(_: int, remaining: int, total: int) -> None:
        nonlocal left
        progress((total if left is None else left) - remaining)
        left = remaining

    source.backup(target, pages=_PAGES, progress=tell)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Have what SQLite refuses raised as LibraryError, as LibraryDamaged where its file is."""
    try:
        yield
    except UnicodeDecodeError as error:  # of what SQLite says itself, when it quotes its file
        raise LibraryDamaged(
            f"The library {path} cannot be used: its tables are damaged. {PUT_BACK}"
        ) from error
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _DAMAGES or _MISSING.search(str(error)):
            raise LibraryDamaged(
                f"The library {path} cannot be used: {error}. {PUT_BACK}"
            ) from error
        advice = f" {_ADVICE}" if code in _REFUSALS else _ROOM if code in _FULL else ""
        raise LibraryError(f"The library {path} cannot be used: {error}.{advice}") from error
