"""How the service ends: it says that it is no longer ready, answers what it let in, and goes.

Whoever shares requests out over several services looks at /readyz now and then. So after SIGTERM
they are taken on for a while yet, until it has been seen there; then the door is closed.
"""

import signal
import time
from types import FrameType

import uvicorn


class Draining:
    """Whether the service is on its way out."""

    def __init__(self) -> None:
        self.begun = False


class DrainingServer(uvicorn.Server):
    """uvicorn's server, that goes on for `drain_s` after SIGTERM; a second signal is not waited on.

    In both cases requests that have begun are answered.
    """

    def __init__(self, config: uvicorn.Config, draining: Draining, *, drain_s: float) -> None:
        super().__init__(config)
        self._draining = draining
        self._drain_s = drain_s
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
