"""Whether a question asks for an extreme over time: in which period a figure was highest, lowest,
first beyond some amount or last so, or what its record was.

One release answers that only if it says so (`qa.language.extremes`): what it reports of its own
month is no answer, however well it agrees with the question's words. So only what surely asks is
caught. What is greatest among things is not ("Which product grew most in May?", "the largest
investor"), nor is an event that is called the first or the largest ("When was the first agreement
signed?", "the first woman to"), nor a part of the year ("the first quarter"), nor whether something
was a record, of which a release says yes or no. Only figures have such extremes here: wars and
holidays have theirs too.

In English a superlative has to be said of a period ("which month had the largest", "the best year")
or of how a figure stood then ("when were exports highest", "when did they peak"). "First" and
"last" count before a verb of figures: a first beyond an amount, a last rise, fall or balance. In
Korean the period is what is described ("가장 많았던 달은?"), or "언제" asks of a figure that was.
"""

import re

from qa.language.extremes import LEAST, MOST, Extreme
from qa.lazy_regex import lazy_regex
from qa.periods.month_names import FULL_NAME
from qa.understanding.telling import has_korean, speaks_of_figures

_UNIT = r"(?:month|quarter|year|half(?:-year)?|week|day|period|season|decade)"
_OPENING = (
    r"(?:^\W*(?:(?:and|so|but|ok|okay|hey|please|then)\W+)*(?:(?:can|could|do|would) you\s"
    r"(?:please\s)?(?:tell me|know|say)\s|tell me\s|i wonder\s|any idea\s)?(?:since\s|by\s)?"
    r"(?:(?:exactly|just|so)\s)?|[,:;–—-]\s?)"
)
# "When" as a conjunction asks nothing: "What did he say when exports were highest?"
_WHEN = (
    rf"(?:{_OPENING}when\s(?=(?:did|was|were|is|are|has|have|had|exactly|in|during)\b)"
    rf"|\b(?:what|which)\s(?:single\s|calendar\s)?{_UNIT}\b"
    rf"|\b(?:the|what|which)\s(?:\w+\s)?{_UNIT}\s(?:(?:in|during)\swhich|when|that)\b)"
)
_NEAR = r"[^?]{0,90}?"
_ANY = rf"(?:{MOST}|{LEAST})"
# Where a superlative ends what is said of a figure.
_ENDS = (
    r"(?=\W*$|\sin\W*$|[,;]|\s(?:since|during|between|ever|so far|to date|on record|of all time"
    r"|for|over"
    rf"|in (?:\d+|q\d|the (?:year|month|past|last|first|second|{_UNIT})|this|last|{FULL_NAME}))\b)"
)
_MARKS = (
    r"(?:(?:new|fresh|historic|monthly|annual|all-time)\s)*"
    rf"(?:{_ANY}(?:{_ENDS}|\s(?:\w+\s)?(?:levels?|points?|values?|figures?|amounts?|totals?|readings?"
    r"|volumes?|surplus|deficit)\b)|all[- ]time (?:high|low|peak|record|best)\b"
    r"|record(?:[- ](?:high|low|level)s?\b|(?=\W*$|\s(?:in|before|during|for|since|on|with)\b))"
    r"|(?:peak|trough|maximum|minimum)"
    r"(?=\W*$|\s(?:in|before|during|for|since|of (?:\d|[$₩]))\b))"
)
_REACHES = (
    r"\b(?:reach|hit|touch|attain|achiev|record|post|register|see|saw|set|show|log|notch|mark|climb"
    r"|ris|fall|drop|sink|at|was|were|broke|break|beat)(?:e[dns]?|s|ed|ing|es)?\s(?:up to\s|to\s)?"
    r"(?:(?:an?|the|its|their|our|his|her|for)\s)?"
)
_HAD = (
    r"(?:ha[ds]|sees?|saw|brought|record(?:ed|s)|register(?:ed|s)|post(?:ed|s)|show(?:ed|s)|marked"
    r"|produced|delivered|witnessed|yielded|set)"
)
_KINDS_OF_MONTH = rf"(?:{_ANY}|record|peak|top)(?:[- ]ever)?\s(?:single\s)?{_UNIT}(?![- ]o[nv])"
_HIGH_OR_LOW = (
    # "Which quarter saw the fewest orders?", "the month with the highest exports"
    rf"\b(?:what|which)\s(?:single\s|calendar\s)?{_UNIT}\b(?:\s[\w'.-]+){{0,5}}?\s{_HAD}\s"
    rf"(?:[\w'-]+\s){{0,3}}?(?:{_ANY}|(?:an?\s|the\s)?(?:new\s)?(?:record|all-time)s?)\b",
    rf"\b{_UNIT}\s(?:with|of|having|that (?:had|saw|brought))\s(?:[\w']+\s){{0,2}}?"
    rf"(?:{_ANY}|record(?=\s\w))\b",
    # "What was the best month for car exports?"
    r"\b(?:what|which|when)\s(?:was|were|is|has been|had been)(?:\s(?!in\b|at\b|by\b)[\w']+){0,3}?"
    rf"\s{_KINDS_OF_MONTH}",
    rf"\b(?:what|which)\s{_UNIT}\s(?:was|is|has been)\s(?:[\w']+\s){{0,3}}?{_ANY}{_ENDS}",
    rf"^\W*(?:the\s)?{_KINDS_OF_MONTH}\b",
    # "Highest ICT exports month in 2025?"
    rf"^\W*(?:the\s)?(?:{_ANY}|record|peak|top)\s(?:[\w-]+\s){{1,3}}?{_UNIT}"
    r"(?=\W*$|\s(?:in|of|for|since|ever|so|this|last)\b)",
    # "In which month were the most cars exported?"
    rf"\b(?:what|which)\s{_UNIT}\s(?:was|were)\s(?:the\s)?(?:most|fewest|least)\s(?:[\w-]+\s){{1,4}}?"
    r"(?:(?:ex|im)ported|sold|produced|built|made|ordered|shipped|delivered|registered|invested)\b",
    # "When were ICT exports highest?", "When did they reach their highest level?"
    rf"{_WHEN}{_NEAR}\b(?:was|were|is|are|did|has|have|had|do|does|been|be)\b{_NEAR}"
    rf"(?<!\bat)\s(?:the\s|at (?:its|their|the)\s)?{_ANY}{_ENDS}",
    rf"{_WHEN}{_NEAR}{_REACHES}{_MARKS}",
    # "When was the largest deficit recorded?", "When was the record set?"
    rf"{_WHEN}{_NEAR}\b(?:was|were)\s(?:the|an?|its|their|\w+'s)\s(?:{_ANY}|all-time|record)\b"
    r"(?:\s[\w'-]+){0,8}?\s(?:recorded|registered|posted|reached|seen|observed|logged|set|hit"
    r"|achieved|attained)\b",
    rf"{_WHEN}\s?(?:was|were)\s(?:the|its|their|[\w']+'s)\s{_ANY}\s(?:[\w-]+\s)?(?:fall|drop|decline"
    r"|decrease|rise|increase|gain|jump|growth|contraction|surplus|deficit)s?\b",
    # "When did exports peak?", "When was the peak?"
    rf"{_WHEN}{_NEAR}\b(?:did|has|have|had|do|does)\b{_NEAR}(?<!\bthe)(?<!\ba)\s"
    r"(?:peak(?:ed)?|bottom(?:ed)?(?: out)?)"
    r"(?=\W*$|\s(?:in|at|before|since|during|for|this|last)\b)",
    rf"{_OPENING}(?:when|what) (?:was|is|were) (?:the|its|their|\w+'s) (?:all[- ]time (?:high|low)"
    r"|(?:peak|trough)(?=\W*$|\s(?:of|in|for)\b)"
    r"|record(?:[- ](?:high|low))?(?=\W*$|\s(?:in|for)\b))",
)
# "What is the highest value ever reached?": of a figure, and ever.
_VALUE = (
    r"\b(?:what|how (?:much|high|low|large))\b[^?,]{0,90}?"
    rf"\b(?:{_ANY}|record)\b[^?,]{{0,90}}?"
    r"\b(?:ever|on record|of all time|in history|to date|since records began)\b",
    r"\bhow (?:high|low) (?:have|has|did)\b[^?,]{0,90}?\bever\b",
    rf"\bwhat (?:was|is|were|are|'s) (?:[\w']+\s){{0,2}}?{_ANY}\s(?:single\s)?"
    r"(?:monthly|quarterly|annual|yearly|weekly|daily)\b",
    rf"\bwhat (?:was|is|were|are|'s) (?:[\w']+\s){{0,2}}?(?:{_ANY}|record)\s(?:[\w']+\s){{0,4}}?"
    r"(?:recorded|registered|posted|reached)\b",
    # "What was the highest online share?": the largest one may be of things.
    r"^\W*what (?:was|is|were|are) the (?:highest|lowest)\s(?:[\w'-]+\s){0,3}?"
    r"(?:share|figure|total|value|amount|volume|reading)\W*$",
    r"^\W*(?!(?:did|do|does|was|were|is|are|has|have|who|what|why|how)\b)(?:[\w'-]+\s){1,5}?"
    r"(?:record|all[- ]time)[- ](?:high|low)\W*$",
)
_LOW = lazy_regex(rf"\b(?:{LEAST}|low|trough|bottom\w*|minimum)\b", re.IGNORECASE)

