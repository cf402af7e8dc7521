"""What a question asks for beside its topic: which period, the newest, published when.

Each thing understood comes with the words of the question that said so, can be given instead of
said, and can be switched off. Relative words ("last month") count from the question's `as_of`. A
window of publication keeps releases out of sight, given or said (`qa.understanding.windows`); a
period that is asked about is a signal of the ranking. Figures are held of what is over: asked in
December, "fourth-quarter exports", like "December exports", are those of last year.
"""

import re
from collections.abc import Sequence
from datetime import date

from qa.answers import AskedPeriod, Aspect, Interpretation, Question
from qa.language.abbreviations import write_out
from qa.language.glossary import find_unrendered, render
from qa.language.sentences import Span
from qa.language.unread_words import find_unread_words
from qa.periods import Granularity, Period, PeriodMention, find_periods
from qa.periods.month_names import SHORT_NAME
from qa.records import DateRange
from qa.understanding.courtesy import find_courtesy
from qa.understanding.cutting import cut_out, cut_words
from qa.understanding.limits import make_window
from qa.understanding.periods_beside import join_beside
from qa.understanding.periods_compared import is_compared, is_set_aside
from qa.understanding.periods_cumulated import add_up
from qa.understanding.periods_in_passing import leave_in_passing
from qa.understanding.quotations import find_quoted
from qa.understanding.telling import has_korean, speaks_of_figures
from qa.understanding.whats_new import asks_what_there_was, asks_whats_new, find_news_matter
from qa.understanding.window_bounds import find_days
from qa.understanding.window_parts import widen_part
from qa.understanding.windows import Window, find_window

