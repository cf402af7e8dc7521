"""Bodies over the limit are refused, however they are sent."""

import asyncio
import json
from collections.abc import Iterator

import httpx
from starlette.types import Message, Receive, Scope, Send

from qa.api.request_bodies import BodyLimit
from tests.qa.api.seed_service import QUESTION
from tests.qa.api.service import check_problem

LIMIT = 64 * 1024


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


def test_body_in_small_pieces_takes_time_by_its_length_alone() -> None:
    size, piece = 8 * 1024 * 1024, 256
    read: list[Message] = []
    sent: list[Message] = []
    pieces = iter([True] * (size // piece - 1) + [False])

    async def receive() -> Message:
        await asyncio.sleep(0)
        return {"type": "http.request", "body": b"a" * piece, "more_body": next(pieces)}

    async def send(message: Message) -> None:
        sent.append(message)

    async def app(_scope: Scope, receive: Receive, _send: Send) -> None:
        read.append(await receive())

    limit = BodyLimit(app, timeout_s=3, max_bytes=size)
    scope = {"type": "http", "path": "/", "headers": []}
    asyncio.run(limit(scope, receive, send))
    assert sent == []
    assert [len(message["body"]) for message in read] == [size]
