"""Questions over HTTP: what comes in answer."""

import math
from typing import Any

import httpx
import pytest

from tests.qa.api.seed_service import ICT_TITLE, QUESTION, Params, ask, without_time

PUBLISHER = "Ministry of Trade, Industry and Resources"


def read_index(client: httpx.Client) -> dict[str, Any]:
    index: dict[str, Any] = client.get("/readyz").json()
    return index


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_question_about_november_is_answered_by_the_release_of_december(
    client: httpx.Client, method: str
) -> None:
    if method == "GET":
        response = client.get("/v1/ask", params={"question": QUESTION})
    else:
        response = client.post("/v1/ask", json={"question": QUESTION})
    assert response.status_code == 200
    answer = response.json()
    first = answer["hits"][0]
    assert answer["question"] == QUESTION
    assert answer["verdict"] == "answered"
    assert answer["took_ms"] > 0
    assert answer["nearest"] == []
    assert (first["rank"], len(answer["hits"])) == (1, 5)
    assert first["release"]["title"] == ICT_TITLE
    assert first["release"]["published"] == "2025-12-15"
    assert first["citation"] == f"{PUBLISHER}, “{ICT_TITLE}”, 15 December 2025."
    assert 0.5 < first["confidence"] <= 1
    assert answer["sentence"] in first["passage"]["text"]
    understood = answer["interpretation"]
    assert understood["as_of"] == "2025-12-20"
    assert (understood["published_from"], understood["published_to"]) == (None, None)
    assert understood["searched"] == QUESTION
    assert "November" not in understood["topic"]
    assert understood["period"]["words"] == "November 2025"
    assert (understood["published_words"], understood["cadence"]) == (None, None)
    assert (understood["period"]["first"], understood["period"]["last"]) == (
        "2025-11-01",
        "2025-11-30",
    )


def test_get_and_post_answer_alike(client: httpx.Client) -> None:
    asked: Params = {
        "question": QUESTION,
        "k": 3,
        "per_release": 2,
        "per_series": 2,
        "published_from": "2025-12-11",
        "published_to": "2025-12-15",
        "as_of": "2025-12-16",
    }
    by_get = client.get("/v1/ask", params=asked).json()
    by_post = client.post("/v1/ask", json=asked).json()
    assert without_time(by_get) == without_time(by_post)
    assert by_get["interpretation"]["published_from"] == "2025-12-11"


def test_answer_says_what_was_searched(client: httpx.Client) -> None:
    index = ask(client)["index"]
    assert index == read_index(client)
    assert index["releases"] == 8
    assert index["passages"] >= 8
    assert index["generation"] == 1
    assert index["model"] == "all-MiniLM-L6-v2"
    assert index["latest_published"] == "2025-12-15"


def test_every_word_shown_stands_in_its_release(client: httpx.Client) -> None:
    answer = ask(client, k=8)
    for hit in answer["hits"]:
        release = client.get(f"/v1/releases/{hit['release']['id']}").json()
        for passage in (hit["passage"], *hit["others"]):
            assert release["body"][passage["start"] : passage["end"]] == passage["text"]
        for span in hit["highlights"]:
            assert 0 <= span["start"] < span["end"] <= len(hit["passage"]["text"])
        assert {name: release[name] for name in hit["release"]} == hit["release"]
        assert release["citation"] == hit["citation"]
    [span] = answer["hits"][0]["highlights"]
    text = answer["hits"][0]["passage"]["text"]
    assert answer["sentence"] == text[span["start"] : span["end"]]


def test_korean_question_shows_what_was_searched_with(client: httpx.Client) -> None:
    answer = ask(client, question="2025년 11월 ICT 수출은 얼마나 증가했나요?")
    assert answer["hits"][0]["release"]["title"] == ICT_TITLE
    assert "ICT exports" in answer["interpretation"]["searched"]


