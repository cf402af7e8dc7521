"""Which period a release is about and which series it joins, put down as it enters the library.

It is part of the transaction that puts the release in. Templates are kept with the releases, so
that one that arrives is compared with those held without reading them again. Only releases about
periods within ten years of its own are looked at, and of these only series in which one has words
enough in common with it.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from qa.language.korean import name_analysis
from qa.periods import Granularity
from qa.records import Release
from qa.series.series_finder import Arrival, SeriesFinder, find_least_likeness, read_arrival
from qa.series.templates import VERSION, Template
from qa.storage.digests import PLACING_DIGEST, RELEASE_DIGEST
from qa.storage.schema import PERIOD_COLUMNS, RELEASE_COLUMNS, to_period, to_release

_YEARS_AROUND = 10  # a series that pauses for longer begins anew


def place_releases(connection: sqlite3.Connection, releases: Iterable[Release]) -> None:
    """Note period, template and series of releases that are held, with their passages, and not yet
    placed."""
    releases = list(releases)
    arrivals = sorted(
        filter(None, map(read_arrival, releases)), key=lambda each: (each.published, each.id)
    )
    finder, series = _load_kin(connection, arrivals), dict[str, str]()
    for each in arrivals:
        joined = finder.join(each)
        series.update(dict.fromkeys((each.id, *joined.strays), joined.series))
    for each in arrivals:
        period = each.template.period
        connection.execute(
            "UPDATE releases SET about_first = ?, about_last = ?, about_kind = ?, template = ?,"
            " series = ? WHERE id = ?",
            (
                period.first.isoformat(),
                period.last.isoformat(),
                period.granularity.value,
                " ".join(sorted(each.template.words)),
                series.pop(each.id),
                each.id,
            ),
        )
    placed = [release.id for release in releases]
    placed += [id_ for id_ in series if _is_whole(connection, id_)]
    connection.executemany(
        "UPDATE releases SET series = ? WHERE id = ?", [(name, id_) for id_, name in series.items()]
    )
    connection.executemany(
        f"UPDATE releases SET placing = {PLACING_DIGEST} WHERE id = ?", [(id_,) for id_ in placed]
    )


def _is_whole(connection: sqlite3.Connection, release_id: str) -> bool:
    """Whether what is noted of a release held is undamaged."""
    query = f"SELECT 1 FROM releases WHERE id = ? AND placing IS {PLACING_DIGEST}"
    return connection.execute(query, (release_id,)).fetchone() is not None


def place_all_if_outdated(connection: sqlite3.Connection) -> bool:
    """Place every release anew when templates were read by other rules; whether they were.

    Of what is damaged none is lost sight of: text that is, is not placed, and a release of which
    something else is, as its passages may be, still counts as damaged.
    """
    rules = f"{VERSION} {name_analysis()}"
    row = connection.execute("SELECT value FROM meta WHERE key = 'templates'").fetchone()
    if row is not None and row[0] == rules:
        return False
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('templates', ?)", (rules,))
    rows = connection.execute(
        f"SELECT {RELEASE_COLUMNS} FROM (SELECT * FROM releases WHERE digest IS {RELEASE_DIGEST}) r"
    ).fetchall()
    damaged = connection.execute(
        f"SELECT key FROM releases WHERE placing IS NOT {PLACING_DIGEST}"
    ).fetchall()
    connection.execute(
        "UPDATE releases SET about_first = NULL, about_last = NULL, about_kind = NULL,"
        " template = NULL, series = NULL, placing = NULL"
    )
    place_releases(connection, [to_release(row) for row in rows])
    connection.executemany("UPDATE releases SET placing = NULL WHERE key = ?", damaged)
    return bool(rows)


def _load_kin(connection: sqlite3.Connection, arrivals: Sequence[Arrival]) -> SeriesFinder:
    """What those about to be placed are compared with: whole series of what may matter to them."""
    groups: dict[tuple[str, Granularity], list[Arrival]] = {}
    for each in arrivals:
        groups.setdefault((each.language, each.template.period.granularity), []).append(each)
    finder = SeriesFinder()
    for (language, kind), group in groups.items():
        keys = _find_kin(connection, language, kind, group)
        rows = connection.execute(
            "SELECT r.id, r.title, r.published, r.publisher, r.series, r.template,"
            f" {PERIOD_COLUMNS} FROM releases r WHERE r.key IN (SELECT value FROM json_each(?))"
            " ORDER BY r.published, r.id",
            (json.dumps(keys),),
        )
        for id_, title, day, publisher, series, words, *days in rows:
            period, published = to_period(days), _to_day(day)
            # Else it is damaged, and no kin.
            if period is not None and published is not None and words and series:
                template = Template(period, frozenset(words.split()))
                finder.add(Arrival(id_, title, published, publisher, language, template), series)
    return finder


def _find_kin(
    connection: sqlite3.Connection, language: str, kind: Granularity, arrivals: Sequence[Arrival]
) -> list[int]:
    """The keys of the releases held in each series of which one may matter to an arrival.

    There may be a hundred thousand about some month or other: of most only the words are counted,
    and of those in a series that matters not even these.
    """
    words = frozenset[str]().union(*(each.template.words for each in arrivals))
    fewest = min(len(each.template.words) for each in arrivals)
    publishers = {each.publisher for each in arrivals}
    least = [find_least_likeness(kind, same_publisher=same) for same in (False, True)]
    years = [each.template.period.first.year for each in arrivals]
    earliest, latest = min(years) - _YEARS_AROUND, max(years) + _YEARS_AROUND
    members: dict[str, list[int]] = {}
    found: set[str] = set()
    for key, publisher, series, template in connection.execute(
        "SELECT key, publisher, series, template FROM releases WHERE language = ?"
        " AND about_kind = ? AND about_first BETWEEN ? AND ? AND series <> '' AND template <> ''",
        (language, kind.value, f"{earliest:04}-01-01", f"{latest:04}-12-31"),
    ):
        members.setdefault(series, []).append(key)
        if series not in found:
            held = template.split()
            shared = len(words.intersection(held))
            # The likeness is no more than this to any of the arrivals.
            if shared >= least[publisher in publishers] * (fewest + len(held) - shared):
                found.add(series)
    return [key for series in found for key in members[series]]


def _to_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        return None
