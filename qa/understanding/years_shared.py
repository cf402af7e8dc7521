"""Which years the periods of a list are of, where not each says its own.

"March and April 2012" are of one year, "December 2013 and January" of two, "August 2013 and 2014",
"2012년과 2014년 5월" and "Aug 2013 / Aug 2014" one month of two years. What is compared lies behind
what it is compared with: "2013년 1월은 12월보다".
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from qa.language.sentences import Span
from qa.lazy_regex import lazy_regex
from qa.periods import Granularity, Period, PeriodMention, find_periods
from qa.periods.calendar import MONTHS_IN, month_index
from qa.understanding.periods_beside import SAYS_YEAR
from qa.understanding.periods_compared import is_only_compared

_PARTS = (Granularity.MONTH, Granularity.QUARTER, Granularity.HALF)
_NEAR = 3  # months from one period of a list to the next, across the turn of a year
_NUMBERED = lazy_regex(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|['‘’][0-9]{2}(?![0-9])")
AND_KO = (
    r"(?:의?\s?(?:[과와]|하고|이?랑)|,|\s?[/·])\s?(?:(?:및|또는|그리고)\s)?|\s(?:및|또는|그리고)\s"
)
"""What stands between two periods of a list in Korean, as a pattern."""

_AND_YEAR = lazy_regex(
    r"(?:,|\s?[/&])?\s?(?:(?:and|or|vs\.?|versus|against|with|to)\s)?(?:of\s)?(?:both\s)?"
    rf"|{AND_KO}",
    re.IGNORECASE,
)
_AND_PART_KO = lazy_regex(AND_KO)
_YEAR_ALONE = lazy_regex(
    r"(?:of\s)?(?:['‘’][0-9]{2}|(?:19|20)[0-9]{2})\s?년?|(?:this|last)\syear|재?작년|올해|금년|지난해",
    re.IGNORECASE,
)
# Of the year before the one spoken of; "작년" counts from now.
_YEAR_BEFORE = lazy_regex(r"전년|직전\s?(?:연도|해)")


def spread_over_years(
    text: str, mentions: Sequence[PeriodMention], as_of: date
) -> list[PeriodMention]:
    """The mentions, the years of a list being those of the part of a year that is said once, and
    what a slash parts being two.

    >>> text = "exports in August 2013 and 2014"
    >>> found = find_periods(text, date(2025, 1, 1))
    >>> [str(each.period.first) for each in spread_over_years(text, found, date(2025, 1, 1))]
    ['2013-08-01', '2014-08-01']
    """
    parted = [part for each in mentions for part in _part_by_slash(text, each, as_of)]
    made: list[PeriodMention] = []
    for each in parted:
        before = made[-1] if made else None
        made.append(_repeat(each, before) if before and _goes_on(text, before, each) else each)
    for place, (each, behind) in reversed(list(enumerate(pairwise(made)))):
        led = _AND_PART_KO.fullmatch(text, each.end, behind.start)
        if led and _is_year(each) and SAYS_YEAR.search(text, behind.start, behind.end):
            made[place] = _repeat(each, made[place + 1])
    return _spread(text, made)


def _spread(text: str, mentions: list[PeriodMention]) -> list[PeriodMention]:
    """The mentions, several years said apart from the one part of a year being that part of them:
    "May exports in 2012 and 2014"."""
    parts = [each for each in mentions if each.period.granularity in _PARTS]
    years = [each for each in mentions if _is_year(each)]
    if len(parts) != 1 or len(years) < 2 or _says_year(text, parts[0]):
        return mentions
    listed = (_AND_YEAR.fullmatch(text, one.end, other.start) for one, other in pairwise(years))
    if not all(listed):
        return mentions
    return [
        _repeat(each, parts[0]) if each in years else each
        for each in mentions
        if each is not parts[0]
    ]


def stands_for(text: str, year: PeriodMention, part: PeriodMention) -> bool:
    """Whether the words of a period say a year alone, and its part of that those of another."""
    if (
        _YEAR_ALONE.fullmatch(text, year.start, year.end) is None
        or part.period.granularity not in _PARTS
    ):
        return False
    moved = _in_year_of(part.period, year.period)
    return moved is not None and moved.same_days(year.period)


def find_own_year(text: str, part: PeriodMention) -> Span:
    """Where the words for a part of a year say the year; empty where they do not."""
    found = _YEAR_ALONE.search(text, part.start, part.end)
    return Span(*found.span()) if found else Span(part.end, part.end)


def _part_by_slash(text: str, mention: PeriodMention, as_of: date) -> list[PeriodMention]:
    words = text[mention.start : mention.end]
    if mention.period.granularity is not Granularity.RANGE or words.count("/") != 1:
        return [mention]
    middle = words.index("/")
    parts: list[PeriodMention] = []
    for start, half in ((0, words[:middle]), (middle + 1, words[middle + 1 :])):
        # Alone "March" might be no month.
        found = find_periods(f"in {half}", as_of, past=True)
        if len(found) != 1 or found[0].period.granularity not in _PARTS:
            return [mention]
        at = mention.start + start - len("in ")
        parts.append(replace(found[0], start=at + found[0].start, end=at + found[0].end))
    return parts


def _is_year(mention: PeriodMention) -> bool:
    return mention.period.granularity is Granularity.YEAR and not mention.echo


def _goes_on(text: str, before: PeriodMention, each: PeriodMention) -> bool:
    """Whether a year goes on with those of the part of a year before it."""
    listed = _AND_YEAR.fullmatch(text, before.end, each.start)
    return listed is not None and _is_year(each) and before.period.granularity in _PARTS


def _repeat(year: PeriodMention, part: PeriodMention) -> PeriodMention:
    """A year as the same part of it, where that is one."""
    if part.period.granularity not in _PARTS:
        return year
    moved = part.period.shift_years(year.period.first.year - part.period.first.year)
    return replace(year, period=moved or year.period, whole=None)


def share_years(text: str, mentions: Sequence[PeriodMention]) -> list[PeriodMention]:
    """The same, the first of them the main one, those that say no year in that of one that does.

    The main one is of the year of another only if that is numbered: "May compared with April 2012".
    """
    main, *further = mentions
    saying = main if _says_year(text, main) else None
    if saying is None:
        numbered = (each for each in further if _NUMBERED.search(text, each.start, each.end))
        saying = next(numbered, None)
    if saying is None or _is_same_part(text, saying, mentions):
        return [*mentions]
    placed = {saying.start: saying}
    in_order = sorted(mentions, key=lambda each: each.start)
    at = in_order.index(saying)
    for run, step in ((in_order[at + 1 :], 1), (in_order[:at][::-1], -1)):
        beside = saying
        for each in run:
            placed[each.start] = _place(text, each, beside, main, step)
            if not is_only_compared(text, each):
                beside = placed[each.start]
    return [placed[each.start] for each in mentions]


def _says_year(text: str, mention: PeriodMention) -> bool:
    return SAYS_YEAR.search(text, mention.start, mention.end) is not None


def _is_same_part(text: str, saying: PeriodMention, mentions: Sequence[PeriodMention]) -> bool:
    """Whether what is only compared with is of another year by its being said: "November against
    November 2024"."""
    if not is_only_compared(text, saying):
        return False
    others = (each for each in mentions if each is not saying and not _says_year(text, each))
    return any(
        (moved := _in_year_of(each.period, saying.period)) and moved.same_days(saying.period)
        for each in others
    )