def test_as_many_hits_come_as_asked_for(client: httpx.Client) -> None:
    assert len(ask(client, k=1)["hits"]) == 1
    assert len(ask(client, k=100)["hits"]) == 8
    hits = ask(client, k=100, per_release=100)["hits"]
    assert len(hits) == read_index(client)["passages"]


def test_window_limits_what_is_found(client: httpx.Client) -> None:
    hits = ask(client, k=8, published_from="2025-12-11", published_to="2025-12-14")["hits"]
    assert [hit["release"]["published"] for hit in hits] == ["2025-12-11"] * 4


def test_as_of_hides_later_releases(client: httpx.Client) -> None:
    hits = ask(client, k=8, as_of="2025-12-14")["hits"]
    assert {hit["release"]["published"] for hit in hits} == {"2025-12-10", "2025-12-11"}
    assert ask(client, k=8, as_of="2025-12-15")["hits"][0]["release"]["title"] == ICT_TITLE


def test_month_that_is_not_held_is_not_found(client: httpx.Client) -> None:
    answer = ask(client, question="What were ICT exports in November?", as_of="2026-12-20")
    assert (answer["verdict"], answer["of_another_period"]) == ("not_found", True)
    assert ask(client, as_of="2025-12-20")["of_another_period"] is False


def test_how_sure_a_hit_is_comes_with_what_it_comes_from(client: httpx.Client) -> None:
    for question in ("How much did ICT exports rise?", "How much were exports excluding ICT?"):
        hit = ask(client, question=question)["hits"][0]
        judgement, sure = hit["judgement"], hit["judgement"]["fitted"]
        assert sure == pytest.approx(1 / (1 + math.exp(-judgement["log_odds"])))
        counts = [abs(each["adds"]) for each in judgement["signals"]]
        assert len(counts) > 2
        assert counts == sorted(counts, reverse=True)
        for each in judgement["adjustments"]:
            sure = max(sure, each["least"]) * each["factor"]
        assert hit["confidence"] == pytest.approx(sure)
    [excluded] = judgement["adjustments"]
    assert (excluded["name"], excluded["factor"], excluded["of"]) == (
        *("speaks_of_excluded", 0.05),
        ["ICT"],
    )
    assert excluded["said"].startswith("It gives figures with ICT, and those without are asked")


def test_why_nothing_was_found_is_said_in_the_language_of_the_question(
    client: httpx.Client,
) -> None:
    english = ask(client, question="What is the phone number of the rare metals center?")
    korean = ask(client, question="희소금속 센터의 전화번호는?")
    for answer, said in ((english, "a telephone or fax number"), (korean, "전화·팩스 번호")):
        assert (answer["verdict"], answer["why"]["name"]) == ("not_found", "form_missing")
        assert said in answer["why"]["said"]
        assert {"name": "form_missing", "of": ["phone"]} in answer["hits"][0]["judgement"]["lacks"]
    assert ask(client)["why"] is None


def test_words_that_no_release_has_are_named_where_nothing_is_found(client: httpx.Client) -> None:
    answer = ask(client, question="When does the ban on disposable vapes begin?")
    assert answer["verdict"] == "not_found"
    assert answer["why"] == {
        "name": "unheld",
        "of": ["ban", "disposable", "vapes"],
        "said": "No release held has the word ban or disposable or vapes.",
    }


def test_each_period_asked_about_is_answered_for_itself(client: httpx.Client) -> None:
    answer = ask(client, question="ICT exports in November and in October 2025")
    assert answer["interpretation"]["period"]["words"] == "November"
    [further] = answer["interpretation"]["further_periods"]
    assert (further["first"], further["words"]) == ("2025-10-01", "October 2025")
    november, october = answer["by_period"]
    assert (november["verdict"], november["rank"]) == ("answered", 1)
    assert (october["verdict"], october["rank"]) == ("not_found", None)
    assert ask(client)["by_period"] == []


