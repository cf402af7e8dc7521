"""Who answers: the generation of the library that questions are put to."""

from collections.abc import Callable
from http import HTTPStatus

from fastapi import HTTPException

from qa.asking import Asker


class Desk:
    """Who answers: nobody until the index is loaded and checked."""

    def __init__(self, open_asker: Callable[[], Asker]) -> None:
        self._open_asker = open_asker
        self.asker: Asker | None = None
        self.failure: BaseException | None = None

    def open(self) -> None:
        try:
            self.asker = self._open_asker()
        except BaseException as error:
            self.failure = error
            raise

    def get(self) -> Asker:
        if self.asker is None:
            raise HTTPException(
                HTTPStatus.SERVICE_UNAVAILABLE,
                "The index could not be loaded; the service's log says why."
                if self.failure
                else "The index is being loaded. Try again in a few seconds.",
                headers={"Retry-After": "2"},
            )
        return self.asker