_NUMBER = (
    r"(?:(?!in\b)[\w$₩€]+\s){0,3}?"
    r"(?:(?:us|usd|krw)?\s?[$₩€]?\d|zero\b|(?:an?|one|half an?) [mbt]r?illion)"
)
_THRESHOLD = rf"(?:{_NUMBER}|(?:[\w$.,]+\s){{1,4}}?(?:mark|threshold|barrier|line|level)\b)"
_GOES = (
    r"(?:go|goes|went|gone|rise|rose|risen|climb|jump|move|grow|grew|get|got|fall|fell|fallen|drop|slip"
    r"|sink|sank|dip|decline|come|came|be|is|are|was|were|stand|stood)(?:s|ed|ped|d)?"
)
_BEYOND = (
    rf"(?:{_GOES}\s(?:\w+\s)?(?:above|over|past|below|under|beyond)"
    r"|exceed(?:ed|s)?|surpass(?:ed|es)?)"
)
_REACH = (
    rf"(?:{_BEYOND}|(?:top|pass|cross|break|broke|breach|reach|hit|touch|attain)(?:p?ed|e?s)?"
    rf"|{_GOES}\sto)(?:\sthe)?"
)
_BALANCE = (
    r"(?:(?:turn(?:ed)?|go|went|swing|swung|move[ds]?|slip(?:ped)?|fall|fell|return(?:ed)?)\s"
    r"(?:(?:in|back)?to\s)?(?:an?\s|the\s)?(?:positive|negative|surplus|deficit|red\b|black\b)"
    r"|(?:record|post|register|run|ran|show|see|saw|have|had|suffer|report|log)(?:e[dn])?\s"
    r"(?:an?\s|any\s)?(?:[\w-]+\s)?"
    r"(?:surplus|deficit|fall|decline|decrease|drop|rise|increase|gain|growth|contraction))"
)
_MOVES = (
    r"(?:fall|rise|drop|decline|decrease|increase|grow|shrink|contract|climb|slump|plunge|surge|gain"
    r"|fell|rose|dropped|declined|decreased|increased|grew|shrank|contracted|climbed)"
)
_SO = (
    r"(?:(?:this|that|so|as) (?:high|low|large|small|strong|weak|big|good|bad|much|many|few)"
    r"|in (?:the (?:red|black)|surplus|deficit)|negative|positive|higher|lower"
    rf"|(?:above|below|over|under)\s{_THRESHOLD}|(?:exceed|surpass|top|reach|hit)(?:ed)?\s(?:the\s)?{_NUMBER})"
)
_AT = rf"(?:{_REACH}\s{_THRESHOLD}|{_BALANCE}|(?:above|over|below|under)(?:\sthe)?\s{_THRESHOLD})"
_FIRST = (
    rf"{_WHEN}{_NEAR}\bfirst\s(?:ever\s)?{_AT}",
    rf"{_WHEN}{_NEAR}\b(?:{_AT}|{_MOVES}){_NEAR}\bfor the (?:very )?first time",
    rf"\b(?:when|what|which) (?:was|is) the (?:very )?first (?:time\b|{_UNIT} (?:that|when|to|with"
    rf"|in which)\b){_NEAR}\b{_AT}",
    # What ever was so was so for a first time.
    rf"^\W*(?:have|has|had|did)\b{_NEAR}\bever\s(?:been\s)?{_AT}",
)
# Without "first": to exceed an amount is a matter of time; that one was reached a release says.
_CROSSED = (
    rf"{_WHEN}\s?(?:did|have|has|had|was|were)\b(?:(?!\b(?:first|missions?|projects?|fairs?)\b)"
    rf"[^?]){{0,90}}?\b(?:{_BEYOND}"
    r"|(?:top|pass|cross|break|breach)(?:p?ed|e?s)?"
    r"(?=\s(?:[\w$.,]+\s){1,5}?(?:mark|threshold|barrier)\b))"
    rf"(?:\sthe)?\s{_THRESHOLD}",
)
_LAST = (
    rf"{_WHEN}{_NEAR}\blast\s(?:{_MOVES}(?=\W*$|\s(?:by|in|on|from|to|so|below|above|under|over"
    rf"|month|year|compared|again|faster|slower|more|less)\b)|{_SO}|{_BALANCE})",
    rf"\b(?:when|what|which) (?:was|is) the last (?:time|{_UNIT})\s"
    rf"(?:(?:that|when|in which|with|of)\s)?{_NEAR}\b(?:{_MOVES}|{_SO}|{_BALANCE})\b",
    rf"{_WHEN}{_NEAR}\b(?:{_MOVES}|{_SO}|{_BALANCE}){_NEAR}\bfor the last time",
)
_FIGURES_TOO = lazy_regex(
    r"\b(?:commerce|unemployment|pledge[ds]?|petitions?|applications?|enrol?lments?|foreclosures?"
    r"|jobs)\b",
    re.IGNORECASE,
)
# "When did the center open last fall?" asks of an autumn.
_AUTUMN = lazy_regex(
    r"(?<!s)(?<!demand)(?<!output)(?<!production)(?<!consumption)(?<!investment)(?<!fdi)(?<!bsi)"
    r"(?<!employment)(?<!trade)(?<!index)\slast fall\W*$",
    re.IGNORECASE,
)

