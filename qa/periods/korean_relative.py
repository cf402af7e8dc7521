"""Korean periods that hang on the day the words were written, or on a period named before.

"어제", "지난주 목요일", "이달 11일", "올해 들어", "최근 3개월", "3개월 전", and what repeats
another: "전년 동월", "지난해 같은 기간", "전분기". Names and numbers of months, quarters and years
are left to `korean`.

"전년 동월 대비" and the like are "year-on-year": a comparison, not a period, and not read.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from qa.periods.calendar import Granularity, days, month_index, rolling, same_day, unit_around
from qa.periods.clues import Clue, Echo, Known, Named
from qa.periods.korean import DAY, IS_DAY, WORD_END, weekday_after, weekday_said
from qa.periods.numeric import WEEKDAYS_KO

_WORDS = {
    "어제": (Granularity.DAY, -1),
    "오늘": (Granularity.DAY, 0),
    "금일": (Granularity.DAY, 0),
    "내일": (Granularity.DAY, 1),
    "지지난주": (Granularity.WEEK, -2),
    "지난주": (Granularity.WEEK, -1),
    "이번주": (Granularity.WEEK, 0),
    "금주": (Granularity.WEEK, 0),
    "다음주": (Granularity.WEEK, 1),
    "내주": (Granularity.WEEK, 1),
    "지지난달": (Granularity.MONTH, -2),
    "지난달": (Granularity.MONTH, -1),
    "이번달": (Granularity.MONTH, 0),
    "이달": (Granularity.MONTH, 0),
    "금월": (Granularity.MONTH, 0),
    "월말": (Granularity.MONTH, 0),
    "다음달": (Granularity.MONTH, 1),
    "내달": (Granularity.MONTH, 1),
    "지난분기": (Granularity.QUARTER, -1),
    "이번분기": (Granularity.QUARTER, 0),
    "다음분기": (Granularity.QUARTER, 1),
    "연말": (Granularity.YEAR, 0),
    "연초": (Granularity.YEAR, 0),
    "연내": (Granularity.YEAR, 0),
}
_COUNTS = {
    "한": 1,
    "두": 2,
    "세": 3,
    "석": 3,
    "네": 4,
    "넉": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
    "열한": 11,
    "열두": 12,
    "열": 10,
}
_UNITS = {
    "개월": Granularity.MONTH,
    "주일": Granularity.WEEK,
    "분기": Granularity.QUARTER,
    "일": Granularity.DAY,
    "주": Granularity.WEEK,
    "달": Granularity.MONTH,
    "년": Granularity.YEAR,
}
_SAME = {
    "동월": Granularity.MONTH,
    "달": Granularity.MONTH,
    "동분기": Granularity.QUARTER,
    "분기": Granularity.QUARTER,
}
_BEFORE = {
    "월": Granularity.MONTH,
    "년": Granularity.YEAR,
    "분기": Granularity.QUARTER,
    "반기": Granularity.HALF,
}

_COUNT, _UNIT = rf"(?:[1-9][0-9]{{0,2}}|{'|'.join(_COUNTS)})", rf"(?:{'|'.join(_UNITS)})"
_SPACED = "|".join(re.sub("(?<=지난|이번|다음)(?=.)", r"\\s?", word) for word in _WORDS)
_NO_COMPARISON = r"(?!\s?(?:대비|비(?![가-힣])|比))"
_BRANCHES = {
    "so_far": r"(?:올해?|금년)\s?들어|연초\s?이후|연초부터",
    "same": rf"(?:전년도?|작년|지난해|(?P<s_y>20[0-9]{{2}}|19[0-9]{{2}})년)\s?"
    rf"(?:(?P<s>동월|동분기)|동기간?|같은\s?(?P<s_unit>달|분기|기간|시기)){_NO_COMPARISON}{WORD_END}",
    "before": rf"(?:직?전\s?)(?P<b>월|년|분기|반기)(?!\s?동|\s?같은){_NO_COMPARISON}{WORD_END}",
    "unit": rf"(?P<u>{_SPACED})(?:\s?(?P<d>{DAY})(?:{IS_DAY}){weekday_after('d_w')}"
    rf"|\s?(?P<w>[{WEEKDAYS_KO}])요일|\s?(?:초순|중순|하순|[초말](?![가-힣])|[초말](?=까지|부터|에|경))"
    rf"|{WORD_END})",
    "weekday": rf"(?P<k_cue>지난|이번|오는|다음)\s(?P<k>[{WEEKDAYS_KO}])요일",
    "rolling": rf"(?P<r_cue>최근|지난|향후|앞으로)\s?(?P<r_n>{_COUNT})\s?(?P<r_unit>{_UNIT})"
    rf"(?:(?P<r_long>\s?(?:간|동안))|{WORD_END})",
    "ago": rf"(?P<a_n>{_COUNT})\s?(?P<a_unit>{_UNIT})\s?(?:이?전|앞서?){WORD_END}",
}
_RELATIVE = re.compile(
    r"(?=[올금연전작지직한두세석네넉다여어오내이최향앞월0-9])(?<![가-힣0-9.,])(?:"
    + "|".join(f"(?P<is_{name}>{branch})" for name, branch in _BRANCHES.items())
    + ")"
)


def read_korean_relative(text: str, anchor: date) -> Iterator[Clue]:
    """The relative periods of a text, in order."""
    for found in _RELATIVE.finditer(text):
        clue = _READERS[found.lastgroup or ""](found, anchor)
        if clue is not None:
            yield clue


def _read_so_far(found: re.Match[str], anchor: date) -> Clue | None:
    first = same_day(anchor.year * 12, 1)
    period = days(first, anchor.toordinal(), Granularity.RANGE) if first is not None else None
    return Known(*found.span(), period) if period is not None else None


def _read_same(found: re.Match[str], anchor: date) -> Clue | None:
    kind = _SAME.get(found["s"] or found["s_unit"] or "")
    year = int(found["s_y"]) if found["s_y"] else None
    # With nothing to repeat, "the same period" is the time of year that it is now.
    like = unit_around(anchor, kind or Granularity.MONTH)
    years = -1 if year is None else year - anchor.year
    otherwise = like.shift_years(years) if like is not None else None
    return Echo(*found.span(), kind, otherwise, years=-1 if year is None else 0, year=year)


def _read_before(found: re.Match[str], anchor: date) -> Clue | None:
    kind = _BEFORE[found["b"]]
    return Echo(*found.span(), kind, unit_around(anchor, kind, -1), steps=-1)


def _read_unit(found: re.Match[str], anchor: date) -> Clue | None:
    word = "".join(found["u"].split())
    kind, away = _WORDS[word]
    if found["d"]:
        index = month_index(anchor) + away
        if kind is not Granularity.MONTH:
            return None
        day, weekday = int(found["d"]), weekday_said(found, "d_w")
        return Named(
            *found.span(), Granularity.DAY, index // 12, index % 12 + 1, day, weekday=weekday
        )
    period = unit_around(anchor, kind, away)
    if period is None:
        return None
    if found["w"] and kind is Granularity.WEEK:
        ordinal = period.first.toordinal() + WEEKDAYS_KO.index(found["w"])
        period = days(ordinal, ordinal, Granularity.DAY)
    return Known(*found.span(), period) if period is not None else None


def _read_weekday(found: re.Match[str], anchor: date) -> Clue | None:
    here, weekday = anchor.toordinal(), WEEKDAYS_KO.index(found["k"])
    monday = here - anchor.weekday()
    day = {
        "지난": here - 1 - (here - 2 - weekday) % 7,
        "오는": here + (weekday - anchor.weekday()) % 7,
        "이번": monday + weekday,
        "다음": monday + 7 + weekday,
    }[found["k_cue"]]
    period = days(day, day, Granularity.DAY)
    return Known(*found.span(), period) if period is not None else None


def _read_rolling(found: re.Match[str], anchor: date) -> Clue | None:
    unit, cue = found["r_unit"], found["r_cue"]
    if cue == "지난" and (unit == "분기" or (unit == "일" and not found["r_long"])):
        return None  # "지난 11일" is a day, "지난 3분기" a quarter
    ahead = cue in ("향후", "앞으로")
    count = _count(found["r_n"])
    period = rolling(anchor, -count if ahead else count, _UNITS[unit])
    return Known(*found.span(), period) if period is not None else None


def _read_ago(found: re.Match[str], anchor: date) -> Clue | None:
    kind, count = _UNITS[found["a_unit"]], _count(found["a_n"])
    period = unit_around(anchor, kind, -count)
    if kind is Granularity.YEAR and count == 1:
        month = unit_around(anchor, Granularity.MONTH, -12)
        return Echo(*found.span(), None, month, years=-1)
    return Known(*found.span(), period) if period is not None else None


def _count(words: str) -> int:
    return _COUNTS.get(words) or int(words)


_READERS: dict[str, Callable[[re.Match[str], date], Clue | None]] = {
    "is_so_far": _read_so_far,
    "is_same": _read_same,
    "is_before": _read_before,
    "is_unit": _read_unit,
    "is_weekday": _read_weekday,
    "is_rolling": _read_rolling,
    "is_ago": _read_ago,
}
