"""What is told when nothing was published in the window that a question asks about, or nothing can
be looked for."""

from datetime import date, timedelta
from functools import partial

from qa.answers import Answer, Verdict
from qa.questions import Interpretation, Question
from qa.records import DateRange, Release
from qa.storage.correction_book import CorrectionBook
from qa.storage.snapshot import Snapshot

_OFFERED = 3


def answer_nothing(
    question: Question, asked: Interpretation, snapshot: Snapshot, corrections: CorrectionBook
) -> Answer:
    """That nothing was, with what is nearest in time and how many releases came after `as_of`;
    nothing of these where nothing can be looked for."""
    nearest = () if asked.obstacle else _find_nearest(snapshot, asked)
    ids = [each.id for each in nearest]
    return Answer(
        question,
        asked,
        Verdict.NOT_FOUND,
        hits=(),
        nearest=nearest,
        generation=snapshot.generation,
        later=0 if asked.obstacle else _count_later(snapshot, asked),
        corrections=dict(zip(ids, corrections.find(ids, asked.as_of), strict=True)),
    )


def _find_nearest(snapshot: Snapshot, asked: Interpretation) -> tuple[Release, ...]:
    """The releases nearest in time to an empty window, among those published by `as_of`."""
    window = asked.published or asked.window
    before = DateRange(date.min, min(window.first, asked.as_of))
    after = DateRange(window.last, asked.as_of)
    own = partial(
        snapshot.list_releases, publisher=asked.publisher, further=asked.further_publishers
    )
    found = own(before, limit=_OFFERED)
    found += own(after, limit=_OFFERED, newest_first=False)
    # A release without passages, with a body of white space, is in the window and so in both.
    once = {release.id: release for release in found}

    def find_distance(release: Release) -> int:
        return max((window.first - release.published).days, (release.published - window.last).days)

    return tuple(sorted(once.values(), key=find_distance)[:_OFFERED])


def _count_later(snapshot: Snapshot, asked: Interpretation) -> int:
    """How many releases lie within the days asked for, but after `as_of`."""
    if asked.as_of == date.max:
        return 0
    window = asked.published or DateRange(date.min, date.max)
    later = DateRange(max(window.first, asked.as_of + timedelta(days=1)), window.last)
    return snapshot.count_releases(
        later, publisher=asked.publisher, further=asked.further_publishers
    )
