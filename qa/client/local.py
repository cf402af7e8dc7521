"""What `Client` asks of a service, answered without one: from a library, within this process."""

import time
from collections.abc import Callable
from datetime import date
from typing import Protocol

from qa.api.answer_schemas import AnswerOut, WholeReleaseOut
from qa.api.release_schemas import PublishersOut, ReleaseOut, ReleasesOut
from qa.api.timeline_schemas import TimelineOut
from qa.client.calls import NO_LIMITS
from qa.client.errors import NotHeld
from qa.records import DateRange
from qa.retrieval.follower import Follower, OpenAsker
from qa.understanding.limits import Limits

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

    The first calls wait for that, and try again where it fails; the first after a change of the
    library waits for its newest generation. Where that cannot be opened, the log says so, and what
    was open before answers. `today` is what questions without an `as_of` are asked as of. Raises
    NotHeld as `Client` does, otherwise QaError.
    """

    def __init__(
        self,
        open_asker: OpenAsker,
        *,
        today: Callable[[], date],
    ) -> None:
        self._follower = Follower(open_asker)
        self._follower.start()
        self._today = today

    def ask(self, question: str, limits: Limits = NO_LIMITS) -> AnswerOut:
        """The hits for a question, and whether they answer it."""
        asker = self._follower.find()
        started = time.perf_counter()
        answer = asker.ask(limits.make_question(question, self._today()))
        return AnswerOut.of(answer, asker.holdings, (time.perf_counter() - started) * 1000)

    def draw_timeline(self, question: str, limits: Limits = NO_LIMITS) -> TimelineOut:
        """One indicator across its series. Raises NotHeld when no series answers."""
        asker = self._follower.find()
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
        # Held for both: the snapshot of one that was replaced is closed once nobody has it.
        asker = self._follower.find()
        found = asker.snapshot.list_releases(
            published or _EVER, publisher=publisher, limit=limit, offset=offset
        )
        total = asker.snapshot.count_releases(published or _EVER, publisher=publisher)
        known = asker.corrections.find([each.id for each in found])
        return ReleasesOut(total=total, releases=list(map(ReleaseOut.of, found, known)))

    def list_publishers(self) -> PublishersOut:
        """Whose releases are held, and how many of each."""
        asker = self._follower.find()
        return PublishersOut.of(asker.snapshot.count_publishers())

    def read_release(self, release_id: str) -> WholeReleaseOut:
        """One release with its body. Raises NotHeld when there is none with this id."""
        asker = self._follower.find()
        release = asker.snapshot.read_release(release_id)
        if release is None:
            raise NotHeld(404, f"No release has the id {release_id!r}.")
        about = asker.snapshot.read_period(release_id)
        [known] = asker.corrections.find([release_id])
        place = asker.find_place(release_id, date.max)
        return WholeReleaseOut.of_whole(release, known, about, place)
