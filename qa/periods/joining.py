"""Joins dates that stand side by side: into a range, or in sharing the year that one of them has.

"January to November 2025", "from December 11 to 12", "between 2023 and 2025" and "12월 11일부터
12일까지" are ranges; in "Q1 and Q2 2025" the two stay apart and are both of 2025.
"""

import re
from dataclasses import replace
from datetime import date
from enum import Enum

from qa.lazy_regex import lazy_regex
from qa.periods.calendar import MONTHS_IN, Granularity, Period, days
from qa.periods.clues import Clue, Echo, Known, Named, named_period
from qa.periods.english_words import FIGURES


class _Gap(Enum):
    TO = "to"
    AND = "and"


# "early", "the end of": words that go with a period without changing it here.
EDGE = (
    r"(?:(?:early|late|mid|earlier|later)(?:\s(?:in|on))?[\s-]{1,2}(?:the\s)?"
    r"|(?:beginning|start|turn|outset|middle|end|close|rest|remainder)\sof\s(?:the\s)?)"
)
_LONGEST_GAP = 24  # characters between two dates that belong together
_LONGEST_LEAD = 48  # characters before the first that may belong to its words
_TO = lazy_regex(
    r"\.?\s?[-–—−~∼～〜/]\s?['‘’]?|\s?(?:당일\s?|자\s?)?(?:에서부터|부터|에서)\s?(?:시작(?:해서?|하여|된)\s)?"
    r"|에\s시작(?:해서?|하여|된)\s|[을를]\s(?:시작으로|기점으로|첫날로)(?:\s하여|,)?\s"
    r"|\s?들어서?\s"
    rf"|\s{{1,2}}(?:(?:up\s)?to(?:\sand\sincluding)?|through|thru|until|till)\s{{1,2}}(?:the\s)?{EDGE}?"
)
_THROUGH = lazy_regex(r"\s(?:through|until)\s")  # "this year through June"
_AND = lazy_regex(r"(?:,\s|\s)(?:and|or|&)\s{1,2}(?:in\s)?(?:the\s)?|[,·]\s?|[과와]\s|\s및\s")
_FIGURES = rf"(?:\s(?:{FIGURES}|figure|total|number))"
_OF = r"(?:\s(?:of|in|for|from|during))?\s(?:the\s)?"
_PART_THEN_YEAR = lazy_regex(
    rf"(?:['’]s)?(?:\s[a-z-]+){{0,2}}{_FIGURES}{{1,2}}{_OF}|,?\s(?:(?:of|in)\s)?(?:the\s)?|['’]s\s"
)
_FIGURES_BETWEEN = lazy_regex(
    rf"(?:['’]s)?(?:\s(?!(?:about|on|to|from|with|by|at|and|than|over)\b)[a-z-]+){{0,2}}{_FIGURES}{_OF}"
)
_YEAR_THEN_PART = lazy_regex(
    rf"(?:['’]s)?(?:(?:\s[a-z-]+){{0,2}}{_FIGURES}{{1,2}})?,?{_OF}|의?\s?(?:(?:바로|같은|딱|꼭)\s)?"
)
_COMPARED = lazy_regex(r"\b(?:than|with|to|from|on|over|against|versus|vs\.?)\s(?:the\s)?$")
# What may stand before a year that a text begins with, and what ends its reach.
_OPENING = lazy_regex(r"\W*(?:(?:and|so|back|during|in|over|for|then)\s){0,2}(?:the\s)?")
_SENTENCE_END = lazy_regex(r"[.?!;]\s")
_LEAD = lazy_regex(rf"(?<![\w-])(?P<opener>(?:from|between)\s{{1,2}}(?:the\s)?)?{EDGE}?$")
# The last two letters of every word a lead can end in, so that most are turned down at a glance.
_LEAD_ENDINGS = frozenset(("ng", "ce", "en", "er", "he", "id", "in", "ly", "of", "om", "on", "te"))
_UNTIL_KO = "까지"
# "지난달의 전년 동월", but not in "지난달의 전년 동월보다".
_OF_KO = lazy_regex(r"의\s?")
_WRITTEN_BEHIND = lazy_regex(r"\s{0,2}\(?")
# "3월 2015년 이후 최대"
_BOUND_KO = lazy_regex(r"\s?(?:이후|이래|부터|까지|만에|이전|[~∼～–-])|[과와]\s|,?\s?[0-9]{1,2}월")
_COMPARED_KO = lazy_regex(r"보다|(?:에|와|과)\s?(?:비[해교하]|견주)|\s?대비")


