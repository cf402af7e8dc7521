"""Periods at the edges: from the two days that someone gives, and as short names to show."""

from datetime import date

from qa.errors import QuestionError
from qa.periods import Granularity, Period
from qa.periods.calendar import FIRST_YEAR, LAST_YEAR, unit_around

_KINDS = (
    Granularity.DAY,
    Granularity.WEEK,
    Granularity.MONTH,
    Granularity.QUARTER,
    Granularity.HALF,
    Granularity.YEAR,
)


def make_period(first: date | None, last: date | None) -> Period | None:
    """The period from `first` to `last`, of the kind that these days are; None without both.

    Raises QuestionError when one is missing, they are the wrong way round, or beyond what periods
    are reckoned for.

    >>> make_period(date(2025, 10, 1), date(2025, 12, 31)).granularity.value
    'quarter'
    """
    if first is None and last is None:
        return None
    if first is None or last is None:
        raise QuestionError(
            f"The period asked about has a {'last' if first is None else 'first'} day only. Give "
            "both, or leave both out."
        )
    if first > last:
        raise QuestionError(
            f"The period asked about ends on {last}, before it begins on {first}. Give the "
            "earlier day first."
        )
    if first.year < FIRST_YEAR or last.year > LAST_YEAR:
        raise QuestionError(
            f"The period asked about is expected to lie in the years {FIRST_YEAR} to {LAST_YEAR}, "
            f"found {first} to {last}."
        )
    for kind in _KINDS:
        whole = unit_around(first, kind)
        if whole is not None and (whole.first, whole.last) == (first, last):
            return whole
    return Period(first, last, Granularity.RANGE)


def name_period(period: Period) -> str:
    """A short name that sorts by time within its kind.

    >>> name_period(make_period(date(2025, 10, 1), date(2025, 12, 31)))
    '2025-Q4'
    """
    first, last = period.first, period.last
    year = f"{first.year:04}"
    match period.granularity:
        case Granularity.DAY:
            return first.isoformat()
        case Granularity.WEEK:
            week = first.isocalendar()
            return f"{week.year:04}-W{week.week:02}"
        case Granularity.MONTH:
            return f"{year}-{first.month:02}"
        case Granularity.QUARTER:
            return f"{year}-Q{(first.month + 2) // 3}"
        case Granularity.HALF:
            return f"{year}-H{1 if first.month < 7 else 2}"
        case Granularity.YEAR:
            return year
        case Granularity.RANGE:
            return f"{first} to {last}"
