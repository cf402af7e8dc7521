"""Which of the periods of a Korean question is meant where one stands beside another.

"작년보다", "지난달 말고" and "10월 대비" set a period aside; "지난달 기준 한 해 전 같은 달" and
"올해의 바로 앞 해" count one from the other, and are one. Of a year it is the month that is meant
where the time of year is said apart from it: "지난해 수출은 이맘때 얼마였나", "이달과 견줄 작년
수출", "이달과 같은 지난해 달". How Korean says a period is left to `qa.periods`, what English sets
beside another to `qa.interpreting`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from qa.periods import Granularity, Period, PeriodMention, find_periods
from qa.periods.calendar import unit_around
from qa.telling import has_korean

_SET_ASIDE = re.compile(
    r"(?:의?\s?(?:실적|수치|수준))?"
    r"(?:\s?(?:보다|대비|말고)|(?:[에과와]|하고|이?랑)\s?(?:비[해하교]|견[주줘]|대비)"
    r"|[이가]?\s?(?:아니|아닌)|인\s(?=[0-9]))"
)
_COUNTED_FROM = re.compile(
    r"(?:[을를]?\s?기준(?:으로)?|에서|으?로부터|(?P<than>보다)|(?P<of>의?))\s(?:(?:딱|꼭|정확히)\s)?"
)
_IN_YEAR = re.compile(
    r"(?:의?|,|[을를]?\s?기준(?:으로)?|에[서는]?|엔|중에?|으?로\s(?:치면|따지면|보면|하면)"
    r"|[과와]\s?(?:똑?같은|동일한|짝이\s되는))\s(?:(?:딱|꼭|정확히)\s)?"
)
_OWN_YEAR = re.compile(r"[년해]")
_AWAY = re.compile(r"전|앞|거슬러|같은|동[월기]|동\s?분기|맘때")
_AHEAD = ("앞", "앞선", "이전")
# The time of year that it is now, said apart from the year, unless figures are compared with it.
_NOW = re.compile(
    r"(?<![가-힣])(?<!전년\s)(?:[이요]\s?맘때|[이요]\s?무렵|이즈음|(?:똑?같은|동일한?)\s?달|동월)"
    r"(?!\s?(?:대비|비(?![가-힣])|보다|에\s?[비견]|[과와]\s?[비견]))"
)
_WHOLE_YEAR = re.compile(
    r"(?:의|에|\s?한\s?해|\s1년)?\s?(?:전체|통틀어|내내|동안|연간|누[계적]|총)"
)
_PARTS = (Granularity.MONTH, Granularity.QUARTER, Granularity.HALF)


def is_set_aside(text: str, mention: PeriodMention) -> bool:
    """Whether words behind a period say that it is only compared with, or not meant."""
    return _SET_ASIDE.match(text, mention.end) is not None


def join_beside(text: str, mentions: Sequence[PeriodMention], as_of: date) -> list[PeriodMention]:
    """The mentions, with one made of two where the second counts from the first or is within it.

    >>> text = "지난달 기준 한 해 전 같은 달"
    >>> day = date(2023, 5, 30)
    >>> (found,) = join_beside(text, find_periods(text, day), day)
    >>> found.period.first, text[found.start : found.end]
    (datetime.date(2022, 4, 1), '지난달 기준 한 해 전 같은 달')
    """
    if not has_korean(text):
        return list(mentions)
    made: list[PeriodMention] = []
    for each in mentions:
        joined = _join(text, made[-1], each) if made else None
        if joined is None:
            made.append(each)
        else:
            made[-1] = joined
    return [_narrow(text, each, made, as_of) for each in made]


def _narrow(
    text: str, year: PeriodMention, mentions: Sequence[PeriodMention], as_of: date
) -> PeriodMention:
    """A year, or the part of it that words apart from it say: now's, or that of one set aside."""
    if year.period.granularity is not Granularity.YEAR or _WHOLE_YEAR.match(text, year.end):
        return year
    parts = [each for each in mentions if each.period.granularity in _PARTS]
    if not parts and _NOW.search(text):
        part = unit_around(as_of, Granularity.MONTH)
    elif len(parts) == 1 and is_set_aside(text, parts[0]):
        part = parts[0].period
    else:
        return year
    return replace(year, period=_in_year(part, year.period) or year.period)


def _in_year(part: Period | None, year: Period) -> Period | None:
    return part.shift_years(year.first.year - part.first.year) if part else None


def _join(text: str, base: PeriodMention, each: PeriodMention) -> PeriodMention | None:
    if is_set_aside(text, each):
        return None
    period = _join_part(text, base, each) or _count_from(text, base, each)
    return PeriodMention(base.start, each.end, period) if period else None


def _join_part(text: str, base: PeriodMention, each: PeriodMention) -> Period | None:
    """What a year and a part of one make together: "올해 지난달", "이달과 같은 지난해 달"."""
    gap = _IN_YEAR.fullmatch(text, base.end, each.start)
    if gap is None or each.echo:
        return None
    if base.period.granularity is Granularity.YEAR and each.period.granularity in _PARTS:
        own_year = _OWN_YEAR.search(text, each.start, each.end)
        return _in_year(each.period, base.period) if own_year is None else None
    if base.period.granularity in _PARTS and each.period.granularity is Granularity.YEAR:
        return _in_year(base.period, each.period) if gap[0].strip() else None
    return None


def _count_from(text: str, base: PeriodMention, each: PeriodMention) -> Period | None:
    """The period that the second counts from the first: "올해의 바로 앞 해"."""
    gap = _COUNTED_FROM.fullmatch(text, base.end, each.start)
    if gap is None:
        return None
    words = text[each.start : each.end]
    if gap["than"]:
        counts = words.endswith(_AHEAD)
    else:
        counts = each.echo or (gap["of"] is None and _AWAY.search(words) is not None)
    counted = find_periods(words, base.period.last, past=True) if counts else []
    return counted[0].period if counted else None