def find_lead(pattern: re.Pattern[str], low: str, floor: int, start: int) -> re.Match[str] | None:
    """The words before `start`, not before `floor`, that `pattern` takes in; None for none."""
    reach = max(floor, start - _LONGEST_LEAD)
    if low[max(reach, start - 4) : start].rstrip(" -\n")[-2:] not in _LEAD_ENDINGS:
        return None
    found = pattern.search(low, reach, start)
    return found if found is not None and found[0] else None


def join_dates(clues: list[Clue], low: str, anchor: date) -> list[Clue]:
    """The clues with years shared and ranges made. They must be in text order, not overlapping."""
    clues = _take_years(clues, low, anchor)
    gaps = {n: _gap(low, clues[n], clues[n + 1]) for n in range(len(clues) - 1)}
    pairs = [n for n, gap in gaps.items() if gap is not None]
    for n in [*reversed(pairs), *pairs]:
        left, right = clues[n], clues[n + 1]
        if _alike(left, right) and isinstance(left, Named) and isinstance(right, Named):
            clues[n], clues[n + 1] = _share_year(left, right, gaps[n] is _Gap.TO, anchor)
    return _make_ranges(clues, set(pairs), low, anchor)


def _take_years(clues: list[Clue], low: str, anchor: date) -> list[Clue]:
    """The clues with "last year's March" and "March exports two years ago" made one each."""
    joined: list[Clue] = []
    for clue in clues:
        left = joined[-1] if joined else None
        made = None
        if left is not None:
            made = _of_year(left, clue, low, anchor) or _of_period(left, clue, low, anchor)
            made = made or _of_year_written_behind(left, clue, low)
        if made is not None:
            joined[-1] = made
        elif left is not None and (pair := _of_year_apart(left, clue, low, anchor)) is not None:
            joined[-1:] = pair
        else:
            joined.append(clue)
    return joined


def _of_year(left: Clue, right: Clue, low: str, anchor: date) -> Named | None:
    if isinstance(left, Named):
        named, away, gap = left, _years_away(right, anchor), _PART_THEN_YEAR
    elif isinstance(right, Named):
        named, away, gap = right, _years_away(left, anchor), _YEAR_THEN_PART
        if isinstance(left, Echo) and left.granularity is None and low[left.end - 1] == "전":
            away = left.years  # "1년 전 3분기"
    else:
        return None
    if away is None and (other := right if left is named else left) is not None:
        # "in August a year ago", but "in August, a year earlier" is a year before that August.
        away = _echo_away(other, low) if "," not in low[left.end : right.start] else None
    if away is None or named.year is not None or named.after is not None:
        return None
    if right.start - left.end > _LONGEST_GAP or not gap.fullmatch(low, left.end, right.start):
        return None
    return replace(named, start=left.start, end=right.end, year=anchor.year + away)


def _of_year_written_behind(left: Clue, right: Clue, low: str) -> Named | None:
    """A Korean month, quarter or half whose year stands behind it: "3월 2015", "3분기(2015년)"."""
    if not (isinstance(left, Named) and isinstance(right, Named) and right.year is not None):
        return None
    if left.year is not None or left.after is not None or left.granularity not in MONTHS_IN:
        return None
    if right.granularity is not Granularity.YEAR or low[left.end - 1] not in "월기":
        return None
    if not low[right.start].isdigit() or not _WRITTEN_BEHIND.fullmatch(low, left.end, right.start):
        return None
    if _BOUND_KO.match(low, right.end) or _COMPARED_KO.match(low, right.end):
        return None
    return replace(left, end=right.end, year=right.year)


