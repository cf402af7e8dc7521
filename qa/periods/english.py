"""English days, weeks, months, quarters, halves and years by their names and numbers.

"December 11", "Thursday, 11 December 2025", "Nov. 2025", "last November", "Q3 2025", "3Q25", "the
third quarter", "the first eleven months of 2025", "FY2026", "2022". What today's date alone decides
("last week") is left to `relative`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from qa.periods.calendar import Granularity, unit_around
from qa.periods.clues import Clue, Known, Lean, Named
from qa.periods.english_words import (
    DASH,
    DAY,
    MONTH,
    ORDINAL,
    ORDINALS,
    OTHER_YEAR,
    SHORT_WEEKDAY,
    YEAR,
    month_number,
    other_year,
    weekday_number,
)
from qa.periods.lookalikes import (
    is_month,
    is_month_with_day,
    is_numbered,
    is_of_another_year,
    is_part,
    is_year,
)
from qa.periods.numeric import full_year
from qa.periods.parts import KINDS, PART, part_of
from qa.periods.tense import tense_lean

_AND = r"\s(?:to|through|and|or)\s(?:the\s)?"
# "December 11 and 12", but neither "December 11 and 12 officials" nor "May 5 and 6 of June"
_NOT_COUNTED = (
    rf"(?!\s(?:(?!as\b|was\b|is\b|its\b|this\b|across\b)[a-z]+s\b|of\b|{MONTH})|{DASH}[a-z])"
)


def _other_year(name: str) -> str:
    return (
        rf"(?:(?P<{name}_same>(?:that|the\ssame|that\ssame)\syear(?![a-z-]))"
        rf"|(?P<{name}_next>the\s(?:following|next)\syear(?![a-z-]))|(?P<{name}_other>{OTHER_YEAR}))"
    )


def _year_after(name: str) -> str:
    return rf"(?:,?\s{{1,2}}(?:of\s|in\s)?|-(?={YEAR}))(?:(?P<{name}_y>{YEAR})|{_other_year(name)})"


def _which(name: str) -> str:
    said = r"(?:this\s)?past|last|previous|this|next|(?:the\s)?most\srecent"
    return rf"(?P<{name}_which>{said})\s{{1,2}}"


_PART = (  # the first eleven months (of the year), the last month of the quarter
    rf"{PART}(?:\s{{1,2}}(?:of|in)\sthe\s(?P<p_whole>year|half|quarter|month)"
    r"(?!\s(?:that|which|just|now|before|prior|gone|ended|ago)\b))?"
    r"(?![a-z-]|['’]s|\s(?:of|in|after|since|from|following)\s)"
)
_MONTH_FIRST = (  # (Thursday,) December 11 (to 12)(, 2025); (last) November (2025), June quarter
    rf"(?:{_which('m')}|(?P<m_w>{SHORT_WEEKDAY})\.?,?\s{{1,2}})?"
    rf"(?P<m>{MONTH})(?P<m_quarter>\squarter(?![a-z-]))?(?:\s{{1,2}}(?P<md>(?:the\s)?(?P<md_n>{DAY})"
    rf"(?:\s?\((?P<md_w>{SHORT_WEEKDAY})\.?\))?)(?:(?:{DASH}|{_AND})(?P<md_to>{DAY}){_NOT_COUNTED})?"
    rf"(?:{_year_after('md')})?|{_year_after('m')}|\s(?P<m_back>before\slast|just\s(?:gone|past|ended|over))"
    rf"|\s['’](?P<m_yy>[0-9]{{2}})(?![0-9a-z]))?"
)
_DAY_FIRST = (  # (Thursday,) 11 (to 12) December (2025)
    rf"(?:(?P<d_w>{SHORT_WEEKDAY}),?\s{{1,2}}(?:the\s)?)?"
    rf"(?<![0-9][-.,/:])(?P<d>{DAY}|first(?=\sof\s))"
    rf"(?:(?:{DASH}|{_AND})(?P<d_to>{DAY}))?\s{{1,2}}(?:of\s)?(?P<d_m>{MONTH})"
    rf"(?:{_year_after('d')})?"
)
_CODE = (  # Q3, 2025 Q3, 3Q25, H1 2025
    rf"(?:(?P<c_first>(?:19|20)[0-9]{{2}})[\s-]?)?"
    r"(?:(?P<c_unit>[qh])(?P<c_n>[1-4])|(?P<c_n2>[1-4])(?P<c_unit2>[qh]))"
    r"(?:(?:\s|/|,\s|\sof\s|\sfy\s?)?(?P<c_y>(?:19|20)[0-9]{2})|\s?['’]?(?P<c_yy>[0-9]{2})"
    rf"|\s(?:of\s)?{_other_year('c')})?(?![0-9a-z]|-(?![qh0-9])|[.,][0-9])"
)
_WORDS = (  # the third quarter (of 2025)
    rf"(?:(?P<w_first>{YEAR})(?:['’]s)?\s|{_which('w')})?"
    rf"(?P<w_n>{ORDINAL})[\s-](?P<w_unit>quarter|qtr|half)"
    rf"(?![a-z-])(?:{_year_after('w')})?"
)
_FISCAL = (  # FY 2026, FY26–27, fiscal years 2008 through 2011
    rf"(?:fy|fiscal\s(?:years?\s)?)\s?['’]?(?P<f>{YEAR}|[0-9]{{2}}(?![0-9a-z]|[.,][0-9]))"
    rf"(?:{DASH}(?P<f_to>(?:fy\s?)?['’]?(?:20)?[0-9]{{2}}(?![0-9a-z]|[.,-][0-9])))?"
)
_YEARS = (  # 2022, 2023–27
    rf"(?<![0-9][-.,/:])(?P<y>{YEAR})"
    rf"(?:(?:{DASH}|/)(?P<y_to>{YEAR}|[0-9]{{2}}(?![0-9a-z가-힣]|[-/.,][0-9])))?"
)
_BRANCHES = {
    "part": _PART,
    "month": _MONTH_FIRST,
    "day": _DAY_FIRST,
    "code": _CODE,
    "words": _WORDS,
    "fiscal": _FISCAL,
    "year": _YEARS,
}
_WITH_YEAR = ("m", "md", "d", "c", "w")  # whose groups `_other_year` makes
_RANGE = ("-", "–", "—", "/", "to ", "through ")
# How every branch begins, looked at first because few words do.
_BEGIN = (
    r"\b(?=[0-9]|j(?:an|u[nl])|f(?:eb|i[nrs]|ou|ri|y)|m(?:a[ry]|on)|a(?:pr|ug)|s(?:at|e[cp]|un)|o(?:ct|pen)|clos"
    r"|n(?:ov|ext)|dec|most\s|bac|earl|prev|lat|fro|init|t(?:h[iu]|ue)|wed|last|past|q[1-4]|h[12])(?<![_$€£₩#@=])"
)
_NAMED = re.compile(
    rf"{_BEGIN}(?:" + "|".join(f"(?P<{name}>{branch})" for name, branch in _BRANCHES.items()) + ")"
)


def read_english(text: str, low: str, anchor: date) -> Iterator[Clue]:
    """The named dates of a text, in order. `low` is `text` in lower case, of the same length."""
    for found in _NAMED.finditer(low):
        after = _years_after(found)
        for clue in _READERS[found.lastgroup or ""](found, text, anchor):
            yield replace(clue, after=after) if isinstance(clue, Named) else clue


def _said_year(found: re.Match[str], name: str, anchor: date) -> int | None:
    if found[f"{name}_y"]:
        return int(found[f"{name}_y"])
    return other_year(found[f"{name}_other"], anchor) if found[f"{name}_other"] else None


def _years_after(found: re.Match[str]) -> int | None:
    """How many years after the one spoken of before: none for "that year", one for "the next"."""
    if any(found[f"{name}_next"] for name in _WITH_YEAR):
        return 1
    return 0 if any(found[f"{name}_same"] for name in _WITH_YEAR) else None


def _read_part(found: re.Match[str], _text: str, anchor: date) -> Iterator[Clue]:
    low, (start, end), said = found.string, found.span(), found["p_whole"]
    # "In the first four months" is of the year; "its first four months" is of something else.
    counted = found["p_units"] in ("month", "quarter") and found["p_which"] in ORDINALS
    if not said and not (counted and is_part(low, start, end)):
        return
    if found["p_unit"] in ("day", "week"):
        return  # "due in the third week of the month": of which month is not said
    whole = unit_around(anchor, KINDS[said or "year"])
    period = whole and part_of(whole, found)
    if period is not None:
        yield Known(start, end, period)


def _read_month(found: re.Match[str], text: str, anchor: date) -> Iterator[Clue]:
    low, (start, end), name = found.string, found.span(), found["m"]
    month, weekday = month_number(name), weekday_number(found["m_w"] or found["md_w"])
    year = _said_year(found, "md" if found["md"] else "m", anchor)
    if found["m_yy"]:
        year = full_year(found["m_yy"])
    elif found["m_back"]:
        before_last = found["m_back"].startswith("before")
        year = _which_year("last", month, anchor.month, anchor) - before_last
    if not found["md"] and weekday is not None:
        start, weekday = found.start("m"), None
    if year is None and found["m_which"]:
        year = _which_year(found["m_which"], month, anchor.month, anchor)
    elif found["m_which"]:
        start = found.start("m")
    if year is None and is_of_another_year(low, end):
        return
    if found["md"]:
        accepted = year is not None or is_month_with_day(text, low, *found.span("m"))
    else:
        alone = found.end("m") == end or (found["m_other"] or "").startswith("the")
        accepted = not alone or is_month(text, low, *found.span("m"))
    if not accepted:
        return
    lean = tense_lean(low, start, end) if year is None else Lean.NEAREST
    # "The June quarter" ends in June; in "the April-June quarter" June is a month.
    if found["m_quarter"] and not low.endswith(_RANGE, 0, start):
        if month % 3 == 0:
            yield Named(start, end, Granularity.QUARTER, year, month // 3, lean=lean)
    elif not found["md"]:
        yield Named(start, end, Granularity.MONTH, year, month, lean=lean)
    else:
        day = int(found["md_n"].rstrip("stndrh"))
        clue = Named(start, end, Granularity.DAY, year, month, day, weekday, lean)
        yield from _one_or_two(clue, found, "md")


def _which_year(which: str, number: int, here: int, anchor: date) -> int:
    """The year of "last November" or "next Q2": `number` is theirs, `here` the anchor's."""
    if which not in ("this", "next"):
        return anchor.year - (number >= here)
    return anchor.year + (which == "next" and number <= here)


