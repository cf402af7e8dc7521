"""What is asked, and how it was understood."""

from dataclasses import KW_ONLY, dataclass
from datetime import date
from enum import Enum

from qa.language.extremes import Extreme
from qa.language.matters import Matter
from qa.language.unread_words import UnreadWord
from qa.periods import Granularity, Period
from qa.records import DateRange, Scope


class Aspect(Enum):
    """What is read from the words of a question beside its topic."""

    PERIOD = "period"
    LATEST = "latest"
    PUBLISHED = "published"
    EXTREME = "extreme"
    PUBLISHER = "publisher"


class Obstacle(Enum):
    """What keeps a question from being answered, whatever is held."""

    NOTHING_ASKED = "nothing_asked"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the limits set on its answer.

    Releases published after `as_of`, outside `published`, or by another than `publisher`, do not
    exist for it. At most `k` hits come back, at most `per_release` of them from one release and
    `per_series` from one series. `published` and `period` go before what its words say; what is in
    `ignore` is not read from them.
    """

    text: str
    as_of: date
    published: DateRange | None = None
    _: KW_ONLY
    k: int = 5
    per_release: int = 1
    per_series: int = 1
    period: Period | None = None
    ignore: frozenset[Aspect] = frozenset()
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class AskedPeriod:
    """A period that a question is about, and the words that say so; None: it was given.

    `year_guessed`: they name a month or a day of it, and its year is the last there was.
    `compared`: another that is asked about is only compared with it.
    """

    period: Period
    words: str | None
    year_guessed: bool = False
    compared: bool = False


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What the question was understood to ask.

    `question` are its words, with misspelt months spelt right and without the chat around them.
    Releases published outside `published`, after `as_of`, or by another than `publisher`, were not
    looked at. `topic` is the question without the words that say when, and `searched` what was
    searched with: the topic with periods that are named as releases name them; both rendered in
    English for an encoder that does not know their language, and `unrendered` are the words of the
    latter that have no English, of which `unread` name something; `rendered` are those of the topic
    that have, each with it.
    `period` is what the question is about, read against `as_of`, and `further` is what the question
    asks of other periods, each to be answered for itself; `beyond` are those that are not looked
    for, as there are too many. `latest_words` are the words
    that ask for the newest, if any do, and `published_words` those that `published` was read from.
    `publisher_words` are those that name whose news are asked for, and `further_publishers` the
    other names that releases of that body are held under.
    `cadence` is the kind of period that figures are asked for ("annual exports").
    `wants_all`: whatever was published is asked for, no matter what it is about.
    `news_of` is the matter of which whatever was published is asked for.
    Without `reads_latest` nothing is made of a question's not saying which instalment it means.
    `extreme` is the extreme over time that is asked for: in which month a figure was highest.
    `respelt` are words that were misspelt, each with what is read for it.
    `obstacle` is why nothing was looked for: nothing is asked, or in no language that is known.
    `of_parts`: figures of parts of the period are wanted, as for a timeline, not one of all of it.
    """

    question: str
    as_of: date
    published: DateRange | None
    topic: str
    searched: str
    period: AskedPeriod | None = None
    latest_words: str | None = None
    published_words: str | None = None
    cadence: Granularity | None = None
    reads_latest: bool = True
    publisher: str | None = None
    further_publishers: tuple[str, ...] = ()
    publisher_words: str | None = None
    unrendered: tuple[str, ...] = ()
    unread: tuple[UnreadWord, ...] = ()
    rendered: tuple[tuple[str, str], ...] = ()
    wants_all: bool = False
    news_of: Matter | None = None
    of_parts: bool = False
    further: tuple["Interpretation", ...] = ()
    beyond: tuple[AskedPeriod, ...] = ()
    extreme: Extreme | None = None
    obstacle: Obstacle | None = None
    respelt: tuple[tuple[str, str], ...] = ()

    @property
    def periods(self) -> tuple[AskedPeriod, ...]:
        """All the periods that are asked about, the main one first."""
        each = (self, *self.further)
        return tuple(one.period for one in each if one.period is not None)

    @property
    def whole_period(self) -> Period | None:
        """The period asked about; of several the days from the first to the last."""
        asked = [each.period for each in self.periods]
        if len(asked) < 2:
            return asked[0] if asked else None
        first, last = min(each.first for each in asked), max(each.last for each in asked)
        return Period(first, last, Granularity.RANGE)

    @property
    def wants_latest(self) -> bool:
        return self.latest_words is not None

    @property
    def wants_newest_first(self) -> bool:
        """Whether the newest of all that is news of a matter is wanted first."""
        return self.news_of is not None and (self.wants_latest or self.published is None)

    @property
    def recency(self) -> float:
        """How much newer instalments of a series are wanted: 1 when words ask for the newest, half
        of it when nothing says which, 0 when a period or window does."""
        if self.period is not None:
            return 0.0
        if self.wants_latest:
            return 1.0
        return 0.5 if self.reads_latest and self.published is None else 0.0

    @property
    def takes_parts(self) -> bool:
        """Whether figures of parts of the period asked about are wanted too: because words or the
        caller say so, or it is not over and has none else."""
        return self.period is None or self._takes_each_part or self.is_running

    @property
    def is_running(self) -> bool:
        """Whether a figure of the period asked about can only be of what is over of it."""
        if self.period is None or self._takes_each_part:
            return False
        return self.period.period.last >= self.as_of

    @property
    def _takes_each_part(self) -> bool:
        """Whether any part of the period asked about is as good as another."""
        if self.period is None or self.of_parts or self.extreme is not None:
            return True
        return self.cadence not in (None, self.period.period.granularity)

    @property
    def window(self) -> DateRange:
        """The days of publication that were looked at; none when it ends before it begins."""
        asked = self.published or DateRange(date.min, date.max)
        return DateRange(asked.first, min(asked.last, self.as_of))

    @property
    def scope(self) -> Scope:
        """The releases that were looked at."""
        return Scope(self.window, self.publisher, self.further_publishers)
