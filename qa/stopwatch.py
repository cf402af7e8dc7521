"""How long each stage of an answer takes, where somebody wants to know.

The stages say where they begin and end, `with stage(Stage.ENCODE)`; a stopwatch that runs in the
same thread or task takes their times. Where none runs, that costs less than a microsecond.
"""

import time
from collections.abc import Callable
from contextvars import ContextVar
from enum import StrEnum
from types import TracebackType


class Stage(StrEnum):
    """What the way of a question is cut up into."""

    INTERPRET = "interpret"
    ENCODE = "encode"
    DENSE = "dense"
    LEXICAL = "lexical"
    RANK = "rank"


class Stopwatch:
    """Takes the times of the stages in its `with` block, in `seconds`.

    A stage within another stops that one's time, so that together they come to what all took.

    >>> ticks = iter([0.0, 1.0, 3.0, 6.0])
    >>> with Stopwatch(clock=lambda: next(ticks)) as watch:
    ...     with stage(Stage.RANK):
    ...         with stage(Stage.DENSE):
    ...             pass
    >>> watch.seconds[Stage.RANK], watch.seconds[Stage.DENSE]
    (4.0, 2.0)
    """

    def __init__(self, *, clock: Callable[[], float] = time.perf_counter) -> None:
        self.seconds: dict[Stage, float] = {}
        self._clock = clock
        self._open: list[Stage] = []
        self._since = 0.0

    def __enter__(self) -> "Stopwatch":
        self._token = _running.set(self)
        return self

    def __exit__(self, *_error: object) -> None:
        _running.reset(self._token)

    def begin(self, stage: Stage) -> None:
        self._book()
        self._open.append(stage)

    def end(self) -> None:
        self._book()
        self._open.pop()

    def _book(self) -> None:
        """Put the time since the last change down to the innermost stage that is open."""
        now = self._clock()
        if self._open:
            innermost = self._open[-1]
            self.seconds[innermost] = self.seconds.get(innermost, 0.0) + now - self._since
        self._since = now


_running: ContextVar[Stopwatch | None] = ContextVar("stopwatch", default=None)


class stage:  # noqa: N801 - reads as what it is: with stage(...)
    """The extent of a stage, for the stopwatch that runs, if one does."""

    __slots__ = ("_stage", "_watch")

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def __enter__(self) -> None:
        self._watch = _running.get()
        if self._watch is not None:
            self._watch.begin(self._stage)

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        if self._watch is not None:
            self._watch.end()
