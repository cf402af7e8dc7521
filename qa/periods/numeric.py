"""Dates written in figures alone, the same in every language.

ISO 8601 ("2025-12-11", "2025-11"), Korean ("2025.12.11", "2025. 12. 11.", "12.11.(목)",
"2025.1~11", "2025.11", "'25.11") and American ("12/11/2025", "12/11/25", "11/2025"). Two figures
with neither a year nor a weekday ("12.11", "9/11") are not read: they are scores, fractions,
versions and sections.
"""

import re
from collections.abc import Iterator

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
_NUMBERED = re.compile(
    r"(?:[0-9]|\b(?:hs|v|ver|version|release|build|no|model|usd|krw|eur|jpy|section|sec|windows|ubuntu)\.?)"
    r"\s{1,2}$"
)


def _weekday(name: str) -> str:
    return rf"(?:\.?\s?\((?P<{name}>[{WEEKDAYS_KO}])(?:요일)?\))"


_DASH = "[~∼～–-]"
# A year in two figures with nothing before it takes a weekday: "25.12.11.(목)".
_HAS_WEEKDAY = rf"(?=[0-9]{{2}}\.\s?{_MONTH}\.\s?{_DAY}\.?\s?\([{WEEKDAYS_KO}])"
_TWO_FIGURES = re.compile(r"[0-9][-./]\s?[0-9]")
_FIGURES = re.compile(
    r"(?=[0-9'‘’])(?<![\w.,/#$€£₩-])(?:"
    rf"(?P<iso>(?P<iso_y>{_YEAR})(?P<iso_sep>[-/])(?P<iso_m>{_MONTH})(?P=iso_sep)"
    rf"(?P<iso_d>{_DAY})(?:(?=t[0-9])|{_END}))"
    rf"|(?P<iso_month>(?P<im_y>{_YEAR})(?P<im_sep>[-/])(?P<im_m>0[1-9]|1[0-2]){_END})"
    rf"|(?P<american>(?P<us_m>[0-9]{{1,2}})/(?P<us_d>[0-9]{{1,2}})/(?P<us_y>{_YEAR}|[0-9]{{2}}){_END})"
    rf"|(?P<american_month>(?P<um_m>{_MONTH})/(?P<um_y>{_YEAR}){_END})"
    rf"|(?P<korean>(?:(?P<ko_y>{_YEAR})\.\s?|(?:['‘’]|{_HAS_WEEKDAY})(?P<ko_yy>[0-9]{{2}})\.\s?)?"
    rf"(?P<ko_m>{_MONTH})\.\s?(?P<ko_d>{_DAY})(?:{_weekday('ko_w')}|{_END}))"
    rf"(?:\s?{_DASH}\s?(?P<ko_to>(?P<ko_d2>{_DAY})(?:{_weekday('ko_w2')}|{_END})))?"
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
            yield _day(start, end, found["iso_y"], found["iso_m"], found["iso_d"])
        elif found["iso_month"]:
            year, month = int(found["im_y"]), int(found["im_m"])
            # "2010/11" is two years of a season.
            if found["im_sep"] == "-" or (year + 1) % 100 != month:
                yield Named(start, end, Granularity.MONTH, year, number=month)
        elif found["american"]:
            yield from _american(found)
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
    if year is None and not found["ko_w"]:
        return
    month = int(found["ko_m"])
    start, end = found.span("korean")
    day, weekday = int(found["ko_d"]), _korean_weekday(found["ko_w"])
    yield Named(start, end, Granularity.DAY, year, month, day, weekday)
    if found["ko_to"] and (found["ko_w2"] or int(found["ko_d2"]) > day):
        start, end = found.span("ko_to")
        day, weekday = int(found["ko_d2"]), _korean_weekday(found["ko_w2"])
        yield Named(start, end, Granularity.DAY, year, month, day, weekday)


def _korean_weekday(name: str | None) -> int | None:
    return WEEKDAYS_KO.index(name) if name else None
