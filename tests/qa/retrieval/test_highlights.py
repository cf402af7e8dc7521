"""The marked sentence: by hand-made tokens, and in the seeds by the words it must hold."""

import math
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from embeddings.late_interaction import compare, pack_tokens
from qa.language.answer_types import AnswerType
from qa.language.asked_figures import AskedFigure
from qa.periods import Granularity, Period
from qa.questions import Question
from qa.retrieval.asking import Asker
from qa.retrieval.highlights import SENTENCE_SIGNALS, measure_sentences
from qa.understanding.wanted import Wanted
from tests.qa.retrieval.measured_sentences import (
    HALF,
    MINUS,
    NOTHING,
    PLUS,
    TEXT,
    Token,
    ask_amount,
    measure,
    measure_all,
    read,
)


def share(of: float, *others: float) -> float:
    """What one token's vote gives to a sentence that is `of` alike: e times as much each .05."""
    return math.exp(of / 0.05) / sum(math.exp(each / 0.05) for each in (of, *others))


def votes(*shares: float) -> object:
    return pytest.approx([math.log(max(each, 0.001) / 0.001) for each in shares], rel=1e-4)


def test_token_votes_for_the_sentence_with_the_token_most_like_it() -> None:
    columns = measure((HALF, 0, 2), (PLUS, 9, 11))
    assert columns["late_votes"] == votes(0.0, 1.0)
    columns = measure((HALF, 0, 2), (HALF, 9, 11), (MINUS, 12, 13))
    assert columns["late_votes"] == votes(0.5, 0.5)


def test_title_takes_votes_and_each_token_has_its_own() -> None:
    columns = measure((PLUS, -20, -18), (PLUS, 0, 2), (MINUS, 9, 11), question=(PLUS, MINUS))
    assert columns["late_votes"] == votes(0.25, 0.5)


def test_sentences_of_one_release_share_its_votes_and_those_of_another_have_their_own() -> None:
    one, other = [("Aa rose.", [(PLUS, 0, 2)])], [("Bb rose.", [(PLUS, 0, 2)])]
    column = SENTENCE_SIGNALS.index("late_votes")
    shared = measure_all(one + other)[:, column]
    assert shared.tolist() == votes(0.5, 0.5)
    apart = measure_all(one + other, releases=("r", "s"))[:, column]
    assert apart.tolist() == votes(1.0, 1.0)


def test_vote_is_shared_by_how_much_more_alike() -> None:
    # 0.1 / 8 of a dimension more, in integers 13 / 127 of it.
    near = [1.0] * 7 + [-1.0]
    columns = measure((near, 0, 2), (PLUS, 9, 11), question=([1.0] * 7 + [0.1],))
    more = 2 * (13 / 127) / 8
    assert columns["late_votes"] == votes(share(0.0, more), share(more, 0.0))


def test_sentence_goes_beyond_the_title_together_with_the_one_before() -> None:
    columns = measure((HALF, -20, -18), (PLUS, 0, 2), (HALF, 9, 11))
    assert columns["late_beyond_title"] == pytest.approx([0.5, 0.5])


def test_what_the_heading_says_already_counts_for_no_sentence() -> None:
    columns = measure((HALF, -20, -18), (HALF, 0, 2), (PLUS, 9, 11))
    assert columns["late_beyond_title"] == pytest.approx([0.0, 0.5])


def test_sentence_with_the_kind_of_thing_asked_for_is_known() -> None:
    wanted = Wanted({"bb": 1.0, "fell": 3.0}, frozenset(), frozenset(), AnswerType.AMOUNT)
    columns = measure((PLUS, 0, 2), (PLUS, 9, 11), wanted=wanted)
    assert columns["answer_type"] == [-1.0, 1.0]
    assert columns["coverage"] == [0.0, 1.0]


def test_change_is_looked_for_in_percent() -> None:
    text = "Exports were USD 7 billion. They rose 3 percent. So it was."
    figure = AskedFigure(AnswerType.CHANGE)
    wanted = Wanted({}, frozenset(), frozenset(), AnswerType.CHANGE, figure=figure)
    columns = measure((PLUS, 0, 2), wanted=wanted, text=text)
    assert columns["answer_type"] == [1.0, 1.0, -1.0]
    assert columns["measure"] == [-1.0, 1.0, -1.0]


def test_sentence_that_counts_what_is_asked_for_is_told_from_one_that_counts_others() -> None:
    asked = replace(NOTHING, answer_type=AnswerType.COUNT, question="How many people work there?")
    measured = measure_all([("It has a staff of 11. 160 guests came.", [])], wanted=asked)
    assert measured[:, SENTENCE_SIGNALS.index("counted")].tolist() == [1, 0]


