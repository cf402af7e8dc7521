"""How the service ends: it says that it is no longer ready, answers what it let in, and goes.

Whoever shares requests out over several services looks at /readyz now and then. So after SIGTERM
they are taken on for a while yet, until it has been seen there; then the door is closed.
"""

import asyncio
import logging
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import uvicorn

_LOOK_EVERY_S = 0.1
_log = logging.getLogger(__name__)


class Draining:
    """Whether the service is on its way out, and how many changes it has yet to answer."""

    def __init__(self) -> None:
        self.begun = False
        self.changes = 0

    @contextmanager
    def waits(self) -> Iterator[None]:
        """Have the service wait for the change that is made within the block."""
        self.changes += 1
        try:
            yield
        finally:
            self.changes -= 1


class DrainingServer(uvicorn.Server):
    """uvicorn's server, that goes on for `drain_s` after SIGTERM; a second signal is not waited on.

    In both cases requests that have begun are answered. What is still there `give_up_s` after the
    door was closed, or after the last change was answered, is given up; uvicorn's own limit,
    `timeout_graceful_shutdown`, is on the changes too.
    """

    def __init__(
        self, config: uvicorn.Config, draining: Draining, *, drain_s: float, give_up_s: float
    ) -> None:
        super().__init__(config)
        self._draining = draining
        self._drain_s = drain_s
        self._give_up_s = give_up_s
        self._exit_at = float("inf")

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        drains = sig == signal.SIGTERM and not self._draining.begun
        self._draining.begun = True
        if drains:
            # Not by uvicorn's own, which has the server exit: a worker is told in a thread beside
            # the event loop's, where the next tick may come before that is taken back.
            self._captured_signals.append(sig)
            self._exit_at = time.monotonic() + self._drain_s
        else:
            super().handle_exit(sig, frame)

    async def on_tick(self, counter: int) -> bool:
        if time.monotonic() >= self._exit_at:
            self.should_exit = True
        return await super().on_tick(counter)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        giving_up = asyncio.create_task(self._give_up())
        try:
            await super().shutdown(sockets)
        finally:
            giving_up.cancel()

    async def _give_up(self) -> None:
        last_change = time.monotonic()
        while time.monotonic() - last_change < self._give_up_s:
            await asyncio.sleep(_LOOK_EVERY_S)
            if self._draining.changes:
                last_change = time.monotonic()
        tasks, connections = list(self.server_state.tasks), list(self.server_state.connections)
        if not tasks and not connections:
            return
        _log.error(
            "%d requests and %d connections are given up: the service ends.",
            *(len(tasks), len(connections)),
        )
        for task in tasks:
            task.cancel()
        for connection in connections:
            connection.transport.abort()
