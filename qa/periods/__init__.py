"""Finds the periods a text speaks of: days, weeks, months, quarters, halves, years and ranges.

English and Korean, also mixed. Everything is read against an anchor, the day the words were
written: the publication day of a release, the `as_of` of a question. Pure; linear in the text.

The rules, where words leave a choice:

- A month, day, quarter or half without a year is the nearest, ties going back: six months before
  the anchor to five after. After a past verb or beside trade figures it is the last one ("were
  exports in March", "launched in September"); after "will" or "set for", the next. A weekday
  that fits decides: "Thursday, December 11".
- A year said once counts for its neighbours: "Q1 and Q2 2025", "January to November 2025".
- "11월까지 누적" and "3분기 누적" begin with their year.
- "since 2023" and "2023년부터" reach to the anchor; "by", "until" and "after" are not read.
- "early", "late", "the end of" belong to the words but not to the period: "early next year" is
  the whole year.
- A month's halves ("5월 전반기", "3월 후반") belong to its words alike; "2024년 전반기" is the
  year's half.
- A question says more ("on the 15th", "the last few days", "전주에 나온"): see `asked`.
- "in May of that year", "이듬해 3월" count from the year of the period named before them.
- "a year earlier", "the same month last year", "the previous quarter", "전년 동월" repeat the last
  period of their kind named before them, in the same sentence or, when they say the kind, the same
  paragraph; with none, they count from the anchor.
- "the past three months" ends on the anchor, and "the next" begins the day after; of figures they
  are whole months, which `PeriodMention.whole` holds. Fiscal years are read as calendar years, as
  Korea's are.
- "the first ten days of", "the month before" and "the three months to" reckon from the period named
  behind them, whichever way it is named.
- Not periods: lengths ("seven years"), seasons, what recurs ("every May"), comparisons
  ("year-on-year", "전년 동월 대비"), and, but in questions, decades ("the 1980s").

No date library is used: dateparser takes a millisecond to resolve one expression, twenty times what
a whole sentence takes here, to a day rather than a period, and knows no halves, ranges or echoes.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from qa.lazy_regex import lazy_regex
from qa.periods.asked import read_asked
from qa.periods.calendar import MONTHS_IN, Granularity, Period, days, week_of
from qa.periods.clues import Clue, Echo, Known, Lean, Named, named_period
from qa.periods.days_around import read_days_around
from qa.periods.echo import NamedBefore
from qa.periods.english import read_english
from qa.periods.joining import EDGE, find_lead, join_dates
from qa.periods.korean import read_korean
from qa.periods.korean_days import read_korean_days
from qa.periods.korean_parts import read_part_after
from qa.periods.korean_relative import read_korean_relative
from qa.periods.numeric import read_numeric
from qa.periods.parts import read_part
from qa.periods.relative import read_relative

__all__ = ["Granularity", "Period", "PeriodMention", "find_periods"]

_HANGUL = lazy_regex(r"[가-힣]")
_LEAD = lazy_regex(
    r"(?<![\w-])(?P<since>(?:since|(?:so|thus)\sfar\s(?:in|during))\s{1,2}(?:the\s)?)?"
    rf"(?P<edge>(?P<week>week\s(?:of|beginning|starting|commencing)\s(?:on\s)?(?:the\s)?)|{EDGE})?$"
)
_WITHOUT_EDGE = (Granularity.DAY, Granularity.RANGE)
_TO_NOW = lazy_regex(
    r",?\s(?:(?P<and>and)|(?:up\s)?(?:un)?(?:to|til|till)|through)\s(?:date|now|today|the\spresent)\b"
)
_FROM = lazy_regex(r"\b(?P<word>from|between)\s(?:the\s)?$")
_TO_COME = lazy_regex(
    r"\b(?:will|shall|next|coming|upcoming|ahead|forecasts?|outlook|expect\w*|project(?:ed|ions?)"
    r"|anticipat\w+|predict\w*|plan(?:s|ned)?|targets?|scheduled|due|going to)\b"
    r"|예정|전망(?!\s?(?:지수|치|[BCEP]?S?I\b|bsi))|계획|목표(?!\s?(?:달성|대비))|다음|내년|앞으로|향후"
)
_WEEK_KO = lazy_regex(
    r"(?:에|부터|이)?\s?(?:시작하는|시작된|시작한|포함된|속한|있는)\s?주(?![가-힣]{2})"
)
_CUMULATED_KO = lazy_regex(r"까지의?\s?(?:누적|누계|합계)|\s?(?:누적|누계)")
_SINCE_KO = lazy_regex(r"\s?(?:부터|이후|이래)(?![가-힣])")


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """Words that name a period: `text[start:end]`, without a leading article or preposition,
    but for "from", "between" and "since", which make a range.

    `echo`: the words set another period beside the one spoken of ("a year earlier"). `whole`: what
    they mean of figures, which are of whole months and made when they are over, where `period` is
    not."""

    start: int
    end: int
    period: Period
    echo: bool = field(default=False, compare=False)
    whole: Period | None = field(default=None, compare=False)


def find_periods(text: str, anchor: date, *, past: bool = False) -> list[PeriodMention]:
    """The periods that `text` names, in text order, never overlapping; the longest reading wins.

    With `past` a date without its year is the last one unless the words say otherwise: who asks
    for releases asks for what has been.

    Never raises. Years are 1900 to 2100: what falls outside is not a mention.

    >>> find_periods("exports in November", date(2025, 12, 15))[0].period.first
    datetime.date(2025, 11, 1)
    """
    low = _lower(text)
    clues: list[Clue] = [*read_numeric(low), *read_english(text, low, anchor)]
    clues += read_relative(low, anchor)
    clues += read_days_around(low, anchor)
    if not text.isascii() and _HANGUL.search(text):
        clues += read_korean(text, anchor)
        clues += read_korean_relative(text, anchor)
        clues += read_korean_days(text, anchor)
    if past:
        clues += read_asked(text, low, anchor)
    clues = _longest(clues)
    if past:
        lean = _lean_ahead if _TO_COME.search(low) else _lean_back
        clues = [lean(clue) for clue in clues]
    joined = join_dates(clues, low, anchor)
    return list(_complete(joined, text, low, anchor))


def _lower(text: str) -> str:
    low = text.lower()
    # "İ" alone grows when made lower case, and would shift every position after it.
    return low if len(low) == len(text) else text.replace("İ", "I").lower()


def _longest(clues: Iterable[Clue]) -> list[Clue]:
    kept: list[Clue] = []
    for clue in sorted(clues, key=lambda clue: clue.start):
        if not kept or clue.start >= kept[-1].end:
            kept.append(clue)
        elif clue.end - clue.start > kept[-1].end - kept[-1].start:
            kept[-1] = clue
    return kept


def _lean_back(clue: Clue) -> Clue:
    if isinstance(clue, Named) and clue.lean is not Lean.FUTURE:
        return replace(clue, lean=Lean.BEGUN)
    return clue


def _lean_ahead(clue: Clue) -> Clue:
    # The half before this one is never farther than the next: only the words can say.
    half = isinstance(clue, Named) and clue.granularity is Granularity.HALF
    if isinstance(clue, Named) and half and clue.lean is Lean.NEAREST:
        return replace(clue, lean=Lean.FUTURE)
    return clue


class _Words(NamedTuple):
    """Words of a text, and the period that they name."""

    start: int
    end: int
    period: Period


def _complete(clues: list[Clue], text: str, low: str, anchor: date) -> Iterator[PeriodMention]:
    """Each clue with the words around it, as the period that they name together."""
    before, floor = NamedBefore(text), 0
    for clue in clues:
        lead = find_lead(_LEAD, low, floor, clue.start)
        since = lead is not None and lead["since"] is not None
        period = _period(clue, anchor, before, since=since)
        if period is None:
            continue
        words = _widen(_Words(clue.start, clue.end, period), lead, text, low, floor)
        if (run := _run_from_new_year(words, text)) is not None:
            words = run
        elif (run := _run_to_anchor(words, lead, text, low, floor, anchor)) is not None:
            words, since = run, True
        start, end, period = words
        whole = _of_figures(clue, period, anchor)
        yield PeriodMention(start, end, period, echo=isinstance(clue, Echo), whole=whole)
        floor = end
        if not isinstance(clue, Echo) and not since:
            before.add(end, period)


def _of_figures(clue: Clue, period: Period, anchor: date) -> Period | None:
    """What the clue means of figures, where `period`, all that it names, is not over: "the past
    month", and in November "fourth quarter", which without its year is then the one before."""
    if isinstance(clue, Known):
        return clue.whole if period == clue.period else None
    if not isinstance(clue, Named) or clue.lean is not Lean.BEGUN or clue.year is not None:
        return None
    running = clue.after is None and clue.granularity is period.granularity in MONTHS_IN
    return period.shift_years(-1) if running and period.last >= anchor else None


