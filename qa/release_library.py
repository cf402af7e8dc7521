"""The library: releases, their passages and vectors in one SQLite file, the one truth.

A change is one transaction and raises the generation by one. Whatever else answers questions
(FAISS, tantivy) is derived from here and can be made anew. Encodings (a passage's vector and
the codes of its tokens) are content-addressed: kept under the SHA-256 of the encoder's
fingerprint and the exact text encoded, so that what did not change is never encoded twice.

SQLite runs in WAL mode with full synchronisation (https://sqlite.org/wal.html): readers see the
state of one moment and never wait for a writer.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from embeddings.encoder import EncodedPassages
from qa.errors import LibraryError
from qa.placing import place_all_if_outdated, place_releases
from qa.records import Passage, Release
from qa.schema import (
    FILE_NAME,
    RELEASE_COLUMNS,
    EncoderIdentity,
    check_encoder,
    chunks,
    connect,
    marks,
    prepare,
    read_encoder,
    read_generation,
    to_release,
    translated,
)

_LOCK_TIMEOUT_S = 10.0


@dataclass(frozen=True, slots=True)
class IndexedRelease:
    """A release with its passages and, for each passage, the key of its encoding."""

    release: Release
    passages: tuple[Passage, ...]
    encoding_keys: tuple[bytes, ...]


def encoding_key(fingerprint: str, text: str) -> bytes:
    """The key of what the encoder with `fingerprint` makes of `text`: 32 bytes."""
    return hashlib.sha256(f"{fingerprint}\0{text}".encode()).digest()


class Library:
    """A library opened for writing, by one process at a time: a second waits, then is told."""

    def __init__(self, folder: Path) -> None:
        """Open the library in `folder`, making it when there is none.

        Raises LibraryError when the folder cannot be used, holds something else, or another
        process is writing there.
        """
        self._path = folder / FILE_NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
            # Not bound to a thread: the one that closes need not be the one that opened.
            self._lock = FileLock(
                folder / "library.lock", timeout=_LOCK_TIMEOUT_S, thread_local=False
            )
            self._lock.acquire()
        except Timeout as error:
            raise LibraryError(
                f"Another process is writing to the library in {folder}. "
                f"Wait until it is done, then try again."
            ) from error
        except OSError as error:
            raise LibraryError(
                f"The data folder {folder} cannot be used: {error.strerror}. "
                f"Name another one with --data."
            ) from error
        try:
            self._connection = connect(self._path)
            with self._writing() as connection:
                prepare(connection, self._path)
                if place_all_if_outdated(connection):
                    _raise_generation(connection)
        except LibraryError:
            self._lock.release()
            raise

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
        self._connection.close()
        self._lock.release()

    @property
    def path(self) -> Path:
        return self._path

    def claim(self, encoder: EncoderIdentity) -> None:
        """Say whose vectors this library holds; the first to claim it settles it.

        Raises ModelMismatch when it is another encoder, at equal dimension too.
        """
        with self._writing() as connection:
            held = read_encoder(connection)
            if held is None:
                connection.executemany(
                    "INSERT INTO meta VALUES (?, ?)",
                    [
                        ("encoder_name", encoder.name),
                        ("encoder_fingerprint", encoder.fingerprint),
                        ("encoder_dimension", str(encoder.dimension)),
                    ],
                )
            else:
                check_encoder(held, encoder, self._path)

    def read_rules(self) -> str | None:
        """By which rules the passages held were cut and written; None before there are any."""
        with translated(self._path):
            row = self._connection.execute(
                "SELECT value FROM meta WHERE key = 'passages'"
            ).fetchone()
        return None if row is None else str(row[0])

    def read_releases(self) -> list[Release]:
        """Every release held."""
        with translated(self._path):
            rows = self._connection.execute(f"SELECT {RELEASE_COLUMNS} FROM releases r")
            return [to_release(row) for row in rows]

    def find_changed(self, releases: Iterable[Release]) -> list[Release]:
        """Those of `releases` that the library does not hold just as they are."""
        changed: list[Release] = []
        with translated(self._path):
            for release in releases:
                row = self._connection.execute(
                    f"SELECT {RELEASE_COLUMNS} FROM releases r WHERE id = ?", (release.id,)
                ).fetchone()
                if row is None or to_release(row) != release:
                    changed.append(release)
        return changed

    def find_missing(self, keys: Sequence[bytes]) -> set[bytes]:
        """Those of `keys` under which no encoding is kept."""
        with translated(self._path):
            held = {
                row[0]
                for chunk in chunks(keys)
                for row in self._connection.execute(
                    f"SELECT key FROM encodings WHERE key IN ({marks(chunk)})", chunk
                )
            }
        return set(keys) - held

    def keep_encodings(self, keys: Sequence[bytes], encoded: EncodedPassages) -> None:
        """Keep encodings under their keys. The generation stays: nothing refers to them yet."""
        with self._writing() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO encodings VALUES (?, ?, ?)",
                [
                    (key, vector.astype("<f4").tobytes(), tokens.tobytes())
                    for key, vector, tokens in zip(
                        keys, encoded.vectors, encoded.tokens, strict=True
                    )
                ],
            )

    def put(self, entries: Sequence[IndexedRelease], *, rules: str | None = None) -> int:
        """Add `entries`, each in place of what had its id, in one transaction.

        `rules`, where given, are those by which all passages are cut from now on.

        Returns the generation after it, which is raised by one when there are any. Encodings
        that nothing refers to any more go with it.
        """
        with self._writing() as connection:
            if entries:
                now = datetime.now(UTC).isoformat(timespec="seconds")
                for entry in entries:
                    _put_release(connection, entry, now)
                place_releases(connection, [entry.release for entry in entries])
                _forget_encodings(connection)
                _raise_generation(connection)
            if rules is not None:
                connection.execute("INSERT OR REPLACE INTO meta VALUES ('passages', ?)", (rules,))
            return read_generation(connection)

    def remove(self, release_ids: Sequence[str]) -> list[str]:
        """Take releases out, with their passages and encodings; returns the ids that were held.

        The generation is raised by one when there are any. Nothing of them is left in the file:
        what is freed is overwritten, and the write-ahead log emptied.
        """
        with translated(self._path):
            self._connection.execute("PRAGMA secure_delete = ON")
        with self._writing() as connection:
            held = [
                str(row[0])
                for chunk in chunks(list(dict.fromkeys(release_ids)))
                for row in connection.execute(
                    f"SELECT id FROM releases WHERE id IN ({marks(chunk)})", chunk
                )
            ]
            for chunk in chunks(held):
                connection.execute(f"DELETE FROM releases WHERE id IN ({marks(chunk)})", chunk)
            if held:
                _forget_encodings(connection)
                _raise_generation(connection)
        with translated(self._path):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return held

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One write transaction: all of it, or on any error none."""
        with translated(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


def _forget_encodings(connection: sqlite3.Connection) -> None:
    """Drop the encodings that no passage refers to any more."""
    connection.execute("DELETE FROM encodings WHERE key NOT IN (SELECT encoding_key FROM passages)")


def _raise_generation(connection: sqlite3.Connection) -> None:
    connection.execute(
        "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'generation'"
    )
    # A library deleted and made anew, or restored, comes to the same generation again.
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('stamp', lower(hex(randomblob(16))))")


def _put_release(connection: sqlite3.Connection, entry: IndexedRelease, now: str) -> None:
    release = entry.release
    connection.execute("DELETE FROM releases WHERE id = ?", (release.id,))
    cursor = connection.execute(
        "INSERT INTO releases (id, title, published, body, publisher, url, category, language,"
        " indexed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            release.id,
            release.title,
            release.published.isoformat(),
            release.body,
            release.publisher,
            release.url,
            release.category,
            release.language,
            now,
        ),
    )
    connection.executemany(
        "INSERT INTO passages (release_key, ordinal, start, stop, encoding_key)"
        " VALUES (?, ?, ?, ?, ?)",
        [
            (cursor.lastrowid, passage.ordinal, passage.start, passage.end, key)
            for passage, key in zip(entry.passages, entry.encoding_keys, strict=True)
        ],
    )
