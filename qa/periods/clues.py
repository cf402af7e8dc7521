"""What words say of a period before it is known which one: clues, and how an anchor completes them.

The readers of `numeric`, `english`, `relative` and `korean` return
clues; `qa.periods` joins, completes and orders them.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from qa.periods.calendar import MONTHS_IN, Granularity, Period, months, single_day


class Lean(Enum):
    """Where to look for the year that was not said."""

    NEAREST = "nearest"
    PAST = "past"
    FUTURE = "future"
    BEGUN = "begun"  # the last whose first day is not to come


@dataclass(frozen=True, slots=True)
class Named:
    """A day, month, quarter, half or year by its number, perhaps without its year.

    `number` is the month of a day or month (1 to 12), the quarter (1 to 4), the half (1 or 2) or,
    for a year, 1. `weekday` (0 is Monday) is what the words say, right or wrong. Where `after` is
    said the year is that many after the one spoken of before: "in May of the same year".
    """

    start: int
    end: int
    granularity: Granularity
    year: int | None
    number: int = 1
    day: int = 0
    weekday: int | None = None
    lean: Lean = Lean.NEAREST
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Words whose period the anchor alone decides: "yesterday", "last week".

    `whole` is what they mean of figures, where the period ends on the anchor: "the past month".
    """

    start: int
    end: int
    period: Period
    whole: Period | None = None


@dataclass(frozen=True, slots=True)
class Echo:
    """Words that repeat an earlier period some way off: "a year earlier", "the previous month".

    The earlier period must be of kind `granularity`; None takes any from a month to a year.
    With `years` it is the same period that many years later, or in `year`; with `steps` the
    member of the kind that many places later. `otherwise` is for when there is none to repeat.
    """

    start: int
    end: int
    granularity: Granularity | None
    otherwise: Period | None
    years: int = 0
    steps: int = 0
    year: int | None = None


Clue = Named | Known | Echo


def named_period(clue: Named, anchor: date) -> Period | None:
    """The period of a clue; None when the calendar has no such day.

    Without a year it is the one member in a window of twelve months: from six months before
    `anchor` to five after (NEAREST), the eleven before and the anchor's own (PAST), or the
    anchor's own and the eleven after (FUTURE); for days, two months later and one earlier. A
    weekday, if it fits one of the three years around, decides instead.

    >>> march = Named(0, 5, Granularity.MONTH, None, number=3)
    >>> named_period(march, date(2025, 12, 10)).first
    datetime.date(2026, 3, 1)
    """
    if clue.granularity is not Granularity.DAY:
        year = _likely_year(clue, anchor) if clue.year is None else clue.year
        size = MONTHS_IN[clue.granularity]
        return months(year * 12 + (clue.number - 1) * size, size, clue.granularity)
    if clue.year is not None:
        return single_day(clue.year, clue.number, clue.day)
    if clue.weekday is not None:
        around = (single_day(anchor.year + n, clue.number, clue.day) for n in (-1, 0, 1))
        fitting = [p for p in around if p is not None and p.first.weekday() == clue.weekday]
        if fitting:
            return min(fitting, key=lambda period: abs(period.first - anchor))
    return single_day(_likely_year(clue, anchor), clue.number, clue.day)


def _likely_year(clue: Named, anchor: date) -> int:
    size = MONTHS_IN.get(clue.granularity, 1)
    cycle = 12 // size  # members in a year
    here = (anchor.month - 1) // size + 1
    if clue.lean is Lean.NEAREST:
        oldest = -(cycle // 2)
    elif clue.lean is Lean.BEGUN:
        oldest = 1 - cycle
        if clue.granularity is Granularity.DAY:
            oldest -= clue.number == here and clue.day > anchor.day
    else:
        oldest = 1 - cycle if clue.lean is Lean.PAST else 0
        if clue.granularity is Granularity.DAY:
            # "met to prepare for the July 6 meeting", "will be held on June 30" printed on July 1
            oldest += 2 if clue.lean is Lean.PAST else -1
    away = (clue.number - here - oldest) % cycle + oldest
    return anchor.year + (here - 1 + away) // cycle
