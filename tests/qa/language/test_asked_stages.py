"""Stages that are asked for, and releases that tell of them or of others."""

import doctest
from datetime import date

import pytest

from qa.language import asked_stages
from qa.language.asked_stages import STAGES, find_asked_stage
from qa.questions import Question
from qa.retrieval.asking import Asker


def test_example_of_the_docstring_holds() -> None:
    assert doctest.testmod(asked_stages).failed == 0


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Was the memorandum terminated?", "cancelled"),
        ("Has the fair in Singapore been called off?", "cancelled"),
        ("박람회가 취소되었나요?", "cancelled"),
        ("When will the plant in Aktobe be finished?", "completed"),
        ("공장은 언제 준공되나요?", "completed"),
        ("Has Norvik appealed against the fine?", "appealed"),
        ("위기경보가 해제되었나요?", "lifted"),
        ("Has the WTO ruled on the duties?", "ruled"),
        ("When did the President promulgate the act?", "ratified"),
        ("How many people died of measles?", "died"),
        ("Was the undertaking rejected?", "rejected"),
        ("Have the works resumed?", "resumed"),
        ("Has the launch been postponed?", "postponed"),
        ("Who was arrested?", "arrested"),
        ("Have the first shipments arrived?", "delivered"),
        # In passing, or of something else.
        ("Why was he in Memphis when he was arrested?", None),
        ("What is the penalty for a cancelled order?", None),
        ("Which plant was opened?", None),
        ("How much did delivery cost?", None),
        ("취소 수수료는 얼마인가요?", None),
    ],
)
def test_stage_is_asked_for_in_the_main_clause_alone(question: str, name: str | None) -> None:
    stage = find_asked_stage(question)
    assert (None if stage is None else stage.name) == name


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("cancelled", "The fair drew 300 firms.", False),
        ("cancelled", "The fair was put off to May.", True),
        ("completed", "They signed a contract for 12 hectares.", False),
        ("completed", "It is to open in May.", True),
        ("completed", "공장이 착공됐다.", False),
        ("completed", "공장은 2028년 준공 예정이다.", True),
        ("lifted", "위기경보를 '심각'으로 상향했다.", False),
        ("ruled", "Korea requested consultations.", False),
        ("died", "As of June 9, 58 cases have been confirmed.", False),
        ("died", "No deaths have been reported.", True),
        ("delivered", "The first shipments are set for September.", True),
    ],
)
def test_plan_tells_of_a_stage_and_another_stage_does_not(name: str, text: str, told: bool) -> None:
    [stage] = [each for each in STAGES if each.name == name]
    assert stage.is_in(text) is told


def test_stage_that_was_not_reached_is_not_found(seed_asker: Asker) -> None:
    text = "Has the rare metals center in Mongolia been cancelled?"
    answer = seed_asker.ask(Question(text, date(2025, 12, 20)))
    assert answer.sentence is None
    assert answer.hits[0].judgement is not None
    assert "form_missing" in [each.name for each in answer.hits[0].judgement.lacks]
