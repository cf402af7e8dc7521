"""Who has charge of something, who had it before, and who hosts something: questions for that, and
sentences that tell it in whatever verb, a fund being managed, run or operated."""

import re
from enum import Enum

from qa.lazy_regex import lazy_regex


class Charge(Enum):
    """Having it, having had it before somebody else, or having something take place."""

    HELD = "held"
    BEFORE = "before"
    HOSTED = "hosted"


_NAME = r"(?:him|her|them|(?-i:[A-Z])[\w’'.-]+(?: (?-i:[A-Z])[\w’'.-]+){0,3})"
# The first that matches decides.
_ASKED = (
    (
        Charge.BEFORE,
        lazy_regex(
            r"\bwho (?:ran|headed|led|chaired|held|managed|directed|was)\b.* before"
            rf" (?:that|{_NAME})\W*$"
            r"|\bwhom? (?:did|does|will) .*\b(?:succeed|replace|take over from)\b"
            r"|\bwho\b.*\b(?:predecessor|previous (?:head|chief|director|president|chair))\b"
            r"|전임(?:자| [가-힣]+)?[는은가이]? ?(?:누|어느)|누구의 후임",
            re.IGNORECASE,
        ),
    ),
    (
        Charge.HELD,
        lazy_regex(
            r"\bwho (?:now |currently |will )*(?:runs?|ran|manage[sd]?|operate[sd]?|administers?"
            r"|overs(?:ees?|aw)|handles?"
            r"|(?:is|are|was|will be) (?:running|managing|operating|in charge of"
            r"|responsible for))\b"
            r"|누가.*(?:맡|운영|운용|관리|담당|대행)",
            re.IGNORECASE,
        ),
    ),
    (
        Charge.HOSTED,
        lazy_regex(
            r"\bwho (?:(?:co-?)?(?:host(?:s|ed)?|organi[sz]e[sd]?)|convene[sd]?|sponsor(?:s|ed)?"
            r"|(?:is|are|was|were|will be) (?:(?:co-?)?(?:host|organi[sz])|conven|sponsor)ing)\b"
            r"|(?:누가|어디서|어느 (?:곳|기관|부처)(?:이|가|에서)).*(?:주최|주관)|주최[는은가]?\W*$"
            r"|주최(?:자|측|기관)[는은가이]? ?(?:누|어디|어느|\W*$)",
            re.IGNORECASE,
        ),
    ),
)
_TOLD = {
    Charge.BEFORE: lazy_regex(
        r"\b(?:t(?:akes?|ook|aking) over from|succe(?:ed|ss)\w*|replac\w+|predecessor|whose term"
        r"|step(?:s|ped|ping) down)\b|후임|전임|뒤를 이",
        re.IGNORECASE,
    ),
    Charge.HELD: lazy_regex(
        r"\b(?:(?:runs?|ran|running)(?! (?:on|from|until|till|through|into|for|to|out|at)\b)"
        r"|manage[sd]?|managing|operate[sd]?|operating|administer\w*|overs(?:ees?|aw|een)"
        r"|in charge of|responsible for(?! \w+ing\b)|entrusted)\b|맡|운영|운용|관리|담당|대행",
        re.IGNORECASE,
    ),
    Charge.HOSTED: lazy_regex(
        r"\b(?:co-?)?(?:host(?:s|ed|ing)\b(?! (?:country|city|nation|team|government)s?\b)"
        r"|organi[sz]e[sd]\b|conven(?:es?|ed|ing)\b|sponsor(?:s|ed|ing)\b)|주최|주관|개최",
        re.IGNORECASE,
    ),
}


def find_charge(question: str) -> Charge | None:
    """What a question asks of who has charge of something; None where it asks for something else.

    >>> find_charge("Who manages the fund?"), find_charge("Who ran the institute before Lee?")
    (<Charge.HELD: 'held'>, <Charge.BEFORE: 'before'>)
    >>> find_charge("Who hosted the forum?")
    <Charge.HOSTED: 'hosted'>
    """
    return next((kind for kind, asked in _ASKED if asked.search(question)), None)


def tells_charge(charge: Charge, sentence: str) -> bool:
    """Whether a sentence tells so.

    >>> tells_charge(Charge.HELD, "Gaon Asset has been chosen to run it.")
    True
    """
    return _TOLD[charge].search(sentence) is not None
