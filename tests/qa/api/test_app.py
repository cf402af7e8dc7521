"""The service over HTTP: a real server on loopback with the real model, asked by a real client."""

import json
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from qa.answers import Answer, Question
from qa.asking import Asker
from qa.errors import LibraryError
from tests.qa.api.service import PROBLEM, START_TIMEOUT_S, check_problem, serve, wait_until

QUESTION = "How much did Korea's ICT exports rise in November 2025?"
ICT_TITLE = "Korea’s ICT Exports Reach All-Time High in November"
PUBLISHER = "Ministry of Trade, Industry and Resources"
LIMIT = 64 * 1024

Params = dict[str, str | int]


@pytest.fixture(scope="module")
def client(seed_asker: Asker) -> Iterator[httpx.Client]:
    with serve(lambda _: seed_asker) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        yield client


def ask(client: httpx.Client, **params: str | int) -> dict[str, Any]:
    response = client.get("/v1/ask", params={"question": QUESTION, **params})
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def without_time(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name != "took_ms"}


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


def test_empty_window_is_not_found_and_offers_the_nearest(client: httpx.Client) -> None:
    answer = ask(client, published_from="2026-01-01", as_of="2026-06-30")
    assert (answer["verdict"], answer["hits"], answer["sentence"]) == ("not_found", [], None)
    assert [release["published"] for release in answer["nearest"]] == [
        "2025-12-15",
        "2025-12-15",
        "2025-12-11",
    ]
    assert answer["interpretation"]["published_from"] == "2026-01-01"


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


BAD_REQUESTS: list[tuple[Params, str]] = [
    ({"colour": "red"}, "colour"),
    ({"question": ""}, "question"),
    ({"question": "  \n "}, "question"),
    ({"question": "a" * 2001}, "question"),
    ({"k": 0}, "k"),
    ({"k": 101}, "k"),
    ({"k": "many"}, "k"),
    ({"per_release": 0}, "per_release"),
    ({"per_release": 101}, "per_release"),
    ({"as_of": "yesterday"}, "as_of"),
    ({"as_of": "2025-02-29"}, "as_of"),
    ({"published_from": "15.12.2025"}, "published_from"),
    ({"published_from": "2025-13-01"}, "published_from"),
    ({"published_to": ""}, "published_to"),
    ({"per_series": 0}, "per_series"),
    ({"per_series": 101}, "per_series"),
    ({"about_from": "November"}, "about_from"),
    ({"about_to": "2025-11-31"}, "about_to"),
    # A number would be taken for seconds since 1970.
    ({"published_to": "86400"}, "published_to"),
]


