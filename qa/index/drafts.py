"""What the index of a generation consists of, and how it is written: the draft of its folder.

The index is derived from the library and holds nothing that cannot be made anew. A generation is a
folder that is complete in itself. What it has in common with the one that it is made from, it
shares by hard links, so that only what changed is written.

    manifest.json   what is in the folder, and the digest of every file
    segment-3/      passages in order of publication: see `qa.index.segments`
    segment-7/      those that came after
    removed.npy     (n,) int64, keys in the segments that are held no longer
    terms/          tantivy, over all of them
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from embeddings.files import flush, save_array
from qa.errors import IndexDamaged
from qa.index.index_rules import name_rules
from qa.index.lexical_entries import read_entries, read_entries_of
from qa.index.lexical_index import LexicalIndex
from qa.index.manifest import Manifest, SegmentEntry, check_files
from qa.index.segments import Rows, plan_segments, write_segment
from qa.storage.snapshot import Snapshot

_NO_ROWS = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Base:
    """What of an earlier generation a new one is made from: its folder, and segments that stay.

    `removed` are the keys in its segments that the library holds no longer.
    """

    place: Path
    manifest: Manifest
    segments: tuple[SegmentEntry, ...]
    removed: Rows

    @property
    def last_key(self) -> int:
        """The key up to which passages are in segments that stay."""
        return self.segments[-1].last_key


def plan_base(place: Path, manifest: Manifest, snapshot: Snapshot) -> Base | None:
    """What stays of an earlier generation; None: nothing, an index made anew is better.

    Raises IndexDamaged when what is read of it is not as it was written.
    """
    segments = manifest.segments
    removed = _find_removed(place, manifest, snapshot)
    new = snapshot.count_passages(after=segments[-1].last_key)
    kept = plan_segments([each.passages for each in segments], len(removed), new)
    return Base(place, manifest, segments[:kept], removed) if kept else None


def write_draft(draft: Path, snapshot: Snapshot, base: Base | None = None) -> None:
    """Write the index of the snapshot into a folder that is not there yet, flushed.

    Of a base, what it has is shared and what came after it is added. Raises IndexDamaged when the
    base is not as it was written, IndexUnwritable or OSError when the disk refuses.
    """
    draft.mkdir(parents=True)
    known: dict[str, str] = {}
    segments: tuple[SegmentEntry, ...] = ()
    removed = _NO_ROWS
    if base is None:
        _write_terms(draft, snapshot)
    else:
        segments = base.segments
        known = _share(draft, base.place, base.manifest, segments)
        indexed = base.manifest.segments[-1].last_key
        entries = read_entries(snapshot, indexed)
        LexicalIndex.extend(draft / "terms", entries, base.removed.tolist())
        removed = base.removed[base.removed <= base.last_key]
    after = base.last_key if base else 0
    last = snapshot.read_last_key()
    if last > after:
        name = f"segment-{snapshot.generation}"
        segments = (*segments, _write_segment(draft, name, snapshot, after, last))
    since = base.manifest.since if base else snapshot.generation
    _seal(draft, snapshot, segments=segments, removed=removed, since=since, known=known)


def write_purged(draft: Path, snapshot: Snapshot, place: Path, manifest: Manifest) -> None:
    """Write the index of the snapshot, which stands in `place`, once more, without anything that
    the library holds no longer: what has some of it is written anew, and the rest is shared.

    That is what was removed, and what was corrected too: of a release that is removed by now, it
    may have been. Raises as `write_draft`.
    """
    removed = _find_removed(place, manifest, snapshot) if manifest.segments else _NO_ROWS
    ends = [each.last_key for each in manifest.segments]
    starts = dict(zip(manifest.segments, [0, *ends], strict=False))
    impure = {manifest.segments[at] for at in np.unique(np.searchsorted(ends, removed))}
    draft.mkdir(parents=True)
    pure = [each for each in manifest.segments if each not in impure]
    known = _share(draft, place, manifest, pure)
    segments = []
    for entry in manifest.segments:
        if entry in impure:
            first, last = starts[entry], entry.last_key
            if not snapshot.count_passages(first, last):
                continue
            name = f"segment-{snapshot.generation}-{last}"
            segments.append(_write_segment(draft, name, snapshot, first, last))
        else:
            segments.append(entry)
    if not LexicalIndex.purge(draft / "terms", partial(read_entries_of, snapshot)):
        shutil.rmtree(draft / "terms")
        _write_terms(draft, snapshot)
        known = {name: each for name, each in known.items() if not name.startswith("terms/")}
    since = snapshot.generation
    _seal(draft, snapshot, segments=segments, removed=_NO_ROWS, since=since, known=known)


def _write_terms(draft: Path, snapshot: Snapshot) -> None:
    (draft / "terms").mkdir()
    LexicalIndex.build(draft / "terms", read_entries(snapshot))


def _write_segment(
    draft: Path, name: str, snapshot: Snapshot, after: int, last_key: int
) -> SegmentEntry:
    (draft / name).mkdir()
    passages = write_segment(draft / name, snapshot, after, last_key)
    return SegmentEntry(name, last_key, passages)


def _seal(
    draft: Path,
    snapshot: Snapshot,
    *,
    segments: Sequence[SegmentEntry],
    removed: Rows,
    since: int,
    known: dict[str, str],
) -> None:
    """Write what is said of segments and terms that are there, and flush what is not `known`."""
    save_array(draft / "removed.npy", removed)
    manifest = Manifest.describe(
        draft,
        generation=snapshot.generation,
        since=since,
        stamp=snapshot.stamp,
        rules=name_rules(snapshot),
        segments=tuple(segments),
        known=known,
    )
    manifest.write(draft)
    for name in ("manifest.json", *manifest.files):
        if name not in known:
            flush(draft / name)
    for folder in (*(path for path in draft.iterdir() if path.is_dir()), draft):
        flush(folder)


def _find_removed(place: Path, manifest: Manifest, snapshot: Snapshot) -> Rows:
    """The keys in the segments of a generation that the library holds no longer."""
    last = manifest.segments[-1].last_key
    indexed = sum(each.passages for each in manifest.segments)
    if snapshot.count_passages(up_to=last) == indexed:
        return _NO_ROWS
    columns = [f"{each.name}/keys.npy" for each in manifest.segments]
    for name in columns:
        check_files(place, manifest, under=name)
    keys = np.concatenate([np.load(place / name, allow_pickle=False) for name in columns])
    return np.setdiff1d(keys, snapshot.read_passage_keys(), assume_unique=True)


def _share(
    draft: Path, place: Path, manifest: Manifest, segments: Sequence[SegmentEntry]
) -> dict[str, str]:
    """Link these segments and the terms of a generation into the draft; the digests of the files.

    Raises IndexDamaged when what will be read to go on from is not as it was written.
    """
    check_files(place, manifest, under="terms/")
    shared = ("terms", *(each.name for each in segments))
    for folder in shared:
        (draft / folder).mkdir()
    known = {}
    for name, sha256 in manifest.files.items():
        if name.split("/")[0] in shared:
            _link(place / name, draft / name)
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