def _widen(words: _Words, lead: re.Match[str] | None, text: str, low: str, floor: int) -> _Words:
    """A period with what is said of it beside it: its part, the week of a day, an edge of it."""
    start, end, period = words
    is_day = period.granularity is Granularity.DAY
    if (part := read_part(low, floor, start, period)) is not None:
        start, period = part
    elif lead and lead["week"]:
        if is_day:
            start, period = lead.start("edge"), week_of(period.first.toordinal()) or period
    elif lead and lead["edge"] and period.granularity not in _WITHOUT_EDGE:
        start = lead.start("edge")
    elif is_day and (found := _WEEK_KO.match(text, end)):
        end, period = found.end(), week_of(period.first.toordinal()) or period
    if (part := read_part_after(text, end, period)) is not None:
        end, period = part
    return _Words(start, end, period)


def _run_from_new_year(words: _Words, text: str) -> _Words | None:
    """The run from the first day of a period's year to its last, where it is cumulated."""
    start, end, period = words
    if period.granularity not in MONTHS_IN or not (found := _CUMULATED_KO.match(text, end)):
        return None
    return _Words(start, found.end(), _run(date(period.first.year, 1, 1), period.last) or period)


def _run_to_anchor(
    words: _Words, lead: re.Match[str] | None, text: str, low: str, floor: int, anchor: date
) -> _Words | None:
    """The run from a period's first day to the anchor, where the words make it reach that far:
    "since March", "3월부터", "from March to date", "between January 5 and now"."""
    start, end, period = words
    of_months = period.granularity in MONTHS_IN
    if period.first > anchor:
        return None
    if lead and lead["since"]:
        start = lead.start("since")
    elif of_months and (found := _SINCE_KO.match(text, end)):
        end = found.end()
    elif (of_months or period.granularity is Granularity.DAY) and (
        to_now := _TO_NOW.match(low, end)
    ):
        led = _FROM.search(low, max(floor, start - 12), start)
        # "March and now" are two, unless the one is not over: "this year until today".
        if period.last < anchor and not led and (to_now["and"] or not of_months):
            return None
        start, end = led.start() if led else start, to_now.end()
    else:
        return None
    return _Words(start, end, _run(period.first, anchor) or period)


def _run(first: date, last: date) -> Period | None:
    return days(first.toordinal(), last.toordinal(), Granularity.RANGE)


def _period(clue: Clue, anchor: date, before: NamedBefore, *, since: bool) -> Period | None:
    if isinstance(clue, Known):
        return clue.period
    if isinstance(clue, Echo):
        return before.resolve(clue)
    if clue.after is not None and clue.year is None:
        year = before.year(clue.start)
        if year is None and clue.after == 0:
            return None
        clue = replace(clue, year=(anchor.year if year is None else year) + clue.after)
    if clue.year is not None or not since:
        return named_period(clue, anchor)
    period = named_period(replace(clue, lean=Lean.PAST), anchor)
    return period.shift_years(-1) if period is not None and period.first > anchor else period
