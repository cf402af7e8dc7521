"""Where a window of publication begins and ends: "since May 2", "through June", "5월 이후".

Said before the period, or behind it ("from May 2 on"). Which period of a question speaks of
publication at all is `qa.windows`' to say.
"""

import re
from datetime import date, timedelta

from qa.periods import Granularity, PeriodMention
from qa.records import DateRange

_RUN = re.compile(r"\b(?:last|past|previous|preceding|recent)\b|최근|지난", re.IGNORECASE)
# What bounds a window at a period: before it, or behind it.
_NOT_BEFORE = re.compile(
    r"\b(?:since|on or after|(?:no|not) (?:earlier|older) than|not before"
    r"|(?:starting|beginning)(?: from| on| in| with)?|dating back to)\s(?:the\s)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?<!or )(?<!not )\b(?:after|following|(?:later|newer|more recent(?:ly)?) than)\s(?:the\s)?$",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(
    r"(?<!the day )\b(?:until|till|up to(?: and including)?|through|by|on or before|not after"
    r"|(?:no|not) (?:later|newer|more recent) than|ending(?: on| in| with)?)\s(?:the\s)?$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?<!or )(?<!not )\b(?:before|prior to|ahead of|(?<!no )(?<!not )(?:earlier|older) than)\s"
    r"(?:the\s)?$",
    re.IGNORECASE,
)
_ONWARD = re.compile(
    r"\s(?:onwards?|on(?=\W*$|,)|forward|(?:and|or) (?:after|later|since|newer)"
    r"|to (?:date|now|today))\b|\s?(?:이후|부터|이래)",
    re.IGNORECASE,
)
_BACKWARD = re.compile(r"\s(?:and|or) (?:before|earlier|older)\b|\s?까지", re.IGNORECASE)
_BEFORE_KO = re.compile(r"\s?(?:이전|(?:이\s?되기\s?)?전에)")


def is_run(text: str, mention: PeriodMention) -> bool:
    """Whether it is so many days up to today, "the past ten days", and not those of a visit."""
    if mention.period.granularity is not Granularity.RANGE or mention.period.first.day == 1:
        return False
    return _RUN.search(text, mention.start, mention.end) is not None


def is_bounded(text: str, mention: PeriodMention) -> bool:
    """Whether it is where a window begins or ends, which no figure's period is."""
    before = text[: mention.start]
    bounds = (_BEFORE, _AFTER, _NOT_AFTER, _NOT_BEFORE)
    return any(bound.search(before) for bound in bounds)


def is_bounded_ko(text: str, mention: PeriodMention) -> bool:
    """The same in Korean, which says it behind the period."""
    bounds = (_ONWARD, _BACKWARD, _BEFORE_KO)
    return any(bound.match(text, mention.end) for bound in bounds)


def find_days(text: str, mention: PeriodMention) -> DateRange:
    """The days of publication that a period stands for, with what is said beside it.

    >>> from qa.periods import find_periods
    >>> text = "published before October 2025"
    >>> find_days(text, find_periods(text, date(2025, 12, 16))[0]).last
    datetime.date(2025, 9, 30)
    """
    first, last = mention.period.first, mention.period.last
    before, after = text[: mention.start], text[mention.end :]
    if _BEFORE.search(before) or _BEFORE_KO.match(after):
        return DateRange(date.min, first - timedelta(days=1))
    if (_NOT_AFTER.search(before) and not is_run(text, mention)) or _BACKWARD.match(after):
        return DateRange(date.min, last)
    if _NOT_BEFORE.search(before) or _ONWARD.match(after):
        return DateRange(first, date.max)
    if _AFTER.search(before):
        return DateRange(last + timedelta(days=1), date.max)
    return DateRange(first, last)
