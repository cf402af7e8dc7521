"""The months, quarters and halves of a Korean period, by their place in it.

"작년 마지막 달", "올해 두 번째 분기", "지난 분기 첫 달", "올해 첫 석 달". Which period it is whose
part is meant stands before the words, and is for others to say.
"""

import re

from qa.lazy_regex import lazy_regex
from qa.periods.calendar import MONTHS_IN, Period, month_index, whole_months
from qa.periods.korean_words import COUNT, count_units

_FROM_FIVE = "다섯 여섯 일곱 여덟 아홉 열"
_PLACES = {
    **{f"{name}번째": n for n, name in enumerate(f"첫 두 세 네 {_FROM_FIVE} 열한 열두".split(), 1)},
    **{f"{name}째": n for n, name in enumerate(f"첫 둘 셋 넷 {_FROM_FIVE} 열한 열둘".split(), 1)},
    "첫": 1,
}
_LAST = ("마지막", "끝", "맨마지막", "맨끝")
_PLACE = "|".join(
    name.replace("번째", r"\s?번째").replace("맨", r"맨\s?")
    for name in sorted((*_PLACES, *_LAST), key=len, reverse=True)
)
PART_AFTER = (
    rf"의?\s?(?:맨\s)?(?P<place>{_PLACE})\s?(?:(?P<count>{COUNT})\s?)?"
    r"(?P<unit>분기|반기|개월|달)(?![점째별])"
)
_PART = lazy_regex(PART_AFTER)


def read_part_after(text: str, end: int, period: Period) -> tuple[int, Period] | None:
    """Where the words end that say which part of the period named up to `end` is meant, and it.

    None where there are none, or it has no such part.

    >>> from datetime import date
    >>> quarter = Period(date(2025, 7, 1), date(2025, 9, 30), Granularity.QUARTER)
    >>> read_part_after("지난 분기 마지막 달", 5, quarter)[1].first
    datetime.date(2025, 9, 1)
    """
    found = _PART.match(text, end) if period.granularity in MONTHS_IN else None
    if found is None:
        return None
    count, kind = count_units(found["count"] or "1", found["unit"])
    size = count * MONTHS_IN[kind]
    held = month_index(period.last) + 1 - month_index(period.first)
    name = re.sub(r"\s", "", found["place"])
    start = held - size if name in _LAST else (_PLACES[name] - 1) * MONTHS_IN[kind]
    if not (size and 0 <= start <= held - size):
        return None
    part = whole_months(month_index(period.first) + start, size)
    return None if part is None else (found.end(), part)
