"""Dates written in figures alone, the same in every language.

ISO 8601 ("2025-12-11", "2025-11"), Korean ("2025.12.11", "2025. 12. 11.", "12.11.(목)",
"2025.1~11", "2025.11", "'25.11") and American ("12/11/2025", "12/11/25", "11/2025"), and what
runs to another day ("2025.3.13~3.17", "3/13~17"). Two figures with neither a year nor a weekday
("12.11", "9/11") are not read: they are scores, fractions, versions and sections.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from qa.lazy_regex import lazy_regex
from qa.periods.calendar import Granularity
from qa.periods.clues import Named

WEEKDAYS_KO = "월화수목금토일"

_MONTH, _DAY = r"(?:1[0-2]|0?[1-9])(?![0-9])", r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
_YEAR = r"(?:(?:19|20)[0-9]{2}|2100)"
# What goes on in figures or letters is an identifier, a telephone number or a path.
_END = r"(?![0-9a-z_]|[-/.,]?[0-9]|[/-]\w)"
# "2024.10" is a month, but no amount ("2025.11달러"), cell of a table or code ("HS 2025.10").
_NO_AMOUNT = (
    r"(?!\s?(?:%|[0-9$€£₩]|[십백천만억조]|원|달러|불|엔|유로|톤|배|명|건|점|포인트|퍼센트|㎿|[kmg]?wh?\b|kg|km)"
    r"|\s(?:percent|per\scent|[mb]illion|trillion|thousand|won|yen|dollars|euros?|points?|units?|tons?)\b"
    r"|(?!까지|부터|에|의|은|는|기준)[가-힣])"
)
_NUMBERED = lazy_regex(
    r"(?:[0-9]|\b(?:hs|v|ver|version|release|build|no|model|usd|krw|eur|jpy|section|sec|windows|ubuntu)\.?)"
    r"\s{1,2}$"
)


def _weekday(name: str) -> str:
    return rf"(?:\.?\s?\((?P<{name}>[{WEEKDAYS_KO}])(?:요일)?\))"


_TILDE = "[~∼～]"
_DASH = "[~∼～–-]"
# A year in two figures with nothing before it takes a weekday: "25.12.11.(목)".
_HAS_WEEKDAY = rf"(?=[0-9]{{2}}\.\s?{_MONTH}\.\s?{_DAY}\.?\s?\([{WEEKDAYS_KO}])"
_TWO_FIGURES = lazy_regex(r"[0-9][-./]\s?[0-9]")
_FIGURES = lazy_regex(
    r"(?=[0-9'‘’])(?<![\w.,/#$€£₩-])(?:"
    rf"(?P<iso>(?P<iso_y>{_YEAR})(?P<iso_sep>[-/])(?P<iso_m>{_MONTH})(?P=iso_sep)"
    rf"(?P<iso_d>{_DAY})(?:(?=t[0-9])|{_END}))"
    rf"(?:\s?{_TILDE}\s?(?P<iso_to>(?:(?P<iso_m2>{_MONTH})(?P=iso_sep))?(?P<iso_d2>{_DAY}){_END}))?"
    rf"|(?P<iso_month>(?P<im_y>{_YEAR})(?P<im_sep>[-/])(?P<im_m>0[1-9]|1[0-2]){_END})"
    rf"|(?P<american>(?P<us_m>[0-9]{{1,2}})/(?P<us_d>[0-9]{{1,2}})/(?P<us_y>{_YEAR}|[0-9]{{2}}){_END})"
    rf"|(?P<american_month>(?P<um_m>{_MONTH})/(?P<um_y>{_YEAR}){_END})"
    rf"|(?P<korean>(?:(?P<ko_y>{_YEAR})\.\s?|(?:['‘’]|{_HAS_WEEKDAY})(?P<ko_yy>[0-9]{{2}})\.\s?)?"
    rf"(?P<ko_m>{_MONTH})\.\s?(?P<ko_d>{_DAY})(?:{_weekday('ko_w')}|{_END}))"
    rf"(?:(?P<ko_dot>\.?)\s?{_DASH}\s?(?P<ko_to>"
    rf"(?:(?P<ko_m2>{_MONTH})\.\s?(?={_DAY}(?!:)))?(?P<ko_d2>{_DAY})"
    rf"(?:{_weekday('ko_w2')}|{_END})))?"
    rf"|(?P<slashed>(?P<sl_m>{_MONTH})/(?P<sl_d>{_DAY}))"
    rf"\s?{_TILDE}\s?(?P<sl_to>(?:(?P<sl_m2>{_MONTH})/)?(?P<sl_d2>{_DAY}){_END})"
    rf"|(?P<months>(?:(?P<mo_y>{_YEAR})|['‘’](?P<mo_yy>[0-9]{{2}}))\.\s?(?P<mo_m>{_MONTH})"
    rf"\s?{_DASH}\s?(?P<mo_to>{_MONTH}){_END})"
    rf"|(?P<dotted>(?P<dm_y>{_YEAR})\.(?P<dm_m>0[1-9]|1[0-2]){_END}{_NO_AMOUNT})"
    rf"|(?P<month>(?:(?P<km_y>{_YEAR})\.\s(?=[0-9]+\.)|['‘’](?P<km_yy>[0-9]{{2}})\.\s?)(?P<km_m>{_MONTH})"
    rf"(?:\.(?!\s?[0-9])|{_END}))"
    r")"
)


def read_numeric(low: str) -> Iterator[Named]:
    """The dates in figures, in text order. `low` is the text in lower case."""
    if _TWO_FIGURES.search(low) is None:
        return
    for found in _FIGURES.finditer(low):
        start, end = found.span()
        if found["iso"]:
            first = _day(*found.span("iso"), found["iso_y"], found["iso_m"], found["iso_d"])
            yield from _day_or_two(first, found, "iso")
        elif found["iso_month"]:
            year, month = int(found["im_y"]), int(found["im_m"])
            # "2010/11" is two years of a season.
            if found["im_sep"] == "-" or (year + 1) % 100 != month:
                yield Named(start, end, Granularity.MONTH, year, number=month)
        elif found["american"]:
            yield from _american(found)
        elif found["slashed"]:
            month, day = int(found["sl_m"]), int(found["sl_d"])
            first = Named(*found.span("slashed"), Granularity.DAY, None, month, day)
            yield from _day_or_two(first, found, "sl")
        elif found["american_month"]:
            year, month = int(found["um_y"]), int(found["um_m"])
            yield Named(start, end, Granularity.MONTH, year, number=month)
        elif found["months"]:
            year = int(found["mo_y"]) if found["mo_y"] else full_year(found["mo_yy"])
            month, end = int(found["mo_m"]), found.end("mo_m")
            yield Named(start, end, Granularity.MONTH, year, number=month)
            start, end = found.span("mo_to")
            yield Named(start, end, Granularity.MONTH, year, number=int(found["mo_to"]))
        elif found["dotted"]:
            if _NUMBERED.search(low, max(0, start - 16), start) is None:
                year, month = int(found["dm_y"]), int(found["dm_m"])
                yield Named(start, end, Granularity.MONTH, year, number=month)
        elif found["month"]:
            year = int(found["km_y"]) if found["km_y"] else full_year(found["km_yy"])
            yield Named(start, end, Granularity.MONTH, year, number=int(found["km_m"]))
        else:
            yield from _korean(found)


def full_year(two_digits: str) -> int:
    """The year meant by its last two digits: 1970 to 2069."""
    return int(two_digits) + (1900 if int(two_digits) >= 70 else 2000)


def _day(start: int, end: int, year: str, month: str, day: str) -> Named:
    return Named(start, end, Granularity.DAY, int(year), number=int(month), day=int(day))


def _american(found: re.Match[str]) -> Iterator[Named]:
    month, day, year = found["us_m"], found["us_d"], found["us_y"]
    if int(month) > 12:  # 25/12/2025 can only put the day first
        month, day = day, month
    if 1 <= int(month) <= 12:
        yield _day(*found.span(), year if len(year) == 4 else str(full_year(year)), month, day)


def _korean(found: re.Match[str]) -> Iterator[Named]:
    year = int(found["ko_y"]) if found["ko_y"] else None
    if found["ko_yy"]:
        year = full_year(found["ko_yy"])
    if year is None and not (found["ko_w"] or found["ko_dot"]):
        return
    month, day, weekday = int(found["ko_m"]), int(found["ko_d"]), _korean_weekday(found["ko_w"])
    first = Named(*found.span("korean"), Granularity.DAY, year, month, day, weekday)
    for each in _day_or_two(first, found, "ko"):
        yield each if each is first else replace(each, weekday=_korean_weekday(found["ko_w2"]))


def _day_or_two(first: Named, found: re.Match[str], name: str) -> Iterator[Named]:
    """A day, or the two of "3.13~17", "12.30~1.3", the second in the month and year that follow."""
    yield first
    if not found[f"{name}_to"]:
        return
    month = int(found[f"{name}_m2"] or first.number)
    last = replace(
        first,
        start=found.start(f"{name}_to"),
        end=found.end(f"{name}_to"),
        weekday=None,
        number=month,
        day=int(found[f"{name}_d2"]),
    )
    if found[f"{name}_m2"] and month < first.number and first.year is not None:
        last = replace(last, year=first.year + 1)
    if (month, last.day) > (first.number, first.day) or found[f"{name}_m2"]:
        yield last


def _korean_weekday(name: str | None) -> int | None:
    return WEEKDAYS_KO.index(name) if name else None
