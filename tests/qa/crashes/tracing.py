"""Changes made under strace, which counts their system calls and makes one of them fail.

https://man7.org/linux/man-pages/man1/strace.1.html, "Tampering"
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import IO

import pytest

from tests.qa.crashes.changes import Change

ROOT = Path(__file__).resolve().parents[3]
_LIMIT_S = 60.0

# Whatever writes, names, flushes, or makes room. Those that a kernel does not have are left out.
_CALLS = (
    "write pwrite64 writev pwritev pwritev2 copy_file_range sendfile fallocate truncate ftruncate "
    "fsync fdatasync sync_file_range rename renameat renameat2 link linkat symlink symlinkat "
    "unlink unlinkat mkdir mkdirat rmdir chmod fchmod fchmodat utimensat open openat creat"
).split()
TRACED = ",".join(f"?{call}" for call in _CALLS)
_LINE = re.compile(r"^(\d+) +(\w+)\((.*)$")


class Fault(Enum):
    """What befalls a system call: the process is killed there, or the disk refuses."""

    KILL = "kill"
    EIO = "EIO"
    ENOSPC = "ENOSPC"


@dataclass(frozen=True, slots=True, order=True)
class Call:
    """A system call of a change: the `number`-th of its name that its thread makes."""

    name: str
    number: int
    by_main: bool


@dataclass(frozen=True, slots=True)
class Ended:
    """How a change ended: its exit status, or less than zero the signal; what it said."""

    status: int
    said: str


def find_reason_to_skip() -> str | None:
    """Why changes cannot be traced here; None: they can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-qq", "-e", "none", "true"], capture_output=True, text=True)
    return None if tried.returncode == 0 else f"strace may not trace: {tried.stderr.strip()}"


def require_strace() -> None:
    """Skip the test that calls it where strace cannot be had; fail it where it has to be."""
    reason = find_reason_to_skip()
    if reason is not None:
        if os.environ.get("TEST_CRASHES"):
            pytest.fail(f"{reason}, but TEST_CRASHES is set: install Debian's package strace")
        # .ci/run installs it, and fails above without; a developer on another system cannot.
        pytest.skip(f"{reason}: only Linux has it, and not every container allows it")


class Forker:
    """A process that makes changes in children of its own (`tests.qa.crashes.forking`)."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "tests.qa.crashes.forking"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def close(self) -> None:
        _pipe(self._process.stdin).close()
        self._process.wait(_LIMIT_S)
        _pipe(self._process.stdout).close()

    def trace(self, change: Change, data: Path) -> list[Call]:
        """The system calls of an undisturbed change, each once."""
        log = self._scratch / "log"
        ended = self._run(change, data, ["-o", str(log), "-e", f"trace={TRACED}"])
        assert ended.status == 0, ended.said
        return _read_log(log)

    def disturb(self, change: Change, data: Path, call: Call, fault: Fault) -> Ended:
        """Make the change with a fault at one call."""
        what = f"error={fault.value}"
        if fault is Fault.KILL:
            what = f"signal={'KILL' if call.by_main else 'TERM'}"
        injection = f"inject={call.name}:{what}:when={call.number}"
        options = ["-o", "/dev/null", "-e", f"trace={call.name}", "-e", injection]
        return self._run(change, data, options, "" if call.by_main else call.name)

    def _run(self, change: Change, data: Path, options: Sequence[str], skip: str = "") -> Ended:
        errors = self._scratch / "errors"
        commands, answers = _pipe(self._process.stdin), _pipe(self._process.stdout)
        print(change.value, data, errors, skip, sep="\t", file=commands, flush=True)
        child = int(answers.readline())
        _wait_until(lambda: _read_status(child, "State").startswith(("T", "t")))
        with _attached(child, options):
            os.kill(child, signal.SIGCONT)
            status = os.waitstatus_to_exitcode(int(answers.readline()))
        return Ended(status, errors.read_text(encoding="utf-8"))


@contextmanager
def _attached(process: int, options: Sequence[str]) -> Iterator[None]:
    tracer = subprocess.Popen(["strace", "-qq", "-f", *options, "-p", str(process)])
    try:
        _wait_until(lambda: int(_read_status(process, "TracerPid")) == tracer.pid)
        yield
    finally:
        tracer.wait(_LIMIT_S)


def _read_log(log: Path) -> list[Call]:
    """The calls in a log of strace that may change something, in its order."""
    counts: Counter[tuple[str, str]] = Counter()
    calls: dict[Call, None] = {}
    main = ""
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        thread, name, rest = match.groups()
        main = main or thread
        counts[thread, name] += 1
        reads = name in ("open", "openat") and not re.search(r"O_(CREAT|WRONLY|RDWR|TRUNC)", rest)
        speaks = name in ("write", "writev") and re.match(r"[12], ", rest)
        if not reads and not speaks:
            calls[Call(name, counts[thread, name], thread == main)] = None
    return list(calls)


def _read_status(process: int, field: str) -> str:
    """A field of what Linux says of a process; nothing when it is gone."""
    try:
        text = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return ""
    found = re.search(rf"^{field}:\s*(.*)$", text, re.MULTILINE)
    return found[1] if found else ""


def _wait_until(done: Callable[[], bool]) -> None:
    until = time.monotonic() + _LIMIT_S
    while not done():
        if time.monotonic() > until:
            raise TimeoutError("a traced process did not come to where it was waited for")
        time.sleep(0.001)


def _pipe(stream: IO[str] | None) -> IO[str]:
    if stream is None:
        raise RuntimeError("the stream is not a pipe")
    return stream
