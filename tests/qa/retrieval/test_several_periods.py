"""Questions about several periods: a hit for each, and which of them nothing was found for."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.answers import Hit, Verdict
from qa.output.answer_text import format_answer
from qa.periods import Granularity, Period
from qa.questions import AskedPeriod, Question
from qa.records import Passage, Release
from qa.retrieval.asking import Asker
from qa.retrieval.several_periods import FoundFor, join_found
from tests.qa.holding import hold
from tests.qa.series.test_series_questions import AS_OF, RELEASES

MAY = Period(date(2025, 5, 1), date(2025, 5, 31), Granularity.MONTH)
JUNE = Period(date(2025, 6, 1), date(2025, 6, 30), Granularity.MONTH)


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Asker]:
    with hold(tmp_path_factory.mktemp("several"), encoder, RELEASES) as asker:
        yield asker


@pytest.mark.parametrize(
    ("question", "releases"),
    [
        ("What were auto exports in August and October 2025?", ["cars-8", "cars-10"]),
        ("auto exports: October vs July 2025", ["cars-10", "cars-7"]),
        ("Compare semiconductor exports in August with November", ["chips-8", "chips-11"]),
        ("How were auto exports in October compared with September?", ["cars-10", "cars-9"]),
        ("2025년 8월과 10월 자동차 수출은 각각 얼마였습니까?", ["cars-8", "cars-10"]),
        ("2025년 10월 자동차 수출은 9월보다 줄었나요?", ["cars-10", "cars-9"]),
        # A correction goes for what it corrects.
        (
            "chip exports in July, September and November",
            ["chips-7", "chips-9-revised", "chips-11"],
        ),
    ],
)
def test_each_period_has_its_hit_in_order(asker: Asker, question: str, releases: list[str]) -> None:
    answer = asker.ask(Question(question, AS_OF))
    assert answer.verdict is Verdict.ANSWERED
    assert [hit.release.id for hit in answer.leads] == releases
    assert [each.rank for each in answer.by_period] == [*range(1, len(releases) + 1)]
    assert [hit.rank for hit in answer.hits] == [*range(1, len(answer.hits) + 1)]
    assert not any(hit.of_another_period for hit in answer.leads)


def test_period_that_nothing_was_found_for_is_named(asker: Asker) -> None:
    answer = asker.ask(Question("auto exports in May and October 2025", AS_OF))
    assert [each.verdict for each in answer.by_period] == [Verdict.NOT_FOUND, Verdict.ANSWERED]
    assert (answer.verdict, answer.not_found_for) == (Verdict.ANSWERED, (MAY,))
    assert [hit.release.id for hit in answer.leads] == ["cars-10"]


def test_what_is_only_compared_with_is_no_answer(asker: Asker) -> None:
    text = "Were auto exports higher in May than in October 2025?"
    answer = asker.ask(Question(text, AS_OF))
    assert [each.asked.compared for each in answer.by_period] == [False, True]
    assert [each.verdict for each in answer.by_period] == [Verdict.NOT_FOUND, Verdict.ANSWERED]
    assert (answer.verdict, answer.leads, answer.not_found_for) == (Verdict.NOT_FOUND, (), ())


def test_only_one_hit_may_be_asked_for(asker: Asker) -> None:
    answer = asker.ask(Question("auto exports in August and October 2025", AS_OF, k=1))
    assert [each.rank for each in answer.by_period] == [1, None]
    assert [each.verdict for each in answer.by_period] == [Verdict.ANSWERED] * 2


def test_periods_beyond_the_most_are_named_as_not_looked_for(asker: Asker) -> None:
    months = " ".join(f"{month:02}/2024," for month in range(1, 13))
    answer = asker.ask(Question(f"auto exports in 10/2025, {months} 11/2025", AS_OF))
    assert [each.asked.words for each in answer.by_period[12:]] == ["12/2024", "11/2025"]
    assert {each.verdict for each in answer.by_period[12:]} == {Verdict.UNJUDGED}
    assert (answer.verdict, answer.hits[0].release.id) == (Verdict.ANSWERED, "cars-10")
    assert "Not looked for, as too many periods are asked about: 2024-12" in format_answer(answer)


def test_each_period_that_is_unsure_is_said_to_be(asker: Asker) -> None:
    answer = asker.ask(Question("auto exports in August and October 2025", AS_OF))
    first, second, *rest = answer.hits
    unsure = replace(answer, hits=(first, replace(second, confidence=0.3), *rest))
    assert "Unsure of 2025-10: it is only 30% likely that this answers." in format_answer(unsure)
    assert "Unsure" not in format_answer(answer)


def test_without_a_ranking_the_best_of_each_period_is_shown_and_nothing_claimed(
    tmp_path: Path, encoder: Encoder
) -> None:
    with hold(tmp_path, encoder, RELEASES, ranking=None) as asker:
        answer = asker.ask(Question("auto exports in August and October 2025", AS_OF))
    assert answer.verdict is Verdict.UNJUDGED
    assert [each.rank for each in answer.by_period] == [1, 2]


def test_question_about_one_period_says_nothing_by_period(asker: Asker) -> None:
    assert asker.ask(Question("auto exports in October 2025", AS_OF)).by_period == ()


def test_timeline_of_several_periods_runs_from_the_first_to_the_last(asker: Asker) -> None:
    timeline = asker.draw_timeline(Question("auto exports in August and October 2025", AS_OF))
    assert [point.period.first.month for point in timeline.points] == [8, 9, 10]


def test_release_that_answers_for_two_periods_is_one_hit() -> None:
    both, other = make_hit("both", rank=1), make_hit("other", rank=2)
    found = [
        FoundFor(AskedPeriod(MAY, "May"), (both, other), Verdict.ANSWERED),
        FoundFor(AskedPeriod(JUNE, "June"), (both,), Verdict.ANSWERED),
    ]
    hits, verdict, by_period = join_found(found, 5)
    assert [(hit.release.id, hit.rank) for hit in hits] == [("both", 1), ("other", 2)]
    assert ([each.rank for each in by_period], verdict) == ([1, 1], Verdict.ANSWERED)


def make_hit(name: str, *, rank: int) -> Hit:
    release = Release(name, name, date(2025, 7, 1), "Exports rose.", "Ministry")
    passage = Passage(f"{name}:0", name, 0, 0, 13, "Exports rose.")
    return Hit(rank, 1.0, 0.9, passage, release, (), ())
