"""Keys at the door of a real server."""

import base64
import doctest
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import httpx
import pytest
from fastapi import APIRouter, Depends

from qa.api import access
from qa.api.access import OPEN_TO_ALL, require, require_keys
from qa.api.app import create_app
from qa.api.changes import Writer
from qa.errors import SettingsError
from qa.keys import FILE_NAME, KeyRing, Right
from qa.retrieval.asking import Asker
from qa.settings import Settings
from tests.qa.api.service import ROOT, check_problem, serve, wait_until

DAY = date(2025, 12, 20)
REFUSING = Writer(lambda *_: pytest.fail("it was let in"), lambda _: pytest.fail("it was let in"))
QUESTION = {"question": "Who is the new ambassador of India?"}
PATHS = ["/v1/ask?question=Who", "/v1/releases", "/readyz", "/openapi.json", "/nowhere", "/v1/ask"]


def bear(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def use_password(token: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"reader:{token}".encode()).decode()}


@pytest.fixture
def ring(tmp_path: Path) -> KeyRing:
    return KeyRing(tmp_path)


@pytest.fixture
def client(seed_asker: Asker, ring: KeyRing) -> Iterator[httpx.Client]:
    with serve(lambda _: seed_asker, keys=ring) as client:
        yield client


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(access).failed == 0


def test_host_that_others_can_reach_takes_a_key(tmp_path: Path, ring: KeyRing) -> None:
    require_keys("127.0.0.1", ring)
    with pytest.raises(SettingsError, match=rf"reach 0.0.0.0.*--data {tmp_path}"):
        require_keys("0.0.0.0", ring)
    ring.add("reading-room", [Right.READ], made=DAY)
    require_keys("0.0.0.0", ring)


def test_without_keys_whoever_is_on_this_machine_is_let_in(client: httpx.Client) -> None:
    wait_until(lambda: client.get("/readyz").status_code == 200)
    assert client.get("/v1/ask", params=QUESTION).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "evil.example:80", "10.0.0.1", "", "[::2]:80", "localhost.evil.example"),
        *("[::1].evil.example", "[::1", "localhost:80@evil.example", "localhost@evil.example"),
    ],
)
def test_without_keys_a_page_cannot_read_through_a_name_of_its_own(
    client: httpx.Client, host: str
) -> None:
    check_problem(client.get("/v1/releases", headers={"Host": host}), 421)
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


def test_without_keys_a_request_names_one_host(client: httpx.Client) -> None:
    address = client.base_url.host, client.base_url.port
    for hosts in (b"", b"Host: localhost\r\nHost: evil.example\r\n"):
        with socket.create_connection(address) as connection:
            connection.sendall(b"GET /v1/releases HTTP/1.1\r\n" + hosts + b"\r\n")
            assert connection.recv(65536).startswith(b"HTTP/1.1 421 ")


def test_without_keys_nobody_is_let_in_through_a_proxy_on_this_machine(
    client: httpx.Client, ring: KeyRing
) -> None:
    wait_until(lambda: client.get("/readyz").status_code == 200)
    through = {"X-Forwarded-For": "203.0.113.7"}
    refused = client.get("/v1/releases", headers=through)
    assert "through a proxy" in check_problem(refused, 421)["detail"]
    counted = 'qa_refusals_total{reason="foreign"} 1.0'
    wait_until(lambda: counted in client.get("/metrics").text)
    assert client.get("/healthz", headers=through).status_code == 200
    # Whoever sits at this machine may use it.
    own = {"X-Forwarded-For": "127.0.0.1"}
    assert client.get("/v1/releases", headers=own).status_code == 200
    token = ring.add("reading-room", [Right.READ], made=DAY)
    assert client.get("/v1/releases", headers=through | bear(token)).status_code == 200


def test_with_keys_every_request_needs_one_that_counts(client: httpx.Client, ring: KeyRing) -> None:
    token = ring.add("reading-room", [Right.READ], made=DAY)
    for path in PATHS:
        for headers in ({}, bear("qa_wrong"), use_password("qa_wrong")):
            refused = client.get(path, headers=headers)
            check_problem(refused, 401)
            assert "Bearer" in refused.headers["www-authenticate"]
    assert client.get("/healthz").status_code == 200
    wait_until(lambda: client.get("/readyz", headers=bear(token)).status_code == 200)
    for headers in (bear(token), use_password(token), {"Authorization": f"bearer  {token}"}):
        assert client.get("/v1/ask", params=QUESTION, headers=headers).status_code == 200
    # By whatever name.
    named = {**bear(token), "Host": "releases.example"}
    assert client.get("/v1/releases", headers=named).status_code == 200


