"""Sentences that name a cause, and others, as releases put them."""

import doctest

import pytest

from qa.language import reasons
from qa.language.reasons import names_cause, only_measures


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(reasons).failed == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "It was closed because no money was left.",
        "A strong dollar and high interest rates delayed acquisitions.",
        "Exports grew on solid demand for chips.",
        "Falling oil prices explain most of it.",
        "The idea stems from a growing recognition of the risks.",
        "반도체 수요에 힘입어 수출이 늘었다.",
        "유가 하락의 영향으로 감소했다.",
    ],
)
def test_cause_is_known_by_the_words_for_one(sentence: str) -> None:
    assert names_cause(sentence)
    assert not only_measures(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Exports to the EU improved, as opposed to ASEAN.",
        "They asked the agency to explain why it pays so much.",
        "He released the following statement in response to the agreement.",
        "The center was opened in Wonju on July 14.",
        "센터가 7월 14일 원주에서 문을 열었다.",
    ],
)
def test_no_cause_is_seen_where_none_is_named(sentence: str) -> None:
    assert not names_cause(sentence)


def test_sentence_with_a_figure_and_no_cause_only_measures() -> None:
    assert only_measures("8월 수출은 535억 달러였다.")
    assert not only_measures("The recalled goods had faulty insulation.")
