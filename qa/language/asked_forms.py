"""Things that are written in few ways, asked for: a telephone number, a temperature, a salary.

A release without anything of that form, in title or body, does not tell it, however well the rest
fits. Of what is written in many ways, as dates, counts and names are, nothing is said.
"""

import re
from typing import NamedTuple

_WHAT = r"\b(?:what|which)(?:['’]s| (?:is|are|was|were))?"
_WORDS = r"(?: (?!of\b|on\b|in\b|about\b|by\b|for\b|that\b)[\w’'-]+){0,4}?"
_KO = r"(?:[은는이가]? ?(?:얼마|몇|어느|어떻게)|[은는]?\W*$)"  # behind what is asked for


class Form(NamedTuple):
    """What a thing is called here, how it is asked for, and how it is written."""

    name: str
    asked: re.Pattern[str]
    written: re.Pattern[str]

    def is_in(self, text: str) -> bool:
        """Whether anything in a text, of either language, is written so."""
        return self.written.search(text) is not None


FORMS = tuple(
    Form(name, re.compile(asked, re.IGNORECASE), re.compile(written, re.IGNORECASE))
    for name, asked, written in (
        (
            "phone",
            r"\b(?:(?:tele)?phone|fax|hotline) number\b|(?:전화|팩스) ?번호",
            r"\d{3,4}[-.‐–) ]+\d{4}\b|☎|국번|전화\D{0,10}\d{3}"
            r"|\b(?:call|dial|(?:tele)?phone|hotline|tel)\b\D{0,20}\d{3}",
        ),
        ("mail", r"\be-?mail address|이?메일 주소", r"\w@\w"),
        (
            "web",
            r"\b(?:web(?:site)?|internet) address|\burl\b|(?:홈페이지|누리집|웹사이트) 주소",
            r"https?:|www\.|\w\.(?:com|org|net|gov|edu|kr|eu)\b",
        ),
        (
            "temperature",
            rf"{_WHAT}{_WORDS} temperatures?\b|\bhow (?:hot|cold|warm)\b|(?:기온|온도){_KO}",
            r"[°℃℉]|\b(?:degrees|celsius|fahrenheit)\b|\d ?도(?:[를로씨의까]|(?![가-힣]))"
            r"|영[하상] ?\d",
        ),
        (
            "share",
            r"\b(?:what|which) (?:percentage|share|proportion)\b|\bwhat per ?cent\b"
            r"|비중[은이]?\s?(?:얼마|몇|어느)|몇 ?(?:퍼센트|프로|%)",
            r"%|\bper ?cent|\bpct\b|\b(?:half|thirds?|quarters?|fifths?|majority|most|all|none)\b"
            r"|퍼센트|절반|과반|대부분",
        ),
        (
            "colour",
            r"\bwhat colou?rs?\b|무슨 ?색|어떤 ?색",
            r"\b(?:colou?r|red|blue|green|yellow|orange|purple|pink|black|white|gr[ae]y|brown|gold"
            r"|golden|silver|navy)|색|빨간|파란|노란|검은|흰|초록",
        ),
        (
            "height",
            rf"\bhow (?:tall|wide|deep)\b|{_WHAT}{_WORDS} (?:height|depth)\b"
            rf"|(?:높이|너비|깊이|수심){_KO}",
            r"\d[- ]?(?:[ckm]?m|ft)\b|met(?:er|re)s?\b|\b(?:feet|foot|inch(?:es)?|miles?|yards?)\b"
            r"|\bstor(?:e?y|e?ys|ies)\b|\bfloors?\b|\d ?(?:미터|층|[㎜㎝㎞])",
        ),
        (
            "weight",
            r"\bhow heavy\b|\bhow much\b.*\bweighs?\b(?! on| down)"
            rf"|{_WHAT}{_WORDS} weight\b|(?:무게|중량){_KO}",
            r"\d ?(?:k?g|t|lbs?)\b|\b(?:(?:kilo)?grams?|kilos?|tons?|tonnes?|pounds?|ounces?)\b"
            r"|\d ?(?:톤|킬로|그램|㎏)",
        ),
        (
            "area",
            rf"{_WHAT}{_WORDS} (?:floor|land|surface|total) area\b|\bhow (?:large|big) an area\b"
            rf"|면적{_KO}|몇 ?(?:평|헥타르)",
            r"\b(?:square|sq|hectares?|acres?|pyeong)\b|\d ?ha\b|㎡|㎢|m²|\d ?(?:평|헥타르|제곱)",
        ),
        (
            "time",
            r"\b(?:what|which) (?:time|hour)(?= (?:is|was|does|did|do|will|are|were)\b)"
            r"|몇 ?시(?![간기])",
            r"\d ?[ap]\.?m\b|o['’]clock|\d:\d\d|\b(?:noon|midnight)\b|오[전후]|\d ?시(?![가-힣])"
            r"|\d시[에부까로]|정오|자정",
        ),
        (
            "salary",
            r"\bsalar(?:y|ies)\b|\bhow much\b.*\b(?:earns?|(?:get|gets|is|are) paid)\b"
            rf"|(?:연봉|월급|급여){_KO}",
            r"\b(?:salar|wages?\b|pay\b|paid\b|stipend|remunerat|earns\b|earnings|income)"
            r"|연봉|월급|급여|보수|임금|봉급|소득",
        ),
        (
            "vote",
            rf"\bby what{_WORDS} (?:vote|score)\b|{_WHAT}{_WORDS} vote (?:count|tally)\b|몇 대 몇",
            r"\b\d{1,3} ?(?:[-–—:]|to|대) ?\d{1,3}\b|unanim|voice vote|만장일치",
        ),
        (
            "university",
            r"\b(?:what|which) (?:universit(?:y|ies)|colleges?)\b|(?:어느|어떤|무슨) 대학",
            r"universit|college|\binstitute|\bschool|academ|\bMIT\b|(?-i:[A-Z]IST\b|\bTech\b)|대학|과기원",
        ),
        (
            "law_firm",
            r"\b(?:what|which) law firms?\b|(?:어느|어떤|무슨) (?:로펌|법무법인)",
            r"\blaw(?:yer| firm)|\battorney|\bLLP\b|[a-z] & [a-z]|로펌|법무법인|변호사",
        ),
        (
            "hospital",
            r"\b(?:what|which) hospitals?\b|(?:어느|어떤|무슨) 병원",
            r"hospital|medical|clinic|health|병원|의료원",
        ),
    )
)
"""All of them, the first that is asked for counts."""


def find_asked_form(question: str) -> Form | None:
    """The form of what a question asks for; None where that has none of its own.

    >>> form = find_asked_form("What is the phone number of the center?")
    >>> form.name, form.is_in("Call 02-3150-2114."), form.is_in("The center has 2,114 rooms.")
    ('phone', True, False)
    """
    return next((each for each in FORMS if each.asked.search(question)), None)
