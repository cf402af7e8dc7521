"""Which release says who holds an office of the publisher, where only that is asked.

Any release may name the minister in passing, with no other word of the question. So releases are
looked through one after the other, for the newest that names the holder of just this office, or the
nearest to the period asked about.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import timedelta
from functools import partial

import numpy as np
import numpy.typing as npt

from qa.language.office_holders import rate_holder
from qa.language.whose_offices import Office
from qa.periods import Period
from qa.records import UNDATED, DateRange, Release, Scope
from qa.retrieval.read_passages import ReadPassage
from qa.retrieval.signals import SIGNALS, Matrix
from qa.understanding.wanted import Wanted

_LOOKED_THROUGH = 300  # releases, before a day and after it
_READ = 20_000  # characters of each
_NEAR = timedelta(days=92)  # to a period in which nobody is named
_JUST = 2  # how `rate_holder` rates whoever is in charge of just what is asked for


def find_holder(
    wanted: Wanted,
    scope: Scope,
    list_releases: Callable[..., list[Release]],
    read: Callable[[Sequence[str]], list[ReadPassage]],
    without: Collection[str] = (),
) -> list[int]:
    """The keys of the passages of one release that name who holds the office asked for, where only
    that is: of the releases that do so most plainly the newest in scope, or the nearest to the
    period asked about; none where that is not near, or none does. `list_releases` and `read` are
    the library's: releases within a range of days, and the passages of some. Those `without` are
    passed over."""
    asked, period = wanted.office, wanted.period
    if asked is None or not wanted.held:
        return []
    best, found = 0, list[ReadPassage]()
    for release in _list_nearest(period, scope, list_releases):
        begins = release.body[:_READ]
        # Sentences are told apart only where there is something to find.
        if release.id in without or rate_holder(asked, begins, release.publisher) <= best:
            continue
        passages = [each for each in read([release.id]) if each.stored.passage.start < _READ]
        rates = [max(_rate_all(asked, each), default=0) for each in passages]
        if max(rates, default=0) > best:
            best = max(rates)
            found = [each for each, rate in zip(passages, rates, strict=True) if rate == best]
        if best == _JUST:
            break
    near = [each for each in found if _find_distance(each.stored.release, period) <= _NEAR]
    return [each.stored.key for each in near]


def settle_period(signals: Matrix, read: Sequence[ReadPassage], holding: Collection[int]) -> Matrix:
    """The signals, of which those that say who holds the office are of no other period than the one
    asked about: whatever else they report on, its holder is that of the day."""
    if not holding:
        return signals
    settled = signals.copy()
    rows = [row for row, each in enumerate(read) if each.stored.key in holding]
    settled[rows, SIGNALS.index("period_missing")] = 0.0
    return settled


def miss_holder(wanted: Wanted, passages: Sequence[ReadPassage]) -> npt.NDArray[np.bool_]:
    """Whether only the holder of an office is asked for and each sentence names none as plainly as
    another of its release does: (sentences,)."""
    asked = wanted.office
    if asked is None or not wanted.held:
        return np.zeros(sum(len(each.sentences) for each in passages), np.bool_)
    rated = [(each.stored.release.id, rate) for each in passages for rate in _rate_all(asked, each)]
    best: dict[str, int] = {}
    for release, rate in rated:
        best[release] = max(best.get(release, 0), rate)
    return np.array([rate < best[release] for release, rate in rated], np.bool_)


def _rate_all(asked: Office, read: ReadPassage) -> list[int]:
    """How plainly each sentence of a passage names the holder."""
    publisher = read.stored.release.publisher
    return [rate_holder(asked, said, publisher) for said in read.read_sentences()]


def _list_nearest(
    period: Period | None, scope: Scope, list_releases: Callable[..., list[Release]]
) -> list[Release]:
    """The releases in scope, the newest first, or with a period those nearest to it; none where it
    has not begun."""
    first, last = scope.published.first, scope.published.last
    end = last if period is None else min(period.last, last)
    if end < first or (period is not None and period.first > last):
        return []
    list_some = partial(
        list_releases, publisher=scope.publisher, further=scope.further, limit=_LOOKED_THROUGH
    )
    releases = list_some(DateRange(first, end))
    if end < last:
        releases += list_some(DateRange(end + timedelta(days=1), last), newest_first=False)
        releases.sort(key=lambda each: _find_distance(each, period))
    return [each for each in releases if each.published != UNDATED]


def _find_distance(release: Release, period: Period | None) -> timedelta:
    """From the day of publication to the nearest of the period, none within it."""
    if period is None:
        return timedelta(0)
    day = release.published
    return max(period.first - day, day - period.last, timedelta(0))
