"""Whose words a question asks for, and who speaks in a sentence, told by hand."""

import doctest

import pytest

from qa.language import sayings
from qa.language.sayings import Saying, find_saying


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(sayings).failed == 0


@pytest.mark.parametrize(
    ("question", "speakers"),
    [
        ("What did Minister Cheon say in Nairobi?", {"cheon"}),
        ("What did Trade Minister Yeo Han-koo note?", {"yeo", "han-koo"}),
        ("What does the senator promise?", {"senator"}),
        ("Quote Minister Pyo on his visit", {"pyo"}),
        ("a quote from Minister Pyo about smart farming", {"pyo"}),
        ("What were Minister Pyo's remarks in Brussels?", {"pyo"}),
        ("장관은 무엇을 강조했나요?", {"장관"}),
        ("장관이 개소식에서 한 말은?", {"장관"}),
        ("업체가 호소한 애로는 무엇인가요?", set()),
    ],
)
def test_speaker_is_found_by_name_and_without_one_by_what_they_are(
    question: str, speakers: set[str]
) -> None:
    found = find_saying(question)
    assert found is not None
    assert found.speakers == speakers


@pytest.mark.parametrize(
    "question",
    [
        "What did the ministry say about exports?",
        "What do the latest statistics say?",
        "Who said that?",
        "What did Minister Cheon visit?",
        "a statement by the ministry on exports",
        "the words of a poet",
        "수출은 얼마였나요?",
    ],
)
def test_nobodys_words_are_asked_for(question: str) -> None:
    assert find_saying(question) is None


@pytest.mark.parametrize(
    ("sentence", "theirs"),
    [
        ("“Both gain,” Minister Cheon said.", True),
        ("Minister Cheon's deputy noted it.", True),
        ("“Both gain,” Minister Pyo said.", False),
        ("Minister Cheon visited Nairobi.", False),
    ],
)
def test_words_are_theirs_where_they_are_named_as_speaking(sentence: str, theirs: bool) -> None:
    assert Saying(frozenset({"cheon"})).is_in(sentence) is theirs


def test_quote_is_wanted_verbatim_and_what_was_said_is_not() -> None:
    quote, said = find_saying("Quote Minister Pyo"), find_saying("What did Minister Pyo say?")
    assert quote == Saying(frozenset({"pyo"}), verbatim=True)
    assert said == Saying(frozenset({"pyo"}))


def test_korean_words_are_theirs_likewise() -> None:
    minister = Saying(frozenset({"장관"}), korean=True)
    assert minister.is_in("천미래 장관은 “성과를 내겠다”고 밝혔다.")
    assert not minister.is_in("참석자들은 인력 부족을 어려움으로 꼽았다.")
    assert not minister.is_in("천미래 장관은 현장을 방문하였다.")
    assert Saying(frozenset(), korean=True).is_in("참석자들은 인력 부족을 어려움으로 꼽았다.")


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("What did Nam Ki-bum say?", {"nam", "ki-bum"}),
        ("what did Director-General Nam Ki-bum warn?", {"nam", "ki-bum"}),
        ("What has Vice Minister Han Seung-woo promised?", {"han", "seung-woo"}),
    ],
)
def test_words_of_who_is_named_in_full_may_be_all_that_is_asked_for(
    question: str, names: set[str]
) -> None:
    assert find_saying(question) == Saying(frozenset(names), alone=True)


@pytest.mark.parametrize(
    "question",
    [
        "What did Minister Nam Ki-bum say about ports?",
        "What did Minister Nam say?",  # of whom there may be several
        "What did the ministry say?",
        "What did Korea say?",
        "What did New Zealand say?",
    ],
)
def test_they_are_not_all_where_more_is_asked_for_or_who_it_is_not_plain(question: str) -> None:
    saying = find_saying(question)
    assert saying is None or not saying.alone


def test_all_of_a_name_in_full_stands_with_a_verb_of_saying() -> None:
    words = Saying(frozenset({"nam", "ki-bum"}), alone=True)
    assert words.is_in("“We will watch it,” said Nam Ki-bum, who heads it.")
    assert not words.is_in("“We will watch it,” said Nam Ju-won.")
    assert not words.is_in("Nam Ki-bum visited the port.")
