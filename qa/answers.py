"""What a question turns into: what was found, and what to make of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from qa.judgements import Judgement, Signal
from qa.language.day_names import write_day
from qa.language.extremes import Extreme
from qa.language.plainly_missing import Missing
from qa.language.plurals import count
from qa.language.sentences import Span
from qa.periods import Period
from qa.questions import AskedPeriod, Interpretation, Question
from qa.records import UNCORRECTED, Corrections, Passage, Release
from qa.series.series import SeriesPlace


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with its release.

    `rank` is its place among the hits, and `score` how well it agrees with the question by its
    signals, by which hits are ordered but for news, the newest, extremes, holders of offices and
    what answers where the best rather does not. `confidence` is the probability that the release
    answers the question, None where the encoder has no calibrated ranking. Both, and `signals`, are
    those of the passage that the release was found by; `passage` is the one of those found whose
    sentence answers best.
    `highlights` are the sentences that answer, as offsets into the passage's text. `others` are
    passages of the same release that were found too, best first. `about` is the period that the
    release is about, and `place` where it stands in its series, as far as that was published by the
    question's `as_of`. `untold` is the extreme asked for, where what is shown does not say that
    this is it, and `missing` what is plainly asked for, where what is shown holds none.
    `judgement` is what the confidence comes from, where it was judged. `corrections` is what was
    corrected of the release by the question's `as_of`, and what it corrects itself.
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
    untold: Extreme | None = None
    missing: Missing | None = None
    judgement: Judgement | None = None
    corrections: Corrections = UNCORRECTED

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
class PeriodAnswer:
    """What was found for one of several periods asked about.

    `rank` is that of the hit that answers for it; None where none does, or it would come after the
    `k` that are wanted. UNJUDGED without one: it was not looked for.
    """

    asked: AskedPeriod
    verdict: Verdict
    rank: int | None


@dataclass(frozen=True, slots=True)
class Answer:
    """Hits for a question, best first, and whether they answer it.

    `nearest` is set when no release at all was published in the window asked about: the
    releases nearest to it in time. `later` is then how many lie in it that were published after the
    question's `as_of`. Neither is where nothing can be looked for (`interpretation.obstacle`).
    `unheld` are words of the question that no release held has, where nothing was found.
    `total` is set where all that was published is asked for: how
    many releases there are, of which `hits` are the newest. `by_period` says what was found for
    each period, where several are asked about: the hits that answer for them come first then.
    `corrections` is, by id, what is corrected of those `nearest`.
    """

    question: Question
    interpretation: Interpretation
    verdict: Verdict
    hits: tuple[Hit, ...]
    nearest: tuple[Release, ...]
    generation: int
    total: int | None = None
    later: int = 0
    by_period: tuple[PeriodAnswer, ...] = ()
    unheld: tuple[str, ...] = ()
    corrections: Mapping[str, Corrections] = field(default_factory=dict)

    @property
    def of_another_period(self) -> bool:
        """Whether a period is asked about and the best hit is of another."""
        return bool(self.hits) and self.hits[0].of_another_period

    @property
    def part_told(self) -> Period | None:
        """The period of the best hit, where it is a mere part of that whose figure is asked for."""
        asked = self.interpretation.period
        if asked is None or not self.of_another_period or (told := self.hits[0].about) is None:
            return None
        within = asked.period.first <= told.first and told.last <= asked.period.last
        return told if within else None

    @property
    def extreme_untold(self) -> Extreme | None:
        """The extreme over time that is asked for, where no hit that surely answers says that it is
        that; None where there is no hit."""
        if not self.hits:
            return None
        asked = self.interpretation.extreme if self.verdict is Verdict.NOT_FOUND else None
        return asked or self.hits[0].untold

    @property
    def is_of_series(self) -> bool:
        """Whether the best hit is one of several instalments, which a timeline lines up."""
        return any(hit.place is not None and hit.place.others > 0 for hit in self.hits[:1])

    @property
    def sentence(self) -> str | None:
        """The sentence that answers best, verbatim; None unless the verdict is that one does, and
        where all that was published is asked for."""
        if self.verdict is Verdict.NOT_FOUND or not self.hits or self.total is not None:
            return None
        return self.hits[0].sentence

    @property
    def leads(self) -> tuple[Hit, ...]:
        """The hits whose sentences answer: the first, and of several periods that for each; none
        where there is no such sentence."""
        if self.sentence is None:
            return ()
        ranks = [each.rank for each in self.by_period if each.rank is not None] or [1]
        return tuple(hit for hit in self.hits if hit.rank in ranks and hit.highlights)

    @property
    def not_found_for(self) -> tuple[Period, ...]:
        """Of several periods asked about those that nothing was found for, where something was for
        another."""
        if self.verdict is Verdict.NOT_FOUND:
            return ()
        found_none = (each for each in self.by_period if each.verdict is Verdict.NOT_FOUND)
        return tuple(each.asked.period for each in found_none)

    @property
    def answered_beyond(self) -> tuple[Period, ...]:
        """Of several periods asked about those that are answered, by no hit that was wanted."""
        if self.verdict is Verdict.NOT_FOUND:
            return ()
        beyond = (each for each in self.by_period if each.rank is None)
        return tuple(each.asked.period for each in beyond if each.verdict is Verdict.ANSWERED)

    @property
    def unsure(self) -> tuple[tuple[Period | None, float], ...]:
        """Of the hits that answer those that are less likely to than not: how sure each is, and of
        several periods for which."""
        if self.verdict is not Verdict.ANSWERED:
            return ()
        periods = {each.rank: each.asked.period for each in self.by_period}
        leads = self.leads or self.hits[:1]
        return tuple(
            (periods.get(hit.rank), hit.confidence)
            for hit in leads
            if hit.confidence is not None and is_unsure(hit.confidence)
        )

    @property
    def missing(self) -> Missing | None:
        """What the question plainly asks for, where the sentence of the best hit holds none, which
        then is no answer; or the figure that is to be confirmed, where that which answers has
        another."""
        missing = self.hits[0].missing if self.hits else None
        if missing != "claimed_figure":
            return missing
        # Of several periods each sentence is on one, and may have the figure of that.
        return None if self.by_period or self.verdict is Verdict.NOT_FOUND else missing

    def dates_extreme(self, hit: Hit) -> bool:
        """Whether an extreme is asked for, and a hit says that it is that of a known period."""
        asked = self.interpretation.extreme is not None
        return asked and hit.untold is None and hit.about is not None


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

    >>> from datetime import date
    >>> cite(Release("1", "Exports Rise", date(2025, 12, 1), "…", "Ministry of Trade"))
    'Ministry of Trade, “Exports Rise”, 1 December 2025.'
    """
    address = f" {release.url}" if release.url else ""
    return f"{release.publisher}, “{release.title}”, {write_day(release.published)}.{address}"
