"""Which series a release joins: that of the release whose template has most words in common.

Figures that come out month after month in other words each time share fewer. There it takes more
than the words: the same publisher, as many days after the end of a month that the series lacks,
titles that name the same matter, and no other series of that publisher that is nearly as like. A
release may bring together what was apart before it came, where it is like both.
"""

from array import array
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from qa.language.terms import find_terms
from qa.periods import Granularity, Period
from qa.records import Release
from qa.series.kinship import FORM
from qa.series.templates import Template, mask, read_template

_SAME_TEMPLATE = 0.27  # Jaccard from which on two releases follow one template
_SAME_FIGURES = 0.15  # from which on two may report the same figures in other words
_SAME_MATTER = 0.2  # from which what the titles name need only stand in the other's text
_AHEAD = 1.5  # times as like as any other series of the publisher
_AS_LATE = timedelta(days=7)  # by which the days from the period's end to publication may differ
_CLIPPED = 4  # letters of a word that may stand for a longer one: "auto", "automobile"
_TITLES_KEPT = 4096
# Periods that figures come out for as soon and as often: what speaks of a year is much else.
_REPORTED = (Granularity.MONTH, Granularity.QUARTER, Granularity.HALF)
# Words of titles that say nothing of the matter, or only that it is traded.
_FORM = FORM | frozenset(
    find_terms("export import 수출입 동향 산업 발표 현황 결과 통계 실적 국내 한국 우리나라")
)

Likeness = npt.NDArray[np.float64]
"""The Jaccard similarity of each template to that of a release: (templates,)."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A release as far as it tells which series it is of."""

    id: str
    title: str
    published: date
    publisher: str
    language: str
    template: Template


def read_arrival(release: Release) -> Arrival | None:
    """A release as it arrives; None when it is about no period that has ended."""
    template = read_template(release)
    if template is None:
        return None
    return Arrival(
        release.id,
        release.title,
        release.published,
        release.publisher,
        release.language,
        template,
    )


def find_least_likeness(kind: Granularity, *, same_publisher: bool) -> float:
    """The likeness below which two releases about periods of a kind have no bearing on each other's
    series: neither as what one joins, nor as a rival of that."""
    if same_publisher and kind in _REPORTED:
        return _SAME_FIGURES / _AHEAD
    return _SAME_TEMPLATE


@dataclass(frozen=True, slots=True)
class Joined:
    """The series that a release is of, and the ids of those so far of others, or of none, that turn
    out to be of it too."""

    series: str
    strays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """What is kept of a release besides its words."""

    id: str
    title: str
    published: date
    publisher: str
    period: Period

    @property
    def lag(self) -> timedelta:
        return self.published - self.period.last

    @property
    def named(self) -> frozenset[str]:
        return _name_matter(self.title, self.published)


