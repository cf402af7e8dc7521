"""Which periods of a question are only compared with, or expressly not meant.

"Not this month", "작년보다", "지난달 말고" and "10월 대비" set a period aside; "higher than last
month" compares another with it.
"""

import re
from collections.abc import Iterable

from qa.language.sentences import Span
from qa.lazy_regex import lazy_regex
from qa.periods import PeriodMention
from qa.periods.month_names import FULL_NAME, SHORTENED
from qa.understanding.words_before import find_before

# The time of year that it is now.
TIME_OF_YEAR = (
    r"(?:[이요고]\s?[맘만]\s?때|[이요]\s?(?:무렵|즈음|시기|시점|때(?![까부문])|(?<=\s)철)"
    r"|(?:똑?같은|동일한?|해당)\s?(?:\S{1,4}\s)?(?:달|월|시기|시점|무렵|때|철|(?P<quarter>분기))"
    r"|[달월][은이만]\s(?:그대로|똑?같[고은이아])|[동당]\s?(?:월|(?P<quarter_too>분기)))"
)
_SET_ASIDE = lazy_regex(
    rf"(?:의?\s?(?:실적|수치|수준|것|[거꺼])|\s{TIME_OF_YEAR})?"
    r"(?:\s?(?:보다|대비|말고)|(?:[에과와]|하고|이?랑)\s?(?:비[해하교]|견[주줘]|대비)|에\s이어"
    r"|[이가]?\s?(?:아니|아닌)|(?:\s?[건거것])?[은는]?\s이미\s|인\s(?=[0-9]))"
)
_VERSUS = lazy_regex(r"\b(?:versus|vs\.?)\s(?:\w+\s){0,3}$", re.IGNORECASE)
_THAN_KO = lazy_regex(
    r"(?:의?\s?(?:수출|수입|실적|수치|수준|것|[거꺼]))?"
    r"(?:\s?(?:보다|대비)|(?:[에과와]|하고|이?랑)\s?(?:비[해하교]|견[주줘]|대비)|에\s이어)"
)
_NOT_MEANT = lazy_regex(
    r"(?:(?:^|[,;:(–—-]\s?|\b(?:but|and|for)\s)(?=not)|\b(?=rather|instead))"
    r"(?P<denied>(?:not|rather\sthan|instead\sof)\s(?:(?:for|in|of)\s)?(?:the\s)?)$",
    re.IGNORECASE,
)
# "Not exports in April but in May".
_NOT_BUT = lazy_regex(r"\b(?P<denied>not)\s(?:[\w-]+\s){0,4}$", re.IGNORECASE)
# What is meant is said behind it: "but in May", "but June", though not "but may yet open".
_MONTH = rf"(?:{FULL_NAME.replace('|may', '')}|{SHORTENED}|may(?=\W*(?:$|[0-9])))"
_BUT = lazy_regex(
    rf",?\sbut\s(?:rather\s)?(?:(?:for|in|of)\b|(?=(?:the\s)?(?:{_MONTH}\b|[12][0-9]{{3}}\b|q[1-4]"
    r"|(?:last|this|first|second|third|fourth|previous)\s(?:year|month|quarter|half|week))))",
    re.IGNORECASE,
)
_DENIED_KO = lazy_regex(r"\s?말고|[이가]?\s?아니(?:라|고)")
CHANGE = (
    r"(?:(?<!look )(?<!looked )up|down|growth|growing|grew|grow|rise|rose|fall|fell"
    r"|increased?|decreased?|changed?|gain|drop|differ\w*|higher|lower|more|less|better|worse)"
)
CHANGED = lazy_regex(
    rf"\b(?:{CHANGE}|beat|exceed\w*|surpass\w*|top|topped|match|matched)\b", re.IGNORECASE
)
_COMPARING = lazy_regex(
    r"\b(?:(?:compar\w+\s(?:\w+\s){0,2}?(?:with|to|against|and)|than|versus|vs\.?|against"
    r"|relative to|next to|(?:above|below)(?=\s(?:that|those)\s)|beat|exceed\w*|surpass\w*|topped"
    r"|match|matched)\s(?:\w+\s){0,3}"
    rf"|{CHANGE}\s(?:\w+\s){{0,2}}(?:on|over)\s(?:the\s)?"
    rf"|{CHANGE}\b[^.?!]{{0,60}}\sfrom\s(?:the\s)?)$",
    re.IGNORECASE,
)


def is_compared(text: str, mention: PeriodMention) -> bool:
    """Whether English words before a period say that another is compared with it."""
    return find_before(_COMPARING, text, mention.start) is not None


def is_compared_ko(text: str, mention: PeriodMention) -> bool:
    """Whether Korean words behind a period say that another is compared with it."""
    return _THAN_KO.match(text, mention.end) is not None


def is_only_compared(text: str, mention: PeriodMention) -> bool:
    """Whether words beside a period say that another is compared with it, and not it with another
    as well ("May versus June")."""
    if find_before(_VERSUS, text, mention.start):
        return False
    return is_compared(text, mention) or is_compared_ko(text, mention)


def is_set_aside(text: str, mention: PeriodMention) -> bool:
    """Whether words beside a period say that it is only compared with, or not meant."""
    if _SET_ASIDE.match(text, mention.end):
        return True
    return bool(_find_denial(text, mention))


def find_denials(text: str, mentions: Iterable[PeriodMention]) -> list[Span]:
    """The words that say of periods that they are not meant, with these, which no release that
    answers need have.

    >>> from datetime import date
    >>> from qa.periods import find_periods
    >>> text = "not exports in May but June"
    >>> denials = find_denials(text, find_periods(text, date(2025, 8, 1)))
    >>> [text[each.start : each.end] for each in denials]
    ['not', 'May but ']
    """
    return [span for each in mentions for span in _find_denial(text, each)]


def _find_denial(text: str, mention: PeriodMention) -> list[Span]:
    start, end = mention.start, mention.end
    if behind := _DENIED_KO.match(text, end):
        return [Span(start, behind.end())]
    if " but " in text[start:end]:
        return []  # "not last month but the one before"
    behind = _BUT.match(text, end)
    before = find_before(_NOT_MEANT, text, start)
    if before is None and behind is not None:
        before = find_before(_NOT_BUT, text, start)
    if before is None:
        return []
    return [Span(*before.span("denied")), Span(start, behind.end() if behind else end)]
