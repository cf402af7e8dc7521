"""Months and quarters that are misspelt, and words that are none, told by hand."""

import doctest
from datetime import date

import pytest

from qa.questions import Question
from qa.understanding import misspelt_dates
from qa.understanding.interpreting import interpret
from qa.understanding.misspelt_dates import spell_dates
from tests.timing import takes_less

AS_OF = date(2025, 12, 20)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ict exports septmber 2025", "ict exports September 2025"),
        ("Exports in Novemeber", "Exports in November"),
        ("Febuary exports", "February exports"),
        ("What were exports last Agust?", "What were exports last August?"),
        ("Exports in Setpember and 2025 Ocotber", "Exports in September and 2025 October"),
        ("Signed on 12 Decmber", "Signed on 12 December"),
        ("Jauary ICT goods exports", "January ICT goods exports"),
        ("Decembr's exports", "December's exports"),
        ("EXPORTS, APIRL 2025", "EXPORTS, April 2025"),
        ("ship orders thrid quarter 2025", "ship orders third quarter 2025"),
        ("FDI in the forth quater of 2024", "FDI in the fourth quarter of 2024"),
        ("secnd-half exports", "second-half exports"),
        ("exports, 3rd quater", "exports, 3rd quarter"),
    ],
)
def test_misspelt_month_and_quarter_are_spelt_right(typed: str, read: str) -> None:
    assert spell_dates(typed).text == read


@pytest.mark.parametrize(
    "text",
    [
        "Exports in November 2025, Sept 2025 and Q3",
        "exports in the past Novembers",
        # Words of their own, a name among them, beside a year.
        "Jaguar exports 2025",
        "exports of match boxes in Marsh 2025",
        "What did Marc say in Augusta 2025?",
        # Too short to tell, not where a month stands, the first letter wrong.
        "exports in Jun 2025 and Jly 2025",
        "Does Novmber Ltd. recruit members?",
        "exports in Bovember 2025",
        "back and forth, a quartet, the first quarters",
    ],
)
def test_other_words_stay_as_they_are(text: str) -> None:
    assert spell_dates(text).text == text


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        ("Exports in Septmber 2025 to Japan", "Septmber 2025", "2025-09-01"),
        ("FDI in the forth quater of 2024", "forth quater of 2024", "2024-10-01"),
        ("Novmber 2024 imports, please", "Novmber 2024", "2024-11-01"),
    ],
)
def test_period_is_read_of_misspelt_words_and_quotes_what_was_typed(
    text: str, words: str, first: str
) -> None:
    asked = interpret(Question(text, AS_OF), render_korean=True)
    assert asked.period is not None
    assert (asked.period.words, str(asked.period.period.first)) == (words, first)


def test_several_periods_and_a_window_quote_what_was_typed() -> None:
    several = interpret(Question("exports in Septmber and Ocotber 2025", AS_OF), render_korean=True)
    assert [each.words for each in several.periods] == ["Septmber", "Ocotber 2025"]
    window = interpret(Question("releases published in Novmber 2025", AS_OF), render_korean=True)
    assert window.published_words == "Novmber 2025"
    assert window.published is not None
    assert window.published.first == date(2025, 11, 1)


def test_what_is_searched_for_is_spelt_right() -> None:
    asked = interpret(Question("exports in Septmber 2025", AS_OF), render_korean=True)
    assert asked.searched == "exports in September 2025"


@pytest.mark.parametrize("piece", ["novmber ", "in novmber 2025 ", "thrid-", "a", "2025 ", " ."])
def test_time_is_linear_in_hostile_text(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    # Were it quadratic, hours.
    assert takes_less(lambda: spell_dates(text), 15)


def test_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(misspelt_dates).failed == 0
