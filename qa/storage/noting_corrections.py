"""Which releases correct an earlier one, and which of those held that is, put down as they enter.

It is part of the transaction that puts a release in. Of a correction the day and the title that it
names are noted, so that what it corrects may come after it; and of each release that it names so,
how plainly (`qa.language.corrections`). Which of several is meant is settled when it is asked
(`qa.storage.correction_book`), as by then another of them may have come or gone. With a release
goes what is noted of it.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from qa.language.corrections import (
    Correction,
    find_correction,
    fold_title,
    may_correct,
    weigh_naming,
)
from qa.language.korean import name_analysis
from qa.language.openings import OPENING
from qa.records import Release
from qa.storage.digests import RELEASE_DIGEST
from qa.storage.schema import RELEASE_COLUMNS, chunks, marks, to_release

# Raised whenever corrections, or what they name, are told otherwise: all is noted anew.
_VERSION = 1

# Of what is damaged nothing is noted: its words may be others.
_WHOLE = f"(SELECT * FROM releases WHERE digest IS {RELEASE_DIGEST})"
_IS_CORRECTION = "EXISTS (SELECT 1 FROM corrections WHERE release_key = r.key)"


def note_corrections(connection: sqlite3.Connection, releases: Sequence[Release]) -> None:
    """Note of releases that are held, and of which nothing is noted yet, which of them correct
    another and which are corrected."""
    said = {each.id: found for each in releases if (found := find_correction(each)) is not None}
    connection.executemany(
        "INSERT INTO corrections SELECT key, publisher, ?, ? FROM releases WHERE id = ?",
        [(found.day and found.day.isoformat(), found.title, id_) for id_, found in said.items()],
    )
    for release in releases:
        if release.id in said:
            for other in _find_named(connection, release, said[release.id]):
                _note(connection, release, said[release.id], other)
        else:
            for correction in _find_naming(connection, release):
                if (found := find_correction(correction)) is not None:
                    _note(connection, correction, found, release)


def note_all_if_outdated(connection: sqlite3.Connection) -> bool:
    """Note of all releases held which correct another, where that was told by other rules or not at
    all; whether there are such. One by one, so that a large library need not fit in memory."""
    rules = f"{_VERSION} {name_analysis()}"
    row = connection.execute("SELECT value FROM meta WHERE key = 'corrections'").fetchone()
    if row is not None and row[0] == rules:
        return False
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('corrections', ?)", (rules,))
    connection.execute("DELETE FROM corrections")
    rows = connection.execute(
        "SELECT id, coalesce(CAST(title AS TEXT), ''),"
        " coalesce(substr(CAST(body AS TEXT), 1, ?), '') FROM releases",
        (OPENING,),
    )
    likely = [id_ for id_, title, begins in rows if may_correct(title, begins)]
    note_corrections(connection, list(_read(connection, likely)))
    return connection.execute("SELECT 1 FROM corrections LIMIT 1").fetchone() is not None


def _find_named(
    connection: sqlite3.Connection, correction: Release, said: Correction
) -> Iterator[Release]:
    """The releases of the day or the title that a correction names, of its publisher, that correct
    none themselves. Titles are looked through: corrections are few."""
    found: list[str] = []
    if said.day is not None:
        found += _list_ids(
            connection.execute(
                f"SELECT id FROM releases r WHERE publisher = ? AND published = ?"
                f" AND NOT {_IS_CORRECTION}",
                (correction.publisher, said.day.isoformat()),
            )
        )
    if said.title is not None:
        found += _list_ids(
            row
            for row in connection.execute(
                f"SELECT id, title FROM releases r WHERE publisher = ? AND published <= ?"
                f" AND NOT {_IS_CORRECTION}",
                (correction.publisher, correction.published.isoformat()),
            )
            if fold_title(str(row[1])) == said.title
        )
    return _read(connection, list(dict.fromkeys(found)))


def _find_naming(connection: sqlite3.Connection, release: Release) -> Iterator[Release]:
    """The corrections that name the day or the title of a release of their publisher."""
    found = _list_ids(
        connection.execute(
            "SELECT id FROM releases WHERE key IN"
            " (SELECT release_key FROM corrections WHERE publisher = ? AND day = ?"
            " UNION SELECT release_key FROM corrections WHERE publisher = ? AND title = ?)",
            (
                *(release.publisher, release.published.isoformat()),
                *(release.publisher, fold_title(release.title)),
            ),
        )
    )
    return _read(connection, found)


def _note(
    connection: sqlite3.Connection, correction: Release, said: Correction, other: Release
) -> None:
    if weight := weigh_naming(correction, said, other):
        connection.execute(
            "INSERT OR REPLACE INTO corrected SELECT r.key, c.key, ? FROM releases r, releases c"
            " WHERE r.id = ? AND c.id = ?",
            (weight, other.id, correction.id),
        )


def _list_ids(rows: Iterable[Sequence[object]]) -> list[str]:
    return [str(row[0]) for row in rows]


def _read(connection: sqlite3.Connection, release_ids: Sequence[str]) -> Iterator[Release]:
    """Those of these releases that are as they were written."""
    for part in chunks(release_ids):
        for row in connection.execute(
            f"SELECT {RELEASE_COLUMNS} FROM {_WHOLE} r WHERE id IN ({marks(part)})", part
        ).fetchall():
            yield to_release(row)
