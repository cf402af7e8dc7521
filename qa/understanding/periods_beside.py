"""Which of the periods of a question is meant where one stands beside another.

Of a year it is the month that is meant where the two are said apart: "In 2024, what were exports in
August?", "8월 수출은 2024년에 얼마였나", "지난해 수출은 이맘때 얼마였나", "이달과 견줄 작년 수출",
"이번 달 수출은 1년 전에 얼마였나".

In Korean "지난달 기준 한 해 전 같은 달", "10월의 다음 달" and "올해의 바로 앞 해" count one from
the other, and are one; English ways of counting are in `periods_shifted`. How a period is said is
left to `qa.periods`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from qa.lazy_regex import lazy_regex
from qa.periods import Granularity, Period, PeriodMention, find_periods
from qa.periods.calendar import MONTHS_IN, days, unit_around
from qa.periods.korean import WORD_END
from qa.understanding.periods_compared import CHANGED, TIME_OF_YEAR, is_compared, is_set_aside
from qa.understanding.periods_shifted import fit_to_unit, place_now, shift_said
from qa.understanding.telling import find_publishing, has_korean
from qa.understanding.words_before import find_before

_COUNTED_FROM = lazy_regex(
    r"(?:[을를]?\s?기준(?:으로)?|에서|으?로부터|(?P<than>보다)|(?P<of>의?)(?:\s비교\s?(?:대상|기준)인)?)\s"
    r"(?:(?:딱|꼭|정확히)\s)?"
)
_IN_YEAR = lazy_regex(
    r"(?:의?|,|[을를]?\s?기준(?:으로)?|에[서는]?|엔|중에?|으?로\s(?:치면|따지면|보면|하면)"
    r"|[과와]\s?(?:똑?같은|동일한|짝이\s되는)|에\s(?:해당|대응|상응)(?:하는|되는))\s(?:(?:딱|꼭|정확히)\s)?"
)
# "작년 전 분기" may be all its quarters.
_OWN_YEAR = lazy_regex(r"[년해]|전\s?분기")
_AWAY = lazy_regex(r"전|앞|거슬러|같은|동[월기]|동\s?분기|맘때")
_AFTER = lazy_regex(r"다음|[익차]")
_AHEAD = ("앞", "앞선", "이전")
# The time of year that it is now, said apart from the year, unless figures are compared with it.
_NOW = lazy_regex(
    rf"(?<![가-힣])(?<!전년\s){TIME_OF_YEAR}{WORD_END}"
    r"(?!\s?(?:대비|비(?![가-힣])|보다|에\s?[비견]|[과와]\s?[비견]))"
)
_WHOLE_YEAR = lazy_regex(
    r"(?:의|에|\s?한\s?해|\s1년)?\s?(?:전체|통틀어|내내|동안|연간|누[계적]|총)"
)
_NEXT_WORD = 12  # characters behind a period that may say how to read it
_PARTS = (Granularity.MONTH, Granularity.QUARTER, Granularity.HALF)
_LED_BY_YEAR = lazy_regex(r"올해|올\s|금년|작년|지난해|재작년|['‘’]?[0-9]{2,4}\s?[년.]")
_UNTIL_KO = lazy_regex(
    r"까지의?(?=\s(?:\S{1,12}\s)?\S{0,8}(?:수출|수입|무역|투자|판매|생산|흑자|적자|실적|FDI))"
)
# Words of a part of a year that say which year it is of.
SAYS_YEAR = lazy_regex(
    r"[년해]|[0-9]{4}|['‘’][0-9]{2}|^(?:지난\s?[0-9]|올\s|오는\s)"
    r"|\b(?:years?|ago|back|this|last|past|previous|prior|current|next|latest|just)\b",
    re.IGNORECASE,
)
# A year said as an adverb is: what stands before it and behind.
_OPENING = lazy_regex(
    r"\W*(?:(?:and|so|back|during|in|over|for|then)\s){0,2}(?:the\s)?", re.IGNORECASE
)
_ADVERB = lazy_regex(r"(?:\b(?:in|during|over)\s(?:the\syear\s)?|[,(]\s?)$", re.IGNORECASE)
_NO_NOUN = lazy_regex(
    r"\W*$|[,.:;?!)]|\s[-–—]\s|\s(?:what|how|which|who|when|where|were|was|did|do|does|is|are|had"
    r"|have|has|in|on|to|from|by)\b",
    re.IGNORECASE,
)
_ADVERB_KO = lazy_regex(
    r"(?:에(?:[는도]|서)?|엔|\s?기준(?:으로)?|\s?중에?)(?![가-힣])(?!\s(?:이어|견|비|맞먹|대[한해]))|[\s?.,]*$"
)
_TOPIC_KO = lazy_regex(r"(?:에는|엔|[은는]),?\s")
_YEAR_AGO = lazy_regex(
    r"(?:1|일|한)\s?[년해]\s?전|(?:an?|one|1)\syear\s(?:ago|back)", re.IGNORECASE
)
# "Last year's exports for this month"; "the current month's exports one year ago".
_OF_YEARS = lazy_regex(
    r"['’]s\s(?:[\w-]+\s){1,3}(?:for|in|of|during)\s(?:the\s)?(?P<part>this|current|present)\b",
    re.IGNORECASE,
)
_THEN = lazy_regex(
    r"(?:['’]s)?(?:\s(?!(?:than|from|on|to|over|against|vs|versus|and|or|above|below|with|as|after)\b)"
    r"\w+){0,3}\s",
    re.IGNORECASE,
)
_BOUNDED_KO = lazy_regex(r"\s?(?:부터|까지|이후|이래|이전|[과와]\s|하고\s|이?랑\s)")
_SURPASS_KO = lazy_regex(r"넘[어었는]|웃[도돌]|추월|경신|따라잡|초과|돌파")
_PARTS_WAYS = lazy_regex(r"(?:[.?!;]|[과와]|하고|이?랑|\s및|\s그리고)\s")


def join_beside(text: str, mentions: Sequence[PeriodMention], as_of: date) -> list[PeriodMention]:
    """The mentions, with one made of two where the second counts from the first or is within it.

    A part of a year said apart from it is of that year, which is an echo then.

    >>> text = "지난달 기준 한 해 전 같은 달"
    >>> day = date(2023, 5, 30)
    >>> (found,) = join_beside(text, find_periods(text, day), day)
    >>> found.period.first, text[found.start : found.end]
    (datetime.date(2022, 4, 1), '지난달 기준 한 해 전 같은 달')
    """
    joined = (
        _join_korean(text, mentions, as_of) if has_korean(text) else _join_english(text, mentions)
    )
    return fit_to_unit(text, joined, as_of)


def _join_english(text: str, mentions: Sequence[PeriodMention]) -> list[PeriodMention]:
    made = shift_said(text, mentions)
    placed = _place(text, made)
    return place_now(text, made) if placed is made else placed


def _join_korean(text: str, mentions: Sequence[PeriodMention], as_of: date) -> list[PeriodMention]:
    made: list[PeriodMention] = []
    for each in mentions:
        joined = _join(text, made[-1], each) if made else None
        if joined is None:
            made.append(each)
        else:
            made[-1] = joined
    made = [_narrow(text, _from_new_year(text, each), made, as_of) for each in made]
    return _place(text, made)


def _from_new_year(text: str, mention: PeriodMention) -> PeriodMention:
    """What figures up to a part of its year are for: "올해 3분기까지 외국인투자는"."""
    period, until = mention.period, _UNTIL_KO.match(text, mention.end)
    led = _LED_BY_YEAR.match(text, mention.start, mention.end)
    if period.granularity not in _PARTS or not (until and led) or find_publishing(text):
        return mention
    last = period.last
    run = days(date(last.year, 1, 1).toordinal(), last.toordinal(), Granularity.RANGE)
    return replace(mention, end=until.end(), period=run or period)


def _narrow(
    text: str, year: PeriodMention, mentions: Sequence[PeriodMention], as_of: date
) -> PeriodMention:
    """A year, or the part of it that words apart from it say: now's, or that of one set aside."""
    if year.period.granularity is not Granularity.YEAR or _WHOLE_YEAR.match(text, year.end):
        return year
    parts = [each for each in mentions if each.period.granularity in _PARTS]
    if not parts and (now := _NOW.search(text)):
        quarter = now["quarter"] or now["quarter_too"]
        part = unit_around(as_of, Granularity.QUARTER if quarter else Granularity.MONTH)
    elif len(parts) == 1 and is_set_aside(text, parts[0]):
        part = parts[0].period
    else:
        return year
    return replace(year, period=_in_year(part, year.period) or year.period)


