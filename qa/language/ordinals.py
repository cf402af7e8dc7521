"""Which of several is meant by number: "the 15th conference" is not the 14th.

Of what is held, planned or built again and again; "third down" is told of one game.

Ordinals of periods and days ("the third quarter", "the 15th of May", "for the tenth consecutive
month") and of ranks ("the second largest") number nothing that is held again and again.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from qa.language.glossary import render
from qa.language.terms import STOP_WORDS, find_terms
from qa.lazy_regex import lazy_regex
from qa.periods.month_names import FULL_NAME, SHORTENED

_KEPT = 4096  # releases on shortlists, which come back
_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth"
    " nineteenth twentieth"
).split()
_NUMBERS = {word: number for number, word in enumerate([*_UNITS, *_TEENS], 1)}
_NUMBERS |= {f"twenty-{word}": 20 + number for number, word in enumerate(_UNITS, 1)}
_ORDINAL = rf"(?:\d+(?:st|nd|rd|th)|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\b"
_MONTH = rf"(?:{FULL_NAME}|{SHORTENED})"
_NUMBERS_NOTHING = (
    r"(?:(?:quarter|half|month|week|day|year|decade|century|time|place|rank)s?\b|\w+ly\b"
    r"|consecutive|straight|successive|annual|rise|gain|increase|fall|drop|decline"
    rf"|part(?:s|y|ies)?\b|countr|most\b|least\b|best\b|\w+est\b|{_MONTH})"
)
_STOPS = "|".join(sorted(STOP_WORDS))
_NUMBERED = lazy_regex(  # "the sixth and seventh rounds", but not "May 15th" nor "two-third "
    rf"(?<![\w-])(?<!\d )"
    rf"(?P<which>{_ORDINAL}(?:(?:,? (?:and|or|to|through) (?:the )?|, |[–-]){_ORDINAL})*)"
    rf" (?!{_NUMBERS_NOTHING})"
    rf"(?P<what>(?:(?:(?<=round )of|(?!(?:{_STOPS})\b)[\w’'&-]+)(?: |\b)){{1,4}})",
    re.IGNORECASE,
)
_ONE = lazy_regex(_ORDINAL, re.IGNORECASE)
_HELD_AGAIN = frozenset(
    find_terms(
        "round talks negotiations meeting conference committee forum summit session dialogue"
        " consultation congress assembly council workshop seminar symposium roundtable edition"
        " day week fair expo exhibition festival award ceremony contest competition mission plan"
        " roadmap phase stage batch tranche package program project survey review report"
        " agreement protocol center plant unit satellite launch"
    )
)
_ROUND = frozenset(find_terms("round"))
_A_DAY = lazy_regex(rf"\b{_MONTH}\.? (?:the )?$", re.IGNORECASE)


class Numbered(NamedTuple):
    """A number, and the terms of what it is said of."""

    number: int
    what: tuple[str, ...]


@lru_cache(_KEPT)
def find_numbered(text: str, language: str = "en") -> tuple[Numbered, ...]:
    """What a text, of Korean its English rendering, says of the how-manieth of what.

    >>> find_numbered("Was the 15th WTO Conference in the third quarter?")
    (Numbered(number=15, what=('wto', 'confer')),)
    """
    text = render(text) if language == "ko" else text
    return tuple(
        Numbered(_count(each.group()), tuple(find_terms(found["what"])))
        for found in _NUMBERED.finditer(text)
        if not _A_DAY.search(text, max(0, found.start() - 20), found.start())
        for each in _ONE.finditer(found["which"])
        if not _HELD_AGAIN.isdisjoint(find_terms(found["what"]))
    )


def find_asked_numbers(question: str) -> tuple[Numbered, ...]:
    """Those of a question. What is the first of its kind is often not said to be, and none.

    >>> find_asked_numbers("When was the first round?")
    ()
    """
    return tuple(each for each in find_numbered(question) if each.number > 1)


def is_another(asked: Numbered, told: tuple[Numbered, ...]) -> bool:
    """Whether others of the like are `told` of by number, and not the one asked for.

    >>> is_another(Numbered(15, ("confer",)), find_numbered("At the 14th WTO Conference they met."))
    True
    """
    numbers = {each.number for each in told if _is_alike(each.what, asked.what)}
    return bool(numbers) and asked.number not in numbers


def _is_alike(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether the noun of either is among the others: a joint committee is no joint project."""
    return bool(_find_nouns(some) & {*others} or _find_nouns(others) & {*some})


def _find_nouns(what: tuple[str, ...]) -> set[str]:
    """The last term, and what a round of talks is too."""
    return {*what[-1:], *_ROUND.intersection(what)}


def _count(ordinal: str) -> int:
    if ordinal[0].isdigit():
        return int(ordinal[:-2])
    return _NUMBERS[ordinal.lower()]
