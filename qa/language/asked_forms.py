"""Things that are written in few ways, asked for: a telephone number, a temperature, a salary.

A release without anything of that form, in title or body, does not tell it, however well the rest
fits. Of what is written in many ways, as dates, counts and most names are, nothing is said.
"""

import re
from typing import NamedTuple

from qa.lazy_regex import lazy_regex

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
    Form(name, lazy_regex(asked, re.IGNORECASE), lazy_regex(written, re.IGNORECASE))
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
            rf"\bhow (?:tall|wide)\b|{_WHAT}{_WORDS} height\b|(?:높이|너비){_KO}",
            r"\d[- ]?(?:[ckm]?m|ft)\b|met(?:er|re)s?\b|\b(?:feet|foot|inch(?:es)?|miles?|yards?)\b"
            r"|\bstor(?:e?y|e?ys|ies)\b|\bfloors?\b|\d ?(?:미터|층|[㎜㎝㎞])",
        ),
        (
            "depth",
            rf"\bhow deep\b|{_WHAT}{_WORDS} depth\b|(?:깊이|수심){_KO}",
            r"\bdeep|depth|draught|\bdraft\b"
            r"|\d[- ]?(?:met(?:er|re)s?|m|feet|ft) (?:of water|below|down|under)|수심|깊[이은게]",
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
            "votes",
            r"\bhow many votes\b|몇 ?표(?!현|준|지)",
            r"\d ?(?:[a-z]+ )?votes?\b|\bvotes\b[^.,]{0,30}\d|\d ?표(?![가-힣]|현|준)|\d표|unanim",
        ),
        (
            "turnout",
            r"\bturnout\b(?=.*\b(?:vote|election|referendum|poll|ballot)\b)|\bvoter turnout\b"
            rf"|투표율{_KO}",
            r"turnout|\bvoter|\bvotes cast|투표율|투표에 참여",
        ),
        (
            "interest",
            r"\brates? of interest\b"
            r"|\binterest rates?\b"
            r"(?=.*\b(?:loans?|guarantees?|carr(?:y|ies)|pays?|charged?|borrow\w*)\b)"
            rf"|\b(?:loans?|guarantees?)\b.*\binterest rates?\b|(?:금리|이자율|이율){_KO}",
            r"interest|\brates? of \d"
            r"|\d ?(?:%|percent) (?:(?:a|per) (?:year|annum)|annual|apr\b|rate|cap)"
            r"|금리|이자|이율|연 ?\d",
        ),
        (
            "age",
            r"\bhow old (?:is|was) (?:(?:the|its|new|his|her) )*(?:head|minister|president"
            r"|director|chief|chair\w*|ceo|commissioner|governor|ambassador|professor|founder|winner|owner|s?he\b)"
            r"|몇 ?살|나이[는가]",
            r"\bage[ds]?\b|years?[- ]olds?\b|\bborn\b|, \d\d,|\d ?[세살](?![기계율입수대])"
            r"|년생|태어|출생|나이",
        ),
        (
            "ship",
            r"\bnames? of the (?:ship|vessel|tanker|ferry|freighter|boat|carrier)\b"
            r"|\bwhat (?:is|was) the (?:ship|vessel|tanker|ferry|boat) (?:called|named)\b"
            r"|(?:선박|배|유조선|화물선|여객선)의? (?:이름|선명)|선명[은이]",
            r"\b(?:named|called(?! (?:at|on|for|in|off|upon|up)\b)|christened)\b"
            r"|\b(?:MV|M/V|MT|USS|HMS|RV)\b"
            r"|(?-i:\b(?:ship|vessel|tanker|ferry|freighter|boat|carrier),? (?:the )?[\"“‘']?[A-Z])"
            r"|(?-i:the [\"“‘'][A-Z])|[가-힣A-Za-z][’'”」]?호[가는를은의에로, ]",
        ),
        (
            "captain",
            r"\b(?:ship['’]?s )?captain['’]s name\b|\bname of (?:the|its) (?:captain|skipper)\b"
            r"|\bwho (?:was|is) (?:the|its) (?:captain|skipper)\b|선장(?:의)? 이름|선장은 누구",
            r"captain|skipper|선장",
        ),
        (
            "hotel",
            r"\b(?:what|which) hotels?\b|(?:어느|어떤|무슨) 호텔|호텔[은이]\W*$",
            r"hotel|\binn\b|resort|hyatt|hilton|marriott|sheraton|호텔|리조트",
        ),
        (
            "bank",
            r"\b(?:what|which) banks?\b(?! (?:holiday|account|note))|(?:어느|어떤|무슨) 은행",
            r"bank|은행|credit union|농협|수협|\b(?:KDB|IBK|KEXIM)\b",
        ),
        (
            "builder",
            r"\b(?:what|which) (?:construction|building) (?:company|firm)"
            r"|\bwho (?:is|was) the (?:general )?contractor\b|시공(?:사|업체|을 맡은)",
            r"contractor|construction (?:company|firm|arm)|\bbuil(?:t|ding|der)s? (?:by|is|was)|E&C"
            r"|시공|건설(?:사|회사|업체|㈜)|[가-힣]건설|수주",
        ),
        (
            "compensation",
            rf"\bcompensat(?:ion|ed)\b.*\bhow much\b|\bhow much (?:\w+ ){{0,2}}?compensat"
            rf"|보상금{_KO}",
            r"compensat|indemnit|damages|\bpa(?:y|id)\b|보상|배상|위로금|지원금",
        ),
        (
            "price",
            r"\bwhat(?:['’]s| (?:is|are|was|were)) the (?:price|cost|fee)s? (?:of|for)\b"
            r"|\bhow much (?:did|does|do|will|would) .*\bcosts?\b"
            r"|(?:비용|수수료|참가비|입장료|요금)[은이]? ?(?:얼마(?!나)|[은는]?\W*$)",
            r"[$€£¥₩]|\b(?:USD|KRW|EUR|JPY|CNY|won|dollars?|euros?|yen|yuan|cents?)\b|달러|유로|위안"
            r"|엔화|[\d조억만천백] ?원|\bfree\b|no (?:charge|cost)|무료|무상|percent|%",
        ),
        (
            "university",
            r"\b(?:what|which) (?:universit(?:y|ies)|colleges?)\b|(?:어느|어떤|무슨) 대학",
            r"universit|college|\binstitute|\bschool|academ|\bMIT\b|(?-i:[A-Z]IST\b|\bTech\b)|대학|과기원"
            r"|여대|[가-힣]대(?:에서|를|와) ",
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
