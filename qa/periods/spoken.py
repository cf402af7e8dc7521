"""Periods as people say them when they ask: roundabout, and all relative to the day.

"the month just ended", "two quarters back", "the last full year", "the month before this one",
"this month last year", "the corresponding quarter a year ago", "last year's third quarter",
"m-1". Plain relative words are left to `relative`, Korean to `spoken_korean`.
"""

import re
from collections.abc import Iterator
from datetime import date

from qa.periods.calendar import MONTHS_IN, Granularity, days, rolling
from qa.periods.clues import Clue
from qa.periods.english_words import MONTH, NUMBER, ORDINALS, month_number, number
from qa.periods.readers import (
    KINDS,
    Reader,
    a_year_ago,
    around,
    echo_before,
    echo_year_ago,
    first_group,
    known,
    part_of_year,
    read_branches,
)

_UNIT = r"(?:week|month|quarter|half(?:-year)?|year)"
_YEAR_AGO = (
    r"(?:last\syear|(?:a|one)\syear\s(?:ago|earlier|back|before|removed)"
    r"|the\s(?:previous|prior|preceding)\syear|the\syear\s(?:gone\sby|before))"
)
_LIKE = r"(?:same|like|corresponding|comparable|equivalent|matching|respective)"
_BRANCHES = {
    "short": r"(?:prev(?:ious|\.)?|prior|preceding|last)\s"
    r"(?P<short_unit>mth|mo|qtr|yr|wk|half-year)\.?"
    rf"|prev\.?\s(?P<prev_unit>{_UNIT})|(?P<after_unit>{_UNIT})\s(?:previous|prior)"
    r"(?=[.,;?!)]|\s*$)|(?P<step_unit>[mq])-(?P<step>1[0-2]|[1-9])(?![0-9])",
    "ended": r"(?:last|latest|past|most\srecent(?:ly)?)\s(?:full|completed?|whole|finished|closed"
    r"|entire|ended|concluded|elapsed|expired)\s(?:calendar\s)?"
    rf"(?P<ended_unit>{_UNIT})"
    rf"|(?P<over_unit>{_UNIT})\s(?:that\s|which\s|we\s)?(?:is\s|has\s|have\s|had\s)?(?:just\s"
    r"(?:ended|gone(?:\sby)?|past|passed|finished|closed|completed|elapsed|behind\sus"
    r"|left\sbehind|wrapped\sup)|left\sbehind|(?:directly\s|right\s)?behind\sus"
    r"|leading\sinto\sthis(?:\sone)?|gone\sby"
    r"|(?:ended|closed|finished|wrapped\sup)\s(?:most\srecently|last)"
    r"|(?:now|already)\s(?:over|past|ended|behind\sus|closed|gone))"
    rf"|this\spast\s(?P<past_unit>{_UNIT})",
    "back": rf"(?P<n>{NUMBER}|an?|a\scouple\sof)\s(?:calendar\s)?(?P<n_unit>{_UNIT})s?\s"
    r"(?:back|before\snow|prior\sto\sthis(?:\sone)?|gone|since|previous|in\sthe\spast)"
    r"|a\scouple\sof\s(?P<couple_unit>week|month|quarter|year)s\sago"
    r"|(?P<half_year>half\sa\syear)\s(?:ago|back)"
    rf"|(?:rewind|go(?:ing)?\sback|count(?:ing)?\sback)\s(?P<go>{NUMBER}|an?)\s(?P<go_unit>{_UNIT})s?",
    "before_last": rf"(?P<bl_unit>{_UNIT})\s(?:before|prior\sto|preceding)\s(?:the\s)?last"
    r"(?:\s(?:one|week|month|quarter|year))?"
    rf"|last\s(?P<but_unit>{_UNIT})\sbut\sone|(?:penultimate|(?:second|next)[-\s]to[-\s]last)\s"
    rf"(?P<pen_unit>{_UNIT})",
    "before_this": rf"(?P<b_unit>{_UNIT})\s(?:before|prior\sto|preceding|previous\sto)\s"
    r"(?:this\b|the\s(?:current|present|ongoing|running)\b)"
    r"(?:\s(?:one|week|month|quarter|half|year)\b)?",
    "this_last_year": r"this\s(?P<t_unit>week|month|quarter|half|time),?\s(?:of\s|in\s)?"
    rf"{_YEAR_AGO}"
    r"|(?:last\syear|(?:a|one)\syear\s(?:ago|earlier|back))\s(?:at\sthis\stime"
    r"|(?:in\s|for\s)?this\s(?P<y_unit>week|month|quarter|half))",
    "like": rf"(?:year-ago|year-earlier|prior-year|previous-year)\s(?P<l_unit>{_UNIT}|period)"
    rf"|(?!same){_LIKE}\s(?P<c_unit>{_UNIT}|period)\s(?:of\s|in\s|from\s)?{_YEAR_AGO}"
    rf"|last\syear['’]s\s{_LIKE}\s(?P<p_unit>{_UNIT}|period)"
    rf"|(?:a|one)\syear\s(?:ago|earlier|back)\s(?:in\s|for\s|during\s)?the\s{_LIKE}\s"
    rf"(?P<a_unit>{_UNIT}|period)",
    "of_year": r"(?P<which>last|this|next)\syear['’]s\s(?:(?P<month>" + MONTH + r")"
    rf"|(?P<place>{'|'.join(ORDINALS)})\s(?P<part>quarter|half))"
    rf"|(?P<ago_month>{MONTH})\s(?:a|one)\syear\s(?:ago|back|earlier)",
    "days": r"(?P<fortnight>(?:last|past|previous)\sfortnight)"
    r"|(?P<weekend>(?:last|this\spast)\sweekend)|day\sbefore\syesterday",
    "present": rf"(?:ongoing|running|present)\s(?P<now_unit>{_UNIT})",
    "foregoing": rf"foregoing\s(?P<f_unit>{_UNIT})",
}
_SPOKEN = re.compile(
    r"\b(?=[0-9ltmpwqhatocersfnyjdp])(?<!-)(?:"
    + "|".join(f"(?P<is_{name}>{branch})" for name, branch in _BRANCHES.items())
    + r")(?![0-9a-z_])"
)
# Without one of these a text has none of the above.
_HINT = re.compile(
    r"full|complete|whole|finished|closed|entire|just|gone|past|back|couple|half a|before th|prior"
    r"|preceding|previous|this|year|ongoing|running|present|foregoing|last|prev|left|behind"
    r"|wrapped|rewind|now|[mq]-[1-9]|yesterday|penult|since"
)


