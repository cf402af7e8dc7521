"""The library as it stood at one moment, for reading."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter

import numpy as np
import numpy.typing as npt

from embeddings.encoder import Vectors
from embeddings.late_interaction import TokenCodes
from qa.errors import LibraryError
from qa.moment import Moment
from qa.periods import Period
from qa.records import DateRange, Release, StoredPassage, Version
from qa.schema import (
    PERIOD_COLUMNS,
    RELEASE_COLUMNS,
    EncoderIdentity,
    Row,
    chunks,
    marks,
    to_period,
    to_release,
    to_stored_passage,
)
from qa.series import Instalment, SeriesBook

_LAST = 2**63 - 1  # the highest key that SQLite gives


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a library holds at one generation."""

    generation: int
    releases: int
    passages: int
    earliest_published: date | None
    latest_published: date | None
    encoder: EncoderIdentity | None


@dataclass(frozen=True, slots=True)
class YearCount:
    """How many releases of one publisher came out in one year."""

    publisher: str
    year: int
    releases: int


@dataclass(frozen=True, slots=True)
class EncodedPassage:
    """What a passage is encoded as: vector (dimension,) and token codes (tokens, bytes)."""

    key: int
    published: date
    publisher: str
    vector: Vectors
    tokens: TokenCodes