def _of_period(left: Clue, right: Clue, low: str, anchor: date) -> Known | None:
    """What repeats the very period before it: "지난달의 전년 동월", "이번 분기의 1년 전"."""
    if isinstance(left, Echo) or not isinstance(right, Echo) or not right.years:
        return None
    if not _OF_KO.fullmatch(low, left.end, right.start) or _COMPARED_KO.match(low, right.end):
        return None
    period = _whole(left, anchor)
    if period is None or right.granularity not in (None, period.granularity):
        return None
    there = period.shift_years(right.years)
    return Known(left.start, right.end, there) if there is not None else None


def _of_year_apart(left: Clue, right: Clue, low: str, anchor: date) -> tuple[Clue, Clue] | None:
    return _of_year_before(left, right, low, anchor) or _of_year_behind(left, right, low)


def _of_year_before(left: Clue, right: Clue, low: str, anchor: date) -> tuple[Echo, Named] | None:
    """A text that begins with its year: "Last year, how much was exported in October?"."""
    away = _years_away(left, anchor)
    if away is None:
        away = _echo_away(left, low)
    if (
        away is None
        or isinstance(left, Named)
        or not isinstance(right, Named)
        or right.year is not None
    ):
        return None
    if _TO.fullmatch(low, left.end, right.start):
        return None  # "연초부터 10월까지"
    begins = left.start <= _LONGEST_GAP and _OPENING.fullmatch(low, 0, left.start) is not None
    if not begins or _SENTENCE_END.search(low, left.end, right.start):
        return None
    period = left.otherwise if isinstance(left, Echo) else left.period
    echo = Echo(left.start, left.end, None, period)
    return echo, replace(right, year=anchor.year + away)


def _of_year_behind(left: Clue, right: Clue, low: str) -> tuple[Named, Echo] | None:
    """A part of a year with its figures before it: "March exports 2019"."""
    if not isinstance(left, Named) or not isinstance(right, Named) or right.year is None:
        return None
    if right.granularity is not Granularity.YEAR or left.granularity not in MONTHS_IN:
        return None
    if left.granularity is Granularity.YEAR or left.year is not None or left.after is not None:
        return None
    if _FIGURES_BETWEEN.fullmatch(low, left.end, right.start) is None:
        return None
    return replace(left, year=right.year), Echo(right.start, right.end, None, None)


def _echo_away(clue: Clue, low: str) -> int | None:
    """How many years away "a year ago" is; None for "a year earlier", and "than a year ago"."""
    if not isinstance(clue, Echo) or clue.granularity is not None:
        return None
    ago = low.endswith((" ago", " back"), clue.start, clue.end)
    compared = _COMPARED.search(low, max(0, clue.start - _LONGEST_GAP), clue.start)
    return clue.years or None if ago and compared is None else None


def _years_away(clue: Clue, anchor: date) -> int | None:
    """How far away a year is that today's date alone decides; None for anything else."""
    if isinstance(clue, Known) and clue.period.granularity is Granularity.YEAR:
        return clue.period.first.year - anchor.year
    if isinstance(clue, Echo) and clue.granularity is Granularity.YEAR:
        return clue.steps
    return None


def _gap(low: str, left: Clue, right: Clue) -> _Gap | None:
    """What stands between two dates; None when they stand apart."""
    if isinstance(left, Echo) or isinstance(right, Echo) or right.start - left.end > _LONGEST_GAP:
        return None
    if _TO.fullmatch(low, left.end, right.start):
        return _Gap.TO
    return _Gap.AND if _AND.fullmatch(low, left.end, right.start) else None


