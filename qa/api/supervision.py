"""Several processes that serve the same sockets, and the one above them that starts them.

The one above serves nothing itself. It passes signals on, puts another in place of a worker that
ends, ends one that hangs, and is missed: a worker whose orders can come no more ends by itself.
Signals do not reach workers in any other way, as a terminal and systemd send theirs to all
processes at once.

A worker hangs when its event loop goes round no more: it accepts nothing, nor does it time out what
it has; when each of its threads is held by a question that does not end; or when it never begins.
Its beats (`qa.api.sharing`) are counted, not timed: what stops both processes, as when a container
is paused or a machine has no moment to spare, keeps this one from counting too.
"""

import logging
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from socket import socket

from uvicorn.config import STARTUP_FAILURE

from qa.api.draining import DrainingServer
from qa.api.sharing import Board, Commons, Place

Serve = Callable[[list[socket], Place, Connection], None]
"""What a worker does, in a process of its own: serve the sockets, by `serve_under`."""

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_LOOK_EVERY_S = 0.1
_COUNT_EVERY_S = 1.0
PATIENCE_S = 30.0
"""A worker without a beat for so long hangs: under any load it beats again within seconds."""
START_PATIENCE_S = 120.0
"""One that has not beaten yet has so long: what it imports may come from a slow disk."""
_TRIES = 5
# A new process, not a copy of this one: a copy has locks of threads that it has not.
_SPAWN = get_context("spawn")
_log = logging.getLogger(__name__)


def serve_under(
    orders: Connection, server: DrainingServer, sockets: list[socket], place: Place
) -> None:
    """Serve until the process above says so, or is there no longer."""
    deserted = False

    def obey() -> None:
        nonlocal deserted
        try:
            while True:
                server.handle_exit(orders.recv(), None)
        except EOFError:
            deserted = True
            server.handle_exit(signal.SIGTERM, None)

    threading.Thread(target=obey, name="orders", daemon=True).start()
    server.run(sockets)
    if deserted:
        shutil.rmtree(place.folder, ignore_errors=True)


def supervise(
    serve: Serve,
    sockets: Sequence[socket],
    workers: int,
    *,
    patience_s: float = PATIENCE_S,
    start_patience_s: float = START_PATIENCE_S,
) -> None:
    """Have `workers` processes serve the sockets until a signal ends them, and then this one.

    One that does not beat for `patience_s`, or not for the first time within `start_patience_s`, is
    killed, and replaced as others are. Ends the program with uvicorn's status 3 when workers end,
    one after the other, before they could answer.
    """
    with (
        _caught_signals() as caught,
        tempfile.TemporaryDirectory(prefix="release-qa-", dir=_find_memory()) as folder,
    ):
        # For the workers: prometheus_client looks for it when it is imported.
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        told = 0
        with closing(_Staff(serve, sockets, Path(folder), workers)) as staff:
            while staff.is_there():
                staff.look_after()
                staff.end_hanging(patience_s, start_patience_s)
                for number in caught[told:]:
                    staff.tell(number)
                    told += 1
    if staff.failed:
        sys.exit(STARTUP_FAILURE)


@dataclass(slots=True)
class _Worker:
    """One that was started: the beats that were last counted, and how often they were the same."""

    place: Place
    process: SpawnProcess
    orders: Connection
    beats: int = 0
    same: int = 0


class _Staff:
    """The workers. `failed` when they could not be kept up."""

    def __init__(self, serve: Serve, sockets: Sequence[socket], folder: Path, workers: int) -> None:
        self.failed = False
        self._serve = serve
        self._sockets = list(sockets)
        self._failures = 0
        self._ending = False
        self._count_at = 0.0
        places = [Place(folder, workers, number) for number in range(workers)]
        self._board = Board(Commons(places[0]))
        self._workers = [self._start(place) for place in places]

    def is_there(self) -> bool:
        return bool(self._workers)

    def close(self) -> None:
        """Leave those that are there still to end by themselves."""
        for worker in self._workers:
            worker.orders.close()

    def look_after(self) -> None:
        """Wait a moment for one to end, and put another in its place."""
        wait([worker.process.sentinel for worker in self._workers], timeout=_LOOK_EVERY_S)
        for worker in [each for each in self._workers if each.process.exitcode is not None]:
            self._workers.remove(worker)
            worker.orders.close()
            could_answer = self._board.clear(worker.place.number)
            if self._ending:
                continue
            self._failures = 0 if could_answer else self._failures + 1
            said = f"Worker {worker.process.pid} ended with status {worker.process.exitcode}."
            if self._failures < _TRIES:
                _log.warning("%s Another takes its place.", said)
                self._workers.append(self._start(replace(worker.place, replaces=True)))
            else:
                _log.error("%s %s in a row ended before they could answer.", said, _TRIES)
                self.failed = True
                self.tell(signal.SIGTERM)

    def end_hanging(self, patience_s: float, start_patience_s: float) -> None:
        """Kill those that have not beaten for so long; one that has not begun to has longer."""
        now = time.monotonic()
        if now < self._count_at:
            return
        self._count_at = now + _COUNT_EVERY_S
        for worker in self._workers:
            beats = self._board.count_beats(worker.place.number)
            worker.same = worker.same + 1 if beats == worker.beats else 0
            worker.beats = beats
            if worker.same * _COUNT_EVERY_S >= (patience_s if beats else start_patience_s):
                worker.same = 0
                _log.error("Worker %s hangs, and is killed.", worker.process.pid)
                worker.process.kill()

    def tell(self, number: int) -> None:
        """Pass a signal on to all; whoever ends from now on is not replaced."""
        self._ending = True
        for each in self._sockets:
            # What nobody accepts any more is to be refused, not to wait.
            each.close()
        for worker in self._workers:
            # One that has just ended takes no orders.
            with suppress(BrokenPipeError):
                worker.orders.send(number)

    def _start(self, place: Place) -> _Worker:
        reader, orders = _SPAWN.Pipe(duplex=False)
        process = _SPAWN.Process(
            target=self._serve, args=(self._sockets, place, reader), name=f"worker-{place.number}"
        )
        # A new process inherits what is blocked.
        held = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
        try:
            process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, held)
        reader.close()
        return _Worker(place, process, orders)


def _find_memory() -> str | None:
    """A folder that is no disk's, where there is one: on a disk, a write to what is mapped may wait
    for it."""
    memory = "/dev/shm"
    return memory if os.access(memory, os.W_OK) else None


@contextmanager
def _caught_signals() -> Iterator[list[int]]:
    """The signals that come within the block, which do nothing there.

    After it the first of them is raised again, and does what it did before the block.
    """
    caught: list[int] = []
    before = {
        number: signal.signal(number, lambda number, _frame: caught.append(number))
        for number in _SIGNALS
    }
    try:
        yield caught
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    for first in caught[:1]:
        signal.raise_signal(first)
