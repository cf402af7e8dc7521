"""Sentences with the figure that is asked for, told from those with others of their release."""

import math
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from qa.language.answer_types import AnswerType
from qa.language.asked_figures import AskedFigure
from qa.periods import Granularity, Period
from qa.records import Passage, Release, StoredPassage
from qa.retrieval.figure_sentences import (
    count_things,
    cover_own,
    itemise,
    miss_basis,
    miss_period,
    miss_whole,
)
from qa.retrieval.read_passages import ReadPassage, find_places
from qa.understanding.wanted import Wanted
from tests.qa.retrieval.taken_apart import take_apart

QUARTER = Period(date(2025, 1, 1), date(2025, 3, 31), Granularity.QUARTER)


def ask(question: str, kind: AnswerType) -> Wanted:
    return Wanted({}, frozenset(), frozenset(), kind, figure=AskedFigure(kind), question=question)


def rate_counts(question: str, *sentences: str) -> list[float]:
    """How well each sentence of one release counts what is asked for."""
    releases = np.zeros(len(sentences), int)
    rated: list[float] = count_things(ask(question, AnswerType.COUNT), sentences, releases).tolist()
    return rated


def test_those_that_applied_are_counted_by_the_sentence_that_says_so() -> None:
    chosen, applied = "It chose 1,180 companies.", "There were 5,430 applicants."
    asked = "How many companies applied?"
    assert rate_counts(asked, chosen, applied) == [0, 1]
    paid = "Applicants paid USD 5 million, up 3 percent."
    assert rate_counts(asked, chosen, paid) == [1, 0]
    # Where none says so, any that counts them may be meant.
    assert rate_counts(asked, chosen, "All were told by post.") == [1, 0]
    assert rate_counts("How many companies are there?", chosen, applied) == [1, 0]


def miss(question: str, *sentences: str) -> list[bool]:
    """Whether each sentence of one release measures against another time than is asked for."""
    releases = np.zeros(len(sentences), int)
    asked = ask(question, AnswerType.CHANGE)
    missing: list[bool] = miss_basis(asked, sentences, releases).tolist()
    return missing


def test_change_on_the_month_is_no_change_on_the_year() -> None:
    of_year, of_month = "Prices rose 2.4% on the year.", "They rose 0.5% from the previous month."
    neither = "Prices of services rose 3.0%."
    assert miss("How much did prices rise on the month?", of_year, of_month) == [True, False]
    assert miss("How much did prices rise on the year?", of_year, of_month) == [False, True]
    assert miss("How much did prices rise on the year?", of_year, neither) == [False, False]
    assert miss("How much did prices rise?", of_year, of_month) == [False, False]
    # Where none says so, nothing is held against any.
    assert miss("How much did prices rise on the month?", of_year, neither) == [False, False]


def miss_quarter(text: str, about: Period) -> list[bool]:
    release = Release("r", "Births", date(2025, 5, 27), text, "Ministry")
    passage = Passage("r:0", "r", 0, 0, len(text), text)
    read = take_apart(StoredPassage(1, passage, release, about=about))
    asked = replace(ask("How many babies were born?", AnswerType.COUNT), period=QUARTER)
    releases = np.zeros(len(read.sentences), int)
    missing: list[bool] = miss_period(asked, [read], releases).tolist()
    return missing


def test_figure_of_a_month_is_none_of_the_quarter_that_the_release_is_about() -> None:
    whole = "In the first quarter of 2025 births numbered 69,900."
    month, other = "In March alone 23,100 babies were born.", "Deaths came to 95,800."
    assert miss_quarter(f"{whole} {month} {other}", QUARTER) == [False, True, False]
    assert miss_quarter(f"{month} {other}", QUARTER) == [False, False]


def ask_amount(*terms: str, of_whole: bool = False, a_day: bool = False) -> Wanted:
    return Wanted(
        dict.fromkeys(terms, 1.0),
        frozenset(),
        frozenset(),
        AnswerType.AMOUNT,
        figure=AskedFigure(AnswerType.AMOUNT),
        matter=frozenset(terms),
        of_whole=of_whole,
        a_day=a_day,
    )


def read(text: str, title: str = "News") -> ReadPassage:
    release = Release("r", title, date(2025, 12, 15), text, "Ministry")
    return take_apart(StoredPassage(1, Passage("r:0", "r", 0, 0, len(text), text), release))


def cover(wanted: Wanted, text: str) -> list[float]:
    """The own_coverage of each sentence."""
    passage = read(text)
    held = find_places(list(wanted.weights), [passage])[:, 0]  # (terms, places)
    count = len(passage.sentences)
    covered = cover_own(
        wanted, held[:, 1:], held[:, :1].repeat(count, axis=1), np.zeros(count, np.int64)
    )
    return list(covered)


def test_term_counts_by_how_few_sentences_have_it_and_little_where_the_title_does() -> None:
    text = "FDI rose 3 percent. FDI of chips rose 4 percent. FDI was so. News was so."
    fdi, chips = math.log1p(1.5 / 3.5), math.log1p(3.5 / 1.5)
    share = fdi / (fdi + chips)
    assert cover(ask_amount("fdi", "chip"), text) == pytest.approx([share, 1.0, share, 0.0])
    news = math.log1p(3.5 / 1.5) * 0.2  # of the title: "News"
    covered = cover(ask_amount("news", "chip"), text)
    assert covered[3] == pytest.approx(news / (news + chips))
    assert cover(replace(ask_amount("fdi"), figure=None), text) == [0.0, 0.0, 0.0, 0.0]


def test_how_figures_moved_is_not_of_what_they_are() -> None:
    text = "FDI rose 3 percent. It is an increase. News was so."
    assert cover(ask_amount("fdi", "increas", "growth"), text) == [1.0, 0.0, 0.0]
    assert cover(ask_amount("increas"), text) == [0.0, 1.0, 0.0]


def test_thing_asked_for_with_its_figure_in_brackets_is_told_from_others() -> None:
    passage = read("FDI rose 3 percent. Chips (up 4%) and ships (-2%) did. Steel (-1%) fell.")
    itemised, missing = itemise(ask_amount("fdi", "chip"), [passage]).T.tolist()
    assert (itemised, missing) == ([0.0, 1.0, 0.0], [0.0, 0.0, 1.0])
    assert not itemise(replace(ask_amount("fdi", "chip"), figure=None), [passage]).any()


def test_what_comes_to_a_day_is_not_the_whole() -> None:
    text = "Exports came to $51 billion. Daily exports averaged $2 billion. Ship exports rose."
    whole = miss_whole(ask_amount("export", of_whole=True), [read(text)])
    assert whole.tolist() == [0.0, 1.0, 1.0]
    assert miss_whole(ask_amount("export", a_day=True), [read(text)]).tolist() == [1.0, 0.0, 1.0]


def test_in_a_release_on_exports_of_something_these_are_the_whole() -> None:
    text = "Exports of ICT goods rose. Exports to India rose. Exports of chips did."
    wanted = ask_amount("export", of_whole=True)
    of_ict = miss_whole(wanted, [read(text, "ICT Exports Rise")])
    assert of_ict.tolist() == [0.0, 1.0, 1.0]
    of_all = miss_whole(wanted, [read(text, "Exports Rise on Chips")])
    assert of_all.tolist() == [1.0, 1.0, 1.0]
