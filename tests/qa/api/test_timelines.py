"""Series over HTTP: what was understood and overridden, instalments beside a hit, timelines."""

import csv
import io
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from qa.retrieval.asking import Asker
from tests.qa.api.service import check_problem, serve, wait_until

AS_OF = "2025-09-01"
EXPORTS = "How much were exports of batteries?"


@pytest.fixture(scope="module")
def client(monthly_asker: Asker) -> Iterator[httpx.Client]:
    with serve(lambda _: monthly_asker) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        yield client


def ask(client: httpx.Client, question: str, **params: str | int | list[str]) -> dict[str, Any]:
    asked = {"question": question, "as_of": AS_OF, **params}
    response = client.get("/v1/ask", params=asked)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def get_timeline(client: httpx.Client, q: str = EXPORTS, **params: str) -> dict[str, Any]:
    response = client.get("/v1/timeline", params={"q": q, "as_of": AS_OF, **params})
    assert response.status_code == 200, response.text
    timeline: dict[str, Any] = response.json()
    return timeline


def test_hit_names_its_period_and_its_place_in_its_series(client: httpx.Client) -> None:
    hit = ask(client, "What were battery exports in April 2025?")["hits"][0]
    assert hit["release"]["id"] == "battery-04-corrected"
    assert hit["about"] == {"first": "2025-04-01", "last": "2025-04-30", "granularity": "month"}
    series = hit["series"]
    assert (series["id"], series["instalments"], series["others"]) == ("battery-03", 4, 3)
    assert series["superseded_by"] is None
    assert series["previous"] == {
        "release_id": "battery-03",
        "title": "Battery Exports at USD 712 Million in March",
        "published": "2025-04-14",
        "period": {"first": "2025-03-01", "last": "2025-03-31", "granularity": "month"},
    }
    # May has no release.
    assert series["next"]["release_id"] == "battery-06"


def test_one_instalment_is_shown_unless_more_are_asked_for(client: httpx.Client) -> None:
    def shown(**params: int) -> list[str]:
        hits = ask(client, "What were battery exports in April 2025?", k=20, **params)["hits"]
        found = (hit["release"]["id"] for hit in hits)
        return sorted(each for each in found if each.startswith("battery"))

    assert shown() == ["battery-04-corrected"]
    assert len(shown(per_series=2)) == 2
    assert len(shown(per_series=5)) == 5


def test_superseded_version_names_the_later_one(client: httpx.Client) -> None:
    hits = ask(client, "battery exports in April 2025", k=20, per_series=20)["hits"]
    [earlier] = [hit for hit in hits if hit["release"]["id"] == "battery-04"]
    assert earlier["series"]["superseded_by"]["release_id"] == "battery-04-corrected"
    # Before it came out there was nothing to supersede.
    hit = ask(client, "battery exports in April 2025", as_of="2025-06-01")["hits"][0]
    assert (hit["release"]["id"], hit["series"]["superseded_by"]) == ("battery-04", None)


def test_period_that_is_given_goes_before_the_one_that_is_said(client: httpx.Client) -> None:
    answer = ask(
        client,
        "What were battery exports in April 2025?",
        about_from="2025-06-01",
        about_to="2025-06-30",
    )
    assert answer["interpretation"]["period"] == {
        "first": "2025-06-01",
        "last": "2025-06-30",
        "granularity": "month",
        "words": None,
    }
    assert answer["hits"][0]["release"]["id"] == "battery-06"


def test_what_is_ignored_is_not_understood(client: httpx.Client) -> None:
    question = "What are the latest battery exports published last month for July 2025?"
    understood = ask(client, question)["interpretation"]
    assert understood["published_words"] == "last month"
    assert understood["period"]["words"] == "July 2025"
    assert (understood["wants_latest"], understood["latest_words"]) == (True, "the latest")
    both = ask(client, question, ignore=["period", "latest"])["interpretation"]
    assert (both["period"], both["wants_latest"]) == (None, False)
    assert both["published_from"] == "2025-08-01"
    published = ask(client, question, ignore=["published"])["interpretation"]
    assert (published["published_from"], published["published_words"]) == (None, None)
    by_post = client.post(
        "/v1/ask", json={"question": question, "as_of": AS_OF, "ignore": ["published"]}
    )
    assert by_post.json()["interpretation"] == published


