"""Whether a question limits when releases were published, and by which of its periods.

"What was announced last week?" asks for a day of publication, "What were exports last month?" for
what a release is about. Words of publishing decide, and how the period stands beside them: one
that qualifies a noun ("November exports") or that figures are for ("released for October") is
what the release is about.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from qa.periods import Granularity, PeriodMention
from qa.records import DateRange

_CUE = (
    r"(?:announc(?:e[ds]?|ing|ements?)|publi(?:sh(?:e[ds]|ing)?|cations?)|releas(?:e[ds]?|ing)"
    r"|issu(?:ed|ing)|unveil(?:ed|ing)?|reveal(?:ed|ing)?|disclosed?|posted|appear(?:ed|ing)?|dated"
    r"|circulated|(?:came|come|comes|coming|went|going|go|put|putting|sent|send|given|gave"
    r"|brought) out|ma(?:d|k)e (?:public|known)|(?:press|news) (?:releases?|notes?|statements?)"
    r"|statements?|bulletins?|notices?|communiqu[eé]s?|news|headlines?|updates?|newly|items?"
    r"|articles?|posts?|upload(?:ed|s)?|surfaced|turned up|dispatch(?:es|ed)?|went public|the press"
    r"|(?:what(?:['’]s|\sis|\swas|\swere)?|anything|something)\snew"
    r"(?!\s(?!about|on|in|with|last|this|from|since|regarding|concerning)\w))"
)
_CUE_KO = (
    "발표|공개|배포|보도|소식|나온|나왔|새로|공지|알린|알려진|밝힌|밝혔|게시|게재|올라온|올린|내놓|내놨|공표"
    "|뉴스|발간"
)
_PUBLISHING = re.compile(rf"\b{_CUE}\b|{_CUE_KO}", re.IGNORECASE)
_REPORTING = re.compile(
    r"\b(?:report(?:s|ed)?|(?:was|were|is|are) there|anything|something|happen(?:ed|ing)?|said|say"
    r"|told|tell us|wrote|declared|communicated|presented|mention(?:ed)?|deal(?:s|t)? with|dealt"
    r"|cover(?:ed)?|release|information|heard?|learn(?:ed|t)?|read|papers|texts|documents|reporters|journalists"
    r"|communications?|handouts?)\b|무슨|있었|어떤|전한|자료",
    re.IGNORECASE,
)
_ABOUT_BEFORE = re.compile(
    r"\b(?:for|of|about|regarding|concerning|covering|on the|compared (?:with|to)|than|['’]s)\s"
    r"(?:the\s)?(?:month\sof\s)?$",
    re.IGNORECASE,
)
_LOOSE_AFTER = re.compile(
    r"(?:['’]s\b)?\s*(?:$|[^\w\s]|(?:about|on|regarding|concerning|with|by|from|that|which|and|or|in|of"
    r"|was|were|what|did|do|does|has|had|have|is|are|for|to|between|relating|related|involving|touching"
    r"|as|when|where|who|over|under|around|at|upon|not|so|also|dealt|deals|mention\w*|cover\w*"
    r"|concern\w*|said|spoke|touch\w*|discuss\w*|onwards?|forward|until|through|inclusive)\b)"
    rf"|(?:['’]s)?\s(?:\w+\s){{0,2}}{_CUE}\b",
    re.IGNORECASE,
)
_PARTICLE = re.compile(
    r"\s?(?:에서|에|동안|간|중에?|사이에?|내에?|부터|이후|까지|이전|전에)(?![가-힣])"
)
_MEASURE_KO = re.compile(
    "수출|수입|실적|액|률|율|지수|투자|판매|생산|수지|통계|동향|가격|규모|수주|흑자|적자|비중|건수|소비|공급"
    "|점유|얼마"
)
_LONGEST_SHORT = timedelta(days=31)

_BEFORE = re.compile(r"\b(?:before|prior to|earlier than)\s(?:the\s)?$", re.IGNORECASE)
_UNTIL = re.compile(
    r"(?<!the day )\b(?:until|till|up to|through|by|no later than)\s(?:the\s)?$", re.IGNORECASE
)
_FROM = re.compile(r"\b(?:since|on or after|from)\s(?:the\s)?$", re.IGNORECASE)
_ONWARD = re.compile(r"\s(?:onwards?|forward|and after)|\s?(?:이후|부터)", re.IGNORECASE)
_AFTER = re.compile(r"(?<!or )\b(?:after|later than)\s(?:the\s)?$", re.IGNORECASE)
_BEFORE_KO, _UNTIL_KO = re.compile(r"\s?(?:이전|(?:이\s?되기\s?)?전에)"), re.compile(r"\s?까지")


@dataclass(frozen=True, slots=True)
class Window:
    """Days of publication that a question limits itself to, and the mention that says so."""

    published: DateRange
    mention: PeriodMention


def find_window(text: str, mentions: Sequence[PeriodMention]) -> Window | None:
    """The window of publication that `text` speaks of, by the mention nearest to such words.

    >>> from qa.periods import find_periods
    >>> text = "What was announced last week about chips?"
    >>> window = find_window(text, find_periods(text, date(2025, 12, 16)))
    >>> window.published.first, window.published.last
    (datetime.date(2025, 12, 8), datetime.date(2025, 12, 14))
    """
    cues = [cue.span() for cue in _PUBLISHING.finditer(text)]
    weak = cues or [cue.span() for cue in _REPORTING.finditer(text)]
    candidates = []
    for mention in mentions:
        near = weak if _is_short(mention) else cues
        if near and _stands_alone(text, mention):
            candidates.append((min(_distance(mention, cue) for cue in near), mention))
    if not candidates:
        return None
    _, mention = min(candidates, key=lambda each: each[0])
    return Window(_limit(text, mention), mention)


def _is_short(mention: PeriodMention) -> bool:
    """Whether no figures are reported for periods of its kind, so that it says when, not what."""
    period = mention.period
    if period.granularity is Granularity.RANGE:
        rolls = period.first.day != 1 or period.first.month == period.last.month
        return rolls or period.last - period.first < _LONGEST_SHORT
    return period.granularity in (Granularity.DAY, Granularity.WEEK)


def _stands_alone(text: str, mention: PeriodMention) -> bool:
    """Whether a period says when something was done, and qualifies no noun."""
    before, after = text[: mention.start], text[mention.end :]
    if _is_short(mention):
        return bool(re.search(r"[가-힣]", text)) or _LOOSE_AFTER.match(after) is not None
    if re.search(r"[가-힣]", text):
        if _PARTICLE.match(after) or _PUBLISHING.match(after.lstrip()):
            return True
        return not _MEASURE_KO.search(text)
    if _BEFORE.search(before) or _AFTER.search(before):
        return True
    return not _ABOUT_BEFORE.search(before) and _LOOSE_AFTER.match(after) is not None


def _distance(mention: PeriodMention, cue: tuple[int, int]) -> int:
    return max(cue[0] - mention.end, mention.start - cue[1], 0)


def _limit(text: str, mention: PeriodMention) -> DateRange:
    first, last = mention.period.first, mention.period.last
    before, after = text[: mention.start], text[mention.end :]
    if _BEFORE.search(before) or _BEFORE_KO.match(after):
        return DateRange(date.min, first - timedelta(days=1))
    if _UNTIL.search(before) or _UNTIL_KO.match(after):
        return DateRange(date.min, last)
    open_ended = _FROM.search(before)
    if _ONWARD.match(after) or (open_ended and not open_ended[0].lower().startswith("from")):
        return DateRange(first, date.max)
    if _AFTER.search(before):
        return DateRange(last + timedelta(days=1), date.max)
    return DateRange(first, last)