@pytest.mark.parametrize(("params", "field"), BAD_REQUESTS)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_cannot_be_asked_is_refused_and_named(
    client: httpx.Client, method: str, params: Params, field: str
) -> None:
    asked = {"question": QUESTION, **params}
    if method == "GET":
        response = client.get("/v1/ask", params=asked)
    else:
        response = client.post("/v1/ask", json=asked)
    problem = check_problem(response, 422)
    assert [fault["field"] for fault in problem["errors"]] == [field]
    assert field in problem["detail"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_question_must_be_there(client: httpx.Client, method: str) -> None:
    response = client.get("/v1/ask") if method == "GET" else client.post("/v1/ask", json={})
    assert "question" in check_problem(response, 422)["detail"]


@pytest.mark.parametrize("text", ["a", "a" * 2000, "  " + "a" * 2000 + "  "])
def test_question_of_1_to_2000_characters_is_taken(client: httpx.Client, text: str) -> None:
    assert ask(client, question=text)["question"] == text.strip()


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_window_the_wrong_way_round_is_refused(client: httpx.Client, method: str) -> None:
    asked = {
        "question": QUESTION,
        "published_from": "2025-12-15",
        "published_to": "2025-12-10",
    }
    if method == "GET":
        response = client.get("/v1/ask", params=asked)
    else:
        response = client.post("/v1/ask", json=asked)
    detail = check_problem(response, 422)["detail"]
    assert "2025-12-15" in detail
    assert "2025-12-10" in detail


def test_releases_are_listed_newest_first(client: httpx.Client) -> None:
    listing = client.get("/v1/releases").json()
    days = [release["published"] for release in listing["releases"]]
    assert listing["total"] == len(days) == 8
    assert days == ["2025-12-15"] * 2 + ["2025-12-11"] * 4 + ["2025-12-10"] * 2
    assert listing["releases"][1]["title"] == ICT_TITLE
    assert "body" not in listing["releases"][0]


def test_pages_of_releases_join_up(client: httpx.Client) -> None:
    whole = client.get("/v1/releases").json()["releases"]
    pages: list[Any] = []
    for offset in (0, 3, 6, 9):
        page = client.get("/v1/releases", params={"limit": 3, "offset": offset}).json()
        assert page["total"] == 8
        pages += page["releases"]
    assert pages == whole


def test_releases_of_a_window_are_listed(client: httpx.Client) -> None:
    window = {"published_from": "2025-12-11", "published_to": "2025-12-14"}
    listing = client.get("/v1/releases", params=window).json()
    assert (listing["total"], len(listing["releases"])) == (4, 4)
    assert client.get("/v1/releases", params={"published_from": "2026-01-01"}).json() == {
        "total": 0,
        "releases": [],
    }


@pytest.mark.parametrize(
    ("params", "field"),
    [
        ({"limit": 0}, "limit"),
        ({"limit": 101}, "limit"),
        ({"offset": -1}, "offset"),
        ({"offset": 10**30}, "offset"),
        ({"published_to": "soon"}, "published_to"),
        ({"page": 2}, "page"),
    ],
)
def test_page_that_cannot_be_is_refused(client: httpx.Client, params: Params, field: str) -> None:
    problem = check_problem(client.get("/v1/releases", params=params), 422)
    assert [fault["field"] for fault in problem["errors"]] == [field]


@pytest.mark.parametrize("release_id", ["unknown", "%00", "%ED%A0%80", "%F0%9F%98%80", "' OR 1=1"])
def test_unknown_release_is_not_found(client: httpx.Client, release_id: str) -> None:
    problem = check_problem(client.get(f"/v1/releases/{release_id}"), 404)
    assert "/v1/releases" in problem["detail"]


def test_unknown_path_and_method_are_problems_too(client: httpx.Client) -> None:
    check_problem(client.get("/v2/ask"), 404)
    refused = client.delete("/v1/ask")
    check_problem(refused, 405)
    assert refused.headers["allow"] == "GET, POST"


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


def test_body_of_another_media_type_is_refused(client: httpx.Client) -> None:
    response = client.post("/v1/ask", content=b"question=Q", headers={"content-type": "text/plain"})
    check_problem(response, 422)


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


def chunks(size: int) -> Iterator[bytes]:
    yield b'{"question": "'
    for _ in range(size // 1024):
        yield b"a" * 1024
    yield b'"}'


def test_body_over_the_limit_is_refused_by_its_declared_length(client: httpx.Client) -> None:
    response = client.post("/v1/ask", content=b"a" * (LIMIT + 1))
    assert "65536" in check_problem(response, 413)["detail"]


def test_body_over_the_limit_is_refused_when_sent_in_chunks(client: httpx.Client) -> None:
    check_problem(client.post("/v1/ask", content=chunks(LIMIT)), 413)


def test_body_at_the_limit_is_read(client: httpx.Client) -> None:
    body = json.dumps({"question": QUESTION}).encode().ljust(LIMIT)
    headers = {"content-type": "application/json"}
    assert client.post("/v1/ask", content=body, headers=headers).status_code == 200
    in_chunks = iter([body[:100], body[100:40_000], body[40_000:]])
    assert client.post("/v1/ask", content=in_chunks, headers=headers).status_code == 200


def test_concurrent_questions_are_answered_alike(client: httpx.Client) -> None:
    questions = [QUESTION, "Who is the new ambassador of India?", "rare metals", "희소금속"]
    alone = [without_time(ask(client, question=question)) for question in questions]

    def ask_one(number: int) -> dict[str, Any]:
        return without_time(ask(client, question=questions[number % len(questions)]))

    with ThreadPoolExecutor(16) as threads:
        together = list(threads.map(ask_one, range(16)))
    assert together == alone * 4


def test_service_is_not_ready_until_the_index_is_loaded(seed_asker: Asker) -> None:
    may_open = threading.Event()

    def open_asker(_: Asker | None) -> Asker:
        may_open.wait(START_TIMEOUT_S)
        return seed_asker

    with serve(open_asker) as client:
        try:
            assert client.get("/healthz").json() == {"status": "ok"}
            for path in ("/readyz", f"/v1/ask?question={QUESTION}", "/v1/releases"):
                response = client.get(path)
                assert "being loaded" in check_problem(response, 503)["detail"]
                assert int(response.headers["retry-after"]) > 0
        finally:
            may_open.set()
        wait_until(lambda: client.get("/readyz").status_code == 200)
        assert client.get("/healthz").status_code == 200
        assert ask(client)["verdict"] == "answered"


# The service's log is what the thread says on its way out.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_service_whose_index_cannot_be_loaded_says_so() -> None:
    def open_asker(_: Asker | None) -> Asker:
        raise LibraryError("There is no library in /secret.")

    with serve(open_asker) as client:
        wait_until(lambda: "could not be loaded" in client.get("/readyz").text)
        response = client.get("/readyz")
        problem = check_problem(response, 503)
        assert "log" in problem["detail"]
        assert "secret" not in response.text
        assert client.get("/healthz").status_code == 200
        check_problem(client.get("/v1/ask", params={"question": QUESTION}), 503)


class Broken(Asker):
    """An asker whose library has gone."""

    def __init__(self, whole: Asker, error: Exception) -> None:
        self.snapshot = whole.snapshot
        self.holdings = whole.holdings
        self._error = error

    def ask(self, question: Question) -> Answer:  # noqa: ARG002
        raise self._error


@pytest.mark.parametrize("error", [LibraryError("nothing in /secret"), RuntimeError("/secret")])
def test_fault_inside_is_a_problem_that_tells_no_secrets(
    seed_asker: Asker, error: Exception
) -> None:
    with serve(lambda _: Broken(seed_asker, error)) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        response = client.get("/v1/ask", params={"question": QUESTION})
        assert "log" in check_problem(response, 500)["detail"]
        assert "secret" not in response.text


def is_illustrated(field: dict[str, Any]) -> bool:
    """Whether a property has an example, or is another schema, or a list of one."""
    forms = [field, field.get("items", {}), *field.get("anyOf", [])]
    return bool(field.get("examples")) or any("$ref" in form for form in forms)


def test_every_property_of_the_description_has_an_example(client: httpx.Client) -> None:
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    assert {"AskRequest", "AnswerOut", "HitOut", "ReleaseOut", "Problem"} <= set(schemas)
    bare = [
        f"{name}.{field}"
        for name, schema in schemas.items()
        for field, described in schema.get("properties", {}).items()
        if not is_illustrated(described)
    ]
    assert bare == []


def find_references(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for each in value.values():
            yield from find_references(each)
    elif isinstance(value, list):
        for each in value:
            yield from find_references(each)


def test_every_reference_of_the_description_leads_somewhere(client: httpx.Client) -> None:
    description = client.get("/openapi.json").json()
    assert client.get("/openapi.json").json() == description
    names = {reference.rsplit("/", 1)[1] for reference in find_references(description)}
    assert names <= set(description["components"]["schemas"])


def test_description_names_the_problems_of_every_operation(client: httpx.Client) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    documented: Sequence[tuple[str, str, str]] = (
        ("/v1/ask", "get", "422"),
        ("/v1/ask", "post", "413"),
        ("/v1/releases/{release_id}", "get", "404"),
        ("/v1/timeline", "get", "404"),
        ("/v1/timeline", "get", "406"),
        ("/readyz", "get", "503"),
    )
    for path, method, status in documented:
        assert PROBLEM in paths[path][method]["responses"][status]["content"]


def test_example_of_the_description_is_answered(client: httpx.Client) -> None:
    schema = client.get("/openapi.json").json()["components"]["schemas"]["AskRequest"]
    example = {name: field["examples"][0] for name, field in schema["properties"].items()}
    response = client.post("/v1/ask", json=example)
    assert response.status_code == 200
    assert response.json()["verdict"] == "answered"
