"""English periods counted back from the day the words were written, or set in another year.

"Two months ago", "the month before last", "the third month back", "the quarter two before this
one", "this month last year". Readers of `qa.periods.relative`, each for one way of counting.
"""

from dataclasses import replace
from datetime import date

from qa.lazy_regex import lazy_regex
from qa.periods.calendar import MONTHS_IN, Granularity, unit_around
from qa.periods.clues import Clue, Echo
from qa.periods.english_words import ORDINAL, ORDINALS, YEAR_AWAY, number, years_away
from qa.periods.unit_phrases import (
    BACK,
    KINDS,
    LAST,
    MADE_OF,
    NEXT,
    SAME,
    THIS,
    YEAR_AGO,
    UnitPhrase,
)

_ONE_BEFORE = lazy_regex(r"\bone\s(?:right\s|just\s)?(?:before|preceding)\s$")
_GO_BACK = lazy_regex(
    r"\b(?:rewind|(?:go|going|count|counting|look|looking|step|turn|flip|roll|rolling|wind|winding)"
    r"(?:\sthe\s(?:clock|calendar|pages?))?\sback)\s(?:by\s)?$"
    r"|(?:^|[,:;]\s)back\s$"
)
_HEAD = lazy_regex(
    r"\b(?P<unit>month|quarter|half)\s(?:(?:that|which)\s(?:fell|falls|came|comes|was|is|lay|lies)\s)?"
    r"(?:(?:exactly|precisely|just|some)\s)?$"
)
# "The last time this quarter came around".
_LAST_TIME = lazy_regex(r"\blast\stime\s(?:that\s)?$")
_CAME_ROUND = lazy_regex(r"\s(?:came|rolled|was)\s(?:a?round|about|up)\b")
# "The month that lies three months behind us".
LIES = lazy_regex(
    r"\b(?:month|quarter|half|year)\s(?:that\s|which\s)?(?:lies|lay|lying|is\snow)\s$"
)
_ROUGHLY = lazy_regex(r"\b(?:over|more than|less than|nearly|almost|under|at most)\s$")
_EXACTLY = lazy_regex(r"\b(?:exactly|precisely)\s$")
YOUNGER = lazy_regex(r"\b(?:(?:(?:no|not)\s(?:older|more)|less|younger|newer)\sthan|at\smost)\s$")
_YEAR_BEFORE = lazy_regex(
    rf"\b(?P<year>{YEAR_AWAY})(?:['’]s)?,?\s"
    r"(?:(?:at|in|for|during|over)\s)?(?:(?:about|around|roughly|exactly)\s)?$"
)
NTH = lazy_regex(rf"\b(?P<nth>{'|'.join(ORDINALS)})[\s-]$")
_NUMBERED = lazy_regex(rf"\b{ORDINAL}[\s-]$")
_AWAY = ("ago", "back", "earlier", "before", "prior")
# "The same three months of last year" are a quarter.
_AS_ONE = {3: Granularity.QUARTER, 6: Granularity.HALF, 12: Granularity.YEAR}
_FIGURED = (Granularity.MONTH, Granularity.QUARTER, Granularity.HALF)


def read_other_year(it: UnitPhrase, anchor: date) -> Clue | None:
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


def read_before_another(it: UnitPhrase, anchor: date) -> Clue | None:
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


def _find_place(it: UnitPhrase) -> int:
    """3 of "the third month before this one"; 1 where no ordinal stands before it."""
    nth = it.behind(NTH)
    return int(ORDINALS[nth["nth"]]) if nth else 1


def read_ago(it: UnitPhrase, anchor: date) -> Clue | None:
    """ "two months ago", "a year and a half earlier", "the month before"."""
    if (nth := it.behind(NTH)) and it.said("ago") == "back" and not it.count:
        at = replace(it.with_after(), start=nth.start())  # "the third month back"
        return at.away(anchor, -int(ORDINALS[nth["nth"]]))
    lies = it.behind(LIES) if it.said("over") else None
    word = it.said("ago") or ("ago" if lies or it.behind(_GO_BACK) else None)
    if word is None or it.has(LAST, NEXT):
        return None
    if (unit := it.said("exact")) and it.kind is Granularity.YEAR:
        here = unit_around(anchor, KINDS[unit])  # "two years ago to the month"
        return it.with_after().known(here and here.shift_years(-int(it.count)))
    if it.behind(_ROUGHLY):
        young = word == "ago" and it.behind(YOUNGER) and it.kind is not Granularity.YEAR
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