def read_spoken(low: str, anchor: date) -> Iterator[Clue]:
    """The roundabout periods of an English text, in order. `low` is the text in lower case."""
    if _HINT.search(low):
        yield from read_branches(_SPOKEN, low, anchor, _READERS)


def _read_ended(found: re.Match[str], anchor: date) -> Clue | None:
    return around(found, anchor, first_group(found, "ended_unit", "over_unit", "past_unit"), -1)


def _read_back(found: re.Match[str], anchor: date) -> Clue | None:
    if found["half_year"]:
        return around(found, anchor, "month", -6)
    words = found["n"] or "a couple of"
    words = found["go"] or words
    count = 2 if words == "a couple of" else number(words)
    return around(found, anchor, first_group(found, "n_unit", "couple_unit", "go_unit"), -count)


def _read_short(found: re.Match[str], anchor: date) -> Clue | None:
    if found["step"]:
        unit = {"m": "month", "q": "quarter"}[found["step_unit"]]
        return around(found, anchor, unit, -int(found["step"]))
    short = {"mth": "month", "mo": "month", "qtr": "quarter", "yr": "year", "wk": "week"}
    unit = found["after_unit"] or found["prev_unit"] or found["short_unit"]
    return around(found, anchor, short.get(unit, unit), -1)


def _read_this_last_year(found: re.Match[str], anchor: date) -> Clue | None:
    return a_year_ago(found, anchor, first_group(found, "t_unit", "y_unit"))


def _read_like(found: re.Match[str], anchor: date) -> Clue:
    return echo_year_ago(found, anchor, first_group(found, "l_unit", "c_unit", "p_unit", "a_unit"))


def _read_of_year(found: re.Match[str], anchor: date) -> Clue | None:
    if found["ago_month"]:
        number = month_number(found["ago_month"])
        return part_of_year(found, anchor.year - 1, Granularity.MONTH, number)
    year = anchor.year + {"last": -1, "this": 0, "next": 1}[found["which"]]
    if found["month"]:
        return part_of_year(found, year, Granularity.MONTH, month_number(found["month"]))
    kind, place = KINDS[found["part"]], ORDINALS[found["place"]]
    return part_of_year(found, year, kind, place) if place <= 12 // MONTHS_IN[kind] else None


def _read_days(found: re.Match[str], anchor: date) -> Clue | None:
    if found["fortnight"]:
        return known(found, rolling(anchor, 14, Granularity.DAY))
    here = anchor.toordinal()
    if found["weekend"]:
        sunday = here - anchor.weekday() - 1
        return known(found, days(sunday - 1, sunday, Granularity.RANGE))
    return known(found, days(here - 2, here - 2, Granularity.DAY))


def _read_foregoing(found: re.Match[str], anchor: date) -> Clue:
    return echo_before(found, anchor, found["f_unit"])


_READERS: dict[str, Reader] = {
    "is_short": _read_short,
    "is_ended": _read_ended,
    "is_back": _read_back,
    "is_before_last": lambda found, anchor: around(
        found, anchor, first_group(found, "bl_unit", "but_unit", "pen_unit"), -2
    ),
    "is_before_this": lambda found, anchor: around(found, anchor, found["b_unit"], -1),
    "is_this_last_year": _read_this_last_year,
    "is_like": _read_like,
    "is_of_year": _read_of_year,
    "is_days": _read_days,
    "is_present": lambda found, anchor: around(found, anchor, found["now_unit"], 0),
    "is_foregoing": _read_foregoing,
}
