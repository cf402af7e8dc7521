"""Sentences that name a cause, and others, as releases put them."""

import doctest

import pytest

from qa.language import reasons
from qa.language.reasons import asks_reason, explains, names_cause, only_measures


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(reasons).failed == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "It was closed because no money was left.",
        "A strong dollar and high interest rates delayed acquisitions.",
        "Exports grew on solid demand for chips.",
        "Amid a recovery in global demand for chips, exports rose.",
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
        "Amid the talks on trade, the minister left.",
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


@pytest.mark.parametrize(
    "sentence",
    [
        "The rise is owed to a mild winter.",
        "The rule is meant to keep stolen cards from being used.",
        "The error arose when two tables were joined.",
        "The agency attributed it to weaker demand.",
        "폭우로 밭이 잠긴 탓이다.",
        "값이 오른 것은 유가 때문이라고 설명했다.",
        "위원회는 태풍 예보에 따라 이같이 정하였다.",
        "사고를 막기 위한 조치라고 밝혔다.",
        "Plasticizers in the pools exceeded the limit by up to 148 times.",
        "The helmets failed to meet the impact test.",
        "납이 기준치를 초과했다.",
    ],
)
def test_sentence_that_is_there_to_say_why_explains(sentence: str) -> None:
    assert explains(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sales fell because of the rain.",
        "Exports exceeded the level of last year.",
        "The talks failed.",
        "Tests of others gave no cause for complaint.",
        "이 요인을 빼면 2.3%다.",
        "태풍 예보에 따라 행사를 미뤘다.",
    ],
)
def test_cause_in_passing_is_no_explanation(sentence: str) -> None:
    assert not explains(sentence)


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("What made prices go up in May?", True),
        ("What is behind the fall in exports?", True),
        ("물가가 오른 까닭은?", True),
        ("What ships were made by the yard?", False),
        ("What made the news?", False),
        ("물가는 얼마나 올랐나?", False),
    ],
)
def test_reason_is_asked_for_by_what_made_it_so(question: str, asks: bool) -> None:
    assert asks_reason(question) is asks
