"""What kind of thing a question asks for; which sentences hold one: `answer_candidates`.

After Li and Roth 2002 (https://aclanthology.org/C02-1150/), with the few coarse classes that
words alone can tell. A question of another kind has no type, and nothing follows from that.
"""

import re
from enum import Enum

from qa.lazy_regex import lazy_regex


class AnswerType(Enum):
    """The kind of thing asked for. A CHANGE is an amount too, stated in percent as a rule; so is a
    COUNT, of people or things, never of money. A NAME is of whatever "which" asks for. A STREAK is
    how many times in a row something came."""

    AGE = "age"
    AMOUNT = "amount"
    CHANGE = "change"
    COUNT = "count"
    DATE = "date"
    PERSON = "person"
    PLACE = "place"
    REASON = "reason"
    NAME = "name"
    STREAK = "streak"


FIGURES = frozenset({AnswerType.AMOUNT, AnswerType.CHANGE, AnswerType.COUNT, AnswerType.STREAK})
"""Kinds that a figure answers."""

_MOVES = (
    r"ris\w*|rose|grow\w*|grew|increas\w*|f[ae]ll\w*|drop\w*|declin\w*|decreas\w*|gain\w*|chang\w*"
    r"|expand\w*|shr[ai]nk\w*|jump\w*|climb\w*|slip\w*|surg\w*|plung\w*|slump\w*|improv\w*"
    r"|contract(?:ed|ing)"
)
_WORDS_BETWEEN = r"(?:[\w’'-]+ ){0,4}"
_NO_CAUSE = r"(?!(?:drove|drives|caused|explain(?:s|ed)|led|(?:is|was|lay) behind)\b)"
# Words that are typed in place of a question: "dredging cost", "온라인 매출 비중".
_NO_QUESTION = (
    r"^(?!.*\b(?:who|whom|whose|what|which|when|where|why|how|do|does|did|is|are|was|were|has|have|had"
    r"|will|would|can|could|should)\b)"
)
_MEASURED = (
    r"(?:number|amount|figure|value|total|price|cost|sum|size|level|volume|surplus|deficit|balance"
    r"|turnover|output|capacity|budget|fee|salary|vote|score|margin|(?:import|oil|fuel|wage) bill)"
)
# What statistics count: asked for by its name alone it is a figure that is asked for.
_INDICATOR = (  # but not what they are the matter of: "news on exports"
    r"(?<!\bon )(?<!\babout )(?<!\bof )(?<!\bto )(?<!\bfor )(?<!\bfrom )(?<!\bin )"
    r"(?:exports|imports|fdi|(?:direct |facility )?investments?|sales|production|consumption"
    r"|shipments|orders|inflows?|outflows?|revenues?|(?:bilateral|total) trade)"
)
_ALONE = (  # and not before another noun: "budget resolution", "value chain"
    r"(?=\W*$|\s(?:of|for|in|by|at|to|on|last|this|per|since|until|[0-9]|q[1-4]\b|h[12]\b|jan|feb|mar|apr"
    r"|may|june?|july?|aug|sep|oct|nov|dec))"
)
_ENDING = r"(?=$|[은는이가을를?])"
# What has a name of its own, where goods and industries have none: "which products".
_NAMED = (
    r"(?:law|act|bill|agency|ministry|company|firm|organi[sz]ation|association|programme?|project"
    r"|committee|office|university|ship|award|title|agreement)"
)
_NO_VERB = r"(?!(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|the)\b)"
_UNNAMED = (
    r"(?:products?|items?|goods|industr(?:y|ies)|sectors?|exports?|imports?|destinations?|categor(?:y|ies)"
    r"|fields?|areas?|way|direction|period|quarter|releases?|documents?|announcements?|reports?"
    r"|statements?|news|figures?)"
)
_NO_THING = r"(?! (?:is|are|was|were) (?:the|this|that|these|those|its|their)\b)"
# The first that matches decides: "what year" before "what", "how long ago" before "how long",
# "how much did exports rise" before "how much".
_ASKED = (
    (
        AnswerType.REASON,
        r"^\W*(?:and |but |so )?why\b|\bwhy (?:is|are|was|were|do|does|did)\b|왜(?![가-힣])",
    ),
    (
        AnswerType.STREAK,
        r"\b(?:months?|quarters?|years?|weeks?|times) (?:in a row|running|straight|in succession)\b"
        r"|\bhow (?:many|long)\b.*\b(?:(?:consecutive|straight|successive)"
        r" (?:month|quarter|year|week)s?|in a row|consecutively)\b|\bstreak\b"
        r"|몇 ?(?:개월|달|분기|년|해) ?(?:연속|째|내리)",
    ),
    (
        AnswerType.AGE,
        rf"\bwhat age\b(?! (?:group|range|bracket)s?\b)|\bhow old\b{_NO_THING}"
        r"|\bhow old\b.*\b(?:when s?he|die[ds]?)\b|몇 ?살|향년|나이[는가]",
    ),
    # Not "Who won it, and when?", but "Who was there when it opened?".
    (AnswerType.PERSON, r"^\W*(?:and |so )?who\b(?!.*\band when\b)"),
    (
        AnswerType.DATE,
        r"\b(?:when|(?:what|which) (?:year|month|date|day|century|decade|time)|how long ago)\b"
        r"|언제|며칠(?!로|간|이나|쯤|씩| ?동안| ?걸)|몇 ?년도|몇 ?월",
    ),
    (
        AnswerType.CHANGE,
        rf"\bhow (?:much|far|fast|strongly|sharply)\b.*\b(?:{_MOVES})\b|\bby how\b|\bpercent|%"
        rf"|\by-?o-?y\b|year[- ]on[- ]year|\b(?:what|which) {_NO_CAUSE}{_WORDS_BETWEEN}"
        r"(?:growth|increase|decrease|rise|fall|decline|drop|change|share|proportion|rate)\b"
        r"|\b(?:growth|increase|decrease|decline) rate\b"
        r"|\brate of (?:growth|increase|decrease|decline|change)\b"
        r"|\bhow (?:did|do|does|have|has|had|are|is|was|were) .*\b(?:do|doing|done|far(?:e|ed|ing)"
        r"|perform\w*|develop\w*|go|going|h[oe]ld\w* up)\b"
        r"|(?:증가|감소)율|(?:성장|상승|하락)률|증감|비중|몇 ?(?:퍼센트|프로)|얼마나"
        r" (?:늘|줄|변|증가|감소|올[라랐]|내[려렸]|상승|하락|성장)"
        r"|(?:활용|이용|가동|점유|보급|실업|고용|자급|달성)[률율]"
        rf"|{_NO_QUESTION}.*\b(?:share|proportion|percentage|growth|(?:utili[sz]ation|usage|operating"
        rf"|unemployment|employment|inflation|penetration) rate){_ALONE}",
    ),
    (
        AnswerType.COUNT,
        r"\bhow many (?!(?:[a-z-]+ ){0,2}(?:dollars|won|euros|yen|yuan|percent\w*)\b)"
        r"|\b(?:no\.|number) of\b|\bhead ?count\b"
        r"|몇 ?(?:명|분이|사람|곳|군데|개(?!월)|건|대|척|가지|나라|차례|번(?!째)|채)"
        rf"|(?:(?:건|대|척|개|횟|가구|기업|업체|국가|회원|직원)수|[가-힣] 수|인원){_ENDING}",
    ),
    (
        AnswerType.AMOUNT,
        r"\bhow (?:much|many|long|old|far|large|big|tall|high|often|fast|wide|deep|heavy)\b"
        rf"|\b(?:what|which) {_NO_CAUSE}{_WORDS_BETWEEN}{_MEASURED}\b"
        r"|\btotal of\b|\bwhere (?:do|does|did|is|are) .*\bstand"
        rf"|{_NO_QUESTION}.*\b(?:{_MEASURED}s?|{_INDICATOR}){_ALONE}"
        rf"|\bwhat(?:['’]s| (?:is|are|was|were)) {_WORDS_BETWEEN}{_INDICATOR}{_ALONE}"
        r"|얼마|몇|며칠|규모|수지|건수|어느 (?:정도|수준)|[금총]액|액(?![가-힣])|액[은이]"
        rf"|(?:예산|비용|가격|수수료|매출|실적|물량|누[계적]|합계|용량){_ENDING}"
        r"|(?:수출|수입|판매|생산|소비|투자)[은는이가]?\W*$",
    ),
    (AnswerType.PERSON, r"\b(?:who|whom|whose)\b|누구|누가|어느 분"),
    (
        AnswerType.PLACE,
        r"\b(?:where|(?:what|which) (?:city|country|place|location|state|town|region|venue"
        r"|nation|county|countries))\b|어디|어느 (?:나라|도시|지역|국가)",
    ),
    (
        AnswerType.NAME,
        rf"\bwhich (?!(?:[\w’'-]+ ){{0,2}}?{_UNNAMED}\b)"
        rf"|\bwhat (?:{_NO_VERB}[\w’'-]+ ){{0,2}}?{_NAMED}\b"
        r"|\bnames? of\b|\bwhat (?:is|are|was|were) .* (?:called|named)\b|이름|명칭",
    ),
)
_ASKED_PATTERNS = tuple((kind, lazy_regex(words, re.IGNORECASE)) for kind, words in _ASKED)


def find_answer_type(question: str) -> AnswerType | None:
    """The kind of thing a question asks for; None when its words do not tell.

    >>> find_answer_type("How much did exports rise in November?")
    <AnswerType.CHANGE: 'change'>
    """
    for kind, pattern in _ASKED_PATTERNS:
        if pattern.search(question):
            return kind
    return None
