"""Periods as rows of numbers, so that many are compared with the one asked about at once."""

from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from qa.periods import Granularity, Period

Periods = npt.NDArray[np.int64]
"""Periods, one a row: first and last day as ordinals, place of the granularity: (periods, 3)."""

NEVER: Periods = np.empty((0, 3), np.int64)
"""No periods at all."""

_KINDS = {kind: place for place, kind in enumerate(Granularity)}
_MATCHES = np.array([0.0, -1.0, 0.5, 0.5, 1.0, 1.0, 1.0, 1.0])
# By what there is: one of the kind asked for (1), one that holds it or lies in it (2), it (4).


def list_periods(periods: Iterable[Period]) -> Periods:
    """Periods as rows, in their order.

    >>> from datetime import date
    >>> list_periods([Period(date(1, 1, 1), date(1, 1, 7), Granularity.WEEK)]).tolist()
    [[1, 7, 1]]
    """
    rows = [
        (each.first.toordinal(), each.last.toordinal(), _KINDS[each.granularity])
        for each in periods
    ]
    return np.array(rows, np.int64) if rows else NEVER


def read_periods(periods: Periods) -> list[Period]:
    """The periods of rows, in their order: the other way round."""
    kinds = list(Granularity)
    return [
        Period(date.fromordinal(first), date.fromordinal(last), kinds[kind])
        for first, last, kind in periods.tolist()
    ]


def find_near(asked: Period, held: Periods) -> npt.NDArray[np.bool_]:
    """Whether each holds the period asked for or lies in it: (periods,)."""
    first, last, _ = held.T
    asked_first, asked_last = asked.first.toordinal(), asked.last.toordinal()
    near: npt.NDArray[np.bool_] = ((first <= asked_first) & (asked_last <= last)) | (
        (asked_first <= first) & (last <= asked_last)
    )
    return near


def match_periods(asked: Period | None, held: Sequence[Periods]) -> npt.NDArray[np.float64]:
    """Whether each of `held` is about the period asked for: (held,).

    1 if one of its periods is of the same days, 0.5 if one holds it or lies in it, -1 if there are
    others of its kind only, else 0.
    """
    if asked is None or not held:
        return np.zeros(len(held))
    ends = np.cumsum([len(each) for each in held])
    starts = np.concatenate(([0], ends))[:-1]
    [speaking] = np.nonzero(starts < ends)
    found = np.zeros(len(held), np.int64)
    if len(speaking):
        together, [wanted] = np.concatenate(held), list_periods([asked])
        first, last, kind = (together == wanted).T
        marks = kind | find_near(asked, together) * 2 | (first & last) * 4
        found[speaking] = np.bitwise_or.reduceat(marks, starts[speaking])
    matched: npt.NDArray[np.float64] = _MATCHES[found]
    return matched
