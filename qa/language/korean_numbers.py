"""Figures, dates and joined nations in Korean text, rewritten as English releases write them.

    2025년 12월 11일   December 11, 2025
    255억 달러         USD 25.5 billion
    제14차             14th
    한·미              Korea-U.S.

Words are left to `qa.language.glossary`.
"""

import re

from qa.language.korean_amounts import read_amount
from qa.lazy_regex import lazy_regex
from qa.periods.month_names import MONTH_NAMES

HANGUL = "ㄱ-ㆎ가-힣\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7fb"
"""What a run of Hangul is made of, for a character class."""

COUNTERS = {
    "개국": "countries", "개사": "companies", "개월": "months", "개": "", "명": "people",
    "인": "people", "대": "units", "건": "cases", "곳": "places", "톤": "tons", "배럴": "barrels",
    "배": "times", "회": "times", "차례": "times", "번": "times", "년": "years", "달": "months",
    "주": "weeks", "일": "", "시간": "hours", "종": "types", "가지": "types", "척": "ships",
    "분기": "quarters", "국": "countries",
}  # fmt: skip
_CURRENCIES = {
    "미국 달러": "USD", "미 달러": "USD", "미달러": "USD", "달러": "USD", "불": "USD", "원": "KRW",
    "유로": "EUR", "엔": "JPY", "위안": "CNY", "파운드": "GBP",
}  # fmt: skip
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_NATIONS = {
    "한": "Korea", "미": "U.S.", "중": "China", "일": "Japan", "러": "Russia", "영": "UK",
    "북": "North Korea",
}  # fmt: skip
# Figures and signs that belong to a word of the glossary.
_RESPELLED = (
    ("2차전지", "이차전지"),
    ("2차 전지", "이차전지"),
    ("몇%p", "몇 퍼센트포인트"),
    ("몇 %p", "몇 퍼센트포인트"),
    ("몇%", "몇 퍼센트"),
    ("몇 %", "몇 퍼센트"),
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()

_FIGURE = r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,6})?|[0-9]{1,15}(?:\.[0-9]{1,6})?"
# What follows makes another word of it: 원자력, 불확실, 엔진, 원인 but not 원인가요.
_NOT_MONEY = "전|자|유|산|내|료|천|활|동|화|확|가리|가피|진|지|비|터|인(?!가|지)"
_STEP = rf"(?:{_FIGURE}) ?(?:[십백천][조억만]?|[조억만])"
_AMOUNT = lazy_regex(
    rf"(?<![0-9.,])((?:{_STEP}(?: ?{_STEP}){{0,3}}(?:[0-9]{{1,4}})?)|{_FIGURE})여?"
    rf"(?: ?({'|'.join(_CURRENCIES)})(?!{_NOT_MONEY}))?"
)
_YEAR = r"(?:(?<![0-9])((?:19|20)[0-9]{2})년도?|['‘’]([0-9]{2})년)"
_MONTH, _DAY = r"(1[0-2]|0?[1-9])", r"(3[01]|[12][0-9]|0?[1-9])"
_UNTIL = r" ?[~∼～–-] ?"
_DATE = lazy_regex(
    rf"(?:{_YEAR} ?)?(?<![0-9.])(?:{_MONTH}월?{_UNTIL})?{_MONTH}월"
    rf"(?: ?{_DAY}일?(?:{_UNTIL}{_DAY}일?)?(?<=일))?"
)
_QUARTER = lazy_regex(rf"(?:{_YEAR} ?)?(?<![0-9.])([1-4])(?:/4)? ?분기(?! ?연속)")
_YEAR_ALONE = lazy_regex(rf"{_YEAR}(대(?!비))?(?! ?연속)")
_CONSECUTIVE = lazy_regex(r"(?<![0-9.])([0-9]{1,4}) ?(개월|분기|년|주|일|회|차례|번) ?연속")
_ORDINAL = lazy_regex(
    r"(?<![0-9.,])(?:(?<![가-힣])제 ?)?([0-9]{1,3}) ?"
    r"(?:차(?!관|원|전지|례|량|이)|번째|위(?!원)|(?=차관))"
    r"|(?<![가-힣])제 ?([0-9]{1,3}) ?(?:회|대|호|기)?"
)
_TENS = {"열": 10, "스무": 20, "스물": 20, "서른": 30}
_ONES = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
_IN_WORDS = lazy_regex(
    rf"(?<![가-힣])(?:({'|'.join(_TENS)})({'|'.join(_ONES)})?|({'|'.join(_ONES)})) ?번째"
)
_JOINT = "[·‧・∙–-]"
_NATION_CHAIN = lazy_regex(
    rf"(?<![{HANGUL}])[한미](?:"
    rf"(?:{_JOINT}[{''.join(_NATIONS)}](?=[은는을를의과와에]?(?![{HANGUL}])))+"
    rf"|{_JOINT}(?=[가-힣A-Z])|(?=[A-Z]))"
)


