"""What merely looks like a date: a verb, a name, an amount, a section, an address.

Each test looks at a few words around something already found, so none costs anything where
nothing was found. `text` is as written, `low` the same in lower case, character by character.
"""

import re

from qa.lazy_regex import lazy_regex
from qa.periods.english_words import FIGURES
from qa.periods.month_names import FULL_NAME, SHORTENED

_REACH = 48  # characters looked at on either side

# Months that are also a verb, an adjective or a name, and abbreviations that are also words.
_DOUBTFUL = frozenset("may march august april june jan mar jun sep dec".split())
_BEGIN = r"(?:^|[\s(\"“‘'—–-])"
_MONTH_AFTER = lazy_regex(
    rf"(?:\s(?:to|through|until|and|or|vs\.?|versus)\s|\s?[-–—~/&,]\s?)(?:{FULL_NAME}|{SHORTENED})\b"
)
_MONTH_BEFORE = lazy_regex(
    rf"\b(?:{FULL_NAME}|{SHORTENED})\.?(?:\s?[-–—~/]\s?|\s(?:to|through|and|or|vs\.?|versus)\s)$"
)
_PREPOSITION = lazy_regex(
    rf"{_BEGIN}(?:in|since|until|till|by|from|through|during|between|for|of|last|this past|next"
    r"|early|late|mid|as of|before|after|year['’]s)[\s-]{1,3}$"
)
_CUE_BEFORE = lazy_regex(rf"{_BEGIN}(?:this|to|and|or|than|around|(?:{FULL_NAME}),?)[\s-]{{1,3}}$")
_FIGURES_AFTER = lazy_regex(
    rf"(?:['’]s(?:\s[a-z-]+){{0,2}}?)?\s(?:{FIGURES}|jobs|employment|(?:ex|im)port\s(?!of\b)[a-z]+s)\b"
)
_FIGURES_NEAR = lazy_regex(
    rf"(?:\s(?!(?:on|against|for|of|to|in|over|about|and)\b)[a-z-]+){{0,2}}?{_FIGURES_AFTER.pattern}"
)
_FIGURES_BEFORE = lazy_regex(rf"\b{FIGURES}[\s,:(–-]{{1,3}}$")
_AT_END = lazy_regex(r"[\s?.)]*$")
# "What did May bring?", where a person would say or ask.
_ASKED_OF = lazy_regex(r"\b(?:did|does|do|was|were|has|had|have|will|is|how)\s$")
_OF_A_MONTH = lazy_regex(
    r"\s(?:bring|brought|see|show|turn|turned|look|looked|looking|go|gone|shape|compare|fare|end|close|yield"
    r"|deliver|perform|treat|like|for)\b"
)
_ANOTHER_YEAR = lazy_regex(
    r",?\s{1,2}(?:(?:of|in)\s)?(?:[0-9]{4}(?![0-9])|(?:that|the)\s(?:same\s)?year\b)"
)
_NAME_AFTER = lazy_regex(r"\s{1,2}(?:[A-Z][a-z]|[A-Z]\.)")
_NAME_BEFORE = lazy_regex(r"(?:\b(?:ms|mr|mrs|dr|sen|rep|gov|miss|senator|representative)\.?\s)$")
_MARCH = lazy_regex(
    r"\s(?:of\s(?:dimes|the\b(?!\syear))|on\s(?:washington|for)|for\s|madness|against|toward)"
)
_RECURRING = lazy_regex(r"\b(?:every|each|any)\s{1,2}$")
_PART_OF = lazy_regex(r"\b(?:a|one)[\s-]{1,2}$")
_HYPHENATED = lazy_regex(r"-[a-zà-ÿ]")

