"""What is made of a fitted probability, counted by hand, and what that makes of a question."""

import math
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from qa.answers import Verdict
from qa.judgements import Adjustment, Judgement
from qa.language.extremes import Extreme
from qa.questions import Question
from qa.retrieval.asking import Asker
from qa.retrieval.judging import (
    ADJUSTMENTS,
    ANOTHER_PERIOD,
    ASKED_MISSING,
    EXTREME_UNTOLD,
    HOLDS_OFFICE,
    NOT_UNDERSTOOD,
    PART_UNTOLD,
    QUOTES_SPEAKER,
    SPEAKS_OF_EXCLUDED,
    SUBJECT_UNTOLD,
    Judged,
    give_verdict,
    judge,
)
from qa.retrieval.shortlist import Shortlist
from qa.retrieval.signals import SIGNALS
from qa.retrieval.untold import Untold
from qa.understanding.wanted import Wanted
from tests.qa.measuring.test_fitting import make_shortlist
from tests.qa.output.making import make_hit
from tests.qa.retrieval.test_ranking import make_ranking, make_signals

SURE = 0.75  # the fitted probability of the first of two passages, whose title covers all
AS_OF = date(2025, 12, 20)


def make_asked(question: str, **wanted: object) -> Shortlist:
    """Two passages, which are of exports with ships."""
    signals = make_signals(title_coverage=[math.log(3), 0.0])
    shortlist = make_shortlist("ab", signals, ["Exports of ships rose."] * 2)
    asked = Wanted({"export": 1.0}, frozenset(), frozenset(), None, question=question)
    changed = replace(asked, **wanted)  # type: ignore[arg-type]
    return replace(shortlist, question=replace(shortlist.question, wanted=changed))


def judge_asked(shortlist: Shortlist) -> Judged:
    rows = len(shortlist.read)
    return judge(make_ranking(), shortlist, np.zeros(rows), np.zeros(rows, np.bool_))


def test_what_is_nothing_out_of_the_way_is_as_sure_as_was_fitted() -> None:
    judged = judge_asked(make_asked("How much were exports?"))
    assert judged.sure.tolist() == pytest.approx([SURE, 0.5])
    assert judged.judge_hit(0).adjustments == ()


def test_what_says_who_holds_the_office_is_at_least_this_sure() -> None:
    shortlist = make_asked("Who is the minister?")
    second = shortlist.read[1].stored.key
    judged = judge_asked(replace(shortlist, holding=frozenset({second})))
    assert judged.sure.tolist() == pytest.approx([SURE, 0.95])
    assert judged.judge_hit(1).adjustments == (HOLDS_OFFICE,)
    assert judged.judge_hit(1).fitted == 0.5


def test_words_of_who_is_named_in_full_are_at_least_this_sure() -> None:
    texts = ["“It rose,” Han Bit-na said.", "Ships rose."]
    shortlist = make_shortlist("ab", make_signals(title_coverage=[0.0, 0.0]), texts)
    asked = make_asked("What did Han Bit-na say?").question
    judged = judge_asked(replace(shortlist, question=asked))
    assert judged.sure.tolist() == pytest.approx([0.95, 0.5])
    assert judged.judge_hit(0).adjustments == (QUOTES_SPEAKER,)


def test_nothing_answers_what_is_not_understood() -> None:
    shortlist = make_asked("How much?", weights={"much": 1.0})
    judged = judge_asked(replace(shortlist, holding=frozenset({shortlist.read[0].stored.key})))
    assert judged.sure.tolist() == [0, 0]
    assert judged.judge_hit(0).adjustments == (HOLDS_OFFICE, NOT_UNDERSTOOD)


def test_a_twentieth_is_left_of_what_is_with_what_is_excluded() -> None:
    asked = make_asked("How much were exports excluding ships?", excluded=frozenset({"ship"}))
    judged = judge_asked(asked)
    assert judged.sure.tolist() == pytest.approx([SURE / 20, 0.5 / 20])
    [made] = judged.judge_hit(0).adjustments
    assert made == replace(SPEAKS_OF_EXCLUDED, of=("ships",))


