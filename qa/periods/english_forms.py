"""The forms of English dates: one pattern, and the groups that its readers look at.

Each form is a branch whose groups share its letter: `md_y` is the year of a day said month first.
What they mean, and whether words only look like a date, is left to `english`.
"""

from qa.lazy_regex import lazy_regex
from qa.periods.english_words import (
    DASH,
    DAY,
    DAY_OF_MONTH,
    MONTH,
    ORDINAL,
    ORDINAL_DAY,
    OTHER_YEAR,
    SHORT_MONTH,
    SHORT_WEEKDAY,
    YEAR,
)
from qa.periods.parts import PART

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


# A year that the next word is written onto: "November 2025ICT exports".
_GLUED = r"(?:19|20)[0-9]{2}(?=[a-z]{2}|(?!년)[가-힣])"
# What may stand before two figures that are a year: "11 Feb 05", and "11 Feb 25" at the end.
_NEVER, _PADDED = r"(?!)", r",?\s(?=0)"
_PADDED_OR_LAST = r",?\s(?=0|[0-9]{2}\s*(?:[?.!;)]|$))"


def _year_after(name: str, short: str = _NEVER) -> str:
    of = r"(?:of\s|in\s)?"
    return (
        rf"(?:(?:,?\s{{1,2}}{of}|-(?={YEAR}))(?:(?P<{name}_y>{YEAR}|{_GLUED})|{_other_year(name)})"
        rf"|(?:(?:,?\s{of})?['’]|{short})(?P<{name}_yy>[0-9]{{2}})"
        r"(?![0-9a-z]|[:.,/-][0-9]|\s?(?:%|[ap]\.?m\b)))"
    )


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
    rf"{_year_after('md', _PADDED)}?|{_year_after('m')}"
    r"|\s(?P<m_back>before\slast|just\s(?:gone|past|ended|over)))?"
)
_DAY_FIRST = (  # (Thursday,) 11 (to 12) December (2025), the Fourth of July
    rf"(?:(?P<d_w>{SHORT_WEEKDAY}),?\s{{1,2}}(?:the\s)?)?"
    rf"(?<![0-9][-.,/:])(?P<d>{DAY}|{ORDINAL_DAY}(?=\sof\s))"
    rf"(?:(?:{DASH}|{_AND})(?P<d_to>{DAY}))?\s{{1,2}}(?:of\s)?(?P<d_m>{MONTH})"
    rf"{_year_after('d', _PADDED_OR_LAST)}?"
)
_DASHED = (  # 5-Jan-06
    rf"(?<![0-9][-.,/:])(?P<h_d>{DAY_OF_MONTH})(?P<h_sep>[-/.])(?P<h_m>{MONTH})(?P=h_sep)"
    rf"(?P<h_y>{YEAR}|[0-9]{{2}}(?![0-9a-z]|[-/.,][0-9]))"
)
_SHORT = (  # Oct-24, oct24; with a year behind it, the figures are a day
    rf"(?<![-/])(?P<s_m>{SHORT_MONTH})[-/]?(?P<s_yy>[0-9]{{2}})"
    rf"(?![0-9a-z]|[-/.,:][0-9a-z]|,?\s{{1,2}}{YEAR})"
)
_CODE = (  # Q3, 2025 Q3, 3Q25, H1 2025
    rf"(?:(?P<c_first>(?:19|20)[0-9]{{2}})[\s-]?)?"
    r"(?:(?P<c_unit>[qh])(?P<c_n>[1-4])|(?P<c_n2>[1-4])(?P<c_unit2>[qh]))"
    r"(?:(?:\s|/|,\s|\sof\s|\sfy\s?)?(?P<c_y>(?:19|20)[0-9]{2})|\s?['’]?(?P<c_yy>[0-9]{2})"
    rf"|\s(?:of\s)?{_other_year('c')})?(?![0-9a-z]|-(?![qh0-9])|[.,][0-9])"
)
_WORDS = (  # the third quarter (of 2025)
    rf"(?:(?P<w_first>{YEAR})(?:['’]s)?\s|{_which('w')})?"
    rf"(?P<w_n>(?!fif|six|sev|eig|nin|ten|ele|twe){ORDINAL})[\s-](?P<w_unit>quarter|qtr|half)"
    rf"(?![a-z-]){_year_after('w')}?"
)
_FISCAL = (  # FY 2026, FY26–27, fiscal years 2008 through 2011
    rf"(?:fy|fiscal\s(?:years?\s)?)\s?['’]?(?P<f>{YEAR}|[0-9]{{2}}(?![0-9a-z]|[.,][0-9]))"
    rf"(?:{DASH}(?P<f_to>(?:fy\s?)?['’]?(?:20)?[0-9]{{2}}(?![0-9a-z]|[.,-][0-9])))?"
)
_YEARS = (  # 2022, 2023–27, 2024 October, 2024-Oct
    rf"(?<![0-9][-.,/:])(?P<y>{YEAR})"
    rf"(?:(?:{DASH}|/)(?P<y_to>{YEAR}|[0-9]{{2}}(?![0-9a-z가-힣]|[-/.,][0-9]))"
    rf"|(?P<y_sep>\s{{1,2}}|[-/.])(?P<y_m>{MONTH})"
    rf"(?!,?\s{{1,2}}(?:of\s)?(?:{DAY},?\s{{1,2}})?{YEAR}|\s?['’][0-9]|-[a-z0-9])"
    rf"(?:\s(?P<y_d>{DAY})(?!(?:{DASH}|{_AND})[0-9]))?)?"
)
_BRANCHES = {
    "part": _PART,
    "short": _SHORT,
    "month": _MONTH_FIRST,
    "dashed": _DASHED,
    "day": _DAY_FIRST,
    "code": _CODE,
    "words": _WORDS,
    "fiscal": _FISCAL,
    "year": _YEARS,
}
WITH_YEAR = ("m", "md", "d", "c", "w")  # whose groups `_other_year` makes
# How every branch begins, looked at first because few words do.
_BEGIN = (
    r"\b(?=[0-9]|j(?:an|u[nl])|f(?:eb|i[fnrs]|ou|ri|y)|m(?:a[ry]|on)|a(?:pr|ug)|s(?:at|e[cpv]|ix|un)|o(?:ct|pen)|clos"
    r"|n(?:ov|ext|in)|dec|most\s|bac|earl|ei|el|prev|lat|fro|init|t(?:h[iu]|ue|en|w)|wed|last|past|q[1-4]|h[12])"
    r"(?<![_$€£₩#@=])"
)
NAMED = lazy_regex(
    rf"{_BEGIN}(?:" + "|".join(f"(?P<{name}>{branch})" for name, branch in _BRANCHES.items()) + ")"
)
