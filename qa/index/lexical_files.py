"""The files of a tantivy index: opened, and told which of them hold what was removed.

tantivy's own errors end here, and in `translated`.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

import numpy as np
import tantivy

from qa.errors import IndexDamaged, QaError, SettingsError
from qa.lazy_regex import lazy_regex

_FILE = lazy_regex(r' at path "[^"]*"')


def open_to_write(folder: Path) -> tantivy.Index:
    """The index in `folder`. Raises IndexDamaged when tantivy cannot open it."""
    with translated(folder, "opened"):
        return tantivy.Index.open(str(folder))


def open_to_read(folder: Path) -> tantivy.Index:
    """The same where nothing may be written to `folder`: readers too take a lock, by a file beside
    what they read. Through links in a folder of their own they do so there; tantivy maps every file
    as it opens, and needs their names no longer."""
    try:
        with _temporary_folder() as links:
            for each in folder.glob("*"):  # nothing where a newer generation has replaced it
                if each.suffix != ".lock":
                    (links / each.name).symlink_to(each.resolve())
            with translated(folder, "opened"):
                return tantivy.Index.open(str(links))
    except OSError as error:
        # Not IndexDamaged: the index is whole, and making it anew would not help.
        raise SettingsError(
            f"The index of words in {folder}, which cannot be written to, takes a folder for "
            f"temporary files to be opened: {error}. Name one in TMPDIR."
        ) from error


def find_beside_removed(index: tantivy.Index, folder: Path) -> list[int]:
    """The keys in all segments of tantivy's of which something was removed, that included."""
    addresses = [
        tantivy.DocAddress(number, row)
        for number, segment in enumerate(_read_segments(folder))
        if segment["deletes"]
        for row in range(segment["max_doc"])
    ]
    with translated(folder, "read"):
        keys = index.searcher().fast_field_values("key", addresses)
    return [*map(int, np.array(keys, np.int64))]


def find_impure(folder: Path) -> list[str]:
    """The files that may have words of removed passages: of segments of which something was
    removed, or that are no more and could not be deleted yet."""
    segments = _read_segments(folder)
    pure = {each["segment_id"].replace("-", "") for each in segments if not each["deletes"]}
    return [
        path.name
        for path in folder.iterdir()
        if path.suffix not in (".json", ".lock") and path.stem.split(".")[0] not in pure
    ]


@contextmanager
def translated(folder: Path, done: str, kind: type[QaError] = IndexDamaged) -> Iterator[None]:
    """tantivy raises ValueError for what it expects, a full disk too, and panics at the rest."""
    try:
        yield
    except BaseException as error:
        # A panic's class cannot be imported, and is no Exception.
        if not isinstance(error, ValueError) and type(error).__name__ != "PanicException":
            raise
        # Its temporary files have names at random, by which one reason would be as many.
        why = _FILE.sub("", str(error))
        raise kind(
            f"The index of words in {folder} cannot be {done}: {why}. The library is intact; see "
            f"to the disk, then make the index anew: qa rebuild."
        ) from error


def _read_segments(folder: Path) -> list[dict[str, Any]]:
    """What tantivy notes of its segments, which it numbers in this order."""
    noted = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    segments: list[dict[str, Any]] = noted["segments"]
    return segments


@contextmanager
def _temporary_folder() -> Iterator[Path]:
    folder = mkdtemp(prefix="qa-terms-")
    try:
        yield Path(folder)
    finally:
        # Twice: a thread of tantivy's reads what it opened once more, at a moment of its own, and
        # puts its lock beside what is just being removed. With meta.json gone it does so no more.
        for _ in range(2):
            rmtree(folder, ignore_errors=True)