def test_a_tenth_is_left_of_what_does_not_say_the_extreme_and_it_is_refused() -> None:
    judgement = judge_asked(make_asked("When were exports highest?")).judge_hit(
        0, Untold(Extreme.HIGHEST)
    )
    assert judgement.probability == pytest.approx(SURE / 10)
    assert judgement.adjustments == (replace(EXTREME_UNTOLD, of=("highest",)),)
    assert judgement.is_refused


def test_a_sentence_without_the_date_asked_for_is_refused() -> None:
    judged = judge_asked(make_asked("When were exports reported?"))
    judgement = judged.judge_hit(0, Untold(missing="date"))
    assert judgement.probability == pytest.approx(SURE / 10)
    assert judgement.adjustments == (replace(ASKED_MISSING, of=("date",)),)
    assert judgement.is_refused
    [made] = judged.judge_hit(0, Untold(part="kimchi")).adjustments
    assert (made, made.refuses) == (replace(PART_UNTOLD, of=("kimchi",)), True)
    [made] = judged.judge_hit(0, Untold(subject="toaster")).adjustments
    assert (made, made.refuses) == (replace(SUBJECT_UNTOLD, of=("toaster",)), True)
    # That it was another figure is an answer.
    assert judged.judge_hit(0, Untold(missing="claimed_figure")).adjustments == ()


def test_what_is_of_another_period_is_refused_however_sure() -> None:
    shortlist = make_asked("How much were exports in May?")
    signals = shortlist.signals.copy()
    signals[0, SIGNALS.index("period_missing")] = 1.0
    judgement = judge_asked(replace(shortlist, signals=signals)).judge_hit(0)
    assert judgement.probability == pytest.approx(SURE)
    assert judgement.adjustments == (ANOTHER_PERIOD,)


def test_adjustments_are_made_in_the_order_that_is_told() -> None:
    made = [each.name for each, _ in judge_asked(make_asked("Q?")).adjusted]
    shown = [EXTREME_UNTOLD.name, ASKED_MISSING.name, PART_UNTOLD.name, SUBJECT_UNTOLD.name]
    assert [*made, *shown] == [each.name for each in ADJUSTMENTS]


@pytest.mark.parametrize(
    ("made", "least", "verdict"),
    [
        ((), 0.75, Verdict.ANSWERED),
        ((), 0.76, Verdict.NOT_FOUND),
        ((ANOTHER_PERIOD,), 0.0, Verdict.NOT_FOUND),
        ((NOT_UNDERSTOOD,), 0.0, Verdict.ANSWERED),
    ],
)
def test_verdict_goes_by_the_first_hit(
    made: tuple[Adjustment, ...], least: float, verdict: Verdict
) -> None:
    first = replace(make_hit(None), judgement=Judgement(SURE, 0.0, (), made))
    surer = replace(make_hit(None), judgement=Judgement(0.99, 0.0, ()))
    assert give_verdict([first, surer], least) is verdict


def test_without_a_fit_nothing_is_judged() -> None:
    assert give_verdict([make_hit(None)], 0.5) is Verdict.UNJUDGED
    assert give_verdict([], 0.5) is Verdict.NOT_FOUND


def test_confidence_is_what_its_judgement_comes_to(seed_asker: Asker) -> None:
    for question in ("How much did ICT exports rise in November 2025?", "exports excluding ICT?"):
        hits = seed_asker.ask(Question(question, AS_OF)).hits
        for hit in hits:
            assert hit.judgement is not None
            assert hit.confidence == hit.judgement.probability
            odds = math.exp(hit.judgement.log_odds)
            assert hit.judgement.fitted == pytest.approx(odds / (1 + odds))
        assert len({hit.confidence for hit in hits}) > 1
