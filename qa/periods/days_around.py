"""English days and weekends by their place around the day the words were written.

"yesterday", "the day before yesterday", "last Thursday", "since Monday", "Friday of last week",
"over the weekend". A weekday alone is not read ("Monday Creek", "Thursday's child").

"This Friday" is the one of this week and "next Friday" the one of the next; "last Friday" is the
latest before today. "On Friday" is the next when the sentence says "will", else the latest.
"""

import re
from collections.abc import Iterator
from datetime import date

from qa.lazy_regex import lazy_regex
from qa.periods.calendar import Granularity, days
from qa.periods.clues import Clue, Known
from qa.periods.english_words import WEEKDAY, weekday_number

_DAYS = {
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}
# "Tomorrow's industries" are of a time, not of a day.
_NO_AGE = (
    r"(?![’']s\s(?:econom|world|societ|global|market|industr|technolog|youth|generation|talent"
    r"|leader))"
)
_RELEASE = (
    r"['’]s\s(?:(?:press|news)\s)?"
    r"(?:release|announcement|statement|briefing|notice|news|update|publication|report|post)"
)
_AROUND = lazy_regex(
    r"\b(?=[ydtlmwfosbnau])(?<!-)(?:"
    r"(?P<day>day\sbefore\syesterday|day\safter\stomorrow"
    rf"|(?:yesterday|(?<!of\s)tomorrow(?!['’]s)|today){_NO_AGE}|tonight|last\snight"
    r"|this\s(?:morning|afternoon|evening)"
    r"|(?<=since\s)new\syear(?:['’]s\sday)?|(?<=since\sthe\s)new\syear)"
    rf"|(?:from\s|between\s)?(?P<w_from>{WEEKDAY})\s(?:to|through|until|and)\s(?P<w_to>{WEEKDAY})"
    r",?\s(?:of\s)?(?P<weeks>last|this|next)\sweek"
    r"|(?:(?P<which>last|past|this|next|coming)\s{1,2})?(?P<weekend>weekend)(?!\sof\b)"
    rf"|(?:(?P<w_which>(?:this\s)?past|on|last|this|next|by|until|since|after|before|from)\s{{1,2}})?"
    rf"(?P<w>{WEEKDAY})(?:,?\s(?:of\s)?(?P<w_week>last|this|next)\sweek)?"
    r"(?!\s(?:mornings|nights|evenings)|\s?(?:[-–—]|to\s|through\s)\s?(?:mon|tue|wed|thu|fri|sat|sun))"
    rf"(?P<known>\s(?:onwards?|or\slater)|(?={_RELEASE}))?)(?![0-9a-z_])"
)
# Without one of these a text has none of the above.
_HINTS = ("day", "weekend", "night", "tomorrow", "this ", "new year")
_WILL = lazy_regex(r"\b(?:will|shall|to\sbe)\b[^.?!]*$")
_WEEKS = {"last": -1, "this": 0, "next": 1}
# Words that belong to a day, where others only stand before it.
_PART_OF = ("last", "past", "this past", "this", "next")


def read_days_around(low: str, anchor: date) -> Iterator[Clue]:
    """The days around the anchor, in order. `low` is the text in lower case."""
    if not any(word in low for word in _HINTS):
        return
    for found in _AROUND.finditer(low):
        if found["day"]:
            day = anchor.toordinal() + _DAYS.get(found["day"], 0)
            if found["day"].startswith("new"):
                day = anchor.replace(month=1, day=1).toordinal()
            clue = _clue(found.start(), found.end(), day)
        elif found["weeks"]:
            monday = anchor.toordinal() - anchor.weekday() + 7 * _WEEKS[found["weeks"]]
            first, last = (weekday_number(found[name]) or 0 for name in ("w_from", "w_to"))
            clue = _clue(*found.span(), monday + first, monday + last) if first < last else None
        elif found["weekend"]:
            clue = _weekend(found, anchor)
        else:
            clue = _weekday(found, anchor)
        if clue is not None:
            yield clue


def _clue(start: int, end: int, first: int, last: int | None = None) -> Clue | None:
    kind = Granularity.DAY if last is None else Granularity.RANGE
    period = days(first, last or first, kind)
    return None if period is None else Known(start, end, period)


def _weekend(found: re.Match[str], anchor: date) -> Clue | None:
    which = found["which"]
    before = found.string[max(0, found.start() - 12) : found.start()]
    if which is None and not before.endswith(("over the ", "at the ", "on the ", "since the ")):
        return None
    ahead = which is None and _WILL.search(found.string, max(0, found.start() - 200), found.start())
    saturday = anchor.toordinal() - anchor.weekday() + 5
    past = which in ("last", "past") or (which is None and anchor.weekday() < 5 and not ahead)
    saturday += 7 * (which in ("next", "coming") and anchor.weekday() > 4) - 7 * past
    return _clue(found.start(), found.end("weekend"), saturday, saturday + 1)


def _weekday(found: re.Match[str], anchor: date) -> Clue | None:
    which, weekday = found["w_which"], weekday_number(found["w"]) or 0
    if not (which or found["w_week"] or found["known"] is not None):
        return None
    here = anchor.toordinal()
    monday = here - anchor.weekday()
    if found["w_week"] or which in ("this", "next"):
        day = monday + 7 * _WEEKS[found["w_week"] or which] + weekday
    elif which in ("by", "until") or (
        which == "on" and _WILL.search(found.string, max(0, found.start() - 200), found.start())
    ):
        day = here + (weekday - anchor.weekday()) % 7
    else:
        before = here - (which in ("last", "past", "this past"))
        day = before - (before - 1 - weekday) % 7
    start = found.start() if which in _PART_OF else found.start("w")
    return _clue(start, found.start("known") if found["known"] else found.end(), day)
