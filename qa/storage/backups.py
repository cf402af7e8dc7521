"""Backups of a data folder: what cannot be made again, in a folder of its own.

These are the library, with the sources that it follows and what releases said before, the keys of
the service, and descriptions of sites. They go by the names that they have in the data folder.

A backup is written beside what is there, checked, and moved into place file by file, each of which
is then the earlier or the new one; the library last, so that no earlier library comes with keys
that have been revoked since. A library is put back by SQLite, in one transaction: whoever reads it
goes on reading what was there, and a crash leaves either.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from embeddings.encoder import Progress
from embeddings.files import flush
from qa import keys
from qa.errors import LibraryBusy, LibraryDamaged, LibraryError
from qa.storage.connections import connect, connect_to_read, copy_pages, translated
from qa.storage.faults import find_faults, is_sound
from qa.storage.migrations import can_migrate, set_aside
from qa.storage.moment import Moment
from qa.storage.schema import FILE_NAME, check_application, is_empty
from qa.storage.write_lock import Patience, lock_library

_LOCK_NAME = "backup.lock"
_DRAFT_NAME = "draft"
_SITE = ".toml"


@dataclass(frozen=True, slots=True)
class Copied:
    """What was copied: names of files, the library's last, and what is not whole of it."""

    files: tuple[str, ...]
    faults: tuple[str, ...]


def back_up(data: Path, folder: Path, progress: Progress) -> Copied:
    """Copy what cannot be made again of `data` to `folder`, in place of the backup there, if any.

    The library is copied as it stands now, whoever reads or changes it meanwhile. One that is not
    whole is copied too, but takes the place of none. `progress` counts pages of the library's file.

    Raises LibraryError where `data` holds no library, where `folder` is in it or holds anything but
    a backup, and where the disk refuses, after which the backup there is as it was; LibraryBusy
    while another process writes to it; LibraryDamaged where the library is not whole and the folder
    has a backup.
    """
    _require_apart(folder, data)
    with ExitStack() as held:
        library = held.enter_context(Moment(data))
        held.enter_context(_telling(folder))
        draft = held.enter_context(_drafting(folder))
        others = _find_others(data)
        for each in others:
            _copy(each, draft / each.name)
        library.copy_to(draft / FILE_NAME, progress)
        library.close()  # what is removed meanwhile need not stay in its log
        faults = _check(draft)
        if (folder / FILE_NAME).exists():
            _require_whole(faults, library.path, folder)
        names = (*(each.name for each in others), FILE_NAME)
        for gone in {each.name for each in _find_others(folder)}.difference(names):
            (folder / gone).unlink()
        for name in names:
            (draft / name).replace(folder / name)
        flush(folder)
        flush(folder.resolve().parent)  # it may be new itself
    return Copied(names, faults)


def put_back(
    folder: Path, data: Path, progress: Progress, *, replace: bool, patience: Patience
) -> Copied:
    """Put the backup in `folder` into `data`, whose library has to be brought up to date then.

    A library there is only touched with `replace`: then it is replaced whole, unless the backup is
    not. Keys and descriptions of sites that are there stay. One that SQLite cannot read stays
    beside, as the copies that a migration leaves do. `progress` counts pages of the library's file.

    Raises LibraryError where `folder` is no backup, where a library is held and not to be replaced,
    and where the disk refuses, after which what was held is as it was; LibraryDamaged where the
    backup is not whole and a library is held; LibraryBusy as `lock_library` does.
    """
    original, held = folder / FILE_NAME, data / FILE_NAME
    if not original.is_file():
        raise LibraryError(
            f"Expected a backup in {folder}, found no {FILE_NAME} there. Name the folder that qa "
            f"backup was given."
        )
    _require_apart(folder, data)
    faults = _check(folder)
    lock = lock_library(data, patience)
    try:
        if _is_held(held):
            _require_replaced(held, replace=replace)
            _require_whole(faults, original, data)
        others = [each for each in _find_others(folder) if not (data / each.name).exists()]
        with _telling(data):
            # First: a service without keys lets in whoever is on its machine.
            for each in others:
                _copy(each, data / each.name)
            flush(data)
        _overwrite(original, held, progress)
    finally:
        lock.release()
    return Copied((*(each.name for each in others), FILE_NAME), faults)


