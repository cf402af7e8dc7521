"""Clients that are slow, silent or too large, on sockets of their own against a real server."""

import json
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import httpx
import pytest
import uvicorn
from fastapi import APIRouter
from starlette.responses import PlainTextResponse
from uvicorn.config import LoopFactoryType

from qa.api.connections import MAX_HEADER_BYTES
from qa.retrieval.asking import Asker
from qa.settings import Settings
from tests.qa.api.service import check_problem, find_url, start, wait_until

TIMEOUT_S = 0.5
LATE_S = 10.0


@pytest.fixture(scope="module")
def server(seed_asker: Asker) -> Iterator[uvicorn.Server]:
    with start(lambda _: seed_asker, Settings(client_timeout_s=TIMEOUT_S)) as server:
        wait_until(lambda: httpx.get(f"{find_url(server)}/readyz").status_code == 200)
        yield server


def connect(server: uvicorn.Server) -> socket.socket:
    connection = socket.create_connection(server.servers[0].sockets[0].getsockname())
    connection.settimeout(LATE_S)
    return connection


def read_all(connection: socket.socket) -> bytes:
    """What comes until the other side closes."""
    found = b""
    try:
        while data := connection.recv(65536):
            found += data
    except ConnectionResetError:
        pass
    return found


def keep_sending(connection: socket.socket, data: bytes, *, pause_s: float = 0) -> None:
    began = time.monotonic()
    while time.monotonic() - began < LATE_S:
        connection.sendall(data)
        time.sleep(pause_s)


@pytest.mark.parametrize(
    "sent", [b"", b"GET /heal", b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: "]
)
def test_headers_that_do_not_come_are_not_waited_for(server: uvicorn.Server, sent: bytes) -> None:
    with connect(server) as connection:
        began = time.monotonic()
        connection.sendall(sent)
        assert read_all(connection) == b""
        assert time.monotonic() - began < LATE_S


def test_headers_that_trickle_are_not_waited_for(server: uvicorn.Server) -> None:
    with connect(server) as connection:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n")
        with pytest.raises((BrokenPipeError, ConnectionResetError)):
            keep_sending(connection, b"X: y\r\n", pause_s=0.05)


@pytest.mark.parametrize("length", [b"Content-Length: 100", b"Transfer-Encoding: chunked"])
def test_body_that_does_not_come_is_answered_with_408(
    server: uvicorn.Server, length: bytes
) -> None:
    with connect(server) as connection:
        connection.sendall(b"POST /v1/ask HTTP/1.1\r\nHost: x\r\n" + length + b"\r\n\r\n")
        connection.sendall(b"1\r\n{\r\n")
        answer = read_all(connection)
        assert answer.startswith(b"HTTP/1.1 408 ")
        assert b"application/problem+json" in answer


@contextmanager
def stay_silent(server: uvicorn.Server) -> Iterator[None]:
    """Connections that send nothing, or half a request, and then no more."""
    with ExitStack() as silent:
        for number in range(50):
            connection = silent.enter_context(connect(server))
            if number % 2:
                connection.sendall(b"POST /v1/ask HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n")
                connection.shutdown(socket.SHUT_WR)
        yield


def test_half_open_connections_hold_up_nobody(seed_asker: Asker) -> None:
    patient = Settings(client_timeout_s=10 * LATE_S)
    with start(lambda _: seed_asker, patient) as server, stay_silent(server):
        assert httpx.get(f"{find_url(server)}/healthz", timeout=LATE_S).status_code == 200


def test_half_open_connections_are_given_up(server: uvicorn.Server) -> None:
    with stay_silent(server):
        wait_until(lambda: not server.server_state.connections)


def test_answer_that_is_not_read_is_not_kept(server: uvicorn.Server) -> None:
    with connect(server) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        # More than the system keeps for a connection.
        ask = b"GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n"
        connection.sendall(ask * 400)
        wait_until(lambda: not server.server_state.connections)


@contextmanager
def connect_narrowly(server: uvicorn.Server) -> Iterator[socket.socket]:
    """A connection for which the system keeps as little as it can."""
    listener = server.servers[0].sockets[0]
    before = listener.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF) // 2
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    try:
        connection = socket.socket()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(LATE_S)
        with connection:
            connection.connect(listener.getsockname())
            yield connection
    finally:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, before)


