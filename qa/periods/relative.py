"""English periods counted from the day the words were written, or from a period named before.

"last week", "the quarter that has just ended", "two months ago", "the month before last", "the past
three weeks", "so far this year", "this time last year", "the corresponding quarter a year earlier".

Each reader takes a unit of time with the words around it (`unit_phrases`) and knows one way of
saying which is meant. Single days are left to `days_around`, names and numbers of months, quarters
and years to `english`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from qa.periods.calendar import MONTHS_IN, Granularity, days, unit_around
from qa.periods.clues import Clue, Echo, Known
from qa.periods.english_words import (
    CLAUSE_END,
    MONTH,
    ORDINAL,
    ORDINALS,
    YEAR_AWAY,
    number,
    years_away,
)
from qa.periods.unit_phrases import (
    BACK,
    JUST,
    KINDS,
    LAST,
    MADE_OF,
    NEXT,
    ORDERS,
    OVER,
    REPEATING,
    SAME,
    THIS,
    UNITS,
    WHOLE,
    YEAR_AGO,
    UnitPhrase,
    gather,
)

_SO_FAR_BEFORE = re.compile(
    r"\b(?:(?:so|thus)\sfar|to\sdate|up\sto\snow),?\s(?:(?:in|during|over|of|for)\s)?$"
)
_ONE_BEFORE = re.compile(r"\bone\s(?:right\s|just\s)?(?:before|preceding)\s$")
_EDGE_BEFORE = re.compile(
    r"\b(?:beginning|start|turn|outset|opening|middle|end|close|rest|remainder|course|first)\sof\s$"
    r"|\b(?:earlier|later)\s(?:(?:on\s)?in\s)?$"
)
_GO_BACK = re.compile(
    r"\b(?:rewind|(?:go|going|count|counting|look|looking|step|turn|flip|roll|rolling|wind|winding)"
    r"(?:\sthe\s(?:clock|calendar|pages?))?\sback)\s(?:by\s)?$"
    r"|(?:^|[,:;]\s)back\s$"
)
_HEAD = re.compile(
    r"\b(?P<unit>month|quarter|half)\s(?:(?:that|which)\s(?:fell|falls|came|comes|was|is|lay|lies)\s)?"
    r"(?:(?:exactly|precisely|just|some)\s)?$"
)
# "The last time this quarter came around".
_LAST_TIME = re.compile(r"\blast\stime\s(?:that\s)?$")
_CAME_ROUND = re.compile(r"\s(?:came|rolled|was)\s(?:a?round|about|up)\b")
# "The month that lies three months behind us".
_LIES = re.compile(
    r"\b(?:month|quarter|half|year)\s(?:that\s|which\s)?(?:lies|lay|lying|is\snow)\s$"
)
_ROUGHLY = re.compile(r"\b(?:over|more than|less than|nearly|almost|under|at most)\s$")
_EXACTLY = re.compile(r"\b(?:exactly|precisely)\s$")
_YOUNGER = re.compile(r"\b(?:(?:(?:no|not)\s(?:older|more)|less|younger|newer)\sthan|at\smost)\s$")
_YEAR_BEFORE = re.compile(
    rf"\b(?P<year>{YEAR_AWAY})(?:['’]s)?,?\s"
    r"(?:(?:at|in|for|during|over)\s)?(?:(?:about|around|roughly|exactly)\s)?$"
)

_OVER_ALONE = re.compile(rf"\s(?:past|gone){CLAUSE_END}")
_ENDS_IN = re.compile(rf"\s(?:in\s)?(?:the\send\sof\s)?{MONTH}")
_NTH = re.compile(rf"\b(?P<nth>{'|'.join(ORDINALS)})[\s-]$")
_NUMBERED = re.compile(rf"\b{ORDINAL}[\s-]$")
_AWAY = ("ago", "back", "earlier", "before", "prior")
_APPROACHING = ("coming", "upcoming", "forthcoming")
# "The same three months of last year" are a quarter.
_AS_ONE = {3: Granularity.QUARTER, 6: Granularity.HALF, 12: Granularity.YEAR}
_FIGURED = (Granularity.MONTH, Granularity.QUARTER, Granularity.HALF)
_BY = re.compile(r"\b(?:by|at|before|until|till|to|through|around|towards?)\s(?:the\s)?$")
_SAYS_OVER = re.compile(r"\b(?:to have|that|which|we|just|now|already|recently|by|behind|last)\b")


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


def _read_other_year(it: UnitPhrase, anchor: date) -> Clue | None:
    """ "this month last year", "the same quarter of 2023", "the year-ago month"."""
    behind = it.behind(_YEAR_BEFORE)
    if it.has(THIS) and it.behind(_LAST_TIME) and _CAME_ROUND.match(it.low, it.end):
        here = unit_around(anchor, it.kind) if it.kind else None
        return it.known(here and here.shift_years(-1))
    said, like = it.said("year"), it.has(SAME, YEAR_AGO)
    if said and not it.words and it.unit != "half" and said.endswith(_AWAY):
        # "The quarter a year ago", but not "rose in the second quarter from a year earlier".
        like = it.kind is not None and not it.behind(_NUMBERED)
    if it.unit == "year" or not (like or it.has(THIS)):
        return None
    if said and not like and it.said("from"):
        return None  # "rose this month from a year ago"
    year = int(said) if said and said.isdigit() else None
    if said:
        it, years = it.with_after(), 0 if year else years_away(said)
    elif behind and behind["year"] != "the year":
        if it.low.endswith("half ", 0, behind.start()):
            here = unit_around(anchor, it.kind) if it.kind in _FIGURED else None
            steps = 6 / MONTHS_IN[here.granularity] if here else 0.5
            there = here.shift(-int(steps)) if here and steps >= 1 else None
            return replace(it, start=behind.start() - len("half ")).known(there)
        it, years = replace(it, start=behind.start()), years_away(behind["year"])
    elif it.has(YEAR_AGO):
        years = -1
    else:
        return None
    # With nothing to repeat, "the same period" is the time of year that it is now.
    kind = _AS_ONE.get(int(it.count), it.kind) if it.kind is Granularity.MONTH else it.kind
    here = unit_around(anchor, kind or Granularity.MONTH)
    there = here and here.shift_years(year - anchor.year if year else years)
    return Echo(it.start, it.end, kind, there, years, year=year) if like else it.known(there)


def _read_before_another(it: UnitPhrase, anchor: date) -> Clue | None:
    """ "the month before last", "two quarters before this one", "the penultimate month"."""
    if back := next((BACK[word] for word in it.words if word in BACK), 0):
        return it.away(anchor, -back)
    if it.said("but") and it.has(LAST, THIS):
        return it.with_after().away(anchor, -1 - it.has(LAST))
    if it.has(LAST, THIS) and (led := it.behind(_ONE_BEFORE)):
        return replace(it, start=led.start()).away(anchor, -1 - it.has(LAST))
    if (after := it.said("next")) and it.kind is not None:
        return it.with_after().away(anchor, 2 if after.endswith("next") else 1)
    other, unit = it.said("before"), it.said("before_unit")
    if it.unit == "period" and unit in KINDS:
        it = replace(it, unit=unit)
    if other is None or it.kind in (None, Granularity.DAY):
        return None
    last = other in (*LAST, "most recent") or " just " in other
    if unit in (None, "one") and it.count and (head := it.behind(_HEAD)):
        unit = head["unit"]  # "the month two years prior to this one"
    if unit and it.count and KINDS.get(unit) in _FIGURED and it.kind in MONTHS_IN:
        base = unit_around(anchor, KINDS[unit], -last)  # "a year before last month"
        steps, left = divmod(it.count * MONTHS_IN[it.kind], MONTHS_IN[KINDS[unit]])
        if base is not None and steps and not left:
            return it.with_after().known(base.shift(-int(steps)))
    away = it.said("away")  # "the quarter two before this one"
    return it.with_after().away(
        anchor, -last - (number(away) if away else int(it.count) or _find_place(it))
    )


def _read_ago(it: UnitPhrase, anchor: date) -> Clue | None:
    """ "two months ago", "a year and a half earlier", "the month before"."""
    if (nth := it.behind(_NTH)) and it.said("ago") == "back" and not it.count:
        at = replace(it.with_after(), start=nth.start())  # "the third month back"
        return at.away(anchor, -int(ORDINALS[nth["nth"]]))
    lies = it.behind(_LIES) if it.said("over") else None
    word = it.said("ago") or ("ago" if lies or it.behind(_GO_BACK) else None)
    if word is None or it.has(LAST, NEXT):
        return None
    if (unit := it.said("exact")) and it.kind is Granularity.YEAR:
        here = unit_around(anchor, KINDS[unit])  # "two years ago to the month"
        return it.with_after().known(here and here.shift_years(-int(it.count)))
    if it.behind(_ROUGHLY):
        young = word == "ago" and it.behind(_YOUNGER) and it.kind is not Granularity.YEAR
        return it.with_after().rolling(anchor, it.count) if young else None
    count = it.count + 0.5 * bool(it.said("half"))
    at = it.with_after() if lies or it.said("ago") else it
    size, unit = MADE_OF.get(it.unit, (1, it.unit))
    if count % 1 and unit == "year":
        size, unit = 12 * size, "month"
    kind, steps = KINDS.get(unit), -int(count * size)
    repeats = word not in ("ago", "back", "removed", "gone", "in the past")
    repeats = repeats and not word.endswith((" now", " today"))
    repeats = repeats and word not in ("since", "before this")
    if word == "before this" and not count:
        return at.away(anchor, -1)
    if word == "gone" and not count and not it.words and it.kind not in (None, Granularity.DAY):
        return at.away(anchor, -1)
    if count == 0:
        if not repeats or word == "earlier" or it.words or it.kind in (None, Granularity.DAY):
            return None
        steps = -1
    if kind is None or steps == 0:
        return None
    away = unit_around(anchor, kind, steps)
    if kind is Granularity.YEAR and (steps == -1 or repeats or it.behind(_EXACTLY)):
        # With nothing to repeat it is about the day that many years before today: whoever asks for
        # a monthly figure a year ago means that month.
        month = unit_around(anchor, Granularity.MONTH, 12 * steps) if count else away
        return Echo(at.start, at.end, None, month, years=steps)
    return Echo(at.start, at.end, kind, away, steps=steps) if repeats else at.known(away)


def _find_place(it: UnitPhrase) -> int:
    """3 of "the third month before this one"; 1 where no ordinal stands before it."""
    nth = it.behind(_NTH)
    return int(ORDINALS[nth["nth"]]) if nth else 1


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
    if it.has(("recent", "latest")) and it.has(WHOLE, OVER) and (nth := it.behind(_NTH)):
        # "The second most recent full year".
        return replace(it, start=nth.start()).away(anchor, -int(ORDINALS[nth["nth"]]))
    over = it.said("over")
    ends = it.after is not None and _ENDS_IN.match(it.low, it.after.end())
    if over and over.endswith("ended") and ends:
        return None  # "the year that ended in March", which the month decides
    if (
        over
        and not it.behind(_LIES)
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
    young = it.behind(_YOUNGER)
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
    _read_other_year,
    _read_before_another,
    _read_so_far,
    _read_running,
    _read_over,
    _read_rolling,
    _read_ago,
    _read_ordered,
)
