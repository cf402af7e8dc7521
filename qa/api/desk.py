"""Who answers: the newest generation of the library, changed for the next one as it comes.

A question is answered by whoever it was given to, from one generation, however often there is a
newer one meanwhile. The generation left behind is closed when its last question is answered.
"""

import logging
import threading
import time
import weakref
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus

from fastapi import HTTPException

from embeddings.errors import EmbeddingError
from qa.api.sharing import Board
from qa.errors import QaError
from qa.retrieval.asking import Asker

OpenAsker = Callable[[Asker | None], Asker]
"""Opens the newest generation; what it has in common with the one given is not read again."""

_LOOK_EVERY_S = 0.25
_TRY_EVERY_S = 2.0  # to open the library, which loads the model too
_RESTS = 4  # times as long as it took to find that it cannot be opened
_REST_AT_MOST_S = 60.0
_log = logging.getLogger(__name__)


class Desk:
    """Gives questions to what answers them: nobody until the index is loaded and checked.

    What cannot be opened is tried again, until it can: the sooner, the less the last try took. An
    index that finds no room on the disk is written as far as there is, which may take minutes.
    """

    def __init__(self, open_asker: OpenAsker, board: Board) -> None:
        self._open_asker = open_asker
        self._board = board
        self._asker: Asker | None = None
        self._failure: Exception | None = None
        self._rest_s = 0.0
        self._closing = threading.Event()
        self._look = threading.Event()
        self._tried = threading.Event()

    def start(self) -> None:
        """Open the library, and look for newer generations of it, in a thread of its own."""
        threading.Thread(target=self._run, name="open-index", daemon=True).start()

    def close(self) -> None:
        """Look for newer generations no longer."""
        self._closing.set()
        self._look.set()

    def wait(self) -> None:
        """Wait until opening the library was tried. Raises what kept it from being opened."""
        self._tried.wait()
        if self._asker is None and self._failure is not None:
            raise self._failure

    def look(self) -> None:
        """Look for a newer generation now."""
        self._look.set()

    def get(self) -> Asker:
        """What answers from the newest generation that is open. Raises HTTPException: 503."""
        if self._asker is None:
            raise HTTPException(
                HTTPStatus.SERVICE_UNAVAILABLE,
                "The index could not be loaded; the service's log says why."
                if self._failure
                else "The index is being loaded. Try again in a few seconds.",
                headers={"Retry-After": "2"},
            )
        return self._asker

    def _run(self) -> None:
        said: set[str] = set()
        while not self._closing.is_set():
            which = "A newer generation of the" if self._asker else "The"
            try:
                self._follow()
                self._failure = None
                said.clear()
            # What is open goes on answering, and the next try may find memory or a disk again.
            except Exception as error:  # noqa: BLE001 - a thread that ended would never try again
                if str(error) not in said:  # once for each reason
                    _log.error(
                        "%s library cannot be opened: %s",
                        which,
                        error,
                        exc_info=None if isinstance(error, QaError | EmbeddingError) else error,
                    )
                self._failure = error
                said.add(str(error))
            finally:
                self._tried.set()
            every_s = _LOOK_EVERY_S if self._asker else _TRY_EVERY_S
            self._look.wait(max(every_s, self._rest_s))
            self._look.clear()

    def _follow(self) -> None:
        """Open the newest generation, where what is open is not that."""
        began = time.monotonic()
        try:
            asker = self._asker
            if asker is None:
                self._open_first()
            elif not asker.snapshot.is_current():
                self._seat(self._open_asker(asker))
            else:
                asker.snapshot.let_go_of_log()
        except BaseException:
            self._rest_s = min(_RESTS * (time.monotonic() - began), _REST_AT_MOST_S)
            raise
        self._rest_s = 0.0
        self._board.note_followed()

    def _open_first(self) -> None:
        asker = self._open_asker(None)
        # Whoever changes the library waits for us from here on; whoever did so just before, and
        # did not wait, is not to be missed.
        self._board.note_generation(asker.snapshot.generation)
        with suppress(QaError):  # what is open answers, and the next look says what is wrong
            if not asker.snapshot.is_current():
                earlier, asker = asker, self._open_asker(asker)
                earlier.snapshot.close()
        self._seat(asker)

    def _seat(self, asker: Asker) -> None:
        # Not when it is replaced: a question may still be with it.
        weakref.finalize(asker, asker.snapshot.close)
        self._asker = asker
        self._tried.set()
        self._board.note_generation(asker.snapshot.generation)