class Snapshot(Moment):
    """A library as it stood at one moment, for reading; later changes do not show.

    Safe to share between threads.
    """

    def read_holdings(self) -> Holdings:
        [releases, earliest, latest] = self.query(
            "SELECT count(*), min(published), max(published) FROM releases"
        )[0]
        [passages] = self.query("SELECT count(*) FROM passages")[0]
        return Holdings(
            generation=self.generation,
            releases=releases,
            passages=passages,
            earliest_published=date.fromisoformat(earliest) if earliest else None,
            latest_published=date.fromisoformat(latest) if latest else None,
            encoder=self.encoder,
        )

    def count_years(self) -> list[YearCount]:
        """Releases by publisher and year of publication."""
        rows = self.query(
            "SELECT publisher, CAST(substr(published, 1, 4) AS INTEGER), count(*) FROM releases"
            " GROUP BY 1, 2 ORDER BY 1, 2"
        )
        return [YearCount(publisher, year, releases) for publisher, year, releases in rows]

    def find_faults(self) -> list[str]:
        """What is wrong with the file and with what its rows say of each other."""
        faults = [
            f"The library {self.path} is damaged: {row[0]}. Restore it from a copy."
            for row in self.query("PRAGMA integrity_check(20)")
            if row[0] != "ok"
        ]
        faults += [
            f"A row of {row[0]} in {self.path} refers to none in {row[2]}. Restore it from a copy."
            for row in self.query("PRAGMA foreign_key_check")
        ]
        dimension = self.encoder.dimension if self.encoder else 0
        faults += [
            f"Passage {row[1]} of release {row[0]} does not fit its text or its vector. "
            f"Index that release anew."
            for row in self.query(
                "SELECT r.id, p.ordinal FROM passages p JOIN releases r ON r.key = p.release_key"
                " JOIN encodings e ON e.key = p.encoding_key WHERE p.start < 0 OR p.stop <= p.start"
                " OR p.stop > length(CAST(r.body AS BLOB)) OR length(e.vector) != ?"
                " OR length(e.tokens) % ? != 0",
                (4 * dimension, max(1, -(-dimension // 8))),
            )
        ]
        return faults

    def read_release(self, release_id: str) -> Release | None:
        rows = self.query(f"SELECT {RELEASE_COLUMNS} FROM releases r WHERE id = ?", (release_id,))
        return to_release(rows[0]) if rows else None

    def read_versions(self, release_id: str) -> list[Version]:
        """What was held under an id before, oldest first."""
        rows = self.query(
            f"SELECT number, indexed_at, replaced_at, {RELEASE_COLUMNS}"
            " FROM (SELECT *, release_id AS id FROM versions) r WHERE id = ? ORDER BY number",
            (release_id,),
        )
        return [
            Version(
                number,
                to_release(row),
                datetime.fromisoformat(indexed_at),
                datetime.fromisoformat(replaced_at),
            )
            for number, indexed_at, replaced_at, *row in rows
        ]

    def read_period(self, release_id: str) -> Period | None:
        """The period that a release is about."""
        rows = self.query(f"SELECT {PERIOD_COLUMNS} FROM releases r WHERE id = ?", (release_id,))
        return to_period(rows[0]) if rows else None

    def read_series(self) -> SeriesBook:
        """All series, lined up."""
        rows = self.query(
            f"SELECT r.series, r.id, r.title, r.published, r.publisher, {PERIOD_COLUMNS}"
            " FROM releases r"
            " WHERE r.series IS NOT NULL ORDER BY r.published, r.key"
        )
        return SeriesBook(
            (
                series,
                Instalment(release_id, title, date.fromisoformat(published), publisher, period),
            )
            for series, release_id, title, published, publisher, *days in rows
            if (period := to_period(days)) is not None
        )

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

    def list_releases(
        self,
        published: DateRange,
        *,
        publisher: str | None = None,
        limit: int,
        offset: int = 0,
        newest_first: bool = True,
    ) -> list[Release]:
        """Releases published within the range, by one publisher or by any; those of one day in
        order of arrival."""
        order = "DESC" if newest_first else "ASC"
        days = (published.first.isoformat(), published.last.isoformat())
        rows = self.query(
            f"SELECT {RELEASE_COLUMNS} FROM releases r WHERE published BETWEEN ? AND ?"
            f" AND coalesce(publisher = ?, 1) ORDER BY published {order}, key LIMIT ? OFFSET ?",
            (*days, publisher, limit, offset),
        )
        return [to_release(row) for row in rows]

    def find_release_ids(self, beginning: str, *, limit: int) -> list[str]:
        """Ids of releases that begin so, newest first."""
        rows = self.query(
            "SELECT id FROM releases WHERE substr(id, 1, ?) = ?"
            " ORDER BY published DESC, key LIMIT ?",
            (len(beginning), beginning, limit),
        )
        return [str(release_id) for (release_id,) in rows]

    def count_releases(self, published: DateRange, *, publisher: str | None = None) -> int:
        """How many `list_releases` would list without a limit."""
        [count] = self.query(
            "SELECT count(*) FROM releases WHERE published BETWEEN ? AND ?"
            " AND coalesce(publisher = ?, 1)",
            (published.first.isoformat(), published.last.isoformat(), publisher),
        )[0]
        return int(count)

    def read_passages(self, keys: Sequence[int]) -> list[StoredPassage]:
        """The passages under `keys`, in their order. Raises LibraryError when one is not held."""
        found: dict[int, StoredPassage] = {}
        for chunk in chunks(keys):
            rows = self.query(
                f"SELECT release_key, key, ordinal, start, stop FROM passages"
                f" WHERE key IN ({marks(chunk)}) ORDER BY release_key",
                chunk,
            )
            found.update((stored.key, stored) for stored in self._put_into_releases(rows))
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

    def iterate_passages(self, after: int = 0) -> Iterator[StoredPassage]:
        """Every passage, in the order of publication, then of arrival, then of the text.

        Those whose key is `after` or less are left out.
        """
        rows = self.stream(
            "SELECT p.release_key, p.key, p.ordinal, p.start, p.stop FROM passages p"
            " JOIN releases r ON r.key = p.release_key" + _in_order(after),
            (after,),
        )
        return self._put_into_releases(rows)

    def _put_into_releases(self, rows: Iterable[Row]) -> Iterator[StoredPassage]:
        """The passages of rows, those of one release together and with one copy of it in common:
        with a copy each, those of a long one would take the square of its length."""
        for release_key, group in groupby(rows, key=itemgetter(0)):
            [row] = self.query(
                f"SELECT {PERIOD_COLUMNS}, {RELEASE_COLUMNS} FROM releases r WHERE key = ?",
                (release_key,),
            )
            about, release = to_period(row[:3]), to_release(row[3:])
            yield from (to_stored_passage(own, release, about) for own in group)

    def iterate_encodings(self, after: int = 0) -> Iterator[EncodedPassage]:
        """What each of `iterate_passages` is encoded as."""
        dimension = self.encoder.dimension if self.encoder else 0
        width = -(-dimension // 8)
        for key, published, publisher, vector, tokens in self.stream(
            "SELECT p.key, r.published, r.publisher, e.vector, e.tokens FROM passages p"
            " JOIN releases r ON r.key = p.release_key"
            " JOIN encodings e ON e.key = p.encoding_key" + _in_order(after),
            (after,),
        ):
            yield EncodedPassage(
                key=key,
                published=date.fromisoformat(published),
                publisher=publisher,
                vector=np.frombuffer(vector, "<f4").astype(np.float32),
                tokens=np.frombuffer(tokens, np.uint8).reshape(-1, width),
            )


def _in_order(after: int) -> str:
    """The passages beyond a key in the order of publication: all by its index, few by their keys"""
    few = "+" if after else ""  # keeps SQLite from walking the index of days for them
    return f" WHERE p.key > ? ORDER BY {few}r.published, r.key, p.ordinal"
