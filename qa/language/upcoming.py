"""The next of what is held again and again: questions for it, and sentences that tell of it, or of
one that was.

The lead of a release says what was held, in most words of such a question; when and where the next
will be stands at its end.
"""

import re

from qa.lazy_regex import lazy_regex
from qa.periods.month_names import FULL_NAME

_TIME = (
    rf"(?:seconds?|minutes?|hours?|days?|weeks?|weekend|months?|quarters?|half|years?|decades?"
    rf"|century|time|spring|summer|autumn|fall|winter|{FULL_NAME}"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d+|two|three|four|five|few|ten)"
)
_TIME_KO = r"(?:주|달|월|해|날|분기|반기|연도|시즌|세대|[가-힣]요일|\d)"
_MEET = r"(?:meet|gather|convene|be held|take place|happen)"
_ASKED = lazy_regex(
    rf"^\W*(?:when|where|(?:on |in )?(?:what|which) (?:day|date|month|city|town|country))\b[^?]*?"
    rf"(?:\b(?:the|its|their|our|your)|['’]s) next (?!{_TIME}\b)[a-z]"
    rf"|\bnext (?!{_TIME}\b)(?:[\w’'-]+ ){{0,4}}?(?:meetings?|rounds?|talks|missions?|sessions?"
    r"|conferences?|summits?|forums?|dialogues?|consultations?|events?|fairs?|visits?|auctions?"
    r"|tenders?|launch|delegations?|trips?|committees?|one)\b"
    rf"|\b{_MEET} (?:again|next)\b(?! {_TIME}\b)"
    rf"|(?:다음|차기) ?(?!{_TIME_KO})(?:[가-힣·A-Za-z-]+ ){{0,4}}?[가-힣]*(?:회의|회담|협상|사절단"
    r"|협의회|위원회|포럼|행사|박람회|입찰|발사|대화|회의체|차례)|다음[은엔]? ?(?:언제|어디)"
    rf"|(?:다음|차기) (?!{_TIME_KO}|중 )[^?]*?(?:언제|며칠|어디서|어디에)",
    re.IGNORECASE,
)
_TOLD = lazy_regex(
    rf"\b(?:the|their|its|a) next (?!{_TIME}\b)\w|\bnext (?:meeting|round|session|mission)\b"
    rf"|\b(?:will|to|would|agreed to) {_MEET} again\b"
    r"|\b(?:rounds?|meetings?|sessions?|talks|mission) (?:is|are|will)(?: due)?(?: to)? (?:be held"
    r"|take place|follow)\b"
    r"|\b(?:set|scheduled|slated) (?:for|to (?:be held|open|take place|meet))\b"
    r"|\b(?:will|to) (?:be held|take place)\b"
    r"|\bwill (?:\w+ ){1,4}?(?:an?other|a (?:second|third|fourth|further|new)) (?:round|meeting"
    r"|mission|session|talks|delegation|tender|auction)\b"
    rf"|(?:다음|차기) ?(?!{_TIME_KO})[가-힣]"
    r"|제? ?\d차 [가-힣 ]{1,20}[은는을를이가] .*(?:예정|계획|하기로|열기로)",
    re.IGNORECASE,
)

_AHEAD = lazy_regex(
    r"\b(?:will|shall|would|upcoming|next|coming|scheduled|slated|due|set (?:for|to)|to be held"
    r"|(?:plan|expect|agree|decide|propose)\w*|(?:is|are) to)\b"
    r"|예정|계획|하기로|열기로|다음|차기|앞두고|[가-힣]\s?것(?:이다|입니다|으로)",
    re.IGNORECASE,
)
# Syllables that end as verbs of what was do, but for "is" and "will": 했, 열렸, 갔.
_WAS_KO = "".join(each for each in map(chr, range(0xAC14, 0xD7A4, 28)) if each not in "있겠")
_HELD = lazy_regex(
    r"\b(?:was|were|has been|have been|had|(?<!\bbe )held|took place|met|opened|closed|hosted"
    r"|convened|gathered|attended|visited|launched|began|started|ended|concluded"
    r"|brought together|drew)\b"
    rf"|[{_WAS_KO}](?:다|습니다|으며|고)(?![가-힣])",
    re.IGNORECASE,
)


_ASKS_PAST = lazy_regex(
    r"\b(?:was|were|did|had|has|have|held|came|results?|outcome|attended|agreed|decided|signed|took)\b"
    r"|결과|성과|[했었였랐났렸]",
    re.IGNORECASE,
)


def asks_past(question: str) -> bool:
    """Whether a question asks what was, and not for what is yet to be.

    >>> asks_past("Who came to the third round?"), asks_past("When will the third round be held?")
    (True, False)
    """
    return _ASKS_PAST.search(question) is not None and _AHEAD.search(question) is None


def looks_ahead(sentence: str) -> bool:
    """Whether a sentence tells of what is yet to be, and of nothing that was.

    >>> looks_ahead("The third round will be held in May."), looks_ahead("They met in May.")
    (True, False)
    """
    return _AHEAD.search(sentence) is not None and _HELD.search(sentence) is None


def asks_next(question: str) -> bool:
    """Whether a question asks for the next of what is held again and again.

    >>> asks_next("When is the next round of talks?"), asks_next("What is due next month?")
    (True, False)
    """
    return _ASKED.search(question) is not None


def tells_next(sentence: str) -> bool:
    """Whether a sentence tells of the next.

    >>> tells_next("They will meet again in Hanoi in January."), tells_next("They met in Hanoi.")
    (True, False)
    """
    return _TOLD.search(sentence) is not None


def tells_past_alone(sentence: str) -> bool:
    """Whether a sentence says what was held, and of nothing that is yet to be.

    >>> tells_past_alone("They met in Hanoi."), tells_past_alone("The fair opens on May 6.")
    (True, False)
    """
    return _HELD.search(sentence) is not None and _AHEAD.search(sentence) is None
