"""The values that flow through the service, from a release to the passages made of it.

Every value is frozen: a stage takes values and returns new ones. What is asked stands in
`qa.questions`, and what that turns into (hits, answer) in `qa.answers`.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from qa.periods import Period

UNDATED = date.min
"""The day of what has none: texts of a test collection. No release that is read has it."""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Release:
    """One press release, as its publisher dated it.

    `id` is stable: the same release read again, from whatever form, has the same one.
    `published` is the day of publication, which is neither the period the release is about
    nor the moment it was indexed. `language` is an ISO 639-1 code, "en" or "ko".
    """

    id: str
    title: str
    published: date
    body: str
    publisher: str
    url: str | None = None
    category: str | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences of one release: `release.body[start:end] == text`, always.

    `ordinal` counts the passages of a release from 0.
    """

    id: str
    release_id: str
    ordinal: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage with the release it stands in, as a library holds them under its `key`.

    `about` is the period that the release is about, `analysis` what was found out of the passage
    when it was indexed (`qa.index.analysis`), where that was read too and is whole.
    """

    key: int
    passage: Passage
    release: Release
    about: Period | None = None
    analysis: bytes | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Version:
    """A release as it was held until something else took its place.

    `number` counts the versions of a release from 1. The moments are in UTC.
    """

    number: int
    release: Release
    indexed_at: datetime
    replaced_at: datetime


@dataclass(frozen=True, slots=True)
class CorrectionLink:
    """The other release of a correction: what corrects a release, or what that corrects.

    `whole`: the later one stands in the place of all of the earlier.
    """

    release_id: str
    title: str
    published: date
    language: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Corrections:
    """What was corrected of a release since, by which others, the first published first; and which
    one it corrects itself."""

    corrected_by: tuple[CorrectionLink, ...] = ()
    corrects: CorrectionLink | None = None


UNCORRECTED = Corrections()


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Scope:
    """Which releases a question looks at: published within a range, and by one publisher if it is
    given, whose `further` names are as good."""

    published: DateRange
    publisher: str | None = None
    further: tuple[str, ...] = ()

    @property
    def publishers(self) -> tuple[str, ...]:
        """All names of the publisher; none: any."""
        return () if self.publisher is None else (self.publisher, *self.further)

    def holds(self, published: date, publisher: str) -> bool:
        """Whether a release of this day and publisher is looked at."""
        names = self.publishers
        return published in self.published and (not names or publisher in names)


EVERYTHING = Scope(DateRange(date.min, date.max))


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a source that could not be read, and where.

    `line` counts from 1 and is the line where the unreadable part begins. With `is_repeat` all was
    read, and only stands there once more. `field` is the one at fault, where it is one that has a
    name there.
    """

    source: str
    line: int
    reason: str
    is_repeat: bool = False
    field: str | None = None

    def __str__(self) -> str:
        return f"{self.source}:{self.line}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source held: the releases, in the order they stand, and what could not be read.

    `passing` are the ids of those from where only the newest is shown: feeds, and the web. That
    one is no longer there does not say that it was withdrawn. `finished` are the listings of sites
    of which nothing is wanting, by address. `places` says where each release stands, as a problem
    does, of what was read from sources.
    """

    releases: tuple[Release, ...]
    problems: tuple[Problem, ...]
    passing: frozenset[str] = frozenset()
    finished: frozenset[str] = frozenset()
    places: tuple[str, ...] = field(default=(), compare=False)

    @property
    def is_whole(self) -> bool:
        """Whether all that the source held could be read."""
        return all(problem.is_repeat for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Held:
    """Which releases a source holds, and whether all of it could be read."""

    release_ids: frozenset[str]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Noted:
    """What was noted of a source: what it held, and when it was last read whole, if it ever was."""

    release_ids: frozenset[str]
    read_at: datetime | None
