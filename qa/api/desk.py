"""Who answers: the newest generation of the library, changed for the next one as it comes.

A question is answered by whoever it was given to, from one generation, however often there is a
newer one meanwhile. The generation left behind is closed when its last question is answered.
"""

import logging
import threading
import weakref
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus

from fastapi import HTTPException

from qa.api.sharing import Board
from qa.asking import Asker
from qa.errors import QaError

OpenAsker = Callable[[Asker | None], Asker]
"""Opens the newest generation; what it has in common with the one given is not read again."""

_LOOK_EVERY_S = 0.25
_log = logging.getLogger(__name__)


class Desk:
    """Gives questions to what answers them: nobody until the index is loaded and checked."""

    def __init__(self, open_asker: OpenAsker, board: Board) -> None:
        self._open_asker = open_asker
        self._board = board
        self._asker: Asker | None = None
        self._failure: BaseException | None = None
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
        """Wait until the library is open. Raises what kept it from being opened."""
        self._tried.wait()
        if self._failure is not None:
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
        try:
            asker = self._open_first()
        except BaseException as error:
            self._failure = error
            raise
        finally:
            self._tried.set()
        said = ""
        while not self._closing.is_set():
            self._look.wait(_LOOK_EVERY_S)
            self._look.clear()
            try:
                if not self._closing.is_set() and not asker.snapshot.is_current():
                    asker = self._seat(self._open_asker(asker))
                elif not self._closing.is_set():
                    asker.snapshot.let_go_of_log()
                said = ""
            except Exception as error:  # noqa: BLE001 - what is open answers, whatever it was
                # Once for each reason; memory or a disk may be there again at the next look.
                if str(error) != said:
                    _log.error(
                        "A newer generation of the library cannot be opened: %s",
                        error,
                        exc_info=None if isinstance(error, QaError) else error,
                    )
                said = str(error)

    def _open_first(self) -> Asker:
        asker = self._open_asker(None)
        # Whoever changes the library waits for us from here on; whoever did so just before, and
        # did not wait, is not to be missed.
        self._board.note_generation(asker.snapshot.generation)
        with suppress(QaError):  # what is open answers, and the next look says what is wrong
            if not asker.snapshot.is_current():
                earlier, asker = asker, self._open_asker(asker)
                earlier.snapshot.close()
        return self._seat(asker)

    def _seat(self, asker: Asker) -> Asker:
        # Not when it is replaced: a question may still be with it.
        weakref.finalize(asker, asker.snapshot.close)
        self._asker = asker
        self._board.note_generation(asker.snapshot.generation)
        return asker