def _in_year_of(period: Period, other: Period) -> Period | None:
    return period.shift_years(other.first.year - period.first.year)


def _place(
    text: str, mention: PeriodMention, beside: PeriodMention, main: PeriodMention, step: int
) -> PeriodMention:
    """A period that says no year, beside one whose year is known: `step` 1 behind it in the text,
    -1 before."""
    if _YEAR_BEFORE.match(text, mention.start, mention.end) and mention is not main:
        moved = _in_year_of(mention.period, main.period)
        return replace(mention, period=(moved and moved.shift_years(-1)) or mention.period)
    if _says_year(text, mention):
        return mention
    moved = _in_year_of(mention.period, beside.period)
    if moved is None or moved.same_days(beside.period):
        return mention
    if is_only_compared(text, mention):
        turn = -1 if moved.first > beside.period.first else 0
    elif is_only_compared(text, beside):
        turn = 1 if moved.first < beside.period.first else 0
    else:
        turn = _turn(beside.period, moved, step)
    return replace(mention, period=(turn and moved.shift_years(turn)) or moved, whole=None)


def _turn(beside: Period, moved: Period, step: int) -> int:
    """How many years on a list goes from one period to the next, which is `moved` in its year: 1 or
    -1 where it passes the turn of the year, as from December to January."""
    apart = step * (month_index(moved.first) - month_index(beside.first))
    size = max(MONTHS_IN.get(beside.granularity, 1), MONTHS_IN.get(moved.granularity, 1))
    return step if apart < 0 and apart + 12 <= max(_NEAR, size) else 0
