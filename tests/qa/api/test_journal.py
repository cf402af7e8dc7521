"""What is written of requests, and what is counted."""

import json
import logging
import re
from collections.abc import Iterator

import httpx
import pytest

from embeddings.encoder import Encoder
from qa.api.logs import JsonFormatter
from qa.retrieval.asking import Asker
from qa.retrieval.question_cache import QuestionCache
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.wiring import open_asker
from tests.qa.api.service import run_service, serve, wait_until

QUESTION = "Who is the new ambassador of Xanadu?"
STAGES = {"interpret", "encode", "dense", "lexical", "rank"}


@pytest.fixture(scope="module")
def asker(seed_settings: Settings, encoder: Encoder) -> Iterator[Asker]:
    asker = open_asker(seed_settings, QuestionCache(encoder, size=8), read_ranking())
    yield asker
    asker.snapshot.close()


@pytest.fixture
def client(asker: Asker) -> Iterator[httpx.Client]:
    with serve(lambda _: asker) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        yield client


def read_lines(caplog: pytest.LogCaptureFixture) -> list[dict[str, object]]:
    """The lines about requests, as a program reads them."""
    records = [record for record in caplog.records if record.name == "qa.requests"]
    return [json.loads(JsonFormatter().format(record)) for record in records]


def test_a_request_is_one_line_without_its_question(
    client: httpx.Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        answer = client.get("/v1/ask", params={"question": QUESTION})
    [line] = read_lines(caplog)
    assert line["request_id"] == answer.headers["x-request-id"]
    assert (line["method"], line["route"], line["status"]) == ("GET", "/v1/ask", 200)
    assert (line["verdict"], line["generation"]) == (answer.json()["verdict"], 1)
    stages, took_ms = line["stages_ms"], line["ms"]
    assert isinstance(stages, dict)
    assert isinstance(took_ms, float)
    assert set(stages) == STAGES
    assert 0 < sum(stages.values()) <= took_ms
    # The client's own log holds addresses.
    ours = [record for record in caplog.records if not record.name.startswith("http")]
    assert not any("Xanadu" in record.getMessage() for record in ours)
    [said] = [record.getMessage() for record in ours]
    assert re.fullmatch(
        r"GET /v1/ask 200 [\d.]+ ms \(interpret [\d.]+, .*\) [a-z_]+ generation 1 [0-9a-f]{16}",
        said,
    )


@pytest.mark.parametrize(
    ("path", "verdict", "stages"),
    [
        (f"/?q={QUESTION}", "not_found", STAGES),
        (f"/v1/timeline?q={QUESTION}", None, {"encode", "dense", "lexical"}),
    ],
)
def test_question_of_the_page_and_of_a_timeline_are_timed_as_well(
    client: httpx.Client,
    caplog: pytest.LogCaptureFixture,
    path: str,
    verdict: str | None,
    stages: set[str],
) -> None:
    with caplog.at_level(logging.INFO):
        client.get(path)
    [line] = read_lines(caplog)
    assert (line.get("verdict"), line["generation"]) == (verdict, 1)
    assert isinstance(line["stages_ms"], dict)
    assert set(line["stages_ms"]) >= stages


def test_question_stands_in_the_line_when_that_is_switched_on(
    asker: Asker, caplog: pytest.LogCaptureFixture
) -> None:
    with serve(lambda _: asker, Settings(log_questions=True)) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        with caplog.at_level(logging.INFO):
            client.post("/v1/ask", json={"question": "Xanadu\n\u2028INFO: forged"})
    assert read_lines(caplog)[-1]["question"] == "Xanadu\n\u2028INFO: forged"
    [said] = [each.getMessage() for each in caplog.records if each.name == "qa.requests"]
    assert "Xanadu" in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("given", ["a", "5f0c2a9d-7b31.e6_84", "A" * 64])
def test_sane_request_id_is_kept(client: httpx.Client, given: str) -> None:
    answer = client.get("/healthz", headers={"X-Request-ID": given})
    assert answer.headers["x-request-id"] == given


@pytest.mark.parametrize("given", ["", "a b", "A" * 65, "é", 'a"b', "a;b"])
def test_other_request_id_is_replaced(client: httpx.Client, given: str) -> None:
    answer = client.get("/healthz", headers=[(b"X-Request-ID", given.encode())])
    assert re.fullmatch("[0-9a-f]{16}", answer.headers["x-request-id"])


def read_metrics(client: httpx.Client) -> dict[str, float]:
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    lines = [line for line in answer.text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines)}


def test_measurements_count_what_was_asked(client: httpx.Client) -> None:
    before = read_metrics(client)
    verdict = client.get("/v1/ask", params={"question": QUESTION}).json()["verdict"]
    client.get("/v1/ask", params={"question": QUESTION})
    client.get("/v1/releases/nothing")
    client.get("/nowhere/at/all")
    client.request("BREW", "/v1/ask")
    after = read_metrics(client)

    def grew(name: str) -> float:
        return after[name] - before.get(name, 0)

    assert grew('qa_requests_total{method="GET",route="/v1/ask",status="200"}') == 2
    assert grew('qa_requests_total{method="GET",route="/v1/releases/{release_id}",status="404"}')
    assert grew('qa_requests_total{method="GET",route="unmatched",status="404"}') == 1
    assert grew('qa_request_seconds_count{route="/v1/ask"}') >= 2
    for stage in STAGES:
        assert grew(f'qa_stage_seconds_count{{stage="{stage}"}}') == 2
    assert grew(f'qa_verdicts_total{{verdict="{verdict}"}}') == 2
    assert grew('qa_question_cache_total{result="hit"}') >= 1
    assert (after["qa_ready"], after["qa_generation"]) == (1, 1)
    assert (after['qa_queue{state="working"}'], after['qa_queue{state="waiting"}']) == (0, 0)
    assert not any("BREW" in name or "/nowhere" in name for name in after)


def test_process_logs_json_when_it_is_told_to(seed_settings: Settings) -> None:
    with run_service(seed_settings.data, QA_LOG_FORMAT="json", QA_DRAIN_S="0") as process:
        asked = {"question": QUESTION}
        answer = httpx.get(f"{process.url}/v1/ask", params=asked, headers={"X-Request-ID": "here"})
        assert answer.status_code == 200
        wait_until(lambda: any('"here"' in line for line in process.log))
        lines = [json.loads(line) for line in process.log if line.startswith("{")]
        assert len(lines) == len(process.log)
        assert "Xanadu" not in "".join(process.log)
        assert {"time", "level", "logger"} <= set(lines[-1])
        assert any("no keys" in line.get("message", "") for line in lines)


def test_log_of_the_program_holds_no_question_however_it_is_sent(seed_settings: Settings) -> None:
    with run_service(seed_settings.data) as process:
        address = f"{process.url}/v1/ask?question=Xanadu"
        offer = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
        handshake = offer | {"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}
        for headers in ({}, offer, handshake, {"Host": "evil.example"}):
            httpx.get(address, headers=headers)
        httpx.request("TRACE", address)
        httpx.get(f"{process.url}/v1/ask/Xanadu?Xanadu=Xanadu")
        httpx.post(f"{process.url}/v1/ask", content=b'{"question": "Xanadu')
        wait_until(lambda: sum("/v1/ask" in line for line in process.log) >= 5)
    assert not any("Xanadu" in line for line in process.log)
