"""News of a matter: the newest release that announces something of it comes first."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
import pytest

from embeddings.encoder import Encoder
from qa.answers import Verdict
from qa.language.matters import Matter
from qa.questions import Question
from qa.records import Passage, Release, StoredPassage
from qa.retrieval.asking import Asker
from qa.retrieval.news import leads_with, put_leading_first
from qa.retrieval.read_passages import ReadPassage
from tests.qa.holding import hold
from tests.qa.retrieval.taken_apart import take_apart

AS_OF = date(2023, 3, 23)
CHILE = Matter(frozenset(), frozenset({"Chile"}))


def read(title: str, body: str, published: date = AS_OF) -> ReadPassage:
    release = Release(title, title, published, body, "Ministry")
    stored = StoredPassage(1, Passage("p", title, 0, 0, len(body), body), release)
    return take_apart(stored)


@pytest.mark.parametrize(
    ("matter", "leads"),
    [("chip", True), ("news chip", True), ("display", False), ("chip display", False)],
)
def test_release_is_on_the_matter_that_its_title_and_first_sentence_name(
    matter: str, leads: bool
) -> None:
    body = "December 15, 2025\nChips will be made here from the coming year on. Displays will not."
    assert leads_with(Matter(frozenset(matter.split())), read("News", body)) is leads


def test_lead_is_read_once_a_matter_however_often_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def is_in(_matter: Matter, text: str, _language: str) -> bool:
        asked.append(text)
        return True

    monkeypatch.setattr(Matter, "is_in", is_in)
    envoys = Matter(frozenset({"envoy", "once"}))
    for title in ("Envoys", "Envoys", "Ships"):
        assert leads_with(envoys, read(title, "An envoy came."))
    # By the order, the verdict and the marks: some milliseconds each.
    assert asked == ["Envoys\nAn envoy came.", "Ships\nAn envoy came."]


def test_where_no_news_is_asked_for_none_leads() -> None:
    assert not leads_with(None, read("Chips", "Chips."))


def test_those_that_lead_go_first_and_the_others_keep_their_scores() -> None:
    passages = [read(str(day), "", AS_OF + timedelta(days=day)) for day in range(4)]
    scores, leading = np.array([3.0, 1.0, 9.0, 2.0]), np.array([0.0, 1.0, 0.0, 1.0])
    by_score = put_leading_first(scores, leading, passages, newest_first=False)
    assert np.argsort(-by_score).tolist() == [3, 1, 2, 0]
    by_day = put_leading_first(scores[::-1], leading, passages, newest_first=True)
    assert np.argsort(-by_day).tolist() == [3, 1, 0, 2]
    none = put_leading_first(scores, np.zeros(4), passages, newest_first=True)
    assert none.tolist() == scores.tolist()


def write(name: str, title: str, day: date, body: str, language: str = "en") -> Release:
    return Release(name, title, day, body, "Ministry of Trade", language=language)


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Asker]:
    """Forty talks with Chile, and newer releases that say less of it."""
    old = [
        write(
            f"talks-{year}",
            f"Latest News on Chile: Round {year} of Trade Talks with Chile Ends",
            date(year, 5, 2),
            f"Korea and Chile held the latest round of their trade talks in Santiago. The news of "
            f"it was announced by Chile. Round {year} ended with a statement on Chile.",
        )
        for year in range(1980, 2020)
    ]
    new = [
        write(
            "envoy",
            "New Envoy Calls on Trade Minister",
            date(2023, 2, 3),
            "The new Chilean ambassador paid a call on the minister for trade in Sejong today. "
            "They spoke of batteries.",
        ),
        write(
            "norway",
            "노르웨이와 메모리 반도체 협력 방안 논의",
            date(2023, 2, 10),
            "장관은 2월 10일 정부세종청사에서 노르웨이 장관을 만나 메모리 반도체 분야 협력 방안을 "
            "논의하였다. 칠레도 참여한다.",
            "ko",
        ),
        write(
            "citation",
            "Citation Goes to an Electronics Maker",
            date(2023, 3, 20),
            "A maker of electronics was given a citation at a ceremony held in Seoul on Monday. It "
            "sells to Chile.",
        ),
    ]
    with hold(tmp_path_factory.mktemp("news"), encoder, [*old, *new]) as asker:
        yield asker


@pytest.mark.parametrize(
    ("question", "release"),
    [
        ("What's the latest on Chile?", "envoy"),
        ("Hi, could you give me the latest news on Chile, please?", "envoy"),
        ("칠레 최신 소식 알려 줘", "envoy"),
        ("칠레 관련 가장 최근 보도자료 찾아 주세요", "envoy"),
        ("Any news of Chile?", "envoy"),
        ("What was announced last month about Chile?", "envoy"),
        ("지난달에 나온 노르웨이 소식", "norway"),
        ("노르웨이 최근 소식", "norway"),
    ],
)
def test_newest_release_that_announces_something_of_the_matter_comes_first(
    question: str, release: str, asker: Asker
) -> None:
    answer = asker.ask(Question(question, AS_OF))
    assert (answer.hits[0].release.id, answer.verdict) == (release, Verdict.ANSWERED)


def test_after_the_newest_come_older_ones_in_order(asker: Asker) -> None:
    hits = asker.ask(Question("Latest news on Chile", AS_OF, k=4)).hits
    days = [hit.release.published for hit in hits]
    assert days == sorted(days, reverse=True)
    assert "citation" not in [hit.release.id for hit in hits]


def test_news_of_what_nothing_speaks_of_is_not_found(asker: Asker) -> None:
    answer = asker.ask(Question("지난달 핀란드 소식", AS_OF))
    assert answer.verdict is Verdict.NOT_FOUND
