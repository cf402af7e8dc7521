"""Why nothing was found, of hits made by hand: what is so of all that is shown, and decides."""

from dataclasses import replace

import pytest

from qa.answers import Answer, Hit, Verdict
from qa.judgements import Adjustment, Judgement, Lack, Signal
from qa.output.answer_text import format_answer
from qa.output.reasons import Reason, find_reason, write_adjustment, write_reason
from qa.output.words import Language, read_words
from qa.periods import Granularity, Period
from qa.questions import AskedPeriod
from qa.retrieval.judging import (
    ADJUSTMENTS,
    ANOTHER_PERIOD,
    ASKED_MISSING,
    EXTREME_UNTOLD,
    NOT_UNDERSTOOD,
)
from tests.qa.drawing import month
from tests.qa.output.making import NOVEMBER, make_answer, make_hit

ENGLISH, KOREAN = read_words()[Language.ENGLISH], read_words()[Language.KOREAN]
TORAY, TORAY_TOO = Lack("party_missing", ("Toray",)), Lack("party_missing", ("Kia", "Toray"))


def judge(
    *lacks: Lack, made: tuple[Adjustment, ...] = (), behind: float = -1.0, party: float = -7.0
) -> Hit:
    """A hit whose signals add so much, and which is about October."""
    signals = (Signal("late_behind", behind, 0, 1), Signal("party_missing", party, 0, 1))
    judgement = Judgement(0.01, -1.0, signals, made, lacks)
    elsewhen = ANOTHER_PERIOD in made
    return replace(
        make_hit(None),
        confidence=0.01,
        signals=(Signal("period_missing", float(elsewhen)),),
        judgement=judgement,
        about=month(10),
    )


def ask(*hits: Hit, period: Period | None = None) -> Answer:
    asked = None if period is None else AskedPeriod(period, None)
    return replace(make_answer(hits, period=asked), verdict=Verdict.NOT_FOUND)


def explain(answer: Answer) -> str | None:
    reason = find_reason(answer, answer.hits)
    return None if reason is None else write_reason(reason, ENGLISH)


@pytest.mark.parametrize(
    ("hits", "said"),
    [
        ([judge(TORAY)], "None of the releases found names Toray."),
        ([judge(TORAY_TOO), judge(TORAY)], "None of the releases found names Toray."),
        ([judge(TORAY_TOO)] * 2, "None of the releases found names Kia or Toray."),
        ([judge(TORAY), judge()], None),
        ([judge(TORAY), judge(Lack("party_missing", ("Kia",)))], None),
        ([judge(TORAY, behind=-8.0)], None),
        ([judge()], None),
    ],
)
def test_what_counts_most_against_the_first_is_told_where_all_lack_it(
    hits: list[Hit], said: str | None
) -> None:
    assert explain(ask(*hits)) == said


def test_nothing_is_told_of_what_is_answered_or_not_judged() -> None:
    answer = ask(judge(TORAY))
    assert explain(replace(answer, verdict=Verdict.ANSWERED)) is None
    assert explain(ask(make_hit(None))) is None
    assert explain(ask()) is None


def test_words_that_no_release_has_are_told_where_nothing_else_is() -> None:
    without = replace(ask(judge()), unheld=("disposable", "vapes"))
    assert explain(without) == "No release held has the word disposable or vapes."
    assert explain(replace(without, verdict=Verdict.ANSWERED)) is None
    assert explain(replace(ask(judge(TORAY)), unheld=("vapes",))) == (
        "None of the releases found names Toray."
    )


def test_only_what_is_shown_has_to_lack_it() -> None:
    answer = ask(judge(TORAY), judge())
    assert find_reason(answer, answer.hits[:1]) == Reason("party_missing", ("Toray",))


def test_another_period_is_named_where_all_are_of_another() -> None:
    late = judge(made=(ANOTHER_PERIOD,))
    assert explain(ask(late, late, period=NOVEMBER)) == (
        "What was found is of another time than the one asked about, November 2025: the nearest is "
        "about October 2025."
    )
    assert explain(ask(late, judge(), period=NOVEMBER)) is None


def test_a_mere_part_of_the_period_is_told_to_be_one() -> None:
    year = Period(month(1).first, month(12).last, Granularity.YEAR)
    answer = ask(judge(made=(ANOTHER_PERIOD,)), period=year)
    found = find_reason(answer, answer.hits)
    assert found is not None
    assert (found.name, found.told) == ("part_of_period", month(10))


def test_what_is_not_understood_is_told_before_all_else() -> None:
    hit = judge(TORAY, made=(NOT_UNDERSTOOD, ANOTHER_PERIOD))
    assert explain(ask(hit, period=NOVEMBER)) == (
        "Nothing of the question could be read but words of asking."
    )


def test_reason_stands_in_the_language_of_the_question() -> None:
    answer = ask(judge(Lack("party_missing", ("도레이",))))
    korean = replace(answer, question=replace(answer.question, text="도레이는 얼마를 투자하나요?"))
    assert "\nNot found. 찾은 보도자료 어디에도 ‘도레이’에 관한 말이 없습니다. " in (
        f"\n{format_answer(korean)}"
    )


def test_what_is_told_of_the_time_is_told_once() -> None:
    shown = format_answer(ask(judge(made=(ANOTHER_PERIOD,)), period=NOVEMBER))
    assert shown.count("of another time") == 1
    assert "The nearest passage is of another time" in format_answer(
        ask(judge(made=(ANOTHER_PERIOD,)), judge(), period=NOVEMBER)
    )


def test_what_the_sentence_holds_none_of_is_told_where_nothing_else_is() -> None:
    undated = judge(made=(replace(ASKED_MISSING, of=("date",)),))
    answer = ask(undated, judge())
    assert explain(answer) == "No date stands in the sentence found."
    assert explain(replace(answer, unheld=("vapes",))) == "No release held has the word vapes."
    beside = ask(judge(TORAY, made=(replace(ASKED_MISSING, of=("date",)),)))
    assert explain(beside) == "None of the releases found names Toray."


def test_every_adjustment_is_said_with_what_it_does() -> None:
    for made in ADJUSTMENTS:
        for words in (ENGLISH, KOREAN):
            told = write_adjustment(replace(made, of=("chips",)), words)
            assert "{" not in told
    assert write_adjustment(EXTREME_UNTOLD, ENGLISH).endswith(
        "So 10% of the probability is left. So it is no answer, however sure."
    )


def test_lines_of_an_explanation_add_up_to_how_sure_it_is() -> None:
    answer = ask(judge(TORAY, made=(EXTREME_UNTOLD,)))
    lines = [line.split() for line in format_answer(answer, explain=True).splitlines()]
    assert ["party_missing", "-7.000", "0.000", "1.000", "-7.000"] in lines
    assert ["log-odds", "-9.000"] in lines
    assert ["fitted", "1%"] in lines
    assert ["party_missing:", "Toray"] in lines
    assert ["extreme_untold", "0%"] in lines