def test_last_answer_that_is_not_read_is_not_kept(server: uvicorn.Server) -> None:
    """Though it is less than has the service wait for the client before it writes on."""
    with connect_narrowly(server) as connection:
        connection.sendall(b"GET /v1/ask?question=Who&k=20 HTTP/1.1\r\nHost: x\r\n")
        wait_until(lambda: len(server.server_state.connections) == 1)
        connection.sendall(b"Connection: close\r\n\r\n")
        wait_until(lambda: not server.server_state.connections)


@pytest.mark.parametrize("loop", ["asyncio", "uvloop"])
def test_last_answer_of_which_the_end_is_not_read_is_not_kept(
    seed_asker: Asker, loop: LoopFactoryType
) -> None:
    # From 64 KiB on uvicorn is told to pause, and with 16 KiB left to resume.
    length = 100 * 1024
    router = APIRouter()
    router.get("/long")(lambda: PlainTextResponse("a" * length))
    settings = Settings(client_timeout_s=2 * TIMEOUT_S)
    with (
        start(lambda _: seed_asker, settings, routers=[router], loop=loop) as server,
        connect_narrowly(server) as connection,
    ):
        connection.sendall(b"GET /long HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        left = length - 14 * 1024
        while left > 0:
            left -= len(connection.recv(min(left, 4096)))
        assert server.server_state.connections
        wait_until(lambda: not server.server_state.connections)


@pytest.mark.parametrize(("size", "status"), [(MAX_HEADER_BYTES - 1024, 200), (40_000, 431)])
def test_headers_up_to_the_limit_are_read(server: uvicorn.Server, size: int, status: int) -> None:
    response = httpx.get(f"{find_url(server)}/healthz", headers={"X-Large": "a" * size})
    assert response.status_code == status
    if status != 200:
        check_problem(response, status)


def test_headers_without_end_are_cut_off(server: uvicorn.Server) -> None:
    with connect(server) as connection:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nX-Large: ")
        with pytest.raises((BrokenPipeError, ConnectionResetError)):
            keep_sending(connection, b"a" * 100_000)


def test_large_body_that_comes_with_its_headers_is_read(server: uvicorn.Server) -> None:
    body = b'{"question": "Who?"}'.ljust(60_000)
    with connect(server) as connection:
        connection.sendall(
            b"POST /v1/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            b"Connection: close\r\nContent-Length: 60000\r\n\r\n" + body
        )
        assert read_all(connection).startswith(b"HTTP/1.1 200 ")


ASK = b"POST /v1/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
HIDDEN = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"


@pytest.mark.parametrize(
    "sent",
    [
        b"\x00\x01\x02\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"G\xff\xfe / HTTP/1.1\r\n\r\n",
        "GET /v1/ask?question=수출 HTTP/1.1\r\nHost: x\r\n\r\n".encode(),
        b"CONNECT x:80 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"CONNECT x:80 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n",
        # Where the body ends can be read in two ways, of which a proxy may have read the other.
        ASK + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN,
        ASK + b"Content-Length: 2\r\nContent-Length: 9\r\n\r\n{}" + HIDDEN,
        ASK + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + HIDDEN,
        ASK + b"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + HIDDEN,
        ASK + b"Content-Length: +2\r\n\r\n{}" + HIDDEN,
        ASK + b"X: a\r\n Content-Length: 2\r\n\r\n{}" + HIDDEN,
        ASK.replace(b"\r\n", b"\n") + b"Content-Length: 2\n\n{}" + HIDDEN,
    ],
)
def test_what_is_no_request_is_a_problem_and_the_last_that_is_read(
    server: uvicorn.Server, sent: bytes
) -> None:
    with connect(server) as connection:
        connection.sendall(sent)
        head, _, body = read_all(connection).partition(b"\r\n\r\n")
    status, *lines = head.split(b"\r\n")
    assert status == b"HTTP/1.1 400 Bad Request"
    assert b"content-type: application/problem+json" in lines
    assert "percent-encoded" in json.loads(body)["detail"]


@pytest.mark.parametrize("protocol", [b"h2c", b"websocket"])
@pytest.mark.parametrize("pause_s", [0, 0.1])
def test_offer_of_another_protocol_changes_nothing(
    server: uvicorn.Server, protocol: bytes, pause_s: float
) -> None:
    body = b'{"question": "Who?", "k": 1}'
    offer = b"Connection: Upgrade\r\nUpgrade: " + protocol + b"\r\n"
    with connect(server) as connection:
        for sent in (
            ASK + offer + b"Content-Length: %d\r\n\r\n" % len(body),
            body + HIDDEN.replace(b"\r\n\r\n", b"\r\n" + offer + b"\r\n"),
            HIDDEN.replace(b"Host", b"Connection: close\r\nHost"),
        ):
            connection.sendall(sent)
            time.sleep(pause_s)
        answers = read_all(connection)
    assert answers.count(b"HTTP/1.1 ") == answers.count(b"HTTP/1.1 200 OK") == 3
    assert b'"question":"Who?"' in answers
    assert answers.count(b'{"status":"ok"}') == 2


def test_any_number_of_offers_is_answered(server: uvicorn.Server) -> None:
    offer = b"Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n"
    many = 2000  # more than Python calls within one another
    with connect(server) as connection:
        connection.sendall(HIDDEN.replace(b"\r\n\r\n", b"\r\n" + offer) * many)
        connection.sendall(HIDDEN.replace(b"Host", b"Connection: close\r\nHost"))
        assert read_all(connection).count(b'{"status":"ok"}') == many + 1


def test_address_over_the_limit_is_refused_like_headers(server: uvicorn.Server) -> None:
    """Beyond what the parser takes for an address, too."""
    with connect(server) as connection:
        connection.sendall(HIDDEN.replace(b"/healthz", b"/healthz?" + b"a" * 70_000))
        assert read_all(connection).startswith(b"HTTP/1.1 431 ")


def find_refusals(server: uvicorn.Server, reason: str) -> bool:
    measured = httpx.get(f"{find_url(server)}/metrics").text
    return f'qa_refusals_total{{reason="{reason}"}} 1.0' in measured


def test_headers_over_the_limit_are_a_line_of_the_log_and_counted(
    seed_asker: Asker, caplog: pytest.LogCaptureFixture
) -> None:
    with start(lambda _: seed_asker, Settings()) as server, caplog.at_level("INFO"):
        headers = {"X-Large": "a" * MAX_HEADER_BYTES, "X-Request-ID": "a-large-one"}
        refused = httpx.get(f"{find_url(server)}/healthz", headers=headers)
        assert refused.headers["X-Request-ID"] == "a-large-one"
        assert refused.headers["X-Content-Type-Options"] == "nosniff"
        assert refused.headers["Connection"] == "close"
        wait_until(lambda: "431" in caplog.text and "a-large-one" in caplog.text)
        wait_until(lambda: find_refusals(server, "large_headers"))


def test_request_over_a_connection_too_many_is_a_line_of_the_log_and_counted(
    seed_asker: Asker, caplog: pytest.LogCaptureFixture
) -> None:
    with start(lambda _: seed_asker, Settings(), max_connections=1) as server:
        with connect(server):
            wait_until(lambda: len(server.server_state.connections) == 1)
            refused = httpx.get(f"{find_url(server)}/healthz", headers={"X-Request-ID": "late"})
            assert "connections" in check_problem(refused, 503)["detail"]
            assert refused.headers["Retry-After"] == "1"
        wait_until(lambda: " 503 " in caplog.text and "late" in caplog.text)
        wait_until(lambda: not server.server_state.connections)
        wait_until(lambda: find_refusals(server, "unavailable"))