_AMOUNT_BEFORE = lazy_regex(
    r"(?:[$€£₩#@№]|\b(?:usd|us|krw|eur|jpy|cny|rmb|no|nos|number|numbered|section|sections|sec|article|art|title"
    r"|h\.?\s?r|hb|sb|s\.?\s?res|h\.?\s?res|res|p\.?l|law|room|suite|rm|box|page|pages|pp|chapter"
    r"|rule|form|decree|notice|resolution|ks\s[a-z]|bldg|building|floor|docket|route|highway|hwy|channel|model|version|iso|phone|tel|fax|ext|extension"
    r"|approximately|nearly|almost|roughly|more than|fewer than|less than|at least|another"
    r"|windows|office)\.?|(?<![a-z.])[sp]\.)\s{0,2}$"
)
_AMOUNT_AFTER = lazy_regex(
    r"\s?(?:%|°)|[\s-](?:percent|per\scent|million|billion|trillion|thousand|hundred|dozen|units?"
    r"|tons?|tonnes?|people|persons|workers|jobs|employees|companies|firms|participants|acres"
    r"|miles?|kilomet\w+|km|meters?|kw|mw|gw|mwh|kwh|gwh|hz|mhz|megawatts?|gigawatts?|barrels|dollars"
    r"|won|yen|euros?|votes|feet|foot|square|sq|pounds|kilograms?|kg|copies|homes|houses|households"
    r"|students|soldiers|troops|members|veterans|families|residents|patients|children|hours?|hrs"
    r"|points|items|cases|vehicles|cars|times|calories|men|women|seats|beds|gmt|words|pages)\b"
)
_ADDRESS_AFTER = lazy_regex(
    r"\s(?:[A-Z0-9][\w.'’-]{0,20}\s){1,4}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Building|Highway|Parkway)\b"
)
_GOES_ON = lazy_regex(r"-\w|[:@]\w|\.[a-z]|/\w|&")
_HYPHEN_BEFORE = lazy_regex(r"(?:mid|pre|post|early|late|since|end)-$")
_ROUND = ("1900", "2000", "2100")
_YEAR_CUE = lazy_regex(
    r"\b(?:in|since|by|from|until|till|years?|during|after|before|early|late|between|and|to|through"
    r"|of|for|fall|summer|spring|winter)[\s-]{1,2}$"
)
_HALF_CUE = lazy_regex(
    r"(?:\b(?:in|for|during|from|since|by|of|to|through|until|over|than)|year['’]s)\s(?:the\s)?$"
)
_COUNTED = lazy_regex(r"\s[a-z]{3,}s\b")
_SINGULAR_IN_S = lazy_regex(r"\s(?:was|has|its|this|his|across|congress|census|focus)\b")


def is_month(text: str, low: str, start: int, end: int) -> bool:
    """Whether a month's name standing alone, with neither day nor year, is the month.

    >>> is_month("exports may rise", "exports may rise", 8, 11)
    False
    """
    name = low[start:end].rstrip(".")
    before = low[max(0, start - _REACH) : start]
    if _RECURRING.search(before):
        return False
    verb = name == "may" and text[start].islower()
    if _MONTH_AFTER.match(low, end) and not verb:
        return True
    if _HYPHENATED.match(low, end):
        return False
    if _MONTH_BEFORE.search(before) and not (verb and before[-1] == " "):
        return True
    small, said = text[start].islower(), _PREPOSITION.search(before) is not None
    figures = _FIGURES_AFTER.match(low, end) is not None or _ends_figures(low, start, end)
    if len(name) == 3 and name != "may" and low[end - 1] != ".":
        # "Feb exports", "in Dec", "ICT exports, Dec", but neither "Sep 5G", "DEC" nor "Jan Smith"
        if not small and not text[start : start + 2].istitle():
            return False
        named = name in ("jan", "mar") and (not small or not said)
        figures = figures or _FIGURES_NEAR.match(low, end) is not None
        return figures or (not named and (said or _AT_END.match(low, end) is not None))
    if name not in _DOUBTFUL:
        return True
    if name in ("march", "mar") and _MARCH.match(low, end):
        return False
    if said or (_ASKED_OF.search(before) and _OF_A_MONTH.match(low, end)):
        return True
    if small:
        return name in ("april", "june") or _is_typed_month(name, low, start, end)
    if _CUE_BEFORE.search(before) or figures:
        return True
    near = _FIGURES_NEAR.match(low, end) is not None
    if near and (name == "march" or _ASKED_OF.search(before)):
        return True  # "Were May chip exports up?", where "May chip exports rise?" is the verb
    if name in ("may", "march"):
        return False
    return not (_NAME_AFTER.match(text, end) or _NAME_BEFORE.search(before))


