"""A real terminal for a test: a program runs in it, is typed to, and is read from."""

import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from fcntl import ioctl
from pathlib import Path

TIMEOUT_S = 120
_STYLES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")

# The program becomes the one that the terminal's Ctrl-C is for, and heeds it, which what a shell
# started in the background does not.
_TAKE_TERMINAL = (
    "import fcntl, os, signal, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "signal.signal(signal.SIGINT, signal.SIG_DFL); "
    "os.execvp(sys.argv[1], sys.argv[1:])"
)


class Terminal:
    """What a program shows in a terminal of its own, and what is typed to it."""

    def __init__(self, descriptor: int, process: "subprocess.Popen[bytes]") -> None:
        self._descriptor = descriptor
        self._process = process
        self._seen = 0
        self.raw = ""

    @property
    def text(self) -> str:
        """All that was shown, without styles."""
        return _STYLES.sub("", self.raw).replace("\r\n", "\n")

    def type(self, keys: str) -> None:
        os.write(self._descriptor, keys.encode())

    def wait_for(self, words: str) -> str:
        """What was shown since last time up to `words`, once they are there."""
        deadline = time.monotonic() + TIMEOUT_S
        while (found := self.text.find(words, self._seen)) < 0:
            assert self._read(deadline), f"no {words!r} in {self.text[self._seen :]!r}"
        shown = self.text[self._seen : found]
        self._seen = found + len(words)
        return shown

    def wait(self) -> int:
        """The exit status, once the program has ended."""
        while self._read(time.monotonic() + TIMEOUT_S):
            pass
        return self._process.wait(TIMEOUT_S)

    def interrupt(self) -> int:
        """The exit status, once the program has ended by Ctrl-C.

        It is typed again where the program goes on: one that comes just before a call that blocks
        is not seen until that call is over.
        """
        for _ in range(TIMEOUT_S // 2):
            self.type("\x03")
            with suppress(subprocess.TimeoutExpired):
                return self._process.wait(2)
        raise AssertionError(f"it goes on after Ctrl-C, having shown {self.raw!r}")

    def _read(self, deadline: float) -> bool:
        """Read some more. False: there is no more, or not in time."""
        ready, _, _ = select.select(
            [self._descriptor], [], [], max(0.0, deadline - time.monotonic())
        )
        try:
            # Linux reports the end of a terminal's program as an error.
            data = os.read(self._descriptor, 1 << 16) if ready else b""
        except OSError:
            return False
        self.raw += data.decode("utf-8", "replace")
        return bool(data)


@contextmanager
def open_terminal(
    *command: str | Path, folder: Path, columns: int = 100, environment: Mapping[str, str]
) -> Iterator[Terminal]:
    """A command run in `folder`, in a terminal of so many columns."""
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-c", _TAKE_TERMINAL, *command],
        cwd=folder,
        env=dict(environment),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        yield Terminal(ours, process)
    finally:
        process.kill()
        process.wait()
        os.close(ours)
