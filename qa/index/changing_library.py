"""A library opened to be changed, with its index, and what is looked up in it before that.

The change itself is made by `qa.storage.release_library`, in one transaction; releases are put in
by way of `qa.index.indexing`. Nothing is locked by what is looked up.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from qa.index.publishing import publish_if_missing, require_removed
from qa.index.upkeep import is_written_otherwise
from qa.records import Noted, Release
from qa.storage.release_library import Library
from qa.storage.schema import FILE_NAME
from qa.storage.snapshot import Snapshot
from qa.storage.write_lock import Patience

_LET_GO_WITHIN_S = 5.0
_LOOK_EVERY_S = 0.1


@contextmanager
def changing(data: Path, patience: Patience | None = None) -> Iterator[Library]:
    """The library in `data`, made if need be, and changed by nobody else until the block ends.

    It is brought up to this version of the program, and has its index before and after: to open
    one of an earlier version raises its generation, or else the index is of another format.
    Raises as `Library` does, and IndexUnwritable when the disk refuses, to delete what the change
    has removed as well.
    """
    with Library(data, patience) as library:
        publish_if_missing(data)
        with Snapshot(data) as before:
            generation = before.generation
        yield library
        publish_if_missing(data)
        require_removed(data, after=generation)


def bring_up_to_date(data: Path, patience: Patience | None = None) -> None:
    """Bring the library in `data`, if there is one, up to this version of the program."""
    if (data / FILE_NAME).is_file():
        with changing(data, patience):
            pass


def read_sources(data: Path) -> dict[str, Noted]:
    """The sources that the library in `data` was synchronised with: `Snapshot.read_sources`.

    None where there is no library yet.
    """
    with _look_into(data) as snapshot:
        return {} if snapshot is None else snapshot.read_sources()


def has_been(data: Path, stamp: str) -> bool:
    """Whether the library in `data` is, or once was, what this is the stamp of."""
    with _look_into(data) as snapshot:
        return snapshot is not None and snapshot.has_been(stamp)


def is_outdated(data: Path) -> bool:
    """Whether the passages in `data` are cut and written as by another version of the program."""
    with _look_into(data) as snapshot:
        return snapshot is not None and is_written_otherwise(snapshot)


def find_changed(data: Path, releases: Sequence[Release]) -> list[Release]:
    """Those of `releases` that the library in `data` does not hold just as they are."""
    with _look_into(data) as snapshot:
        return list(releases) if snapshot is None else snapshot.find_changed(releases)


def empty_log(data: Path) -> bool:
    """Empty the log of the library in `data`, where what was removed stands until then; whether it
    is empty.

    What reads from it is waited for, some seconds at most: a service lets go of it at once, as does
    whatever else follows the library. Not while it is open for writing.
    """
    until = time.monotonic() + _LET_GO_WITHIN_S
    while True:
        with Snapshot(data) as snapshot:
            if snapshot.let_go_of_log():
                return True
        if time.monotonic() > until:
            return False
        time.sleep(_LOOK_EVERY_S)


@contextmanager
def _look_into(data: Path) -> Iterator[Snapshot | None]:
    """The library in `data`, for reading; None where there is none yet."""
    if not (data / FILE_NAME).is_file():
        yield None
        return
    with Snapshot(data) as snapshot:
        yield snapshot