def rewrite_numbers(text: str) -> str:
    """Dates, amounts, ordinals and joined nations, in English where they stand."""
    for korean, plain in _RESPELLED:
        text = text.replace(korean, plain)
    text = _NATION_CHAIN.sub(_join_nations, text)
    text = _CONSECUTIVE.sub(lambda m: f"{m[1]} consecutive {COUNTERS[m[2]] or 'days'}", text)
    text = _QUARTER.sub(lambda m: join_words(_ORDINALS[int(m[3]) - 1], "quarter", _year(m)), text)
    text = _DATE.sub(_write_date, text)
    text = _YEAR_ALONE.sub(lambda m: _year(m) + ("s" if m[3] else ""), text)
    text = _IN_WORDS.sub(_count_words, text)
    text = _ORDINAL.sub(lambda m: f" {_write_ordinal(int(m[1] or m[2]))} ", text)
    return _AMOUNT.sub(_write_amount, text)


def _join_nations(match: re.Match[str]) -> str:
    names = "-".join(_NATIONS[sign] for sign in match[0] if sign in _NATIONS)
    return names if match[0][-1] in _NATIONS and len(match[0]) > 1 else f"{names}-"


def _year(match: re.Match[str]) -> str:
    return match[1] or (f"20{match[2]}" if match[2] else "")


def _write_date(match: re.Match[str]) -> str:
    """ "2025년 12월 11일" -> "December 11, 2025"; ranges with "to"."""
    first_month, month, day, last_day = match[3], match[4], match[5], match[6]
    days = join_words(day, last_day and f"to {int(last_day)}") if day else ""
    year = _year(match)
    return join_words(
        first_month and f"{MONTH_NAMES[int(first_month) - 1]} to",
        MONTH_NAMES[int(month) - 1],
        f"{days}," if days and year else days,
        year,
    )


def _count_words(match: re.Match[str]) -> str:
    """ "열두 번째" -> "12번째"."""
    tens, ones = _TENS.get(match[1], 0), _ONES.get(match[2] or match[3], 0)
    return f"{tens + ones}번째"


def _write_ordinal(number: int) -> str:
    """1 -> "first", 10 -> "tenth", 14 -> "14th", 21 -> "21st"."""
    if 1 <= number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    teens = number // 10 % 10 == 1
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _write_amount(match: re.Match[str]) -> str:
    """ "255억 달러" -> "USD 25.5 billion"; a figure alone stays as it stands."""
    currency = _CURRENCIES.get(match[2] or "", "")
    value = read_amount(match[1])
    if not currency and match[1].replace(",", "").replace(".", "").isdecimal():
        return match[0]
    for scale, name in _SCALES:
        if value >= scale:
            return join_words(currency, f"{(value / scale).normalize():,f}", name)
    return join_words(currency, f"{value:,f}")


def join_words(*words: str | None) -> str:
    """The words that are there, with spaces between them."""
    return " ".join(word for word in words if word)