_LATEST = re.compile(
    r"\b(?:(?:the )?(?:(?:very )?latest|newest(?! (?:member|entrant)))(?![- ]generation)"
    r"|(?:the )?(?:fresh(?:est)?|most topical"
    r"|(?:most )?up[- ]to[- ]date|most recent(?:ly)?)|(?<!direct )(?<!alternating )current(?:ly"
    r"|(?! (?:transformer|account|collector|limiter|sensor)))"
    r"|right now|as of (?:now|today)|by now|now(?:adays)?"
    r"|at (?:the moment|present|this (?:point|moment|time))|as we speak"
    r"|present(?:ly| (?:level|state|figure|status|situation|stage|number))"
    r"|today(?!['’]s (?:youth|world|societ|econom|industr|generation))(?:['’]s)?|up-to-the-minute"
    r"|newer(?! than)|update (?:me|on)|up to speed|still"
    r"|(?:came|comes?) out last(?!\s(?:week|month|quarter|year|\w+day))|yet(?=\W*$)"
    r"|where are we|so far|thus far|(?:up )?to date|state of (?:play|affairs)"
    r"|(?:until|till|up to) now"
    r"|recent(?:ly|(?! (?:graduate|hire|immigrant|entrant|convert)))|lately"
    rf"|of late(?!\s(?:last|this|next|{SHORT_NAME}|[0-9]))|these days"
    r"|as (?:it|things|matters) stands?|stands? at|standing at|running at"
    r"|how far (?:has|have)|(?:to|at) hand|hitherto"
    r"|(?:just|newly)[ -](?:released|published|announced|reported|out)"
    r"|at (?:the )?(?:last|latest) (?:count|report|look|reckoning)|going (?:figure|rate|level)"
    r"|(?:the )?last[ -](?:time|known|reported|published|released|announced|available|recorded"
    r"|reading|entry|word|figures?|counts?|numbers?|values?|data|tally|results?|updates?|reports?"
    r"|print|(?:trade|statistical|monthly) report))\b"
    r"|최신(?![형예])|최근(?!접)|현재(?!가치|완료|가\s)|현황|현 (?:수준|상황)|지금|요즘|요즈음|요새"
    r"|요사이|오늘 기준|업데이트|따끈|오늘날|작금|아직|여전히|이제 어디|현\s?(?:시점|단계)|근래"
    r"|(?:가장|제일) (?:새로운|나중|늦게|가까운)|마지막(?:으로|에)?|이제까지"
    r"|(?:며칠|얼마|조금) 전(?!까지)|(?:지난|저|요전|먼젓)번(?!\s?(?:[달주해]|분기|반기))"
    r"|(?:갓|방금|막|새로|신규|최종|바로\s전에?|직전에?|[이금]번에?)"
    r" (?:나온|발표|공개|집계|배포|공표)",
    re.IGNORECASE,
)
# What questions for the state of things end with.
_STATE = re.compile(
    r"\bwhere do(?:es)? [^.?!]{1,60} stand\b|\b(?:stand|looking|doing|going|faring)(?=\W*$)",
    re.IGNORECASE,
)
# "Why do August exports tend to dip?" asks of no one August.
_EVERY_YEAR = re.compile(r"\btends? to\b|\b(?:usually|typically|as a rule)\b", re.IGNORECASE)
_CADENCES = (
    (
        Granularity.YEAR,
        r"\b(?:annual(?:ly)?|yearly|full[- ]year|whole year|per year)\b|연간|한 해 동안",
    ),
    (Granularity.QUARTER, r"\bquarterly\b|분기별"),
    (Granularity.MONTH, r"\bmonthly\b|월간|월별"),
)
# "September", "May 15", "the 5th of July", "9월 3일", in a question that names no year.
_YEARLESS = re.compile(
    rf"(?=.*(?:{SHORT_NAME}|월))"
    rf"(?:(?:{SHORT_NAME})[a-z]*\.?|[0-9]{{1,2}}(?:st|nd|rd|th|월|일)?|of|the|[\s,])+",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|['‘’][0-9]{2}\b|년|year")
# What is not over all the same: "December exports so far", "12월 들어", "이번 4분기".
_RUNNING = re.compile(
    r"\b(?:(?:so|thus) far|to date|until now|this|current|running)\b"
    r"|들어|지금|현재|이번|[이금당]\s?(?:달|월|분기)|누[적계]",
    re.IGNORECASE,
)
# A period that words name as releases do: searched for, where "last month" would not be.
_NAMED = re.compile(
    rf"[0-9]|\b(?:{SHORT_NAME}|first|second|third|fourth)|분기|반기",
    re.IGNORECASE,
)


def interpret(question: Question, *, render_korean: bool) -> Interpretation:
    """How a question is understood.

    With `render_korean` Korean words are rendered in English, for an encoder that knows no
    Korean. Raises QuestionError when the window of publication ends before it begins.
    """
    given = question.published
    if given is not None:
        make_window(given.first, given.last)  # raises where it is none
    text = question.text
    mentions, window = _read_times(text, question.as_of)
    said = None if given or Aspect.PUBLISHED in question.ignore else window
    latest = None if Aspect.LATEST in question.ignore else _find_latest(text, mentions)
    times = [Span(each.start, each.end) for each in mentions] + ([latest] if latest else [])
    courtesy = find_courtesy(text)
    plain = write_out(cut_out(text, [*times, *courtesy]))
    # No release has Korean's in English, where "알려 줄" would be a decrease.
    times += courtesy if render_korean and has_korean(text) else []
    topic = write_out(cut_words(text, times))
    named = _find_named(text, mentions, said)
    unnamed = [span for span in times if span not in named]
    searched = write_out(cut_words(text, unnamed, named))
    asked = _find_asked(question, mentions, window)
    cadence = _find_cadence(text, mentions)
    limited = (said or given or latest) is not None
    unrendered = find_unrendered(searched) if render_korean else ()
    return Interpretation(
        question=text,
        as_of=question.as_of,
        published=said.published if said else given,
        topic=render(topic) if render_korean else topic,
        searched=render(searched) if render_korean else searched,
        period=asked,
        cadence=cadence,
        latest_words=text[latest.start : latest.end] if latest else None,
        published_words=_words(text, said.mentions) if said else None,
        reads_latest=Aspect.LATEST not in question.ignore,
        publisher=question.publisher,
        unrendered=unrendered,
        unread=find_unread_words(text, unrendered),
        wants_all=(asked or cadence) is None and asks_whats_new(text, plain, limited=limited),
        news_of=None
        if asked or (cadence and not said)
        else find_news_matter(text, plain, limited=said is not None, latest=latest is not None),
    )


def _read_times(text: str, as_of: date) -> tuple[list[PeriodMention], Window | None]:
    """The periods that a question speaks of, and the window of publication that they say, if any.

    Figures are of no part of a year or month ("late last year"): the words for a part are of a
    mention only where the window is said by it, and are else left to be searched for.
    """
    found = leave_in_passing(text, find_periods(text, as_of, past=True))
    joined = join_beside(text, add_up(text, found), as_of)
    parts = [widen_part(text, each) for each in joined]
    window = find_window(text, parts) or _find_bare_window(text, parts)
    if window and _says_nothing(window, as_of):
        window = None
    told = window.mentions if window else ()
    mentions = [
        part if part in told else each
        for part, each in zip(parts, joined, strict=True)
        if part in told or not _is_today(each, as_of)
    ]
    return mentions, window


def _find_bare_window(text: str, mentions: Sequence[PeriodMention]) -> Window | None:
    """The window of a question for nothing but what there was: "Fill me in on last week". A period
    that is named as releases name theirs, "the first quarter", is what they are about."""
    if len(mentions) != 1 or _NAMED.search(text, mentions[0].start, mentions[0].end):
        return None
    [only] = mentions
    plain = cut_out(text, [Span(only.start, only.end), *find_courtesy(text)])
    return Window(find_days(text, only), (only,)) if asks_what_there_was(text, plain) else None


def _find_named(text: str, mentions: Sequence[PeriodMention], said: Window | None) -> list[Span]:
    """The words for periods that are searched for, since releases have them too: those that name
    one, unless they only say when releases came out."""
    return [
        Span(each.start, each.end)
        for each in mentions
        if _NAMED.search(text[each.start : each.end]) and not (said and each in said.mentions)
    ]


def _says_nothing(window: Window, as_of: date) -> bool:
    """Whether it hides nothing, "out by today", or is the part to come of a period that is running:
    "announced to open late this year"."""
    if window.published.first == date.min:
        return as_of in window.published
    running = any(each.period.first <= as_of <= each.period.last for each in window.mentions)
    return running and window.published.first > as_of


def _words(text: str, mentions: Sequence[PeriodMention]) -> str:
    return text[min(each.start for each in mentions) : max(each.end for each in mentions)]


def _find_asked(
    question: Question, mentions: Sequence[PeriodMention], window: Window | None
) -> AskedPeriod | None:
    """The first period that is neither when it was published nor what another is compared with."""
    if Aspect.PERIOD in question.ignore:
        return None
    if question.period is not None:
        return AskedPeriod(question.period, None)
    text = question.text
    if _EVERY_YEAR.search(text):
        return None
    asked = [
        each
        for each in mentions
        if not (window and _says(window, each)) and not is_set_aside(text, each)
    ]
    # The one that nothing is compared with, and that counts from no other.
    asked.sort(key=lambda each: (is_compared(text, each), each.echo))
    if not asked:
        return None
    words = text[asked[0].start : asked[0].end]
    guessed = _YEARLESS.fullmatch(words) is not None and _YEAR.search(text) is None
    return AskedPeriod(_find_held(text, asked[0], question.as_of), words, guessed)


def _find_held(text: str, mention: PeriodMention, as_of: date) -> Period:
    """The period that figures are held for: "exports over the past month" are those of the last one
    that is over, and "fourth-quarter exports" in December those of last year's."""
    period = mention.period
    if mention.whole is None or period.last < as_of:
        return period
    rolls = period.granularity is Granularity.RANGE
    return mention.whole if rolls or _asks_for_over(text) else period


def _asks_for_over(text: str) -> bool:
    return speaks_of_figures(text) and _RUNNING.search(text) is None


def _says(window: Window, mention: PeriodMention) -> bool:
    """Whether a period is what a window says, or says it again: "two months ago, in February"."""
    again = DateRange(mention.period.first, mention.period.last) == window.published
    return again or mention in window.mentions


def _find_latest(text: str, mentions: Sequence[PeriodMention]) -> Span | None:
    """The words that ask for the newest, other than those of a period or quoted: "최근 10일"."""
    spans = [Span(*found.span()) for found in _LATEST.finditer(text)]
    spans += [Span(*found.span()) for found in _STATE.finditer(text)]
    others = [*(Span(each.start, each.end) for each in mentions), *find_quoted(text)]
    for span in spans:
        if not any(each.start <= span.start < each.end for each in others):
            return span
    return None


def _is_today(mention: PeriodMention, as_of: date) -> bool:
    """Whether a period is the day itself: "as of today" asks for the newest there is."""
    period = mention.period
    return period.granularity is Granularity.DAY and period.first == as_of


def _find_cadence(text: str, mentions: Sequence[PeriodMention]) -> Granularity | None:
    """The kind of period that figures are asked for: "annual exports"."""
    for kind, words in _CADENCES:
        found = re.search(words, text, re.IGNORECASE)
        if found and not any(each.start <= found.start() < each.end for each in mentions):
            return kind
    return None
