"""What a question plainly asks for, where the sentence that is to answer it holds none.

The nearest sentence there is may be on the matter, and have a percentage where a sum was asked for;
that would be no answer. Other names, places and reasons come in all words, so that nothing is said
of them.
"""

import re
from typing import Literal, TypeAlias

from qa.language.answer_candidates import find_candidates
from qa.language.answer_types import AnswerType, find_answer_type
from qa.language.asked_figures import asks_money, names_money
from qa.language.claimed_figures import lacks_claimed
from qa.language.countries import find_mentions
from qa.language.figures import find_figures
from qa.language.offices import find_office, speaks_of
from qa.language.upcoming import asks_next, tells_past_alone
from qa.lazy_regex import lazy_regex

Missing: TypeAlias = Literal[
    "age", "claimed_figure", "country", "date", "figure", "money", "next", "office"
]
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
_ASKS_COUNTRY = lazy_regex(
    r"\b(?:which|what) (?:other )?countr(?:y|ies)\b|(?:어느|어떤) (?:나라|국가)", re.IGNORECASE
)
# Those that are none of their own, or no more.
_OTHER_COUNTRY = lazy_regex(
    r"\b(?:England|Scotland|Wales|Northern Ireland|Holland|Soviet|USSR|Prussia|Ottoman|Persia"
    r"|Yugoslavia|Czechoslovakia|Palestine|Tibet|Scottish|Welsh|English)\b"
)
# How many and when in words.
_COUNTED = lazy_regex(
    r"\b(?:none|both|single|pair|couple|dozens?|hundreds|thousands|millions|half|several|few|twice"
    r"|no \w+s)\b",
    re.IGNORECASE,
)
_TIMED = lazy_regex(
    r"\b(?:during|after|before|until|since|following|upon) (?:the|his|her|its|their|an?)\b"
    r"|\b(?:nights?|mornings?|evenings?|noon|midnight|centur(?:y|ies)|era|Easter|Christmas"
    r"|Lent|Ramadan)\b",
    re.IGNORECASE,
)
_RANK = lazy_regex(r"\brank(?:s|ed|ing)?\b|몇 ?위|순위", re.IGNORECASE)  # by value, and no sum
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


# Where the marks of currencies are lost: "presents 200 000 in funding".
_BARE_SUM = lazy_regex(
    r"(?<![\d.,])\d{1,3}(?:[ ,]\d{3})+(?![\d.,]*\d)|\d[\d.,]* (?:million|billion|trillion)\b"
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
        in_words = _SEASON.search(sentence) or _TIMED.search(sentence)
        return None if dated or (in_words and _WHEN.search(question)) else "date"
    if find_answer_type(question) is AnswerType.AGE:
        return None if find_candidates(AnswerType.AGE, sentence) else "age"
    if _ASKS_HOW_MUCH.search(question):
        figures = (AnswerType.AMOUNT, AnswerType.STREAK)
        counted = any(find_candidates(kind, sentence) for kind in figures)
        if not (counted or _COUNTED.search(sentence)):
            return "figure"
    if _ASKS_COUNTRY.search(question):
        return None if find_mentions(sentence) or _OTHER_COUNTRY.search(sentence) else "country"
    asked_sum = asks_money(question) and not _RANK.search(question)
    if asked_sum and not (_speaks_of_money(sentence) or _names_bare_sum(sentence)):
        return "money"
    if lacks_claimed(question, sentence):
        return "claimed_figure"
    office = find_office(question)
    return "office" if office is not None and not speaks_of(office, sentence) else None


def _speaks_of_money(sentence: str) -> bool:
    return names_money(sentence) or _CURRENCY.search(sentence) is not None


def _names_bare_sum(sentence: str) -> bool:
    """Whether a number as great as a sum of money stands there, of nothing that is named."""
    figures = find_figures(sentence)
    return any(
        not any(each.start <= found.start() < each.end for each in figures)
        for found in _BARE_SUM.finditer(sentence)
    )