class _Kin:
    """Templates of one language and kind of period, with their series; grows as they arrive."""

    def __init__(self) -> None:
        self.series: list[str] = []
        self._known: list[_Known] = []
        self._members: dict[str, list[int]] = {}
        self._periods: dict[str, set[Period]] = {}
        self._sizes = array("q")
        self._holders: dict[str, array[int]] = {}

    def add(self, words: frozenset[str], known: _Known, series: str) -> None:
        row = len(self.series)
        for word in words:
            self._holders.setdefault(word, array("q")).append(row)
        self.series.append(series)
        self._known.append(known)
        self._members.setdefault(series, []).append(row)
        self._periods.setdefault(series, set()).add(known.period)
        self._sizes.append(len(words))

    def move(self, name: str, series: str) -> list[str]:
        """Have the releases of a series in another; their ids."""
        rows = self._members.pop(name)
        for row in rows:
            self.series[row] = series
        self._members[series] += rows
        self._periods[series] |= self._periods.pop(name)
        return [self._known[row].id for row in rows]

    def compare(self, words: frozenset[str]) -> Likeness:
        """The likeness of each template to these words."""
        holders = [self._holders[word] for word in words if word in self._holders]
        shared = np.zeros(len(self.series))
        for each in holders:
            shared[np.frombuffer(each, np.int64)] += 1
        sizes = np.frombuffer(self._sizes, np.int64)
        likeness: Likeness = shared / np.maximum(sizes + len(words) - shared, 1)
        return likeness

    def find_reworded(self, words: frozenset[str], new: _Known, likeness: Likeness) -> str | None:
        """The series that reports the same figures as a release in other words, if any."""
        like = self._list_like(words, new, likeness)
        if not like:
            return None
        nearest = max(like, key=lambda row: float(likeness[row]))
        series = self.series[nearest]
        close = np.flatnonzero(likeness * _AHEAD > likeness[nearest]).tolist()
        if any(self._is_rival(row, series, new) for row in close):
            return None
        return None if new.period in self._periods[series] else series

    def find_strays(
        self, words: frozenset[str], new: _Known, likeness: Likeness, series: str
    ) -> list[str]:
        """Other series that report, for other periods, the figures that a release of `series`
        does, most like it first."""
        told = self._periods[series] | {new.period}
        like = self._list_like(words, new, likeness, told=told, but=series)
        found: list[str] = []
        for row in sorted(like, key=lambda row: -float(likeness[row])):
            name = self.series[row]
            if name not in found and told.isdisjoint(self._periods[name]):
                found.append(name)
                told |= self._periods[name]
        return found

    def _list_like(
        self,
        words: frozenset[str],
        new: _Known,
        likeness: Likeness,
        *,
        told: Collection[Period] = (),
        but: str | None = None,
    ) -> list[int]:
        """What may report the same figures as a release of these words, but for a series and what
        has any of the periods told."""
        rows = [
            row
            for row in np.flatnonzero(likeness >= _SAME_FIGURES).tolist()
            if self.series[row] != but and self._periods[self.series[row]].isdisjoint(told)
        ]
        return [
            row
            for row in rows
            if (known := self._known[row]).publisher == new.publisher
            and abs(known.lag - new.lag) <= _AS_LATE
            and (
                _share_matter(known.named, new.named)
                or (likeness[row] >= _SAME_MATTER and self._speak_of(words, new, row))
            )
        ]

    def _speak_of(self, words: frozenset[str], new: _Known, row: int) -> bool:
        """Whether each of two releases speaks of something that the other's title names."""
        return not self._known[row].named.isdisjoint(words) and any(
            row in self._holders.get(term, ()) for term in new.named
        )

    def _is_rival(self, row: int, series: str, new: _Known) -> bool:
        """Whether a release is of another series of the publisher. One that is in none may only
        wait for what joins it."""
        other = self.series[row]
        of_another = other != series and len(self._periods[other]) > 1
        return of_another and self._known[row].publisher == new.publisher


class SeriesFinder:
    """Settles which series a release belongs to, from those that came before it."""

    def __init__(self) -> None:
        self._kin: dict[tuple[str, Granularity], _Kin] = {}

    def add(self, release: Arrival, series: str) -> None:
        """Takes note of a release whose series is settled."""
        key = (release.language, release.template.period.granularity)
        kin = self._kin.setdefault(key, _Kin())
        kin.add(release.template.words, _note(release), series)

    def join(self, release: Arrival) -> Joined:
        """The series of the release most like it, or one of its own, named by its id.

        Only releases of its language, about a period of its kind, are compared: a yearly review
        is no instalment of the monthly figures.
        """
        words, kind = release.template.words, release.template.period.granularity
        kin = self._kin.get((release.language, kind))
        if kin is None:
            self.add(release, release.id)
            return Joined(release.id)
        likeness, known = kin.compare(words), _note(release)
        nearest = int(np.argmax(likeness))
        series: str | None = None
        if likeness[nearest] >= _SAME_TEMPLATE:
            series = kin.series[nearest]
        elif kind in _REPORTED:
            series = kin.find_reworded(words, known, likeness)
        strays: tuple[str, ...] = ()
        if series is not None and kind in _REPORTED:
            names = kin.find_strays(words, known, likeness, series)
            strays = tuple([id_ for name in names for id_ in kin.move(name, series)])
        self.add(release, series or release.id)
        return Joined(series or release.id, strays)


def _note(release: Arrival) -> _Known:
    period = release.template.period
    return _Known(release.id, release.title, release.published, release.publisher, period)


@lru_cache(_TITLES_KEPT)
def _name_matter(title: str, day: date) -> frozenset[str]:
    """The terms of a title that name its matter."""
    return frozenset(mask(title, day)) - _FORM


def _share_matter(one: Collection[str], other: Collection[str]) -> bool:
    """Whether a term of one is a term of the other, or is clipped from it."""
    pairs = (sorted((first, second), key=len) for first in one for second in other)
    return any(a == b or (len(a) >= _CLIPPED and b.startswith(a)) for a, b in pairs)
