"""English periods counted from the day the words were written, or from a period named before.

"last week", "the quarter that has just ended", "two months ago", "the month before last", "the past
three weeks", "so far this year", "this time last year", "the corresponding quarter a year earlier".

Each reader takes a unit of time with the words around it (`unit_phrases`) and knows one way of
saying which is meant; those that count back or go to another year are in `counted_back`. Single
days are left to `days_around`, names and numbers of months, quarters and years to `english`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from qa.lazy_regex import lazy_regex
from qa.periods.calendar import Granularity, days, unit_around
from qa.periods.clues import Clue, Echo, Known
from qa.periods.counted_back import (
    LIES,
    NTH,
    YOUNGER,
    read_ago,
    read_before_another,
    read_other_year,
)
from qa.periods.english_words import CLAUSE_END, MONTH, ORDINALS
from qa.periods.unit_phrases import (
    JUST,
    KINDS,
    LAST,
    NEXT,
    ORDERS,
    OVER,
    REPEATING,
    THIS,
    UNITS,
    WHOLE,
    UnitPhrase,
    gather,
)

_SO_FAR_BEFORE = lazy_regex(
    r"\b(?:(?:so|thus)\sfar|to\sdate|up\sto\snow),?\s(?:(?:in|during|over|of|for)\s)?$"
)
_EDGE_BEFORE = lazy_regex(
    r"\b(?:beginning|start|turn|outset|opening|middle|end|close|rest|remainder|course|first)\sof\s$"
    r"|\b(?:earlier|later)\s(?:(?:on\s)?in\s)?$"
)
_OVER_ALONE = lazy_regex(rf"\s(?:past|gone){CLAUSE_END}")
_ENDS_IN = lazy_regex(rf"\s(?:in\s)?(?:the\send\sof\s)?{MONTH}")
_APPROACHING = ("coming", "upcoming", "forthcoming")
_BY = lazy_regex(r"\b(?:by|at|before|until|till|to|through|around|towards?)\s(?:the\s)?$")
_SAYS_OVER = lazy_regex(r"\b(?:to have|that|which|we|just|now|already|recently|by|behind|last)\b")


def read_relative(low: str, anchor: date) -> Iterator[Clue]:
    """The relative periods of a text, in order. `low` is the text in lower case."""
    for found in UNITS.finditer(low):
        clue = _read_code(found, anchor) if found["unit"] is None else None
        phrase = gather(found) if found["unit"] else None
        if phrase is not None:
            clues = (read(phrase, anchor) for read in _READERS)
            clue = next((each for each in clues if each is not None), None)
        if clue is not None:
            yield clue


def _read_code(found: re.Match[str], anchor: date) -> Clue | None:
    """ "m-1", "ytd", "year-end"."""
    if found["edge"] and not _BY.search(found.string, max(0, found.start() - 12), found.start()):
        return None  # "year-end settlement"
    name = found["code"] or found["so_far"] or "y"
    away = -int(found["steps"]) if found["steps"] else 0
    period = unit_around(anchor, KINDS[name], away)
    if period is not None and found["so_far"]:
        period = days(period.first.toordinal(), anchor.toordinal(), Granularity.RANGE)
    return None if period is None else Known(*found.span(), period)


def _read_so_far(it: UnitPhrase, anchor: date) -> Clue | None:
    """ "so far this year", "the year to date", "the two weeks to today"."""
    now, before = it.said("date"), it.behind(_SO_FAR_BEFORE)
    edge = it.behind(_EDGE_BEFORE)
    if it.kind is None or it.has(LAST, NEXT) or not (now or (before and it.has(THIS))):
        return None
    at = it.with_after() if now else it
    if led := before or edge:
        at = replace(at, start=led.start())
    to_today = now is not None and now.endswith(("now", "today", "present"))
    if (to_today or (now and it.count)) and not edge and not it.has(THIS):
        return at.rolling(anchor, it.count or 1)
    whole = unit_around(anchor, it.kind)
    return at.known(whole and days(whole.first.toordinal(), anchor.toordinal(), Granularity.RANGE))


def _read_running(it: UnitPhrase, anchor: date) -> Clue | None:
    """ "the quarter now ending", "the month in progress"."""
    running = it.said("running") and it.kind is not Granularity.DAY and not it.count
    return it.with_after().away(anchor, 0) if running and not it.has(LAST, NEXT) else None


def _read_over(it: UnitPhrase, anchor: date) -> Clue | None:
    """ "the quarter that has just ended", "the most recently completed month"."""
    if it.has(("recent", "latest")) and it.has(WHOLE, OVER) and (nth := it.behind(NTH)):
        # "The second most recent full year".
        return replace(it, start=nth.start()).away(anchor, -int(ORDINALS[nth["nth"]]))
    over = it.said("over")
    ends = it.after is not None and _ENDS_IN.match(it.low, it.after.end())
    if over and over.endswith("ended") and ends:
        return None  # "the year that ended in March", which the month decides
    if (
        over
        and not it.behind(LIES)
        and (it.count or not it.plural)
        and it.kind is not Granularity.DAY
        and (_SAYS_OVER.search(over) or it.said("late") or _OVER_ALONE.match(it.low, it.end))
        and not it.has(("last",), NEXT)
    ):
        return it.with_after().whole(anchor)
    if it.count or it.is_part or it.has(REPEATING):
        return None
    over_before = it.has(OVER) and it.has(LAST, JUST)
    return it.away(anchor, -1) if over_before or (it.has(WHOLE) and it.has(LAST, JUST)) else None


def _read_rolling(it: UnitPhrase, anchor: date) -> Clue | None:
    """ "the past three weeks", "no older than ten days", "a week's news"."""
    if it.said("worth") and not it.has(LAST, THIS, NEXT):
        return it.with_after().rolling(anchor, it.count or 1)
    if it.count == 0 or it.is_part or it.words[-1] in ("a", "an"):
        return None
    if it.has(LAST, ("recent",)):
        return it.rolling(anchor, it.count)
    if it.has(NEXT):
        return it.rolling(anchor, -it.count)
    young = it.behind(YOUNGER)
    if it.kind is Granularity.YEAR:
        return None  # "firms less than seven years old"
    if young and it.said("old"):
        return it.with_after().rolling(anchor, it.count)
    return it.rolling(anchor, it.count) if young and "older" in young[0] else None


def _read_ordered(it: UnitPhrase, anchor: date) -> Clue | None:
    """ "last week", "this month", "the previous quarter", "past year"; "the start of the year"."""
    if it.is_part:
        return None
    which = next((word for word in reversed(it.words) if word in ORDERS), None)
    if which is None:
        edge = it.behind(_EDGE_BEFORE)
        if it.words or it.kind in (None, Granularity.DAY, Granularity.HALF):
            return None
        if edge:
            return replace(it, start=edge.start()).away(anchor, 0)
        return it.with_after().away(anchor, 0) if it.said("began") else None
    if it.plural or (it.count and not it.has(LAST)):
        return None  # "the last weeks", "this five-year plan"
    if it.kind in (None, Granularity.DAY) and which not in REPEATING:
        return it.rolling(anchor, 1) if which == "past" or it.unit == "fortnight" else None
    if which in REPEATING and it.kind is not None:
        # "The following year" never means the one after today's.
        steps = 1 if which == "following" else -1
        otherwise = unit_around(anchor, it.kind, -1) if steps < 0 else None
        return Echo(it.start, it.end, it.kind, otherwise, steps=steps)
    if which in _APPROACHING and it.kind in (Granularity.YEAR, Granularity.HALF):
        return None  # "in the coming year": which one is not said
    long = it.unit in ("quarter", "qtr", "half", "half-year")
    the_last = which == "last" and it.low.startswith("the", it.run) and not long
    if (which == "past" and not it.has(("this",))) or the_last:
        return it.rolling(anchor, 1)
    return it.away(anchor, ORDERS[which]) if which != "latest" else None


_READERS: tuple[Callable[[UnitPhrase, date], Clue | None], ...] = (
    read_other_year,
    read_before_another,
    _read_so_far,
    _read_running,
    _read_over,
    _read_rolling,
    read_ago,
    _read_ordered,
)
