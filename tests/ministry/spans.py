"""Months, quarters and years: their days, their names, and when a release about one comes out."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from random import Random

_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split()
_QUARTER_MONTHS = ("January–March", "April–June", "July–September", "October–December")
WEEKDAYS_KO = "월화수목금토일"


class Cadence(Enum):
    """How often an instalment comes, by the number of them in a year."""

    MONTHLY = 12
    QUARTERLY = 4
    YEARLY = 1


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """One month, quarter or year; `number` counts within the year from 1."""

    year: int
    number: int
    cadence: Cadence

    @property
    def first(self) -> date:
        return date(self.year, 12 // self.cadence.value * (self.number - 1) + 1, 1)

    @property
    def last(self) -> date:
        return self.shift(1).first - timedelta(days=1)

    def shift(self, steps: int) -> "Span":
        """The span that many steps later.

        >>> Span(2024, 1, Cadence.QUARTERLY).shift(-1).full
        'the fourth quarter of 2023'
        """
        years, number = divmod(self.number - 1 + steps, self.cadence.value)
        return Span(self.year + years, number + 1, self.cadence)

    @property
    def short(self) -> str:
        """Its name without the year: "November", "the third quarter"; of a year the year."""
        match self.cadence:
            case Cadence.MONTHLY:
                return f"{self.first:%B}"
            case Cadence.QUARTERLY:
                return f"the {_ORDINALS[self.number]} quarter"
            case Cadence.YEARLY:
                return str(self.year)

    @property
    def full(self) -> str:
        match self.cadence:
            case Cadence.MONTHLY:
                return f"{self.first:%B} {self.year}"
            case Cadence.QUARTERLY:
                return f"{self.short} of {self.year}"
            case Cadence.YEARLY:
                return str(self.year)

    @property
    def code(self) -> str:
        """As in a headline: "Nov. 2023", "Q3 2019", "2019"."""
        match self.cadence:
            case Cadence.MONTHLY:
                name = f"{self.first:%b}"
                return f"{name if name == 'May' else name + '.'} {self.year}"
            case Cadence.QUARTERLY:
                return f"Q{self.number} {self.year}"
            case Cadence.YEARLY:
                return str(self.year)

    @property
    def months(self) -> str:
        """As the months it spans: "July–September 2019"; of a month or year its full name."""
        if self.cadence is Cadence.QUARTERLY:
            return f"{_QUARTER_MONTHS[self.number - 1]} {self.year}"
        return self.full

    @property
    def short_korean(self) -> str:
        match self.cadence:
            case Cadence.MONTHLY:
                return f"{self.number}월"
            case Cadence.QUARTERLY:
                return f"{self.number}분기"
            case Cadence.YEARLY:
                return f"{self.year}년"

    @property
    def korean(self) -> str:
        if self.cadence is Cadence.YEARLY:
            return f"{self.year}년"
        return f"{self.year}년 {self.short_korean}"


def spans_between(cadence: Cadence, first_year: int, last_year: int) -> tuple[Span, ...]:
    """Every span of the years, both included."""
    return tuple(
        Span(year, number, cadence)
        for year in range(first_year, last_year + 1)
        for number in range(1, cadence.value + 1)
    )


def draw_weekday(rng: Random, first: date, last: date) -> date:
    """A day from `first` to `last`, a Monday to Friday where there is one."""
    day = first + timedelta(days=rng.randint(0, (last - first).days))
    while day.weekday() > 4 and day < last:
        day += timedelta(days=1)
    while day.weekday() > 4 and day > first:
        day -= timedelta(days=1)
    return day


def write_day(day: date) -> str:
    """
    >>> write_day(date(2025, 12, 5))
    'December 5'
    """
    return f"{day:%B} {day.day}"


def ordinal(number: int) -> str:
    """
    >>> ordinal(3), ordinal(21), ordinal(12)
    ('third', '21st', '12th')
    """
    if number < len(_ORDINALS):
        return _ORDINALS[number]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"
