"""Periods as only who asks for releases says them: which day or week, of the month now running.

"On the 15th", "since the 1st", "from Monday to Wednesday", "the past 48 hours", "the last few
days", "in the first week", "the first and second quarters", "the 2010s"; "15일에 나온",
"월요일부터 수요일까지", "최근 며칠 동안", "첫째 주에 발표된", "전주에 나온". A release says them
of what is to come as well, or of things that are no periods: of its text they are not read.

- A day or week without its month is the last that has begun; weekdays are the last that are over.
- So many hours reach back to the day that they begin on: of when on a day something is asked or
  published nothing is known. The past 48 hours are today and the two days before.
- A few days, weeks or months are five.
- In Korean a word of publishing has to follow, which tells "15일에 나온" from "15일에 끝나는" and
  "전주에 나온" from the town of Jeonju.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from qa.lazy_regex import lazy_regex
from qa.periods.calendar import (
    Granularity,
    Period,
    days,
    month_index,
    months,
    rolling,
    single_day,
    unit_around,
    week_of_month,
    whole_units,
)
from qa.periods.clues import Clue, Known, Named
from qa.periods.english_words import (
    DAY_OF_MONTH,
    NUMBER,
    ORDINALS,
    WEEKDAY,
    day_number,
    number,
    weekday_number,
)
from qa.periods.korean import DASH, DAY, WEEK_PLACE, week_place
from qa.periods.korean_words import PUBLISHED, kind_of
from qa.periods.numeric import WEEKDAYS_KO
from qa.periods.unit_phrases import KINDS

_FEW = 5
_DECADE_MONTHS = 120
# What may follow a day of which nothing is said but its number: no noun, as of "the 15th round".
_ALONE = (
    r"(?=\W*$|[,.;:?!)]|\s(?:about|on|onwards?|and|or|to|through|until|what|which|by|from|in|for|with"
    r"|regarding|concerning|please|that|were|was|is|are|have|has|did|forward|inclusive|related)\b)"
)
_NTH = rf"{DAY_OF_MONTH}(?:st|nd|rd|th)"
_ENGLISH = lazy_regex(
    r"\b(?=[abdfilopstu])(?:"
    rf"(?P<span>(?:from|between)\sthe\s(?P<n_from>{_NTH})\s(?:to|and|through|until|till)\s(?:the\s)?"
    rf"(?P<n_to>{_NTH}){_ALONE})"
    r"|(?:on|since|by|until|till|after|before|from|through|dated|to)\s(?:and\sincluding\s)?(?:the\s)?"
    rf"(?P<nth>(?P<n>{_NTH})(?:\sof\s(?:the|this|(?P<n_last>last|the\sprevious))\smonth\b|{_ALONE}))"
    r"|(?:in|during|from|of)\sthe\s(?P<week>(?P<w>first|second|third|fourth|fifth|last(?=\sweek\sof))\sweek"
    rf"(?:\sof\sthe\smonth\b|{_ALONE}))"
    rf"|(?P<weekdays>(?:from|between)\s(?P<d_from>{WEEKDAY})\s(?:to|through|until|till|and)\s"
    rf"(?P<d_to>{WEEKDAY}))(?!,?\s(?:of\s)?(?:last|this|next)\sweek)"
    rf"|(?P<hours>(?:last|past|previous)\s(?P<h>{NUMBER})\s?(?:hours?|hrs?)\b)"
    r"|(?P<few>(?:last|past|previous)\s(?:few|several)\s(?P<unit>day|week|month)s\b)"
    r")"
)
# "The first and second quarters of 2014": a release that says so reports on both, as of one time.
_PLACE = r"(?:first|1st|second|2nd|third|3rd|fourth|4th)"
_PLACES = lazy_regex(
    rf"\b(?P<first>{_PLACE}),?\s(?:(?P<between>{_PLACE}),?\s)?(?:and|or|vs\.?|versus|to)\s(?:(?:in|of)\s)?(?:the\s)?"
    rf"(?P<last>{_PLACE}\s(?P<unit>quarter|half|halve)s?(?:,?\s(?:(?:of|in)\s)?"
    r"(?P<year>(?:19|20)[0-9]{2}(?![0-9])))?)"
)
_PLURAL = lazy_regex(
    rf"\b(?P<last>{_PLACE}\s(?P<unit>quarter|halve)s\s(?:of|in)\s(?:both\s)?"
    r"(?P<year>(?:19|20)[0-9]{2})(?![0-9]))"
)
_DECADE = lazy_regex(r"\b(?P<year>(?:19|20)[0-9]0)(?:['’]?s\b|\s?년대)")
# Without one of these a text has none of them.
_HINT = lazy_regex(
    r"[0-9](?:st|nd|rd|th)\b|\b(?:few|several|h(?:ou)?rs?|(?:first|second|third|f\w+th|last)\sweek"
    r"|(?:from|between)\s\w+day)\b"
)
_SOON = rf"\s?(?:\S{{1,20}}\s)?{PUBLISHED}"
_KOREAN = lazy_regex(
    r"(?<![가-힣0-9.,~∼～〜–—-])(?<!월\s)(?<!달\s)(?:"
    rf"(?P<span>(?P<n_from>{DAY})(?:\s?일)?(?:{DASH}|부터\s|에서\s)(?P<n_to>{DAY})\s?일"
    rf"(?:까지|\s?사이)?)(?=(?:에|\s?동안)?{_SOON})"
    rf"|(?P<nth>(?P<n>{DAY})\s?일)(?=(?:에[는도]?|자로?|날|부터|까지|\s?이후에?){_SOON}|\s{PUBLISHED})"
    rf"|(?P<week>(?P<w>{WEEK_PLACE})\s?주(?:차)?)(?=(?:에[는도]?|의)?{_SOON})"
    rf"|(?<!이번\s)(?<!다음\s)(?<!오는\s)(?P<weekdays>(?P<d_from>[{WEEKDAYS_KO}])요일(?:부터|에서)\s"
    rf"(?P<d_to>[{WEEKDAYS_KO}])요일(?:까지|\s?사이)?)(?=에?{_SOON})"
    r"|(?P<hours>(?:지난|최근|요)\s?(?P<h>[1-9][0-9]{0,2})\s?시간(?:\s?(?:동안|사이|새|이내|내|간))?)"
    rf"(?=에?{_SOON})"
    r"|(?P<few>(?P<cue>(?:지난|최근|근래|요)\s?)?(?:며칠|몇\s?(?P<unit>일|주|달|개월))"
    rf"(?:간|\s?(?:동안|사이|새|내)|(?(cue)|(?!))))(?=에?{_SOON})"
    rf"|(?P<before>전\s?주)(?=에[는도]?\s{PUBLISHED})"
    r")"
)
_HINT_KO = lazy_regex(PUBLISHED)


def read_asked(text: str, low: str, anchor: date) -> Iterator[Clue]:
    """The periods of a question that are read of no release; `low` is `text` in lower case."""
    english = _ENGLISH.finditer(low) if _HINT.search(low) else ()
    korean = _KOREAN.finditer(text) if _HINT_KO.search(text) else ()
    for found in (*_PLACES.finditer(low), *_PLURAL.finditer(low)):
        kind = Granularity.QUARTER if found["unit"] == "quarter" else Granularity.HALF
        year = int(found["year"]) if found["year"] else None
        for name in found.re.groupindex.keys() & {"first", "between", "last"}:
            if said := found[name]:
                place = int(ORDINALS[said.split()[0]])
                yield Named(*found.span(name), kind, year, place)
    for found in _DECADE.finditer(low):
        if decade := months(12 * int(found["year"]), _DECADE_MONTHS, Granularity.RANGE):
            yield Known(found.start(), found.end(), decade)
    for found in (*english, *korean):
        name = found.lastgroup or ""
        if name == "few":
            kind = _kind(found["unit"])
            period, whole = rolling(anchor, _FEW, kind), whole_units(anchor, _FEW, kind)
        else:
            period, whole = _READERS[name](found, anchor), None
        if period is not None:
            yield Known(found.start(name), found.end(name), period, whole)


def _kind(unit: str | None) -> Granularity:
    if unit is None:  # 며칠
        return Granularity.DAY
    return KINDS[unit] if unit in KINDS else kind_of(unit)


def _read_nth(found: re.Match[str], anchor: date) -> Period | None:
    """ "On the 15th": of the month named, or the last that has begun."""
    last = "n_last" in found.re.groupindex and found["n_last"]
    return _begun(day_number(found["n"]), anchor, last=bool(last))


def _begun(day: int, anchor: date, *, last: bool = False) -> Period | None:
    for back in (1,) if last else (0, 1, 2):
        year, month = divmod(month_index(anchor) - back, 12)
        period = single_day(year, month + 1, day)
        if period is not None and period.first <= anchor:
            return period
    return None


def _read_span(found: re.Match[str], anchor: date) -> Period | None:
    """ "From the 3rd to the 12th", from the last of the one that has begun."""
    first, size = _begun(day_number(found["n_from"]), anchor), day_number(found["n_to"])
    if first is None:
        return None
    year, month = divmod(month_index(first.first) + (size < first.first.day), 12)
    last = single_day(year, month + 1, size)
    return last and days(first.first.toordinal(), last.first.toordinal(), Granularity.RANGE)


def _read_week(found: re.Match[str], anchor: date) -> Period | None:
    which = found["w"]
    place = (
        int(ORDINALS[which]) if which in ORDINALS else -1 if which == "last" else week_place(which)
    )
    weeks = (week_of_month(month_index(anchor) - back, place) for back in (0, 1, 2))
    return next((week for week in weeks if week and week.first <= anchor), None)


def _read_weekdays(found: re.Match[str], anchor: date) -> Period | None:
    """ "From Monday to Wednesday": the last Wednesday, and the Monday before it."""
    first, last = (_weekday(found[name]) for name in ("d_from", "d_to"))
    end = anchor.toordinal() - (anchor.weekday() - last) % 7
    return days(end - (last - first) % 7, end, Granularity.RANGE)


def _weekday(name: str) -> int:
    return WEEKDAYS_KO.index(name) if name in WEEKDAYS_KO else weekday_number(name) or 0


def _read_hours(found: re.Match[str], anchor: date) -> Period | None:
    whole_days = -(-number(found["h"]) // 24)
    return rolling(anchor, whole_days + 1, Granularity.DAY)


def _read_before(_found: re.Match[str], anchor: date) -> Period | None:
    return unit_around(anchor, Granularity.WEEK, -1)


_READERS: dict[str, Callable[[re.Match[str], date], Period | None]] = {
    "nth": _read_nth,
    "span": _read_span,
    "week": _read_week,
    "weekdays": _read_weekdays,
    "hours": _read_hours,
    "before": _read_before,
}