def _share_year(left: Named, right: Named, is_range: bool, anchor: date) -> tuple[Named, Named]:
    """Both with a year: the same one, or neighbouring ones where a year ends in between."""
    if right.after is not None:  # "from October 2022 to March of the following year"
        left = _with_likely_year(left, anchor) if left.year is None else left
        year = None if left.year is None else left.year + right.after
        return left, replace(right, year=year, after=None)
    if left.year is not None and right.year is not None:
        return left, right
    if left.year is None and right.year is None:
        if left.weekday is not None and right.weekday is None:
            left = _with_likely_year(left, anchor)
        else:
            right = _with_likely_year(right, anchor)
    ends = _year_ends_between(left, right, is_range)
    if left.year is None and right.year is not None:
        left = replace(left, year=right.year - ends)
    elif left.year is not None and right.year is None:
        right = replace(right, year=left.year + ends)
    return left, right


def _year_ends_between(left: Named, right: Named, is_range: bool) -> bool:
    """Whether "December and January" are of two years; "August and July" are of one."""
    members = 12 // MONTHS_IN.get(left.granularity, 1)  # in a year
    ahead = (right.number - left.number) % members
    if (left.number, left.day) <= (right.number, right.day):
        return False
    return is_range or 0 < ahead <= members // 2


def _with_likely_year(clue: Named, anchor: date) -> Named:
    period = named_period(clue, anchor)
    return clue if period is None else replace(clue, year=period.first.year)


def _make_ranges(clues: list[Clue], pairs: set[int], low: str, anchor: date) -> list[Clue]:
    joined: list[Clue] = []
    n = 0
    while n < len(clues):
        clue = clues[n]
        if n in pairs:
            floor = joined[-1].end if joined else 0
            made = _range(clue, clues[n + 1], low, floor, anchor)
            if made is not None:
                joined.append(made)
                n += 2
                continue
        joined.append(clue)
        n += 1
    return joined


def _alike(left: Clue, right: Clue) -> bool:
    if not (isinstance(left, Named) and isinstance(right, Named)):
        return False
    return left.granularity is right.granularity and left.after is None


def _hangs(clue: Clue) -> bool:
    """Whether its year counts from a period named before, which is not known yet."""
    return isinstance(clue, Named) and clue.after is not None


def _is_year(clue: Clue) -> bool:
    if isinstance(clue, Named):
        return clue.granularity is Granularity.YEAR
    return isinstance(clue, Known) and clue.period.granularity is Granularity.YEAR


def _whole(clue: Named | Known, anchor: date) -> Period | None:
    return clue.period if isinstance(clue, Known) else named_period(clue, anchor)


def _range(left: Clue, right: Clue, low: str, floor: int, anchor: date) -> Known | None:
    """From the first day of the one to the last of the other, where words say so.

    A dash or "to" is enough between two of a kind ("March to May"); others need to be opened or
    closed as well: "from last Monday to yesterday", "어제부터 오늘까지".
    """
    if isinstance(left, Echo) or isinstance(right, Echo) or _hangs(left) or _hangs(right):
        return None
    lead = find_lead(_LEAD, low, floor, left.start)
    opener = (lead["opener"] or "") if lead is not None else ""
    between = opener.startswith("between") or low.startswith(" 사이", right.end)
    if not between and _TO.fullmatch(low, left.end, right.start) is None:
        return None
    through = _is_year(left) and _THROUGH.fullmatch(low, left.end, right.start)
    if not (_alike(left, right) or opener or through or low.startswith(_UNTIL_KO, right.end)):
        return None
    first, last = _whole(left, anchor), _whole(right, anchor)
    if first is None or last is None or first.first >= last.first:
        return None
    period = days(first.first.toordinal(), last.last.toordinal(), Granularity.RANGE)
    if period is None:
        return None
    start = lead.start() if lead is not None else left.start
    end = right.end + len(_UNTIL_KO) * low.startswith(_UNTIL_KO, right.end)
    return Known(start, end, period)
