"""How the passage index is written to its folder, whole or not at all.

The index is derived from the library and holds nothing that cannot be made anew. A generation is a
folder that is complete in itself: written beside the old one, flushed, and renamed into place with
a manifest (`qa.index.manifest`). What it has in common with the one before it, it shares by hard
links, so that only what changed is written.

    index/generation-7/manifest.json   what is in the folder, and the digest of every file
                       segment-3/      passages in order of publication: see `qa.index.segments`
                       segment-7/      those that came after
                       removed.npy     (n,) int64, keys in the segments that are held no longer
                       terms/          tantivy, over all of them
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from filelock import FileLock

from embeddings.files import flush
from qa.errors import IndexDamaged
from qa.index.generations import delete_others, find_generations, locate
from qa.index.lexical_entries import read_entries
from qa.index.lexical_index import LexicalIndex
from qa.index.manifest import Checked, Manifest, SegmentEntry, check_files
from qa.index.segments import Rows, plan_segments, write_segment
from qa.language.glossary import digest_glossary
from qa.language.korean import name_analysis
from qa.storage.snapshot import Snapshot

FOLDER_NAME = "index"
# Raised whenever what is written changes, analysis of terms included: older folders are rebuilt.
FORMAT = 9


def publish(folder: Path, snapshot: Snapshot, *, anew: bool = False) -> None:
    """Write the index of the snapshot into `folder`, whole or not at all; older ones go.

    With `anew` nothing of an earlier generation is used, and nothing that was removed is left. Of
    several processes one writes; the others wait and find it done. Raises IndexDamaged when the
    disk refuses, or when the library has changed since; what was there before is then still there.
    """
    with published(folder, snapshot, anew=anew):
        pass


@contextmanager
def published(folder: Path, snapshot: Snapshot, *, anew: bool = False) -> Iterator[None]:
    """Publish, and keep what is there from being replaced until the block ends: see `publish`."""
    with _translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "publishing.lock")
        lock.acquire()
    try:
        if anew or not _is_published(folder, snapshot):
            # Beside a newer one it would stay, with what has been removed by then.
            if not snapshot.is_current():
                raise IndexDamaged(
                    f"The library has changed since generation {snapshot.generation}, whose index "
                    f"is not made any more. Try again, with the library as it is now."
                )
            with _translated(folder):
                _publish_alone(folder, snapshot, anew)
        delete_others(folder, snapshot)
        yield
    finally:
        lock.release()


def has_manifest(folder: Path, snapshot: Snapshot) -> bool:
    """Whether an index of the snapshot's state is there, by its manifest: no file of it is read."""
    try:
        manifest = Manifest.read(locate(folder, snapshot))
    except IndexDamaged:
        return False
    return _is_of(manifest, snapshot) and manifest.generation == snapshot.generation


def verify(place: Path, snapshot: Snapshot, earlier: Checked | None = None) -> Checked:
    """What is in `place`, all of whose files are as they were written.

    Raises IndexDamaged when one is not, or when they are not of the snapshot's state. What
    `earlier` holds already is not read again.
    """
    manifest = Manifest.read(place)
    if not _is_of(manifest, snapshot) or manifest.generation != snapshot.generation:
        raise IndexDamaged(f"The manifest in {place} is not the one of this library.")
    return check_files(place, manifest, earlier=earlier)


def _is_published(folder: Path, snapshot: Snapshot) -> bool:
    try:
        verify(locate(folder, snapshot), snapshot)
    except IndexDamaged:
        return False
    return True


