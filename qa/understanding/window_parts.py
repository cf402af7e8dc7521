"""Which part of a period a window of publication is for: "early 2006", "spring 2007", "3월 하순".

Most words are no exact days, so that each part runs over what it is usually taken for: "early" is
the first four months of a year, spring March to June. A month's halves are its first 15 days and
what is left. Winter is left out, being of two years.
"""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from qa.lazy_regex import lazy_regex
from qa.periods import Granularity, PeriodMention
from qa.understanding.words_before import find_before

# The seasons, and halves of a month, stand beside the words of the period: "the spring of 2007".
_BEFORE = lazy_regex(
    r"\b(?:(?P<season>(?:early\s|late\s)?(?:spring|summer|autumn|(?<=in\s)fall|(?<=the\s)fall))\s"
    r"(?:of\s)?|(?P<half>(?:first|second|latter)\shalf\sof\s))(?:the\s)?$",
    re.IGNORECASE,
)
_AFTER_KO = lazy_regex(
    r"의?\s?(?:(?P<season>봄|여름|가을)(?:철)?|(?P<half>[전중후]반))(?=[에의은는엔]|[\s,.?!]|$)"
)
# The first and last month of a part of a year, by how its words begin or end.
_OF_YEAR = (
    (lazy_regex(r"(?:early|(?:beginning|start|outset)\sof)\b|.*[년해도]\s?(?:연?초)$", re.I), 1, 4),
    (lazy_regex(r"(?:mid|middle\sof)\b|.*중반$", re.I), 4, 9),
    (lazy_regex(r"(?:late|(?:end|close)\sof)\b|.*[년해도]\s?(?:연?말)$", re.I), 9, 12),
    (lazy_regex(r".*전반$"), 1, 6),
    (lazy_regex(r".*후반$"), 7, 12),
    (lazy_regex(r"(?:early\s|late\s)?spring\b|.*봄철?$", re.I), 3, 6),
    (lazy_regex(r"(?:early\s|late\s)?summer\b|.*여름철?$", re.I), 6, 9),
    (lazy_regex(r"(?:early\s|late\s)?(?:autumn|fall)\b|.*가을철?$", re.I), 9, 12),
)
# The first and last day of a part of a month; Korean has parts of ten days each, the last of what
# is left.
_OF_MONTH = (
    (lazy_regex(r".*[초상]순"), 1, 10),
    (lazy_regex(r".*중순"), 11, 20),
    (lazy_regex(r".*하순"), 21, 31),
    (lazy_regex(r"first\shalf\b|.*(?:전반기?|상반기)$", re.I), 1, 15),
    (lazy_regex(r"(?:second|latter)\shalf\b|.*(?:후반기?|하반기)$", re.I), 16, 31),
    (lazy_regex(r"(?:early|(?:beginning|start|outset)\sof)\b|.*[월달]\s?초$", re.I), 1, 14),
    (lazy_regex(r"(?:mid|middle\sof)\b", re.I), 8, 23),
    (lazy_regex(r"(?:late|(?:end|close)\sof)\b|.*[월달]\s?말$", re.I), 17, 31),
)
# Parts whose days words say: a bound lies at theirs.
_EXACT = lazy_regex(r"[초상중하]순|[월달]\s?[전후상하]반|\bhalf\sof\b", re.I)
# "From the start to the end of June" is all of it.
_TO = lazy_regex(r"\b(?:to|and|through)\s(?:the\s)?$", re.IGNORECASE)


def widen_part(text: str, mention: PeriodMention) -> PeriodMention:
    """The mention with the words of a season or half that stand beside it.

    >>> from qa.periods import find_periods
    >>> text = "announced in the spring of 2007"
    >>> mention = widen_part(text, find_periods(text, date(2008, 4, 20))[0])
    >>> text[mention.start : mention.end]
    'spring of 2007'
    """
    kind = mention.period.granularity
    if kind not in (Granularity.YEAR, Granularity.MONTH):
        return mention
    group = "season" if kind is Granularity.YEAR else "half"
    before = find_before(_BEFORE, text, mention.start)
    if before and before[group]:
        return replace(mention, start=before.start())
    after = _AFTER_KO.match(text, mention.end) if kind is Granularity.YEAR else None
    return replace(mention, end=after.end()) if after else mention


def narrow_days(text: str, mention: PeriodMention, *, bounded: bool) -> tuple[date, date]:
    """The first and last day of a period, or of the part of it that its words say.

    A period that is `bounded`, "by the end of 2016", is narrowed only where words say the days.

    >>> from qa.periods import find_periods
    >>> text = "announced in early 2006"
    >>> narrow_days(text, find_periods(text, date(2008, 4, 20))[0], bounded=False)[1]
    datetime.date(2006, 4, 30)
    """
    first, last = mention.period.first, mention.period.last
    words = text[mention.start : mention.end]
    if (bounded and not _EXACT.search(words)) or find_before(_TO, text, mention.start):
        return first, last
    if mention.period.granularity is Granularity.YEAR:
        for pattern, begin, end in _OF_YEAR:
            if pattern.match(words):
                return first.replace(month=begin), _month_end(last.replace(day=1, month=end))
    if mention.period.granularity is Granularity.MONTH:
        for pattern, begin, end in _OF_MONTH:
            if pattern.match(words):
                return first.replace(day=begin), first.replace(day=min(end, last.day))
    return first, last


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