def test_extreme_that_no_release_says_is_named(client: httpx.Client) -> None:
    answer = ask(client, question="When were display exports highest?", as_of="2025-12-20")
    assert (answer["verdict"], answer["extreme_untold"]) == ("not_found", "highest")
    answer = ask(client, question="When were ICT exports at an all-time high?", as_of="2025-12-20")
    assert (answer["verdict"], answer["extreme_untold"]) == ("answered", None)


def test_what_the_sentence_holds_none_of_is_named(client: httpx.Client) -> None:
    question = "When was the CEPA upgrade requested?"
    assert ask(client, question=question)["missing"] == "date"
    assert ask(client, question="Who is India's new ambassador in Seoul?")["missing"] is None


def test_misspelt_words_are_read_and_named(client: httpx.Client) -> None:
    right, typed = ask(client, question="ICT exports and imports"), "ICT exprots and imports"
    answer = ask(client, question=typed)
    assert answer["question"] == typed
    assert answer["interpretation"]["respelt"] == [{"typed": "exprots", "read": "exports"}]
    assert answer["interpretation"]["searched"] == right["interpretation"]["searched"]
    assert (answer["hits"], answer["sentence"]) == (right["hits"], right["sentence"])
    assert right["interpretation"]["respelt"] == []


def test_what_asks_for_nothing_is_not_found_and_says_so(client: httpx.Client) -> None:
    answer = ask(client, question="Hello!")
    assert (answer["verdict"], answer["hits"], answer["nearest"]) == ("not_found", [], [])
    assert answer["interpretation"]["obstacle"] == "nothing_asked"
    assert ask(client)["interpretation"]["obstacle"] is None


def test_empty_window_is_not_found_and_offers_the_nearest(client: httpx.Client) -> None:
    answer = ask(client, published_from="2026-01-01", as_of="2026-06-30")
    assert (answer["verdict"], answer["hits"], answer["sentence"]) == ("not_found", [], None)
    assert [release["published"] for release in answer["nearest"]] == [
        "2025-12-15",
        "2025-12-15",
        "2025-12-11",
    ]
    assert answer["interpretation"]["published_from"] == "2026-01-01"
    assert answer["later"] == 0


def test_releases_after_the_day_asked_as_of_are_counted(client: httpx.Client) -> None:
    answer = ask(client, published_from="2025-12-12", as_of="2025-12-12")
    assert (answer["verdict"], answer["hits"], answer["later"]) == ("not_found", [], 2)


@pytest.mark.parametrize(
    "dates",
    [
        {"as_of": "0001-01-01"},
        {"as_of": "9999-12-31"},
        {"published_from": "0001-01-01", "published_to": "0001-01-01"},
        {"published_from": "9999-12-31"},
        {"published_to": "9999-12-31"},
        {"published_from": "2025-12-20", "as_of": "2025-12-01"},
    ],
)
def test_days_at_the_ends_of_time_are_days(client: httpx.Client, dates: dict[str, str]) -> None:
    assert ask(client, **dates)["verdict"] in ("answered", "not_found")


@pytest.mark.parametrize("text", ["a", "a" * 2000, "  " + "a" * 2000 + "  "])
def test_question_of_1_to_2000_characters_is_taken(client: httpx.Client, text: str) -> None:
    assert ask(client, question=text)["question"] == text.strip()


def test_what_was_new_is_answered_by_all_that_was_published(client: httpx.Client) -> None:
    asked: Params = {"question": "What was new last week?", "as_of": "2025-12-16", "k": 2}
    answer = client.get("/v1/ask", params=asked).json()
    assert (answer["verdict"], answer["total"], answer["sentence"]) == ("answered", 6, None)
    assert answer["interpretation"]["wants_all"] is True
    assert [hit["release"]["published"] for hit in answer["hits"]] == ["2025-12-11"] * 2
    other = client.get("/v1/ask", params={"question": QUESTION}).json()
    assert (other["total"], other["interpretation"]["wants_all"]) == (None, False)
