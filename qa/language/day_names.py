"""A day in English words, in every locale: `strftime` takes a month's name from the program's."""

from datetime import date

from qa.periods.month_names import MONTH_NAMES


def write_day(day: date) -> str:
    """A day as it is cited.

    >>> write_day(date(2025, 12, 1))
    '1 December 2025'
    """
    return f"{day.day} {write_month(day)}"


def write_month(day: date) -> str:
    """The month of a day.

    >>> write_month(date(2025, 12, 1))
    'December 2025'
    """
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"
