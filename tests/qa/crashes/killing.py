"""Actions that are killed where they make a call, each in a process of its own.

It is forked by a process that has no other threads. A fork of this one, in which a service may be
running, could come with a lock that another thread held, and wait for it for ever.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable
from pkgutil import resolve_name

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["qa.wiring", "tests.qa.crashes.changes"])
_WAIT_S = 60.0


def die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def run_and_kill(
    action: Callable[..., object],
    *arguments: object,
    point: str,
    instead: Callable[..., object] = die,
) -> bool:
    """Whether an action was killed where it calls what has the dotted name `point`, in place of
    which `instead` is called. All of it has to be picklable."""
    process = _CONTEXT.Process(target=_act, args=(action, arguments, point, instead))
    process.start()
    process.join(_WAIT_S)
    ended = process.exitcode
    process.kill()
    assert ended in (0, -signal.SIGKILL), ended
    return ended != 0


def _act(
    action: Callable[..., object],
    arguments: tuple[object, ...],
    point: str,
    instead: Callable[..., object],
) -> None:
    place, _, name = point.rpartition(".")
    setattr(resolve_name(place), name, instead)
    action(*arguments)
