"""Sentences that come after all others, however well their words agree."""

from dataclasses import replace
from datetime import date

from qa.language.answer_types import AnswerType
from qa.language.directions import Direction
from qa.language.ordinals import find_asked_numbers
from qa.language.whose_offices import Office
from qa.periods import Granularity, Period
from qa.understanding.wanted import Wanted
from tests.qa.retrieval.measured_sentences import (
    NOTHING,
    ask_amount,
    measure,
)


def test_sentence_about_imports_alone_speaks_of_the_contrary_of_exports() -> None:
    text = "Imports rose. Exports and imports rose. Exports rose. Trade rose."
    asked = Wanted({"export": 1.0}, frozenset(), frozenset(), None)
    assert measure(wanted=asked, text=text)["opposite"] == [1.0, 0.0, 0.0, 0.0]
    both = Wanted({"export": 1.0, "import": 1.0}, frozenset(), frozenset(), None)
    assert measure(wanted=both, text=text)["opposite"] == [0.0, 0.0, 0.0, 0.0]


def test_inbound_shipments_are_the_contrary_of_exports() -> None:
    text = "Inbound shipments rose. Exports rose."
    asked = Wanted({"export": 1.0}, frozenset(), frozenset(), None)
    assert measure(wanted=asked, text=text)["opposite"] == [1.0, 0.0]


def test_total_of_the_year_comes_before_the_figure_of_the_month() -> None:
    text = "Sales were USD 4 million in May. Sales since January stand at USD 9 million. So it was."
    may = Period(date(2025, 5, 1), date(2025, 5, 31), Granularity.MONTH)
    total = ask_amount("sale", period=may, cumulated=True)
    assert measure(wanted=total, text=text, about=may)["opposite"] == [1.0, 0.0, 1.0]
    month = ask_amount("sale", period=may)
    assert measure(wanted=month, text=text, about=may)["opposite"] == [0.0, 1.0, 0.0]


def test_sentence_on_what_rose_speaks_of_the_contrary_of_what_fell() -> None:
    text = "Chips rose. Chips rose and displays fell. Displays fell. It was so."
    asked = Wanted({}, frozenset(), frozenset(), None, direction=Direction.FALL)
    assert measure(wanted=asked, text=text)["opposite"] == [1.0, 0.0, 0.0, 0.0]


def test_sentence_without_the_office_comes_after_the_one_that_names_who_holds_it() -> None:
    text = "Minister Kim met the Gaon Club. Chairman Lee Jae-won thanked him."
    office = Office("chair")
    asked = replace(NOTHING, answer_type=AnswerType.PERSON, office=office)
    assert measure(wanted=asked, text=text)["opposite"] == [1, 0]
    # Nobody is said to hold it: what is there may still tell who it is.
    assert measure(wanted=asked, text="Minister Kim met the Gaon Club.")["opposite"] == [0]


def test_sentence_on_the_first_round_comes_after_others_where_the_second_is_asked_for() -> None:
    text = "They held the first round of talks in May. The second round will be in Seoul. All met."
    asked = replace(
        NOTHING,
        numbered=find_asked_numbers(
            "When is the second round of talks?", "When is the second round of talks?"
        ),
    )
    assert measure(wanted=asked, text=text)["opposite"] == [1, 0, 0]


def test_sentence_on_the_same_month_of_last_year_comes_after_others() -> None:
    text = "In May 2024 it was USD 3 million. It was USD 4 million. In April it was USD 5 million."
    may = Period(date(2025, 5, 1), date(2025, 5, 31), Granularity.MONTH)
    asked = Wanted({}, frozenset(), frozenset(), AnswerType.AMOUNT, may)
    assert measure(wanted=asked, text=text)["opposite"] == [1.0, 0.0, 0.0]
    who = Wanted({}, frozenset(), frozenset(), AnswerType.PERSON, may)
    assert measure(wanted=who, text=text)["opposite"] == [0.0, 0.0, 0.0]


def test_sentence_on_the_month_before_comes_after_others_of_the_release_on_one() -> None:
    text = "In April it was USD 5 million. It was USD 4 million. It has been up since April."
    may = Period(date(2025, 5, 1), date(2025, 5, 31), Granularity.MONTH)
    asked = Wanted({}, frozenset(), frozenset(), AnswerType.AMOUNT, may)
    assert measure(wanted=asked, text=text, about=may)["opposite"] == [1.0, 0.0, 0.0]
    assert measure(wanted=asked, text=text)["opposite"] == [0.0, 0.0, 0.0]
