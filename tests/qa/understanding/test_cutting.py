"""Questions without the words that say when."""

import doctest
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.questions import Question
from qa.understanding import cutting
from qa.understanding.interpreting import interpret

AS_OF = date(2025, 12, 16)
MATTERS = "chips ICT Hyundai urea KOTRA shipyards".split()
TIMES = (
    "the latest last month|up to date this year|of late last year|the most recent full month|"
    "Sep|apr 2022|as of today|the last|quarter|to date|'s"
).split("|")


@pytest.mark.parametrize(
    ("text", "searched"),
    [
        (
            "What were the latest last month exports of chips?",
            "What were exports of chips?",
        ),
        ("What were the latest last month ICT exports?", "What were ICT exports?"),
        (
            "How many cars were exported up to date this year by Hyundai?",
            "How many cars were exported by Hyundai?",
        ),
        # A period that is named is searched for, but not the words for the newest before it.
        (
            "What were the most recent Sep exports of chips?",
            "What were September exports of chips?",
        ),
    ],
)
def test_words_behind_times_that_overlap_are_searched_for(text: str, searched: str) -> None:
    assert interpret(Question(text, AS_OF), render_korean=False).searched == searched


@given(st.lists(st.sampled_from([*MATTERS, *TIMES]), max_size=9))
def test_no_word_for_the_matter_is_lost_among_words_for_times(words: list[str]) -> None:
    asked = interpret(Question(f"Exports {' '.join(words)}?", AS_OF), render_korean=False)
    matters = {each for each in words if each in MATTERS}
    assert matters <= {*re.findall(r"\w+", asked.searched)}
    assert matters <= {*re.findall(r"\w+", asked.topic)}


def test_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(cutting).failed == 0