def _place(text: str, mentions: list[PeriodMention]) -> list[PeriodMention]:
    """The mentions, the parts of a year placed in the one year that is said apart from them."""
    years = [each for each in mentions if _is_year_said(text, each)]
    parts = [each for each in mentions if each.period.granularity in _PARTS and each not in years]
    if len(years) != 1 or not parts or find_publishing(text):
        return mentions
    (year,) = years
    set_apart = any(is_set_aside(text, each) or is_compared(text, each) for each in mentions)
    if set_apart or _WHOLE_YEAR.match(text, year.end) or not _holds_all(text, year, parts):
        return mentions
    placed = {each: _in_year(each.period, year.period) or each.period for each in parts}
    if year.echo:
        placed = {each: each.period.shift_years(-1) or each.period for each in parts}
    return [
        replace(each, echo=True)
        if each is year
        else replace(each, period=placed.get(each, each.period), whole=None)
        for each in mentions
    ]


def _holds_all(text: str, year: PeriodMention, parts: Sequence[PeriodMention]) -> bool:
    """Whether words say that all parts, said apart from the year, are of it."""
    of_it = _OF_YEARS.match(text, year.end)
    if of_it is not None and len(parts) == 1 and of_it.start("part") == parts[0].start:
        return True
    if any(each.echo for each in parts):
        return False
    if not year.echo and any(SAYS_YEAR.search(text, each.start, each.end) for each in parts):
        return False
    holds = _holds_ko if has_korean(text) else _holds
    return all(holds(text, year, each) for each in parts)