def test_where_a_figure_is_asked_for_votes_are_counted_apart() -> None:
    columns = measure((HALF, 0, 2), (PLUS, 9, 11), wanted=ask_amount("bb"))
    assert columns["late_votes"] == [0.0, 0.0]
    assert columns["figure_votes"] == votes(0.0, 1.0)


def test_country_asked_for_is_held_in_any_form_of_its_name_and_not_by_its_dollar() -> None:
    wanted = replace(ask_amount("export", "us"), country_terms=(("us", "United States"),))
    text = "Exports came to US$3. Those to the United States rose."
    assert measure(wanted=wanted, text=text)["coverage"] == [0.5, 0.5]


def test_word_for_the_same_thing_is_held_as_the_one_that_is_asked_with() -> None:
    wanted = replace(NOTHING, weights={"car": 2.0, "export": 1.0})
    text = "Exports of automobiles fell. Exports of ships rose. Vehicles were sold."
    columns = measure((PLUS, 0, 2), wanted=wanted, text=text)
    assert columns["coverage"] == pytest.approx([1.0, 1 / 3, 2 / 3])


def test_what_tells_which_or_why_holds_a_thing_of_the_kind_asked_for() -> None:
    text = "Exports rose 3 percent in Asia. Ships (up 4%) and steel (+1%) did so. Demand helped."
    export = {"export": 1.0}
    why = Wanted(
        export, frozenset(), frozenset(), AnswerType.REASON, of_whole=True, question="Why so?"
    )
    columns = measure(wanted=why, text=text)
    assert columns["answer_type"] == [-1.0, -1.0, 1.0]
    assert columns["told"] == [0.0, 0.0, 0.5]
    reason = Wanted(export, frozenset(), frozenset(), None, question="For what reason?")
    assert measure(wanted=reason, text=text)["answer_type"] == [-1.0, -1.0, 1.0]
    # No figure is asked for: it need not be that of all exports.
    assert columns["whole_missing"] == [0.0, 0.0, 0.0]
    which = Wanted(
        export, frozenset(), frozenset(), AnswerType.NAME, question="Which products rose?"
    )
    columns = measure(wanted=which, text=text)
    assert columns["answer_type"] == [-1.0, 1.0, -1.0]
    assert columns["untold_missing"] == [1.0, 0.0, 0.0]
    assert measure(text=text)["told"] == measure(text=text)["untold_missing"] == [0.0] * 3


def test_tokens_of_another_encoding_are_not_gone_by() -> None:
    encoded = pack_tokens(np.ones((2, 8), np.float32))
    matrix = measure_sentences(
        Wanted({"fell": 1.0}, frozenset(), frozenset(), None),
        [read(TEXT, [(PLUS, 0, 2)])],
        compare(np.ones((1, 8), np.float32), [encoded]),
    )
    columns = dict(zip(SENTENCE_SIGNALS, matrix.T.tolist(), strict=True))
    assert columns["late_votes"] == columns["late_beyond_title"] == [0.0, 0.0]
    assert columns["coverage"] == [0.0, 1.0]


def test_sentences_measure_the_same_whatever_other_releases_are_with_them() -> None:
    passages: list[tuple[str, list[Token]]] = [
        (TEXT, [(HALF, -9, -5), (MINUS, 0, 2), (PLUS, 9, 11), (HALF, 23, 27)]),
        ("", []),
        ("Imports rose. It rained. Exports rose 3 percent.", [(HALF, 0, 7), (PLUS, 25, 32)]),
        (TEXT, []),
    ]
    may = Period(date(2025, 5, 1), date(2025, 5, 31), Granularity.MONTH)
    wanted = Wanted({"export": 1.0}, frozenset(), frozenset(), AnswerType.CHANGE, may)
    question = (PLUS, HALF)
    alone = [measure_all([each], question, wanted) for each in passages]
    assert [len(each) for each in alone] == [2, 0, 3, 2]
    together = measure_all(passages, question, wanted, releases=("a", "b", "c", "d"))
    np.testing.assert_array_equal(together, np.vstack(alone))


def test_no_passages_have_no_sentences() -> None:
    assert measure_all([]).shape == (0, len(SENTENCE_SIGNALS))


def test_passage_without_sentences_has_every_column() -> None:
    assert measure(text="") == {name: [] for name in SENTENCE_SIGNALS}


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
        ("By how much did display exports decline?", "down 3.7 percent"),
        ("Who is the chairman of the Seoul Japan Club?", "Matsuura Tetsuya"),
        ("When is the 14th WTO Ministerial Conference?", "March 26–29"),
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
