"""Reports on outcomes made by hand: counts, the TREC run, the page."""

import json
import xml.etree.ElementTree as ElementTree
from datetime import date
from pathlib import Path

import pytest

from qa.answers import Hit, Verdict
from qa.errors import CollectionError, SettingsError
from qa.language.sentences import Span
from qa.measuring.collections import TestQuestion
from qa.measuring.evaluation import Outcome, System, Verdicts
from qa.measuring.metrics import Bin
from qa.measuring.report_files import draw_reliability, write_report
from qa.measuring.reporting import (
    Report,
    compare_with_run,
    first_by_kind,
    make_report,
    make_run,
    read_run,
    refused_by_kind,
    summarise,
    write_run,
)
from qa.output.printing import format_report
from qa.records import Passage, Release


def make_hit(release_id: str, confidence: float | None, *, title: str = "News", text: str) -> Hit:
    release = Release(release_id, title, date(2025, 12, 15), text, "Ministry")
    passage = Passage(f"{release_id}:0", release_id, 0, 0, len(text), text)
    return Hit(1, 1.0, confidence, passage, release, (Span(0, len(text)),), ())


def make_outcome(
    question: TestQuestion,
    first: str,
    *,
    sure: float | None = 0.9,
    verdict: Verdict = Verdict.ANSWERED,
    emptied: Verdicts | None = None,
    sentence_right: bool | None = None,
    title: str = "News",
    text: str = "It rose.",
) -> Outcome:
    """One where our ranking puts `first` in front of r9, and each baseline r9 in front of it."""
    ours, theirs = {first: 2.0, "r9": 1.0}, {"r9": 2.0, first: 1.0}
    return Outcome(
        question,
        {system: ours if system is System.OURS else theirs for system in System},
        (make_hit(first, sure, title=title, text=text),),
        Verdicts(sure, verdict),
        emptied,
        sentence_right,
    )


def make_outcomes() -> list[Outcome]:
    """Two answered rightly, one wrongly, one refused; one of them has no answer."""
    refused = Verdicts(0.2, Verdict.NOT_FOUND)
    return [
        make_outcome(
            TestQuestion("q1", "What rose?", {"r1": 1}, kind="figure"),
            "r1",
            emptied=refused,
            sentence_right=True,
        ),
        make_outcome(
            TestQuestion("q2", "What fell?", {"r2": 1}, kind="figure"),
            "r2",
            emptied=Verdicts(0.6, Verdict.ANSWERED),
            sentence_right=False,
        ),
        make_outcome(
            TestQuestion("q3", "Who?", {"r9": 1}, kind="who"),
            "r3",
            sure=0.1,
            verdict=Verdict.NOT_FOUND,
        ),
        make_outcome(TestQuestion("q4", "Why?", {}, kind="unanswerable"), "r4", sure=0.5),
    ]


@pytest.fixture
def report() -> Report:
    return make_report("press", make_outcomes(), seen_in_fitting=False)


def test_means_are_over_answerable_questions(report: Report) -> None:
    assert report.mean(System.OURS, "first") == pytest.approx(2 / 3)
    assert report.mean(System.BM25, "first") == pytest.approx(1 / 3)
    # The right one stands first, first, second; of the baselines second, second, first.
    assert report.mean(System.OURS, "RR@10") == pytest.approx((1 + 1 + 1 / 2) / 3)
    assert report.mean(System.RRF, "RR@10") == pytest.approx((1 / 2 + 1 / 2 + 1) / 3)


def test_comparisons_are_with_every_baseline(report: Report) -> None:
    assert set(report.comparisons) == set(System) - {System.OURS}
    found = report.comparisons[System.DENSE]
    # nDCG of second place is 1 / log2(3) = 0.6309: twice won by the rest, once lost.
    assert found.difference == pytest.approx((1 - 0.63093) / 3, abs=1e-5)
    assert (set(found.won), found.lost) == ({"q1", "q2"}, ("q3",))


def test_kinds_are_counted_apart_and_unanswerable_ones_left_out(report: Report) -> None:
    assert first_by_kind(report, System.OURS) == {"figure": (1.0, 2), "who": (0.0, 1)}


def test_refusals_are_counted_by_kind_of_what_has_no_answer(report: Report) -> None:
    assert refused_by_kind(report) == {"answer taken away": (0.5, 2), "unanswerable": (0.0, 1)}
    line = "refused, by kind of what has no answer: 50.0% of 2 (answer taken away), 0.0% of 1"
    assert f"{line} (unanswerable)" in format_report(report, table=False)


def test_sentences_are_counted_where_the_words_are_known(report: Report) -> None:
    assert report.sentences_right == 0.5