def test_publisher_is_looked_for_alone(client: httpx.Client) -> None:
    answer = ask(client, EXPORTS, publisher="Power Exchange", k=20, per_series=20)
    assert answer["interpretation"]["publisher"] == "Power Exchange"
    assert {hit["release"]["publisher"] for hit in answer["hits"]} == {"Power Exchange"}
    assert len(answer["hits"]) == 3
    given = {"question": EXPORTS, "as_of": AS_OF, "publisher": "Nobody"}
    nobody = client.post("/v1/ask", json=given).json()
    assert (nobody["verdict"], nobody["hits"], nobody["nearest"]) == ("not_found", [], [])
    earlier = ask(client, EXPORTS, publisher="Power Exchange", published_to="2025-05-01")
    assert [each["id"] for each in earlier["nearest"]] == [
        *("electricity-05", "electricity-06", "electricity-07")
    ]
    assert len(get_timeline(client, publisher="Ministry of Trade")["points"]) == 4
    asked = {"q": EXPORTS, "as_of": AS_OF, "publisher": "Nobody"}
    check_problem(client.get("/v1/timeline", params=asked), 404)


@pytest.mark.parametrize("path", ["/v1/ask", "/v1/timeline"])
@pytest.mark.parametrize(
    ("params", "field", "words"),
    [
        ({"about_from": "2025-06-01"}, "about_to", "Give both"),
        ({"about_to": "2025-06-01"}, "about_to", "Give both"),
        ({"about_from": "2025-06-02", "about_to": "2025-06-01"}, "about_to", "before it begins"),
        ({"about_from": "0001-01-01", "about_to": "2025-06-01"}, "about_to", "1900 to 2100"),
        ({"about_from": "June", "about_to": "2025-06-01"}, "about_from", "Expected a day"),
        ({"ignore": "title"}, "ignore", "'latest'"),
        (
            {"published_from": "2025-06-02", "published_to": "2025-06-01"},
            "published_to",
            "before it begins",
        ),
        ({"as_of": "yesterday"}, "as_of", "Expected a day"),
        ({"publisher": ""}, "publisher", "1 or more"),
        ({"colour": "red"}, "colour", "no parameter of this name"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_the_reason(
    client: httpx.Client, path: str, params: dict[str, str], field: str, words: str
) -> None:
    name = "question" if path == "/v1/ask" else "q"
    response = client.get(path, params={name: EXPORTS, **params})
    problem = check_problem(response, 422)
    assert words in problem["detail"]
    assert [each["field"].split(".")[0] for each in problem["errors"]] == [field]


def test_timeline_is_a_sentence_a_release_in_order_of_the_period(client: httpx.Client) -> None:
    timeline = get_timeline(client)
    assert (timeline["series"], timeline["unit"]) == ("battery-03", "USD")
    assert [(p["period"]["first"], p["release"]["id"]) for p in timeline["points"]] == [
        ("2025-03-01", "battery-03"),
        ("2025-04-01", "battery-04-corrected"),
        ("2025-06-01", "battery-06"),
        ("2025-07-01", "battery-07"),
    ]
    assert timeline["gaps"] == [
        {"first": "2025-05-01", "last": "2025-05-31", "granularity": "month"}
    ]
    assert timeline["index"] == client.get("/readyz").json()
    assert timeline["interpretation"]["as_of"] == AS_OF
    for point in timeline["points"]:
        body = client.get(f"/v1/releases/{point['release']['id']}").json()["body"]
        assert body[point["start"] : point["end"]] == point["sentence"]
        for figure in point["figures"]:
            assert point["sentence"][figure["start"] : figure["end"]] == figure["text"]
    [change, level] = timeline["points"][1]["figures"]
    assert (change["text"], change["unit"], change["marked"]) == ("1.2 percent", "percent", False)
    assert (level["text"], level["unit"], level["marked"]) == ("USD 659 million", "USD", True)


def test_timeline_asks_for_the_change_when_that_is_asked(client: httpx.Client) -> None:
    timeline = get_timeline(client, "How much did exports of batteries rise?")
    marked = [f["text"] for p in timeline["points"] for f in p["figures"] if f["marked"]]
    assert marked == ["2.5 percent", "1.2 percent", "4.0 percent", "9.6 percent"]


def test_timeline_is_limited_by_publication_and_period(client: httpx.Client) -> None:
    early = get_timeline(client, published_to="2025-06-01")
    assert [p["release"]["id"] for p in early["points"]] == ["battery-03", "battery-04"]
    quarter = get_timeline(client, "How much were battery exports in the second quarter of 2025?")
    assert [p["period"]["first"] for p in quarter["points"]] == ["2025-04-01", "2025-06-01"]
    spring = get_timeline(client, about_from="2025-03-01", about_to="2025-04-30")
    assert [p["period"]["first"] for p in spring["points"]] == ["2025-03-01", "2025-04-01"]


@pytest.mark.parametrize(
    ("params", "accept", "media_type"),
    [
        ({}, "*/*", "application/json"),
        ({}, "text/html", "application/json"),
        ({}, "text/csv", "text/csv"),
        ({}, "image/svg+xml", "image/svg+xml"),
        # What browsers send for a picture.
        ({}, "image/avif,image/webp,image/svg+xml,image/*,*/*;q=0.8", "image/svg+xml"),
        ({}, "application/json, text/csv;q=0.5", "application/json"),
        ({"format": "csv"}, "image/svg+xml", "text/csv"),
        ({"format": "json"}, "text/csv", "application/json"),
        ({"format": "svg"}, "*/*", "image/svg+xml"),
    ],
)
def test_form_is_the_one_that_is_asked_for(
    client: httpx.Client, params: dict[str, str], accept: str, media_type: str
) -> None:
    response = client.get(
        "/v1/timeline",
        params={"q": EXPORTS, "as_of": AS_OF, **params},
        headers={"accept": accept},
    )
    assert response.status_code == 200
    assert response.headers["content-type"].split(";")[0] == media_type
    assert response.headers["vary"] == "Accept"
    kept = 'attachment; filename="timeline.csv"' if media_type == "text/csv" else None
    assert response.headers.get("content-disposition") == kept
    if media_type == "text/csv":
        rows = list(csv.DictReader(io.StringIO(response.text, newline="")))
        assert [row["figure"] for row in rows] == [
            *("USD 712 million", "USD 659 million", "", "USD 730 million", "USD 1,801 million")
        ]
    if media_type == "image/svg+xml":
        svg = ElementTree.fromstring(response.text)
        titles = [each.text or "" for each in svg.iter("{http://www.w3.org/2000/svg}title")]
        assert any("Battery Exports <Double> in July: R&D" in title for title in titles)


def test_question_that_no_series_answers_is_not_found(client: httpx.Client) -> None:
    response = client.get("/v1/timeline", params={"q": "Who won the World Cup?", "as_of": AS_OF})
    assert "Ask for single releases" in check_problem(response, 404)["detail"]


def test_window_with_nothing_in_it_is_not_found(client: httpx.Client) -> None:
    response = client.get("/v1/timeline", params={"q": EXPORTS, "published_to": "2020-01-01"})
    check_problem(response, 404)


def test_figures_without_a_single_unit_are_no_plot(client: httpx.Client) -> None:
    asked = {"q": "How much did visitors from abroad spend?", "as_of": AS_OF}
    found = get_timeline(client, asked["q"])
    assert (found["unit"], len(found["points"])) == (None, 2)
    response = client.get("/v1/timeline", params={**asked, "format": "svg"})
    assert "single unit" in check_problem(response, 422)["detail"]
    response = client.get("/v1/timeline", params=asked, headers={"accept": "image/svg+xml"})
    assert "no single unit" in check_problem(response, 406)["detail"]


@pytest.mark.parametrize(
    "params",
    [
        {},
        {"q": "  "},
        {"q": "a" * 2001},
        {"q": EXPORTS, "format": "xls"},
        {"q": EXPORTS, "k": "5"},
        {"question": EXPORTS},
    ],
)
def test_malformed_request_is_refused(client: httpx.Client, params: dict[str, str]) -> None:
    check_problem(client.get("/v1/timeline", params=params), 422)


def test_release_says_what_it_is_about_and_where_it_stands(client: httpx.Client) -> None:
    timeline = get_timeline(client)
    ids = [point["release"]["id"] for point in timeline["points"]]
    release = client.get(f"/v1/releases/{ids[1]}").json()
    assert release["about"] == timeline["points"][1]["period"]
    assert release["series"]["id"] == timeline["series"]
    assert release["series"]["previous"]["release_id"] == ids[0]
