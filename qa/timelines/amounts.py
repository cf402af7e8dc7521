"""The amounts that an instalment states, each with the words that say what it is the amount of.

Those are the words that lead up to a figure from the one before it, and those after it to the end
of its clause: "Korea imported »72.6 million barrels« of crude oil in March, down ...". Words that
say when are not among them. An amount that is stated twice is one, with the words of both places.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import zip_longest

from qa.language.asked_figures import MAKES_UP
from qa.language.bases import Basis, find_basis
from qa.language.figures import INDEX, PERCENT, Figure
from qa.language.synonyms import unify
from qa.language.terms import find_terms, find_terms_in
from qa.lazy_regex import lazy_regex
from qa.timelines.dated_sentences import Sentence, end_clause
from qa.understanding.periods_cumulated import CUMULATED

_WORDS_KEPT = 8192
# Between two changes of the same: "전월 대비 0.3%, 전년 동월 대비 2.1% 각각 상승했다".
_AGAIN = lazy_regex(r",\s(?:(?:전|작|지난|동)[가-힣]{1,4}\s){1,2}대비(?:로는)?\s")
_SHARE = frozenset(find_terms("share"))
_OF = lazy_regex(r"(?:\sworth)?\s(?:of|in)\s", re.IGNORECASE)
_HANGUL = lazy_regex(r"[\uac00-\ud7a3]")
_WORD = lazy_regex(r"\w+(?:[.'’&-]\w+)*")

# What an amount is of beside its indicator.
_AHEAD = frozenset({*find_terms("outlook forecast ahead prospect"), "전망"})
_DAILY = frozenset({*find_terms("daily"), "일평"})
_TO_DATE = frozenset({*find_terms("cumulative cumulatively cumulated accumulated"), "누적", "누계"})
_ASKS_AHEAD = lazy_regex(
    r"\b(?:outlooks?|forecasts?|expectations?|prospects?|ahead)\b|전망", re.IGNORECASE
)
_ASKS_DAILY = lazy_regex(
    r"\bdaily\b|\b(?:per|a|each)\s(?:working\s)?day\b|일\s?평균|하루", re.IGNORECASE
)


class Aspect(Enum):
    """What is told of an indicator: itself, what a day has of it, what all came to since the year
    began, or what is expected."""

    TOLD = "told"
    DAILY = "daily"
    TO_DATE = "to date"
    AHEAD = "ahead"


Measure = tuple[str, bool]
"""A unit, and whether the figure says by how much something changed."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure of a sentence, and the terms of the words that say what it is the amount of."""

    sentence: Sentence
    figure: Figure
    terms: frozenset[str]

    @property
    def aspect(self) -> Aspect:
        """Whether it is the amount of a day, of all since the year began, or one that is expected,
        or neither."""
        if self.figure in self.sentence.later or not _AHEAD.isdisjoint(self.terms):
            return Aspect.AHEAD
        if self.figure in self.sentence.to_date or not _TO_DATE.isdisjoint(self.terms):
            return Aspect.TO_DATE
        return Aspect.DAILY if not _DAILY.isdisjoint(self.terms) else Aspect.TOLD

    @property
    def basis(self) -> Basis | None:
        """What it is measured against, if it is a change and that is said."""
        if not self.figure.is_change:
            return None
        return find_basis(self.sentence.text, self.figure.start, self.figure.end)


@dataclass(frozen=True, slots=True)
class Amount:
    """What an instalment states, in the order of the sentences that do.

    `terms` are those of all its statements, `titled` those that the title has for it.
    """

    measure: Measure
    statements: tuple[Statement, ...]
    terms: frozenset[str]
    titled: frozenset[str]
    aspect: Aspect

    @property
    def start(self) -> int:
        """Where the first sentence that states it begins in the body."""
        return min(each.sentence.span.start for each in self.statements)

    @property
    def bases(self) -> frozenset[Basis]:
        """What its statements say that it is measured against."""
        return frozenset(each.basis for each in self.statements if each.basis is not None)


