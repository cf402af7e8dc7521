"""Joins dates that stand side by side: into a range, or in sharing the year that one of them has.

"January to November 2025", "from December 11 to 12", "between 2023 and 2025" and "12월 11일부터
12일까지" are ranges; in "Q1 and Q2 2025" the two stay apart and are both of 2025.
"""

import re
from dataclasses import replace
from datetime import date
from enum import Enum

from qa.periods.calendar import MONTHS_IN, Granularity, days
from qa.periods.clues import Clue, Known, Named, named_period


class _Gap(Enum):
    TO = "to"
    AND = "and"


# "early", "the end of": words that go with a period without changing it here.
EDGE = (
    r"(?:(?:early|late|mid|earlier|later)(?:\s(?:in|on))?[\s-]{1,2}(?:the\s)?"
    r"|(?:beginning|start|middle|end|close|rest|remainder)\sof\s(?:the\s)?)"
)
_LONGEST_GAP = 24  # characters between two dates that belong together
_LONGEST_LEAD = 48  # characters before the first that may belong to its words
_TO = re.compile(
    r"\s?[-–—−~∼～〜/]\s?['‘’]?|\s?(?:부터|에서)\s?"
    rf"|\s{{1,2}}(?:to|through|thru|until|till)\s{{1,2}}(?:the\s)?{EDGE}?"
)
_AND = re.compile(r"(?:,\s|\s)(?:and|or|&)\s{1,2}(?:in\s)?(?:the\s)?|[,·]\s?|[과와]\s|\s및\s")
_LEAD = re.compile(rf"(?<![\w-])(?P<opener>(?:from|between)\s{{1,2}}(?:the\s)?)?{EDGE}?$")
# The last two letters of every word a lead can end in, so that most are turned down at a glance.
_LEAD_ENDINGS = frozenset(("ng", "ce", "en", "er", "he", "id", "in", "ly", "of", "om", "on", "te"))
_UNTIL_KO = "까지"


def find_lead(pattern: re.Pattern[str], low: str, floor: int, start: int) -> re.Match[str] | None:
    """The words before `start`, not before `floor`, that `pattern` takes in; None for none."""
    reach = max(floor, start - _LONGEST_LEAD)
    if low[max(reach, start - 4) : start].rstrip(" -\n")[-2:] not in _LEAD_ENDINGS:
        return None
    found = pattern.search(low, reach, start)
    return found if found is not None and found[0] else None


def join_dates(clues: list[Clue], low: str, anchor: date) -> list[Clue]:
    """The clues with years shared and ranges made. They must be in text order, not overlapping."""
    clues = list(clues)
    gaps = {n: _gap(low, clues[n], clues[n + 1]) for n in range(len(clues) - 1)}
    pairs = [n for n, gap in gaps.items() if gap is not None]
    for n in [*reversed(pairs), *pairs]:
        left, right = clues[n], clues[n + 1]
        if isinstance(left, Named) and isinstance(right, Named) and None in (left.year, right.year):
            clues[n], clues[n + 1] = _share_year(left, right, gaps[n] is _Gap.TO, anchor)
    return _make_ranges(clues, set(pairs), low, anchor)


def _gap(low: str, left: Clue, right: Clue) -> _Gap | None:
    """What stands between two dates of one kind; None when they stand apart."""
    if not (isinstance(left, Named) and isinstance(right, Named)):
        return None
    if left.granularity is not right.granularity or right.start - left.end > _LONGEST_GAP:
        return None
    if _TO.fullmatch(low, left.end, right.start):
        return _Gap.TO
    return _Gap.AND if _AND.fullmatch(low, left.end, right.start) else None


def _share_year(left: Named, right: Named, is_range: bool, anchor: date) -> tuple[Named, Named]:
    """Both with a year: the same one, or neighbouring ones where a year ends in between."""
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


def _range(left: Clue, right: Clue, low: str, floor: int, anchor: date) -> Known | None:
    if not (isinstance(left, Named) and isinstance(right, Named)):
        return None
    lead = find_lead(_LEAD, low, floor, left.start)
    between = lead is not None and (lead["opener"] or "").startswith("between")
    if not between and _TO.fullmatch(low, left.end, right.start) is None:
        return None
    first, last = named_period(left, anchor), named_period(right, anchor)
    if first is None or last is None or first.first >= last.first:
        return None
    period = days(first.first.toordinal(), last.last.toordinal(), Granularity.RANGE)
    if period is None:
        return None
    start = lead.start() if lead is not None else left.start
    end = right.end + len(_UNTIL_KO) * low.startswith(_UNTIL_KO, right.end)
    return Known(start, end, period)
