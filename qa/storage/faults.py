"""What is not whole in a library's file: its structure, and what was noted of its rows.

All of it is read, row by row, so that a large library need not fit in memory.
"""

from collections.abc import Iterator

from qa.storage.connections import PUT_BACK
from qa.storage.digests import (
    ANALYSIS_DIGEST,
    ENCODING_DIGEST,
    PASSAGE_DIGEST,
    PLACING_DIGEST,
    RELEASE_DIGEST,
    VERSION_DIGEST,
)
from qa.storage.moment import Moment
from qa.storage.schema import Row, chunks, marks


def find_faults(library: Moment) -> Iterator[str]:
    """What is wrong with the file, with what its rows say of each other, and with what they hold.

    Raises LibraryDamaged where the file is so damaged that it cannot be read on.
    """
    for [said] in library.query("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield f"The library {library.path} is damaged: {said}. {PUT_BACK}"
    for table, _, parent, _ in library.query("PRAGMA foreign_key_check"):
        yield f"A row of {table} in {library.path} refers to none in {parent}. {PUT_BACK}"
    for release_id in find_damaged_texts(library):
        yield (
            f"Release {release_id} is not as it was written. Add again what it came from, by "
            f"qa add, and it is whole again. If that is gone: {PUT_BACK}"
        )
    for release_id, number in _find_damaged(
        library, "CAST(release_id AS BLOB), number", "versions", VERSION_DIGEST
    ):
        yield (
            f"Earlier version {number} of release {_show(release_id)} is not as it was written. "
            f"{PUT_BACK}"
        )
    for release_id, ordinals in find_damaged_passages(library).items():
        yield (
            f"Of release {release_id} these passages, or their vectors, tokens or analyses, are "
            f"not as they were written: {', '.join(map(str, ordinals))}. "
            f"Have them made anew from the text: qa rebuild"
        )
    for release_id in find_misplaced(library):
        yield (
            f"What is noted of release {release_id} besides its text is not as it was written: its "
            f"period, its series, how many passages it has or when it came in. Have it made anew "
            f"from the text: qa rebuild"
        )


def find_damaged_texts(library: Moment) -> list[str]:
    """The ids of releases that are not as they were written."""
    damaged = _find_damaged(library, "CAST(id AS BLOB)", "releases", RELEASE_DIGEST)
    return [_show(release_id) for [release_id] in damaged]


def find_misplaced(library: Moment) -> list[str]:
    """The ids of releases of which what is noted besides their text is not as it was written."""
    damaged = _find_damaged(library, "CAST(id AS BLOB)", "releases", PLACING_DIGEST, "placing")
    return [_show(release_id) for [release_id] in damaged]


def find_damaged_passages(library: Moment) -> dict[str, list[int]]:
    """The ordinals of passages that are not as they were written, or their encodings or analyses,
    by the id of their release."""
    keys = {key for [key] in _find_damaged(library, "key", "passages", PASSAGE_DIGEST)}
    keys.update(key for [key] in _find_damaged(library, "passage_key", "analyses", ANALYSIS_DIGEST))
    noted = "encodings LEFT JOIN encoding_digests ON encoding_key = key"
    encodings = [key for [key] in _find_damaged(library, "key", noted, ENCODING_DIGEST)]
    for chunk in chunks(encodings):
        keys.update(
            key
            for [key] in library.query(
                f"SELECT key FROM passages WHERE encoding_key IN ({marks(chunk)})", chunk
            )
        )
    found: dict[str, list[int]] = {}
    for some in chunks(sorted(keys)):
        for release_id, ordinal in library.query(
            "SELECT CAST(r.id AS BLOB), p.ordinal FROM passages p JOIN releases r"
            f" ON r.key = p.release_key WHERE p.key IN ({marks(some)}) ORDER BY p.key",
            some,
        ):
            found.setdefault(_show(release_id), []).append(ordinal)
    return found


def _find_damaged(
    library: Moment, columns: str, rows: str, digest: str, noted: str = "digest"
) -> Iterator[Row]:
    """What names those rows that are not as they were written."""
    return library.stream(f"SELECT {columns} FROM {rows} WHERE {noted} IS NOT {digest}", ())


def _show(release_id: bytes) -> str:
    # Damaged text may be no text any more.
    return release_id.decode(errors="replace")
