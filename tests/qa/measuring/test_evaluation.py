"""Questions asked as they are, and with the releases that answer them taken away."""

from datetime import date

from qa.measuring.collections import TestQuestion
from qa.measuring.evaluation import System, ask_all
from qa.retrieval.asking import Asker

ICT = "2025-12-15-4958921b8a"
TODAY = date(2025, 12, 16)


QUESTION = TestQuestion(
    "q1",
    "By how much did ICT exports rise in November 2025?",
    {ICT: 1},
    answers=("24.3 percent",),
)


def test_every_system_ranks_the_releases_found(seed_asker: Asker) -> None:
    [outcome] = ask_all(seed_asker, [QUESTION], TODAY)
    assert set(outcome.rankings) == set(System)
    for ranking in outcome.rankings.values():
        assert next(iter(ranking)) == ICT
        assert list(ranking.values()) == sorted(ranking.values(), reverse=True)


def test_the_marked_sentence_is_held_against_the_answers_words(seed_asker: Asker) -> None:
    [outcome] = ask_all(seed_asker, [QUESTION], TODAY)
    assert outcome.first_right
    assert outcome.sentence_right


def test_without_its_answer_a_question_is_less_sure_of_its_best_hit(seed_asker: Asker) -> None:
    [outcome] = ask_all(seed_asker, [QUESTION], TODAY)
    assert outcome.emptied is not None
    assert outcome.emptied.confidence is not None
    assert outcome.said.confidence is not None
    assert outcome.emptied.confidence < outcome.said.confidence


def test_a_question_that_nothing_answers_is_asked_once(seed_asker: Asker) -> None:
    question = TestQuestion("q2", "Who won the football match?", {})
    [outcome] = ask_all(seed_asker, [question], TODAY)
    assert outcome.emptied is None
    assert outcome.sentence_right is None
    assert not outcome.first_right
