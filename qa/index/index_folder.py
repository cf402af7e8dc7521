"""The folder of an index: which generations are there, which is whole, and which have to go.

    index/publishing.lock       held by whoever writes here
          generation-7/         whole in itself: see `qa.index.drafts`
          .draft-8/             being written, or left behind by a process that was killed

Two locks keep those who write apart; who only reads takes neither.

    library.lock       is held by whoever changes the library, until its index is published too
                       (`qa.index.changing_library`), and for an instant to empty its log
                       (`Snapshot.let_go_of_log`)
    publishing.lock    is held by whoever writes an index: after a change, by `qa rebuild`, or as a
                       generation that was to be opened is missing or damaged (`open_newest`). Who
                       holds both took the library's first. The snapshot whose index is written is
                       taken once this is held: no newer one is published before, and an older one
                       does not come to stand beside it, with what was removed since.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from filelock import FileLock

from qa.errors import IndexDamaged, IndexUnwritable
from qa.index.index_rules import is_of_past
from qa.index.manifest import Checked, Manifest, check_files
from qa.storage.snapshot import Snapshot

FOLDER_NAME = "index"


class IndexFolder:
    """The folder of the index of the library in `data`. It need not be there."""

    def __init__(self, data: Path) -> None:
        self.path = data / FOLDER_NAME

    @contextmanager
    def locked(self) -> Iterator[Self]:
        """Keep others from writing to it until the block ends; it is made if need be.

        Raises IndexUnwritable when it cannot be.
        """
        with self.written():
            self.path.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.path / "publishing.lock")
            lock.acquire()
        try:
            yield self
        finally:
            lock.release()

    @contextmanager
    def written(self) -> Iterator[None]:
        """Raise IndexUnwritable where the disk refuses what the block does."""
        try:
            yield
        except OSError as error:
            raise IndexUnwritable(
                f"The index cannot be written to {self.path}: {error.strerror or error}. The "
                f"library is intact; free some space or mend the folder, then make the index anew: "
                f"qa rebuild."
            ) from error

    def locate(self, snapshot: Snapshot) -> Path:
        """Where the generation of the snapshot stands, if it is there."""
        return self.path / f"generation-{snapshot.generation}"

    def read_manifest(self, snapshot: Snapshot) -> Manifest:
        """The manifest of the snapshot's generation; no other file is read.

        Raises IndexDamaged when it is missing, not as written, or not of the snapshot's state.
        """
        place = self.locate(snapshot)
        manifest = Manifest.read(place)
        if not is_of_past(manifest, snapshot) or manifest.generation != snapshot.generation:
            raise IndexDamaged(f"The manifest in {place} is not the one of this library.")
        return manifest

    def verify(self, snapshot: Snapshot, earlier: Checked | None = None) -> Checked:
        """What is in the generation of the snapshot, all of whose files are as they were written.

        Raises IndexDamaged when one is not, or as `read_manifest` does. What `earlier` holds
        already is not read again.
        """
        manifest = self.read_manifest(snapshot)
        return check_files(self.locate(snapshot), manifest, earlier=earlier)

    def find_past(self, snapshot: Snapshot) -> tuple[Path, Manifest] | None:
        """The newest generation that is of the snapshot's past, if any holds something."""
        for _, place in reversed(self._find_generations()):
            try:
                manifest = Manifest.read(place)
            except IndexDamaged:
                continue
            if is_of_past(manifest, snapshot) and manifest.segments:
                return place, manifest
        return None

    def find_holding_removed(self, snapshot: Snapshot) -> list[Path]:
        """The generations whose files may hold what was removed from the library: that of the
        snapshot, and others that could not be deleted."""
        return [
            place
            for _, place in self._find_generations()
            if _find_since(place) < snapshot.last_removal
        ]

    def delete_others(self, snapshot: Snapshot) -> None:
        """Delete all generations but that of the snapshot, and newer ones; what can be.

        A newer one is of a later moment, or else of a library in whose place an older copy was put.
        """
        newest = snapshot.is_current()
        for number, other in self._find_generations():
            if number < snapshot.generation or (newest and number > snapshot.generation):
                shutil.rmtree(other, ignore_errors=True)

    def _find_generations(self) -> list[tuple[int, Path]]:
        """Each generation that is there, and its folder; the earliest first."""
        paths = self.path.glob("generation-*")
        names = ((path.name.removeprefix("generation-"), path) for path in paths)
        return sorted((int(number), path) for number, path in names if number.isdecimal())


def _find_since(place: Path) -> int:
    """The generation until which nothing removed is left in a folder; 0 where it is not known."""
    try:
        return Manifest.read(place).since
    except IndexDamaged:
        return 0
