"""Which of the periods of a Korean question is meant where one stands beside another.

"작년보다", "지난달 말고" and "10월 대비" set a period aside; "지난달 기준 한 해 전 같은 달" and
"올해의 바로 앞 해" count one from the other, and are one. How Korean says a period is left to
`qa.periods`, what English sets beside another to `qa.interpreting`.
"""

import re
from collections.abc import Sequence

from qa.periods import PeriodMention, find_periods
from qa.telling import has_korean

_SET_ASIDE = re.compile(
    r"(?:의?\s?(?:실적|수치|수준))?"
    r"(?:\s?(?:보다|대비|말고)|(?:[에과와]|하고|이?랑)\s?(?:비[해하교]|견[주줘]|대비)"
    r"|[이가]?\s?(?:아니|아닌)|인\s(?=[0-9]))"
)
_COUNTED_FROM = re.compile(
    r"(?:[을를]?\s?기준(?:으로)?|에서|으?로부터|(?P<than>보다)|(?P<of>의?))\s(?:(?:딱|꼭|정확히)\s)?"
)
_AWAY = re.compile(r"전|앞|거슬러|같은|동[월기]|동\s?분기|맘때")
_AHEAD = ("앞", "앞선", "이전")
_OF = re.compile(r"의?\s")


def is_set_aside(text: str, mention: PeriodMention) -> bool:
    """Whether words behind a period say that it is only compared with, or not meant."""
    return _SET_ASIDE.match(text, mention.end) is not None


def join_beside(text: str, mentions: Sequence[PeriodMention]) -> list[PeriodMention]:
    """The mentions, with one made of two where the second counts from the first or is within it.

    >>> from datetime import date
    >>> text = "지난달 기준 한 해 전 같은 달"
    >>> (found,) = join_beside(text, find_periods(text, date(2023, 5, 30)))
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
    return made


def _join(text: str, base: PeriodMention, each: PeriodMention) -> PeriodMention | None:
    gap = _COUNTED_FROM.fullmatch(text, base.end, each.start)
    if gap is None or is_set_aside(text, each):
        return None
    words = text[each.start : each.end]
    if gap["of"] is None:
        counts = words.endswith(_AHEAD) if gap["than"] else _AWAY.search(words) is not None
    elif each.echo:
        counts = True  # "올해의 바로 앞 해"
    elif base.period.contains(each.period):
        return PeriodMention(base.start, each.end, each.period)  # "올해 지난달"
    else:
        counts = False
    counted = find_periods(words, base.period.last, past=True) if counts else []
    return PeriodMention(base.start, each.end, counted[0].period) if counted else None
