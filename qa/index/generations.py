"""The folders of an index, one a generation: which there are, and which have to go."""

import shutil
from pathlib import Path

from qa.errors import IndexDamaged
from qa.index.manifest import Manifest
from qa.storage.snapshot import Snapshot


def locate(folder: Path, snapshot: Snapshot) -> Path:
    """Where in `folder` the generation of the snapshot stands, if it is there."""
    return folder / f"generation-{snapshot.generation}"


def find_generations(folder: Path) -> list[tuple[int, Path]]:
    """Each generation that is there, and its folder; the earliest first."""
    names = ((path.name.removeprefix("generation-"), path) for path in folder.glob("generation-*"))
    return sorted((int(number), path) for number, path in names if number.isdecimal())


def delete_others(folder: Path, snapshot: Snapshot) -> None:
    """Delete all generations but that of the snapshot, and newer ones; what can be.

    A newer one is of a later moment, or else of a library in whose place an older copy was put.
    """
    newest = snapshot.is_current()
    for number, other in find_generations(folder):
        if number < snapshot.generation or (newest and number > snapshot.generation):
            shutil.rmtree(other, ignore_errors=True)


def find_holding_removed(folder: Path, snapshot: Snapshot) -> list[Path]:
    """The generations whose files may hold what was removed from the library: that of the snapshot,
    and others that could not be deleted."""
    return [
        place for _, place in find_generations(folder) if _find_since(place) < snapshot.last_removal
    ]


def _find_since(place: Path) -> int:
    """The generation that nothing in a folder is older than; 0 where that is not known."""
    try:
        return Manifest.read(place).since
    except IndexDamaged:
        return 0
