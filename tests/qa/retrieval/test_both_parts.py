"""Two things asked of a passage made by hand, of which each sentence answers one."""

from datetime import date

import pytest

from qa.questions import Interpretation
from qa.records import Passage, Release, StoredPassage
from qa.retrieval.both_parts import find_other_half, find_reason
from qa.retrieval.read_passages import ReadPassage
from qa.understanding.question_reading import read_question
from qa.understanding.wanted import Wanted
from tests.qa.retrieval.taken_apart import take_apart

EXPORTS = "Exports of goods declined 11.6 percent to USD 19.8 billion."
IMPORTS = "Imports stood at USD 10.1 billion."
STREAK = "Exports moved in that direction for the ninth month."
CAPACITY = "The gas turbine has a capacity of 816 MW."
HOUSEHOLDS = "It supplies 917 thousand households."
COST = "It cost KRW 61.4 billion."
TURBINE = "What is the capacity of the turbine and how many households does it supply?"


def read(question: str, *sentences: str) -> tuple[Wanted, ReadPassage]:
    text = " ".join(sentences)
    release = Release("r", "Gas Turbine Completed", date(2025, 12, 15), text, "Ministry")
    stored = StoredPassage(1, Passage("r:0", "r", 0, 0, len(text), text), release)
    asked = Interpretation(question, date(2026, 1, 1), None, topic=question, searched=question)
    return read_question(asked, question, lambda _: 1, 9), take_apart(stored)


def find(question: str, marked: str, *sentences: str) -> str | None:
    """The other sentence, where the first is the best, and each is better than the next."""
    wanted, passage = read(question, marked, *sentences)
    text = passage.stored.passage.text
    scored = [(span, -float(row)) for row, span in enumerate(passage.sentences)]
    other = find_other_half(wanted, passage, scored, passage.sentences[0])
    return None if other is None else text[other.start : other.end]


@pytest.mark.parametrize(
    ("question", "marked", "sentences", "other"),
    [
        ("How much were exports and imports?", IMPORTS, (STREAK, EXPORTS), EXPORTS),
        ("How much were imports and exports?", EXPORTS, (STREAK, IMPORTS), IMPORTS),
        (TURBINE, HOUSEHOLDS, (COST, CAPACITY), CAPACITY),
        (TURBINE, CAPACITY, (COST, HOUSEHOLDS), HOUSEHOLDS),
        ("What does the turbine cost, and what is its capacity?", COST, (CAPACITY,), CAPACITY),
    ],
)
def test_sentence_on_the_other_thing_asked_for_is_found(
    question: str, marked: str, sentences: tuple[str, ...], other: str
) -> None:
    assert find(question, marked, *sentences) == other


@pytest.mark.parametrize(
    ("question", "marked", "sentences"),
    [
        ("How much were exports?", IMPORTS, (EXPORTS,)),
        ("What is the capacity of the turbine?", HOUSEHOLDS, (CAPACITY,)),
        ("How much were exports and imports?", IMPORTS, (STREAK,)),
        ("How much were exports and imports?", f"{EXPORTS[:-1]}, imports fell.", (IMPORTS,)),
        (TURBINE, HOUSEHOLDS, (COST,)),
    ],
)
def test_nothing_is_added_where_one_thing_is_asked_or_the_other_is_not_told(
    question: str, marked: str, sentences: tuple[str, ...]
) -> None:
    assert find(question, marked, *sentences) is None


@pytest.mark.parametrize(
    ("question", "follows"),
    [
        ("Why did output fall?", True),
        ("What is behind the fall of output?", True),
        ("How far did output fall?", False),
    ],
)
def test_explanation_behind_what_it_explains_is_the_reason(question: str, follows: bool) -> None:
    wanted, passage = read(question, "Output fell 3 percent.", "That is because of repairs.")
    fell, reason = passage.sentences
    assert find_reason(wanted, passage, fell) == (reason if follows else None)
    assert find_reason(wanted, passage, reason) is None


def test_sentence_that_names_its_cause_needs_no_other_reason() -> None:
    said = ("Output fell as the yard was closed.", "Prices are up because of the dollar.")
    wanted, passage = read("Why did output fall?", *said)
    assert find_reason(wanted, passage, passage.sentences[0]) is None
