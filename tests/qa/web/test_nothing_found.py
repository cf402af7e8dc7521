"""What the page says where it does not find an answer."""

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser as Html

from qa.retrieval.asking import Asker
from tests.qa.api.service import serve, wait_until
from tests.qa.web.reading import APRIL, BROWSER, ask, texts


def test_how_sure_is_told_of_the_nearest_passage_and_not_of_those_below(seed_asker: Asker) -> None:
    # Below the release on India's ambassador stands one that is surer.
    asked = {"q": "Who is the ambassador of Japan to Korea?", "as_of": "2025-12-20"}
    with serve(lambda _: seed_asker) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        html = Html(client.get("/", params=asked, headers=BROWSER).text)
    [told] = texts(html, ".nothing")
    assert "The nearest passage is 2% likely" in told
    assert "2%" in texts(html, ".hit .source")[0]


@pytest.mark.parametrize(
    ("lang", "undated", "unnamed", "unconfirmed"),
    [
        (
            "en",
            "No date stands in the sentence found.",
            "The office that is asked about is not named in the sentence found.",
            "The figure in the question does not stand in the sentence found.",
        ),
        (
            "ko",
            "이 문장에는 날짜가 없습니다.",
            "이 문장에는 질문한 직책이 나오지 않습니다.",
            "질문에 나온 수치는 이 문장에 없습니다.",
        ),
    ],
)
def test_sentence_without_what_is_asked_for_is_told_to_hold_none(
    seed_asker: Asker, lang: str, undated: str, unnamed: str, unconfirmed: str
) -> None:
    questions = (
        "When was the CEPA upgrade requested?",
        "Who heads the center in Mongolia?",
        "Who is India's new ambassador in Seoul?",
        "Did Korea's ICT exports rise 30 percent in November 2025?",
    )
    with serve(lambda _: seed_asker) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        when, head, who, risen = (
            Html(client.get("/", params={"q": q, "lang": lang}, headers=BROWSER).text)
            for q in questions
        )
    assert undated in texts(when, ".nothing")[0]
    assert unnamed in texts(head, ".nothing")[0]
    assert texts(who, ".nothing, .notice") == []
    assert texts(risen, ".nothing, .notice") == [unconfirmed]


def test_best_passage_of_another_month_is_told_to_be_of_one(client: httpx.Client) -> None:
    html = ask(client, "exports of secondary batteries in January 2019")
    told = "of another time than the one asked about, January 2019"
    assert told in texts(html, ".nothing")[0]
    assert texts(ask(client, APRIL), ".nothing, .notice") == []
    html = ask(client, "How much were exports of secondary batteries in the first half of 2025?")
    assert "only a part of the time asked about, first half of 2025" in texts(html, ".nothing")[0]


def test_what_none_of_the_hits_has_is_said_in_the_language_of_the_page(
    client: httpx.Client,
) -> None:
    question = "What is the phone number of the battery makers?"
    assert (
        "The question asks for a telephone or fax number, and none"
        in (texts(ask(client, question), ".nothing")[0])
    )
    html = ask(client, question, lang="ko")
    assert (
        "질문한 것(전화·팩스 번호)이 찾은 보도자료 어디에도 없습니다."
        in (texts(html, ".nothing")[0])
    )
    assert "the form of what is asked for" in texts(ask(client, question), ".judged")[0]
