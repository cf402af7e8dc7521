"""What lines at the prompt do, by the real encoder and the seeds."""

from datetime import date

import pytest

from embeddings.encoder import Encoder
from qa.cli.session import HELP, Session
from qa.errors import QuestionError
from qa.output.terminal import PLAIN
from qa.questions import Aspect
from qa.retrieval.asking import Asker
from qa.settings import Settings
from qa.understanding.limits import Limits
from qa.wiring import open_asker

QUESTION = "How much did Korea's ICT exports rise in November 2025?"
BATTERIES = "How much were exports of batteries?"


@pytest.fixture
def session(seed_asker: Asker) -> Session:
    return Session(lambda: seed_asker, Limits(), date.today, terminal=PLAIN)


def test_limit_that_is_set_holds_for_the_questions_that_follow(session: Session) -> None:
    for line in (":as-of 2025-12-12", ":from 2025-12-11", ":ignore period, latest", ":k 3"):
        session.run(line)
    assert session.run(":publisher Ministry of Trade").endswith(":publisher Ministry of Trade")
    assert session.ask(QUESTION).question.publisher == "Ministry of Trade"
    session.run(":publisher none")
    answer = session.ask(QUESTION)
    assert answer.question.as_of == date(2025, 12, 12)
    assert answer.question.ignore == {Aspect.PERIOD, Aspect.LATEST}
    assert answer.question.published is not None
    assert answer.question.published.first == date(2025, 12, 11)
    assert len(answer.hits) == 3


def test_limit_is_taken_back_with_none(session: Session) -> None:
    session.run(":as-of 2025-12-12")
    session.run(":ignore period")
    assert session.run(":ignore none").endswith(":as-of 2025-12-12")
    assert "as-of" not in session.run(":as-of none")


def test_explanation_is_of_the_last_answer(session: Session) -> None:
    answer = session.run(QUESTION)
    explained = session.run(":explain")
    assert "late_interaction" not in answer
    assert "late_interaction" in explained
    assert "2025-12-15" in explained


def test_timeline_without_a_question_is_of_the_last_one(monthly_asker: Asker) -> None:
    session = Session(
        lambda: monthly_asker, Limits(as_of=date(2025, 9, 1)), date.today, terminal=PLAIN
    )
    session.ask(BATTERIES)
    assert session.run(":timeline") == session.run(f":timeline {BATTERIES}")
    assert "»USD 659 million«" in session.run(":timeline")


def test_help_names_every_command(session: Session) -> None:
    assert session.run(":help") == HELP


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (":about-from 2025-13-01", "Expected a day as 2025-12-31"),
        (":k many", "Expected a number from 1 to 100"),
        (":k 101", "Expected a number from 1 to 100"),
        (":publisher", "Expected a publisher's name"),
        (":ignore title", "Expected some of period, latest, published"),
        (":open 1", "no answer yet"),
        (":timeline", "no answer yet"),
        (":explain", "no answer yet"),
        (":colour red", "See :help"),
        ("a" * 2001, "1 to 2,000 characters"),
    ],
)
def test_line_that_cannot_be_done_says_why(session: Session, line: str, said: str) -> None:
    with pytest.raises(QuestionError, match=said):
        session.run(line)


def test_signals_of_a_hit_add_up_to_its_score_with_a_fitted_ranking_and_without(
    session: Session, seed_settings: Settings, encoder: Encoder
) -> None:
    unfitted = open_asker(seed_settings, encoder, None)
    plain = unfitted.ask(Limits(k=10).make_question(QUESTION, date.today()))
    unfitted.snapshot.close()
    for hit in (*session.ask(QUESTION).hits, *plain.hits):
        assert sum(signal.adds for signal in hit.signals) == pytest.approx(hit.score)


def test_question_is_asked_as_of_the_day_that_it_is_then(seed_asker: Asker) -> None:
    days = iter([date(2025, 12, 14), date(2025, 12, 15)])
    session = Session(lambda: seed_asker, Limits(), lambda: next(days), terminal=PLAIN)
    assert [session.ask(QUESTION).question.as_of.day for _ in range(2)] == [14, 15]