_T = r"(?:달|해|월|연도|년도|분기|반기|시기|때|시점)"
_THAT = r"(?:[은는이가인의을를]|이었|였)?(?=[\s?？.!,]|$|[은는이가])"
_WHEN_KO = (
    rf"(?:언제|몇\s?(?:월|년도?|분기)(?!\s?(?:간|동안|째|만|연속|도))|(?:어느|어떤|무슨)\s?{_T})"
)
_TOP_KO = r"(?:가장|제일)\s?(?:많|높|컸|큰|좋|적|낮|작|나빴|나쁜|저조|부진|활발|호조|비쌌|비싼|쌌)"
_MOST_KO = r"(?:가장|제일)\s?(?:많이|크게|높이|빠르게|적게|낮게)\s\S+"
_RECORD_KO = (
    r"(?<!세계 )(?<!세계)(?<!아시아 )(?<!국내 )(?<!동양 )(?:최대|최고|최저|최소|최다|최악)"
    r"(?:치|액|기록|[를을로]|[였이]|\s(?:실적|기록|수준|수출|수입|흑자|적자|수주|매출|판매|생산))"
    r"|신기록|정점|(?<!세계 )역대\s?(?:최대|최고|최저|최소|최다)(?!\s?(?:규모의|규모\s[^로를]))"
)
_HIGH_OR_LOW_KO = (
    rf"{_TOP_KO}\S*\s(?:\S+[을를]\s\S+\s)?{_T}{_THAT}",
    rf"{_TOP_KO}\S*\s(?:\S+[을를]\s\S+\s)?[것건게][은이]?\s?{_WHEN_KO}",
    rf"{_MOST_KO}\s(?:{_T}{_THAT}|[것건게][은이]?\s?{_WHEN_KO})",
    rf"{_WHEN_KO}[^?？]{{0,40}}?(?:{_TOP_KO}\S*(?:[았었했]|나요|던가|니까)|컸|{_MOST_KO}[았었했났])",
    rf"(?:{_RECORD_KO})[^?？]{{0,40}}?(?:{_WHEN_KO}|{_T}{_THAT})",
    rf"{_WHEN_KO}[^?？]{{0,60}}?(?:{_RECORD_KO})",
    r"(?:역대|사상)\s?(?:월간\s|연간\s|분기\s)?(?:최대|최고|최저|최소|최다)\s?(?:치|액|기록|실적"
    r"|\S*(?:수출|수입|흑자|적자|수주|매출|판매|생산)[액량고]?)(?:[은는이가])?\s?(?:얼마|몇|무엇|뭐|[?？]|$)",
    r"(?:최대|최고|최저|최소|최다)\s?(?:기록|치)[은는]?\s?(?:얼마|몇|무엇|뭐|[?？]|$)",
    rf"(?:최대|최고|최저|최소|최다)\s?(?:치\s?)?{_T}[은는이]?\s?(?:{_WHEN_KO}|\W*$)",
)
_LOW_KO = lazy_regex(r"최저|최소|최악|(?:가장|제일)\s?(?:적|낮|작|나|저조|부진|쌌)")
_NUMBER_KO = (
    r"(?:(?<![\d.,])\d[\d.,]{0,15}\s?(?:[천백십]*[억조만]|천|백|달러|원|%|퍼센트|대|명|톤|건)"
    r"|(?<![일이삼사오육칠팔구십백천])[일이삼사오육칠팔구십백천]{1,10}[억조만])"
)
_CROSS_KO = r"(?:넘|돌파|초과|상회|웃돌|도달|밑돌|밑으로|하회|진입|달성|아래로|기록)"
_BALANCE_KO = r"(?:흑자|적자|마이너스|플러스|감소세?|증가세?)(?:[로를]|를\s?기록|\s?전환|으로)"
_CROSSED_KO = rf"(?:{_NUMBER_KO}[^?？]{{0,15}}?{_CROSS_KO}|{_BALANCE_KO})"
_PASSED_KO = r"(?:넘(?!는|을|기)|(?:돌파|초과|상회)(?!하[는기]|할))"
_ASKED_KO = rf"(?:{_T}{_THAT}|[것건게적날][은는이]?\s?{_WHEN_KO}|[은는]\s?{_WHEN_KO})"
_FIRST_KO = (
    rf"(?:처음|최초|첫\s)[^?？]{{0,30}}?{_CROSSED_KO}[^?？]{{0,12}}?{_ASKED_KO}",
    rf"{_CROSSED_KO}[^?？]{{0,6}}?(?:처음|최초)[^?？]{{0,12}}?{_ASKED_KO}",
    rf"{_WHEN_KO}[^?？]{{0,30}}?(?:처음|최초)[^?？]{{0,30}}?{_CROSSED_KO}",
    rf"(?:처음|최초|첫\s)[^?？]{{0,30}}?{_WHEN_KO}[^?？]{{0,30}}?{_CROSSED_KO}",
    rf"{_NUMBER_KO}[^?？]{{0,10}}?{_PASSED_KO}[^\s?？]{{0,4}}\s?{_ASKED_KO}",
    rf"{_WHEN_KO}[^?？]{{0,20}}?{_NUMBER_KO}[^?？]{{0,10}}?{_PASSED_KO}",
)
_MOVED_KO = (
    r"(?:감소|줄어|줄었|하락|증가|늘어|늘었|상승|적자|흑자|떨어|오른|올랐|밑돌|하회|넘|돌파|상회)"
)
_LAST_KO = (
    rf"마지막(?:으로|에)?\s[^?？]{{0,30}}?{_MOVED_KO}[^?？]{{0,12}}?{_ASKED_KO}",
    rf"마지막(?:으로|에)?\s[^?？]{{0,20}}?{_WHEN_KO}[^?？]{{0,20}}?{_MOVED_KO}",
    rf"{_WHEN_KO}\s?마지막(?:으로|에)?\s[^?？]{{0,30}}?{_MOVED_KO}",
    rf"{_MOVED_KO}[^?？]{{0,6}}?마지막[^?？]{{0,8}}?{_WHEN_KO}",
)


