"""English periods that words of a question count from another one that it names.

"Skip last month and take the one before it", "the year-on-year base for this month", "last month's
year-ago counterpart", "this quarter, but a year ago". What one phrase says whole ("the month before
last") is left to `qa.periods`.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from qa.periods import Period, PeriodMention
from qa.periods.calendar import MONTHS_IN

_UNIT = r"(?:one|month|quarter|half|year|period)"
# What a change is reckoned on: "the YoY base for", "the sequential comparator of".
_BASE = re.compile(
    r"\b(?:(?P<year>yoy|y/y|year[- ]o(?:n|ver)[- ]year|annual)|qoq|q/q|mom|m/m|sequential"
    r"|(?:month|quarter|half)[- ]o(?:n|ver)[- ](?:month|quarter|half))\s(?:comparison\s)?"
    rf"(?:base|comparator|comparison|benchmark)(?:\s{_UNIT})?\s(?:for|of|to)\s(?:the\s)?$",
    re.IGNORECASE,
)
_YEAR_AGO = re.compile(
    r"(?:['’]s)?\s(?:year[- ](?:ago|earlier)|prior[- ]year)\s"
    r"(?:counterpart|equivalent|base|comparator|figure|level)\b"
    r"|,?\s(?:but|only|just)\s(?:exactly\s)?(?:an?|one|1)\syear\s(?:ago|earlier|back|before)\b",
    re.IGNORECASE,
)
_A_YEAR_AGO = re.compile(r"\b(?:an?|one|1)\syear\sago\s$", re.IGNORECASE)
_SET_ASIDE = re.compile(
    r"\b(?:skip(?:ping)?|ignor(?:e|ing)|forget|disregard|never\smind|omit|not|leav(?:e|ing)(?:\sout)?"
    r"|(?:set|put)(?:ting)?|pass(?:ing)?\sover)\s(?:the\s)?$",
    re.IGNORECASE,
)
_FURTHER_BACK = re.compile(rf"\bone\s{_UNIT}\sf[ua]rther\sback\s(?:than|from)\s$", re.IGNORECASE)
_ONE_BEFORE = re.compile(
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
    return [
        each
        for each in made
        if not any(
            other.start <= each.start and each.end <= other.end and other is not each
            for other in made
        )
    ]


def _shift(text: str, mention: PeriodMention) -> PeriodMention:
    period, before = mention.period, text[: mention.start]
    if period.granularity not in MONTHS_IN:
        return mention
    if base := _BASE.search(before):
        shifted = _go_back(period, years=base["year"] is not None)
        return replace(mention, start=base.start(), period=shifted)
    if year_ago := _YEAR_AGO.match(text, mention.end):
        return replace(mention, end=year_ago.end(), period=_go_back(period, years=True))
    if mention.echo:
        return mention
    if text[mention.start : mention.end].lower().startswith("last ") and (
        year_ago := _A_YEAR_AGO.search(before)
    ):
        return replace(mention, start=year_ago.start(), period=_go_back(period, years=True))
    if further := _FURTHER_BACK.search(before):
        return replace(mention, start=further.start(), period=_go_back(period))
    if _SET_ASIDE.search(before) and (one := _ONE_BEFORE.search(text, mention.end)):
        return replace(mention, start=one.start(), end=one.end(), period=_go_back(period))
    return mention


def _go_back(period: Period, *, years: bool = False) -> Period:
    """The period a year before, or the one before it; itself where there is none."""
    return (period.shift_years(-1) if years else period.shift(-1)) or period
