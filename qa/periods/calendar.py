"""Periods as values, and the calendar arithmetic that turns half-said dates into them.

Reading words is left to the readers beside it and putting everything together to `qa.periods`.
Weeks run from Monday to Sunday (ISO 8601). Years are 1900 to 2100: whatever would fall outside
is None, never an error.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

FIRST_YEAR, LAST_YEAR = 1900, 2100
_LOWEST = date(FIRST_YEAR, 1, 1).toordinal()
_HIGHEST = date(LAST_YEAR, 12, 31).toordinal()


class Granularity(Enum):
    """What kind of period it is; RANGE is any run of days that is not one of the others."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    RANGE = "range"


MONTHS_IN = {
    Granularity.MONTH: 1,
    Granularity.QUARTER: 3,
    Granularity.HALF: 6,
    Granularity.YEAR: 12,
}


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included.

    >>> november = Period(date(2025, 11, 1), date(2025, 11, 30), Granularity.MONTH)
    >>> november.shift(-1).first, november.shift_years(-1).last
    (datetime.date(2025, 10, 1), datetime.date(2024, 11, 30))
    """

    first: date
    last: date
    granularity: Granularity

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(
                f"expected a period's first day not to be after its last, found {self.first} "
                f"after {self.last}; give them in order"
            )

    def contains(self, other: "Period") -> bool:
        """Whether every day of `other` is a day of this period."""
        return self.first <= other.first and other.last <= self.last

    def same_days(self, other: "Period") -> bool:
        """Whether the two are the same days, whatever they are called."""
        return self.first == other.first and self.last == other.last

    def shift(self, count: int) -> "Period | None":
        """The period of the same kind `count` places later; earlier when negative.

        A range moves by its own length: in months when it is made of whole months, else in days.
        """
        if (whole := self._whole_months()) is not None:
            return months(month_index(self.first) + count * whole, whole, self.granularity)
        first, last = self.first.toordinal(), self.last.toordinal()
        step = count * (last - first + 1)
        return days(first + step, last + step, self.granularity)

    def shift_years(self, count: int) -> "Period | None":
        """The same period of the year `count` years later: November 2025 by -1 is November 2024.

        A week moves by 52 weeks; 29 February becomes 28 February.
        """
        if (whole := self._whole_months()) is not None:
            return months(month_index(self.first) + 12 * count, whole, self.granularity)
        if self.granularity is Granularity.WEEK:
            return self.shift(52 * count)
        first = same_day(month_index(self.first) + 12 * count, self.first.day)
        last = same_day(month_index(self.last) + 12 * count, self.last.day)
        return None if first is None or last is None else days(first, last, self.granularity)

    def _whole_months(self) -> int | None:
        if self.first.day != 1 or self.granularity in (Granularity.DAY, Granularity.WEEK):
            return None
        count = month_index(self.last) - month_index(self.first) + 1
        return count if self.last.day == _days_in_month(month_index(self.last)) else None


def days(first: int, last: int, granularity: Granularity) -> Period | None:
    """The period between two proleptic ordinals (`date.toordinal`), both included."""
    if not _LOWEST <= first <= last <= _HIGHEST:
        return None
    return Period(date.fromordinal(first), date.fromordinal(last), granularity)


def months(index: int, count: int, granularity: Granularity) -> Period | None:
    """`count` whole months from the one at `index` (see `month_index`)."""
    last = index + count - 1
    if not FIRST_YEAR * 12 <= index <= last < (LAST_YEAR + 1) * 12:
        return None
    return Period(
        date(index // 12, index % 12 + 1, 1),
        date(last // 12, last % 12 + 1, _days_in_month(last)),
        granularity,
    )


def whole_months(index: int, count: int) -> Period | None:
    """`count` whole months from the one at `index`, as the month, quarter, half or year they are.

    >>> whole_months(2025 * 12 + 9, 3).granularity, whole_months(2025 * 12 + 8, 3).granularity
    (<Granularity.QUARTER: 'quarter'>, <Granularity.RANGE: 'range'>)
    """
    kinds = (kind for kind, size in MONTHS_IN.items() if size == count and index % size == 0)
    return months(index, count, next(kinds, Granularity.RANGE))


def single_day(year: int, month: int, day: int) -> Period | None:
    """One day; None when there is no such day (30 February)."""
    ordinal = same_day(year * 12 + month - 1, day)
    if ordinal is None or day < 1 or date.fromordinal(ordinal).day != day:
        return None
    return days(ordinal, ordinal, Granularity.DAY)


def week_of(ordinal: int) -> Period | None:
    """The week, Monday to Sunday, that has the day with this ordinal."""
    monday = ordinal - (ordinal - 1) % 7  # day 1 of the calendar was a Monday
    return days(monday, monday + 6, Granularity.WEEK)


def week_of_month(index: int, place: int) -> Period | None:
    """The days 1 to 7 of a month (see `month_index`) for 1, 8 to 14 for 2, ...; its last seven
    for -1. None for one that it has not.

    >>> week_of_month(2025 * 12 + 1, -1).first
    datetime.date(2025, 2, 22)
    """
    month = months(index, 1, Granularity.MONTH)
    if month is None:
        return None
    last = month.last.toordinal()
    first = last - 6 if place == -1 else month.first.toordinal() + 7 * (place - 1)
    return days(first, min(first + 6, last), Granularity.WEEK)


def unit_around(anchor: date, granularity: Granularity, count: int = 0) -> Period | None:
    """The day, week, month, quarter, half or year that has `anchor`, or one `count` later."""
    if granularity is Granularity.DAY:
        ordinal = anchor.toordinal() + count
        return days(ordinal, ordinal, Granularity.DAY)
    if granularity is Granularity.WEEK:
        return week_of(anchor.toordinal() + 7 * count)
    size = MONTHS_IN[granularity]
    return months((month_index(anchor) // size + count) * size, size, granularity)


def rolling(anchor: date, count: int, unit: Granularity) -> Period | None:
    """The `count` days, weeks, months, ... that end with `anchor`.

    When negative, those that begin the day after it.

    >>> rolling(date(2025, 12, 15), 3, Granularity.MONTH).first
    datetime.date(2025, 9, 16)
    """
    here = anchor.toordinal()
    if unit in MONTHS_IN:
        there = same_day(month_index(anchor) - count * MONTHS_IN[unit], anchor.day)
    else:
        there = here - count * (7 if unit is Granularity.WEEK else 1)
    if there is None:
        return None
    return days(min(here, there) + 1, max(here, there), Granularity.RANGE)


def whole_units(anchor: date, count: int, unit: Granularity) -> Period | None:
    """The last `count` months, quarters, halves or years that were over on `anchor`.

    When negative, those that begin after its own. None for days and weeks.

    >>> whole_units(date(2025, 12, 15), 3, Granularity.MONTH).first
    datetime.date(2025, 9, 1)
    """
    size = MONTHS_IN.get(unit)
    if size is None:
        return None
    first = month_index(anchor) // size + (1 if count < 0 else -count)
    kind = unit if abs(count) == 1 else Granularity.RANGE
    return months(first * size, abs(count) * size, kind)


def month_index(day: date) -> int:
    """Months since year 0, so that neighbouring months differ by one."""
    return day.year * 12 + day.month - 1


def same_day(index: int, day: int) -> int | None:
    """Ordinal of that day of a month, or of the month's last when it has fewer days."""
    if not FIRST_YEAR * 12 <= index < (LAST_YEAR + 1) * 12:
        return None
    return date(index // 12, index % 12 + 1, min(max(day, 1), _days_in_month(index))).toordinal()


def _days_in_month(index: int) -> int:
    year, month = divmod(index, 12)
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap and month == 1 else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month]
