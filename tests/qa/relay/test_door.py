"""The socket of a service, and who is let in by it: moved, loading, busy, with keys, noise."""

import json
import shutil
import signal
import socket
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import date
from functools import partial
from pathlib import Path

import httpx
import pytest

from embeddings.encoder import Encoder
from qa.cli.commands import app
from qa.keys import KeyRing, Right
from qa.relay.door import open_door
from qa.relay.performing import CommandLine
from qa.relay.protocol import Command
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.wiring import open_asker
from tests.qa.api.held_encoder import HeldEncoder
from tests.qa.api.service import find_url, run_service, start, wait_until
from tests.qa.commands import QUESTION, Call
from tests.qa.monthly_releases import RELEASES
from tests.qa.relay.answered import AT, BATTERIES, count, find_sockets


def test_socket_is_open_to_its_owner_alone_and_goes_with_its_service(own: Path) -> None:
    with run_service(own, QA_DRAIN_S="0") as service:
        [there] = find_sockets(own)
        assert stat.filemode(there.stat().st_mode) == "srw-------"
        assert stat.filemode(there.parent.stat().st_mode) == "drwx------"
        service.popen.send_signal(signal.SIGTERM)
        service.popen.wait(30)
        assert find_sockets(own) == []


@pytest.mark.parametrize("what", ["file", "open to all", "link"])
def test_service_puts_no_socket_where_others_could(
    call: Call, own: Path, place: Path, what: str
) -> None:
    match what:
        case "file":
            place.write_text("")
        case "open to all":
            place.mkdir()
            place.chmod(0o755)
        case _:
            (place.parent / "elsewhere").mkdir(mode=0o700)
            place.symlink_to(place.parent / "elsewhere")
    with run_service(own) as service:
        assert any("`qa ask` will not find this service" in line for line in service.log)
        assert httpx.get(f"{service.url}/v1/ask", params={"question": "?"}).status_code == 200
        assert call("ask", QUESTION, *AT, "--data", own)[0] == 0
        assert not find_sockets(own)


def test_data_folder_can_be_copied_under_a_service_and_after_one_that_was_killed(
    call: Call, own: Path, tmp_path: Path
) -> None:
    with run_service(own) as service:
        copy = shutil.copytree(own, tmp_path / "copy")
        assert call("ask", QUESTION, *AT, "--data", copy)[0] == 0
        assert (count(service), count(service, 409)) == (0, 0)
    shutil.copytree(own, tmp_path / "another")
    assert not [path for path in own.rglob("*") if path.is_socket()]


def test_service_with_keys_needs_none_of_those_who_can_read_its_folder(
    call: Call, own: Path
) -> None:
    key = KeyRing(own).add("reader", [Right.READ], made=date(2025, 12, 1))
    bearer = {"Authorization": f"Bearer {key}"}
    with run_service(own) as service:
        ready = f"{service.url}/readyz"
        wait_until(lambda: httpx.get(ready, headers=bearer).status_code == 200)
        assert httpx.get(f"{service.url}/v1/ask", params={"question": "?"}).status_code == 401
        assert call("ask", QUESTION, *AT, "--data", own)[0] == 0
        wait_until(lambda: any("UNIX qa ask 200" in line for line in service.log))
        assert not any("ICT" in line for line in service.log)


def test_service_that_is_loading_or_busy_is_not_waited_for(
    call: Call, own: Path, encoder: Encoder
) -> None:
    held = HeldEncoder(encoder)
    settings = Settings(data=own, threads=1, queue=0)
    asker = open_asker(settings, held, read_ranking())
    loaded = False

    def open_when_let(_earlier: object) -> object:
        wait_until(lambda: loaded)
        return asker

    asked = ("ask", QUESTION, *AT, "--data", own)
    expected = call(*asked)
    door = partial(open_door, settings, CommandLine(app, settings, Path.cwd()))
    with (
        start(open_when_let, settings, open_door=door) as server,  # type: ignore[arg-type]
        ThreadPoolExecutor(1) as threads,
    ):
        url = find_url(server)
        assert call(*asked) == expected
        assert 'method="UNIX",route="qa ask",status="503"} 1.0' in httpx.get(f"{url}/metrics").text
        loaded = True
        wait_until(lambda: httpx.get(f"{url}/readyz").status_code == 200)
        first = threads.submit(httpx.get, f"{url}/v1/ask", params={"question": "ICT"}, timeout=60)
        held.begun.acquire()
        assert call(*asked) == expected
        assert 'method="UNIX",route="qa ask",status="503"} 2.0' in httpx.get(f"{url}/metrics").text
        held.go.set()
        assert first.result().status_code == 200
        assert call(*asked) == expected
        assert 'method="UNIX",route="qa ask",status="200"} 1.0' in httpx.get(f"{url}/metrics").text
    asker.snapshot.close()


def test_folder_that_was_moved_is_answered_from_where_it_is(
    call: Call, own: Path, tmp_path: Path, monthly_settings: Settings
) -> None:
    with run_service(own) as service:
        moved = own.rename(tmp_path / "moved")
        # Another library in its place, which the service now answers from.
        shutil.copytree(monthly_settings.data, own)
        wait_until(lambda: httpx.get(f"{service.url}/readyz").json()["releases"] == len(RELEASES))
        status, out, _ = call("ask", QUESTION, *AT, "--data", moved)
        assert (status, "24.3 percent" in out) == (0, True)
        # Nor is what stands in its place now: the service was started for another.
        assert call("ask", BATTERIES, "--as-of", "2025-09-01", "--data", own)[0] == 0
        assert count(service) == 0


def test_folder_of_a_long_path_has_a_service_too(call: Call, own: Path, tmp_path: Path) -> None:
    far = tmp_path.joinpath(*["far" * 20] * 3)
    far.mkdir(parents=True)
    data = own.rename(far / "own")
    with run_service(data) as service:
        assert call("ask", QUESTION, *AT, "--data", data)[0] == 0
        assert count(service) == 1


def test_noise_at_the_door_ends_nothing(call: Call, own: Path) -> None:
    with run_service(own, QA_CLIENT_TIMEOUT_S="1") as service:
        [address] = find_sockets(own)
        nothing = asdict(Command([], "/", "data", {}, 80, False, False, "2025-12-20"))
        nameless = json.dumps(nothing).encode() + b"\n"
        broken = (b"", b"\xff\n", b"[]\n", b'{"arguments": ["keys"]}\n')
        for noise in (*broken, nameless, b"x" * 3_000_000):
            with socket.socket(socket.AF_UNIX) as connection:
                connection.settimeout(10)
                connection.connect(str(address))
                try:
                    connection.sendall(noise)
                    while connection.recv(1 << 16):
                        pass
                except ConnectionError:
                    pass  # it did not read on
        assert call("ask", QUESTION, *AT, "--data", own)[0] == 0
        assert count(service) == 1
        assert not any("Traceback" in line for line in service.log)
