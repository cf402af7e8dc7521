"""Where a window of publication begins and ends: "since May 2", "through June", "5월 이후".

Said before the period, or behind it ("from May 2 on"). Which period of a question speaks of
publication at all is `qa.understanding.windows`' to say.
"""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from qa.lazy_regex import lazy_regex
from qa.periods import Granularity, Period, PeriodMention
from qa.periods.month_names import FULL_NAME, SHORTENED
from qa.records import DateRange
from qa.understanding.window_parts import narrow_days
from qa.understanding.words_before import find_before

_DATE = (
    rf"(?:\d|q[1-4]|(?:{FULL_NAME}|{SHORTENED})\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:last|this|previous|yesterday|today)\b)"
)
_RUN = lazy_regex(
    r"\b(?:last|past|previous|preceding|recent|(?:to|through|with|ending) today)\b|최근|지난"
    r"|오늘(?:까지|을)",
    re.IGNORECASE,
)
# What bounds a window at a period: before it, or behind it.
_NOT_BEFORE = lazy_regex(
    r"\b(?:since|on or after|(?:no|not) (?:earlier|older) than|not before"
    r"|(?:starting|beginning|counting|reckoning)(?: from| on| in| with)?"
    r"|dating back to)\s(?:the\s)?$",
    re.IGNORECASE,
)
_AFTER = lazy_regex(
    r"(?<!or )(?<!not )\b(?:after|following|subsequent to|(?:later|newer|more recent(?:ly)?) than)"
    r"\s(?:the\s)?$",
    re.IGNORECASE,
)
_NOT_AFTER = lazy_regex(
    r"(?<!the day )\b(?:until|till|(?<!been )up to(?: and including)?|through|by|on or before"
    r"|not after|(?:no|not) (?:later|newer|more recent) than|ending(?: on| in| with)?)"
    r"\s(?:the\s)?$",
    re.IGNORECASE,
)
_BEFORE = lazy_regex(
    r"(?<!or )(?<!not )\b(?:before|prior to|ahead of|(?<!no )(?<!not )(?:earlier|older) than)\s"
    r"(?:the\s)?$",
    re.IGNORECASE,
)
_ONWARD = lazy_regex(
    r"\s(?:onwards?|on(?=\W*$|,)|forward|(?:and|or) (?:after|later|since|newer)"
    r"|to (?:date|now|today))\b|\s?(?:자\s\S+)?(?:이후|부터|이래)|에서부터"
    r"|[을를]\s(?:시작으로|기점으로|포함해서?\s그날\s이후)"
    r"|\s(?:또는|및|그리고)\s그\s?(?:뒤|후|이후)",
    re.IGNORECASE,
)
_AFTER_KO = lazy_regex(
    r"\s?(?:[이가]\s)?(?:지난|지나고)\s?(?:뒤|후|다음|나서)|보다\s?(?:나중|뒤|늦게)"
    r"|의?\s(?:다음\s?날|이튿날)(?:부터|\s?이후)|[을를]\s넘긴\s?(?:뒤|후)"
    r"|[은는을를]\s제외하고\s그\s?(?:뒤|후|이후)"
)
_TO_MONTHS_END = lazy_regex(r"\s?초?부터\s(?:(?:그|같은)\s?달\s|지난달\s|전월\s)?말일?까지")
# "May 2 or earlier", but not "after May 2 and before May 9", which bounds the second.
_BACKWARD = lazy_regex(
    rf"\s(?:and|or) (?:before|earlier|older)\b(?! (?:than )?(?:the )?{_DATE})|\s?까지",
    re.IGNORECASE,
)
_BEFORE_KO = lazy_regex(r"\s?(?:이전|(?:[이가]\s?되기\s?)?전에)")
# "Disregard anything published on or before May 2".
_NOTHING_UNTIL = lazy_regex(
    r"\b(?:disregard|ignore|leave out|exclude|skip|(?:have|['’]ve) (?:read|seen))"
    r"\s(?:anything|everything|whatever|all)(?:\s\w+){0,2}?"
    r"\s(?:on or before|up to(?: and including)?|until|through|before)\s(?:the\s)?$",
    re.IGNORECASE,
)
# "Nothing newer than May 2".
_NOTHING_AFTER = lazy_regex(
    r"\b(?:leav(?:e|ing) out|exclud(?:e|ing)|ignor(?:e|ing)|omit(?:ting)?|skip(?:ping)?|without"
    r"|nothing)\s(?:(?:any|every)(?:thing|\s\w+)|what(?:ever)? (?:is|was))?\s?"
    r"(?:after|newer than|later than|more recent than)\s(?:the\s)?$",
    re.IGNORECASE,
)


