"""The office whose holder a question asks for, and which sentences speak of it.

"Who chairs the club?" is answered where a chairman is spoken of, and not by whoever else is named.
Only what plainly asks for an office counts as asking for it; what it may be called in an answer is
read widely, in both languages, as "Commerce Secretary" is 상무장관.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from qa.language.whose_offices import Office, rate_office, read_office
from qa.lazy_regex import lazy_regex

_KEPT = 8192  # texts: those on shortlists come back, and are asked for the same few offices


class _Forms(NamedTuple):
    """An office as questions name it, in English and in Korean, and as sentences may."""

    english: str
    korean: str
    held: str


_CHAIR = r"chair(?:m[ae]n|wom[ae]n|person)?"
_HALLS = r"(?<!회)의장|(?<!연)회장"  # 회의장 and 연회장 are rooms
_DIRECTORS = "국장|실장|소장|원장|단장|팀장|센터장|과장|정책관"
_OFFICES = {
    "chair": _Forms(
        rf"(?:vice[- ]|co-?|deputy )?{_CHAIR}",
        "의장|위원장|회장|이사장",
        rf"(?:co-?)?{_CHAIR}|chair(?:ed|ing)|presid(?:ent|e|ed|ing)|위원장|이사장|주재|{_HALLS}",
    ),
    "minister": _Forms(
        r"minister|secretary(?:[- ]general)?",
        "장관|차관|총리|본부장|사무총장",
        "minister|secretary|장관|차관|총리|본부장|사무총장",
    ),
    "ambassador": _Forms("ambassador|envoy", "대사|특사", "ambassador|envoy|대사(?!관)|특사"),
    "president": _Forms(
        "president",
        "대통령|사장|총재",
        rf"president|{_CHAIR}|ceo|chief executive|대통령|사장|총재|위원장|{_HALLS}",
    ),
    "director": _Forms(
        "director(?:[- ]general)?", _DIRECTORS, f"director|head|chief|manager|{_DIRECTORS}"
    ),
    "ceo": _Forms(
        "ceo|chief executive(?: officer)?",
        "대표이사|대표",
        "ceo|chief executive|president|사장|대표이사|대표",
    ),
    "commissioner": _Forms("commissioner", "위원", "commissioner|위원(?!회)"),
    "governor": _Forms("governor", "지사", "governor|지사"),
    "mayor": _Forms("mayor", "시장", "mayor|시장"),
    "spokesperson": _Forms(
        "spokes(?:man|woman|person)", "대변인", "spokes(?:man|woman|person)|대변인"
    ),
    # Of an organisation that is no ministry or state, whose minister is not its head.
    "head": _Forms(
        "head|chief|leader(?! in| at| on)",
        "수장|책임자",
        r"head(?:ed|ing)?|chief|led by|leader|leading|leadership|manager|director|president|ceo"
        rf"|commissioner|principal|dean|{_CHAIR}|수장|책임자|대표|사장|위원장|이끄는|{_DIRECTORS}|{_HALLS}",
    ),
}
# Of whatever goes by a name, be it a ministry, a state or a firm: "Who heads the FCC?"
_TOP = (
    rf"head(?:ed|ing)?|chief|(?:led|headed|run) by|leader(?! in)|who (?:leads|led|runs|ran|directs)"
    rf"|director|president|ceo|executive|{_CHAIR}|commissioner|minister|secretary|administrator"
    r"|superintendent|commander|chancellor|governor|mayor|premier|speaker|dean|principal"
    rf"|수장|대표|장관|총리|대통령|총재|사장|이사장|위원장|본부장|청장|지사|{_DIRECTORS}|{_HALLS}"
)
_HELD = {
    name: lazy_regex(rf"(?<![a-z])(?:{held})s?(?![a-z])", re.IGNORECASE)
    for name, held in [*((name, forms.held) for name, forms in _OFFICES.items()), ("top", _TOP)]
}
# What stands before the office is its own: no one who "is meeting" its holder or is "with" them.
_NOT_ITS_OWN = (
    r"(?!acting\b|managing\b)\w+ing|by|to|with|for|from|about|against|at|in|of|on|or|than|who\w*|what"
    r"|which|when|where|why|how|do|does|did|is|are|was|were|has|have|had|will|can|could|should|would"
)
_BEFORE = rf"(?:(?!(?:{_NOT_ITS_OWN})\b)[\w&][\w.,’'&-]* ){{0,7}}?"
_AFTER = (
    r"s?(?= (?:of|at|for|in|to|on|from|under|as|during|since|right now|now|currently|today|this"
    r"|last (?:week|month|quarter|year)|\w+ (?:weeks?|months?|years?) ago|back|these days"
    r"|then|when|while|before|after|who|that|and)\b| ?[(,;:?.!&]|\W*$)"
)
_IS = (
    r"\bwho(?:['’]s|(?: now| currently)? (?:is|was|are|were|became|becomes|will be|will become"
    r"|has been|had been|(?:has |is )?serv(?:es|ed|ing) as|took (?:over|office) as))"
    r"(?: (?:now |currently )?(?:named|appointed|made|elected|chosen|sworn in)(?: as)?)?"
)
_NO_VERB = (
    r"(?!.*\b(?:who|what|which|when|where|why|how|do|does|did|is|are|was|were|has|have|had|said)\b)"
)
# 누구를 is whom.
_WHO_IT_IS = r"누구(?!를|와|에게|한테|의|랑|하고|도|가|나| [가-힣])|누군(?:가|지|데)"
_NAME = "(?:이름|성함|성명)"


def _asking(english: str, korean: str) -> str:
    """Asked for by a question, or, in English, by the name of the office alone."""
    return (
        rf"{_IS} {_BEFORE}(?:{english}){_AFTER}"
        rf"|\b(?:tell|know|say|remember|wonder\w*)\b.{{0,20}}? who {_BEFORE}(?:{english})"
        rf" (?:is|was)\b|\bnames? of {_BEFORE}(?:{english}){_AFTER}"
        rf"|\bwhat(?:['’]s| is| was) {_BEFORE}(?:{english})['’]s name\b"
        rf"|^{_BEFORE}(?:{english}) of\b{_NO_VERB}|^(?=\S+ ){_BEFORE}(?:{english})\W*$"
        rf"|(?:{korean})님?[은는이가의]? ?(?:현재 |지금 )?(?:{_NAME}[은이]? )?"
        rf"(?:{_WHO_IT_IS}|누가 맡)"
        rf"|(?:{korean})님?의? ?{_NAME}(?:[은이을]| (?:좀 )?(?:알려|말해|뭐|무엇)|\W*$)"
        rf"|누가 .{{0,40}}?(?:{korean})"
        r"(?:인[가지]|이었|였|입니까|이죠|이야|직?[을를] 맡|[이가] [되됐]|으?로 )"
    )


_ORGANISATION = (
    r"(?:cent(?:er|re)|office|bureau|division|team|institute|academy|association|organi[sz]ation|agency"
    r"|committee|council|group|branch|company|firm|club|unit|nonprofit|foundation|school|university)"
)
_VERBS = {
    "chair": r"\bwho (?:now |currently )?(?:(?:co-)?chair(?:s|ed)|presid(?:es|ed) over)\b",
    "head": r"\bwho (?:now |currently |will )?(?:heads?|headed|leads?|led|runs?|ran|directs?"
    r"|directed)"
    rf" (?:(?!(?:to|by|with|for|from|about|in|on)\b)[\w.,’'&-]+ ){{0,8}}?{_ORGANISATION}\b",
}
_NAMED = r"[A-Z][\w.&'’-]*(?: (?:(?:of|for|and|on)(?: the)? )?[A-Z][\w.&'’-]*){0,7}"
# Capitals tell names: "Who leads NASA?", but not "Who leads the delegation?"
_OF_NAMED = lazy_regex(
    r"\b[Ww]ho (?:now |currently )?(?:heads|headed|leads|led|runs|ran|directs|directed) (?:the )?"
    rf"{_NAMED}(?: (?:now|right now|currently|today|these days|in [12]\d{{3}}))?\W*$"
)
_ASKED = [
    (name, lazy_regex(_asking(forms.english, forms.korean), re.IGNORECASE))
    for name, forms in _OFFICES.items()
]
_ASKED += [(name, lazy_regex(verbs, re.IGNORECASE)) for name, verbs in _VERBS.items()]
_ASKED += [("top", _OF_NAMED)]
_OF_ANY_RANK = frozenset({"head", "top"})
# Most questions have neither, and are done with at once.
_POSSIBLE = lazy_regex(
    "|".join(["who", *(f"{forms.english}|{forms.korean}" for forms in _OFFICES.values())]),
    re.IGNORECASE,
)
# Something else is asked for, and the office only said of someone.
_ASIDE = lazy_regex(
    r"\b(?:when|where|why|how|which)\b.*\bwho\b|\band (?:when|where|why|how)\b"
    r"|언제|어디|왜|얼마|몇",
    re.IGNORECASE,
)


def find_office(question: str) -> Office | None:
    """The office whose holder is asked for; None when none is.

    >>> find_office("Who is India's ambassador in Seoul?").kind
    'ambassador'
    >>> find_office("Who is meeting the ambassador?")
    """
    question = " ".join(question.split())
    if not _POSSIBLE.search(question) or _ASIDE.search(question):
        return None
    kind = next((name for name, pattern in _ASKED if pattern.search(question)), None)
    if kind is None:
        return None
    named = _HELD[kind].search(question)
    if kind in _OF_ANY_RANK or named is None:
        return Office(kind)
    return read_office(kind, question, *named.span())


@lru_cache(_KEPT)
def rate_offices(office: Office, text: str) -> int:
    """How surely `text` names that office, in whichever of its forms: 2 where it is in charge of
    just what is asked for, 1 where it may be that one, else 0.

    >>> rate_offices(Office("chair"), "Participants included SJC Chairman Matsuura Tetsuya.")
    1
    """
    found = _HELD[office.kind].finditer(text)
    return max((rate_office(office, text, *each.span()) for each in found), default=0)


def speaks_of(office: Office, sentence: str) -> bool:
    """Whether `sentence` may name that office."""
    return rate_offices(office, sentence) > 0
