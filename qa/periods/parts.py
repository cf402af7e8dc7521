"""Periods reckoned from one named behind them, in English: its parts, its neighbours, runs to it.

"the first ten days of November", "the last month of 2024", "the second week of last month"; "the
month before March"; "the three months to June", "exports through July". Which period it is that is
named behind the words is for others to say.
"""

import re
from datetime import timedelta

from qa.lazy_regex import lazy_regex
from qa.periods.calendar import MONTHS_IN, Granularity, Period, days, month_index, months
from qa.periods.english_words import FIGURES, NUMBER, ORDINAL, ORDINALS, number

KINDS = {
    "day": Granularity.DAY,
    "week": Granularity.WEEK,
    "month": Granularity.MONTH,
    "quarter": Granularity.QUARTER,
    "qtr": Granularity.QUARTER,
    "half": Granularity.HALF,
    "half-year": Granularity.HALF,
    "year": Granularity.YEAR,
}
PART = (  # the first week, the last month, the first eleven months, the third day
    rf"(?P<p_which>{ORDINAL})\s{{1,2}}"
    rf"(?:(?P<p_n>{NUMBER})\s{{1,2}}(?P<p_units>day|week|month|quarter)s|(?P<p_unit>day|week|month))"
)
_TO = r"(?:(?:up\s)?(?:to|through)|until|till|(?:that\s)?end(?:ed|ing))(?:\sin)?(?:\sthe\send\sof)?"
# "a year before March", but not "in the two years before March" nor "for a year after it"
_NO_RUN = "".join(
    rf"(?<!\b{word}\s)"
    for word in "the for in over during within of past last next first another".split()
)
# "Between the first and the last day of", "from the start to the end of": all of it.
_ENDS = (
    r"(?:between|from)\sthe\s(?:first|start|beginning)(?:\sday)?\s(?:and|to|through)\s(?:the\s)?"
    r"(?:last(?:\sday)?|end)\sof"
)
_BEFORE = lazy_regex(
    rf"\b(?:{PART}\s(?:of|in)|(?P<ends>{_ENDS})"
    rf"|(?:{_NO_RUN}(?P<away>an?|{NUMBER})\s)?(?P<unit>month|quarter|half|year)(?(away)s?)\s"
    r"(?:(?:right|just|immediately)\s)?(?P<way>before|preceding|prior\sto|after|following)"
    rf"|(?:(?P<n>{NUMBER})[\s-](?P<n_unit>month|quarter)s?|(?P<run>quarter|half(?:-year)?|year))"
    rf"(?:\speriod)?\s{_TO}"
    rf"|(?:{FIGURES}|cumulative)(?:\s[a-z]+)?\s(?P<through>through|(?:up\sto|until)(?:\sthe\send\sof)?))\s(?:the\s)?$"
)
_RUN = Granularity.RANGE
_LONGEST = 48  # characters before a period that may belong to its words
# How the words end that may stand before it, so that most are turned down at a glance.
_ENDINGS = ("of", "in", "re", "ng", "to", "er", "gh", "il", "ll", "ed", "he")


def read_part(low: str, floor: int, start: int, period: Period) -> tuple[int, Period] | None:
    """Where the words begin that reckon from the period named at `start`, and what they come to.

    None where there are none; nothing before `floor` is looked at.

    >>> from datetime import date
    >>> november = Period(date(2025, 11, 1), date(2025, 11, 30), Granularity.MONTH)
    >>> read_part("the first ten days of november", 0, 22, november)[1].last
    datetime.date(2025, 11, 10)
    """
    if low[max(0, start - 3) : start - 1] not in _ENDINGS:
        return None
    if period.granularity not in (*MONTHS_IN, Granularity.DAY):
        return None
    found = _BEFORE.search(low, max(floor, start - _LONGEST), start)
    made = _reckon(found, period) if found is not None else None
    if found is None or made is None:
        return None
    return found.start("through") if found["through"] else found.start(), made


def _reckon(found: re.Match[str], period: Period) -> Period | None:
    if found["n"] or found["run"]:
        return _run_to(found, period)
    if period.granularity is Granularity.DAY:
        return None
    if found["ends"]:
        return period
    if found["p_which"]:
        return part_of(period, found)
    if found["way"]:
        return _shift(found, period)
    return months(month_index(period.last) + 1 - period.last.month, period.last.month, _RUN)


def _run_to(found: re.Match[str], period: Period) -> Period | None:
    """ "the three months to June", "the quarter ended September 30"."""
    ends = period.granularity is Granularity.DAY and (period.last + timedelta(days=1)).day == 1
    if not ends and period.granularity is not Granularity.MONTH:
        return None
    unit = KINDS[found["n_unit"] or found["run"]]
    count = (number(found["n"]) if found["n"] else 1) * MONTHS_IN[unit]
    return months(month_index(period.last) + 1 - count, count, _RUN)


def _shift(found: re.Match[str], period: Period) -> Period | None:
    """The period so far before or after: "the month after March", "a year before March"."""
    kind = KINDS[found["unit"]]
    if found["away"] is None and kind is not period.granularity:
        return None
    steps, left = divmod(MONTHS_IN[kind], MONTHS_IN[period.granularity])
    if left:
        return None
    steps *= number(found["away"] or "one")
    return period.shift(steps if found["way"] in ("after", "following") else -steps)


def part_of(whole: Period, found: re.Match[str]) -> Period | None:
    """The part of `whole` that PART matched; None where it has no such."""
    which, unit = found["p_which"], KINDS[found["p_units"] or found["p_unit"]]
    last = which in ("last", "final", "closing")
    place = 0 if last else int(ORDINALS[which]) - 1
    count = number(found["p_n"]) if found["p_n"] else 1
    kind = Granularity.RANGE if found["p_n"] else unit
    if unit in MONTHS_IN:
        size = count * MONTHS_IN[unit]
        start = (
            month_index(whole.last) + 1 - size if last else month_index(whole.first) + place * size
        )
        period = months(start, size, kind)
    else:
        size = count * (7 if unit is Granularity.WEEK else 1)
        first = (
            whole.last.toordinal() + 1 - size if last else whole.first.toordinal() + place * size
        )
        period = days(first, first + size - 1, kind)
    return period if period is not None and whole.contains(period) else None
