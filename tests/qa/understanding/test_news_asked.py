"""Whose news a question asks for, beside which and since when."""

from dataclasses import replace
from datetime import date

import pytest

from qa.language.bodies import join_names
from qa.questions import Aspect, Interpretation, Question
from qa.understanding.interpreting import interpret

AS_OF = date(2026, 10, 31)
CUSTOMS, TRADE = "Korea Customs Service", "Ministry of Trade, Industry and Resources"
BODIES = join_names((TRADE, CUSTOMS, "관세청"))


def read(text: str, question: Question | None = None) -> Interpretation:
    asked = question or Question(text, AS_OF)
    return interpret(replace(asked, text=text), render_korean=True, bodies=BODIES)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What did the customs service announce in January 2026?", "the customs service"),
        ("What's new from the customs service?", "the customs service"),
        ("이번 주 관세청 소식 있나요?", "관세청"),
        ("관세청이 10월에 발표한 자료", "관세청"),
    ],
)
def test_all_news_of_a_body_are_asked_for(text: str, words: str) -> None:
    asked = read(text)
    assert asked.wants_all
    assert (asked.publisher, asked.further_publishers) == (CUSTOMS, ("관세청",))
    assert asked.publisher_words == words
    assert asked.scope.publishers == (CUSTOMS, "관세청")


def test_news_of_a_body_may_be_of_a_matter() -> None:
    asked = read("What did the customs service announce about cocaine last week?")
    assert (asked.publisher, asked.wants_all) == (CUSTOMS, False)
    assert asked.news_of is not None
    assert asked.news_of.terms == {"cocain"}


@pytest.mark.parametrize(
    "text",
    [
        "Did the customs service seize cocaine?",
        "How much were exports, according to the customs service?",
        "Who heads the customs service?",
        "What was announced about the customs service last week?",
        "관세청이 적발한 마약은 얼마인가요?",
    ],
)
def test_body_that_is_named_in_passing_keeps_nothing_out_of_sight(text: str) -> None:
    assert read(text).scope.publishers == ()


def test_publisher_that_is_given_stays_and_that_of_the_words_can_be_switched_off() -> None:
    text = "What's new from the customs service?"
    given = read(text, Question(text, AS_OF, publisher=TRADE))
    assert (given.scope.publishers, given.publisher_words) == ((TRADE,), None)
    ignored = read(text, Question(text, AS_OF, ignore=frozenset({Aspect.PUBLISHER})))
    assert ignored.scope.publishers == ()
