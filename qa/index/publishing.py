"""How the index of a library comes to be in its folder: whole or not at all.

A draft is written beside the generation before it, flushed, and renamed into place.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

from embeddings.files import flush
from qa.errors import IndexDamaged, IndexUnwritable
from qa.index.drafts import plan_base, write_draft, write_purged
from qa.index.index_folder import IndexFolder
from qa.storage.snapshot import Snapshot


def publish(data: Path, *, anew: bool = False) -> int:
    """Bring the index up to the library in `data` as it is now; returns the generation it is of.

    With `anew` nothing of it is kept. Of what was removed from the library nothing is left in its
    files. Of several processes one writes; the others wait and find it done. A service
    that is running keeps what it has open. Raises IndexUnwritable when the disk refuses; what was
    there before is then still there.
    """
    with IndexFolder(data).locked() as folder, Snapshot(data) as snapshot:
        bring_up(folder, snapshot, anew=anew)
        # What was removed is out of sight by now; then out of the files too.
        if folder.locate(snapshot) in folder.find_holding_removed(snapshot):
            _put_in_place(folder, snapshot, _write_purged)
        return snapshot.generation


def publish_if_missing(data: Path) -> None:
    """Publish the index of the library in `data` where there is none of its generation, or where
    that may hold what was removed.

    It is not looked at whether one that is there is whole, so that this costs next to nothing.
    """
    with Snapshot(data) as snapshot:
        # Of generation 0 there is nothing to index.
        is_there = not snapshot.generation or _is_there(IndexFolder(data), snapshot)
    if not is_there:
        publish(data)


def bring_up(folder: IndexFolder, snapshot: Snapshot, *, anew: bool = False) -> None:
    """Bring the index up to a snapshot that was taken while the folder was locked, as it is still.

    What was removed since is out of sight then, and may be in the files yet. Raises as `publish`.
    """
    if anew or not _is_whole(folder, snapshot):
        _put_in_place(folder, snapshot, _write_anew if anew else _write_next)
    folder.delete_others(snapshot)


def require_removed(data: Path, *, after: int) -> None:
    """Raise IndexUnwritable where something was removed after generation `after` and files of an
    earlier index, which could not be deleted, still hold it."""
    with Snapshot(data) as snapshot:
        left = IndexFolder(data).find_holding_removed(snapshot)
        if left and snapshot.last_removal > after:
            raise IndexUnwritable(
                f"What was to be removed is out of the library, but its words are still in files "
                f"that cannot be deleted: {', '.join(map(str, left))}. As the user whose they are, "
                f"run: qa rebuild"
            )


def _is_there(folder: IndexFolder, snapshot: Snapshot) -> bool:
    try:
        folder.read_manifest(snapshot)
    except IndexDamaged:
        return False
    return not folder.find_holding_removed(snapshot)


def _is_whole(folder: IndexFolder, snapshot: Snapshot) -> bool:
    try:
        folder.verify(snapshot)
    except IndexDamaged:
        return False
    return True


def _put_in_place(
    folder: IndexFolder,
    snapshot: Snapshot,
    write: Callable[[Path, IndexFolder, Snapshot], None],
) -> None:
    """Put what `write` makes of a draft in the place of the snapshot's generation."""
    draft, place = folder.path / f".draft-{snapshot.generation}", folder.locate(snapshot)
    with folder.written():
        # Drafts met here are of processes that were killed.
        for orphan in folder.path.glob(".draft-*"):
            shutil.rmtree(orphan, ignore_errors=True)
        try:
            write(draft, folder, snapshot)
            shutil.rmtree(place, ignore_errors=True)
            draft.rename(place)
            flush(folder.path)
        finally:
            shutil.rmtree(draft, ignore_errors=True)


def _write_anew(draft: Path, _folder: IndexFolder, snapshot: Snapshot) -> None:
    write_draft(draft, snapshot)


def _write_next(draft: Path, folder: IndexFolder, snapshot: Snapshot) -> None:
    """From an earlier generation and what came after it, if that is worth it, or anew."""
    # What stands in its place is damaged, and so may be what it was made from.
    past = None if folder.locate(snapshot).exists() else folder.find_past(snapshot)
    try:
        base = plan_base(*past, snapshot) if past else None
        write_draft(draft, snapshot, base)
    except IndexDamaged:
        shutil.rmtree(draft, ignore_errors=True)
        write_draft(draft, snapshot)


def _write_purged(draft: Path, folder: IndexFolder, snapshot: Snapshot) -> None:
    """From what stands in its place, which is of the snapshot, without what was removed."""
    try:
        write_purged(draft, snapshot, folder.locate(snapshot), folder.read_manifest(snapshot))
    except IndexDamaged:
        shutil.rmtree(draft, ignore_errors=True)
        write_draft(draft, snapshot)
