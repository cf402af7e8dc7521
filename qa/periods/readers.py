"""What the readers of spoken periods share: names of units, and clues made of what matched."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from qa.periods.calendar import MONTHS_IN, Granularity, Period, months, unit_around
from qa.periods.clues import Clue, Echo, Known

KINDS = {
    "week": Granularity.WEEK,
    "month": Granularity.MONTH,
    "time": Granularity.MONTH,
    "quarter": Granularity.QUARTER,
    "half": Granularity.HALF,
    "half-year": Granularity.HALF,
    "year": Granularity.YEAR,
    "주": Granularity.WEEK,
    "달": Granularity.MONTH,
    "월": Granularity.MONTH,
    "이맘때": Granularity.MONTH,
    "분기": Granularity.QUARTER,
    "반기": Granularity.HALF,
    "해": Granularity.YEAR,
    "년": Granularity.YEAR,
    "연도": Granularity.YEAR,
    "년도": Granularity.YEAR,
}

Reader = Callable[[re.Match[str], date], Clue | None]


def read_branches(
    pattern: re.Pattern[str], text: str, anchor: date, readers: Mapping[str, Reader]
) -> Iterator[Clue]:
    for found in pattern.finditer(text):
        branch = next(name for name in readers if found[name] is not None)
        clue = readers[branch](found, anchor)
        if clue is not None:
            yield clue


def first_group(found: re.Match[str], *names: str) -> str | None:
    return next((found[name] for name in names if found[name]), None)


def known(found: re.Match[str], period: Period | None) -> Clue | None:
    return None if period is None else Known(*found.span(), period)


def around(found: re.Match[str], anchor: date, unit: str | None, away: int) -> Clue | None:
    return known(found, unit_around(anchor, KINDS[unit or "year"], away))


def a_year_ago(
    found: re.Match[str], anchor: date, unit: str | None, years: int = -1
) -> Clue | None:
    here = unit_around(anchor, KINDS[unit or "time"])
    return known(found, here.shift_years(years) if here is not None else None)


def echo_year_ago(found: re.Match[str], anchor: date, unit: str | None, years: int = -1) -> Clue:
    kind = KINDS.get(unit or "")
    here = unit_around(anchor, kind or Granularity.MONTH)
    otherwise = here.shift_years(years) if here is not None else None
    return Echo(*found.span(), kind, otherwise, years=years)


def echo_before(found: re.Match[str], anchor: date, unit: str) -> Clue:
    kind = KINDS[unit]
    return Echo(*found.span(), kind, unit_around(anchor, kind, -1), steps=-1)


def part_of_year(found: re.Match[str], year: int, kind: Granularity, place: int) -> Clue | None:
    size = MONTHS_IN[kind]
    return known(found, months(year * 12 + (place - 1) * size, size, kind))
