"""The office whose holder a question asks for, and which sentences speak of it.

"Who chairs the club?" is answered where a chairman is spoken of, and not by whoever else is named.
"""

import re
from functools import lru_cache

_KEPT = 8192  # sentences: those on shortlists come back, and are asked for the same few offices
# Each as a question names it, and as releases do.
_OFFICES = {
    "chair": (
        r"chair(?:man|woman|person)?|의장|위원장|회장",
        r"(?:co-)?chair(?:m[ae]n|wom[ae]n|person|ed)?|의장|위원장|회장",
    ),
    "minister": (r"minister|장관|차관|본부장", r"minister|장관|차관|본부장"),
    "ambassador": (r"ambassador|envoy|대사|특사", r"ambassador|envoy|대사|특사"),
    "president": (r"president|대통령|사장|총재", r"president|chairman|대통령|사장|회장|총재"),
    "director": (
        r"director(?:[- ]general)?|국장|실장|소장|원장",
        r"director|head|chief|국장|실장|소장|원장",
    ),
    "ceo": (
        r"ceo|chief executive(?: officer)?|대표이사|대표",
        r"ceo|chief executive|president|사장|대표",
    ),
    "secretary": (r"secretary(?:[- ]general)?|사무총장", r"secretary|사무총장"),
    "commissioner": (r"commissioner", r"commissioner|위원"),
    "governor": (r"governor|지사", r"governor|지사"),
    "mayor": (r"mayor|시장", r"mayor|시장"),
    "speaker": (r"spokes(?:man|woman|person)|대변인", r"spokes(?:man|woman|person)|대변인"),
}
_HEAD = "head"
# Of what has a head, but is no ministry, embassy, state or town.
_HEADED = "|".join(
    ["head(?:ed)?", "chief", "led", "lead(?:er)?", "run", "manager", "수장", "단장", "팀장"]
    + [_OFFICES[name][1] for name in ("chair", "president", "director", "ceo", "commissioner")]
)
_HELD = {
    name: re.compile(rf"(?<![a-z])(?:{held})s?(?![a-z])", re.IGNORECASE)
    for name, held in [*((name, forms[1]) for name, forms in _OFFICES.items()), (_HEAD, _HEADED)]
}
# What stands before the office is its own: no one who "is meeting" its holder or is "with" them.
_NOT_ITS_OWN = (
    r"\w+ing|by|to|with|for|from|about|against|at|in|of|on|and|or|than|who\w*|what|which|when|where|why"
    r"|how|do|does|did|is|are|was|were|has|have|had|will|can|could|should|would"
)
_BEFORE = rf"(?:(?!(?:{_NOT_ITS_OWN})\b)[\w.’'-]+ ){{0,6}}?"
_AFTER = r"s?(?= (?:of|at|for|in|to|on|now|today|when|while|before|after|who|that)\b|[,;:?.!]|\W*$)"
_IS = (
    r"\b(?:names? of|who(?:['’]s| (?:now |currently )?(?:is|was|are|were|became|serves? as"
    r"|served as|took over as|will be|has been|had been)(?: (?:named|appointed|made|elected))?))"
)
_HEADS = r"\bwho (?:now |currently )?(?:heads?|headed|leads?|led|runs?|ran|directs?|directed)\b"
_CHAIRS = r"\bwho (?:now |currently )?(?:chairs|chaired)\b"
_WHO_IT_IS = r"누구(?:인|입|이[며고죠야]|였|예|에요|지|야|\W*$)"
_NO_VERB = (
    r"(?!.*\b(?:who|what|which|when|where|why|how|do|does|did|is|are|was|were|has|have|had|said)\b)"
)


def _asking(office: str) -> str:
    """Asked for by a question, or by its name alone."""
    return (
        rf"{_IS} {_BEFORE}(?:{office}){_AFTER}"
        rf"|^\W*{_BEFORE}(?:{office})s?(?: (?:of|at|for|in)\b{_NO_VERB}|\W*$)"
        rf"|(?:{office})(?:은|는|이|가|의)? ?(?:이름은? |성함은? )?{_WHO_IT_IS}"
        rf"|누가 .{{0,40}}?(?:{office})(?:인가|입니까|이죠|이야|직?을 맡|를 맡|[이가] [되됐])"
    )


_ASKED = [
    (name, re.compile(_asking(asked), re.IGNORECASE)) for name, (asked, _) in _OFFICES.items()
]
_ASKED += [
    ("chair", re.compile(_CHAIRS, re.IGNORECASE)),
    ("minister", re.compile(rf"{_HEADS}.{{0,80}}?\bministry\b", re.IGNORECASE)),
    (_HEAD, re.compile(rf"{_HEADS}|{_asking('head|chief|leader|수장|책임자')}", re.IGNORECASE)),
]


def find_office(question: str) -> str | None:
    """The office whose holder is asked for, by its name here; None when none is.

    >>> find_office("Who is India's ambassador in Seoul?")
    'ambassador'
    >>> find_office("Who is meeting the ambassador?")
    """
    return next((name for name, pattern in _ASKED if pattern.search(question)), None)


@lru_cache(_KEPT)
def speaks_of(office: str, sentence: str) -> bool:
    """Whether `sentence` names that office, in whichever of its forms.

    >>> speaks_of("chair", "Participants included SJC Chairman Matsuura Tetsuya.")
    True
    """
    return _HELD[office].search(sentence) is not None
