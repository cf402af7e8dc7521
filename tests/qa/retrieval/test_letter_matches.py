"""Korean words matched letter for letter: values by hand, and whole questions about releases."""

import doctest
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from embeddings.encoder import Encoder
from qa.answers import Verdict
from qa.language.answer_types import AnswerType
from qa.language.asked_figures import AskedFigure
from qa.language.unread_words import UnreadWord
from qa.questions import Question
from qa.records import Passage, Release, StoredPassage
from qa.retrieval import letter_matches
from qa.retrieval.asking import Asker
from qa.retrieval.letter_matches import Letters, cover_letters, match_letters
from qa.retrieval.read_passages import ReadPassage
from qa.understanding.wanted import Wanted
from tests.qa.holding import hold
from tests.qa.retrieval.taken_apart import take_apart

SAME, OTHER = pytest.approx(0.7), pytest.approx(0.2)  # of any word, as README has it
AS_OF = date(2026, 10, 31)


def read(title: str, text: str) -> ReadPassage:
    release = Release("r", title, date(2026, 7, 7), text, "청", language="ko")
    return take_apart(StoredPassage(1, Passage("r:0", "r", 0, 0, len(text), text), release))


PLUM = read("자두 축제 연다", "자두 축제는 8일 열린다. 쵸코는 팔지 않는다.")
CAR = read("Car exports rise", "Minister Pyo spoke of cars.")


def test_word_without_english_is_a_token_that_is_like_what_has_it_alone() -> None:
    words = (UnreadWord("쵸코"), UnreadWord("표재훈", ("Pyo",)))
    own = np.array([[0.3], [0.6]], np.float32)
    matched = match_letters(own, Letters(words), [PLUM, CAR])
    assert matched.tolist() == [
        [pytest.approx(0.3), SAME, OTHER],
        [pytest.approx(0.6), OTHER, SAME],
    ]


def test_tokens_of_a_word_are_no_less_like_what_has_it_in_korean() -> None:
    letters = Letters(rendered=(("축제", (1, 2)),))
    own = np.array([[0.1, 0.3, 0.5], [0.1, 0.3, 0.9]], np.float32)
    matched = match_letters(own, letters, [PLUM, CAR])
    # In English there are no letters of it: what is most like it is not left behind.
    assert matched[0].tolist() == [pytest.approx(0.1), pytest.approx(0.6), SAME]
    assert matched[1].tolist() == own[1].tolist()


@pytest.mark.parametrize(
    ("wanted", "shares"),
    [
        ({"figure": AskedFigure(AnswerType.AMOUNT)}, [0.75, 0.25]),
        ({}, [0.375, 0.625]),  # of the title a fifth: 0.6 beside 1
        ({"answer_type": AnswerType.REASON}, [0.0, 1.0]),
    ],
)
def test_words_of_the_title_tell_sentences_apart_where_a_figure_is_asked_for(
    wanted: dict[str, AskedFigure | AnswerType], shares: list[float]
) -> None:
    nothing = Wanted({}, frozenset(), frozenset(), None)
    asked = replace(nothing, letters=(("자두", 3.0), ("쵸코", 1.0)), **wanted)  # type: ignore[arg-type]
    assert cover_letters(asked, [PLUM]).tolist() == pytest.approx(shares)


RELEASES = (
    Release(
        "jobs",
        "9월 고용동향 발표",
        date(2026, 10, 14),
        "통계 당국은 9월 고용동향을 14일 발표하였다. 고용률은 63.9%로 0.2%포인트 올랐다. "
        "취업자는 2,937만 명으로 22만 명 늘었다. 실업자는 71만 명으로 1만 명 줄었다.",
        "국가데이터처",
        language="ko",
    ),
    Release(
        "kite",
        "쵸코연 날리기 행사 28일로 변경",
        date(2026, 8, 26),
        "쵸코연 날리기는 28일 저녁에 열린다. 강변에서 누구나 볼 수 있다.",
        "청",
        language="ko",
    ),
    *(
        Release(each, f"{each} exports rise", date(2026, 9, 1), f"{each} exports rose.", "Ministry")
        for each in ("Car", "Ship", "Steel", "Textile", "Chip")
    ),
)


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Asker]:
    with hold(tmp_path_factory.mktemp("letters"), encoder, RELEASES) as opened:
        yield opened


def test_release_is_found_by_a_word_that_has_no_english(asker: Asker) -> None:
    answer = asker.ask(Question("쵸코연은 언제 날리나요?", AS_OF))
    assert answer.interpretation.unread  # else the test shows nothing
    assert (answer.hits[0].release.id, answer.verdict) == ("kite", Verdict.ANSWERED)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("9월 취업자는 얼마나 늘었나요?", "취업자는 2,937만"),
        ("9월 고용률은 얼마인가요?", "고용률은 63.9%"),
        ("9월 실업자는 몇 명인가요?", "실업자는 71만"),
    ],
)
def test_figure_is_that_of_the_word_itself(question: str, words: str, asker: Asker) -> None:
    assert words in str(asker.ask(Question(question, AS_OF)).sentence)


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(letter_matches, extraglobs={"np": np}).failed == 0
