"""Hits as a table over HTTP: the same that `qa ask --csv` and `--jsonl` print."""

import csv
import io
import json

import httpx
import pytest

from qa.output.exports import COLUMNS
from qa.settings import Settings
from tests.qa.api.seed_service import QUESTION, ask
from tests.qa.api.service import check_problem
from tests.qa.commands import Call

TYPES = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl"}


@pytest.mark.parametrize("form", TYPES)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_table_is_the_one_that_the_command_prints(
    client: httpx.Client, call: Call, seed_settings: Settings, form: str, method: str
) -> None:
    asked: dict[str, str | int] = {"question": QUESTION, "as_of": "2025-12-20", "k": 3}
    asked["format"] = form
    got = method == "GET"
    response = client.get("/v1/ask", params=asked) if got else client.post("/v1/ask", json=asked)
    options = ("--as-of", "2025-12-20", "-k", 3, f"--{form}", "--local")
    printed = call("ask", QUESTION, *options, "--data", seed_settings.data)
    assert printed[0] == 0
    # Of the command's output a terminal's line ends are all that is left here.
    assert response.text.splitlines() == printed[1].splitlines()
    assert response.headers["content-type"] == TYPES[form]
    assert response.headers["content-disposition"] == f'attachment; filename="hits.{form}"'


def test_tables_hold_the_hits_of_the_answer(client: httpx.Client) -> None:
    hits = ask(client)["hits"]
    asked = {"question": QUESTION, "format": "csv"}
    table = client.get("/v1/ask", params=asked).text
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    lines = client.get("/v1/ask", params=asked | {"format": "jsonl"}).text.splitlines()
    assert [row["passage"] for row in rows] == [hit["passage"]["text"] for hit in hits]
    assert [json.loads(line)["title"] for line in lines] == [
        hit["release"]["title"] for hit in hits
    ]


@pytest.mark.parametrize(
    ("accept", "given", "media_type"),
    [
        ("*/*", None, "application/json"),
        # What browsers send.
        (
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            None,
            "application/json",
        ),
        ("text/csv", None, "text/csv"),
        ("application/jsonl, text/csv;q=0.5", None, "application/jsonl"),
        ("text/csv", "json", "application/json"),
    ],
)
def test_form_is_the_one_that_is_asked_for(
    client: httpx.Client, accept: str, given: str | None, media_type: str
) -> None:
    asked = {"question": QUESTION} | ({"format": given} if given else {})
    response = client.get("/v1/ask", params=asked, headers={"accept": accept})
    assert response.headers["content-type"].split(";")[0] == media_type
    assert response.headers["vary"] == "Accept"
    assert ("content-disposition" in response.headers) == (media_type != "application/json")


def test_form_that_there_is_none_of_is_refused(client: httpx.Client) -> None:
    response = client.get("/v1/ask", params={"question": QUESTION, "format": "svg"})
    assert "'json', 'csv' or 'jsonl'" in check_problem(response, 422)["detail"]


def test_description_names_every_form(client: httpx.Client) -> None:
    operations = client.get("/openapi.json").json()["paths"]["/v1/ask"]
    for method in ("get", "post"):
        content = operations[method]["responses"]["200"]["content"]
        assert set(content) == {"application/json", "text/csv", "application/jsonl"}
        assert content["application/json"]["schema"]["$ref"].endswith("/AnswerOut")
    for column in COLUMNS:
        assert column in operations["get"]["description"]
