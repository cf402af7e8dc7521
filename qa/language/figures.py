"""Finds the figures that a sentence states: amounts with their units, where they stand.

English and Korean: "USD 25.5 billion", "$1.2bn", "24.3 percent", "0.4%p", "1,234 electric cars",
"3조 2,100억 원", "1만2천 대". None are what stands in a date, a year, an ordinal, a name ("Section
232"), a range ("3 to 5 percent") and a number without a unit, but for the level of an index.

A value is only for laying figures side by side; what is shown is always the words. It is negative
where a sign or the words beside it say so: "-3.2%", "fell 3.2 percent", "a deficit of $1.2bn".
Triangles are signs as in Korean statistics: ▽ ▼ everywhere, △ ▲ in Korean text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.language.korean_amounts import read_amount
from qa.language.sentences import Span
from qa.lazy_regex import lazy_regex

PERCENT, POINTS, INDEX = "percent", "percentage points", "index"

_SCALES = {
    **{"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "": 1.0},
    **{"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12},
}
_CURRENCIES = {
    **{"usd": "USD", "us$": "USD", "$": "USD", "dollar": "USD", "dollars": "USD", "달러": "USD"},
    **{"krw": "KRW", "₩": "KRW", "won": "KRW", "원": "KRW", "eur": "EUR", "€": "EUR"},
    **{"euro": "EUR", "euros": "EUR", "유로": "EUR", "jpy": "JPY", "¥": "JPY", "yen": "JPY"},
    **{"엔": "JPY", "cny": "CNY", "rmb": "CNY", "yuan": "CNY", "위안": "CNY", "gbp": "GBP"},
    **{"£": "GBP", "파운드": "GBP"},
}
CURRENCIES = frozenset(_CURRENCIES.values())
SHARES = frozenset({PERCENT, POINTS})
_SYMBOLS = {
    each.lower(): each
    for each in "kW MW GW kWh MWh GWh TWh TEU CGT TOE MTOE DWT km kg ha bpd people persons".split()
} | {
    **{"kilowatts": "kW", "megawatts": "MW", "gigawatts": "GW", "kilowatt-hours": "kWh"},
    **{"megawatt-hours": "MWh", "gigawatt-hours": "GWh", "terawatt-hours": "TWh", "tonnes": "tons"},
}
_PHRASES = {
    "basis points": "basis points",
    "compensated gross tons": "CGT",
    "tons of oil equivalent": "TOE",
}

_NUMBER = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,6})?|[0-9]{1,15}(?:\.[0-9]{1,6})?)"
    r"(?![0-9]|[.,][0-9])"
)
_STEP = rf"{_NUMBER}\s?(?:[십백천][조억만]?|[조억만])"
_NOT_COUNTED = (  # 원전, 10대 품목, 3개월: the unit is part of another word
    r"(?!원[전자유산내료천활동화가]|대[비상책회학표응]|대\s?(?:주력|품목|핵심|전략|분야|산업|과제|강국|국)"
    r"|건[설강물축전]|개[월년발혁선최편방])"
)
_FIGURE = lazy_regex(
    r"(?<![a-z0-9_$₩€¥£제])(?<![0-9][.,])(?:"
    rf"(?P<money>usd|us\$|krw|eur|jpy|cny|rmb|gbp|[$₩€¥£])\s?(?P<sum>{_NUMBER})(?!\s?[십백천만억조])"
    r"(?:\s?(?P<sum_scale>thousand|[mb]illion|trillion|mn|bn|trn|tn|[kmb])(?![a-z0-9]))?"
    rf"|(?P<share>{_NUMBER})\s?(?:(?P<points>(?:percent(?:age)?|pct|%)\spoints?|%\s?pp?(?![a-z])"
    r"|pp(?![a-z])|(?:%|퍼센트)\s?포인트)|per\s?cent(?!age|ile)|pct(?![a-z])|%|퍼센트)"
    rf"|(?P<ko>{_STEP}(?:\s?{_STEP}){{0,3}}(?:\s?{_NUMBER})?|{_NUMBER})여?\s?{_NOT_COUNTED}"
    r"(?P<counter>달러|원|유로|엔|위안|파운드|대|개사|개국|개소|개|건|톤|명|척|배럴|곳|포인트)"
    rf"|(?P<count>{_NUMBER})(?:\s?(?P<scale>thousand|[mb]illion|trillion|mn|bn|tn)(?![a-z]))?)"
)
_WORDS = lazy_regex(r"\s(?:(?:u\.s\.|us|korean)\s)?((?:[a-z][a-z/-]{0,24}\s?){1,3})")
# What follows a number without being its unit.
_NO_UNIT = frozenset(
    "and or of in to from on at by for with the a an was were is are has as its this these than "
    "that which while after before but per over under up down out since until compared versus "
    "year years month months week weeks day days quarter quarters hours minutes times plus minus "
    "respectively st nd rd th".split()
)
_LABEL = lazy_regex(
    r"\b(?:section|article|annex|chapter|clause|no|number|phase|stage|step|table|figure|page|round"
    r"|resolution|route|room|line|class|level|version|top|group of)\.?\s?$"
)
_NAME = lazy_regex(r"[\w,;’)]\s[A-Z][\w-]*\s$")  # a capital letter that begins no sentence
_YEAR = lazy_regex(r"(?:19|20)[0-9]{2}|2100")

_DASH = "-–−~∼"
_RANGE_BEFORE = lazy_regex(
    rf"(?:\b(from|between)\s)?[$₩€¥£]?[0-9][0-9.,]{{0,15}}(?:%?\s?[{_DASH}]\s?|\s(to|and)\s)$"
)
_RANGE_AFTER = lazy_regex(rf"\s?[{_DASH}]\s?[$₩€¥£]?[0-9]")
_RANGE_OF_MONEY = lazy_regex(r"\sto\s[$₩€¥£]?[0-9]")
_LEVEL_BEFORE = lazy_regex(r"\b(?:at|to|of|was|is|reached|posted|recorded|hit)\s$")
_INDEX_BEFORE = lazy_regex(r"지수[가는은이]?\s$")

_FALLS = (
    r"f[ea]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin\w{1,3}|decreas\w{1,3}|shr[aiu]nk\w{0,3}|slid\w?"
    r"|slip(?:s|ped)|dip(?:s|ped)?|contract(?:s(?!\sof\b)|ed|ing|ion)|tumbl\w{1,2}|plung\w{1,2}|slump(?:s|ed)?"
    r"|s[aiu]nk|reduc\w{1,4}|los[st]|retreat(?:s|ed)?|eased|down|lower|less|fewer|minus"
)
_PHRASES_WITH_UP = ("made", "make", "makes", "making", "took", "take", "rang")
_UP = "".join(rf"(?<!\b{verb}\s)" for verb in _PHRASES_WITH_UP) + "up"
_RISES = (
    r"r[io]s(?:e|es|en|ing)|increas\w{1,3}|gr[eo]w(?:s|n|ing|th)?|climb(?:s|ed)?|gain(?:s|ed)?"
    r"|expand(?:s|ed)?|expansion|surg\w{1,2}|jump(?:s|ed)?|soar(?:s|ed)?|shot\sup|advanc\w{1,2}|add(?:s|ed)"
    r"|rebound(?:s|ed|ing)?|leapt?|swell(?:s|ed|ing)?|spik\w{1,2}"
    rf"|{_UP}|higher|more|plus"
)
_ADVERBS = (
    r"(?:by|of|an?|about|around|some|nearly|almost|only|just|over|another|further|sharply|slightly"
    r"|modestly|more\sthan|less\sthan|up|down|rate|y(?:ea|o)r?-on-y\w{0,3}|(?:on-)?(?:year|month|quarter)"
    r"(?:-on-(?:year|month|quarter))?|annual|monthly|quarterly|sharp|steep)"
)
_CHANGE_BEFORE = lazy_regex(
    rf"\b(?:(?P<fall>{_FALLS})|(?:{_RISES}))(?:\s{_ADVERBS}){{0,4}}(?:\s\(?|\s?\()$"
)
_CHANGE_AFTER = lazy_regex(
    rf"\s(?:{_ADVERBS}\s){{0,2}}(?:(?P<fall>{_FALLS})|(?:{_RISES}))\b(?!\s(?:by\s)?[$0-9])"
    # "전월 대비 0.3%, 전년 동월 대비 2.1% 각각 상승했다"
    r"|(?:,\s(?:[가-힣]{1,8}\s){1,3}대비\s[0-9.]{1,6}\s?%)?\s?(?:가량|정도|나|이|가)?\s?(?:각각\s)?"
    r"(?:(?P<fall_ko>감소|하락|급감|줄|축소|떨어|내려|내렸|낮아|뒷걸음)"
    r"|증가|상승|급증|늘|확대|올라|올랐|높아|성장|뛰)"
)
_DEFICIT_BEFORE = lazy_regex(
    r"\bdeficit\s(?:(?:(?:widen|narrow)ed|came|stood|amounted|was|reached|of|at|to)\s){1,2}$"
    r"|적자(?:는|가|액은)?\s$"
)
_DEFICIT_AFTER = lazy_regex(r"(?:의)?\s?(?:적자|(?:trade\s)?deficit\b)")
_MINUS = frozenset("-–−")
_SIGNS = _MINUS | frozenset("+▲△▼▽")
_FALLING = _MINUS | frozenset("▼▽")
_FALLING_KO = _FALLING | frozenset("▲△")
_BEFORE_MINUS = frozenset(("", *" \n(["))  # before what is a sign and no hyphen
_LOOK = 64  # characters before a figure that say what it is


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount at `text[start:end]`, in `unit`: a currency's code, percent, or what is counted.

    `is_change`: it says by how much something rose or fell, rather than where it stands.
    """

    start: int
    end: int
    value: float
    unit: str
    is_change: bool = False


