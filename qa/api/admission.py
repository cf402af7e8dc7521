"""How many questions are let in: so many are worked on at once, so many wait, the rest are refused.

A service that lets everyone in answers nobody when it is asked for more than it can do: the queue
grows, and by the time that a question comes up whoever asked it has gone. Here what is let in is
answered within the time limit, and what is not hears so at once.
"""

import asyncio
import math
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from http import HTTPStatus
from typing import TypeVar

from fastapi import HTTPException

from qa.api.sharing import Board, Commons

_Result = TypeVar("_Result")
_LIMITS = 3  # so many time limits: an answer is then late for another reason than too much to do


class Overloaded(HTTPException):
    """As many wait as may: 503."""

    def __init__(self) -> None:
        super().__init__(
            HTTPStatus.SERVICE_UNAVAILABLE,
            "More is being asked than can be answered. Try again after the seconds in Retry-After.",
            headers={"Retry-After": "1"},
        )


class TimeUp(HTTPException):
    """The answer was not there in time: 504."""

    def __init__(self, timeout_s: float) -> None:
        super().__init__(
            HTTPStatus.GATEWAY_TIMEOUT,
            f"There was no answer within {timeout_s:g} s. Ask again later, or for less.",
            headers={"Retry-After": str(math.ceil(timeout_s))},
        )


class Admission:
    """Threads that do blocking work off the event loop, `at_once` of them, and a queue before them.

    Beside those being worked on `queue` may wait. `timeout_s` is how long one may take in all,
    waiting included; what has not begun by then never does, and what has keeps its thread until it
    ends, so that there are never more at work than `at_once`. `board` is told how many there are.
    When all threads are taken, and none has come free for three time limits, they hang.
    """

    def __init__(
        self, *, at_once: int, queue: int, timeout_s: float, board: Board | None = None
    ) -> None:
        self._threads = ThreadPoolExecutor(at_once, thread_name_prefix="answer")
        self._at_once = at_once
        self._most = at_once + queue
        self._timeout_s = timeout_s
        self._board = board or Board(Commons())
        self._admitted = 0
        self._moved_at = time.monotonic()  # when a thread was last free, or came free
        # Work ends in its own thread.
        self._lock = threading.Lock()

    async def run(self, work: Callable[[], _Result]) -> _Result:
        """What `work` returns, or raises, in a thread that has this task's context.

        Raises Overloaded at once when the queue is full, TimeUp when the time is over.
        """
        with self._lock:
            if self._admitted >= self._most:
                raise Overloaded
            if self._admitted < self._at_once:
                self._moved_at = time.monotonic()
            self._change(1)
        future = self._threads.submit(copy_context().run, work)
        future.add_done_callback(self._leave)
        limit = asyncio.timeout(self._timeout_s)
        try:
            async with limit:
                return await asyncio.wrap_future(future)
        except TimeoutError as error:
            if limit.expired():
                raise TimeUp(self._timeout_s) from error
            raise  # the work's own
        finally:
            # What the work raises holds this frame, and by it would hold itself, with all that it
            # was raised among, until the collector runs.
            del future

    def hangs(self) -> bool:
        """Whether every thread is at work on what does not end: nothing that is asked begins."""
        with self._lock:
            stood_s = time.monotonic() - self._moved_at
            return self._admitted >= self._at_once and stood_s > _LIMITS * self._timeout_s

    def close(self) -> None:
        """Let what was admitted end, and take no more."""
        self._threads.shutdown(wait=False)

    def _leave(self, done: Future[_Result]) -> None:
        with self._lock:
            if not done.cancelled():  # while it waited: no thread was at it
                self._moved_at = time.monotonic()
            self._change(-1)

    def _change(self, by: int) -> None:
        self._admitted += by
        working = min(self._admitted, self._at_once)
        self._board.note_questions(working=working, waiting=self._admitted - working)
