"""What is sent amiss is a problem that says so, and strange characters are none."""

import httpx
import pytest

from qa.api.requests import RELEASE_ID
from tests.qa.api.seed_service import ask, without_time
from tests.qa.api.service import check_problem


def test_unknown_path_and_method_are_problems_too(client: httpx.Client) -> None:
    assert "Nothing is at /v2/ask" in check_problem(client.get("/v2/ask"), 404)["detail"]
    refused = client.delete("/v1/ask")
    check_problem(refused, 405)
    assert refused.headers["allow"] == "GET, POST, HEAD"
    said = "DELETE is not for this address. It takes GET, POST, HEAD."
    assert refused.json()["detail"] == said


def test_faults_of_fields_are_told_in_our_own_words(client: httpx.Client) -> None:
    for day in ("2025-02-30", "tomorrow", "20251231", "2025-W01-1", "x" * 10_000):
        asked = {"question": "Q?", "as_of": day}
        problem = check_problem(client.get("/v1/ask", params=asked), 422)
        said = f"Expected a day as 2025-12-31, found {day[:40]!r}."
        assert problem["errors"] == [{"field": "as_of", "detail": said}]
    asked = {"question": "Q?", "colour": "red"}
    detail = check_problem(client.get("/v1/ask", params=asked), 422)["detail"]
    assert detail == "colour: There is no parameter of this name."
    refused = client.post("/v1/ask", json=asked)
    assert check_problem(refused, 422)["detail"] == "colour: There is no field of this name."
    assert refused.json()["title"] == "Unprocessable Content"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "question: expected a value, found none; add it"),
        ({"question": "S3CRET" * 400}, "question: expected 2,000 or fewer characters, found 2,400"),
        ({"question": ["S3CRET"]}, "question: expected a string, found a list"),
        ({"question": " "}, "question: expected 1 or more characters, found 0"),
        ({"k": 101}, "k: expected 100 or less, found 101; correct it"),
        ({"k": "five"}, 'k: expected a whole number, found "five"; correct it'),
        ({"k": {"a": "S3CRET"}}, "k: expected a whole number, found an object"),
        ({"k": True}, "k: expected a whole number, found true"),
        ({"format": "x" * 9_999}, "format: expected 'json', 'csv' or 'jsonl', found \"xxx"),
        ({"ignore": ["all"]}, "'extreme' or 'publisher', found \"all\"; correct it"),
        ({"as_of": "2025-12-01T00:00:00Z"}, "as_of: Expected a day without a time as 2025-12-31"),
    ],
)
def test_fault_says_what_was_expected_and_found_without_the_question(
    client: httpx.Client, given: dict[str, object], said: str
) -> None:
    asked = given if "question" in given or not given else {"question": "Q?", **given}
    response = client.post("/v1/ask", json=asked)
    assert said in check_problem(response, 422)["detail"]
    assert "S3CRET" not in response.text
    assert len(response.text) < 1000


def test_fault_of_a_parameter_says_what_was_found(client: httpx.Client) -> None:
    response = client.get("/v1/ask", params={"question": "Q?", "k": "five"})
    said = 'k: expected a whole number, found "five"; correct it'
    assert check_problem(response, 422)["detail"] == said


def test_of_a_thousand_faults_the_detail_says_ten_and_how_many_there_are(
    client: httpx.Client,
) -> None:
    unknown = {f"p{number}": "1" for number in range(1000)}
    problem = check_problem(client.get("/v1/ask", params={"question": "Q?"} | unknown), 422)
    assert problem["detail"].startswith("p0: There is no parameter of this name.; p1: ")
    assert problem["detail"].endswith("; and 990 more, which are in errors")
    assert problem["detail"].count("There is no parameter") == 10
    assert [fault["field"] for fault in problem["errors"]] == list(unknown)


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/v1/ask?question=x&question=y", "question"),
        ("/v1/ask?question=x&k=1&k=1", "k"),
        ("/v1/timeline?q=x&q=y", "q"),
        ("/v1/releases?limit=1&limit=2", "limit"),
    ],
)
def test_parameter_sent_twice_is_refused_by_its_name(
    client: httpx.Client, path: str, field: str
) -> None:
    [fault] = check_problem(client.get(path), 422)["errors"]
    assert fault == {"field": field, "detail": "expected once, found 2 times; send one of them"}