def find_amounts(sentences: Sequence[Sentence], title: Sentence | None = None) -> list[Amount]:
    """The amounts of the instalment that these sentences are of, in order of their first place."""
    found: dict[tuple[Measure, float, Aspect], list[Statement]] = {}
    for sentence in sentences:
        for each in _find_statements(sentence):
            found.setdefault(_identify(each), []).append(each)
    titled = {_identify(each): each.terms for each in _find_statements(title)} if title else {}
    return [
        Amount(
            measure,
            tuple(places),
            terms=frozenset[str]().union(*(each.terms for each in places)),
            titled=titled.get((measure, value, aspect), frozenset()),
            aspect=aspect,
        )
        for (measure, value, aspect), places in found.items()
    ]


def find_words(text: str) -> frozenset[str]:
    """The terms of a text but numbers; of Korean also those of its English rendering."""
    return frozenset(term for word in _WORD.findall(text) for term in _find_terms(word))


def find_aspect(question: str) -> Aspect:
    """What a question asks for of an indicator."""
    if _ASKS_AHEAD.search(question):
        return Aspect.AHEAD
    if CUMULATED.search(question):
        return Aspect.TO_DATE
    return Aspect.DAILY if _ASKS_DAILY.search(question) else Aspect.TOLD


def _identify(statement: Statement) -> tuple[Measure, float, Aspect]:
    figure = statement.figure
    return (figure.unit, figure.is_change), figure.value, statement.aspect


def _find_statements(sentence: Sentence) -> Iterator[Statement]:
    """To an amount lead up the words since the one before it, to a change those since the change
    before it: "exports rose 3.0 percent to USD 25.5 billion". Where these only say what it is
    measured against, those of that change do as well; so do those of a count in the same clause:
    "sales of 26 companies came to USD 16 billion"."""
    text = sentence.text
    told = {False: 0, True: 0}
    led = frozenset[str]()
    for figure, after in zip_longest(sentence.figures, sentence.figures[1:]):
        following = after.start if after is not None else None
        terms = _find_terms_between(sentence, told[figure.is_change], figure.start)
        if figure.is_change:
            again = _AGAIN.fullmatch(text, told[True], figure.start) is not None
            led = terms | led if again else terms
            terms = led
        clause = end_clause(text, figure, following)
        of = _OF.match(text, figure.end) is not None
        # Up to the next figure, words lead there; but Korean says last what is done.
        if of or clause != following or _HANGUL.search(text, figure.end, clause):
            terms |= _find_terms_between(sentence, figure.end, clause)
        leads_on = _counts(figure) and clause == following
        if after is None or after.unit == figure.unit or not leads_on:
            told[figure.is_change] = clause if of else figure.end
        if figure in (*sentence.own, *sentence.to_date, *sentence.later):
            yield Statement(sentence, figure, terms)


def _counts(figure: Figure) -> bool:
    """Whether a figure is a number of things, be they barrels: no money, share or index, nor what
    is measured in letters, as "GW"."""
    return figure.unit.isalpha() and figure.unit.islower() and figure.unit not in (PERCENT, INDEX)


def _find_terms_between(sentence: Sentence, start: int, end: int) -> frozenset[str]:
    """The terms of a part of a sentence but its figures and dates; of what makes up so much of
    something, that it has a share."""
    apart = [(each.start, each.end) for each in sentence.figures]
    apart += [(each.start, each.end) for each in sentence.dates]
    terms = frozenset(
        term
        for word in _WORD.finditer(sentence.text, start, end)
        if not any(first <= word.start() < last for first, last in apart)
        for term in _find_terms(word[0])
    )
    return terms | _SHARE if MAKES_UP.search(sentence.text, start, end) else terms


@lru_cache(_WORDS_KEPT)
def _find_terms(word: str) -> tuple[str, ...]:
    terms = find_terms_in(word, "ko" if _HANGUL.search(word) else "en")
    return tuple(unify(term) for term in terms if not term[0].isdigit())
