"""Which of several is meant by number: "the 15th conference" is not the 14th.

Of what is held, planned or built again and again; "third down" is told of one game. So is which
part: "Section 2", "2공구". How the third round went is not told by a release on the second that
says when the third will be.

Ordinals of periods and days ("the third quarter", "the 15th of May", "for the tenth consecutive
month") and of ranks ("the second largest") number nothing that is held again and again.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from qa.language.glossary import render
from qa.language.sentences import split_sentences
from qa.language.terms import STOP_WORDS, find_terms
from qa.language.upcoming import asks_past, looks_ahead
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
        " agreement protocol center plant unit satellite launch tender auction plenary"
    )
)
_A_DAY = lazy_regex(rf"\b{_MONTH}\.? (?:the )?$", re.IGNORECASE)


# "Section 2", "Sections 1 and 2", "Phase II", and in Korean the number first: "2공구", "제2단계".
_PARTS = "section phase stage unit line lot terminal tranche".split()
_ROMAN = ("I", "II", "III", "IV", "V", "VI")
_PART_NUMBER = rf"(?:\d{{1,2}}(?![\d.,%])|(?-i:(?:{'|'.join(reversed(_ROMAN))})\b))"
_LABELLED = lazy_regex(
    rf"\b(?P<what>{'|'.join(_PARTS)})s? "
    rf"(?P<which>{_PART_NUMBER}(?:(?:,? and |, |[–-]){_PART_NUMBER})*)",
    re.IGNORECASE,
)
_LABELLED_KO = lazy_regex(
    r"(?<![\d.,])(?P<which>\d{1,2}(?:[·,]\d{1,2})*) ?(?P<what>공구|구간|단계|호기|호선|터미널)"
)
_PARTS_KO = {
    "공구": "section",
    "구간": "section",
    "단계": "phase",
    "호기": "unit",
    "호선": "line",
    "터미널": "terminal",
}
_PART = lazy_regex(_PART_NUMBER, re.IGNORECASE)
_RANGE = lazy_regex(r"[–-]")
_FEW = 5  # what is the second to the fifth has a first before it; the 476th meeting may be a first


class Numbered(NamedTuple):
    """A number, and the terms of what it is said of; `was` where it is asked how that went."""

    number: int
    what: tuple[str, ...]
    was: bool = False


@lru_cache(_KEPT)
def find_numbered(text: str, language: str = "en") -> tuple[Numbered, ...]:
    """What a text, of Korean its English rendering, says of the how-manieth of what.

    >>> find_numbered("Was the 15th WTO Conference in the third quarter?")
    (Numbered(number=15, what=('wto', 'confer'), was=False),)
    """
    labelled = _find_labelled(text)
    text = render(text) if language == "ko" else text
    return (
        *(
            Numbered(_count(each.group()), tuple(find_terms(found["what"])))
            for found in _NUMBERED.finditer(text)
            if not _A_DAY.search(text, max(0, found.start() - 20), found.start())
            for each in _ONE.finditer(found["which"])
            if not _HELD_AGAIN.isdisjoint(find_terms(found["what"]))
        ),
        *labelled,
    )


def find_asked_numbers(text: str, question: str | None = None) -> tuple[Numbered, ...]:
    """Those of a question, of which `text` is the English, where it is Korean.

    >>> find_asked_numbers("How many came to the 15th conference?")
    (Numbered(number=15, what=('confer',), was=True),)
    """
    own = text if question is None else question
    found = dict.fromkeys([*find_numbered(text), *_find_labelled(own)])
    return tuple(each._replace(was=asks_past(own)) for each in found)


@lru_cache(_KEPT)
def find_held(text: str, language: str = "en") -> tuple[Numbered, ...]:
    """Those that a text says more of than when they will be.

    >>> find_held("The second round ended. The third round will be held in May.")
    (Numbered(number=2, what=('round', 'end'), was=False),)
    """
    told = (text[each.start : each.end] for each in split_sentences(text, language))
    return find_numbered("\n".join(each for each in told if not looks_ahead(each)), language)


def is_another(asked: Numbered, told: tuple[Numbered, ...]) -> bool:
    """Whether others of the like are `told` of by number, and not the one asked for.

    >>> is_another(Numbered(15, ("confer",)), find_numbered("At the 14th WTO Conference they met."))
    True
    """
    numbers = {each.number for each in told if _is_alike(each.what, asked.what)}
    if asked.number in numbers:
        return False
    # What is the first of its kind is often not said to be.
    return bool(numbers if asked.number > 1 else numbers & {*range(2, _FEW + 1)})


def _is_alike(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether both are of what is held again, by the same word: a joint committee is no joint
    project. In Korean the word stands before what is said of it, and not last."""
    return bool(_find_nouns(some) & {*others} or _find_nouns(others) & {*some})


def _find_nouns(what: tuple[str, ...]) -> set[str]:
    """The last term, and whatever is held again."""
    return {*what[-1:], *_HELD_AGAIN.intersection(what)}


def _count(ordinal: str) -> int:
    if ordinal[0].isdigit():
        return int(ordinal[:-2])
    return _NUMBERS[ordinal.lower()]


def _find_labelled(text: str) -> Iterator[Numbered]:
    for found in _LABELLED.finditer(text):
        numbers = [_read_part(each.group()) for each in _PART.finditer(found["which"])]
        if _RANGE.search(found["which"]):
            numbers = list(range(numbers[0], numbers[-1] + 1))
        for number in numbers:
            yield Numbered(number, tuple(find_terms(found["what"])))
    for found in _LABELLED_KO.finditer(text):
        for number in re.findall(r"\d+", found["which"]):
            yield Numbered(int(number), tuple(find_terms(_PARTS_KO[found["what"]])))


def _read_part(number: str) -> int:
    return _ROMAN.index(number) + 1 if number in _ROMAN else int(number)
