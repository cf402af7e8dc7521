"""Which sentences name who holds an office of the publisher, and which questions ask only that.

"Trade Minister Yeo Han-koo", "JK Kim, Minister of Trade", "산업통상부(장관 김정관)": to speak of an
office, or of a Minister Kim, is not yet to say who holds it. A minister of whom nothing is said is
in charge of what the publisher is.
"""

import re
from functools import cache

from qa.language.countries import find_mentions
from qa.language.unread_words import write_name
from qa.language.whose_offices import (
    LIST,
    RANK,
    Office,
    find_portfolio,
    list_portfolio,
    rate_office,
)
from qa.lazy_regex import lazy_regex

_BESIDE, _AROUND = 100, 300  # characters that are looked at before and behind
_OWN = lazy_regex(r"(?<![a-z])minister(?![a-z])|장관|차관(?!보)|(?<=통상교섭)본부장", re.IGNORECASE)
# All that a question has, in English, that only says which office.
_SAYS_ONLY = lazy_regex(
    rf"\b(?:{LIST}|{RANK.removesuffix('*')}|first|second|ministers?|ministry|who|what|is|are|was|were"
    r"|the|of|for|in|at|as|back|during|and|s|south|korean?|republic|current|present|name|office|post"
    r"|please|can|could|you|tell|me|do|know|then|these days|end|beginning|start)\b",
    re.IGNORECASE,
)
_NAME = r"(?-i:[A-Z](?:\.(?:[A-Z]\.)*|(?:(?![’']s\b)[\w’'-])*))"
_FULL_NAME = rf"{_NAME}(?: \({_NAME}\))?(?: {_NAME}){{1,3}}"
_BEHIND = lazy_regex(
    rf" (?:(?:of|for) (?:the )?(?:ministry of )?{LIST},? )?(?:\([A-Z]+\),? )?{_FULL_NAME}",
    re.IGNORECASE,
)
_OFFICE = rf"(?:(?:first|second) )?{RANK}(?:{LIST}[ -])?{RANK}"
_BEFORE = lazy_regex(
    rf"{_FULL_NAME}, (?:(?:the|South|Korea[’']s|Korean) )*{_OFFICE}$", re.IGNORECASE
)
# Whom somebody met is another's: "He was received by Minister of Industry and Trade Nguyen".
_MET = lazy_regex(
    r"\b(?:met|received|hosted|welcomed|greeted|invited|joined|accompanied)(?: with)?(?: by)?"
    rf"(?: the| his| her)?(?: counterpart,?)? {RANK}$",
    re.IGNORECASE,
)
_NO_LONGER = lazy_regex(
    rf"\b(?:former|ex|then|previous|incoming|late)[ -]{_OFFICE}$"
    r"|(?<![가-힣])(?:전|전임|당시) (?:[가-힣]+ )?(?:제?[12])?$",
    re.IGNORECASE,
)


def asks_holder_alone(asked: Office | None, topic: str) -> bool:
    """Whether a question asks for the holder of an office of the publisher and has nothing beside
    what names that; `topic` is the question in English, without the words that say when.

    >>> asks_holder_alone(Office("minister", own=True), "Who is Korea's trade minister?")
    True
    >>> asks_holder_alone(Office("minister", own=True), "Who was trade minister before Yeo?")
    False
    """
    if asked is None or not asked.own:
        return False
    return re.search(r"\w", _SAYS_ONLY.sub("", topic)) is None


def rate_holder(asked: Office, text: str, publisher: str) -> int:
    """How plainly `text`, of that publisher, names in full who holds an office of its own: 2 where
    it is in charge of what is asked for, 1 where of that among other things, else 0.

    >>> asked = Office("minister", frozenset({""}), portfolio=frozenset({"trade"}), own=True)
    >>> rate_holder(asked, "Trade Minister Yeo Han-koo spoke.", "Ministry of Trade and Industry")
    2
    >>> rate_holder(asked, "The trade minister spoke.", "Ministry of Trade and Industry")
    0
    """
    found = (each.span() for each in _OWN.finditer(text))
    own = list_portfolio(publisher)
    return max((_rate(asked, text, start, end, own) for start, end in found), default=0)


def _rate(asked: Office, text: str, start: int, end: int, own: frozenset[str]) -> int:
    if not _is_named(text, start, end) or not rate_office(asked, text, start, end):
        return 0
    told, wanted = find_portfolio(text, start, end) or own, asked.portfolio or own
    # "signed by the vice minister and Thomas Wainwright, Minister of Industry", for his country.
    apposed = _BEFORE.search(text, max(0, start - _BESIDE), start) is not None
    if apposed and told != own and find_mentions(text[max(0, start - _AROUND) : end + _AROUND]):
        return 0
    shared = len(told & wanted)
    # A ministry goes by several names in its time, most of which they share.
    return 2 if told == wanted or shared > 1 else int(shared == len(wanted) == 1)


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether who holds the office from `start` to `end` is named beside it, holds it still, and is
    not just whom somebody met."""
    before = text[max(0, start - _BESIDE) : start]
    if _NO_LONGER.search(before) or _MET.search(before):
        return False
    if text[start:end].isascii():
        return bool(_BEHIND.match(text, end) or _BEFORE.search(before))
    named_before, named_behind = _write_korean()
    # 산업통상부(장관 김정관)
    return named_before.search(before) is not None or (
        named_behind.match(text, end) is not None and "(" in (text[end : end + 1], before[-1:])
    )


@cache
def _write_korean() -> tuple[re.Pattern[str], re.Pattern[str]]:
    name = write_name()
    return (
        re.compile(rf"(?<![가-힣]){name} (?:[가-힣]+[부처] )?(?:제?[12]|통상교섭)?$"),
        re.compile(rf"[ :(]+{name}[,)]"),
    )