def _require_apart(folder: Path, data: Path) -> None:
    inner, outer = folder.resolve(), data.resolve()
    if inner.is_relative_to(outer):
        raise LibraryError(
            f"Expected a folder of its own for the backup, found {folder}, which is in the data "
            f"folder {data}: what befalls that would befall both. Name another, best on another "
            f"disk."
        )


def _is_held(path: Path) -> bool:
    """Whether there is a library, or a file in its place that SQLite cannot read."""
    if not path.exists():
        return False
    try:
        with closing(connect_to_read(path)) as connection, translated(path):
            return not is_empty(connection)
    except LibraryDamaged:
        return True


def _require_replaced(held: Path, *, replace: bool) -> None:
    if not replace:
        raise LibraryError(
            f"Expected a data folder without a library, found {held}. To have the backup take its "
            f"place: qa restore --replace. Or name another folder with --data."
        )


def _require_whole(faults: Sequence[str], library: Path, held: Path) -> None:
    """Raise LibraryDamaged where a library that is to take the place of another has faults."""
    if faults:
        raise LibraryDamaged(
            f"{library} is not whole, and takes the place of nothing: what {held} holds stays as "
            f"it is. Mend it first, or name a folder that holds none. {' '.join(faults)}"
        )


@contextmanager
def _drafting(folder: Path) -> Iterator[Path]:
    """A folder in the backup's, to write the new one in; nobody else writes one meanwhile."""
    folder.mkdir(parents=True, exist_ok=True)
    own = {FILE_NAME, keys.FILE_NAME, _LOCK_NAME, _DRAFT_NAME}
    found = sorted(each.name for each in folder.iterdir())
    others = [name for name in found if name not in own and not name.endswith(_SITE)]
    if others or (found and not own.intersection(found)):
        raise LibraryError(
            f"Expected an empty folder or an earlier backup, found {folder} with "
            f"{', '.join(others or found)}. Name another one; it is made if it is not there."
        )
    draft = folder / _DRAFT_NAME
    try:
        with FileLock(folder / _LOCK_NAME, timeout=0):
            shutil.rmtree(draft, ignore_errors=True)  # of one that was killed
            draft.mkdir(mode=0o700)
            try:
                yield draft
            finally:
                shutil.rmtree(draft, ignore_errors=True)
    except Timeout as error:
        raise LibraryBusy(
            f"Another process is writing a backup to {folder}. Wait until it is done, then try "
            f"again."
        ) from error


def _find_others(folder: Path) -> list[Path]:
    """What is copied besides the library: keys of the service, descriptions of sites."""
    found = [folder / keys.FILE_NAME, *sorted(folder.glob(f"*{_SITE}"))]
    return [each for each in found if each.is_file()]


def _copy(original: Path, copy: Path) -> None:
    """Copy a file with its mode; it is whole, and on the disk, before it has its name."""
    draft = copy.with_name(f"{copy.name}.draft")
    draft.touch(mode=0o600)  # keys are nobody else's meanwhile
    shutil.copyfile(original, draft)
    shutil.copymode(original, draft)
    flush(draft)
    draft.replace(copy)


def _check(folder: Path) -> tuple[str, ...]:
    """What is not whole of the library in `folder`; of one of an earlier version, of its file."""
    path = folder / FILE_NAME
    with closing(connect_to_read(path)) as connection, translated(path):
        check_application(connection, path)
        if can_migrate(connection):
            return () if is_sound(connection) else (f"The library {path} is damaged.",)
    with Moment(folder) as library:
        return tuple(find_faults(library))


def _overwrite(original: Path, held: Path, progress: Progress) -> None:
    """Have the library `held` be what `original` is, in one transaction."""
    with closing(connect_to_read(original)) as source:
        try:
            _fill(held, source, progress)
        except LibraryDamaged:  # the original has been checked
            set_aside(held)
            _fill(held, source, progress)


def _fill(held: Path, source: sqlite3.Connection, progress: Progress) -> None:
    with closing(connect(held)) as connection, translated(held):
        copy_pages(source, connection, progress)


@contextmanager
def _telling(folder: Path) -> Iterator[None]:
    """Have what the disk refuses raised as LibraryError."""
    try:
        yield
    except OSError as error:
        raise LibraryError(
            f"{error.filename or folder} cannot be used: {error.strerror}. What {folder} held is "
            f"as it was. Free some space or mend the folder, then try again; or name another one."
        ) from error
