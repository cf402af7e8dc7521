"""What a question turns into: how it was understood, what was found, and what to make of it."""

from dataclasses import KW_ONLY, dataclass
from datetime import date
from enum import Enum

from qa.language.answer_candidates import Missing, name_missing
from qa.language.day_names import write_day
from qa.language.matters import Matter
from qa.language.plurals import count
from qa.language.sentences import Span
from qa.language.unread_words import UnreadWord
from qa.periods import Granularity, Period
from qa.records import DateRange, Passage, Release, Scope
from qa.series.series import SeriesPlace


class Aspect(Enum):
    """What is read from the words of a question beside its topic."""

    PERIOD = "period"
    LATEST = "latest"
    PUBLISHED = "published"


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
    """

    period: Period
    words: str | None
    year_guessed: bool = False


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What the question was understood to ask.

    Releases published outside `published`, after `as_of`, or by another than `publisher`, were not
    looked at. `topic` is the question without the words that say when, and `searched` what was
    searched with: the topic with periods that are named as releases name them; both rendered in
    English for an encoder that does not know their language, and `unrendered` are the words of the
    latter that have no English, of which `unread` name something.
    `period` is what the question is about, read against `as_of`. `latest_words` are the words
    that ask for the newest, if any do, and `published_words` those that `published` was read from.
    `cadence` is the kind of period that figures are asked for ("annual exports").
    `wants_all`: whatever was published is asked for, no matter what it is about.
    `news_of` is the matter of which whatever was published is asked for.
    Without `reads_latest` nothing is made of a question's not saying which instalment it means.
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
    unrendered: tuple[str, ...] = ()
    unread: tuple[UnreadWord, ...] = ()
    wants_all: bool = False
    news_of: Matter | None = None
    of_parts: bool = False

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
        if self.period is None or self.of_parts:
            return True
        asked = self.period.period
        by_parts = self.cadence is not None and self.cadence is not asked.granularity
        return by_parts or asked.last >= self.as_of

    @property
    def window(self) -> DateRange:
        """The days of publication that were looked at; none when it ends before it begins."""
        asked = self.published or DateRange(date.min, date.max)
        return DateRange(asked.first, min(asked.last, self.as_of))

    @property
    def scope(self) -> Scope:
        """The releases that were looked at."""
        return Scope(self.window, self.publisher)


@dataclass(frozen=True, slots=True)
class Signal:
    """One number that the ranking went by, under its name.

    The ranking is linear: a hit's score is the sum of what its signals add. `usual` is the value
    that adds nothing, and `weight` what one more than that adds.
    """

    name: str
    value: float
    usual: float = 0.0
    weight: float = 0.0

    @property
    def adds(self) -> float:
        return (self.value - self.usual) * self.weight


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with its release.

    `score` orders the hits of one answer. `confidence` is the probability that the release
    answers the question, None where the encoder has no calibrated ranking. Both, and `signals`,
    are those of the passage that the release was found by; `passage` is the one of those found
    whose sentence answers best. `highlights` are the sentences that answer, as offsets into the
    passage's text. `others` are passages of the same release that were found too, best first.
    `about` is the period that the release is about, and `place` where it stands in its series, as
    far as that was published by the question's `as_of`.
    """

    rank: int
    score: float
    confidence: float | None
    passage: Passage
    release: Release
    highlights: tuple[Span, ...]
    signals: tuple[Signal, ...]
    others: tuple[Passage, ...] = ()
    about: Period | None = None
    place: SeriesPlace | None = None

    @property
    def sentence(self) -> str | None:
        """The sentence that answers, verbatim."""
        if not self.highlights:
            return None
        first = self.highlights[0]
        return self.passage.text[first.start : first.end]

    @property
    def of_another_period(self) -> bool:
        """Whether a period is asked about and this is of another."""
        return any(each.name == "period_missing" and each.value > 0 for each in self.signals)

    @property
    def citation(self) -> str:
        return cite(self.release)


class Verdict(Enum):
    """Whether the library answers the question.

    UNJUDGED: there are hits, but for this encoder no ranking is calibrated, so nothing is
    claimed about them.
    """

    ANSWERED = "answered"
    NOT_FOUND = "not_found"
    UNJUDGED = "unjudged"


@dataclass(frozen=True, slots=True)
class Answer:
    """Hits for a question, best first, and whether they answer it.

    `nearest` is set when no release at all was published in the window asked about: the
    releases nearest to it in time. `later` is then how many lie in it that were published after the
    question's `as_of`. `total` is set where all that was published is asked for: how
    many releases there are, of which `hits` are the newest.
    """

    question: Question
    interpretation: Interpretation
    verdict: Verdict
    hits: tuple[Hit, ...]
    nearest: tuple[Release, ...]
    generation: int
    total: int | None = None
    later: int = 0

    @property
    def of_another_period(self) -> bool:
        """Whether a period is asked about and the best hit is of another."""
        return bool(self.hits) and self.hits[0].of_another_period

    @property
    def part_told(self) -> Period | None:
        """The period that the best hit is about, where that is only a part of the one asked about
        and a figure of all of it is asked for."""
        asked = self.interpretation.period
        if asked is None or not self.of_another_period or (told := self.hits[0].about) is None:
            return None
        within = asked.period.first <= told.first and told.last <= asked.period.last
        return told if within else None

    @property
    def sentence(self) -> str | None:
        """The sentence that answers best, verbatim; None unless the verdict is that one does, and
        where all that was published is asked for."""
        if self.verdict is Verdict.NOT_FOUND or not self.hits or self.total is not None:
            return None
        return self.hits[0].sentence

    @property
    def missing(self) -> Missing | None:
        """What the question plainly asks for, where the sentence that answers holds none."""
        if self.verdict is not Verdict.ANSWERED or self.sentence is None:
            return None
        return name_missing(self.question.text, self.sentence)


def is_unsure(confidence: float | None) -> bool:
    """Whether a hit is less likely to answer than not."""
    return confidence is not None and confidence < 0.5


def describe_later(number: int) -> str:
    """What is held of the days asked for and hidden by `as_of`.

    >>> describe_later(1), describe_later(12)
    ('1 release held came later', '12 releases held came later')
    """
    return f"{count(number, 'release')} held came later"


def count_percent(confidence: float) -> int:
    """How sure that is, in whole percent. Never 100: of nothing is it as sure as that.

    >>> count_percent(0.33), count_percent(0.999)
    (33, 99)
    """
    return min(round(100 * confidence), 99)


def cite(release: Release) -> str:
    """A citation of a release in one line: publisher, title, day, address.

    >>> cite(Release("1", "Exports Rise", date(2025, 12, 1), "…", "Ministry of Trade"))
    'Ministry of Trade, “Exports Rise”, 1 December 2025.'
    """
    address = f" {release.url}" if release.url else ""
    return f"{release.publisher}, “{release.title}”, {write_day(release.published)}.{address}"