def _compile(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return lazy_regex("|".join(f"(?:{each})" for each in patterns), re.IGNORECASE)


_PATTERNS = (_compile(_HIGH_OR_LOW + _VALUE), _compile(_FIRST + _CROSSED), _compile(_LAST))
_PATTERNS_KO = (_compile(_HIGH_OR_LOW_KO), _compile(_FIRST_KO), _compile(_LAST_KO))


def find_extreme(question: str) -> Extreme | None:
    """The extreme over time that a question asks for, if it does.

    >>> find_extreme("In which month of 2013 were ICT exports highest?")
    <Extreme.HIGHEST: 'highest'>
    >>> find_extreme("Which product grew most in May 2013?") is None
    True
    >>> find_extreme("처음으로 10억 달러를 넘은 것은 언제?")
    <Extreme.FIRST: 'first'>
    """
    text = " ".join(question.replace("’", "'").split())
    return _find_korean(text) if has_korean(text) else _find_english(text)


def _find_english(text: str) -> Extreme | None:
    high_or_low, first, last = _PATTERNS
    if not speaks_of_figures(text) and not _FIGURES_TOO.search(text):
        return None
    if last.search(text) and not _AUTUMN.search(text):
        return Extreme.LAST
    if first.search(text):
        return Extreme.FIRST
    if high_or_low.search(text):
        return Extreme.LOWEST if _LOW.search(text) else Extreme.HIGHEST
    return None


def _find_korean(text: str) -> Extreme | None:
    high_or_low, first, last = _PATTERNS_KO
    if last.search(text):
        return Extreme.LAST
    if first.search(text):
        return Extreme.FIRST
    if high_or_low.search(text):
        return Extreme.LOWEST if _LOW_KO.search(text) else Extreme.HIGHEST
    return None