def test_parameter_that_may_be_repeated_is_taken_whole(client: httpx.Client) -> None:
    question = "What are the latest exports in November 2025?"
    understood = ask(client, question=question)["interpretation"]
    assert (understood["wants_latest"], understood["period"] is None) == (True, False)
    understood = client.get(
        "/v1/ask", params={"question": question, "ignore": ["latest", "period"]}
    ).json()["interpretation"]
    assert (understood["wants_latest"], understood["period"]) == (False, None)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/v1/ask"),
        ("GET", f"/v1/releases/{RELEASE_ID}"),
        ("GET", f"/v1/releases/{RELEASE_ID}/versions"),
    ],
)
def test_parameter_of_an_operation_that_takes_none_is_refused(
    client: httpx.Client, method: str, path: str
) -> None:
    body = {"question": "Q?"} if method == "POST" else None
    assert client.request(method, path, json=body).status_code == 200
    refused = client.request(method, path, params={"k": "3"}, json=body)
    [fault] = check_problem(refused, 422)["errors"]
    assert fault == {"field": "k", "detail": "There is no parameter of this name."}


FORM = "application/x-www-form-urlencoded"  # what curl --data says
BODIES = {
    "nothing": b"",
    "not JSON": b"{",
    "list": b"[]",
    "null": b"null",
    "words": b"question",
    "not UTF-8": b'{"question": "\xff\xfe"}',
    "lone surrogate": b'{"question": "\\ud800"}',
    "surrogate as a name": b'{"question": "Q?", "\\ud800": 1}',
    "surrogate as a date": b'{"question": "Q?", "as_of": "\\udfff"}',
    "NUL as a name": b'{"question": "Q?", "\\u0000": 1}',
    "NaN": b'{"question": "Q?", "k": NaN}',
    "huge number": b'{"question": "Q?", "k": 1' + b"0" * 5000 + b"}",
    "deep": b"[" * 60_000,
    "number": b'{"question": 7}',
    "fraction": b'{"question": "Q?", "k": 1.5}',
    "date as a number": b'{"question": "Q?", "as_of": 86400}',
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_malformed_body_is_the_senders_fault(client: httpx.Client, body: bytes) -> None:
    response = client.post("/v1/ask", content=body, headers={"content-type": "application/json"})
    assert response.status_code in (400, 422)
    check_problem(response, response.status_code)


def test_malformed_json_is_called_that(client: httpx.Client) -> None:
    response = client.post(
        "/v1/ask", content=b'{"question": ', headers={"content-type": "application/json"}
    )
    problem = check_problem(response, 422)
    assert problem["errors"][0]["field"] == "body"
    assert "JSON" in problem["detail"]


@pytest.mark.parametrize(
    "headers", [{}, {"content-type": "text/plain"}, {"content-type": FORM}], ids=str
)
@pytest.mark.parametrize("body", [b"", b"question=Q", b'{"question": "Q"}'])
def test_body_of_another_media_type_is_refused_with_the_one_to_send(
    client: httpx.Client, headers: dict[str, str], body: bytes
) -> None:
    problem = check_problem(client.post("/v1/ask", content=body, headers=headers), 422)
    [fault] = problem["errors"]
    assert fault["field"] == "body"
    assert "Content-Type: application/json" in fault["detail"]


@pytest.mark.parametrize("body", ["deep", "not UTF-8", "huge number"])
def test_body_that_cannot_be_read_is_told_in_our_own_words(client: httpx.Client, body: str) -> None:
    headers = {"content-type": "application/json"}
    response = client.post("/v1/ask", content=BODIES[body], headers=headers)
    assert "JSON in UTF-8" in check_problem(response, 400)["detail"]


@pytest.mark.parametrize(
    "text",
    [
        "\x00",
        "a\x00b",
        "😀",
        "👩‍👩‍👧",
        "מה עלה בנובמבר?",
        "\u202eesrever\u202c",
        "\ufeff?",
        "e\u0301",
        "\ufffe",
    ],
)
def test_strange_characters_are_asked_and_handed_back(client: httpx.Client, text: str) -> None:
    answer = client.post("/v1/ask", json={"question": text})
    assert answer.status_code == 200, answer.text
    assert answer.json()["question"] == text.strip()
    assert without_time(ask(client, question=text)) == without_time(answer.json())


def test_bytes_in_an_address_that_are_not_utf_8_do_no_harm(client: httpx.Client) -> None:
    assert client.get("/v1/ask?question=%ff%fe").status_code == 200