@pytest.mark.parametrize(
    "header",
    [
        b"Bearer",
        b"Basic",
        b"Basic !!!",
        b"Basic /////w==",
        b"Basic " + b"cWE=",
        b"Digest username=x",
        b"Bearer \xff\xfe",
        b"\xff",
        b"Bearer " + b"a" * 20_000,
    ],
)
def test_malformed_key_is_no_key(client: httpx.Client, ring: KeyRing, header: bytes) -> None:
    ring.add("reading-room", [Right.READ], made=DAY)
    check_problem(client.get("/v1/releases", headers={b"Authorization": header}), 401)


def test_revocation_holds_at_once_and_opens_the_door_to_nobody(
    client: httpx.Client, ring: KeyRing
) -> None:
    token = ring.add("reading-room", [Right.READ], made=DAY)
    wait_until(lambda: client.get("/readyz", headers=bear(token)).status_code == 200)
    ring.revoke("reading-room", revoked=DAY)
    check_problem(client.get("/readyz", headers=bear(token)), 401)
    check_problem(client.get("/readyz"), 401)


def test_damaged_keys_let_nobody_in(client: httpx.Client, ring: KeyRing, tmp_path: Path) -> None:
    token = ring.add("reading-room", [Right.READ], made=DAY)
    (tmp_path / FILE_NAME).write_text("{")
    refused = client.get("/v1/releases", headers=bear(token))
    assert "log" in check_problem(refused, 503)["detail"]
    assert str(tmp_path) not in refused.text
    assert client.get("/healthz").status_code == 200


def test_keys_that_have_gone_let_nobody_in(
    client: httpx.Client, ring: KeyRing, tmp_path: Path
) -> None:
    token = ring.add("reading-room", [Right.READ], made=DAY)
    wait_until(lambda: client.get("/readyz", headers=bear(token)).status_code == 200)
    kept = (tmp_path / FILE_NAME).rename(tmp_path / "elsewhere")
    for headers in ({}, bear(token)):
        check_problem(client.get("/v1/releases", headers=headers), 503)
    kept.rename(tmp_path / FILE_NAME)
    check_problem(client.get("/v1/releases"), 401)
    assert client.get("/v1/releases", headers=bear(token)).status_code == 200


def test_service_that_others_can_reach_lets_nobody_in_without_a_key(
    seed_asker: Asker, ring: KeyRing
) -> None:
    with serve(lambda _: seed_asker, Settings(host="0.0.0.0"), ring) as client:
        check_problem(client.get("/v1/releases"), 401)


def test_reading_and_writing_are_separate_rights(seed_asker: Asker, ring: KeyRing) -> None:
    reader = ring.add("reading-room", [Right.READ], made=DAY)
    writer = ring.add("crawler", [Right.WRITE], made=DAY)
    router = APIRouter(dependencies=[Depends(require(Right.WRITE))])

    @router.post("/write")
    async def write() -> str:
        return "written"

    with serve(lambda _: seed_asker, keys=ring, routers=[router]) as client:
        wait_until(lambda: client.get("/readyz", headers=bear(reader)).status_code == 200)
        assert client.post("/write", headers=bear(writer)).json() == "written"
        refused = client.post("/write", headers=bear(reader))
        assert "'reading-room'" in check_problem(refused, 403)["detail"]
        assert 'scope="write"' in refused.headers["www-authenticate"]
        check_problem(client.get("/v1/ask", params=QUESTION, headers=bear(writer)), 403)
        assert client.get("/v1/ask", params=QUESTION, headers=bear(reader)).status_code == 200


def test_who_may_not_write_hears_so_before_what_they_send_is_read(
    seed_asker: Asker, ring: KeyRing
) -> None:
    reader = ring.add("reading-room", [Right.READ], made=DAY)
    with serve(lambda _: seed_asker, keys=ring, writer=REFUSING) as client:
        address = client.base_url.host, client.base_url.port
        for line in ("POST /v1/releases", "DELETE /v1/releases/r1"):
            with socket.create_connection(address, timeout=5) as connection:
                head = f"{line} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {reader}\r\n"
                # Of the body that is announced nothing follows.
                connection.sendall(f"{head}Content-Length: 8000000\r\n\r\n".encode())
                answer = connection.recv(65536)
                assert answer.startswith(b"HTTP/1.1 403 "), answer
                assert b'scope="write"' in answer
        # And nobody who only reads is asked for it.
        refused = client.post("/v1/releases", json={}, headers=bear(reader))
        assert "'reading-room'" in check_problem(refused, 403)["detail"]
        wait_until(lambda: client.get("/readyz", headers=bear(reader)).status_code == 200)
        assert client.post("/v1/ask", json=QUESTION, headers=bear(reader)).status_code == 200
        assert client.get("/v1/releases", headers=bear(reader)).status_code == 200


def test_every_operation_asks_for_a_right(seed_asker: Asker) -> None:
    description = create_app(lambda _: seed_asker).openapi()
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            assert bool(operation.get("security")) == (path not in OPEN_TO_ALL), (method, path)


def test_service_without_keys_refuses_to_listen_to_others(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "qa", "serve", "--host", "0.0.0.0", "--data", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "qa keys add" in done.stderr
