"""Keeps an Asker on the newest generation, checking once a second.

A generation that is kept open keeps the log beside the library from being emptied, and so on the
disk what was removed since. It is left, and the log let go of, within a second of a change, also
while nobody asks.
"""

import threading
import weakref
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from time import monotonic, sleep

from qa.errors import LibraryError
from qa.retrieval.asking import Asker

_LOOK_EVERY_S = 1.0
_LOOK_AGAIN_WITHIN_S = 60.0  # where it failed, over and over


class NewestAsker:
    """What `open_asker` opens in the background, and anew after each change of the library.

    It is given the earlier one, to make the newer of. The first may be `opened` already: what opens
    in the background is waited for when the process ends. Safe to share between threads.
    """

    def __init__(
        self, open_asker: Callable[[Asker | None], Asker], *, opened: Asker | None = None
    ) -> None:
        self._open_asker = open_asker
        self._lock = threading.Lock()
        self._asker: Asker | None = None
        self._opening: Future[Asker] | None = None
        self._look_at = 0.0  # by the monotonic clock, not before
        self._pause_s = _LOOK_EVERY_S
        if opened is not None:
            self._asker = _close_when_left(opened)
        else:
            thread = ThreadPoolExecutor(1, thread_name_prefix="open-library")
            self._opening = thread.submit(open_asker, None)
            thread.shutdown(wait=False)
        looking = threading.Thread(
            target=_keep_looking, args=(weakref.ref(self),), name="follow-library", daemon=True
        )
        looking.start()

    def find(self) -> Asker:
        """What answers from the library as it is now.

        Waits until it is open; where that failed it is tried again. Raises as `open_asker` does.
        """
        with self._lock:
            self._take_opened()
            return self._follow()

    def look(self) -> None:
        """Follow the library to its newest generation, if one is open.

        Where that fails, what is open stays so, and the next to ask is told. Until somebody asks it
        is tried again, at first soon and then less and less often: to make a damaged index anew,
        say, is work for nothing while the disk is full.
        """
        with self._lock:
            if self._opening is not None and self._opening.done() and not self._opening.exception():
                self._take_opened()
            if self._asker is None or monotonic() < self._look_at:
                return
            try:
                self._follow()
            except Exception:  # noqa: BLE001 - a thread that ended would never look again
                self._pause_s = min(2 * self._pause_s, _LOOK_AGAIN_WITHIN_S)
                self._look_at = monotonic() + self._pause_s

    def _take_opened(self) -> None:
        if self._opening is not None:
            # Let go of first: it would hold the first generation open, and what could not be
            # opened may be by the next call.
            opening, self._opening = self._opening, None
            self._asker = _close_when_left(opening.result())

    def _follow(self) -> Asker:
        if self._asker is None or not self._asker.snapshot.is_current():
            self._asker = _close_when_left(self._open_asker(self._asker))
        with suppress(LibraryError):  # what is open answers
            self._asker.snapshot.let_go_of_log()
        self._look_at, self._pause_s = 0.0, _LOOK_EVERY_S
        return self._asker


def _keep_looking(newest: "weakref.ref[NewestAsker]") -> None:
    """Look as long as it is in use."""
    while True:
        sleep(_LOOK_EVERY_S)
        found = newest()
        if found is None:
            return
        found.look()
        del found


def _close_when_left(asker: Asker) -> Asker:
    """Not when it is replaced: a question may still be with it."""
    weakref.finalize(asker, asker.snapshot.close)
    return asker
