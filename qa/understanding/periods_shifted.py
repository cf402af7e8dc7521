"""Periods that words of a question count from another one, or fit to a unit of time it speaks of.

"Skip last month and take the one before it", "the year-on-year base for this month", "last month's
year-ago counterpart", "this quarter, but a year ago"; "the quarter we were in a year ago". What one
phrase says whole ("the month before last") is left to `qa.periods`.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from qa.lazy_regex import lazy_regex
from qa.periods import Granularity, Period, PeriodMention
from qa.periods.calendar import MONTHS_IN, unit_around
from qa.periods.month_names import SHORT_NAME
from qa.understanding.periods_compared import CHANGED
from qa.understanding.words_before import find_before

_PARTS = (Granularity.MONTH, Granularity.QUARTER, Granularity.HALF)
_NOW = lazy_regex(
    r"\b(?:this|current|present|ongoing|running|now)\b|\bwe(?:['’]re|\sare)\sin\b", re.IGNORECASE
)
_COMPARED = lazy_regex(
    rf"{CHANGED.pattern}|\b(?:compar\w+|than|versus|vs|against|relative to|rising|falling"
    r"|increasing|decreasing|changing|beat\w*|above|below|and(?=\s(?:an?|one|last|the)\b))\b",
    re.IGNORECASE,
)
# A month or a year that is counted, not named.
_NAMED = lazy_regex(
    rf"[12][0-9]{{3}}|[0-9]\s?[월년]|\b(?:{SHORT_NAME})",
    re.IGNORECASE,
)
_ANY = "".join(
    rf"(?<!\b{word}\s)" for word in "which what each every per a any one best by on over to".split()
)
_BY = r"(?![- ](?:on|by|over|to)[- ]|['’]|\sof\b)"
_OF_QUARTER = lazy_regex(rf"{_ANY}\bquarter\b{_BY}|(?<![0-9])분기(?!별)", re.IGNORECASE)
_OF_MONTH = lazy_regex(rf"{_ANY}\bmonth\b{_BY}", re.IGNORECASE)
_UNIT = r"(?:one|month|quarter|half|year|period)"
# What a change is reckoned on: "the YoY base for", "the sequential comparator of".
_BASE = lazy_regex(
    r"\b(?:(?P<year>yoy|y/y|year[- ]o(?:n|ver)[- ]year|annual)|qoq|q/q|mom|m/m|sequential"
    r"|(?:month|quarter|half)[- ]o(?:n|ver)[- ](?:month|quarter|half))\s(?:comparison\s)?"
    rf"(?:base|comparator|comparison|benchmark)(?:\s{_UNIT})?\s(?:for|of|to)\s(?:the\s)?$",
    re.IGNORECASE,
)
_YEAR_AGO = lazy_regex(
    r"(?:['’]s)?\s(?:year[- ](?:ago|earlier)|prior[- ]year)\s"
    r"(?:counterpart|equivalent|base|comparator|figure|level)\b"
    r"|,?\s(?:but|only|just)\s(?:exactly\s)?(?:an?|one|1)\syear\s(?:ago|earlier|back|before)\b",
    re.IGNORECASE,
)
_A_YEAR_AGO = lazy_regex(r"\b(?:an?|one|1)\syear\sago\s$", re.IGNORECASE)
_SET_ASIDE = lazy_regex(
    r"\b(?:skip(?:ping)?|ignor(?:e|ing)|forget|disregard|never\smind|omit|not|leav(?:e|ing)(?:\sout)?"
    r"|(?:set|put)(?:ting)?|pass(?:ing)?\sover)\s(?:the\s)?$",
    re.IGNORECASE,
)
_FURTHER_BACK = lazy_regex(rf"\bone\s{_UNIT}\sf[ua]rther\sback\s(?:than|from)\s$", re.IGNORECASE)
_ONE_BEFORE = lazy_regex(
    rf"\bthe\s{_UNIT}\s(?:that\s)?(?:(?:came|went|right|just|immediately|directly)\s)?"
    r"(?:before|prior\sto|preceding|precede[sd])"
    r"(?:(?:\s(?:it|that(?:\sone)?|this))(?=\W|$)|(?=\s*[.,:;?!]|$))",
    re.IGNORECASE,
)


def shift_said(text: str, mentions: Iterable[PeriodMention]) -> list[PeriodMention]:
    """The mentions, each replaced by what is counted from it where words say so.

    >>> from datetime import date
    >>> from qa.periods import find_periods
    >>> text = "Skip last month: what were exports in the one before it?"
    >>> [found] = shift_said(text, find_periods(text, date(2024, 11, 6)))
    >>> found.period.first, text[found.start : found.end]
    (datetime.date(2024, 9, 1), 'the one before it')
    """
    made = [_shift(text, each) for each in mentions]
    # "A year ago" of "a year ago last month" is no period of its own any more.
    longest = sorted(made, key=lambda each: each.start - each.end)
    kept: list[PeriodMention] = []
    for each in longest:
        if not any(other.start < each.end and each.start < other.end for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda each: each.start)


def place_now(text: str, mentions: list[PeriodMention]) -> list[PeriodMention]:
    """Of this month and one other year it is that year's month that is meant, unless the two are
    compared: "two years ago, what were exports in the month we are in"."""
    here = [each for each in mentions if _NOW.search(text, each.start, each.end)]
    away = [each for each in mentions if each not in here]
    if len(here) != 1 or len(away) != 1 or _COMPARED.search(text):
        return mentions
    [now], [then] = here, away
    months = 12 * (now.period.first.year - then.period.first.year)
    if then.echo:
        months += now.period.first.month - then.period.first.month
    elif then.period.granularity is not Granularity.YEAR:
        return mentions
    placed = now.period.shift_years(-months // 12)
    if months <= 0 or months % 12 or placed is None or now.period.granularity not in _PARTS:
        return mentions
    return [
        replace(each, period=placed) if each is now else replace(each, echo=True)
        for each in mentions
    ]


def fit_to_unit(text: str, mentions: list[PeriodMention], as_of: date) -> list[PeriodMention]:
    """The one period of a question as the unit of time that the question speaks of beside it.

    "The quarter we were in a year ago" is no month, and "the month two years ago" no year.
    """
    if len(mentions) != 1:
        return mentions
    [mention] = mentions
    period, rest = mention.period, text[: mention.start] + text[mention.end :]
    if _NAMED.search(text, mention.start, mention.end):
        return mentions
    fitted: Period | None = None
    if period.granularity is Granularity.MONTH and _OF_QUARTER.search(rest):
        fitted = unit_around(period.first, Granularity.QUARTER)
    elif period.granularity is Granularity.YEAR and _OF_MONTH.search(rest):
        fitted = _in_year(as_of, Granularity.MONTH, period)
    elif period.granularity is Granularity.YEAR and _OF_QUARTER.search(rest):
        fitted = _in_year(as_of, Granularity.QUARTER, period)
    return mentions if fitted is None else [replace(mention, period=fitted)]


def _in_year(as_of: date, unit: Granularity, year: Period) -> Period | None:
    """The unit that `as_of` is in, in another year; None for a year to come or its own."""
    here = unit_around(as_of, unit)
    years = year.first.year - as_of.year
    return here.shift_years(years) if here is not None and years < 0 else None


def _shift(text: str, mention: PeriodMention) -> PeriodMention:
    period, start = mention.period, mention.start
    if period.granularity not in MONTHS_IN:
        return mention
    if base := find_before(_BASE, text, start):
        shifted = _go_back(period, years=base["year"] is not None)
        return replace(mention, start=base.start(), period=shifted)
    if year_ago := _YEAR_AGO.match(text, mention.end):
        return replace(mention, end=year_ago.end(), period=_go_back(period, years=True))
    if mention.echo:
        return mention
    if text[start : mention.end].lower().startswith("last ") and (
        year_ago := find_before(_A_YEAR_AGO, text, start)
    ):
        return replace(mention, start=year_ago.start(), period=_go_back(period, years=True))
    if further := find_before(_FURTHER_BACK, text, start):
        return replace(mention, start=further.start(), period=_go_back(period))
    if find_before(_SET_ASIDE, text, start) and (one := _ONE_BEFORE.search(text, mention.end)):
        return replace(mention, start=one.start(), end=one.end(), period=_go_back(period))
    return mention


def _go_back(period: Period, *, years: bool = False) -> Period:
    """The period a year before, or the one before it; itself where there is none."""
    return (period.shift_years(-1) if years else period.shift(-1)) or period