def _publish_alone(folder: Path, snapshot: Snapshot, anew: bool) -> None:
    # Drafts met here are of processes that were killed.
    for orphan in folder.glob(".draft-*"):
        shutil.rmtree(orphan, ignore_errors=True)
    draft, place = folder / f".draft-{snapshot.generation}", locate(folder, snapshot)
    try:
        # What stands in its place is damaged, and so may be what it was made from.
        base = None if anew or place.exists() else _find_base(folder, snapshot)
        if base is None or not _extend(draft, base, snapshot):
            _write(draft, snapshot, None)
        shutil.rmtree(place, ignore_errors=True)
        draft.rename(place)
        flush(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class _Base:
    """What of an earlier generation a new one is made from: its folder, and segments that stay."""

    place: Path
    manifest: Manifest
    segments: tuple[SegmentEntry, ...]
    removed: Rows

    @property
    def last_key(self) -> int:
        """The key up to which passages are in segments that stay."""
        return self.segments[-1].last_key


def _find_base(folder: Path, snapshot: Snapshot) -> tuple[Path, Manifest] | None:
    """The newest generation in `folder` that is of this library's past."""
    for _, place in reversed(find_generations(folder)):
        try:
            manifest = Manifest.read(place)
        except IndexDamaged:
            continue
        if _is_of(manifest, snapshot) and manifest.segments:
            return place, manifest
    return None


def _extend(draft: Path, found: tuple[Path, Manifest], snapshot: Snapshot) -> bool:
    """Write the draft from an earlier generation and what came after it, if that is worth it."""
    place, manifest = found
    try:
        base = _plan(place, manifest, snapshot)
        if base is None:
            return False
        _write(draft, snapshot, base)
    except IndexDamaged:
        shutil.rmtree(draft, ignore_errors=True)
        return False
    return True


def _plan(place: Path, manifest: Manifest, snapshot: Snapshot) -> _Base | None:
    """What stays of an earlier generation; None: nothing, an index made anew is better."""
    segments = manifest.segments
    removed = _find_removed(place, manifest, snapshot)
    new = snapshot.count_passages(after=segments[-1].last_key)
    kept = plan_segments([each.passages for each in segments], len(removed), new)
    return _Base(place, manifest, segments[:kept], removed) if kept else None


def _find_removed(place: Path, manifest: Manifest, snapshot: Snapshot) -> Rows:
    """The keys in the segments of a generation that the library holds no longer."""
    last = manifest.segments[-1].last_key
    indexed = sum(each.passages for each in manifest.segments)
    if snapshot.count_passages(up_to=last) == indexed:
        return np.empty(0, np.int64)
    columns = [f"{each.name}/keys.npy" for each in manifest.segments]
    for name in columns:
        check_files(place, manifest, under=name)
    keys = np.concatenate([np.load(place / name, allow_pickle=False) for name in columns])
    return np.setdiff1d(keys, snapshot.read_passage_keys(), assume_unique=True)


def _write(draft: Path, snapshot: Snapshot, base: _Base | None) -> None:
    """Write the draft: of a base, what it has is shared and what came after it is added."""
    draft.mkdir(parents=True)
    known: dict[str, str] = {}
    segments: tuple[SegmentEntry, ...] = ()
    removed = np.empty(0, np.int64)
    if base is None:
        (draft / "terms").mkdir()
        LexicalIndex.build(draft / "terms", read_entries(snapshot, 0))
    else:
        segments = base.segments
        known = _share(base, draft)
        indexed = base.manifest.segments[-1].last_key
        entries = read_entries(snapshot, indexed)
        LexicalIndex.extend(draft / "terms", entries, base.removed.tolist())
        removed = base.removed[base.removed <= base.last_key]
    after = base.last_key if base else 0
    last = snapshot.read_last_key()
    if last > after:
        name = f"segment-{snapshot.generation}"
        (draft / name).mkdir()
        passages = write_segment(draft / name, snapshot, after)
        segments = (*segments, SegmentEntry(name, last, passages))
    np.save(draft / "removed.npy", removed, allow_pickle=False)
    manifest = Manifest.describe(
        draft,
        generation=snapshot.generation,
        since=base.manifest.since if base else snapshot.generation,
        stamp=snapshot.stamp,
        rules=_name_rules(snapshot),
        segments=segments,
        known=known,
    )
    manifest.write(draft)
    for name in ("manifest.json", *manifest.files):
        if name not in known:
            flush(draft / name)
    for folder in (*(path for path in draft.iterdir() if path.is_dir()), draft):
        flush(folder)


def _share(base: _Base, draft: Path) -> dict[str, str]:
    """Link what the draft has in common with its base; the digests of the files of it.

    Raises IndexDamaged when what will be read to go on from is not as it was written.
    """
    check_files(base.place, base.manifest, under="terms/")
    shared = ("terms", *(each.name for each in base.segments))
    for folder in shared:
        (draft / folder).mkdir()
    known = {}
    for name, sha256 in base.manifest.files.items():
        if name.split("/")[0] in shared:
            _link(base.place / name, draft / name)
            known[name] = sha256
    # tantivy puts new files in the place of these two.
    return {name: each for name, each in known.items() if not name.endswith(".json")}


def _link(original: Path, copy: Path) -> None:
    try:
        copy.hardlink_to(original)
    except FileNotFoundError as error:
        raise IndexDamaged(f"The file {original} is missing.") from error
    except OSError:  # a file system without links
        shutil.copyfile(original, copy)
        flush(copy)


def _is_of(manifest: Manifest, snapshot: Snapshot) -> bool:
    """Whether a generation is of the library's present or past, made by the rules of today."""
    stamp = snapshot.stamps.get(manifest.generation)
    return manifest.stamp == stamp and manifest.rules == _name_rules(snapshot)


def _name_rules(snapshot: Snapshot) -> str:
    encoder = snapshot.encoder.fingerprint if snapshot.encoder else "none"
    # Korean words are indexed with their English ones, whatever the encoder knows.
    glossary = digest_glossary()
    return f"format {FORMAT}, {name_analysis()}, glossary {glossary}, encoder {encoder}"


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise IndexDamaged(
            f"The index cannot be written to {folder}: {error.strerror or error}. The library is "
            f"intact; free some space or mend the folder, then make the index anew: qa rebuild."
        ) from error
