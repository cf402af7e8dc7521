"""The library: releases, their passages and vectors in one SQLite file, the one truth.

A change is one transaction and raises the generation by one. Whatever else answers questions
(FAISS, tantivy) is derived from here and can be made anew. Encodings (a passage's vector and
the codes of its tokens) are content-addressed: kept under the SHA-256 of the encoder's
fingerprint and the exact text encoded, so that what did not change is never encoded twice.

SQLite runs in WAL mode with full synchronisation (https://sqlite.org/wal.html): readers see the
state of one moment and never wait for a writer.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from embeddings.encoder import EncodedPassages
from qa.records import Release
from qa.storage.connections import connect, connect_to_read, empty_log, translated
from qa.storage.digests import (
    ENCODING_DIGEST,
    IS_HELD,
    RELEASE_DIGEST,
    digest,
    digest_release,
)
from qa.storage.migrations import back_up_if_older, can_migrate, prepare, remove_copies
from qa.storage.noting_corrections import note_all_if_outdated, note_corrections
from qa.storage.placing import place_all_if_outdated, place_releases
from qa.storage.release_rows import (
    NOBODY,
    UNFINISHED,
    Applied,
    HeldBy,
    IndexedRelease,
    find_encodings,
    find_held,
    forget_encodings,
    forget_source,
    is_unfinished,
    note_source,
    put_release,
    raise_generation,
    remove_releases,
)
from qa.storage.schema import (
    FILE_NAME,
    RELEASE_COLUMNS,
    EncoderIdentity,
    check_encoder,
    chunks,
    marks,
    read_encoder,
    read_generation,
    read_rules,
    to_release,
)
from qa.storage.write_lock import Patience, lock_library


def is_of_earlier_version(folder: Path) -> bool:
    """Whether `folder` holds a library that to open it would bring up to date."""
    path = folder / FILE_NAME
    if not path.is_file():
        return False
    with closing(connect_to_read(path)) as connection, translated(path):
        return can_migrate(connection)


class Library:
    """A library opened for writing, by one process at a time: a second waits, then is told."""

    def __init__(self, folder: Path, patience: Patience | None = None) -> None:
        """Open the library in `folder`, making it when there is none.

        Another process that is writing there is waited for as `lock_library` does. Raises
        LibraryBusy when it goes on, LibraryError when the folder cannot be used or holds something
        else.
        """
        self._path = folder / FILE_NAME
        self._lock = lock_library(folder, patience)
        with ExitStack() as unless_opened:
            unless_opened.callback(self._lock.release)
            self._connection = connect(self._path)
            unless_opened.callback(self._connection.close)
            with translated(self._path):
                copy = back_up_if_older(self._connection, self._path)
            with self._writing() as connection:
                prepare(connection, self._path)
                placed = place_all_if_outdated(connection)
                if note_all_if_outdated(connection) or placed:
                    raise_generation(connection)
                self._interrupted = is_unfinished(connection)
            unless_opened.pop_all()
        if copy is not None and patience is not None:
            patience.tell(
                f"The library {self._path} was of an earlier version of the program. It has been "
                f"brought up to date; as it was it stays in {copy}."
            )

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
            return read_rules(self._connection)

    def list_ids(self) -> list[str]:
        """Of every release held that is as it was written, in the order of publication."""
        with translated(self._path):
            rows = self._connection.execute(
                f"SELECT id FROM releases WHERE digest IS {RELEASE_DIGEST} ORDER BY published, id"
            )
            return [str(release_id) for (release_id,) in rows]

    def read_releases(self, release_ids: Sequence[str]) -> list[Release]:
        """Those of these ids that are held."""
        with translated(self._path):
            return [
                to_release(row)
                for part in chunks(release_ids)
                for row in self._connection.execute(
                    f"SELECT {RELEASE_COLUMNS} FROM releases r WHERE id IN ({marks(part)})", part
                )
            ]

    def find_changed(self, releases: Iterable[Release]) -> list[Release]:
        """Those of `releases` that the library does not hold just as they are, or damaged."""
        changed: list[Release] = []
        with translated(self._path):
            for release in releases:
                known = (release.id, digest_release(release))
                if self._connection.execute(IS_HELD, known).fetchone() is None:
                    changed.append(release)
        return changed

    def find_missing(self, keys: Sequence[bytes]) -> set[bytes]:
        """Those of `keys` under which no encoding is kept, or a damaged one."""
        with translated(self._path):
            held = {
                row[0]
                for chunk in chunks(keys)
                for row in self._connection.execute(
                    "SELECT key FROM encodings JOIN encoding_digests ON encoding_key = key"
                    f" WHERE key IN ({marks(chunk)}) AND digest = {ENCODING_DIGEST}",
                    chunk,
                )
            }
        return set(keys) - held

    def keep_encodings(self, keys: Sequence[bytes], encoded: EncodedPassages) -> None:
        """Keep encodings under their keys, in place of what is there. The generation stays."""
        rows = [
            (key, vector.astype("<f4").tobytes(), tokens.tobytes())
            for key, vector, tokens in zip(keys, encoded.vectors, encoded.tokens, strict=True)
        ]
        with self._writing() as connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, '1')", (UNFINISHED,))
            connection.executemany(
                "INSERT INTO encodings VALUES (?, ?, ?) ON CONFLICT (key)"
                " DO UPDATE SET vector = excluded.vector, tokens = excluded.tokens",
                rows,
            )
            connection.executemany(
                "INSERT OR REPLACE INTO encoding_digests VALUES (?, ?)",
                [(row[0], digest(*row)) for row in rows],
            )

    def put(
        self,
        entries: Sequence[IndexedRelease],
        *,
        remove: Sequence[str] = (),
        rules: str | None = None,
        held_by: HeldBy = NOBODY,
    ) -> Applied:
        """Add `entries`, each in place of what had its id, and take out others: one transaction.

        What is replaced by something different is kept as an earlier version; what is removed goes
        with its passages, encodings and history. `rules`, where given, are those by which all
        passages are cut from now on. `held_by` says which releases a source holds, in place of what
        was noted of it before; None, that it is followed no more.

        The generation is raised by one when anything is added, replaced or removed. Nothing of what
        is removed is left in the file: what is freed is overwritten, and the write-ahead log
        emptied, by the last who reads from it (`Snapshot.let_go_of_log`) if not here. Nor in the
        copy that a migration left: that goes.
        """
        now = datetime.now(UTC).isoformat(timespec="seconds")
        ids = [entry.release.id for entry in entries]
        with self._writing() as connection:
            held = find_held(connection, ids)
            removed = [] if not remove else find_held(connection, sorted(remove))
            if removed:
                # Before it is said to be done, so that a removal broken off here is made again.
                remove_copies(self._path)
            dropped = find_encodings(connection, [*ids, *removed])
            for entry in entries:
                put_release(connection, entry, now)
            remove_releases(connection, removed)
            changes = bool(entries or removed)
            if changes:
                releases = [entry.release for entry in entries]
                place_releases(connection, releases)
                note_corrections(connection, releases)
                # Those of a run that was stopped before it put its releases go too. Until then they
                # stay, and are noted: that run may yet be made again.
                forget_encodings(connection, None if self._interrupted else dropped)
                connection.execute("DELETE FROM meta WHERE key = ?", (UNFINISHED,))
                raise_generation(connection)
            for source, holding in held_by.items():
                if holding is None:
                    forget_source(connection, source)
                else:
                    # To the microsecond: by it one reading is told from the next.
                    note_source(connection, source, holding, datetime.now(UTC).isoformat())
            if rules is not None:
                connection.execute("INSERT OR REPLACE INTO meta VALUES ('passages', ?)", (rules,))
            generation = read_generation(connection)
        if changes:
            self._interrupted = False
        if remove:
            with translated(self._path):
                empty_log(self._connection)
        known = frozenset(held)
        return Applied(
            generation=generation,
            added=tuple(each for each in ids if each not in known),
            replaced=tuple(held),
            removed=tuple(removed),
        )

    def remove(self, release_ids: Sequence[str]) -> Applied:
        """Take releases out, as `put` does."""
        return self.put([], remove=release_ids)

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
