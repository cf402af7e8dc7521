"""Segments of the index: passages in order of publication, with their vectors and token codes.

A segment is written once and never changes. An index is a few of them, each with the passages
that came after those of the one before it, as in Lucene
(https://lucene.apache.org/core/10_0_0/core/org/apache/lucene/index/package-summary.html).

    vectors.faiss   in order of publication, as the others are; many passages have other
                    files in its place (`embeddings.quantised_index`)
    keys.npy        (n,) int64, the library's passage keys
    days.npy        (n,) int64, ordinal of the day of publication, ascending
    publishers.npy  (n,) int64, the number of the publisher's name
    tokens.npy      (tokens, bytes) uint8, codes of all passages, one after the other
    token_ends.npy  (n,) int64, where each passage's codes end
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self, TypeVar

import numpy as np
import numpy.typing as npt

from embeddings.errors import VectorsMismatch
from embeddings.files import save_array
from embeddings.index_choice import open_vector_index, write_vector_index
from embeddings.late_interaction import TokenCodes
from embeddings.vector_index import VectorIndex
from qa.errors import IndexDamaged
from qa.reading.identity import number_publisher
from qa.records import DateRange
from qa.storage.snapshot import Snapshot

Rows = npt.NDArray[np.int64]
Number = TypeVar("Number", np.float32, np.uint8)

_WASTE = 0.1  # share of passages no longer held from which on an index is better made anew


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment opened for reading. Safe for concurrent searches."""

    keys: Rows
    days: Rows
    publishers: Rows
    vectors: VectorIndex
    _tokens: TokenCodes
    _token_ends: Rows

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The segment in `folder`, whose files are checked. Raises IndexDamaged when it is gone."""
        try:
            return cls(
                keys=np.load(folder / "keys.npy", allow_pickle=False),
                days=np.load(folder / "days.npy", allow_pickle=False),
                publishers=np.load(folder / "publishers.npy", allow_pickle=False),
                vectors=open_vector_index(folder),
                # As a plain array: numpy's own class for maps makes each slice one of its kind.
                _tokens=np.asarray(
                    np.load(folder / "tokens.npy", allow_pickle=False, mmap_mode="r")
                ),
                _token_ends=np.load(folder / "token_ends.npy", allow_pickle=False),
            )
        except (VectorsMismatch, OSError) as error:
            # Removed since it was checked: a newer generation was published.
            raise IndexDamaged(str(error)) from error

    def __len__(self) -> int:
        return len(self.keys)

    def find_rows(self, published: DateRange) -> range:
        """The rows of passages published within the range."""
        return find_slice(self.days, published)

    def read_tokens(self, row: int) -> TokenCodes:
        start = int(self._token_ends[row - 1]) if row else 0
        return self._tokens[start : int(self._token_ends[row])]


def find_slice(days: Rows, published: DateRange) -> range:
    """Where the days within the range stand among `days`, ascending ordinals."""
    first = np.searchsorted(days, published.first.toordinal(), side="left")
    stop = np.searchsorted(days, published.last.toordinal(), side="right")
    return range(int(first), int(stop))


def write_segment(folder: Path, snapshot: Snapshot, after: int, last_key: int) -> int:
    """Write the passages under keys beyond `after`, up to `last_key`, into the empty `folder`; how
    many they are."""
    passages = snapshot.count_passages(after, last_key)
    dimension = snapshot.encoder.dimension if snapshot.encoder else 0
    keys, days, publishers, token_ends = (np.zeros(passages, np.int64) for _ in range(4))
    held = 0
    # Neither need fit in memory: a large library's are gigabytes.
    with (folder / "floats").open("wb") as floats, (folder / "codes").open("wb") as codes:
        for row, encoded in enumerate(snapshot.iterate_encodings(after, last_key)):
            floats.write(encoded.vector.tobytes())
            codes.write(encoded.tokens.tobytes())
            held += len(encoded.tokens)
            keys[row], days[row] = encoded.key, encoded.published.toordinal()
            publishers[row] = number_publisher(encoded.publisher)
            token_ends[row] = held
    columns = {"keys": keys, "days": days, "publishers": publishers, "token_ends": token_ends}
    for name, column in columns.items():
        save_array(folder / f"{name}.npy", column)
    vectors = _map(folder / "floats", np.dtype(np.float32), (passages, dimension))
    write_vector_index(folder, vectors)
    tokens = _map(folder / "codes", np.dtype(np.uint8), (held, -(-dimension // 8)))
    save_array(folder / "tokens.npy", tokens)
    for name in ("floats", "codes"):
        (folder / name).unlink()
    return passages


def _map(path: Path, dtype: np.dtype[Number], shape: tuple[int, int]) -> npt.NDArray[Number]:
    """What was written to a file, number by number; a file of none cannot be mapped."""
    return np.memmap(path, dtype, "r", shape=shape) if shape[0] else np.empty(shape, dtype)


def plan_segments(held: Sequence[int], removed: int, new: int) -> int:
    """How many of the first segments stay as they are when passages are new; the rest are merged.

    Each that stays holds at least twice what comes after it, so there are few, and a passage is
    written again only as often as that number doubles. `held` counts their passages, `removed` of
    which are no longer in the library; 0 stay when these are too many.

    >>> plan_segments([1000, 20, 10], 0, 4), plan_segments([1000, 20, 10], 0, 6)
    (3, 1)
    """
    if removed > _WASTE * sum(held):
        return 0
    kept = len(held)
    while kept and held[kept - 1] < 2 * new:
        kept -= 1
        new += held[kept]
    return kept