def find_figures(text: str, dates: Sequence[Span] = ()) -> list[Figure]:
    """The figures that `text` states, in order, never overlapping, but for those within `dates`.

    `dates` are in order too. Never raises; linear in the text.

    >>> found = find_figures("fell 24.3 percent to USD 25.5 billion")
    >>> [(figure.value, figure.unit, figure.is_change) for figure in found]
    [(-24.3, 'percent', True), (25500000000.0, 'USD', False)]
    """
    kept: list[Figure] = []
    ahead = iter(dates)
    span = next(ahead, None)
    for figure in _read(text):
        while span is not None and span.end <= figure.start:
            span = next(ahead, None)
        in_date = span is not None and span.start < figure.end
        if not in_date and (not kept or kept[-1].end <= figure.start):
            kept.append(figure)
    return kept


def _read(text: str) -> Iterator[Figure]:
    # "İ" alone grows when made lower case, and would shift every position after it.
    low = text.replace("İ", "I").lower()
    index_at = low.find("index")
    falling = _FALLING_KO if re.search("[가-힣]", text) else _FALLING
    for found in _FIGURE.finditer(low):
        before = low[max(0, found.start() - _LOOK) : found.start()]
        if _is_range(found, low, before):
            continue
        written = text[max(0, found.start() - _LOOK) : found.start()]
        read = _read_value(found, before, written, after_index=0 <= index_at < found.start())
        sign = _read_sign(before)
        if read is None or sign is None:
            continue
        value, unit, end = read
        changes, falls = _read_change(before, low, end)
        is_change = changes or (sign != "" and unit in SHARES)
        signed = -value if falls or sign in falling else value
        yield Figure(found.start() - len(sign), end, signed, unit, is_change)


