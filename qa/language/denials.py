"""Sentences that deny or correct what stands before them: "This is not true.", "The correct figure
is 0.31 gigawatts.", "이는 사실과 다르다."

Whoever reads the sentence before alone takes for so what the release says is not.
"""

import re
from collections.abc import Sequence

from qa.lazy_regex import lazy_regex

_UNTRUE = (
    r"(?:(?:not|never) (?:\w+ )?(?:true|correct|accurate|the case|based on (?:the )?facts?)"
    r"|(?:\w+ly )?(?:false|untrue|incorrect|inaccurate|wrong|unfounded|groundless|baseless|mistaken"
    r"|contrary to (?:the )?(?:facts?|truth)|without (?:any )?foundation)(?! (?:to|for|that)\b))"
)
_UNTRUE_KO = (
    r"(?:사실이 ?(?:전혀 )?아[니님닙닌]|사실과 (?:전혀 )?(?:다르|다릅|다른|맞지)|사실무근"
    r"|근거가? ?없|허위|오보)"
)
_SAID = (
    r"(?:reports?|reporting|claims?|articles?|stor(?:y|ies)|rumou?rs?|allegations?|statements?"
    r"|assertions?|figures?|numbers?)"
)
_GIVEN = (
    r"(?:figure|number|amount|value|total|rate|share|price|sum|date|day|year|name|title|unit)s?"
)
_BUT = r"^\W*(?:(?:however|but|in fact),? )?"
_DENIES = lazy_regex(
    rf"{_BUT}(?:(?:(?:th(?:is|at|ese|ose|e)|both|such) (?:\w+ )?{_SAID}|it|both"
    r"|th(?:is|at|ese|ose))"
    rf" (?:(?:is|are|was|were) {_UNTRUE}"
    r"|do(?:es)? not (?:agree|correspond) (?:with|to) (?:the )?(?:facts?|truth)"
    r"|differs? from (?:the )?(?:facts?|truth))"
    r"|(?:neither|none)(?: (?:of|report|claim)\b[\w ]*?)? (?:is|are|was) (?:true|correct|the case)"
    r"(?! (?:for|of|in)\b)"
    rf"|the (?:correct|right|true) (?:\w+ ){{0,2}}?{_GIVEN} (?:is|are|was|were|should)\b"
    r"|(?:it|this|that|the \w+) should (?:read|have (?:been|read))\b)"
    r"|\W*(?:그러나 |하지만 )?"
    r"(?:(?:이|그|해당|위|동|이런|이러한|이 ?같은) ?(?:보도|기사|내용|주장|것)?|보도 내용)[은는]"
    rf"(?: 내용은)? ?(?:전혀 |명백히 )?{_UNTRUE_KO}"
    r"|\W*(?:정확한|올바른|옳은|바른) (?:[가-힣]+ )?(?:수치|값|금액|숫자|날짜|일자|내용|표현)"
    r"[은는]",
    re.IGNORECASE,
)
_DENIED = lazy_regex(rf"{_UNTRUE}\b|\bden(?:y|ies|ied|ying)\b|{_UNTRUE_KO}", re.IGNORECASE)
_REPORTS = lazy_regex(
    r"\b(?:claim(?:s|ed|ing)?|articles?|newspapers?|dail(?:y|ies)|weekly|media|press|outlets?"
    r"|rumou?rs?|broadcasters?|alleg\w+)\b|보도(?!자료)|기사|언론|신문|일간지|주장",
    re.IGNORECASE,
)
_NO_SUCH = lazy_regex(
    rf"{_BUT}no (?:such )?"
    r"(?:decision|plan|agreement|proposal|offer|request|talks?|review)s?\b"
    r"|\b(?:ha[sd]|have) (?:not|never)"
    r" (?:decided|considered|reviewed|agreed|planned|offered|discussed)\b"
    r"|\bha(?:s|ve) no (?:such )?plans?\b|[한된할] (?:바|적|사실|계획)[이가은는도]? ?없",
    re.IGNORECASE,
)


def find_denial(sentences: Sequence[str], place: int) -> int | None:
    """The place of the sentence that denies or corrects what the one at `place` says; None where it
    stands, or is a denial itself. Of what is told as others' report it may be the next but one, and
    say only that there is no such thing.

    >>> find_denial(["A daily reported a cut.", "This is not true.", "Prices rose."], 0)
    1
    """
    marked = sentences[place]
    reports = _REPORTS.search(marked) is not None
    for other in range(place + 1, min(place + 2 + reports, len(sentences))):
        said = sentences[other]
        if _DENIES.match(said) or (reports and _NO_SUCH.search(said)):
            return None if _DENIED.search(marked) else other
    return None