def _ends_figures(low: str, start: int, end: int) -> bool:
    """Whether it stands behind what figures are of, at the end: "chip exports (march)"."""
    before = low[max(0, start - _REACH) : start]
    return _AT_END.match(low, end) is not None and _FIGURES_BEFORE.search(before) is not None


def _is_typed_month(name: str, low: str, start: int, end: int) -> bool:
    """Whether "may" or "march" is the month in what was typed without capitals."""
    if low.startswith(("'s", "’s"), end) or _ends_figures(low, start, end):
        return True
    begins = start == 0 or low.endswith((", ", ": ", "(", "- "), 0, start)
    if name == "may" and (not begins or low.find(" be ", end, end + _REACH) >= 0):
        return False  # "what may exports rise to"
    figures = _FIGURES_AFTER if name == "may" else _FIGURES_NEAR
    return figures.match(low, end) is not None


def is_month_of_year(text: str, low: str, start: int, end: int) -> bool:
    """Whether a month's name behind a year is the month ("exports 2024 may rise")."""
    name = low[start:end].rstrip(".")
    if name == "march" and _MARCH.match(low, end):
        return False
    if name not in ("may", "march") or text[start].isupper():
        return True
    if _AT_END.match(low, end) or _MONTH_AFTER.match(low, end) or low[end : end + 1] in (",", ";"):
        return True
    figures = _FIGURES_AFTER if name == "may" else _FIGURES_NEAR
    return figures.match(low, end) is not None


def is_fraction(low: str, start: int) -> bool:
    """Whether a day spelt out is a part: "a third of May exports"."""
    return _PART_OF.search(low[max(0, start - _REACH) : start]) is not None


def is_recurring(low: str, start: int) -> bool:
    """Whether words before say that it is no one day or month: "every Fourth of July"."""
    return _RECURRING.search(low[max(0, start - _REACH) : start]) is not None


def is_month_with_day(text: str, low: str, start: int, end: int) -> bool:
    """Whether a month's name beside a number, without a year, is the month ("may 5" is not)."""
    if low[start:end].rstrip(".") not in ("may", "march", "mar", "dec", "sep", "jan"):
        return True
    before = low[max(0, start - _REACH) : start]
    return (
        not text[start].islower()
        or re.search(r"\b(?:on|from|since|until|by)\s$", before) is not None
    )


def is_year(text: str, low: str, start: int, end: int) -> bool:
    """Whether four figures standing alone are a year.

    >>> is_year("USD 2025 million", "usd 2025 million", 4, 8)
    False
    """
    before = low[max(0, start - _REACH) : start]
    if before[-1:] == "-" and not _HYPHEN_BEFORE.search(before):
        return False
    if _AMOUNT_BEFORE.search(before) or _AMOUNT_AFTER.match(low, end):
        return False
    if _GOES_ON.match(text, end) or _ADDRESS_AFTER.match(text, end):
        return False
    if low[start:end] not in _ROUND:
        return True
    counted = _COUNTED.match(low, end) and not _SINGULAR_IN_S.match(low, end)
    return _YEAR_CUE.search(before) is not None and not counted


def is_of_another_year(low: str, end: int) -> bool:
    """Whether a year follows that cannot be read: "May 1852", "June 8 of that year"."""
    return _ANOTHER_YEAR.match(low, end) is not None


def is_numbered(low: str, start: int) -> bool:
    """Whether a figure that could be a day is the number of something: "Section 5 May"."""
    before = low[max(0, start - _REACH) : start]
    return _AMOUNT_BEFORE.search(before) is not None


def is_part(low: str, start: int, end: int) -> bool:
    """Whether "first quarter" or "second half", without a year, is of a year and not of a game."""
    if low.startswith((" of", " century", " mile", " point"), end):
        return False
    if low.startswith("quarter", end - 7):
        return True
    short = low[end - 5 : end] == "-half" or end - start == 2
    if (short and _FIGURES_NEAR.match(low, end)) or _ends_figures(low, start, end):
        return True
    return _HALF_CUE.search(low[max(0, start - _REACH) : start]) is not None