def _read_value(
    found: re.Match[str], before: str, written: str, *, after_index: bool
) -> tuple[float, str, int] | None:
    """The value, the unit and where its words end; None: it is no figure. `before` is what stands
    before it in lower case, and `written` as it stands."""
    end = found.end()
    if found["money"]:
        return _scale(found["sum"], found["sum_scale"]), _CURRENCIES[found["money"]], end
    if found["share"]:
        return _scale(found["share"]), POINTS if found["points"] else PERCENT, end
    if found["ko"]:
        counter = found["counter"]
        return float(read_amount(found["ko"])), _CURRENCIES.get(counter, counter), end
    if _is_name(found, written):
        return None
    value = _scale(found["count"], found["scale"])
    counted = _find_unit(found.string, end)
    if counted is not None:
        end, unit = counted
        return value, unit, end
    if _INDEX_BEFORE.search(before) or (after_index and _LEVEL_BEFORE.search(before)):
        return value, INDEX, end
    return None


def _read_sign(before: str) -> str | None:
    """The sign right before a figure, "" where there is none; None where that is a hyphen."""
    sign = before[-1:]
    if sign not in _SIGNS:
        return ""
    return sign if sign not in _MINUS or before[-2:-1] in _BEFORE_MINUS else None


def _read_change(before: str, low: str, end: int) -> tuple[bool, bool]:
    """Whether the words beside a figure say that something rose or fell by it, and whether it is
    below zero: it fell, or is a deficit."""
    change = _CHANGE_BEFORE.search(before) or _CHANGE_AFTER.match(low, end)
    if change is not None:
        return True, (change["fall"] or change.groupdict().get("fall_ko")) is not None
    deficit = _DEFICIT_BEFORE.search(before) or _DEFICIT_AFTER.match(low, end)
    return False, deficit is not None


def _is_range(found: re.Match[str], low: str, before: str) -> bool:
    if _RANGE_AFTER.match(low, found.end()):
        return True
    if found["money"] and not found["sum_scale"] and _RANGE_OF_MONEY.match(low, found.end()):
        return True
    range_ = _RANGE_BEFORE.search(before)
    if range_ is None:
        return False
    lead, word = range_.groups()
    return word is None or (lead == "between" if word == "and" else lead != "from")


def _is_name(found: re.Match[str], before: str) -> bool:
    """Whether a number is a year, or part of a name: "Section 232", "the Boeing 737 jets"."""
    if found["scale"] or "," in found["count"]:
        return False
    if _YEAR.fullmatch(found["count"]) or _LABEL.search(before.lower()):
        return True
    return _NAME.search(before) is not None


def _find_unit(low: str, position: int) -> tuple[int, str] | None:
    """What is counted by the number before `position`, and where its words end."""
    words = _WORDS.match(low, position)
    if words is None:
        return None
    for word in re.finditer(r"[^\s]+", words[1]):
        name, end = word[0], words.start(1) + word.end()
        if name in _NO_UNIT or low[end : end + 1].isalnum():
            return None
        for phrase, unit in _PHRASES.items():
            if low.startswith(phrase, end - len(name)):
                return end - len(name) + len(phrase), unit
        if name in _CURRENCIES or name in _SYMBOLS:
            return end, _CURRENCIES.get(name) or _SYMBOLS[name]
        if name.endswith("s") and not name.endswith(("ss", "us", "is")) and len(name) > 3:
            return end, name
        if name.endswith("ing"):
            return None
    return None


def _scale(number: str, scale: str | None = None) -> float:
    return round(float(number.replace(",", "")) * _SCALES[scale or ""], 6)
