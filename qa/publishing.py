"""How the passage index is written to its folder, whole or not at all, and checked.

The index is derived from the library and holds nothing that cannot be made anew. A generation is
written beside the old one, flushed, and renamed into place with a manifest of SHA-256 digests;
a folder that does not match its manifest is never read.

    index/generation-7/manifest.json   generation and stamp, encoder, digest of every file beside
                       vectors.faiss   rows in order of publication
                       keys.npy        (n,) int64, the library's passage keys
                       days.npy        (n,) int64, ordinal of the day of publication, ascending
                       tokens.npy      (tokens, bytes) uint8, codes of all passages, row by row
                       token_ends.npy  (n,) int64, where each row's codes end
                       terms/          tantivy
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import numpy as np
from filelock import FileLock

from embeddings.flat_index import FlatIndex
from qa.errors import IndexDamaged
from qa.korean import name_analysis
from qa.lexical_index import LexicalEntry, LexicalIndex
from qa.snapshot import Snapshot
from qa.terms import find_terms_in

FOLDER_NAME = "index"
# Raised whenever what is written changes, analysis of terms included: older folders are rebuilt.
FORMAT = 3


def publish(folder: Path, snapshot: Snapshot) -> None:
    """Write the index of the snapshot into `folder`, whole or not at all; older ones go.

    Of several processes one writes; the others wait and find it done. Raises IndexDamaged when
    the disk refuses; what was there before is then still there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "publishing.lock"):
            _publish_alone(folder, snapshot)
    except OSError as error:
        raise IndexDamaged(
            f"The index cannot be written to {folder}: {error.strerror}. The library is intact; "
            f"free some space or mend the folder, then try again."
        ) from error


def _publish_alone(folder: Path, snapshot: Snapshot) -> None:
    place = locate(folder, snapshot)
    try:
        verify(place, snapshot)
    except IndexDamaged:
        pass
    else:
        return
    # Drafts met here are of processes that were killed.
    for orphan in folder.glob(".draft-*"):
        shutil.rmtree(orphan, ignore_errors=True)
    draft = folder / f".draft-{snapshot.generation}"
    try:
        (draft / "terms").mkdir(parents=True)
        _write_files(draft, snapshot)
        _write_manifest(draft, snapshot)
        shutil.rmtree(place, ignore_errors=True)
        draft.rename(place)
        _flush(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    for other in folder.glob("generation-*"):
        number = other.name.removeprefix("generation-")
        if number.isdecimal() and int(number) < snapshot.generation:
            shutil.rmtree(other, ignore_errors=True)


def _write_files(draft: Path, snapshot: Snapshot) -> None:
    keys: list[int] = []
    days: list[int] = []

    def read_entries() -> Iterator[LexicalEntry]:
        passages = snapshot.iterate_passages()
        for release, group in groupby(passages, key=lambda stored: stored.release):
            title = find_terms_in(release.title, release.language)
            whole = title + find_terms_in(release.body, release.language)
            for stored in group:
                row = len(keys)
                keys.append(stored.key)
                days.append(release.published.toordinal())
                own = title + find_terms_in(stored.passage.text, release.language)
                yield LexicalEntry(row, release.published, passage=own, release=whole)

    LexicalIndex.build(draft / "terms", read_entries())
    np.save(draft / "keys.npy", np.array(keys, np.int64), allow_pickle=False)
    np.save(draft / "days.npy", np.array(days, np.int64), allow_pickle=False)
    _write_encodings(draft, snapshot, len(keys))


def _write_encodings(draft: Path, snapshot: Snapshot, passages: int) -> None:
    dimension = snapshot.encoder.dimension if snapshot.encoder else 0
    vectors = np.empty((passages, dimension), np.float32)
    token_ends = np.zeros(passages, np.int64)
    held = 0
    with (draft / "codes").open("wb") as file:
        for row, (vector, tokens) in enumerate(snapshot.iterate_encodings()):
            vectors[row] = vector
            file.write(tokens.tobytes())
            held += len(tokens)
            token_ends[row] = held
    np.save(draft / "token_ends.npy", token_ends, allow_pickle=False)
    if passages:
        FlatIndex.build(vectors).save(draft / "vectors.faiss")
    # Not in one piece: a large library's codes need not fit in memory.
    codes = np.memmap(draft / "codes", np.uint8, "r") if held else np.empty(0, np.uint8)
    np.save(draft / "tokens.npy", codes.reshape(held, -(-dimension // 8)), allow_pickle=False)
    (draft / "codes").unlink()


def _write_manifest(draft: Path, snapshot: Snapshot) -> None:
    files = {}
    for path in _files(draft):
        _flush(path)
        files[path.relative_to(draft).as_posix()] = _digest(path)
    content = _content(snapshot) | {"files": files}
    text = json.dumps({"content": content, "sha256": _digest_json(content)}, indent=1)
    (draft / "manifest.json").write_text(text, encoding="utf-8")
    for path in (draft / "manifest.json", draft / "terms", draft):
        _flush(path)


def verify(place: Path, snapshot: Snapshot) -> None:
    """Raise IndexDamaged unless every file in `place` is the one that was written."""
    try:
        manifest = json.loads((place / "manifest.json").read_text(encoding="utf-8"))
        content = manifest["content"]
        expected = content.pop("files")
        claimed = manifest["sha256"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise IndexDamaged(f"There is no readable manifest in {place}: {error}.") from error
    if claimed != _digest_json(content | {"files": expected}) or content != _content(snapshot):
        raise IndexDamaged(f"The manifest in {place} is not the one of this library.")
    found = {path.relative_to(place).as_posix() for path in _files(place)} - {"manifest.json"}
    if found != set(expected):
        raise IndexDamaged(f"The files in {place} are not those of its manifest.")
    for name, digest in expected.items():
        if _digest(place / name) != digest:
            raise IndexDamaged(f"The file {place / name} does not match its manifest.")


def _content(snapshot: Snapshot) -> dict[str, object]:
    encoder = snapshot.encoder
    return {
        "format": FORMAT,
        "korean": name_analysis(),
        "generation": snapshot.generation,
        "stamp": snapshot.stamp,
        "encoder": encoder.fingerprint if encoder else None,
    }


def locate(folder: Path, snapshot: Snapshot) -> Path:
    return folder / f"generation-{snapshot.generation}"


def _files(place: Path) -> list[Path]:
    # tantivy's own lock files come and go with its writer and carry nothing.
    return sorted(path for path in place.rglob("*") if path.is_file() and path.suffix != ".lock")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _digest_json(content: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _flush(path: Path) -> None:
    """Have the disk hold what was written to a file, or renamed within a folder."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
