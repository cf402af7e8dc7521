"""What is offered when nothing was published in the window that a question asks about."""

from datetime import date

from qa.answers import Interpretation
from qa.records import DateRange, Release
from qa.snapshot import Snapshot

_OFFERED = 3


def find_nearest(snapshot: Snapshot, asked: Interpretation) -> tuple[Release, ...]:
    """The releases nearest in time to an empty window, among those published by `as_of`."""
    window = asked.published or asked.window
    before = DateRange(date.min, min(window.first, asked.as_of))
    after = DateRange(window.last, asked.as_of)
    own = asked.publisher
    found = snapshot.list_releases(before, publisher=own, limit=_OFFERED)
    found += snapshot.list_releases(after, publisher=own, limit=_OFFERED, newest_first=False)

    def find_distance(release: Release) -> int:
        return max((window.first - release.published).days, (release.published - window.last).days)

    return tuple(sorted(found, key=find_distance)[:_OFFERED])