def _is_year_said(text: str, mention: PeriodMention) -> bool:
    if mention.echo:  # "1년 전", a month where nothing else says which
        return _YEAR_AGO.fullmatch(text, mention.start, mention.end) is not None
    return mention.period.granularity is Granularity.YEAR


def _holds(text: str, year: PeriodMention, part: PeriodMention) -> bool:
    """Whether an English year is said as an adverb is: "in 2024", not "the 2024 budget"."""
    if year.echo:
        apart = _THEN.fullmatch(text, part.end, year.start) is not None
        return apart and CHANGED.search(text) is None
    if _OPENING.fullmatch(text, 0, year.start) and year.start < part.start:
        return True
    if find_before(_ADVERB, text, year.start) is None:
        return False
    return _NO_NOUN.match(text, year.end) is not None


def _holds_ko(text: str, year: PeriodMention, part: PeriodMention) -> bool:
    """Whether a Korean year stands before its part or, behind it, as an adverb does."""
    if part.end <= year.start:
        adverb = _ADVERB_KO.match(text, year.end)
        return adverb is not None and _SURPASS_KO.search(text, year.end) is None
    if year.echo and _TOPIC_KO.match(text, year.end) is None:
        return False
    bounded = _BOUNDED_KO.match(text, year.end) or _SURPASS_KO.search(text, part.end)
    return bounded is None and _PARTS_WAYS.search(text, year.end, part.start) is None


def _in_year(part: Period | None, year: Period) -> Period | None:
    return part.shift_years(year.first.year - part.first.year) if part else None


def _join(text: str, base: PeriodMention, each: PeriodMention) -> PeriodMention | None:
    period = _join_part(text, base, each)
    if period is None and not is_set_aside(text, each):
        period = _count_from(text, base, each)
    return PeriodMention(base.start, each.end, period) if period else None


def _join_part(text: str, base: PeriodMention, each: PeriodMention) -> Period | None:
    """What a year and a part of one make together: "올해 지난달", "이달과 같은 지난해 달"."""
    gap = _IN_YEAR.fullmatch(text, base.end, each.start)
    if gap is None:
        return None
    if base.period.granularity is Granularity.YEAR and each.period.granularity in _PARTS:
        own_year = _OWN_YEAR.search(text, each.start, each.end)
        return _in_year(each.period, base.period) if own_year is None else None
    if each.echo or is_set_aside(text, each):
        return None
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
        counts = each.echo or (gap["of"] != "" and _AWAY.search(words) is not None)
        alike = each.period.granularity is base.period.granularity
        counts = counts or (alike and _AFTER.match(words) is not None)
    size = MONTHS_IN.get(base.period.granularity, 0)
    counts = counts and size <= MONTHS_IN.get(each.period.granularity, size)
    # What follows may be needed to read it: "전달" is also what is handed over.
    seen = text[each.start : each.end + _NEXT_WORD]
    counted = find_periods(seen, base.period.last, past=True) if counts else []
    return counted[0].period if counted and counted[0].start == 0 else None
