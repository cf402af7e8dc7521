"""A process that has imported everything, and forks a child for each change that is to crash.

Reads lines `change folder errors skip` from stdin. For each, a child stops itself at once, so that
a tracer can be attached, and makes the change in `folder` when it is continued, its stderr going
to the file `errors`; its id is printed, and when it has ended what `os.waitpid` says of it.

The calls that `skip` names, separated by commas, are made a thousand times by the main thread
before the change, to no effect. strace counts the calls of each thread by itself, so what it does
to the first then befalls not the main thread but another.
"""

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.qa.crashes.changes import Change, apply, make_library, run

_SKIPPED = 1000
_CLOSED = 9999  # a descriptor of nothing

_WITHOUT_EFFECT: dict[str, Callable[[], object]] = {
    "write": lambda: os.write(_CLOSED, b""),
    "pwrite64": lambda: os.pwrite(_CLOSED, b"", 0),
    "fsync": lambda: os.fsync(_CLOSED),
    "fdatasync": lambda: os.fdatasync(_CLOSED),
    "ftruncate": lambda: os.ftruncate(_CLOSED, 0),
    "rename": lambda: os.rename("", ""),
    "renameat": lambda: os.rename("", "", src_dir_fd=_CLOSED),
    "link": lambda: os.link("", ""),
    "linkat": lambda: os.link("", "", follow_symlinks=False),
    "unlink": lambda: os.unlink(""),
    "unlinkat": lambda: os.unlink("", dir_fd=_CLOSED),
    "mkdir": lambda: os.mkdir(""),
    "rmdir": lambda: os.rmdir(""),
    "openat": lambda: os.open("", os.O_RDONLY),
}


def main() -> None:
    with TemporaryDirectory() as folder:
        # What is imported and read only once is, before the first child.
        make_library(Path(folder))
        for change in Change:
            apply(change, Path(folder))
    for line in sys.stdin:
        change, folder, errors, skip = line.rstrip("\n").split("\t")
        child = os.fork()
        if not child:
            _be_child(Change(change), Path(folder), Path(errors), skip.split(",") if skip else [])
        print(child, flush=True)
        print(os.waitpid(child, 0)[1], flush=True)


def _be_child(change: Change, folder: Path, errors: Path, skip: list[str]) -> None:
    os.dup2(os.open(errors, os.O_CREAT | os.O_WRONLY | os.O_TRUNC), sys.stderr.fileno())
    os.dup2(os.open(os.devnull, os.O_RDONLY), sys.stdin.fileno())
    # Where only a parent may trace (Yama), let others: PR_SET_PTRACER, PR_SET_PTRACER_ANY.
    ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1), 0, 0, 0)
    os.kill(os.getpid(), signal.SIGSTOP)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    for call in skip:
        for _ in range(_SKIPPED):
            with suppress(OSError):
                _WITHOUT_EFFECT[call]()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    code = 1
    try:
        code = run(change, folder)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        # The interpreter is not torn down: a thread may be in it that hangs.
        os._exit(code if threading.active_count() else 1)


if __name__ == "__main__":
    main()
