"""A command that finds a service, or none that answers, and what that takes: real processes."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.qa.api.service import Process, run_service
from tests.qa.commands import QUESTION, ROOT, Call, run
from tests.qa.relay.answered import AT, BATTERIES, COMMANDS, count, find_sockets

OWN: list[tuple[str, ...]] = [
    ("ask", QUESTION, "--local"),
    ("ask", QUESTION, "--data", "nowhere"),
    ("ask", QUESTION, "--model", "nowhere"),
    ("ask", QUESTION, "--from", "2025-12-15", "--to", "2025-12-10"),
    ("ask", QUESTION, "--k", "0"),
    ("ask", " "),
    ("timeline", BATTERIES, "--as-of", "2025-09-01", "--svg", "batteries.svg"),
]


@pytest.mark.parametrize("command", OWN, ids=" ".join)
@pytest.mark.usefixtures("call")
def test_what_is_not_for_a_service_is_carried_out_here(
    call: Call, service: Process, data: Path, command: tuple[str, ...], tmp_path: Path
) -> None:
    before = count(service)
    given = command if "--data" in command else (*command, "--data", str(data))
    found = call(*given)
    local = (*given, *(() if "--local" in given else ("--local",)))
    assert found == call(*local)
    assert count(service) == before
    assert (tmp_path / "batteries.svg").exists() == ("--svg" in command)


def test_relayed_question_loads_nothing_that_takes_long(service: Process, data: Path) -> None:
    before = count(service)
    code = (
        "import sys, qa.cli\n"
        f"try: qa.cli.main(['ask', {QUESTION!r}, '--data', {str(data)!r}])\n"
        "except SystemExit as end: print(end.code, *sys.modules, file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    status, *loaded = ran.stderr.split()
    assert (status, count(service)) == ("0", before + 1)
    heavy = {"typer", "pydantic", "numpy", "onnxruntime", "rich", "torch", "asyncio", "subprocess"}
    assert not heavy & set(loaded)
    assert {name for name in loaded if name.split(".")[0] in ("qa", "embeddings")} == {
        *("qa", "qa.cli", "qa.errors", "qa.relay", "qa.relay.protocol", "qa.relay.sending")
    }


# A folder of somebody else's takes a second user, whom only root can stand in for; .ci/run is root.
@pytest.mark.skipif(
    os.geteuid() != 0,
    reason="only root may give a folder to another owner",
)
def test_folder_that_another_has_made_is_told_nothing(call: Call, own: Path, place: Path) -> None:
    with run_service(own) as service:
        os.chown(place, 12345, 12345)
        assert call("ask", QUESTION, *AT, "--data", own)[0] == 0
        os.chown(place, 0, 0)
        place.chmod(0o711)
        assert call("ask", QUESTION, *AT, "--data", own)[0] == 0
        place.rename(place.parent / "elsewhere")
        place.symlink_to(place.parent / "elsewhere")
        assert call("ask", QUESTION, *AT, "--data", own)[0] == 0
        assert (count(service), count(service, 409)) == (0, 0)


def test_killed_service_is_seen_at_once_and_cleared_away_by_the_next(call: Call, own: Path) -> None:
    asked = ("ask", QUESTION, *AT, "--data", own)
    with run_service(own) as service:
        expected = call(*asked)
        assert (expected[0], count(service)) == (0, 1)
    [left] = find_sockets(own)
    assert call(*asked) == expected
    with run_service(own) as service:
        [there] = find_sockets(own)
        assert there != left
        assert (call(*asked), count(service)) == (expected, 1)


@pytest.mark.serial
def test_service_that_does_not_answer_is_not_waited_for(call: Call, own: Path) -> None:
    with run_service(own) as service:
        expected = call("ask", QUESTION, *AT, "--data", own)
        service.popen.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        local = call("ask", QUESTION, *AT, "--data", own, "--local")
        local_s = time.monotonic() - began
        began = time.monotonic()
        assert call("ask", QUESTION, *AT, "--data", own) == expected == local
        assert time.monotonic() - began < 4 * local_s + 1
        service.popen.send_signal(signal.SIGCONT)
        assert count(service) == 1


def test_many_are_answered_at_once_by_two_services_and_by_one_that_is_left(
    own: Path, tmp_path: Path, call: Call
) -> None:
    commands = [(*command, "--data", str(own)) for command in COMMANDS[:8]]
    expected = [call(*command, "--local") for command in commands]
    with run_service(own) as one, run_service(own) as other:
        with ThreadPoolExecutor(len(commands)) as threads:
            found = list(threads.map(lambda command: run(tmp_path, *command), commands))
        assert found == expected
        assert count(one) + count(other) > 0
        with ThreadPoolExecutor(len(commands)) as threads:
            asked = [threads.submit(run, tmp_path, *command) for command in commands]
            time.sleep(0.3)  # some are on their way, some are being answered
            one.popen.kill()
            one.popen.wait()
            assert [each.result() for each in asked] == expected
        # Whoever comes to the dead one first goes on to the other.
        before = count(other)
        for command, printed in zip(commands[:4], expected, strict=False):
            assert run(tmp_path, *command) == printed
        assert count(other) == before + 4
