"""English days, weeks, months, quarters, halves and years by their names and numbers.

"December 11", "Thursday, 11 December 2025", "Nov. 2025", "last November", "Q3 2025", "3Q25", "the
third quarter", "the first eleven months of 2025", "FY2026", "2022", "2024 October". Their forms are
in `english_forms`; what today's date alone decides ("last week") is left to `relative`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from qa.periods.calendar import Granularity, unit_around
from qa.periods.clues import Clue, Known, Lean, Named
from qa.periods.english_forms import NAMED, WITH_YEAR
from qa.periods.english_words import (
    ORDINALS,
    day_number,
    other_year,
    weekday_number,
)
from qa.periods.lookalikes import (
    is_fraction,
    is_month,
    is_month_of_year,
    is_month_with_day,
    is_numbered,
    is_of_another_year,
    is_part,
    is_recurring,
    is_year,
)
from qa.periods.month_names import month_number
from qa.periods.numeric import full_year
from qa.periods.parts import KINDS, part_of
from qa.periods.tense import tense_lean

_RANGE = ("-", "–", "—", "/", "to ", "through ")


def read_english(text: str, low: str, anchor: date) -> Iterator[Clue]:
    """The named dates of a text, in order. `low` is `text` in lower case, of the same length."""
    for found in NAMED.finditer(low):
        after = _years_after(found)
        for clue in _READERS[found.lastgroup or ""](found, text, anchor):
            yield replace(clue, after=after) if isinstance(clue, Named) else clue


def _said_year(found: re.Match[str], name: str, anchor: date) -> int | None:
    if found[f"{name}_y"]:
        return int(found[f"{name}_y"])
    if found[f"{name}_yy"]:
        return full_year(found[f"{name}_yy"])
    return other_year(found[f"{name}_other"], anchor) if found[f"{name}_other"] else None


def _years_after(found: re.Match[str]) -> int | None:
    """How many years after the one spoken of before: none for "that year", one for "the next"."""
    if any(found[f"{name}_next"] for name in WITH_YEAR):
        return 1
    return 0 if any(found[f"{name}_same"] for name in WITH_YEAR) else None


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
    if found["m_back"]:
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
        day = day_number(found["md_n"])
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
    spelt = found["d"][0].isalpha()
    if spelt and is_recurring(low, found.start("d")):
        return
    if year is None and not is_month_with_day(text, low, *found.span("d_m")):
        return
    month, day = month_number(found["d_m"]), day_number(found["d"])
    lean = tense_lean(low, start, end) if year is None else Lean.NEAREST
    if spelt and is_fraction(low, found.start("d")):
        yield Named(found.start("d_m"), end, Granularity.MONTH, year, month, lean=lean)
        return
    clue = Named(start, end, Granularity.DAY, year, month, day, weekday, lean)
    yield from _one_or_two(clue, found, "d")


def _one_or_two(clue: Named, found: re.Match[str], name: str) -> Iterator[Named]:
    """A day, or the two of "December 11 to 12", which share what else is known."""
    second = day_number(found[f"{name}_to"] or "0")
    if second == 0:
        yield clue
        return
    yield replace(clue, end=found.end(name))
    if second > clue.day:
        yield replace(clue, start=found.start(f"{name}_to"), day=second, weekday=None)


def _read_dashed(found: re.Match[str], _text: str, _anchor: date) -> Iterator[Clue]:
    month, day, said = month_number(found["h_m"]), int(found["h_d"]), found["h_y"]
    year = int(said) if len(said) == 4 else full_year(said)
    yield Named(*found.span(), Granularity.DAY, year, month, day)


def _read_short(found: re.Match[str], _text: str, anchor: date) -> Iterator[Clue]:
    year = full_year(found["s_yy"])
    if year <= anchor.year + 1:  # else the figures are a day, or of a name
        yield Named(*found.span(), Granularity.MONTH, year, month_number(found["s_m"]))


def _read_code(found: re.Match[str], _text: str, anchor: date) -> Iterator[Clue]:
    place = int(found["c_n"] or found["c_n2"])
    quarter = "q" in (found["c_unit"], found["c_unit2"])
    year = int(found["c_first"]) if found["c_first"] else _said_year(found, "c", anchor)
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
    low, (start, end) = found.string, found.span()
    if found["y_m"] is None:
        if is_year(text, low, start, end):
            yield from _year_or_two(found, "y")
        return
    of_month = is_month_of_year(text, low, *found.span("y_m"))
    apart = found["y_sep"].isspace() or not of_month
    if apart and not is_year(text, low, *found.span("y")):
        return
    year, month = int(found["y"]), month_number(found["y_m"])
    if not of_month:
        yield from _year_or_two(found, "y")
    elif found["y_d"]:
        yield Named(start, end, Granularity.DAY, year, month, day_number(found["y_d"]))
    else:
        yield Named(start, end, Granularity.MONTH, year, month)


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
    "short": _read_short,
    "month": _read_month,
    "dashed": _read_dashed,
    "day": _read_day,
    "code": _read_code,
    "words": _read_words,
    "fiscal": _read_fiscal,
    "year": _read_year,
}
