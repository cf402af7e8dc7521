"""Of a field that is in a body twice no value counts, and values are of their own JSON type."""

import json
import threading
import time

import httpx
import pytest

from qa.api import json_bodies
from tests.qa.api.changing import STEEL
from tests.qa.api.service import check_problem

JSON = {"content-type": "application/json"}
TWICE = "expected once, found 2 times; send one of them"


def refuse(client: httpx.Client, path: str, body: str | bytes) -> list[dict[str, str]]:
    response = client.post(path, content=body, headers=JSON)
    errors: list[dict[str, str]] = check_problem(response, 422)["errors"]
    assert len(response.content) < 5_000
    return errors


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ('{"question": "x", "question": "y"}', ["question"]),
        ('{"question": "x", "question": "x"}', ["question"]),
        ('{"question": "x", "qu\\u0065stion": "y"}', ["question"]),
        ('{"k": 1, "question": "x", "k": 1, "question": "y"}', ["k", "question"]),
        ('{"question": "x", "colour": 1, "colour": 2}', ["colour"]),
        ('{"question": {"a": 1, "a": 2}}', ["a"]),
    ],
)
def test_field_that_is_twice_in_a_question_is_refused_by_its_name(
    client: httpx.Client, body: str, fields: list[str]
) -> None:
    errors = refuse(client, "/v1/ask", body)
    assert errors == [{"field": field, "detail": TWICE} for field in fields]


def test_body_of_nothing_but_repeats_is_told_in_ten(client: httpx.Client) -> None:
    members = ",".join(f'"{number % 1_000}": 1' for number in range(5_000))
    errors = refuse(client, "/v1/ask", f"{{{members}}}")
    assert [each["field"] for each in errors] == [str(number) for number in range(10)]
    assert errors[0]["detail"] == "expected once, found 5 times; send one of them"


@pytest.mark.parametrize("name", ["x" * 20_000, "\\ud800"], ids=["long", "surrogate"])
def test_name_that_is_none_is_told_as_far_as_it_can_be(client: httpx.Client, name: str) -> None:
    [fault] = refuse(client, "/v1/ask", f'{{"{name}": 1, "{name}": 2}}')
    assert fault["detail"] == TWICE
    assert len(fault["field"]) <= 60


def test_field_that_is_twice_in_a_release_is_refused_by_its_place(crawler: httpx.Client) -> None:
    whole = json.dumps(STEEL)
    doubled = whole[:-1] + ', "body": "Steel exports fell."}'
    [fault] = refuse(crawler, "/v1/releases", f'{{"releases": [{whole}, {doubled}]}}')
    assert fault == {"field": "releases.1.body", "detail": TWICE}
    [fault] = refuse(crawler, "/v1/releases", f'{{"releases": [{whole}], "releases": []}}')
    assert fault == {"field": "releases", "detail": TWICE}
    assert crawler.get("/readyz").json()["generation"] == 1


def test_as_many_repeats_as_a_body_holds_do_not_keep_others_waiting(crawler: httpx.Client) -> None:
    objects = b",".join([b'{"a":1,"a":2}'] * 590_000)
    began = time.perf_counter()
    [fault] = refuse(crawler, "/v1/releases", b'{"releases":[' + objects + b"]}")
    assert fault["field"] == "releases.0.a"
    assert time.perf_counter() - began < 10


def test_only_bodies_that_are_small_are_read_where_others_wait(
    crawler: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []

    def read(body: bytes) -> object:
        threads.append(threading.current_thread().name)
        return json.loads(body)

    monkeypatch.setattr(json_bodies, "read_once", read)
    for path, body in (("/v1/ask", {"question": "Q?"}), ("/v1/releases", {"releases": [STEEL]})):
        assert crawler.post(path, json=body).status_code == 200
    asked, changed = threads
    assert asked != changed
    assert changed.startswith("answer")  # one of `Admission`'s


@pytest.mark.parametrize("value", ["5", True, 5.5, None, [5]], ids=repr)
@pytest.mark.parametrize("field", ["k", "per_release", "per_series"])
def test_number_of_a_body_is_a_number_of_json(
    client: httpx.Client, field: str, value: object
) -> None:
    body = json.dumps({"question": "Q?", field: value})
    assert [each["field"] for each in refuse(client, "/v1/ask", body)] == [field]


def test_what_is_named_by_text_is_taken_in_a_body_and_numbers_by_text_in_an_address(
    client: httpx.Client,
) -> None:
    asked = {"question": "Q?", "ignore": "latest", "as_of": "2025-12-20", "format": "csv"}
    assert client.get("/v1/ask", params=asked | {"k": "5"}).status_code == 200
    body = {**asked, "ignore": ["latest"], "k": 5}
    assert client.post("/v1/ask", json=body).status_code == 200
