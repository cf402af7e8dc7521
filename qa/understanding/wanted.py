"""What a question asks for, in the terms of the index: rare words, numbers, names, time."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

import numpy as np
import numpy.typing as npt

from qa.language.answer_candidates import find_words, holds_answer
from qa.language.answer_types import FIGURES, AnswerType, find_answer_type
from qa.language.asked_figures import AskedFigure, asks_whether, find_asked_figure, names_money
from qa.language.asked_forms import Form, find_asked_form
from qa.language.countries import find_countries, find_mentions
from qa.language.directions import Direction, find_direction, moves
from qa.language.exclusions import find_excluded
from qa.language.extremes import BESIDE, Extreme
from qa.language.matters import Matter
from qa.language.names import find_name_terms
from qa.language.office_holders import asks_holder_alone
from qa.language.offices import find_office, speaks_of
from qa.language.ordinals import Numbered, find_asked_numbers
from qa.language.parties import Party, find_parties
from qa.language.places import AskedPlace, find_asked_places
from qa.language.terms import find_terms
from qa.language.wholes import asks_for_whole, speaks_of_days
from qa.language.whose_figures import find_whose
from qa.language.whose_offices import Office
from qa.periods import Granularity, Period, find_periods
from qa.questions import Interpretation
from qa.understanding.latest import names_newest
from qa.understanding.letters import weigh_letters
from qa.understanding.quotations import Quotation, find_quotation
from qa.understanding.telling import has_korean, speaks_of_figures
from qa.understanding.weights import weigh_term
from qa.understanding.whats_new import asks_in_particular

_LONGEST = 60  # letters of a word
_ASKING = frozenset({"mani", "much"})  # terms that name nothing
_TELLING = frozenset("announc publish releas say said tell told report happen open held".split())
_OPPOSITES = (
    ("export", "import"),
    ("export", "inbound"),
    ("import", "outbound"),
    ("inbound", "outbound"),
    ("inward", "outward"),
    ("inflow", "outflow"),
)  # terms, each of which a release has beside the other; a surplus or a deficit is one balance
_OF_ALL = frozenset(  # terms that single nothing out
    "total overal entir whole all korea korean latest recent newest current".split()
)
_ANY_DAY = date(2000, 1, 1)  # where words of time stand does not hang on the day
_MOVED = frozenset(
    find_terms(
        "rise rose risen grow grew grown increase increased gain climb jump surge fall fell"
        " fallen decline declined decrease decreased drop dropped shrink shrank"
    )
)
_CUMULATED = re.compile("cumulat|accumulat|year-to-date|ytd|누[계적]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question asks for, in the terms of the index.

    `weights` holds each distinct term with its inverse document frequency; `total` is their sum,
    and `rarest` are the same, the rarest first. `opposites` are pairs of a term asked for and the
    one that asks for the contrary. `direction` is which way what is asked for has gone; None where
    neither is asked for, or by how much. `office` is the one whose holder is asked for, and `held`
    says whether nothing else is, and it is the publisher's own. `countries` are those that are
    named, and `country_terms` the terms that do, which any other form of their names stands for as
    well; `whose` are those whose own figures are asked for. `numbered` is what it names by the
    how-manieth it is, and `places` are those where it says that something stands or happened.
    `parties` are the names in it, and `form` is how what it asks for is written, if in few ways.
    `excluded` are the terms of what a figure is asked for without. `news_of` is the matter of which
    whatever was published is asked for. `said` are the question's words. `of_figures` says whether
    it speaks of what figures are made for, and `of_whole` whether it asks for exports or imports
    without saying of what. `unread` is how many of its words nobody can read: they have no
    rendering in English, and stand in no release. `year_guessed`: the question names no year of the
    period. `takes_parts`: a figure of a part of the period is wanted as well. `is_running`: the
    period is not over, and what is over of it is wanted. `figure` is what a sentence has to state,
    `matter` are the terms that say of what, not when or of all, and `a_day` says whether what comes
    to a day is asked for. `extreme` is the extreme over time that is asked for, and `question` what
    was asked, in its own words. `letters` are its Korean words, each with its weight, which a
    Korean release may have letter for letter.
    """

    weights: dict[str, float]
    numbers: frozenset[str]
    names: frozenset[str]
    answer_type: AnswerType | None
    period: Period | None = None
    recency: float = 0.0
    cadence: Granularity | None = None
    direction: Direction | None = None
    office: Office | None = None
    held: bool = False
    countries: frozenset[str] = frozenset()
    country_terms: tuple[tuple[str, str], ...] = ()
    whose: frozenset[str] = frozenset()
    numbered: tuple[Numbered, ...] = ()
    places: tuple[AskedPlace, ...] = ()
    parties: tuple[Party, ...] = ()
    form: Form | None = None
    excluded: frozenset[str] = frozenset()
    news_of: Matter | None = None
    said: frozenset[str] = frozenset()
    of_figures: bool = False
    of_whole: bool = False
    unread: int = 0
    year_guessed: bool = False
    takes_parts: bool = True
    is_running: bool = False
    quotation: Quotation | None = None
    figure: AskedFigure | None = None
    matter: frozenset[str] = frozenset()
    a_day: bool = False
    extreme: Extreme | None = None
    question: str = ""
    letters: tuple[tuple[str, float], ...] = ()
    total: float = field(init=False)
    rarest: tuple[tuple[str, float], ...] = field(init=False)
    opposites: tuple[tuple[str, str], ...] = field(init=False)

    def __post_init__(self) -> None:
        # Asked for by every passage: worked out once.
        object.__setattr__(self, "total", sum(self.weights.values()))
        rarest = sorted(self.weights.items(), key=lambda held: held[1], reverse=True)
        object.__setattr__(self, "rarest", tuple(rarest))
        both_ways = (way for pair in _OPPOSITES for way in (pair, pair[::-1]))
        opposites = [
            (asked, contrary)
            for asked, contrary in both_ways
            if asked in self.weights and contrary not in self.weights
        ]
        object.__setattr__(self, "opposites", tuple(opposites))

    @property
    def is_timed(self) -> bool:
        """Whether a period or the newest is asked for."""
        return self.period is not None or self.recency == 1

    @property
    def asks_for_newest(self) -> bool:
        """Whether the newest of a matter is asked for, and nothing in particular of it: "Any recent
        recalls?"."""
        if self.recency < 1 or self.answer_type is not None or self.figure is not None:
            return False
        return names_newest(self.question) and not asks_in_particular(self.question)

    @property
    def is_understood(self) -> bool:
        """Whether more of the question could be read than its words of asking, and, where words of
        it could not be, of telling. A lone syllable is read as nothing, being a particle or a part
        of another word; so is a lone letter, and what is longer than any word."""
        said = {term for term in self.weights if not _is_no_word(term)}
        return bool(said - (_ASKING | _TELLING if self.unread else _ASKING))

    @property
    def asks_figure(self) -> bool:
        """Whether a figure is asked for, be it by the name of what figures are made for."""
        return self.answer_type in FIGURES or (self.answer_type is None and self.of_figures)

    @property
    def asks_total(self) -> bool:
        """Whether a figure of all of the period is asked for, or of as much of it as is over."""
        whole = self.is_running or not self.takes_parts
        return self.period is not None and self.asks_figure and whole

    def find_figure_period(self, about: Period | None) -> Period | None:
        """The period whose figure is asked for of a release about that one; None where no figure
        is. A total is of its year till then, and of a period that is not over it is till then."""
        asked = self.period or about
        if asked is None or not self.asks_figure:
            return None
        if self.is_running and about is not None and asked.contains(about):
            asked = Period(asked.first, about.last, Granularity.RANGE)
        if any(_CUMULATED.match(word) for word in self.said):
            return Period(asked.first.replace(month=1, day=1), asked.last, Granularity.RANGE)
        return asked

    def finds_figure(self, sentence: str) -> bool:
        """Whether `sentence` holds a figure that the question does not name, or any sum of money
        where it is asked whether it is that one. Never where none is asked for."""
        if self.figure is None:
            return False
        if self.figure.is_named:
            return names_money(sentence)
        return holds_answer(self.figure.kind, sentence, self.said)

    def finds_answer(self, sentence: str) -> bool:
        """Whether `sentence` holds a thing of the kind asked for that the question does not name,
        and the office whose holder is asked for. Never where no kind is."""
        if self.answer_type is None or not holds_answer(self.answer_type, sentence, self.said):
            return False
        return self.office is None or speaks_of(self.office, sentence)

    def cover(self, held: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
        """The share of the question's weight that is held, from 0 to 1: (terms, ...) -> (...).

        `held` has a row for each term of `weights`, in their order.
        """
        weights = np.fromiter(self.weights.values(), np.float64, len(self.weights))
        columns = weights.reshape(-1, *(1 for _ in held.shape[1:]))
        # In this layout terms are added one after the other: a share is the same in any company.
        of_terms: npt.NDArray[np.float64] = np.multiply(columns, held, order="C").sum(axis=0)
        return of_terms / (self.total or 1.0)


def _is_no_word(term: str) -> bool:
    """Whether a term is a lone syllable or letter, small or capital, or too long for a word.

    >>> _is_no_word("x"), _is_no_word("가"), _is_no_word("5")
    (True, True, False)
    """
    is_letter = len(term) == 1 and (has_korean(term) or term.lower() != term.upper())
    return is_letter or len(term) > _LONGEST


def read_question(
    asked: Interpretation, text: str, count_term: Callable[[str], int], passages: int
) -> Wanted:
    """What a question asks for, as it was understood, where it is searched with by `text`.

    `count_term` says how many of all `passages` hold a term.
    """
    question, period, news_of = asked.question, asked.period, asked.news_of
    terms, unread = _find_terms(asked, text, count_term)
    weights = {term: weigh_term(min(count_term(term), passages), passages) for term in terms}
    office = find_office(question)
    of_figures = speaks_of_figures(question)
    answer_type = find_answer_type(question) if office is None else AnswerType.PERSON
    direction = find_direction(question) if answer_type not in FIGURES else None
    moved = direction is not None or (answer_type is None and of_figures and moves(question))
    whether = moved and asks_whether(question)
    reads_when = period is not None or asked.reads_latest
    reads_all = reads_when and all(len(word) < 2 for word in asked.unrendered)
    return Wanted(
        weights=weights,
        numbers=frozenset(term for term in weights if term[0].isdigit()),
        names=find_name_terms(text),
        answer_type=answer_type,
        period=period.period if period else None,
        year_guessed=period is not None and period.year_guessed,
        takes_parts=asked.takes_parts,
        is_running=asked.is_running,
        recency=asked.recency,
        cadence=asked.cadence,
        direction=None if whether else direction,
        office=office,
        held=reads_all and asks_holder_alone(office, asked.topic),
        countries=find_countries(text),
        country_terms=tuple(_find_country_terms(text, weights)),
        whose=find_whose(question),
        numbered=find_asked_numbers(text),
        places=find_asked_places(question, text),
        parties=find_parties(question),
        form=find_asked_form(question),
        excluded=find_excluded(question),
        news_of=news_of,
        said=find_words(f"{question} {text}"),
        of_figures=of_figures,
        of_whole=not any(each.is_among(weights) for each in asked.unread)
        and asks_for_whole(asked.topic, BESIDE if asked.extreme else frozenset()),
        unread=unread,
        quotation=find_quotation(question),
        figure=AskedFigure(AnswerType.CHANGE)
        if whether
        else find_asked_figure(question, answer_type, of_figures=of_figures, of_news=bool(news_of)),
        matter=_find_matter(question, text, weights) - (_MOVED if whether else frozenset()),
        a_day=speaks_of_days(text),
        extreme=asked.extreme,
        question=question,
        letters=weigh_letters(asked, weights, without=_TELLING),
    )


def _find_terms(
    asked: Interpretation, text: str, count_term: Callable[[str], int]
) -> tuple[list[str], int]:
    """The distinct terms that a question is searched with by, and how many of its words nobody can
    read. Words without English count where releases have them; the others are found by the
    question's vector in releases of either language."""
    own = {word: find_terms(word) for word in asked.unrendered}
    surnames = (name for word in asked.unread for name in word.surnames)
    added = chain(*own.values(), *map(find_terms, surnames))
    held = [term for term in added if count_term(term)]
    unread = sum(len(word) > 1 for word, terms in own.items() if not set(held) & {*terms})
    return list(dict.fromkeys(find_terms(text) + held)), unread


def _find_matter(question: str, text: str, terms: Iterable[str]) -> frozenset[str]:
    """Those of the terms of `text` that say of what a question is, in its own words where these are
    searched with: neither when nor, of an abbreviation, what it stands for."""
    own = text if has_korean(question) else question
    rest, end = "", 0
    for mention in find_periods(own, _ANY_DAY):
        rest += own[end : mention.start] + " "
        end = mention.end
    found = set(find_terms(rest + own[end:]))
    return frozenset(each for each in terms if each in found) - _ASKING - _OF_ALL


def _find_country_terms(text: str, terms: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each of the terms that names a country in `text`, and which."""
    for named in find_mentions(text):
        for term in find_terms(text[named.start : named.end]):
            if term in terms:
                yield term, named.country
