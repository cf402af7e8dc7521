"""Korean days and weekends by their place around the day the words were written.

"어제", "그저께", "지난 금요일", "월요일 이후", "지난 주말". A weekday alone is not read.
"""

from collections.abc import Iterator
from datetime import date

from qa.lazy_regex import lazy_regex
from qa.periods.calendar import Granularity, days
from qa.periods.clues import Clue, Known
from qa.periods.korean import WORD_END
from qa.periods.numeric import WEEKDAYS_KO

_DAYS = {
    "그끄저께": -3,
    "그저께": -2,
    "그제": -2,
    "엊그제": -3,
    "엊그저께": -3,
    "어제": -1,
    "어제오늘": -1,
    "어저께": -1,
    "작일": -1,
    "오늘": 0,
    "금일": 0,
    "내일": 1,
    "모레": 2,
}
_AROUND = lazy_regex(
    r"(?=[그엊어작오금내모지이다주월화수목토일])(?<![가-힣0-9.,])(?:"
    rf"(?P<day>{'|'.join(_DAYS)}){WORD_END}"
    r"|(?:(?P<e_which>지난|이번|다음|오는)\s?)?(?P<weekend>주말)(?(e_which)|(?=\s?(?:사이|동안|새|에\s)))"
    rf"|(?:(?P<which>지난|이번|오는|다음)\s(?P<w>[{WEEKDAYS_KO}])요일"
    rf"|(?P<bare>[{WEEKDAYS_KO}])요일(?=에|\s?이후|\s?부터(?!\s?\S*요일))))"
)


def read_korean_days(text: str, anchor: date) -> Iterator[Clue]:
    """The days around the anchor, in order."""
    here = anchor.toordinal()
    for found in _AROUND.finditer(text):
        last = None
        if found["day"]:
            first = here + _DAYS[found["day"]]
            last = here - 1 if found["day"].startswith("엊") else None
            last = here if found["day"].endswith("오늘") and first < here else last
        elif found["weekend"]:
            first = _saturday(found["e_which"], anchor)
            last = first + 1
        else:
            first = _weekday(found["which"], WEEKDAYS_KO.index(found["w"] or found["bare"]), anchor)
        period = days(first, last or first, Granularity.RANGE if last else Granularity.DAY)
        if period is not None:
            yield Known(*found.span(), period)


def _saturday(which: str | None, anchor: date) -> int:
    this = anchor.toordinal() - anchor.weekday() + 5
    if which in ("이번", "오는"):
        return this
    if which == "다음":
        return this + 7
    return this if which is None and anchor.weekday() > 4 else this - 7


def _weekday(which: str | None, weekday: int, anchor: date) -> int:
    here = anchor.toordinal()
    monday = here - anchor.weekday()
    if which == "오는":
        return here + (weekday - anchor.weekday()) % 7
    if which in ("이번", "다음"):
        return monday + 7 * (which == "다음") + weekday
    before = here - (which == "지난")
    return before - (before - 1 - weekday) % 7
