"""What a generation of the index consists of, signed: nothing is read that does not match it.

FAISS files and NumPy arrays carry no checksum of their own and load with flipped bits; a manifest
holds the SHA-256 digest of every file beside it, and of itself.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from embeddings.files import read_digest
from qa.errors import IndexDamaged

NAME = "manifest.json"

_Inode = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class SegmentEntry:
    """A segment of the index: the passages under keys up to `last_key`, from the one before it."""

    name: str
    last_key: int
    passages: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is in the folder of one generation.

    `since` is the generation at which it was last made anew, or freed of all that was removed: what
    was removed until then is in none of its files. `rules` are
    all that the files depend on beside the library: format, analysis, glossary, encoder. `files`
    maps each file's path in the folder to its digest.
    """

    generation: int
    since: int
    stamp: str | None
    rules: str
    segments: tuple[SegmentEntry, ...]
    files: dict[str, str]

    @classmethod
    def describe(
        cls,
        place: Path,
        *,
        generation: int,
        since: int,
        stamp: str | None,
        rules: str,
        segments: tuple[SegmentEntry, ...],
        known: dict[str, str],
    ) -> Self:
        """The manifest of what stands in `place`, where the digests of some files are `known`."""
        files = {name: known.get(name) or read_digest(place / name) for name in list_files(place)}
        return cls(generation, since, stamp, rules, segments, files)

    @classmethod
    def read(cls, place: Path) -> Self:
        """The manifest in `place`. Raises IndexDamaged when there is none, or not as written."""
        try:
            manifest = json.loads((place / NAME).read_text(encoding="utf-8"))
            content = manifest["content"]
            if manifest["sha256"] != _digest_json(content):
                raise IndexDamaged(f"The manifest in {place} is not as it was written.")
            segments = tuple(SegmentEntry(**entry) for entry in content.pop("segments"))
            return cls(segments=segments, **content)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise IndexDamaged(f"There is no readable manifest in {place}: {error}.") from error

    def write(self, place: Path) -> None:
        content: dict[str, Any] = {
            "generation": self.generation,
            "since": self.since,
            "stamp": self.stamp,
            "rules": self.rules,
            "segments": [
                {"name": each.name, "last_key": each.last_key, "passages": each.passages}
                for each in self.segments
            ],
            "files": self.files,
        }
        text = json.dumps({"content": content, "sha256": _digest_json(content)}, indent=1)
        (place / NAME).write_text(text, encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Checked:
    """A manifest, and what the disk calls the files that were found to match it.

    A file that a later generation shares need not be read again to be trusted.
    """

    manifest: Manifest
    inodes: dict[str, _Inode]

    def holds(self, place: Path, name: str, sha256: str) -> bool:
        """Whether the file `name` in `place` is one of these, with that digest."""
        known = self.manifest.files.get(name) == sha256
        return known and self.inodes.get(name) == _identify(place / name)


def check_files(
    place: Path, manifest: Manifest, *, under: str = "", earlier: Checked | None = None
) -> Checked:
    """Raise IndexDamaged unless the files in `place` are those of its manifest, byte for byte.

    `under` limits it to one folder or file. Those that `earlier` holds are not read.
    """
    expected = {name: each for name, each in manifest.files.items() if name.startswith(under)}
    inodes = {}
    try:
        if {name for name in list_files(place) if name.startswith(under)} != set(expected):
            raise IndexDamaged(f"The files in {place} are not those of its manifest.")
        for name, sha256 in expected.items():
            known = earlier is not None and earlier.holds(place, name, sha256)
            if not known and read_digest(place / name) != sha256:
                raise IndexDamaged(f"The file {place / name} does not match its manifest.")
            inodes[name] = _identify(place / name)
    except OSError as error:
        raise IndexDamaged(f"A file in {place} cannot be read: {error.strerror}.") from error
    return Checked(manifest, inodes)


def list_files(place: Path) -> list[str]:
    """The files of a generation by their paths in its folder, but for the manifest."""
    # tantivy's own lock files come and go with its writer and carry nothing.
    return sorted(
        path.relative_to(place).as_posix()
        for path in place.rglob("*")
        if path.is_file() and path.suffix != ".lock" and path != place / NAME
    )


def _digest_json(content: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _identify(path: Path) -> _Inode:
    """What changes when another file takes its place, or anything is written to it."""
    status = path.stat()
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
