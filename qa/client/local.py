"""What `Client` asks of a service, answered without one: from a library, within this process."""

import time
import weakref
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from threading import Lock
from typing import Protocol

from qa.api.answer_schemas import AnswerOut, WholeReleaseOut
from qa.api.release_schemas import PublishersOut, ReleaseOut, ReleasesOut
from qa.api.timeline_schemas import TimelineOut
from qa.asking import Asker
from qa.client.calls import NO_LIMITS
from qa.client.errors import NotHeld
from qa.errors import LibraryError
from qa.limits import Limits
from qa.records import DateRange

_EVER = DateRange(date.min, date.max)


class Service(Protocol):
    """What answers questions: a `Client` of a service, or a library in this process."""

    def ask(self, question: str, limits: Limits = NO_LIMITS) -> AnswerOut: ...

    def draw_timeline(self, question: str, limits: Limits = NO_LIMITS) -> TimelineOut: ...

    def list_releases(
        self,
        published: DateRange | None = None,
        *,
        publisher: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> ReleasesOut: ...

    def list_publishers(self) -> PublishersOut: ...

    def read_release(self, release_id: str) -> WholeReleaseOut: ...


class LocalService:
    """Answers as a service would, from the library that `open_asker` opens in the background.

    The first calls wait for that, and where it fails the next one tries again; the first after a
    change of the library waits for its newest generation, which `open_asker` is given the earlier
    one to make of. `today` is what questions without an `as_of` are asked as of. Raises NotHeld as
    `Client` does, otherwise QaError.
    """

    def __init__(
        self,
        open_asker: Callable[[Asker | None], Asker],
        *,
        today: Callable[[], date],
    ) -> None:
        self._open_asker = open_asker
        self._today = today
        self._lock = Lock()
        self._asker: Asker | None = None
        thread = ThreadPoolExecutor(1, thread_name_prefix="open-library")
        self._opening: Future[Asker] | None = thread.submit(open_asker, None)
        thread.shutdown(wait=False)

    def ask(self, question: str, limits: Limits = NO_LIMITS) -> AnswerOut:
        """The hits for a question, and whether they answer it."""
        asker = self._find_asker()
        started = time.perf_counter()
        answer = asker.ask(limits.make_question(question, self._today()))
        return AnswerOut.of(answer, asker.holdings, (time.perf_counter() - started) * 1000)

    def draw_timeline(self, question: str, limits: Limits = NO_LIMITS) -> TimelineOut:
        """One indicator across its series. Raises NotHeld when no series answers."""
        asker = self._find_asker()
        timeline = asker.draw_timeline(limits.make_question(question, self._today()))
        if timeline.series is None:
            raise NotHeld(404, "No series of releases answers this. Ask for single releases.")
        return TimelineOut.of(timeline, timeline.series, asker.holdings)

    def list_releases(
        self,
        published: DateRange | None = None,
        *,
        publisher: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> ReleasesOut:
        """Releases published within these days, by one publisher or by any, newest first, and how
        many there are in all."""
        snapshot = self._find_asker().snapshot
        found = snapshot.list_releases(
            published or _EVER, publisher=publisher, limit=limit, offset=offset
        )
        total = snapshot.count_releases(published or _EVER, publisher=publisher)
        return ReleasesOut(total=total, releases=[ReleaseOut.of(each) for each in found])

    def list_publishers(self) -> PublishersOut:
        """Whose releases are held, and how many of each."""
        return PublishersOut.of(self._find_asker().snapshot.count_publishers())

    def read_release(self, release_id: str) -> WholeReleaseOut:
        """One release with its body. Raises NotHeld when there is none with this id."""
        asker = self._find_asker()
        release = asker.snapshot.read_release(release_id)
        if release is None:
            raise NotHeld(404, f"No release has the id {release_id!r}.")
        about = asker.snapshot.read_period(release_id)
        return WholeReleaseOut.of_whole(release, about, asker.find_place(release_id, date.max))

    def _find_asker(self) -> Asker:
        """What answers from the library as it is now."""
        with self._lock:
            if self._opening is not None:
                # Let go of first: it would hold the first generation open, and what could not be
                # opened may be by the next call.
                opening, self._opening = self._opening, None
                self._asker = _close_when_left(opening.result())
            if self._asker is None or not self._asker.snapshot.is_current():
                self._asker = _close_when_left(self._open_asker(self._asker))
            with suppress(LibraryError):  # what is open answers
                self._asker.snapshot.let_go_of_log()
            return self._asker


def _close_when_left(asker: Asker) -> Asker:
    """Not when it is replaced: a question may still be with it."""
    weakref.finalize(asker, asker.snapshot.close)
    return asker
