"""The day of publication as pages, feeds and files write it, in English and Korean.

Only a text that is nothing but a day counts, with a label before it, a weekday or a time behind
it. A day that may be two (03/04/2025) is none. The stamps are those of RFC 3339
(https://www.rfc-editor.org/rfc/rfc3339) and RFC 5322; listings have their own, narrower rule in
`qa.reading.listing`. What a text says about days is left to `qa.periods`.
"""

import re
from datetime import UTC, date, datetime, timedelta

from qa.lazy_regex import lazy_regex
from qa.periods.month_names import month_number
from qa.reading.identity import clean_line
from qa.records import UNDATED

_WIDTH = 100  # characters; a longer text is no day
_NAMES = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_WEEKDAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?|[월화수목금토일](?:요일)?"
)
_ZONE = r"(?P<zone>Z|UTC|GMT|KST|[+-]\d{2}:?\d{2})"
_TIME = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    rf"(?: ?(?P<half>[ap]\.?m\.?))?(?: ?{_ZONE})?"
)
_BEHIND = rf"(?:,? ?\(?(?:{_WEEKDAY})\)?)?(?:(?:T|,? (?:at )?)(?:(?:오전|오후) ?)?{_TIME})?"
_BEFORE = rf"(?:\(?(?:{_WEEKDAY})\)?,? ?)?"
_YEAR, _MONTH, _DAY = r"(?P<year>[12]\d{3})", r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})"
_NAMED = rf"(?P<name>{_NAMES})\.?"
_NTH = r"(?:st|nd|rd|th)?"
_FORMS = tuple(
    lazy_regex(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}-{_MONTH}-{_DAY}{_BEHIND}",
        rf"{_YEAR}[./] ?{_MONTH}[./] ?{_DAY}\.?{_BEHIND}",
        rf"{_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}}){_BEHIND}",
        rf"{_YEAR} ?년 ?{_MONTH} ?월 ?{_DAY} ?일{_BEHIND}",
        rf"['’](?P<short>\d{{2}})\. ?{_MONTH}\. ?{_DAY}\.?{_BEHIND}",
        rf"{_BEFORE}{_NAMED} ?{_DAY}{_NTH},? ?{_YEAR}{_BEHIND}",
        rf"{_BEFORE}{_DAY}{_NTH}[ -](?:of )?{_NAMED},?[ -]{_YEAR}{_BEHIND}",
        rf"(?P<first>\d{{1,2}})(?P<dot>[/.-])(?P<second_number>\d{{1,2}})(?P=dot){_YEAR}{_BEHIND}",
    )
)
_LABEL = (
    r"(?:registration|release|publication|publish(?:ed|ing)?|posted|posting|issued?|press release)"
    r" ?date|date(?: (?:of (?:issue|publication|release|registration)|published|posted|issued"
    r"|registered))?|(?:first )?(?:published|posted|released|issued)(?: (?:on|at))?|registered"
    r"|(?:등록|작성|게시|게재|보도|배포|발표|발행|공개|입력) ?(?:일시|일자|일|시간)?|날짜|일자|일시"
)
_IS_LABEL = lazy_regex(rf"(?:{_LABEL}) ?[:：|]?", re.IGNORECASE)
_LABELLED = lazy_regex(rf"[\[(<]?(?:{_LABEL})[\])>]? ?[:：|]? ?", re.IGNORECASE)
_AFTER = lazy_regex(r"(?:^|[|•·,;/>] ?)", re.MULTILINE)


def read_day(text: str, *, utc_offset: timedelta | None = None) -> date | None:
    """The day that `text` is, label or not; None when it is anything else, or no day that exists.

    The day is taken as written, where it was written. Only a stamp in UTC, with a time other than
    midnight, is moved by `utc_offset`, to the day it was at the publisher's.

    >>> read_day("Registration date Dec. 1, 2025"), read_day("2025년 12월 1일(월) 11:00")
    (datetime.date(2025, 12, 1), datetime.date(2025, 12, 1))
    >>> read_day("2025-11-30T15:10:00Z", utc_offset=timedelta(hours=9)), read_day("03/04/2025")
    (datetime.date(2025, 12, 1), None)
    """
    line = clean_line(text[: 2 * _WIDTH]) if len(text) <= 2 * _WIDTH else ""
    if not line or len(line) > _WIDTH:
        return None
    starts = {0, match.end() if (match := _LABELLED.match(line)) else 0}
    for form, start in ((form, start) for start in sorted(starts) for form in _FORMS):
        if match := form.fullmatch(line, start):
            return _make_day(match, utc_offset)
    return None


def is_label(text: str) -> bool:
    """Whether `text` is nothing but the label of a day of publication.

    >>> is_label("등록일"), is_label("Date:"), is_label("Last updated")
    (True, True, False)
    """
    return len(text) <= _WIDTH and _IS_LABEL.fullmatch(clean_line(text)) is not None


def has_label(text: str) -> bool:
    """Whether `text` begins with such a label and goes on.

    >>> has_label("Date 2025-12-01"), has_label("2025-12-01")
    (True, False)
    """
    line = clean_line(text[:_WIDTH])
    match = _LABELLED.match(line)
    return match is not None and match.end() < len(line)


def find_labelled_day(text: str) -> date | None:
    """The first day with a label before it that stands at the start of a line or of a part of one.

    >>> find_labelled_day("Writer: Kim | Date: 2025-12-01 | Views: 33")
    datetime.date(2025, 12, 1)
    """
    for place in _AFTER.finditer(text):
        label = _LABELLED.match(text, place.end())
        if label is None:
            continue
        rest = clean_line(text[label.end() : label.end() + _WIDTH].split("\n")[0])
        for form in _FORMS:
            match = form.match(rest)
            if match and not rest[match.end() : match.end() + 1].isalnum():
                return _make_day(match, None)
    return None


def read_day_by(text: str, form: str) -> date | None:
    """The day that `text` is by a form in the codes of strptime, such as "%d/%m/%Y".

    >>> read_day_by("03/04/2025", "%d/%m/%Y")
    datetime.date(2025, 4, 3)
    """
    try:
        return datetime.strptime(clean_line(text), form).date()
    except (ValueError, re.error):
        return None


def _make_day(match: re.Match[str], utc_offset: timedelta | None) -> date | None:
    given = match.groupdict()
    if given.get("first"):
        numbers = _order(int(given["first"]), int(given["second_number"]))
        if numbers is None:
            return None
        day, month = numbers
    else:
        day = int(given["day"])
        name = given.get("name")
        month = month_number(name) if name else int(given["month"])
    year = int(given["year"]) if given.get("year") else 2000 + int(given["short"])
    try:
        found = date(year, month, day)
        if utc_offset is not None and _is_utc(given.get("zone")):
            hour, minute, second = (int(given[part] or 0) for part in ("hour", "minute", "second"))
            moment = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
            if (hour, minute, second) != (0, 0, 0):
                found = (moment + utc_offset).date()
    except (ValueError, OverflowError):
        return None
    return None if found == UNDATED else found


def _order(first: int, second: int) -> tuple[int, int] | None:
    """Day and month of two numbers of which one can only be the day, or that are equal."""
    if first == second or first > 12:
        return first, second
    return (second, first) if second > 12 else None


def _is_utc(zone: str | None) -> bool:
    return zone is not None and zone.upper().replace(":", "") in ("Z", "UTC", "GMT", "+0000")
