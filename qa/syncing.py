"""What to change so that a library holds what its sources hold now, and no more of them.

A release goes when the source that it came from is read whole and no longer has it, and no other
source does. Feeds and the web show only what is newest, so nothing goes because of them; nor does
anything go by a source of which a part could not be read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qa.records import Reading, Release


@dataclass(frozen=True, slots=True)
class SourceReading:
    """What was read from a source, known by `name`."""

    name: str
    reading: Reading

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(release.id for release in self.reading.releases)


@dataclass(frozen=True, slots=True)
class SyncPlan:
    """What to put into a library, and what to take out.

    `held_by` says which releases each source answers for from now on. `unsure` names sources that
    lack releases they held, and could not be read whole: what is missing there stays.
    """

    releases: tuple[Release, ...]
    gone: tuple[str, ...]
    held_by: dict[str, frozenset[str]]
    unsure: tuple[str, ...]


def plan_sync(readings: Sequence[SourceReading], noted: Mapping[str, frozenset[str]]) -> SyncPlan:
    """The plan for sources just read, where `noted` is what each answered for until now.

    A release that several sources have is taken from the last of them.
    """
    releases = {release.id: release for each in readings for release in each.reading.releases}
    held_by = dict(noted)
    missing: set[str] = set()
    unsure = []
    for each in readings:
        before = noted.get(each.name, frozenset())
        held_by[each.name] = each.ids - each.reading.passing
        if each.reading.problems:
            held_by[each.name] |= before
            if before - each.ids:
                unsure.append(each.name)
        else:
            missing |= before - each.ids
    answered_for = frozenset(releases).union(*held_by.values())
    return SyncPlan(
        releases=tuple(releases.values()),
        gone=tuple(sorted(missing - answered_for)),
        held_by={each.name: held_by[each.name] for each in readings},
        unsure=tuple(unsure),
    )
