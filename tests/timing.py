"""Times that a test's verdict may hang on: of the processor, the least of several tries."""

import gc
import time
from collections.abc import Callable

_TRIES = 5


def time_least(work: Callable[[], object], *, tries: int = _TRIES) -> float:
    """The seconds of the processor that this thread takes for it, in the fastest of some tries."""
    return min(_time(work) for _ in range(tries))


def takes_less(work: Callable[[], object], limit_s: float) -> bool:
    """Whether it is done with fewer seconds of the processor, in one try of some at least."""
    return any(_time(work) < limit_s for _ in range(_TRIES))


def is_done_within(limit_s: float, work: Callable[[], object]) -> bool:
    """Whether what others do for this thread is done in time, in one try of many at least.

    By the clock on the wall: every other program on the machine makes it longer.
    """
    for _ in range(50):
        began = time.monotonic()
        work()
        if time.monotonic() - began < limit_s:
            return True
    return False


def _time(work: Callable[[], object]) -> float:
    # Collecting garbage would go through all that the tests before have left in memory.
    gc.disable()
    try:
        began = time.thread_time()
        work()
        return time.thread_time() - began
    finally:
        gc.enable()
