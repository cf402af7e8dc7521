"""What to change so that a library holds what its sources hold now, and no more of them.

A release goes when the source that it came from is read whole and no longer has it, and no other
source does. Feeds and the web show only what is newest, so nothing goes because of them; nor does
anything go by a source of which a part could not be read, or that another process has read
meanwhile: what it held is remembered, and goes with the next reading.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from qa.records import Held, Reading, Release


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

    `held_by` says which releases each source that was read answers for from now on.
    """

    releases: tuple[Release, ...]
    gone: tuple[str, ...]
    held_by: dict[str, Held]


def plan_sync(
    readings: Sequence[SourceReading],
    noted: Mapping[str, frozenset[str]],
    overtaken: Collection[str] = (),
    forgotten: Collection[str] = (),
) -> SyncPlan:
    """The plan for sources just read, where `noted` is what each answered for until now.

    `overtaken` names those of which another process has noted what they hold since they were read:
    which of the two readings is the newer is not known. Those `forgotten` since then answer for
    nothing any more. A release that several sources have is taken from the last of them.
    """
    releases = {release.id: release for each in readings for release in each.reading.releases}
    held_by = dict(noted)
    missing: set[str] = set()
    for each in readings:
        before = noted.get(each.name, frozenset())
        held_by[each.name] = each.ids - each.reading.passing
        if each.reading.is_whole and each.name not in overtaken:
            missing |= before - each.ids
        else:
            held_by[each.name] |= before
    answered_for = frozenset(releases).union(*held_by.values())
    return SyncPlan(
        releases=tuple(releases.values()),
        gone=tuple(sorted(missing - answered_for)),
        held_by={
            each.name: Held(held_by[each.name], is_whole=each.reading.is_whole)
            for each in readings
            if each.name not in forgotten
        },
    )