def is_run(text: str, mention: PeriodMention) -> bool:
    """Whether it is so many days up to today, "the past ten days", and not those of a visit."""
    if mention.period.granularity is not Granularity.RANGE or mention.period.first.day == 1:
        return False
    return _RUN.search(text, mention.start, mention.end) is not None


def is_bounded(text: str, mention: PeriodMention) -> bool:
    """Whether it is where a window begins or ends, which no figure's period is."""
    bounds = (_BEFORE, _AFTER, _NOT_AFTER, _NOT_BEFORE)
    return any(find_before(bound, text, mention.start) for bound in bounds)


def is_bounded_ko(text: str, mention: PeriodMention) -> bool:
    """The same in Korean, which says it behind the period."""
    bounds = (_ONWARD, _AFTER_KO, _BACKWARD, _BEFORE_KO)
    return any(bound.match(text, mention.end) for bound in bounds)


def find_days(text: str, mention: PeriodMention) -> DateRange:
    """The days of publication that a period stands for, with what is said beside it.

    >>> from qa.periods import find_periods
    >>> text = "published before October 2025"
    >>> find_days(text, find_periods(text, date(2025, 12, 16))[0]).last
    datetime.date(2025, 9, 30)
    """
    bounded = is_bounded(text, mention) or is_bounded_ko(text, mention)
    first, last = narrow_days(text, mention, bounded=bounded)

    def leads(pattern: re.Pattern[str]) -> bool:
        return find_before(pattern, text, mention.start) is not None

    def follows(pattern: re.Pattern[str]) -> bool:
        return pattern.match(text, mention.end) is not None

    if leads(_BEFORE) or follows(_BEFORE_KO):
        return DateRange(date.min, first - timedelta(days=1))
    if follows(_TO_MONTHS_END):
        return DateRange(first, first.replace(day=monthrange(first.year, first.month)[1]))
    if leads(_NOTHING_UNTIL):
        return DateRange(last + timedelta(days=1), date.max)
    if leads(_NOTHING_AFTER):
        return DateRange(date.min, last)
    if (leads(_NOT_AFTER) and not is_run(text, mention)) or follows(_BACKWARD):
        return DateRange(date.min, last)
    if leads(_NOT_BEFORE) or follows(_ONWARD):
        return DateRange(first, date.max)
    if leads(_AFTER) or follows(_AFTER_KO):
        return DateRange(last + timedelta(days=1), date.max)
    return DateRange(first, last)


def find_beyond(text: str, mention: PeriodMention, as_of: date) -> PeriodMention:
    """What lies before or after a year, where it is that which is asked for: "before 2015".

    Of shorter periods what tells of it names them: "the troops left after March 2008".
    """
    led = any(find_before(bound, text, mention.start) for bound in (_BEFORE, _AFTER))
    bounds = led or any(bound.match(text, mention.end) for bound in (_BEFORE_KO, _AFTER_KO))
    reach = find_days(text, mention)
    if mention.period.granularity is not Granularity.YEAR or not bounds or reach.first > as_of:
        return mention
    beyond = Period(reach.first, min(reach.last, as_of), Granularity.RANGE)
    return replace(mention, period=beyond, whole=None)
