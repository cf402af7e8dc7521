"""Words of publishing, of telling and of figures."""

import doctest

import pytest

from qa.understanding import telling
from qa.understanding.telling import (
    asks_for_figures,
    find_figure_words,
    find_publishing,
    find_saying,
    find_telling,
    speaks_of_figures,
)


@pytest.mark.parametrize(
    "text",
    [
        "What was announced?",
        "Has the ministry put anything out about drones?",
        "What came out about chips?",
        "which plans did it unveil",
        "the steps made widely known",
        "press output on gas",
        "items on gas",
        "What became known about gas?",
        "산업부가 내놓은 방안",
        "올라온 글",
    ],
)
def test_publishing_is_found_however_it_is_said(text: str) -> None:
    assert find_publishing(text)


@pytest.mark.parametrize(
    "text",
    [
        "How do exports do?",
        "Communication equipment",
        "distributed energy",
        "Which items grew fastest?",
        "exports, as announced",
        "exports according to the press release",
        "나타낸 품목",
    ],
)
def test_what_only_sounds_like_publishing_is_none(text: str) -> None:
    assert not find_publishing(text)


def test_telling_is_said_of_releases_and_of_their_contents() -> None:
    text = "What did the ministry say?"
    assert find_telling(text)
    assert not find_publishing(text)


def test_saying_is_telling_by_words_of_speakers_and_writings_alone() -> None:
    assert find_saying("What was reported in May 2022?")


@pytest.mark.parametrize(
    "verb", ["write", "state", "declare", "explain", "outline", "argue", "warn", "urge", "stress"]
)
def test_verbs_of_saying_are_known_in_questions(verb: str) -> None:
    assert find_saying(f"What did Senator Amy Klobuchar {verb} on 5 March?")


@pytest.mark.parametrize("verb", ["introduce", "launch", "propose", "confirm", "present"])
def test_what_is_told_of_is_known_in_questions(verb: str) -> None:
    text = f"What did Klobuchar {verb} on 5 March?"
    assert find_telling(text)
    assert not find_saying(text)


@pytest.mark.parametrize(
    "text",
    [
        "What did the state do on 5 March?",
        "Write me a list of bills",
        "Whom did she write to on 5 March?",
        "Who did the Senate confirm on 5 March?",
        "What did Klobuchar sponsor on 5 March?",
        "What did exports reach in March?",
    ],
)
def test_what_happened_otherwise_is_not_told(text: str) -> None:
    assert not find_telling(text)
    assert not find_saying("What happened in May 2022?")


def test_figures_are_found_where_they_are_spoken_of() -> None:
    assert [(span.start, span.end) for span in find_figure_words("chip exports in May")] == [
        (5, 12)
    ]


def test_how_something_fared_is_asking_for_figures() -> None:
    assert asks_for_figures("How did cosmetics fare last month?")
    assert not asks_for_figures("How did the ministry react to the tariffs last month?")


def test_a_figure_is_asked_for_or_only_spoken_of() -> None:
    assert asks_for_figures("What figure was reported for steel?")
    assert not asks_for_figures("Anything new about exports?")
    assert speaks_of_figures("Anything new about exports?")
    assert not speaks_of_figures("Anything new about export controls?")


def test_examples_in_docstrings_hold() -> None:
    failed, tried = doctest.testmod(telling)
    assert failed == 0
    assert tried > 0
