"""What a question asks for, in the terms of the index: rare words, numbers, names, time."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from qa.language.answer_candidates import holds_answer
from qa.language.answer_types import FIGURES, AnswerType
from qa.language.asked_figures import AskedFigure, names_money
from qa.language.asked_forms import Form
from qa.language.directions import Direction
from qa.language.extremes import Extreme
from qa.language.matters import Matter
from qa.language.offices import speaks_of
from qa.language.ordinals import Numbered
from qa.language.parties import Party
from qa.language.places import AskedPlace
from qa.language.whose_offices import Office
from qa.periods import Granularity, Period
from qa.understanding.latest import names_newest
from qa.understanding.periods_cumulated import CUMULATED
from qa.understanding.quotations import Quotation
from qa.understanding.telling import has_korean
from qa.understanding.whats_new import asks_in_particular

_LONGEST = 60  # letters of a word
ASKING = frozenset({"mani", "much"})
"""Terms of asking, that name nothing."""
TELLING = frozenset("announc publish releas say said tell told report happen open held".split())
"""Terms of telling."""
_OPPOSITES = (
    ("export", "import"),
    ("export", "inbound"),
    ("import", "outbound"),
    ("inbound", "outbound"),
    ("inward", "outward"),
    ("inflow", "outflow"),
)  # terms, each of which a release has beside the other; a surplus or a deficit is one balance


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
        return bool(said - (ASKING | TELLING if self.unread else ASKING))

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
        if any(CUMULATED.match(word) for word in self.said):
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
