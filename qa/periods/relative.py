"""English periods that hang on the day the words were written, or on a period named before.

"yesterday", "last week", "so far this year", "the past three months", "two months ago", "last
Thursday"; "a year earlier", "the previous quarter", "the same month last year". Names and numbers
of months, quarters and years are left to `english`.

"This Friday" is the one of this week and "next Friday" the one of the next; "last Friday" is the
latest before today. "On Friday" is the next when the sentence says "will", else the latest.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from qa.periods.calendar import Granularity, Period, days, rolling, unit_around
from qa.periods.clues import Clue, Echo, Known
from qa.periods.english_words import NUMBER, WEEKDAY, YEAR, number, weekday_number

_UNIT = r"(?:day|week|month|quarter|year|decade)"
_KINDS = {
    "day": Granularity.DAY,
    "week": Granularity.WEEK,
    "month": Granularity.MONTH,
    "quarter": Granularity.QUARTER,
    "half": Granularity.HALF,
    "year": Granularity.YEAR,
}
_BRANCHES = {
    "day": r"today(?![’']s\s(?:econom|world|societ|global|market))|yesterday"
    r"|(?<!of\s)tomorrow|tonight"
    r"|last\snight|this\s(?:morning|afternoon|evening)",
    "so_far": r"(?:so|thus)\sfar\sthis\s(?P<f_unit>year|month|quarter|week)"
    r"|this\s(?P<f_this>year|month|quarter|week)\s(?:so\sfar|(?:up\s)?(?:to\sdate|(?:un)?til\snow)"
    r"|up\suntil\snow|up\sto\snow)|(?P<f_date>year|month|quarter)[-\s]to[-\s]date|ytd",
    "count": rf"(?P<n_which>last|past|previous|prior|preceding|next|following|coming)\s{{1,2}}"
    rf"(?P<n>{NUMBER})\s{{1,2}}(?:full\s|fiscal\s|calendar\s)?(?P<n_unit>{_UNIT})s",
    "unit": r"(?P<u_which>last|this|next|past|current|previous|prior|preceding|following)\s{1,2}"
    rf"(?:fiscal\s|calendar\s)?(?P<u>{_UNIT})(?!\sof\b)",
    "edge": r"(?:beginning|start|middle|end|close|rest|remainder|course)\sof\sthe\s"
    r"(?P<e>week|month|quarter|year)|(?P<e_year>year(?:['’]s)?[-\s]?end)",
    "ago": rf"(?P<a_n>{NUMBER}|an?)\s{{1,2}}(?P<a_unit>{_UNIT})s?\s{{1,2}}"
    r"(?P<a_word>ago|earlier(?!\sthan)|(?:before|prior|previously)(?=[.,;?!)]|\s*$))",
    "before_last": r"(?P<l_unit>week|month|quarter|year)\sbefore\slast",
    "before": r"(?<=the\s)(?P<b_unit>month|quarter|year)\s(?:before|prior)(?=[.,;?!)]|\s*$)",
    "same": r"same\s{1,2}(?P<s_unit>day|week|month|quarter|half|period|time)\s{1,2}"
    r"(?:(?:of|in|from)\s)?(?:(?P<s_last>last\syear|the\s(?:previous|prior|preceding)\syear"
    rf"|(?:a|one)\syear\s(?:ago|earlier|before)|the\syear\sbefore)|(?P<s_y>{YEAR}))",
    "weekday": rf"(?:(?P<w_which>on|last|this|next|by|until)\s{{1,2}})?(?P<w>{WEEKDAY})"
    r"(?:,?\s(?:of\s)?(?P<w_week>last|this|next)\sweek)?(?!\s(?:mornings|nights|evenings))",
}
# How every branch begins, looked at first because few words do.
_BEGIN = (
    r"\b(?=[1-9]|t(?:o[dmn]|h[iur]|ue|w[eo]|en)|y(?:e[as]|td)|last|so\s|nex|past|pr[ei]|fo[lu]|co[mu]|curr"
    r"|begi|star|mi[d]|e(?:nd|igh|lev)|clos|re[sm]|sa[mt]|s(?:un|ix|ev)|mon|we[de]|fri|fi[fv]|on[\se]"
    r"|by\s|unti|qua|a[n\s]|nine)(?<!-)"
)
_RELATIVE = re.compile(
    rf"{_BEGIN}(?:"
    + "|".join(f"(?P<is_{name}>{branch})" for name, branch in _BRANCHES.items())
    + r")(?![0-9a-z_])"
)
_ROUGHLY = re.compile(r"\b(?:over|more than|less than|nearly|almost|under)\s$")
_WILL = re.compile(r"\b(?:will|shall|to\sbe)\b[^.?!]*$")
_WEEKS = {"last": -1, "this": 0, "next": 1}


def read_relative(low: str, anchor: date) -> Iterator[Clue]:
    """The relative periods of a text, in order. `low` is the text in lower case."""
    for found in _RELATIVE.finditer(low):
        clue = _READERS[found.lastgroup or ""](found, anchor)
        if clue is not None:
            yield clue


def _known(found: re.Match[str], period: Period | None, group: str | int = 0) -> Clue | None:
    return Known(found.start(group), found.end(), period) if period is not None else None


def _read_day(found: re.Match[str], anchor: date) -> Clue | None:
    away = {"yesterday": -1, "tomorrow": 1}.get(found[0], -1 if found[0][0] == "l" else 0)
    return _known(found, unit_around(anchor, Granularity.DAY, away))


def _read_so_far(found: re.Match[str], anchor: date) -> Clue | None:
    unit = found["f_unit"] or found["f_this"] or found["f_date"] or "year"
    whole = unit_around(anchor, _KINDS[unit])
    if whole is None:
        return None
    return _known(found, days(whole.first.toordinal(), anchor.toordinal(), Granularity.RANGE))


def _read_count(found: re.Match[str], anchor: date) -> Clue | None:
    ahead = found["n_which"] in ("next", "following", "coming")
    return _known(found, _rolling(anchor, number(found["n"]), found["n_unit"], ahead))


def _rolling(anchor: date, count: int, unit: str, ahead: bool) -> Period | None:
    if unit == "decade":
        count, unit = 10 * count, "year"
    return rolling(anchor, -count if ahead else count, _KINDS[unit])


def _read_unit(found: re.Match[str], anchor: date) -> Clue | None:
    which, unit = found["u_which"], found["u"]
    if unit in ("day", "decade") and which not in ("previous", "following"):
        return _known(found, _rolling(anchor, 1, unit, False)) if which == "past" else None
    if unit == "decade":
        return None
    kind = _KINDS[unit]
    if which in ("previous", "prior", "preceding", "following"):
        # "The following year" never means the one after today's.
        if which == "following":
            return Echo(*found.span(), kind, None, steps=1)
        return Echo(*found.span(), kind, unit_around(anchor, kind, -1), steps=-1)
    the_last = which == "last" and found.string.endswith("the ", 0, found.start())
    if which == "past" or (the_last and unit != "quarter"):
        return _known(found, _rolling(anchor, 1, unit, False))
    return _known(found, unit_around(anchor, kind, _WEEKS.get(which, 0)))


def _read_edge(found: re.Match[str], anchor: date) -> Clue | None:
    return _known(found, unit_around(anchor, _KINDS[found["e"] or "year"]))


def _read_ago(found: re.Match[str], anchor: date) -> Clue | None:
    count, unit, word = number(found["a_n"]), found["a_unit"], found["a_word"]
    if unit == "decade" or _ROUGHLY.search(found.string, max(0, found.start() - 12), found.start()):
        return None
    kind = _KINDS[unit]
    away = unit_around(anchor, kind, -count)
    if unit == "year" and (count == 1 or word != "ago"):
        # With nothing to repeat it is about the day that many years before today: whoever asks for
        # a monthly figure a year ago means that month.
        month = unit_around(anchor, Granularity.MONTH, -12 * count)
        return Echo(*found.span(), None, month, years=-count)
    return _known(found, away) if word == "ago" else Echo(*found.span(), kind, away, steps=-count)


def _read_before_last(found: re.Match[str], anchor: date) -> Clue | None:
    return _known(found, unit_around(anchor, _KINDS[found["l_unit"]], -2))


def _read_before(found: re.Match[str], anchor: date) -> Clue | None:
    kind = _KINDS[found["b_unit"]]
    away = unit_around(anchor, kind, -1)
    if kind is Granularity.YEAR:
        return Echo(*found.span(), None, away, years=-1)
    return Echo(*found.span(), kind, away, steps=-1)


def _read_same(found: re.Match[str], anchor: date) -> Clue | None:
    year = int(found["s_y"]) if found["s_y"] else None
    kind = _KINDS.get(found["s_unit"])
    # With nothing to repeat, "the same period" is the time of year that it is now.
    like = unit_around(anchor, kind or Granularity.MONTH)
    years = -1 if year is None else year - anchor.year
    otherwise = like.shift_years(years) if like is not None else None
    return Echo(*found.span(), kind, otherwise, years=-1 if year is None else 0, year=year)


def _read_weekday(found: re.Match[str], anchor: date) -> Clue | None:
    which, weekday = found["w_which"], weekday_number(found["w"]) or 0
    if not (which or found["w_week"]):
        return None  # "Monday Creek", "Thursday's child"
    here = anchor.toordinal()
    monday = here - anchor.weekday()
    group = "w" if which in ("on", "by", "until") else 0
    if found["w_week"] or which in ("this", "next"):
        day = monday + 7 * _WEEKS[found["w_week"] or which] + weekday
    elif which in ("by", "until") or (
        which == "on" and _WILL.search(found.string, max(0, found.start() - 200), found.start())
    ):
        day = here + (weekday - anchor.weekday()) % 7
    else:
        before = here - (which == "last")
        day = before - (before - 1 - weekday) % 7
    return _known(found, days(day, day, Granularity.DAY), group)


_READERS: dict[str, Callable[[re.Match[str], date], Clue | None]] = {
    "is_day": _read_day,
    "is_so_far": _read_so_far,
    "is_count": _read_count,
    "is_unit": _read_unit,
    "is_edge": _read_edge,
    "is_ago": _read_ago,
    "is_before_last": _read_before_last,
    "is_before": _read_before,
    "is_same": _read_same,
    "is_weekday": _read_weekday,
}
