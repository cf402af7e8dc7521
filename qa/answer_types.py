"""What kind of thing a question asks for, and whether a sentence holds one.

After Li and Roth 2002 (https://aclanthology.org/C02-1150/), with the few coarse classes that
words alone can tell. A question of another kind has no type, and nothing follows from that.
"""

import re
from enum import Enum


class AnswerType(Enum):
    """The kind of thing asked for."""

    AMOUNT = "amount"
    DATE = "date"
    PERSON = "person"
    PLACE = "place"


# The first that matches decides: "what year" before "what", "how long ago" before "how long".
_ASKED = (
    (
        AnswerType.DATE,
        r"\b(?:when|(?:what|which) (?:year|month|date|day|century|decade|time)|how long ago)\b"
        r"|언제|며칠|몇 ?년도|몇 ?월",
    ),
    (
        AnswerType.AMOUNT,
        r"\bhow (?:much|many|long|old|far|large|big|tall|high|often|fast|wide|deep|heavy)\b"
        r"|\b(?:what|which) (?:\w+ )?(?:percent\w*|number|amount|share|figure|rate|value|total"
        r"|price|cost|sum|size|level|volume|proportion)\b|\bby how\b|얼마|몇|증가율|규모",
    ),
    (AnswerType.PERSON, r"\b(?:who|whom|whose)\b|누구|누가|어느 분"),
    (
        AnswerType.PLACE,
        r"\b(?:where|(?:what|which) (?:city|country|place|location|state|town|region|venue"
        r"|nation|county|countries))\b|어디|어느 (?:나라|도시|지역|국가)",
    ),
)
_ASKED_PATTERNS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _ASKED)

_NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|forty|"
    "fifty|hundred|thousand|million|billion|trillion|half|third|quarter|twice|double|first|"
    "second|tenth"
)
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_HELD = {
    AnswerType.AMOUNT: re.compile(rf"\d|\b(?:{_NUMBER_WORDS})\b", re.IGNORECASE),
    AnswerType.DATE: re.compile(
        rf"\b(?:1\d{{3}}|20\d\d)\b|\b(?:{_MONTHS})\b|\bcentury\b|\d ?[년월일]"
        r"|\b(?:today|yesterday|tomorrow|week|month|year)\b",
        re.IGNORECASE,
    ),
    # A name: a capital letter that does not merely begin a sentence.
    AnswerType.PERSON: re.compile(
        r"(?<=[\w,;’'\"“(] )[\"“(]?[A-Z][\w.’'-]+"
        r"|[가-힣]{2,4} ?(?:장관|차관|대사|실장|본부장|위원장|회장|사장)"
    ),
    AnswerType.PLACE: re.compile(
        r"\b(?:in|at|to|from|of|near|across) (?:the )?[A-Z]\w+|[가-힣]+에서"
    ),
}


def find_answer_type(question: str) -> AnswerType | None:
    """The kind of thing a question asks for; None when its words do not tell.

    >>> find_answer_type("How much did exports rise in November?")
    <AnswerType.AMOUNT: 'amount'>
    """
    for kind, pattern in _ASKED_PATTERNS:
        if pattern.search(question):
            return kind
    return None


def holds_type(kind: AnswerType, sentence: str) -> bool:
    """Whether `sentence` holds something of that kind.

    >>> holds_type(AnswerType.AMOUNT, "Exports rose 24.3 percent.")
    True
    """
    return _HELD[kind].search(sentence) is not None
