"""The marked sentence: by hand-made tokens, and in the seeds by the words it must hold."""

from datetime import date

import numpy as np
import pytest

from embeddings.late_interaction import pack_tokens
from qa.answer_types import AnswerType
from qa.answers import Question
from qa.asking import Asker
from qa.highlights import find_answer_sentence
from qa.sentences import Span
from qa.signals import PassageWords, Wanted

TEXT = "Aa rose. Bb 7 fell."
SENTENCES = (Span(0, 8), Span(9, 19))
WORDS = PassageWords(frozenset(), frozenset(), SENTENCES, (frozenset(), frozenset()), frozenset())
PLUS = [1.0] * 8
MINUS = [-1.0] * 8
MISSED = pytest.mark.xfail(reason="the sentence that answers is known to be missed")


def find(
    *tokens: tuple[list[float], int, int],
    question: tuple[list[float], ...] = (PLUS,),
    kind: AnswerType | None = None,
) -> Span | None:
    """What is marked when tokens with these signs stand at these places in TEXT."""
    asked = np.array(question, np.float32).reshape(-1, 8) / np.float32(np.sqrt(8))
    return find_answer_sentence(
        Wanted({}, frozenset(), frozenset(), kind),
        TEXT,
        WORDS,
        asked,
        pack_tokens(np.array([signs for signs, _, _ in tokens], np.float32)),
        np.array([place for _, *place in tokens]),
    )


def test_sentence_whose_tokens_are_like_the_questions_is_marked() -> None:
    assert find((MINUS, 0, 2), (PLUS, 9, 11)) == SENTENCES[1]
    assert find((PLUS, 0, 2), (MINUS, 9, 11)) == SENTENCES[0]


def test_earlier_of_equal_sentences_is_marked() -> None:
    assert find((PLUS, 0, 2), (PLUS, 9, 11)) == SENTENCES[0]


def test_tokens_of_the_heading_belong_to_no_sentence() -> None:
    assert find((PLUS, -20, -18), (MINUS, 0, 2), (PLUS, 9, 11)) == SENTENCES[1]


def test_between_equals_the_kind_of_thing_asked_for_decides() -> None:
    alike = ((PLUS, 0, 2), (PLUS, 9, 11))
    assert find(*alike, kind=AnswerType.AMOUNT) == SENTENCES[1]


def test_sentence_without_tokens_is_not_marked() -> None:
    assert find((PLUS, 9, 11)) == SENTENCES[1]


def test_question_without_tokens_marks_nothing() -> None:
    assert find((PLUS, 0, 2), question=()) is None


def test_passage_without_sentences_marks_nothing() -> None:
    nothing = find_answer_sentence(
        Wanted({}, frozenset(), frozenset(), None),
        "",
        PassageWords(frozenset(), frozenset(), (), (), frozenset()),
        np.array([PLUS], np.float32),
        np.zeros((0, 1), np.uint8),
        np.zeros((0, 2), np.int64),
    )
    assert nothing is None


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How much did Korea's ICT exports rise in November 2025?", "24.3 percent"),
        ("Who is the newly appointed Ambassador of India to Korea?", "Gourangalal Das"),
        ("In which city was K-FEZ Day in Japan held?", "Fukuoka"),
        ("How many Korean companies are operating in India?", "670"),
        ("How much does the center in Mongolia receive?", "KRW 9.8 billion"),
        ("How many members support the IFD Agreement?", "128"),
        ("What was the record of bilateral trade with China?", "USD 310.4 billion"),
        pytest.param("By how much did display exports decline?", "down 3.7 percent", marks=MISSED),
        pytest.param(
            "Who is the chairman of the Seoul Japan Club?", "Matsuura Tetsuya", marks=MISSED
        ),
        pytest.param("When is the 14th WTO Ministerial Conference?", "March 26–29", marks=MISSED),
    ],
)
def test_marked_sentence_holds_the_answer(seed_asker: Asker, question: str, answer: str) -> None:
    hit = seed_asker.ask(Question(question, date(2025, 12, 20))).hits[0]
    assert hit.sentence is not None
    assert answer in hit.sentence


def test_marked_sentence_is_one_whole_sentence_of_the_passage(seed_asker: Asker) -> None:
    for hit in seed_asker.ask(Question("rare metals", date(2025, 12, 20), k=8)).hits:
        [span] = hit.highlights
        text = hit.passage.text
        assert text[span.start : span.end] == hit.sentence == text[span.start : span.end].strip()
        assert span.start == 0 or text[span.start - 1].isspace()
        assert span.end == len(text) or text[span.end].isspace()
