"""The passages of a library as they stood at one moment, and what they are encoded as."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from weakref import WeakValueDictionary

import numpy as np
import numpy.typing as npt

from embeddings.encoder import Vectors
from embeddings.late_interaction import TokenCodes
from qa.errors import LibraryDamaged, LibraryError
from qa.records import Release, StoredPassage
from qa.storage.digests import digest
from qa.storage.moment import Moment
from qa.storage.schema import (
    PERIOD_COLUMNS,
    RELEASE_COLUMNS,
    Row,
    chunks,
    marks,
    to_period,
    to_release,
    to_stored_passage,
)
from qa.storage.values import PUT_BACK, make_unread, to_day

_LAST = 2**63 - 1  # the highest key that SQLite gives


@dataclass(frozen=True, slots=True)
class EncodedPassage:
    """What a passage is encoded as: vector (dimension,) and token codes (tokens, bytes)."""

    key: int
    published: date
    publisher: str
    vector: Vectors
    tokens: TokenCodes


class HeldPassages(Moment):
    """What a snapshot tells of passages. Safe to share between threads.

    All passages of a release that are in use have one copy of it in common, whenever they were
    read: with a copy each, or one a reading, those of a long one would fill the memory.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._releases: WeakValueDictionary[int, Release] = WeakValueDictionary()
        self._sharing = threading.Lock()

    def find_passage_keys(self, release_ids: Sequence[str]) -> list[tuple[int, ...]]:
        """For each of these releases the keys of its passages; none where it is not held."""
        found: dict[str, list[int]] = {release_id: [] for release_id in release_ids}
        for chunk in chunks(release_ids):
            for release_id, key in self.query(
                "SELECT r.id, p.key FROM passages p JOIN releases r ON r.key = p.release_key"
                f" WHERE r.id IN ({marks(chunk)})",
                chunk,
            ):
                found[release_id].append(key)
        return [tuple(found[release_id]) for release_id in release_ids]

    def read_passages(self, keys: Sequence[int]) -> list[StoredPassage]:
        """The passages under `keys`, in their order, with their analyses, but for those that have
        come to harm. Raises LibraryError when one is not held."""
        found: dict[int, StoredPassage] = {}
        for chunk in chunks(keys):
            rows = self.query(
                "SELECT release_key, key, ordinal, start, stop, analysis, a.digest FROM passages"
                f" LEFT JOIN analyses a ON passage_key = key WHERE key IN ({marks(chunk)})"
                " ORDER BY release_key",
                chunk,
            )
            whole = (
                (*row, analysis if noted == digest(row[1], analysis) else None)
                for *row, analysis, noted in rows
            )
            found.update((stored.key, stored) for stored in self._put_into_releases(whole))
        missing = [key for key in keys if key not in found]
        if missing:
            raise LibraryError(
                f"The library {self.path} holds no passage {missing[0]} at generation "
                f"{self.generation}, but the index does. Delete the index folder beside it."
            )
        return [found[key] for key in keys]

    def read_release_ids(self, keys: Sequence[int]) -> list[str]:
        """For each of the passages under `keys`, the id of its release, in their order."""
        found: dict[int, str] = {}
        for chunk in chunks(keys):
            found.update(
                self.query(
                    "SELECT p.key, r.id FROM passages p JOIN releases r ON r.key = p.release_key"
                    f" WHERE p.key IN ({marks(chunk)})",
                    chunk,
                )
            )
        return [found[key] for key in keys]

    def count_passages(self, after: int = 0, up_to: int = _LAST) -> int:
        """How many passages have keys beyond `after` and not beyond `up_to`."""
        [count] = self.query(
            "SELECT count(*) FROM passages WHERE key > ? AND key <= ?", (after, up_to)
        )[0]
        return int(count)

    def read_last_key(self) -> int:
        """The highest key of a passage, 0 when there is none."""
        return int(self.query("SELECT coalesce(max(key), 0) FROM passages")[0][0])

    def read_passage_keys(self) -> npt.NDArray[np.int64]:
        """The keys of all passages, ascending: (passages,)."""
        rows = self.query("SELECT key FROM passages ORDER BY key")
        return np.fromiter((key for (key,) in rows), np.int64, len(rows))

    def iterate_passages(self, after: int = 0, up_to: int = _LAST) -> Iterator[StoredPassage]:
        """Every passage, without its analysis, in the order of publication, then of arrival, then
        of the text.

        Those whose key is `after` or less, or beyond `up_to`, are left out.
        """
        rows = self.stream(
            "SELECT p.release_key, p.key, p.ordinal, p.start, p.stop, NULL FROM passages p"
            " JOIN releases r ON r.key = p.release_key" + _in_order(after),
            (after, up_to),
        )
        return self._put_into_releases(rows)

    def _put_into_releases(self, rows: Iterable[Row]) -> Iterator[StoredPassage]:
        """The passages of rows, those of one release together."""
        for release_key, group in groupby(rows, key=itemgetter(0)):
            about = to_period(self._read_release_row(PERIOD_COLUMNS, release_key))
            release = self._share_release(release_key)
            yield from (to_stored_passage(own, release, about) for own in group)

    def _share_release(self, key: int) -> Release:
        """The release under `key`: the copy that is in use, if there is one."""
        with self._sharing:
            release = self._releases.get(key)
            if release is None:
                release = to_release(self._read_release_row(RELEASE_COLUMNS, key))
                self._releases[key] = release
            return release

    def _read_release_row(self, columns: str, key: int) -> Row:
        rows = self.query(f"SELECT {columns} FROM releases r WHERE key = ?", (key,))
        if not rows:
            raise LibraryDamaged(
                f"The library {self.path} is damaged: it has passages of a release that it does "
                f"not hold. {PUT_BACK}"
            )
        return rows[0]

    def iterate_encodings(self, after: int = 0, up_to: int = _LAST) -> Iterator[EncodedPassage]:
        """What each of `iterate_passages` is encoded as."""
        dimension = self.encoder.dimension if self.encoder else 0
        width = -(-dimension // 8)
        for key, published, publisher, vector, tokens in self.stream(
            "SELECT p.key, r.published, r.publisher, e.vector, e.tokens FROM passages p"
            " JOIN releases r ON r.key = p.release_key"
            " JOIN encodings e ON e.key = p.encoding_key" + _in_order(after),
            (after, up_to),
        ):
            if len(vector) != 4 * dimension or len(tokens) % max(width, 1):
                raise make_unread(f"a vector of {dimension} dimensions", f"{len(vector)} bytes")
            yield EncodedPassage(
                key=key,
                published=to_day(published),
                publisher=publisher,
                vector=np.frombuffer(vector, "<f4").astype(np.float32),
                tokens=np.frombuffer(tokens, np.uint8).reshape(-1, width),
            )


def _in_order(after: int) -> str:
    """The passages between two keys in the order of publication: all by its index, few by their
    keys."""
    few = "+" if after else ""  # keeps SQLite from walking the index of days for them
    return f" WHERE p.key > ? AND p.key <= ? ORDER BY {few}r.published, r.key, p.ordinal"
