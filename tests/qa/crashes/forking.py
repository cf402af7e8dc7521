"""A process that has imported everything, and forks a child for each change that is to crash.

Reads lines of four fields, parted by tabs, from stdin: change, data folder, file for its stderr,
call to be skipped, or nothing. For each, a child stops itself at once, so that a tracer can be
attached, and makes the change when it is continued. Its id is printed, and when it has ended what
`os.waitpid` says of it.

A call to be skipped is made a thousand times by the main thread before the change, to no effect.
strace counts the calls of each thread by itself, so what it does to one of the first thousand then
befalls not the main thread but another.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, suppress
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import format_exc

from tests.qa.crashes.changes import Change, apply, make_library, run

_SKIPPED = 1000
_CLOSED = 9999  # a descriptor of nothing

_WITHOUT_EFFECT: dict[str, Callable[[], object]] = {
    "write": lambda: os.write(_CLOSED, b""),
    "pwrite64": lambda: os.pwrite(_CLOSED, b"", 0),
    "fsync": lambda: os.fsync(_CLOSED),
    "fdatasync": lambda: os.fdatasync(_CLOSED),
    "ftruncate": lambda: os.ftruncate(_CLOSED, 0),
    "rename": lambda: os.rename("", ""),  # noqa: PTH104
    "renameat": lambda: os.rename("", "", src_dir_fd=_CLOSED),
    "link": lambda: os.link("", ""),
    "linkat": lambda: os.link("", "", follow_symlinks=False),
    "unlink": lambda: os.unlink(""),  # noqa: PTH108
    "unlinkat": lambda: os.unlink("", dir_fd=_CLOSED),
    "mkdir": lambda: os.mkdir(""),  # noqa: PTH102
    "rmdir": lambda: os.rmdir(""),  # noqa: PTH106
    "openat": lambda: os.open("", os.O_RDONLY),
}


def main() -> None:
    with TemporaryDirectory() as folder:
        # What is imported and read only once is, before the first child.
        data = Path(folder, "data")
        make_library(data)
        for change in Change:
            apply(change, data)
    for line in sys.stdin:
        name, place, errors, skipped = line.rstrip("\n").split("\t")
        child = os.fork()
        if not child:
            _be_child(Change(name), Path(place), Path(errors), skipped)
        print(child, flush=True)
        print(os.waitpid(child, 0)[1], flush=True)


def _be_child(change: Change, folder: Path, errors: Path, skipped: str) -> None:
    os.dup2(os.open(errors, os.O_CREAT | os.O_WRONLY | os.O_TRUNC), sys.stderr.fileno())
    os.dup2(os.open(os.devnull, os.O_RDONLY), sys.stdin.fileno())
    # Where only a parent may trace (Yama), let others: PR_SET_PTRACER, PR_SET_PTRACER_ANY.
    ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1), 0, 0, 0)
    os.kill(os.getpid(), signal.SIGSTOP)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    for _ in range(_SKIPPED if skipped else 0):
        with suppress(OSError):
            _WITHOUT_EFFECT[skipped]()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    code, said = 1, StringIO()
    try:
        with redirect_stderr(said):
            code = run(change, folder)
    except BaseException:  # noqa: BLE001, whatever it is, it is told
        said.write(format_exc())
    # By a call that no change makes, so that it is not disturbed.
    os.writev(sys.stderr.fileno(), [said.getvalue().encode()])
    # The interpreter is not torn down: a thread may be in it that hangs.
    os._exit(code)


if __name__ == "__main__":
    main()
