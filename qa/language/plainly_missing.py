"""What a question plainly asks for, where the sentence that is to answer it holds none.

The nearest sentence there is may be on the matter, and have a percentage where a sum was asked for;
whoever reads no further than that there is an answer should be told. Other names, places and
reasons come in all words, so that nothing is said of them.
"""

import re
from typing import Literal, TypeAlias

from qa.language.answer_candidates import find_candidates
from qa.language.answer_types import AnswerType, find_answer_type
from qa.language.asked_figures import asks_money, names_money
from qa.language.claimed_figures import lacks_claimed
from qa.language.offices import find_office, speaks_of
from qa.language.upcoming import asks_next, tells_past_alone
from qa.lazy_regex import lazy_regex

Missing: TypeAlias = Literal["age", "claimed_figure", "date", "figure", "money", "next", "office"]
"""What is plainly asked for, and seen at once not to be there: a figure that is claimed is asked to
be confirmed, and the next of what is held again and again, where one that was is told of."""

# What a question begins with: "when" further on may be that of "how many were there when".
_OPENING = r"^\W*(?:and |so )?(?:(?:by|on|in|at|until|since|for) )?"
_ASKS_WHEN = lazy_regex(
    rf"{_OPENING}(?:when\b(?!.*,)|(?:what|which) (?:day|date|month|year)\b)|언제", re.IGNORECASE
)
_ASKS_HOW_MUCH = lazy_regex(
    rf"{_OPENING}(?:how (?:many|much)|(?:what|which) (?:percentage|share))\b|얼마|몇 ?(?!월|년)",
    re.IGNORECASE,
)
_DIGIT = lazy_regex(r"\d")
# It says when, and not on what day: "in the autumn", but not "in the fall of demand".
_WHEN = lazy_regex(r"\bwhen\b|언제", re.IGNORECASE)
_SEASON = lazy_regex(
    r"\b(?:in|by|for|from|since|until|next|this|last|early|late) (?:the )?"
    r"(?:(?:early|late|coming|following) )?(?:spring|summer|autumn|winter|fall(?! (?:of|in)\b))\b"
    r"|(?<![가-힣])(?:봄|여름|가을|겨울)(?=철|에|부터|까지| )",
    re.IGNORECASE,
)
# Sums in words as well, "half a million dollars".
_CURRENCY = lazy_regex(
    r"[$€£₩¥]|\b(?:dollars|won|euros?|yen|yuan|pounds)\b|달러|[십백천만억조] ?원", re.IGNORECASE
)


def name_missing(question: str, sentence: str) -> Missing | None:
    """What `question` plainly asks for and `sentence` holds none of, the office whose holder is
    asked for and the figure that is to be confirmed among it; None where nothing is.

    >>> name_missing("When does it open?", "Both sides welcomed the new center.")
    'date'
    >>> name_missing("What was the value of exports?", "Exports rose 24.3 percent.")
    'money'
    """
    if asks_next(question) and tells_past_alone(sentence):
        return "next"
    if _ASKS_WHEN.search(question):
        dated = _DIGIT.search(sentence) or find_candidates(AnswerType.DATE, sentence)
        in_season = _WHEN.search(question) and _SEASON.search(sentence)
        return None if dated or in_season else "date"
    if find_answer_type(question) is AnswerType.AGE:
        return None if find_candidates(AnswerType.AGE, sentence) else "age"
    if _ASKS_HOW_MUCH.search(question):
        figures = (AnswerType.AMOUNT, AnswerType.STREAK)
        if not any(find_candidates(kind, sentence) for kind in figures):
            return "figure"
    if asks_money(question) and not (names_money(sentence) or _CURRENCY.search(sentence)):
        return "money"
    if lacks_claimed(question, sentence):
        return "claimed_figure"
    office = find_office(question)
    return "office" if office is not None and not speaks_of(office, sentence) else None
