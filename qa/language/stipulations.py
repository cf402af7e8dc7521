"""What a measure lays down: by when, from when, who may, what one must do, what is exempt; which
questions ask for that, and which sentences say it in so many words.

The lead of a release has most words of such a question, and says none of this.
"""

import re
from enum import Enum
from functools import lru_cache

from qa.lazy_regex import lazy_regex
from qa.periods.month_names import FULL_NAME, SHORT_NAME

_KEPT = 8192  # sentences: those on shortlists come back


class Stipulation(Enum):
    """What is laid down."""

    DEADLINE = "deadline"
    DUE = "due"
    EFFECT = "effect"
    READINESS = "readiness"
    EXEMPTION = "exemption"
    ELIGIBILITY = "eligibility"
    DUTY = "duty"


_YEAR = r"(?:19|20)\d\d\b"
_DAY = (
    rf"(?:(?=(?-i:[A-Z]))(?:{FULL_NAME}|{SHORT_NAME}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|\d{1,2}(?:st|nd|rd|th)\b|midnight\b|(?:end|middle|beginning|half|quarter) of\b"
    r"|(?:next|this) (?:week|month|spring|summer|autumn|winter|year)\b)"
)
_TO_DAY = rf"(?:[\w.:-]+ ){{0,4}}?{_DAY}"
_KO_DAY = r"\d ?[년월일](?:[^\s,.]{0,3})"
_CLAIM = (
    r"(?:apply|register|submit|claim|return|exchange|enter|hand|send|file|get|ask|receive|join|use"
    r"|benefit|be nominated|take part)"
)
_FORCE = r"(?:in(?:to)? (?:force|effect)|(?:take|takes|took|taking) effect)"
# The first that matches decides.
_ASKED = (
    (
        Stipulation.DEADLINE,
        r"\b(?:by|until|till) (?:when|(?:what|which) (?:day|date|month|time))\b|\bdeadline\b"
        r"|\b(?:closing|last) (?:date|day)\b|\bhow long (?:can|may|do|have) (?:[\w’'-]+ ){1,6}?"
        rf"{_CLAIM}\b"
        r"|\bwhen (?:do|does|must|should|is|are|will) .*\b(?:due|closed?|ends?|expires?)\b"
        rf"|\bwhen must .*\b{_CLAIM}\b|언제까지|마감|기한[은이]?|까지인가",
    ),
    (
        Stipulation.DUE,
        r"(?<!from )\bwhen (?:must\b|(?:do|does|will)\b.*\b(?:have to|be (?:required|obliged))\b)",
    ),
    (
        Stipulation.EFFECT,
        rf"\bwhen\b.*\b(?:{_FORCE}|appl(?:y|ies)$|appl(?:y|ies)\W|becom\w+ (?:mandatory|compulsory"
        r"|law|binding|effective))"
        r"|\b(?:from|as of) (?:when|(?:what|which) (?:day|date|month|time))\b"
        r"|언제부터|언제 (?:시행|발효|적용)|시행일|발효일|시행 ?시기",
    ),
    (
        Stipulation.READINESS,
        r"\bwhen (?:will|is|are|should|does|do)\b.*\b(?:ready|completed?|finished|done|operational"
        r"|built|in (?:service|operation)|operat(?:e|ing))\b|언제 (?:완공|준공|완성|완료|가동|개통)"
        r"|(?:완공|준공|개통)[은이] ?언제",
    ),
    (
        Stipulation.EXEMPTION,
        r"\bexempt|\b(?:is|are|was|were|be|get) (?:[\w’'-]+ ){0,3}?(?:excluded|left out|barred"
        r"|ruled out)\b"
        r"|\b(?:which|who)\b.*\b(?:(?:may|can|need|are|is) not|cannot|can[’']t|ineligible)\b"
        r"|제외(?:되|인|대상)|면제|빠지[나는]|빠졌|안 되는|받을 수 없",
    ),
    (
        Stipulation.ELIGIBILITY,
        r"\bwho(?: all)? (?:can|may|could|qualifies|(?:is|are) (?:eligible|entitled|allowed))\b"
        rf"|\b(?:which|what) (?:[\w’'-]+ ){{1,3}}?(?:(?:can|may|could) {_CLAIM}|qualify)\b"
        r"|\b(?:is|are|am) (?:[\w’'-]+ ){0,3}?eligible\b|^\W*eligib|\beligibility rules\b"
        r"|\bwhat (?:are|is) the (?:[\w’'-]+ ){0,2}?(?:conditions?|requirements?|criteria)\b"
        r"|자격|조건|요건|대상[은이](?! 아)|누가 (?:신청|받)"
        r"|(?:신청할|지원할|받을) 수 있[나는]",
    ),
    (
        Stipulation.DUTY,
        r"\bwhat (?:do|does|must|should|will) .*\b(?:have|need) to\b|\bwhat must\b"
        r"|\bwhat (?:is|are) .*\b(?:required|obliged)\b|무엇을 (?:하여|해)야|어떻게 (?:하여|해)야",
    ),
)
_MUST = (
    r"\b(?:must|ha(?:ve|s) to|needs? (?:to|an?|prior|approval|consent|permission)|shall"
    r"|(?:is|are) (?:required|obliged))\b"
)
_MUST_KO = r"[하해어여]야 (?:한|하|합|된|되)"
_UNTIL = (
    rf"\b(?:by|until|till|before|(?:no|not) later than|through|close[sd]? (?:on|at)|end(?:s|ed)? on"
    rf"|expires? on|deadline\b.*) {_TO_DAY}|\bfrom {_TO_DAY}.{{0,15}}?\bto {_DAY}"
    rf"|{_KO_DAY} ?까지|까지 ?(?:신청|접수|제출)|마감"
)
_NO_RANGE = r"(?!.{0,15}\b(?:to|until|till|through)\b)"
_FROM = (
    rf"(?:{_FORCE}|\beffective\b)(?=.*(?:{_DAY}|{_YEAR}))"
    r"|\b(?:from|as of|starting|beginning|(?:on and|on or) after) (?:on )?"
    rf"(?:{_TO_DAY}|{_YEAR}){_NO_RANGE}"
    rf"|{_KO_DAY} ?(?:부터|자로|에)(?! .{{0,15}}까지).*(?:시행|적용|발효|효력|의무)"
    rf"|{_KO_DAY} ?부터(?! .{{0,15}}까지)|(?:시행|발효)(?:일|시기)"
)
_SAID = {
    Stipulation.DEADLINE: _UNTIL,
    Stipulation.DUE: rf"{_UNTIL}|{_FROM}|\b(?:by|until|before) {_YEAR}",
    Stipulation.EFFECT: _FROM,
    Stipulation.READINESS: (
        r"\b(?:come|go|put|enter)\w* into (?:service|operation)|\b(?:complet|finish)\w+|\bready\b"
        r"|\boperat(?:e|es|ional|ing)\b|\bopen(?:s|ed)?\b|준공|완공|완성|가동|완료|개통|문을 연"
    ),
    Stipulation.EXEMPTION: (
        r"\bexempt|\bexclu(?:ded|sion)|\bleft out\b|\b(?:may|can|need) not\b"
        r"|\bnot (?:be )?(?:covered|allowed|admitted|eligible|required|affected|apply)\b"
        r"|\bcannot\b|\bineligible\b|\bbarred\b|제외|면제|적용하지 않|대상이 아니|[할될] 수 없"
    ),
    Stipulation.ELIGIBILITY: (
        rf"\beligible\b|\bqualif\w+|\bentitled\b|{_MUST}|\bopen to\b|\bonly\b.*\b(?:can|may)\b"
        r"|\b(?:can|may) (?:apply|be nominated|take part)\b"
        rf"|대상은|{_MUST_KO}|[받되하]으?려면|(?:이상|미만|이하|이내)[인의]|한하여|자격은"
    ),
    Stipulation.DUTY: rf"{_MUST}|{_MUST_KO}|의무",
}
_DATED = frozenset(
    {Stipulation.DEADLINE, Stipulation.DUE, Stipulation.EFFECT, Stipulation.READINESS}
)
_ASKED_PATTERNS = tuple((kind, lazy_regex(words, re.IGNORECASE)) for kind, words in _ASKED)
_SAID_PATTERNS = {kind: lazy_regex(words, re.IGNORECASE) for kind, words in _SAID.items()}
_DAYS = lazy_regex(rf"{_DAY}|{_YEAR}|\d ?[년월일]", re.IGNORECASE)


def find_stipulation(question: str) -> Stipulation | None:
    """What a question asks for of what is laid down; None where it asks for something else.

    >>> find_stipulation("By when must one apply?"), find_stipulation("When did they meet?")
    (<Stipulation.DEADLINE: 'deadline'>, None)
    """
    for kind, asked in _ASKED_PATTERNS:
        if asked.search(question):
            return kind
    return None


@lru_cache(_KEPT)
def stipulates(kind: Stipulation, sentence: str) -> bool:
    """Whether a sentence says so, and where a day is asked for, names one.

    >>> stipulates(Stipulation.DEADLINE, "Applications are accepted until 6 p.m. on May 8.")
    True
    """
    if kind in _DATED and not _DAYS.search(sentence):
        return False
    return _SAID_PATTERNS[kind].search(sentence) is not None
