"""The library as it stood at one moment, for reading: its releases, and all of it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from qa.periods import Period
from qa.records import UNDATED, DateRange, Noted, Release, Version
from qa.series.series import Instalment, SeriesBook
from qa.storage.digests import IS_HELD, digest_release
from qa.storage.held_passages import HeldPassages
from qa.storage.schema import (
    PERIOD_COLUMNS,
    RELEASE_COLUMNS,
    EncoderIdentity,
    to_period,
    to_release,
)
from qa.storage.values import to_day, to_time


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
class SourceCount:
    """A source that a library is synchronised with: when all of it was last read, None before it
    was for once, and how many releases go when it has them no more, none of a feed or a web site.
    """

    name: str
    read_at: datetime | None
    releases: int


@dataclass(frozen=True, slots=True)
class PublisherCount:
    """How many releases of one publisher are held, and the days of the first and the last.

    The days are None where none of them has one.
    """

    publisher: str
    releases: int
    earliest_published: date | None
    latest_published: date | None


class Snapshot(HeldPassages):
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
            earliest_published=to_day(earliest) if earliest else None,
            latest_published=to_day(latest) if latest else None,
            encoder=self.encoder,
        )

    def count_years(self) -> list[YearCount]:
        """Releases by publisher and year of publication."""
        rows = self.query(
            "SELECT publisher, CAST(substr(published, 1, 4) AS INTEGER), count(*) FROM releases"
            " GROUP BY 1, 2 ORDER BY 1, 2"
        )
        return [YearCount(publisher, year, releases) for publisher, year, releases in rows]

    def find_publishing_days(self) -> dict[str, DateRange]:
        """The publishers in the order of `count_publishers`, each with the days from its first
        release to its last; all days where none is known."""
        return {
            each.publisher: DateRange(
                each.earliest_published or date.min, each.latest_published or date.max
            )
            for each in self.count_publishers()
        }

    def count_publishers(self) -> list[PublisherCount]:
        """The publishers of what is held, those with most releases first, then by name."""
        rows = self.query(
            "SELECT publisher, count(*), min(nullif(published, ?)), max(nullif(published, ?))"
            " FROM releases GROUP BY 1 ORDER BY 2 DESC, 1",
            (UNDATED.isoformat(), UNDATED.isoformat()),
        )
        return [
            PublisherCount(
                publisher,
                releases,
                to_day(earliest) if earliest else None,
                to_day(latest) if latest else None,
            )
            for publisher, releases, earliest, latest in rows
        ]

    def read_addresses(self) -> dict[str, str | None]:
        """The id of every release, with the address it has on the web."""
        return dict(self.query("SELECT id, url FROM releases"))

    def read_release(self, release_id: str) -> Release | None:
        rows = self.query(f"SELECT {RELEASE_COLUMNS} FROM releases r WHERE id = ?", (release_id,))
        return to_release(rows[0]) if rows else None

    def find_changed(self, releases: Iterable[Release]) -> list[Release]:
        """Those of `releases` that the library does not hold just as they are, or damaged."""
        return [
            each for each in releases if not self.query(IS_HELD, (each.id, digest_release(each)))
        ]

    def read_sources(self) -> dict[str, Noted]:
        """The sources noted, by name."""
        held: dict[str, set[str]] = {}
        for source, release_id in self.query("SELECT source, release_id FROM source_releases"):
            held.setdefault(source, set()).add(release_id)
        return {
            name: Noted(frozenset(held.get(name, ())), _find_when(read_at))
            for name, read_at in self.query("SELECT name, read_at FROM sources ORDER BY name")
        }

    def count_sources(self) -> list[SourceCount]:
        """The same sources, each with when all was last read, and how many releases it keeps."""
        rows = self.query(
            "SELECT name, read_at, count(release_id) FROM sources"
            " LEFT JOIN source_releases ON source = name GROUP BY name ORDER BY name"
        )
        return [
            SourceCount(name, _find_when(read_at), releases) for name, read_at, releases in rows
        ]

    def read_versions(self, release_id: str) -> list[Version]:
        """What was held under an id before, oldest first."""
        rows = self.query(
            f"SELECT number, indexed_at, replaced_at, {RELEASE_COLUMNS}"
            " FROM (SELECT *, release_id AS id FROM versions) r WHERE id = ? ORDER BY number",
            (release_id,),
        )
        return [
            Version(number, to_release(row), to_time(indexed_at), to_time(replaced_at))
            for number, indexed_at, replaced_at, *row in rows
        ]

    def read_period(self, release_id: str) -> Period | None:
        """The period that a release is about."""
        rows = self.query(f"SELECT {PERIOD_COLUMNS} FROM releases r WHERE id = ?", (release_id,))
        return to_period(rows[0]) if rows else None

    def read_series(self) -> SeriesBook:
        """All series, lined up."""
        rows = self.query(
            f"SELECT r.series, r.id, r.title, r.published, r.publisher, r.language,"
            f" {PERIOD_COLUMNS} FROM releases r"
            " WHERE r.series IS NOT NULL ORDER BY r.published, r.key"
        )
        return SeriesBook(
            (
                series,
                Instalment(release_id, title, to_day(published), publisher, period, language),
            )
            for series, release_id, title, published, publisher, language, *days in rows
            if (period := to_period(days)) is not None
        )

    def list_releases(
        self,
        published: DateRange,
        *,
        publisher: str | None = None,
        further: Sequence[str] = (),
        limit: int,
        offset: int = 0,
        newest_first: bool = True,
        with_passages: bool = False,
    ) -> list[Release]:
        """Releases published within the range, by one publisher, whose `further` names are as good,
        or by any; those of one day in order of arrival. With `with_passages` none whose body is
        blank."""
        order = f"published {'DESC' if newest_first else 'ASC'}, key"
        wanted, values = _tell_wanted(published, publisher, further, with_passages)
        # Their keys first, which an index has: no other release is read.
        rows = self.query(
            f"SELECT {RELEASE_COLUMNS} FROM releases r WHERE key IN (SELECT key FROM releases r"
            f" WHERE {wanted} ORDER BY {order} LIMIT ? OFFSET ?) ORDER BY {order}",
            (*values, limit, offset),
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

    def count_releases(
        self,
        published: DateRange,
        *,
        publisher: str | None = None,
        further: Sequence[str] = (),
        with_passages: bool = False,
    ) -> int:
        """How many `list_releases` would list without a limit."""
        wanted, values = _tell_wanted(published, publisher, further, with_passages)
        [(count,)] = self.query(f"SELECT count(*) FROM releases r WHERE {wanted}", values)
        return int(count)


def _tell_wanted(
    published: DateRange, publisher: str | None, further: Sequence[str], with_passages: bool
) -> tuple[str, list[object]]:
    """The condition that `list_releases` puts to releases `r`, and its values. It says nothing of
    what is not asked for, so that an index alone can answer it."""
    wanted = "published BETWEEN ? AND ?"
    values: list[object] = [published.first.isoformat(), published.last.isoformat()]
    if publisher is not None:
        wanted += " AND publisher IN (SELECT value FROM json_each(?))"
        values.append(json.dumps([publisher, *further]))
    if with_passages:
        wanted += " AND EXISTS (SELECT 1 FROM passages WHERE release_key = r.key)"
    return wanted, values


def _find_when(read_at: str) -> datetime | None:
    """When a source was last read; where that is damaged it is read again, as if it never was."""
    try:
        return datetime.fromisoformat(read_at)
    except (TypeError, ValueError):
        return None
