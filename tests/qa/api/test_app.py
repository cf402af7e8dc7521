"""The service over HTTP: a real server on loopback with the real model, asked by a real client."""

import errno
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from embeddings.errors import ModelNotFound
from qa.answers import Answer
from qa.errors import LibraryError
from qa.questions import Question
from qa.retrieval.asking import Asker
from tests.qa.api.seed_service import QUESTION, ask, without_time
from tests.qa.api.service import PROBLEM, START_TIMEOUT_S, check_problem, serve, wait_until


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


@pytest.mark.parametrize(
    "error",
    [
        LibraryError("There is no library in /secret."),
        ModelNotFound("/secret is no model."),
        OSError(errno.EIO, "Input/output error", "/secret"),
    ],
)
def test_service_whose_index_cannot_be_loaded_says_so_until_it_can(
    seed_asker: Asker, error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    may_open = threading.Event()

    def open_asker(_: Asker | None) -> Asker:
        if not may_open.is_set():
            raise error
        return seed_asker

    with serve(open_asker) as client:
        wait_until(lambda: "could not be loaded" in client.get("/readyz").text)
        response = client.get("/readyz")
        problem = check_problem(response, 503)
        assert "log" in problem["detail"]
        assert "secret" not in response.text
        assert client.get("/healthz").status_code == 200
        check_problem(client.get("/v1/ask", params={"question": QUESTION}), 503)
        assert caplog.text.count("library cannot be opened") == 1
        may_open.set()
        wait_until(lambda: client.get("/readyz").status_code == 200)
        assert ask(client)["verdict"] == "answered"


class Broken(Asker):
    """An asker whose library has gone."""

    def __init__(self, whole: Asker, error: Exception) -> None:
        vars(self).update(vars(whole))
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


def test_every_parameter_of_the_description_is_explained_with_an_example(
    client: httpx.Client,
) -> None:
    bare = [
        (path, method, each["name"])
        for path, operations in client.get("/openapi.json").json()["paths"].items()
        for method, operation in operations.items()
        for each in operation.get("parameters", [])
        if not (each.get("description") and is_illustrated(each["schema"]))
    ]
    assert bare == []


def test_description_names_what_a_closed_choice_can_be(client: httpx.Client) -> None:
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    verdict = schemas["AnswerOut"]["properties"]["verdict"]
    assert verdict["enum"] == ["answered", "not_found", "unjudged"]
    kinds = ["day", "week", "month", "quarter", "half", "year", "range"]
    assert schemas["PeriodOut"]["properties"]["granularity"]["enum"] == kinds
    cadence = schemas["InterpretationOut"]["properties"]["cadence"]["anyOf"]
    assert cadence == [{"type": "string", "enum": kinds}, {"type": "null"}]


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
    assert paths["/healthz"]["get"]["responses"].keys() == {"200", "503"}
    for path, method, status in documented:
        assert PROBLEM in paths[path][method]["responses"][status]["content"]


def test_example_of_the_description_is_answered(client: httpx.Client) -> None:
    schema = client.get("/openapi.json").json()["components"]["schemas"]["AskRequest"]
    example = {name: field["examples"][0] for name, field in schema["properties"].items()}
    response = client.post("/v1/ask", json=example)
    assert response.status_code == 200
    assert response.json()["verdict"] == "answered"
