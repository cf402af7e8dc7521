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
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from embeddings.files import flush
from qa.errors import IndexDamaged
from qa.index.index_rules import name_rules
from qa.index.lexical_entries import read_entries
from qa.index.lexical_index import LexicalIndex
from qa.index.manifest import Manifest, SegmentEntry, check_files
from qa.index.segments import Rows, plan_segments, write_segment
from qa.storage.snapshot import Snapshot


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
        rules=name_rules(snapshot),
        segments=segments,
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
        return np.empty(0, np.int64)
    columns = [f"{each.name}/keys.npy" for each in manifest.segments]
    for name in columns:
        check_files(place, manifest, under=name)
    keys = np.concatenate([np.load(place / name, allow_pickle=False) for name in columns])
    return np.setdiff1d(keys, snapshot.read_passage_keys(), assume_unique=True)


def _share(base: Base, draft: Path) -> dict[str, str]:
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
