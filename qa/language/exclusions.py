"""What a figure is asked for without, and whether a text gives one without it.

"Exports excluding ICT", "exports without chips", "반도체를 제외한 수출" are what is left of all,
which only a text that says so tells: nothing is computed, and the figure of what is left out is
another. "Which exports other than ships rose?" asks for no figure, and a list is an answer.
"""

import re

from qa.language.glossary import render
from qa.language.terms import find_terms
from qa.lazy_regex import lazy_regex
from qa.periods.month_names import FULL_NAME

_EXCLUDING = (
    r"(?:excluding|exclusive of|except(?:ing)?(?: for)?|other than|apart from|aside from"
    r"|not (?:counting|including)|(?:if (?:you|we|one) )?leav(?:e|ing) (?:out|aside)|minus|net of"
    r"|ex)"
)
_NEXT = (
    r"(?:in|of|for|from|during|by|on|at|to|last|this|was|were|is|are|did|do|does|had|have|rose|fell"
    r"|grew|rise|fall|grow|increase|decrease|decline|come|came|change|develop|go|amount|total|stand"
    r"|reach)\b"
)
_THING = (
    r"(?:the |all |any |those of |(?:ex|im)ports of )?"
    rf"(?P<thing>[\w'’&/-]+(?: (?!{_NEXT})[\w'’&/-]+){{0,3}})"
)
_FIGURES = (
    r"(?:exports?|imports?|shipments?|sales|orders|investments?|production|output|fdi"
    r"|trade (?:balance|surplus|deficit))"
)
_OF_WHAT = r" (?:to|from|of|in|by|for|during|last|this) [\w.'’ ]{1,40}?"
_BEHIND = lazy_regex(
    rf"\b{_FIGURES}(?:{_OF_WHAT})?,? \(?(?:{_EXCLUDING}|without) {_THING}", re.IGNORECASE
)
_BEFORE = lazy_regex(rf"^\W*(?:{_EXCLUDING}|without) {_THING},", re.IGNORECASE)
_NON = lazy_regex(rf"\b(?:non|ex)-(?P<thing>\w+) (?:\w+ )?{_FIGURES}\b", re.IGNORECASE)
_BEHIND_KO = r"\s?[은는이가을를]?\s?(?:제외|빼[고면]|뺀|제하)"
_FIGURES_KO = lazy_regex(r"수출|수입|투자|판매|매출|생산|수주|무역")
_KOREAN = lazy_regex(
    rf"(?<![\w·])(?P<thing>(?:[\w·]{{1,20}}?(?:[와과]|,| 및)\s)?[\w·]{{1,20}}?){_BEHIND_KO}"
)
# What leaves nothing out of a figure: a time, a condition ("without tariffs").
_NO_THING = lazy_regex(
    rf"[0-9]|^(?:{FULL_NAME}|in|of|for|from|during|to|by|on|at|when|where|that|what|an?|no)\b"
    rf"|\b(?:months?|quarters?|years?|tariffs?|duties|licen[cs]es?|permits?|delays?|{_FIGURES})$"
    r"|[월년]$|분기$|조업일수|연휴|휴일",
    re.IGNORECASE,
)
_NO_FIGURE = lazy_regex(
    r"\b(?:which|who|whom|whose|where|why|when|list|name)\b|어떤|어느|무슨|왜|누가|어디|언제",
    re.IGNORECASE,
)
_SAID = lazy_regex(
    rf"\b(?:{_EXCLUDING}|without) (?P<behind>[^.;]{{0,80}})|\bnon-(?P<non>\w+)", re.IGNORECASE
)
_SAID_KO = lazy_regex(rf"(?P<before>[^.\n]{{1,40}}?){_BEHIND_KO}")


def find_excluded(question: str) -> frozenset[str]:
    """The terms of what a figure is asked for without; none where it is asked for with all.

    >>> sorted(find_excluded("How much were exports excluding chips in May?"))
    ['chip']
    >>> find_excluded("반도체를 제외한 수출은?"), find_excluded("exports in 2025 except May")
    (frozenset({'semiconductor'}), frozenset())
    """
    words = find_excluded_words(question)
    return frozenset() if words is None else frozenset(find_terms(render(words)))


def find_excluded_words(question: str) -> str | None:
    """The words of these; None where there are none.

    >>> find_excluded_words("How much were exports excluding chips in May?")
    'chips'
    """
    if _NO_FIGURE.search(question):
        return None
    patterns = (_BEHIND, _BEFORE, _NON, *([_KOREAN] if _FIGURES_KO.search(question) else []))
    for pattern in patterns:
        found = pattern.search(question)
        if found and not _NO_THING.search(found["thing"]):
            return found["thing"]
    return None


def says_excluded(excluded: frozenset[str], text: str) -> bool:
    """Whether `text`, of either language, speaks of a figure without all of these.

    >>> says_excluded(frozenset({"chip"}), "Exports rose 5%, and excluding chips fell 1%.")
    True
    """
    english = (found["behind"] or found["non"] for found in _SAID.finditer(text))
    korean = (render(found["before"]) for found in _SAID_KO.finditer(text))
    return any(excluded <= {*find_terms(each)} for each in (*english, *korean) if each)