def test_honesty_counts_each_question_asked_and_again_emptied(report: Report) -> None:
    honesty = report.honesty
    assert honesty is not None
    # Asked: .9 .9 right, .1 refused, .5 unanswerable; emptied: .2 refused, .6 answered.
    assert honesty.refused_wrongly == pytest.approx(1 / 3)
    assert honesty.refused_rightly == pytest.approx(1 / 3)
    assert honesty.answers_wrong == pytest.approx(2 / 4)
    # Answerable .9 .9 .1 against .5 .2 .6: of nine pairs six are the right way round.
    assert honesty.auroc == pytest.approx(6 / 9)
    # Bins .1: 1 wrong; .2, .5, .6: wrong each; .9: two right.
    expected = (0.1 + 0.2 + 0.5 + 0.6 + 2 * 0.1) / 6
    assert honesty.calibration_error == pytest.approx(expected)
    assert 0 < honesty.chance_error < 0.5
    assert honesty.risks[0.5] == pytest.approx(1 / 3)
    assert honesty.risks[1.0] == pytest.approx(4 / 6)


def test_nothing_is_said_of_honesty_where_no_probability_was_given() -> None:
    question = TestQuestion("q", "Q?", {"r": 1})
    outcome = make_outcome(question, "r", sure=None, verdict=Verdict.UNJUDGED)
    report = make_report("press", [outcome], seen_in_fitting=False)
    assert report.honesty is None
    assert summarise(report)["honesty"] is None


def test_run_in_trec_form_comes_back_as_it_went(tmp_path: Path) -> None:
    run = {"q1": {"r1": 12.5, "r2": -0.25}, "질문": {"2025-12-15-de68": 0.000001}}
    write_run(tmp_path / "run.trec", run, "ours")
    assert read_run(tmp_path / "run.trec") == run
    lines = (tmp_path / "run.trec").read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["q1 Q0 r1 1 12.500000 ours", "q1 Q0 r2 2 -0.250000 ours"]


@pytest.mark.parametrize(
    "text",
    ["q1 Q0 r1 1 0.5", "q1 Q0 r1 1 high ours", "q1 Q0 r1 1 nan ours", "q1 Q0 r1 1 0.5 ours x"],
)
def test_file_that_is_no_run_is_refused_at_its_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "run.trec"
    path.write_text(f"q0 Q0 r1 1 0.5 ours\n{text}\n", encoding="utf-8")
    with pytest.raises(CollectionError, match=r"run\.trec:2: "):
        read_run(path)


@pytest.mark.parametrize("data", [None, b"\xff"])
def test_run_that_cannot_be_read_is_named(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "run.trec"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(CollectionError, match=r"run\.trec cannot be read"):
        read_run(path)


def test_report_compared_with_its_own_run_does_not_differ(tmp_path: Path, report: Report) -> None:
    path = tmp_path / "run.trec"
    write_run(path, make_run(report.outcomes, System.OURS), "ours")
    own = compare_with_run(report, path)
    assert (own.difference, own.p_value) == (0.0, 1.0)
    write_run(path, make_run(report.outcomes, System.BM25), "bm25")
    assert compare_with_run(report, path) == report.comparisons[System.BM25]


def test_report_is_written_as_run_json_and_page(tmp_path: Path, report: Report) -> None:
    write_report(tmp_path / "new" / "out", report)
    folder = tmp_path / "new" / "out"
    assert read_run(folder / "run.trec")["q1"] == {"r1": 2.0, "r9": 1.0}
    numbers = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert numbers == json.loads(json.dumps(summarise(report)))
    assert (numbers["questions"], numbers["answerable"]) == (4, 3)
    assert numbers["measures"]["ours"]["first"] == 0.6667
    assert (folder / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_report_that_cannot_be_written_says_where(tmp_path: Path, report: Report) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(SettingsError, match="taken"):
        write_report(tmp_path / "taken", report)


def test_page_escapes_what_it_quotes(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>&{0}"
    outcome = make_outcome(
        TestQuestion(evil, evil, {evil: 1}, kind=evil), "r1", title=evil, text=evil
    )
    write_report(tmp_path, make_report(evil, [outcome], seen_in_fitting=True))
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;{0}" in page
    assert "no evidence" in page


@pytest.mark.parametrize("bins", [[], [Bin(3, 0.95, 1.0), Bin(1, 0.1, 0.0)]])
def test_reliability_diagram_is_well_formed(bins: list[Bin]) -> None:
    drawing = ElementTree.fromstring(draw_reliability(bins, size=100))
    assert drawing.tag == "svg"
    circles = list(drawing.iter("circle"))
    assert len(circles) == len(bins)
    if circles:
        # Claimed 0.95 is 95 across; right 1 is at the top. Three questions, the largest dot.
        assert circles[0].attrib == {"cx": "95.0", "cy": "0.0", "r": "12.0"}


def test_printed_report_warns_of_questions_seen_in_fitting() -> None:
    text = format_report(make_report("press", make_outcomes(), seen_in_fitting=True), table=True)
    assert "no evidence" in text
    assert "press: 4 questions" in text
    for question in ("q1", "q2", "q3", "q4"):
        assert question in text


def test_report_of_unanswerable_questions_alone_can_be_made_and_printed() -> None:
    outcome = make_outcome(TestQuestion("q", "Why?", {}), "r1")
    report = make_report("press", [outcome], seen_in_fitting=False)
    assert report.mean(System.OURS, "first") == 0.0
    assert "press: 1 question" in format_report(report, table=False)
