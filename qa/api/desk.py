"""Who answers in a service: what follows the library, and what its workers hear of it."""

from contextlib import suppress
from http import HTTPStatus

from fastapi import HTTPException

from qa.api.sharing import Board
from qa.errors import QaError
from qa.retrieval.asking import Asker
from qa.retrieval.follower import Follower, OpenAsker

_LOOK_EVERY_S = 0.25


class Desk:
    """Gives questions to what answers them: nobody until the index is loaded and checked.

    The board is told the generation that is answered from, and when that was the newest.
    """

    def __init__(self, open_asker: OpenAsker, board: Board) -> None:
        self._open_asker = open_asker
        self._board = board
        self._follower = Follower(self._open, every_s=_LOOK_EVERY_S, note=self._note)

    def start(self) -> None:
        """Open the library, and look for newer generations of it, in a thread of its own."""
        self._follower.start()

    def close(self) -> None:
        """Look for newer generations no longer."""
        self._follower.close()

    def wait(self) -> None:
        """Wait until the library is open. Raises what keeps it from being opened."""
        self._follower.find()

    def look(self) -> None:
        """Look for a newer generation now."""
        self._follower.look()

    def get(self) -> Asker:
        """What answers from the newest generation that is open. Raises HTTPException: 503."""
        asker = self._follower.held
        if asker is None:
            raise HTTPException(
                HTTPStatus.SERVICE_UNAVAILABLE,
                "The index could not be loaded; the service's log says why."
                if self._follower.fails
                else "The index is being loaded. Try again in a few seconds.",
                headers={"Retry-After": "2"},
            )
        return asker

    def _open(self, earlier: Asker | None) -> Asker:
        asker = self._open_asker(earlier)
        if earlier is None:
            # Whoever changes the library waits for us from here on; whoever did so just before, and
            # did not wait, is not to be missed.
            self._board.note_generation(asker.snapshot.generation)
            with suppress(QaError):  # what is open answers, and the next look says what is wrong
                if not asker.snapshot.is_current():
                    first, asker = asker, self._open_asker(asker)
                    first.snapshot.close()
        return asker

    def _note(self, asker: Asker) -> None:
        self._board.note_generation(asker.snapshot.generation)
        self._board.note_followed()
