"""The questions that come with the project: fit to measure with, and answered well enough.

The shares are a gate against getting worse, not a claim; `qa evaluate` gives the figures.
"""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from qa.measuring.collections import Collection, read_collection
from qa.measuring.evaluation import Outcome, ask_all
from qa.records import Release
from qa.retrieval.asking import Asker

PATH = Path(__file__).resolve().parents[3] / "seeds" / "questions.jsonl"
DAY = date(2025, 12, 20)


@pytest.fixture(scope="module")
def collection() -> Collection:
    return read_collection(PATH)


@pytest.fixture(scope="module")
def outcomes(seed_asker: Asker, collection: Collection) -> list[Outcome]:
    return list(ask_all(seed_asker, collection.questions, DAY))


def share(outcomes: list[Outcome], language: str | None = None) -> float:
    """The share of answerable questions with their release first."""
    asked = [
        each
        for each in outcomes
        if each.question.relevant and language in (None, each.question.language)
    ]
    return sum(each.first_right for each in asked) / len(asked)


def test_there_are_enough_questions_of_each_sort(collection: Collection) -> None:
    questions = collection.questions
    assert len(questions) >= 60
    assert sum(not question.relevant for question in questions) >= 10
    assert sum(question.language == "ko" for question in questions) >= 8
    languages = Counter(question.language for question in questions if question.relevant)
    assert set(languages) == {"en", "ko"}


def test_no_question_comes_twice(collection: Collection) -> None:
    for values in (
        [question.id for question in collection.questions],
        [question.text.casefold() for question in collection.questions],
    ):
        assert len(set(values)) == len(values)


def test_every_answer_stands_verbatim_in_its_release(seed_releases: tuple[Release, ...]) -> None:
    bodies = {release.id: release.body for release in seed_releases}
    for line in PATH.read_text(encoding="utf-8").splitlines():
        fields = json.loads(line)
        if fields["release_id"] is None:
            assert fields["answer"] is None, fields["id"]
        else:
            assert fields["answer"] in bodies[fields["release_id"]], fields["id"]


def test_every_release_is_asked_about(
    collection: Collection, seed_releases: tuple[Release, ...]
) -> None:
    asked = {release for question in collection.questions for release in question.relevant}
    assert asked == {release.id for release in seed_releases}


def test_english_questions_find_their_release_first(outcomes: list[Outcome]) -> None:
    assert share(outcomes, "en") >= 0.95


def test_questions_of_both_languages_find_their_release_first(outcomes: list[Outcome]) -> None:
    assert share(outcomes) >= 0.92


def test_release_taken_away_is_not_among_the_hits_and_doubt_grows(outcomes: list[Outcome]) -> None:
    sure = [each.said.confidence or 0 for each in outcomes if each.emptied]
    doubtful = [each.emptied.confidence or 0 for each in outcomes if each.emptied]
    assert sum(sure) / len(sure) > 2 * sum(doubtful) / len(doubtful)