def _read_day(found: re.Match[str], text: str, anchor: date) -> Iterator[Clue]:
    low, (start, end) = found.string, found.span()
    year, weekday = _said_year(found, "d", anchor), weekday_number(found["d_w"])
    if is_numbered(low, found.start("d")) or (year is None and is_of_another_year(low, end)):
        return
    if year is None and not is_month_with_day(text, low, *found.span("d_m")):
        return
    month = month_number(found["d_m"])
    day = 1 if found["d"] == "first" else int(found["d"].rstrip("stndrh"))
    lean = tense_lean(low, start, end) if year is None else Lean.NEAREST
    clue = Named(start, end, Granularity.DAY, year, month, day, weekday, lean)
    yield from _one_or_two(clue, found, "d")


def _one_or_two(clue: Named, found: re.Match[str], name: str) -> Iterator[Named]:
    """A day, or the two of "December 11 to 12", which share what else is known."""
    second = int((found[f"{name}_to"] or "0").rstrip("stndrh"))
    if second == 0:
        yield clue
        return
    yield replace(clue, end=found.end(name))
    if second > clue.day:
        yield replace(clue, start=found.start(f"{name}_to"), day=second, weekday=None)


def _read_code(found: re.Match[str], _text: str, anchor: date) -> Iterator[Clue]:
    place = int(found["c_n"] or found["c_n2"])
    quarter = "q" in (found["c_unit"], found["c_unit2"])
    year = int(found["c_first"]) if found["c_first"] else _said_year(found, "c", anchor)
    if found["c_yy"]:
        year = full_year(found["c_yy"])
    if quarter:
        lean = Lean.NEAREST if year else tense_lean(found.string, *found.span())
        yield Named(*found.span(), Granularity.QUARTER, year, place, lean=lean)
    elif place <= 2 and (year is not None or is_part(found.string, *found.span())):
        yield Named(*found.span(), Granularity.HALF, year, place)


