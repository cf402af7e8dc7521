"""What a change does to the rows of a library, inside its transaction (`release_library`)."""

import hashlib
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from qa.records import Held, Passage, Release
from qa.storage.digests import RELEASE_DIGEST, VERSION_DIGEST, digest, digest_release
from qa.storage.schema import chunks, marks, to_row

HeldBy: TypeAlias = Mapping[str, Held | None]
"""What a source holds, by its name; None: it is followed no more."""

NOBODY: HeldBy = MappingProxyType({})
"""No source of which anything is to be noted."""

UNFINISHED = "unfinished"
"""Noted in `meta` while encodings are kept whose releases are still to come."""


@dataclass(frozen=True, slots=True)
class IndexedRelease:
    """A release with its passages, and for each the key of its encoding and its analysis."""

    release: Release
    passages: tuple[Passage, ...]
    encoding_keys: tuple[bytes, ...]
    analyses: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """What a change did: the generation after it, and ids of releases.

    `replaced` were held before, the same or different.
    """

    generation: int
    added: tuple[str, ...]
    replaced: tuple[str, ...]
    removed: tuple[str, ...]


def encoding_key(fingerprint: str, text: str) -> bytes:
    """The key of what the encoder with `fingerprint` makes of `text`: 32 bytes."""
    return hashlib.sha256(f"{fingerprint}\0{text}".encode()).digest()


def find_held(connection: sqlite3.Connection, release_ids: Sequence[str]) -> list[str]:
    """Those of the ids that a release is held under, each once."""
    return [
        str(release_id)
        for chunk in chunks(list(dict.fromkeys(release_ids)))
        for (release_id,) in connection.execute(
            f"SELECT id FROM releases WHERE id IN ({marks(chunk)})", chunk
        )
    ]


def remove_releases(connection: sqlite3.Connection, release_ids: Sequence[str]) -> None:
    """Drop releases with their passages, their history and where they came from.

    That something was removed at the generation to come is noted, for the index to drop it too.
    """
    if release_ids:
        connection.execute(
            "INSERT OR REPLACE INTO meta"
            " SELECT 'last_removal', coalesce(max(generation), 0) + 1 FROM generations"
        )
    for table, column in (
        ("releases", "id"),
        ("versions", "release_id"),
        ("source_releases", "release_id"),
    ):
        for chunk in chunks(release_ids):
            connection.execute(f"DELETE FROM {table} WHERE {column} IN ({marks(chunk)})", chunk)


def note_source(connection: sqlite3.Connection, source: str, held: Held, now: str) -> None:
    """Note which releases a source holds, in place of what was noted of it before.

    When it was last read whole is noted as `now`, or else stays; empty until it is for once.
    """
    connection.execute("INSERT OR IGNORE INTO sources VALUES (?, '')", (source,))
    if held.is_whole:
        connection.execute("UPDATE sources SET read_at = ? WHERE name = ?", (now, source))
    connection.execute("DELETE FROM source_releases WHERE source = ?", (source,))
    connection.executemany(
        "INSERT INTO source_releases VALUES (?, ?)",
        [(source, release_id) for release_id in sorted(held.release_ids)],
    )


def forget_source(connection: sqlite3.Connection, source: str) -> None:
    """Note nothing of a source any more. The releases that it held stay."""
    connection.execute("DELETE FROM sources WHERE name = ?", (source,))


def find_encodings(connection: sqlite3.Connection, release_ids: Sequence[str]) -> list[bytes]:
    """The keys of what the passages of these releases are encoded as."""
    return [
        key
        for chunk in chunks(release_ids)
        for (key,) in connection.execute(
            "SELECT DISTINCT p.encoding_key FROM passages p JOIN releases r"
            f" ON r.key = p.release_key WHERE r.id IN ({marks(chunk)})",
            chunk,
        )
    ]


def forget_encodings(connection: sqlite3.Connection, among: Sequence[bytes] | None) -> None:
    """Drop the encodings that no passage refers to any more; None: wherever they are."""
    orphans = "DELETE FROM encodings WHERE key NOT IN (SELECT encoding_key FROM passages)"
    if among is None:
        connection.execute(orphans)
        return
    for chunk in chunks(among):
        connection.execute(
            f"DELETE FROM encodings WHERE key IN ({marks(chunk)}) AND NOT EXISTS"
            " (SELECT 1 FROM passages WHERE encoding_key = encodings.key)",
            chunk,
        )


def is_unfinished(connection: sqlite3.Connection) -> bool:
    row = connection.execute("SELECT 1 FROM meta WHERE key = ?", (UNFINISHED,)).fetchone()
    return row is not None


def raise_generation(connection: sqlite3.Connection) -> None:
    connection.execute(
        "INSERT INTO generations SELECT coalesce(max(generation), 0) + 1,"
        " lower(hex(randomblob(16))) FROM generations"
    )


def put_release(connection: sqlite3.Connection, entry: IndexedRelease, now: str) -> None:
    release = entry.release
    held = connection.execute(
        f"SELECT indexed_at, digest, {RELEASE_DIGEST} FROM releases WHERE id = ?", (release.id,)
    ).fetchone()
    new = digest_release(release)
    if held is not None and new in held[1:]:
        now = held[0]  # the passages are new, or the text is whole again; the release is the same
    elif held is not None and held[1] == held[2]:  # what is damaged is no version of it
        version = connection.execute(
            "INSERT INTO versions SELECT id, 1 + (SELECT count(*) FROM versions v WHERE"
            " v.release_id = id), title, published, body, publisher, url, category, language,"
            " indexed_at, ?, digest FROM releases WHERE id = ?",
            (now, release.id),
        )
        connection.execute(
            f"UPDATE versions SET digest = {VERSION_DIGEST} WHERE rowid = ?", (version.lastrowid,)
        )
    connection.execute("DELETE FROM releases WHERE id = ?", (release.id,))
    cursor = connection.execute(
        "INSERT INTO releases (id, title, published, body, publisher, url, category, language,"
        " indexed_at, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*to_row(release), now, new),
    )
    for passage, key, analysis in zip(
        entry.passages, entry.encoding_keys, entry.analyses, strict=True
    ):
        values = (cursor.lastrowid, passage.ordinal, passage.start, passage.end, key)
        put = connection.execute(
            "INSERT INTO passages (release_key, ordinal, start, stop, encoding_key, digest)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (*values, digest(*values)),
        )
        beside = (put.lastrowid, analysis)
        connection.execute("INSERT INTO analyses VALUES (?, ?, ?)", (*beside, digest(*beside)))
