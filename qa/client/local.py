"""The same questions without a service: answered from a library within this process."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Protocol

from qa.answers import Question
from qa.api.schemas import AnswerOut, ReleaseOut, ReleasesOut, WholeReleaseOut
from qa.api.timelines import TimelineOut
from qa.asking import Asker
from qa.client.calls import NO_LIMITS, Limits
from qa.client.errors import NotHeld
from qa.period_names import make_period
from qa.records import DateRange

_EVER = DateRange(date.min, date.max)


class Service(Protocol):
    """What answers questions: a `Client` of a service, or a library in this process."""

    def ask(self, question: str, limits: Limits = NO_LIMITS) -> AnswerOut: ...

    def draw_timeline(self, question: str, limits: Limits = NO_LIMITS) -> TimelineOut: ...

    def list_releases(
        self, published: DateRange | None = None, *, limit: int = 20, offset: int = 0
    ) -> ReleasesOut: ...

    def read_release(self, release_id: str) -> WholeReleaseOut: ...


class LocalService:
    """Answers as a service would, from what `open_asker` opens, in the background and once.

    The first calls wait for that. `today` is what questions without an `as_of` are asked as of.
    Raises NotHeld as `Client` does, otherwise QaError; also, at every call, what `open_asker`
    raised.
    """

    def __init__(
        self, open_asker: Callable[[], Asker], *, today: Callable[[], date] = date.today
    ) -> None:
        self._today = today
        opening = ThreadPoolExecutor(1, thread_name_prefix="open-library")
        self._opened = opening.submit(open_asker)
        opening.shutdown(wait=False)

    def ask(self, question: str, limits: Limits = NO_LIMITS) -> AnswerOut:
        """The hits for a question, and whether they answer it."""
        asker = self._opened.result()
        started = time.perf_counter()
        answer = asker.ask(self._make_question(question, limits))
        return AnswerOut.of(answer, asker.holdings, (time.perf_counter() - started) * 1000)

    def draw_timeline(self, question: str, limits: Limits = NO_LIMITS) -> TimelineOut:
        """One indicator across its series. Raises NotHeld when no series answers."""
        asker = self._opened.result()
        timeline = asker.draw_timeline(self._make_question(question, limits))
        if timeline.series is None:
            raise NotHeld(404, "No series of releases answers this; ask for single releases.")
        return TimelineOut.of(timeline, timeline.series, asker.holdings)

    def list_releases(
        self, published: DateRange | None = None, *, limit: int = 20, offset: int = 0
    ) -> ReleasesOut:
        """Releases published within these days, newest first, and how many there are in all."""
        snapshot = self._opened.result().snapshot
        found = snapshot.list_releases(published or _EVER, limit=limit, offset=offset)
        total = snapshot.count_releases(published or _EVER)
        return ReleasesOut(total=total, releases=[ReleaseOut.of(each) for each in found])

    def read_release(self, release_id: str) -> WholeReleaseOut:
        """One release with its body. Raises NotHeld when there is none with this id."""
        asker = self._opened.result()
        release = asker.snapshot.read_release(release_id)
        if release is None:
            raise NotHeld(404, f"No release has the id {release_id!r}.")
        about = asker.snapshot.read_period(release_id)
        return WholeReleaseOut.of_whole(release, about, asker.find_place(release_id, date.max))

    def _make_question(self, text: str, limits: Limits) -> Question:
        window = None
        if limits.published_from is not None or limits.published_to is not None:
            window = DateRange(limits.published_from or date.min, limits.published_to or date.max)
        return Question(
            text,
            limits.as_of or self._today(),
            window,
            k=limits.k,
            per_release=limits.per_release,
            per_series=limits.per_series,
            period=make_period(limits.about_from, limits.about_to),
            ignore=limits.ignore,
        )