def _read_words(found: re.Match[str], _text: str, anchor: date) -> Iterator[Clue]:
    low, (start, end) = found.string, found.span()
    kind = KINDS[found["w_unit"]]
    most = 4 if kind is Granularity.QUARTER else 2
    place = ORDINALS.get(found["w_n"], most)
    year = int(found["w_first"]) if found["w_first"] else _said_year(found, "w", anchor)
    if year is None and found["w_which"] and found["w_n"] in ORDINALS:
        here = (anchor.month - 1) * most // 12 + 1
        year = _which_year(found["w_which"], place, here, anchor)
    elif found["w_which"]:
        start = found.start("w_n")
    if place > most or (
        year is None
        and _years_after(found) is None
        and not low.endswith(("year's ", "year’s "), 0, start)
        and (found["w_n"] == "last" or not is_part(low, start, end))
    ):
        return
    lean = tense_lean(low, start, end) if year is None else Lean.NEAREST
    yield Named(start, end, kind, year, place, lean=lean)


def _read_fiscal(found: re.Match[str], _text: str, _anchor: date) -> Iterator[Clue]:
    yield from _year_or_two(found, "f")


def _read_year(found: re.Match[str], text: str, _anchor: date) -> Iterator[Clue]:
    if is_year(text, found.string, *found.span()):
        yield from _year_or_two(found, "y")


def _year_or_two(found: re.Match[str], name: str) -> Iterator[Named]:
    first, second = found[name], found[f"{name}_to"]
    start, end = found.start(), found.end(name)
    year = int(first) if len(first) == 4 else full_year(first)
    yield Named(start, end, Granularity.YEAR, year)
    if second is not None:
        # "2023–27" and "1998–02" alike
        second = second.lstrip("fy '’")
        later = int(second) if len(second) == 4 else year + (int(second) - year) % 100
        yield Named(*found.span(f"{name}_to"), Granularity.YEAR, later)


_READERS: dict[str, Callable[[re.Match[str], str, date], Iterator[Clue]]] = {
    "part": _read_part,
    "month": _read_month,
    "day": _read_day,
    "code": _read_code,
    "words": _read_words,
    "fiscal": _read_fiscal,
    "year": _read_year,
}
