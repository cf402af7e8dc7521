"""Follows a library: what answers is of its newest generation, changed for the next as it comes.

A question is answered by whoever it was given to, from one generation, however often there is a
newer one meanwhile. The one left behind is closed when its last question is answered. Kept open it
would keep the log beside the library from being emptied, and so on the disk what was removed since:
therefore the library is followed while nobody asks, too.
"""

import logging
import threading
import weakref
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from embeddings.errors import EmbeddingError
from qa.errors import LibraryError, QaError
from qa.retrieval.asking import Asker

OpenAsker = Callable[[Asker | None], Asker]
"""Opens the newest generation; what it has in common with the one given is not read again."""

_RESTS = 4  # times as long as it took to find that it cannot be opened
_REST_AT_MOST_S = 60.0
_ENDS_WITHIN_S = 10.0
_log = logging.getLogger(__name__)


def _note_nothing(_asker: Asker) -> None:
    """Nobody is told."""


class Follower:
    """What `open_asker` opens, and anew after each change of the library. Safe to share between
    threads.

    What is open goes on answering where the newest generation cannot be opened, or the library not
    be read any more; the log says so, once for each reason. It is tried again until it can be: the
    sooner, the less the last try took, as to make an index on a disk without room for it may take
    minutes. `note` hears what answers each time that this was found to be the newest.
    """

    def __init__(
        self,
        open_asker: OpenAsker,
        *,
        every_s: float = 1.0,
        note: Callable[[Asker], None] = _note_nothing,
    ) -> None:
        self._open_asker = open_asker
        self._every_s = every_s
        self._note = note
        self._looking = threading.Lock()
        self._held: Asker | None = None
        self._told: set[str] = set()
        self._rests_until = 0.0  # by the monotonic clock
        self._awake = threading.Event()
        self._closing = threading.Event()

    def start(self) -> None:
        """Open the library, and look for newer generations, in a thread of its own, until `close`
        or as long as the object is in use.

        A process that ends waits some seconds for what is being opened.
        """
        thread = threading.Thread(
            target=_keep_looking,
            args=(weakref.ref(self), self._awake, self._closing, self._every_s),
            name="follow-library",
            daemon=True,
        )
        thread.start()
        weakref.finalize(self, _end, thread, self._awake, self._closing)

    def close(self) -> None:
        """Look for newer generations no longer."""
        self._closing.set()
        self._awake.set()

    def look(self) -> None:
        """Have the thread look for a newer generation now, whatever failed before."""
        self._awake.set()

    @property
    def held(self) -> Asker | None:
        """What is open; None before the first is."""
        return self._held

    @property
    def fails(self) -> bool:
        """Whether the thread could not open the library's newest when it last tried."""
        return bool(self._told)

    def find(self) -> Asker:
        """What answers from the library as it is now, or as near to that as can be opened.

        It is looked at now, after whoever is opening it. Raises as `open_asker` does, only where
        nothing is open.
        """
        with self._looking:
            try:
                return self._follow()
            # Whatever it is: what is open can answer, and the log says why it is not the newest.
            except Exception as error:
                if self._held is None:
                    raise
                self._tell(error)
                return self._held

    def _look(self, *, at_once: bool) -> None:
        with self._looking:
            if at_once or monotonic() >= self._rests_until:
                try:
                    self._follow()
                # Whatever it is: a thread that ended would never look again, and the next try may
                # find memory or a disk.
                except Exception as error:  # noqa: BLE001 - as said above
                    self._tell(error)

    def _follow(self) -> Asker:
        began = monotonic()
        asker = self._held
        try:
            if asker is None or not asker.snapshot.is_current():
                asker = self._held = _close_when_left(self._open_asker(asker))
        except BaseException:
            rest_s = min(_RESTS * (monotonic() - began), _REST_AT_MOST_S)
            self._rests_until = monotonic() + rest_s
            raise
        self._rests_until = 0.0
        self._told.clear()
        with suppress(LibraryError):
            asker.snapshot.let_go_of_log()
        self._note(asker)
        return asker

    def _tell(self, error: Exception) -> None:
        reason = str(error)  # an error that is kept keeps whoever called, and what they have open
        if reason in self._told:
            return
        self._told.add(reason)
        trace = None if isinstance(error, QaError | EmbeddingError) else error
        if self._held is None:
            _log.error("The library cannot be opened: %s", reason, exc_info=trace)
            return
        _log.error(
            "Answers are still from generation %d, as the library's newest cannot be opened: %s",
            *(self._held.snapshot.generation, reason),
            exc_info=trace,
        )


def _keep_looking(
    follower: "weakref.ref[Follower]",
    awake: threading.Event,
    closing: threading.Event,
    every_s: float,
) -> None:
    """Look as long as it is in use."""
    at_once = True
    while (found := follower()) is not None and not closing.is_set():
        found._look(at_once=at_once)
        del found
        at_once = awake.wait(every_s)
        awake.clear()


def _end(thread: threading.Thread, awake: threading.Event, closing: threading.Event) -> None:
    """When nobody has the object any more, or the process ends: a thread that is then within a
    library of C++, as when it loads a model, has the process abort."""
    closing.set()
    awake.set()
    if thread is not threading.current_thread():
        thread.join(_ENDS_WITHIN_S)


def _close_when_left(asker: Asker) -> Asker:
    """Not when it is replaced: a question may still be with it."""
    weakref.finalize(asker, asker.snapshot.close)
    return asker
