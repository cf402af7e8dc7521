"""Whether a question limits when releases were published, and by which of its periods.

"What was announced last week?" asks for a day of publication, "What were exports last month?" for
what a release is about. What kind of period it is decides first: nothing is counted for weeks, nor
for the ten days to today, which need no word of publishing. For months and longer it takes such
words (`qa.understanding.telling`), and the period must stand beside them as an adverb does: one
that qualifies a noun ("November exports") or that figures are for ("released for October") is what
the release is about.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from qa.language.sentences import Span
from qa.lazy_regex import lazy_regex
from qa.periods import Granularity, PeriodMention
from qa.records import DateRange
from qa.understanding.periods_compared import is_set_aside
from qa.understanding.periods_in_passing import is_spoken_of
from qa.understanding.telling import (
    PUBLISHING_WORD,
    asks_for_figures,
    find_figure_words,
    find_publishing,
    find_saying,
    find_telling,
    has_korean,
    speaks_of_figures,
)
from qa.understanding.window_bounds import find_days, is_bounded, is_bounded_ko, is_run
from qa.understanding.words_before import FAR, find_before

_ABOUT_BEFORE = lazy_regex(
    r"\b(?:for|(?<!course )(?<!month )(?<!day )(?<!whole )(?<!all )of"
    r"|about|regarding|concerning|covering|on the|than|['’]s"
    r"|compared (?:with|to))\s(?:the\s)?(?:month\sof\s)?$",
    re.IGNORECASE,
)
# What ties a period to the noun before it: "exports in November".
_WITHIN = lazy_regex(r"\s(?:in|for|during|over)\s(?:the\s)?$", re.IGNORECASE)
_WRITING = (
    r"(?:releases|announcements|publications|statements|bulletins|notices|items|articles|briefings"
    r"|circulars|communiqu[eé]s|communications|dispatches|news|headlines|updates)"
)
_WRITINGS = lazy_regex(rf"{_WRITING}\b", re.IGNORECASE)
_RELEASES_OF = lazy_regex(rf"\b{_WRITING}\s(?:of|from|for|in)\s(?:the\s)?$", re.IGNORECASE)
_OF_RELEASES = lazy_regex(rf"['’]s\s(?:\w+\s){{0,2}}{PUBLISHING_WORD}\b", re.IGNORECASE)
# What figures a month's own are, up to the verb: "have December's exports been published".
_OWN_FIGURES = lazy_regex(
    r"['’]s\s(?:\w+\s){1,3}(?=(?:announced|published|released|issued|unveiled|disclosed"
    r"|c[oa]me out)\b)",
    re.IGNORECASE,
)
# "11월 수출은 언제 발표됐나", where "11월에" would say when.
_ASKED_WHEN_KO = lazy_regex(r"(?!에\s)\s?\S.*언제")
_LOOSE_AFTER = lazy_regex(
    r"(?:['’]s\b)?\s*(?:$|[^\w\s'’]|(?:about|on|re|regarding|concerning|with|by|from|that|which|and|or|in|of"
    r"|was|were|what|did|do|does|has|had|have|is|are|for|to|between|relating|related|involving|touching"
    r"|as|when|where|who|over|under|around|at|upon|not|so|also|dealt|deals?|mention\w*|cover\w*|the"
    r"|\w{3,}(?:ing|ed)|brings?|brought|holds?|held|shows?|tells?|says?|refers?|concern\w*|said|spoke"
    r"|touch\w*|discuss\w*|onwards?|forward|until|through|inclusive|itself|began|only|describe[ds]?|any\w*)\b)"
    rf"|(?:['’]s)?\s(?:\w+\s){{0,2}}{PUBLISHING_WORD}\b",
    re.IGNORECASE,
)
_NOUN_AFTER = lazy_regex(rf"\s(?:\w+\s){{1,2}}(?={PUBLISHING_WORD}\b)", re.IGNORECASE)
# Words between a period and a word of publishing that leave the two together.
_BESIDE = lazy_regex(
    r"\W*(?:(?:in|on|during|over|the|by|of|from|within|since|after|before|until|between|a|ministry"
    r"|government|back|only|just|have|has|had|been|was|were|is|are|that|which|to|press|public|it"
    r"|they|officially|first|course)\b\W*)*",
    re.IGNORECASE,
)
_YEAR = lazy_regex(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_SPAN = lazy_regex(
    r"\b(?:since|until|till|through|between(?!\sthe\sstart)|onwards?|forward|thereafter|days|week"
    r"|up to|(?:or|and|any(?:thing|\sday)?)\s(?:later|after|following|newer))\b"
    r"|부터|까지|이후|사이|(?<!하루\s)동안|일간|일\s?치|주간|이래|\s(?:뒤|후)(?:에|로|의|\s)",
    re.IGNORECASE,
)
# A fiscal year says what money is for, and begins where no calendar year does.
_FISCAL = lazy_regex(r"\b(?:fiscal|fy)|회계", re.IGNORECASE)
_LONGEST_SHORT = timedelta(days=31)
# A period that runs to today unless another ends it.
_SINCE = lazy_regex(r"since\b", re.IGNORECASE)

_VERB = lazy_regex(r"\b(?:is|are|was|were|has|have|had|did|will|would)\b", re.IGNORECASE)
# A figure that is published, up to the word that says so: "수출액은 어떻게 발표", "실적 나왔",
# "소비량 발표치", "수출액으로 발표된".
_FIGURE_IS_KO = lazy_regex(
    r"(?:[액량률율]|수지|지수|실적|건수|대수|규모|매출|비중|단가|가격|물가|통계|수치|\s수)"
    r"(?:(?:[은는이가을를]|으?로)\s(?:(?:공식|처음|이미|언제|어떻게|얼마나|\S{1,6}로)\s)*\S+"
    r"|\s나왔|\s(?:결과[가는]?\s(?:어떻게\s)?)?발표)$"
)


@dataclass(frozen=True, slots=True)
class Window:
    """Days of publication that a question limits itself to, and the mentions that say so."""

    published: DateRange
    mentions: tuple[PeriodMention, ...]


def find_window(text: str, mentions: Sequence[PeriodMention]) -> Window | None:
    """The window of publication that `text` speaks of, by the mention nearest to such words.

    >>> from qa.periods import find_periods
    >>> text = "What was announced last week about chips?"
    >>> window = find_window(text, find_periods(text, date(2025, 12, 16)))
    >>> window.published.first, window.published.last
    (datetime.date(2025, 12, 8), datetime.date(2025, 12, 14))
    """
    if not mentions:
        return None
    publishing, telling = find_publishing(text), find_telling(text)
    asked = asks_for_figures(text)
    figures_said = speaks_of_figures(text)
    figures = asked or (not publishing and figures_said)
    candidates = []
    for mention in mentions:
        if _FISCAL.search(text, mention.start, mention.end) or is_spoken_of(text, mention):
            continue
        if _is_short(mention):
            # Such a day or week says when, unless a figure is asked for and nothing is published.
            near = publishing or (() if figures else telling)
            if not near and not figures and mention.whole is None and is_run(text, mention):
                near = (Span(mention.start, mention.end),)
        elif asked or (figures_said and _is_of_figures(text, mention)):
            near = tuple(cue for cue in publishing if _limits(text, mention, cue, asked=asked))
            if has_korean(text):
                near = _find_when_ko(text, mention, near)
        else:
            dated = _is_of_year(text, mention) and not is_bounded(text, mention)
            said = telling
            if dated:
                said = _find_said(text, mention)
            near = publishing or (() if figures else said)
        if near and _stands_alone(text, mention):
            candidates.append((min(_distance(mention, cue) for cue in near), mention))
    if not candidates:
        return None
    _, mention = min(candidates, key=lambda each: each[0])
    others = [(find_days(text, each), each) for each in mentions]
    window = _join(text, find_days(text, mention), mention, others)
    # Of a span only one end was understood: a day alone would hide most of what is asked for.
    one_day = window.published.first == window.published.last and len(window.mentions) == 1
    return None if one_day and _is_of_span(text, window) else window


def _is_of_span(text: str, window: Window) -> bool:
    """Whether words beside a day speak of more days than it."""
    rest = [*text]
    for each in window.mentions:
        rest[each.start : each.end] = " " * (each.end - each.start)
    return _SPAN.search("".join(rest)) is not None


def _limits(text: str, mention: PeriodMention, cue: Span, *, asked: bool) -> bool:
    """Whether a word of publishing can make a window of a period that figures may be for.

    Where a figure is asked for, or a year is named, only beside it; of writings ("last year's
    statements on exports") a year may say the day all the same.
    """
    if not (asked or _is_whole_year(text, mention)) or _is_beside(text, mention, cue):
        return True
    return not asked and _WRITINGS.match(text, cue.start) is not None


def _find_when_ko(text: str, mention: PeriodMention, cues: Sequence[Span]) -> tuple[Span, ...]:
    """The words of publishing that a period says the time of, where figures are spoken of.

    A Korean adverb stands before its verb: "발표한 지난달 수출" is about last month, and so is
    "지난달 수출액은 어떻게 발표됐나".
    """
    end = mention.end
    figures_behind = speaks_of_figures(text[end:])
    return tuple(
        cue
        for cue in cues
        if not (
            figures_behind
            if cue.start < end
            else _FIGURE_IS_KO.search(text, max(end, cue.end - FAR), cue.end)
        )
    )


def _is_of_figures(text: str, mention: PeriodMention) -> bool:
    """Whether figures are rather for a period than published in it: those for a year come out when
    it is over."""
    if has_korean(text):
        return not is_bounded_ko(text, mention)
    return _is_whole_year(text, mention) and not is_bounded(text, mention)


def _is_whole_year(text: str, mention: PeriodMention) -> bool:
    return mention.period.granularity is Granularity.YEAR and not has_korean(text)


def _is_short(mention: PeriodMention) -> bool:
    """Whether no figures are reported for periods of its kind, so that it says when, not what."""
    period = mention.period
    if period.granularity is Granularity.RANGE:
        rolls = period.first.day != 1 or period.first.month == period.last.month
        return rolls or period.last - period.first < _LONGEST_SHORT
    return period.granularity in (Granularity.DAY, Granularity.WEEK)


def _is_of_year(text: str, mention: PeriodMention) -> bool:
    """Whether it is a year, or says its own: "what happened in May 1992" asks when a thing was, not
    what of it was published by then, and so does "what happened the year before"."""
    if mention.period.granularity is Granularity.YEAR:
        return True
    return _YEAR.search(text, mention.start, mention.end) is not None


def _find_said(text: str, mention: PeriodMention) -> tuple[Span, ...]:
    """The words of saying that a period may be of, where it is of no nearer verb: "the directive
    mentioned was created in 1994"."""
    verbs = [found.start() for found in _VERB.finditer(text, 0, mention.start)]
    return tuple(cue for cue in find_saying(text) if not verbs or verbs[-1] < cue.end)


def _is_beside(text: str, mention: PeriodMention, cue: Span) -> bool:
    start, end = mention.end, cue.start
    if start > end:
        start, end = cue.end, mention.start
    return end - start <= FAR and _BESIDE.fullmatch(text, start, end) is not None


def _stands_alone(text: str, mention: PeriodMention) -> bool:
    """Whether a period says when something was done, and qualifies no noun."""
    start, end = mention.start, mention.end
    if has_korean(text):
        return _is_short(mention) or _ASKED_WHEN_KO.match(text, end) is None
    if (own := _OWN_FIGURES.match(text, end)) and find_figure_words(own[0]):
        return _is_short(mention)
    if _OF_RELEASES.match(text, end):
        return True
    if not _is_short(mention) or mention.whole is not None:
        led = find_before(_WITHIN, text, start)
        if led and any(cue.end == led.start() for cue in find_figure_words(text)):
            return False  # "the release on exports in November"
    if is_run(text, mention):
        return True
    if _is_short(mention):
        return _LOOSE_AFTER.match(text, end) is not None
    if is_bounded(text, mention):
        return True
    about = find_before(_ABOUT_BEFORE, text, start) and not find_before(_RELEASES_OF, text, start)
    if about or ((noun := _NOUN_AFTER.match(text, end)) and find_figure_words(noun[0])):
        return False  # "when did the second quarter export figures come out"
    return _LOOSE_AFTER.match(text, end) is not None


def _distance(mention: PeriodMention, cue: Span) -> int:
    return max(cue.start - mention.end, mention.start - cue.end, 0)


def _join(
    text: str,
    one: DateRange,
    mention: PeriodMention,
    others: Sequence[tuple[DateRange, PeriodMention]],
) -> Window:
    """The window with a second bound ("after May 2 but before May 9"), with the month beside it, or
    from the first of two days or weeks to the last."""
    after = one.last + timedelta(days=1) if one.last < date.max else None
    for other, second in others:
        first, last = max(one.first, other.first), min(one.last, other.last)
        from_day = date.max in (one.last, other.last) or any(
            _SINCE.match(text, each.start) for each in (mention, second)
        )
        opposite = from_day and date.min in (one.first, other.first)
        if opposite and date.min < first <= last < date.max:
            return Window(DateRange(first, last), (mention, second))
        if other.first == after and 0 <= second.start - mention.end <= len(" and "):
            return Window(DateRange(one.first, other.last), (mention, second))
    plain = [each for each in others if _is_plain(*each) and not is_set_aside(text, each[1])]
    if len(plain) == 2 and (one, mention) in plain:
        # Two that nothing joins are where it begins and ends, or both are wanted.
        first, last = min(of.first for of, _ in plain), max(of.last for of, _ in plain)
        return Window(DateRange(first, last), tuple(each for _, each in plain))
    return Window(one, (mention,))


def _is_plain(published: DateRange, mention: PeriodMention) -> bool:
    """Whether it is days or a week that no word makes a bound."""
    own = DateRange(mention.period.first, mention.period.last)
    return _is_short(mention) and not mention.echo and published == own
