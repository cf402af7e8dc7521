"""Which words of a question no release has, against a count that is made by hand."""

from datetime import date

import pytest

from qa.language.terms import find_terms
from qa.questions import Question
from qa.understanding.interpreting import interpret
from qa.understanding.unheld_words import find_unheld_words

_HELD = set(
    find_terms(
        "Korea and Uzbekistan opened a rare metals center. Exports of semiconductors rose to Japan."
    )
)


def _find(text: str) -> tuple[str, ...]:
    asked = interpret(Question(text, date(2025, 12, 20)), render_korean=True)
    return find_unheld_words(asked, lambda term: int(term in _HELD))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When will Korea ban disposable vapes?", ("ban", "disposable", "vapes")),
        ("When did the rare metals center in Gadeok open?", ("Gadeok",)),
        ("Has Korea exported metal to Japan?", ()),
        ("Did anyone ever say how many semiconductors were announced?", ()),
        ("What were exports in November 2025?", ()),
        ("Vapes, vapes, vapes and more vapes", ("Vapes", "vapes")),
        ("자동차 수출은 얼마였나요?", ("자동차",)),
        ("11월 반도체 수출은 얼마였나요?", ()),
    ],
)
def test_words_are_told_that_stand_in_no_release(question: str, words: tuple[str, ...]) -> None:
    assert _find(question) == words


def test_no_more_than_a_few_are_told() -> None:
    assert _find("disposable vapes, helium, reactors and elevators") == (
        "disposable",
        "vapes",
        "helium",
    )


def test_korean_word_is_held_where_its_english_is() -> None:
    korean = Question("우즈베키스탄 센터", date(2025, 12, 20))
    asked = interpret(korean, render_korean=True)
    assert [word for word, _ in asked.rendered] == ["우즈베키스탄", "센터"]
    assert find_unheld_words(asked, lambda term: int(term in _HELD)) == ()
    assert find_unheld_words(asked, lambda _: 0) == ("우즈베키스탄", "센터")
