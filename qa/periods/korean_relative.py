"""Korean periods that hang on the day the words were written, or on a period named before.

"지난주 목요일", "지지난달", "막 끝난 분기", "이번 달 들어", "지난달의 전달", "석 달 전",
"최근 열흘간", and what repeats another: "전년 동월", "작년 이맘때", "전분기". Each is made of a
unit ("달"), a word that says which ("지난", "직전") or how many ("석"), and what follows.

Single days are left to `korean_days`, names and numbers of months, quarters and years to `korean`.
"전년 동월 대비" and the like are "year-on-year": a comparison, not a period, and not read.
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
    rolling,
    same_day,
    unit_around,
    week_of,
    week_of_month,
    whole_units,
)
from qa.periods.clues import Clue, Echo, Known, Named
from qa.periods.korean import (
    DASH,
    DAY,
    HALF_OF_MONTH,
    IS_DAY,
    OF_WEEK,
    WEEK_PLACE,
    WORD_END,
    week_place,
    weekday_after,
    weekday_said,
)
from qa.periods.korean_words import (
    COUNT,
    DAY_COUNT,
    ONE_BACK,
    ORDER,
    PUBLISHED_AFTER,
    YEAR_WORD,
    count_days,
    count_units,
    kind_of,
    order_steps,
    repeats,
    years_away,
)
from qa.periods.numeric import WEEKDAYS_KO

_NO_COMPARISON = r"(?!\s?(?:대비|비(?![가-힣])|比))"
# Written onto a period that no number is in, where it would make a length of one: "3일간".
_TAIL = (
    rf"(?:{WORD_END}|(?=(?:(?:즈음|즘|무렵|당시|동안|내내|전체|간|것|거|건|[꺼껀]|값|수치|[초중하]순|[초말])"
    r"(?:에[는도]?|엔|으?로|[은는이가의을도만])?|이?라?면|(?:이었|였)(?:던|다면)|이?[나든란]|마저|조차"
    r"|따라|말이(?:야|에요))(?![가-힣])|으로|누[계적]|현재))"
)
_UNIT = r"(?:개월|주일|주간|(?:개\s?)?분기|반기|연도|년도|달|주|해|년|일)"
# "올해 들어 지난달까지" ends there, and is not to date.
_NOT_UNTIL = r"(?!\s(?:\S{1,20}\s)?\S{0,20}(?:[월달주해년일]|분기|반기)까지)"
_SO_FAR = r"들어(?:서)?(?:\s?(?:현재|지금|오늘)까지)?|(?:현재|지금|오늘)까지|누적(?:으로)?|누계"
# The time of year that it is now, "이맘때", and the one like another, "같은 달".
_MOMENT = (
    r"(?:기간|시기|시점|시절|시즌|무렵|즈음|즈막|어름|언저리|이즘|때쯤?|쯤|(?<=\s)철|계절|절기"
    r"|타이밍|순간|지점)"
)
# "같은 보고월": the month that figures are for.
_REPORTED = r"(?:(?:보고|기준|조사|집계|통계)\s?(?=월|분기))"
_HERE = (
    r"[이요그고저]\s?(?:[맘만]\s?[때쯤철]|맘(?:\s?(?:떄|대|달|무렵|즈음))?)|이즘"
    r"|이\s?날(?:짜)?\s?(?:무렵|즈음|쯤)"
    rf"|(?:지금|요즘|요새|요사이|현재|오늘)(?:의|\s같은|\s이)?(?:\s?{_MOMENT}|\s이?\s?달|\s?월)?"
    rf"|(?:[이요그]|이번|현|현재)\s?{_MOMENT}|고\s?(?:무렵|즈음|때)|[금본현]\s?(?P<n_unit>월|달|분기|반기)"
    r"|(?:[이그요](?:번\s?|\s)?|금번\s?|(?:올해|이번(?:\s달)?|이달?|지금|현재)[과와]\s(?:똑?같은|동일한?)\s?)(?:한\s?)?"
    rf"(?:{_REPORTED}?(?P<i_unit>달|월|분기|주|반기)|{_MOMENT})"
)
_ALIKE = (
    r"(?:[동당]|당해)\s?(?P<d_unit>월|달|분기|반기)|동\s?기간?|동\s?(?:시기|시점)"
    r"|(?:똑?같은|동일한?|비슷한|일치하는|상당하는|(?:이에\s)?(?:상응|대응)(?:하는|되는)?|해당(?:하는)?"
    r"|짝(?:이\s(?:되는|맞는)|꿍|지은)|견줄|비교(?:\s?대상)?(?:이\s되는|되는|할)?|대비(?:되는|할))\s?"
    rf"(?:(?:한\s?)?{_REPORTED}?(?P<s_unit>달|월|분기|주|반기)|{_MOMENT})"
)
# What sets the year apart from its part: "작년에는 이달", but not "작년에는 이달보다".
_APART = (
    r"에(?:는|서[는도]?)|엔|[은는도]|\s?(?:것|거|[치분])(?:은|으?로)?|의\s경우[에는]?|이?라면|\s?중에서?|\s?동안(?:에는?)?"
    r"|[을를]?\s?기준(?:으로)?|으?로\s(?:치면|따지면|보면|하면|(?:돌아)?가면)"
)
_ASIDE = r"\s?(?:보다|말고)|[과와]\s|하고|이?랑|에\s?[비견]|까지|만큼|처럼|[이가]\s아[니닌]"
# "이달의 산업기술상" is the name of a prize.
_AWARD = r"의\s(?:\S{1,10}\s)?\S{0,8}(?:상|인물|기업인|기술인|엔지니어)(?:[은는이가을를의에]|\s|$)"
_BRANCHES = {
    "so_far": rf"(?:올해|금년도?|당해|올(?=\s?들어)|새해(?=\s?들어))\s?(?:{_SO_FAR}){_NOT_UNTIL}"
    rf"|연초\s?(?:이후|이래|부터){_NOT_UNTIL}",
    "same": rf"(?P<s_year>{YEAR_WORD}|(?P<s_y>20[0-9]{{2}}|19[0-9]{{2}})년)도?"
    rf"(?:의|에도?|\s?중|(?P<s_apart>{_APART}))?,?\s?(?:(?:바로|딱|꼭|정확히|똑같이|한창)\s)?"
    rf"(?(s_apart)(?!지금|요즘|요새|요사이|현재|오늘))(?:(?P<s_now>{_HERE})|(?P<s_same>{_ALIKE})){_NO_COMPARISON}{_TAIL}"
    rf"(?(s_apart)(?!{_ASIDE}))",
    "order": rf"{ORDER}{_NO_COMPARISON}(?:(?:{ONE_BACK}){_NO_COMPARISON}{WORD_END}"
    rf"|\s?(?P<o_far>{_SO_FAR})(?:\s(?P<o_until>{DAY})\s?일까지|{_NOT_UNTIL})"
    rf"|\s?(?:(?P<d_from>{DAY})\s?(?:일?{DASH}|일부터\s))?(?P<d>{DAY})(?:{IS_DAY}){weekday_after('d_w')}"
    rf"|\s?(?P<w>[{WEEKDAYS_KO}])요일(?:(?:에서|부터)\s(?P<w_to>[{WEEKDAYS_KO}])요일(?:까지|\s?사이)?)?"
    r"|\s?(?:초순|중순|하순|(?<!주)[초말](?:(?![가-힣])|(?=까지|부터|에|경)))"
    rf"|(?<=[월달])(?:{HALF_OF_MONTH}|\s(?P<week>{WEEK_PLACE}){OF_WEEK})"
    rf"|(?!{_AWARD})(?!도?\s?동(?!안)|도?\s?같은(?!\s[0-9])){_TAIL})",
    "edge": rf"(?:(?P<e_past>지난\s?)연말|월말|월초|연말|연초|연내){WORD_END}",
    "rolling": rf"(?P<r_cue>최근|오늘까지(?:의|\s최근)?|오늘[을도]\s포함(?:해서?|하여)"
    rf"|지난|요|근래|향후|앞으로)\s?"
    rf"(?:(?P<r_n>{COUNT})\s?(?P<r_unit>{_UNIT})|(?P<r_days>{DAY_COUNT}))"
    rf"(?:(?P<r_long>\s?(?:간|동안|사이|새|내|이내|치|에\s걸쳐))에?|{WORD_END})",
    "within": rf"(?<!에서\s)(?<!부터\s)(?<![월년해달]\s)"
    rf"(?:(?P<i_n>{COUNT})\s?(?P<i_in>{_UNIT})|(?P<i_days>{DAY_COUNT}))"
    rf"\s?(?:동안|사이|새|이내|내|안)(?:에|의)?(?={PUBLISHED_AFTER})",
    "ago": rf"(?:(?P<a_n>{COUNT})\s?(?P<a_unit>{_UNIT})(?P<a_half>\s?반)?|(?P<a_days>{DAY_COUNT}))"
    r"(?:쯤|가량|정도)?\s?"
    rf"(?:이?전|앞서?|앞선|거슬러\s?올라(?:가면|간|가서?)){WORD_END}",
}
_EXACTLY = lazy_regex(r"(?<![가-힣])(?:꼭|딱|정확히)\s$")
_ANNUAL = lazy_regex(r"의?\s(?:연간|해(?=[의에는가를,]|\s|$))")
# What any of these begins with.
_FIRST = (
    "마엊0-9올금연전작지직한두세석네넉다여어오내이최향앞월일삼사육칠팔구십열아재저요먼바막방갓차익당현근보나닷엿"
    "하반얼거새"
)
_RELATIVE = lazy_regex(
    rf"(?=[{_FIRST}])(?<![가-힣0-9.,])(?:"
    + "|".join(f"(?P<is_{name}>{branch})" for name, branch in _BRANCHES.items())
    + ")"
)


def read_korean_relative(text: str, anchor: date) -> Iterator[Clue]:
    """The relative periods of a text, in order."""
    for found in _RELATIVE.finditer(text):
        branch = next(name for name in _READERS if found[name] is not None)
        clue = _READERS[branch](found, anchor)
        if clue is not None:
            yield clue


def _known(found: re.Match[str], period: Period | None) -> Clue | None:
    return Known(*found.span(), period) if period is not None else None


def _to_date(found: re.Match[str], whole: Period | None, anchor: date) -> Clue | None:
    if whole is None:
        return None
    return _known(found, days(whole.first.toordinal(), anchor.toordinal(), Granularity.RANGE))


def _read_so_far(found: re.Match[str], anchor: date) -> Clue | None:
    return _to_date(found, unit_around(anchor, Granularity.YEAR), anchor)


def _read_same(found: re.Match[str], anchor: date) -> Clue | None:
    unit = found["i_unit"] or found["n_unit"] or found["d_unit"] or found["s_unit"]
    kind = kind_of(unit.strip()) if unit else None
    year = int(found["s_y"]) if found["s_y"] else None
    years = years_away(found["s_year"]) if year is None else year - anchor.year
    # With nothing to repeat, "the same period" is the time of year that it is now.
    here = unit_around(anchor, kind or Granularity.MONTH)
    there = here.shift_years(years) if here is not None else None
    if found["s_now"]:
        return _known(found, there)
    return Echo(*found.span(), kind, there, years=0 if year else years, year=year)


def _read_order(found: re.Match[str], anchor: date) -> Clue | None:
    kind, steps = kind_of(found["o_unit"]), order_steps(found["o_which"])
    if found["o_before"] or found["o_prior"]:
        # "지난달의 전달", "이번 달 바로 앞 달", "이번 달 바로 전"; "지난달의 전년"
        before = kind_of(found["o_before"] or found["o_unit"])
        if kind is Granularity.YEAR and before is Granularity.MONTH:  # "지난해 직전 달"
            there = unit_around(anchor, before, -1)
            return _known(found, there and there.shift_years(steps))
        of_year = before is Granularity.YEAR and before is not kind
        there = unit_around(anchor, kind, steps - (before is kind))
        return _known(found, there.shift_years(-1) if there and of_year else there)
    if found["d"] and kind is not Granularity.MONTH:
        return None
    if found["d"]:
        return _read_day_of(found, month_index(anchor) + steps)
    period = unit_around(anchor, kind, steps)
    if period is None:
        return None
    if found["o_far"] and steps:
        return None
    if found["o_until"]:
        return _read_days_of(found, month_index(anchor), 1, int(found["o_until"]))
    if found["o_far"]:
        return _to_date(found, period, anchor)
    if found["w"] and kind is Granularity.WEEK:
        monday = period.first.toordinal()
        first = monday + WEEKDAYS_KO.index(found["w"])
        last = monday + WEEKDAYS_KO.index(found["w_to"]) if found["w_to"] else first
        kind = Granularity.RANGE if found["w_to"] else Granularity.DAY
        return _known(found, days(first, last, kind)) if first <= last else None
    if found["week"]:
        return _known(found, week_of_month(month_index(period.first), week_place(found["week"])))
    if repeats(found["o_which"]):
        return Echo(*found.span(), kind, period, steps=steps)
    return _known(found, period)


def _read_day_of(found: re.Match[str], index: int) -> Clue | None:
    """ "지난달 30일", "이달 1~10일"."""
    last = Named(
        *found.span(),
        Granularity.DAY,
        index // 12,
        index % 12 + 1,
        int(found["d"]),
        weekday=weekday_said(found, "d_w"),
    )
    return _read_days_of(found, index, int(found["d_from"]), last.day) if found["d_from"] else last


def _read_days_of(found: re.Match[str], index: int, first: int, last: int) -> Clue | None:
    """ "이달 1~10일", "이달 들어 10일까지"."""
    begins, ends = same_day(index, first), same_day(index, last)
    if begins is None or ends is None:
        return None
    return _known(found, days(begins, ends, Granularity.RANGE))


def _read_edge(found: re.Match[str], anchor: date) -> Clue | None:
    kind = Granularity.MONTH if found[0].startswith("월") else Granularity.YEAR
    return _known(found, unit_around(anchor, kind, -1 if found["e_past"] else 0))


def _read_rolling(found: re.Match[str], anchor: date) -> Clue | None:
    unit, cue = found["r_unit"], found["r_cue"]
    if cue == "지난" and unit == "분기" and found["r_n"].isdigit() and found["r_long"] != "간":
        return None  # "지난 3분기 동안" is a quarter, where "지난 3개 분기" are three
    if cue in ("지난", "요") and unit and not found["r_long"]:
        if unit == "일" and found["r_n"].isdigit():
            return None  # "지난 11일" is a day
        if unit == "해":
            return _known(found, unit_around(anchor, Granularity.YEAR, -1))
    if cue == "지난" and unit == "해" and found["r_n"] == "한":
        return _known(found, unit_around(anchor, Granularity.YEAR, -1))
    return _roll(found, "r", unit, anchor, -1 if cue in ("향후", "앞으로") else 1)


def _read_within(found: re.Match[str], anchor: date) -> Clue | None:
    return _roll(found, "i", found["i_in"], anchor, 1)


def _roll(found: re.Match[str], name: str, unit: str | None, anchor: date, way: int) -> Clue | None:
    if unit is None:
        count, kind = count_days(found[f"{name}_days"]), Granularity.DAY
    else:
        count, kind = count_units(found[f"{name}_n"], unit)
    period = rolling(anchor, way * count, kind) if count else None
    if period is None:
        return None
    return Known(*found.span(), period, whole_units(anchor, way * count, kind))


def _read_ago(found: re.Match[str], anchor: date) -> Clue | None:
    if found["a_days"]:
        ordinal = anchor.toordinal() - count_days(found["a_days"])
        # "보름 전" is no more exact than its week.
        rough = found["a_days"] == "보름"
        period = week_of(ordinal) if rough else days(ordinal, ordinal, Granularity.DAY)
        return _known(found, period)
    count, kind = count_units(found["a_n"], found["a_unit"])
    if found["a_half"]:
        # "1년 반 전" is a month; which week "한 달 반 전" is is not said.
        count = 12 * count + 6 if kind is Granularity.YEAR else 0
        kind = Granularity.MONTH
    if count == 0:
        return None
    if kind is Granularity.YEAR and not _ANNUAL.match(found.string, found.end()):
        # A monthly figure "a year ago" is that month's: see `relative`.
        month = unit_around(anchor, Granularity.MONTH, -12 * count)
        if count == 1:
            return Echo(*found.span(), None, month, years=-1)
        if _EXACTLY.search(found.string, max(0, found.start() - 6), found.start()):
            return _known(found, month)
    return _known(found, unit_around(anchor, kind, -count))


_READERS: dict[str, Callable[[re.Match[str], date], Clue | None]] = {
    "is_so_far": _read_so_far,
    "is_same": _read_same,
    "is_order": _read_order,
    "is_edge": _read_edge,
    "is_rolling": _read_rolling,
    "is_within": _read_within,
    "is_ago": _read_ago,
}
