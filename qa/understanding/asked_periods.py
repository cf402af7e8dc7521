"""Which of the periods that a question speaks of it asks about, and what time figures are held for.

Others say when something was published, what it is compared with, or what is usual in any year.
Figures are held of what is over: asked in December, "fourth-quarter exports", like "December
exports", are those of last year.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from qa.lazy_regex import lazy_regex
from qa.periods import Granularity, Period, PeriodMention
from qa.periods.month_names import SHORT_NAME
from qa.questions import AskedPeriod, Aspect, Question
from qa.records import DateRange
from qa.understanding.misspelt_dates import Spelt
from qa.understanding.periods_beside import SAYS_YEAR
from qa.understanding.periods_compared import is_compared, is_compared_ko, is_set_aside
from qa.understanding.periods_listed import find_compared, list_together
from qa.understanding.telling import speaks_of_figures
from qa.understanding.window_bounds import find_beyond
from qa.understanding.windows import Window
from qa.understanding.years_shared import spread_over_years

# "Why do August exports tend to dip?" asks of no one August.
_EVERY_YEAR = lazy_regex(r"\btends? to\b|\b(?:usually|typically|as a rule)\b", re.IGNORECASE)
# "September", "May 15", "the 5th of July", "9월 3일", in a question that names no year.
_YEARLESS = lazy_regex(
    rf"(?=.*(?:{SHORT_NAME}|월))"
    rf"(?:(?:{SHORT_NAME})[a-z]*\.?|[0-9]{{1,2}}(?:st|nd|rd|th|월|일)?|of|the|[\s,])+",
    re.IGNORECASE,
)
_YEAR = lazy_regex(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|['‘’][0-9]{2}\b|년|year")
# What is not over all the same: "December exports so far", "12월 들어", "이번 4분기".
_RUNNING = lazy_regex(
    r"\b(?:(?:so|thus) far|to date|until now|this|current|running)\b"
    r"|들어|지금|현재|이번|[이금당]\s?(?:달|월|분기)|누[적계]",
    re.IGNORECASE,
)


def find_asked(
    question: Question, text: str, mentions: Sequence[PeriodMention], window: Window | None
) -> list[PeriodMention]:
    """The first period that is neither when it was published nor what another is compared with, and
    those that are asked about besides; none where one was given."""
    if Aspect.PERIOD in question.ignore or question.period or _EVERY_YEAR.search(text):
        return []
    spoken_of = [each for each in mentions if not (window and _says(window, each))]
    spoken_of = spread_over_years(text, spoken_of, question.as_of)
    if window is not None:
        spoken_of = [_find_before(text, each, window.published.last) for each in spoken_of]
    spoken_of = [find_beyond(text, each, question.as_of) for each in spoken_of]
    asked = [each for each in spoken_of if not is_set_aside(text, each)]
    # The one that nothing is compared with, and that counts from no other.
    asked.sort(key=lambda each: (is_compared(text, each), each.echo))
    if all(_is_comparison(text, each) for each in asked):
        return []
    others = [each for each in spoken_of if each in asked or is_compared_ko(text, each)]
    return list_together(text, asked[0], others)


def _is_comparison(text: str, mention: PeriodMention) -> bool:
    """Whether a period is what figures usually are compared with: "higher than a year earlier"."""
    usual = mention.echo or text[mention.start : mention.end].endswith(" ago")
    return usual and is_compared(text, mention)


def read_asked(
    question: Question, spelt: Spelt, asked: Sequence[PeriodMention]
) -> list[AskedPeriod]:
    """The periods asked about with the words that said so, as figures are held of them: the given
    one, if one was."""
    if question.period is not None:
        return [AskedPeriod(question.period, None)]
    text = spelt.text
    periods: list[AskedPeriod] = []
    for each, compared in zip(asked, find_compared(text, asked), strict=True):
        words = text[each.start : each.end]
        guessed = _YEARLESS.fullmatch(words) is not None and _YEAR.search(text) is None
        held = _find_held(text, each, question.as_of)
        quoted = spelt.quote(each.start, each.end)
        periods.append(AskedPeriod(held, quoted, guessed, compared))
    return periods


def _find_before(text: str, mention: PeriodMention, day: date) -> PeriodMention:
    """A period that says no year as the last one that began by a day: what is "released in April
    2012 about March" is of March 2012."""
    too_late = mention.period.first.year - day.year
    if too_late < 0 or mention.echo or SAYS_YEAR.search(text, mention.start, mention.end):
        return mention
    moved = mention.period.shift_years(-too_late)
    if moved is not None and moved.first > day:
        moved = moved.shift_years(-1)
    return replace(mention, period=moved or mention.period, whole=None)


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
