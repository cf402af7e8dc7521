"""Series: releases that are instalments of one template, lined up by the periods they are about.

A series is known by the id of the release that began it. Two releases of one series and one period
are versions: the later is current, the earlier is superseded, and both stay. Which series a release
belongs to is settled when it arrives (`qa.series.series_finder`); what can be seen of a series
depends on the day that a question is asked for, so the rest is worked out from what was published
by then.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import Self

import numpy as np

from qa.periods import Granularity, Period
from qa.periods.period_rows import Periods, find_near, list_periods
from qa.records import DateRange, Scope

_VERSIONS = 1.5  # releases a period, on average, beyond which it is no series
_LATE = timedelta(days=100)  # how long figures may take to come out
_VIEWS_KEPT = 2048


@dataclass(frozen=True, slots=True)
class Instalment:
    """A release as a member of its series."""

    release_id: str
    title: str
    published: date
    publisher: str
    period: Period
    language: str = "en"


@dataclass(frozen=True, slots=True)
class SeriesPlace:
    """Where a release stands in its series, as far as it was published by a day.

    `instalments` counts periods, its own included. `previous` and `next` are the current versions
    of the periods before and after; `superseded_by` is the current version of its own period
    where that is another, and `supersedes` are the earlier ones where it is itself.
    """

    series: str
    period: Period
    instalments: int
    previous: Instalment | None
    next: Instalment | None
    superseded_by: Instalment | None
    supersedes: tuple[Instalment, ...] = ()

    @property
    def others(self) -> int:
        return self.instalments - 1


@dataclass(frozen=True, slots=True)
class Standing:
    """A release among the instalments of its series that a question can see.

    `newness` is 1 for the newest, -1 for the others, and 0 for what is in no series or the newest
    of one that has stopped. `superseded`: a later version of the same instalment can be seen.
    `matter` is the first series that tells of the same matter, among those that are looked at.
    """

    newness: int = 0
    superseded: bool = False
    series: str | None = None
    matter: str | None = None


_ALONE = Standing()
_Versions = tuple[Instalment, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """A series in order of period, each with its versions in order of publication.

    `first` and `last` are the days between which all of it was published.
    """

    versions: tuple[_Versions, ...]
    first: date
    last: date

    @property
    def kind(self) -> Granularity:
        """Of its periods."""
        return self.versions[0][0].period.granularity

    def show(self, scope: Scope, without: frozenset[str] = frozenset()) -> list[_Versions]:
        """Only what is in scope, without some releases."""
        first, last = scope.published.first, scope.published.last
        whole = scope.publisher is None and first <= self.first and self.last <= last
        if not without and whole:
            return list(self.versions)
        visible = (
            tuple(
                [
                    each
                    for each in versions
                    if scope.holds(each.published, each.publisher)
                    and each.release_id not in without
                ]
            )
            for versions in self.versions
        )
        return [versions for versions in visible if versions]


@dataclass(frozen=True, slots=True)
class _Current:
    """The current version of each period of a series, in order, and their periods."""

    instalments: tuple[Instalment, ...]
    periods: Periods

    @classmethod
    def of(cls, instalments: Sequence[Instalment]) -> Self:
        return cls(tuple(instalments), list_periods(each.period for each in instalments))

    def find_about(self, asked: Period) -> list[Instalment]:
        """That of the period asked for, else those whose periods lie in it or hold it."""
        [near] = np.nonzero(find_near(asked, self.periods))
        found = [self.instalments[place] for place in near.tolist()]
        return [each for each in found if each.period.same_days(asked)] or found


@dataclass(frozen=True)
class _View:
    """What a scope shows of a series, in order of period, as of the last day of publication."""

    series: str
    visible: tuple[_Versions, ...]
    as_of: date

    @classmethod
    def of(
        cls, series: str, run: _Run, scope: Scope, without: frozenset[str] = frozenset()
    ) -> Self:
        return cls(series, tuple(run.show(scope, without)), scope.published.last)

    @cached_property
    def current(self) -> _Current:
        return _Current.of([each[-1] for each in self.visible])

    @cached_property
    def places(self) -> dict[str, int]:
        """Where in `visible` each release is."""
        return {
            each.release_id: at for at, versions in enumerate(self.visible) for each in versions
        }

    @cached_property
    def standings(self) -> dict[str, Standing]:
        visible = self.visible
        stopped = len(visible) < 2 or _is_stale(visible[-1][-1].period, self.as_of)
        return {
            each.release_id: Standing(
                newness=-1 if versions is not visible[-1] else 0 if stopped else 1,
                superseded=each is not versions[-1],
                series=self.series,
            )
            for versions in visible
            for each in versions
        }


class SeriesBook:
    """All series of a library, for looking up what a release is an instalment of."""

    def __init__(self, members: Iterable[tuple[str, Instalment]]) -> None:
        """`members` are instalments with the series they belong to.

        What has one period only is no series, nor what has several releases for most periods:
        announcements that happen to be worded alike.
        """
        grouped: dict[str, list[Instalment]] = {}
        for series, instalment in members:
            grouped.setdefault(series, []).append(instalment)
        self._runs: dict[str, _Run] = {}
        alone: dict[str, _Run] = {}
        self._series_of: dict[str, str] = {}
        for series, instalments in grouped.items():
            run = _line_up(instalments)
            if len(run.versions) == 1:
                alone[series] = run
            elif len(instalments) <= _VERSIONS * len(run.versions):
                self._runs[series] = run
                self._series_of.update((each.release_id, series) for each in instalments)
        runs = self._runs | alone
        self._of_kind: dict[Granularity, list[str]] = {}
        for name, run in runs.items():
            self._of_kind.setdefault(run.kind, []).append(name)
        # The questions of a day look at the same scope. Not of methods: a cache that knows its
        # owner would keep open a library that nobody uses.
        self._view = lru_cache(_VIEWS_KEPT)(lambda name, scope: _View.of(name, runs[name], scope))

    def __len__(self) -> int:
        return len(self._runs)

    def find_series(self, release_id: str) -> str | None:
        """The series that a release is an instalment of."""
        return self._series_of.get(release_id)

    def list_current(self, series: str, scope: Scope) -> list[Instalment]:
        """The current version of each period, in order, of what is in scope."""
        return list(self._view(series, scope).current.instalments)

    def list_of_kind(self, kind: Granularity) -> Sequence[str]:
        """Series for periods of a kind, and what has one such period only."""
        return self._of_kind.get(kind, ())

    def list_in_other_languages(self, series: str) -> list[str]:
        """Series for periods of the same kind, in another language."""
        kind, language = self._describe(series)
        return [
            each
            for each in self.list_of_kind(kind)
            if each in self._runs and self._describe(each)[1] != language
        ]

    def _describe(self, series: str) -> tuple[Granularity, str]:
        newest = self._runs[series].versions[-1][-1]
        return newest.period.granularity, newest.language

    def find_newest(self, series: str, scope: Scope) -> Instalment | None:
        """The current version of the last period."""
        current = self.list_current(series, scope)
        return current[-1] if current else None

    def find_about(self, series: str, asked: Period, scope: Scope) -> list[Instalment]:
        """Current versions for the period asked, else for those that lie in it or hold it."""
        return self._view(series, scope).current.find_about(asked)

    def find_standings(
        self,
        release_ids: Iterable[str],
        scope: Scope,
        without: frozenset[str] = frozenset(),
    ) -> dict[str, Standing]:
        """How each of these releases stands among those in scope, without some."""
        standings: dict[str, Standing] = {}
        of_series: dict[str, dict[str, Standing]] = {}
        for release_id in release_ids:
            series = self._series_of.get(release_id)
            if series is None:
                standings[release_id] = _ALONE
                continue
            if series not in of_series:
                # What is left out differs from question to question, and is not kept.
                run = self._runs[series]
                left = _View.of(series, run, scope, without) if without else None
                of_series[series] = (left or self._view(series, scope)).standings
            standings[release_id] = of_series[series][release_id]
        return standings

    def place(self, release_id: str, as_of: date) -> SeriesPlace | None:
        """Where a release stands; None when by that day it is the only instalment."""
        series = self._series_of.get(release_id)
        if series is None:
            return None
        scope = Scope(DateRange(date.min, as_of))
        view = self._view(series, scope)
        visible, at = view.visible, view.places.get(release_id)
        if at is None or len(visible) < 2:
            return None
        *earlier, current = visible[at]
        return SeriesPlace(
            series=series,
            period=current.period,
            instalments=len(visible),
            previous=visible[at - 1][-1] if at else None,
            next=visible[at + 1][-1] if at + 1 < len(visible) else None,
            superseded_by=current if current.release_id != release_id else None,
            supersedes=tuple(earlier) if current.release_id == release_id else (),
        )


def _is_stale(newest: Period, as_of: date) -> bool:
    """Whether a series has stopped, so that its newest is not how things stand."""
    length = newest.last - newest.first
    return as_of - newest.last > 1.5 * length + _LATE


def _line_up(instalments: Iterable[Instalment]) -> _Run:
    by_period: dict[tuple[date, date], list[Instalment]] = {}
    for each in sorted(instalments, key=lambda each: (each.published, each.release_id)):
        by_period.setdefault((each.period.first, each.period.last), []).append(each)
    published = [each.published for versions in by_period.values() for each in versions]
    versions = tuple(tuple(by_period[days]) for days in sorted(by_period))
    return _Run(versions, min(published), max(published))
