"""One indicator across the instalments of its series: a verbatim sentence a release, in order.

Nothing is computed or rewritten: each point is a sentence of a release with its figures marked,
and a period without a release is named as a gap. The values of figures serve to lay them side by
side in a plot, and only where all have one unit.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from qa.errors import QuestionError
from qa.language.figures import Figure
from qa.language.sentences import Span
from qa.periods import Granularity, Period
from qa.periods.calendar import MONTHS_IN
from qa.questions import Interpretation, Question
from qa.records import UNCORRECTED, Corrections, Release
from qa.timelines.amounts import Aspect, find_aspect
from qa.timelines.dated_sentences import read_sentence, read_title
from qa.timelines.marking import find_common_topic, mark_figures

_TWO_MONTHS = timedelta(days=58)  # from the first day of the shortest two to their last
_LOOK = 20  # of an instalment's sentences, the best, in which its figure may stand


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may state the indicator: its place in the body, and how well it answers.

    `contrary`: it is on imports alone, where exports are asked for, or on another period, or the
    like.
    """

    span: Span
    score: float
    contrary: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """What one instalment says: `release.body[span.start:span.end]`, with its figures.

    Figures are offsets into the sentence; `marked` is the one of them that answers, in the
    timeline's unit. `corrections` is what was corrected of the release by the question's `as_of`,
    and what it corrects itself: where that is the figure asked for, it speaks in the place of the
    instalment. `withdrawn`: what is asked for is among what was corrected.
    """

    period: Period
    release: Release
    span: Span
    figures: tuple[Figure, ...]
    marked: Figure | None
    corrections: Corrections = UNCORRECTED
    withdrawn: bool = False

    @property
    def sentence(self) -> str:
        return self.release.body[self.span.start : self.span.end]

    @property
    def figure_text(self) -> str | None:
        """The words of the marked figure."""
        marked = self.marked
        return None if marked is None else self.sentence[marked.start : marked.end]

    def states(self, unit: str) -> bool:
        """Whether it states no figures but in other units."""
        return not self.figures or any(figure.unit == unit for figure in self.figures)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Points in order of their periods, and the periods without a release: between them, and to the
    ends of the period asked about.

    `series` is None, and there are no points, when no series answers the question. All marked
    figures are in `unit`; it is None when there are none, or a sentence states others instead.
    """

    question: Question
    interpretation: Interpretation
    series: str | None
    points: tuple[Point, ...]
    gaps: tuple[Period, ...]
    unit: str | None
    generation: int

    def require_unit(self) -> str:
        """The unit of all marked figures. Raises QuestionError, saying why, when there is none."""
        if self.unit is not None:
            return self.unit
        marked = [point.marked for point in self.points if point.marked is not None]
        if not marked:
            found = "none of these sentences states the figure asked for with a unit"
        else:
            others = [point for point in self.points if not point.states(marked[0].unit)]
            found = (
                f"{len(others)} of {len(self.points)} sentences state figures, but none in "
                f"{marked[0].unit}"
            )
        raise QuestionError(
            f"A plot takes figures in a single unit, and {found}. Ask for JSON or CSV, or for one "
            "indicator by its name."
        )


def line_up(
    question: Question,
    interpretation: Interpretation,
    series: str | None,
    told: Sequence[tuple[Period, Release, Sequence[Candidate]]],
    generation: int,
    silent: Collection[str] = (),
) -> Timeline:
    """The timeline of what the instalments of a series tell, each by its candidates. Of the
    releases in `silent`, which do not tell of what is asked for, no figure is marked.

    Of a period that the question asks about and that has room for several instalments, only these
    are its points, though all but one be missing. Which figures are marked is settled in
    `qa.timelines.marking`, from all of them: what a few do not tell apart, the whole series may.
    """
    # What is expected, or has come together, is of another period than its instalment, and counts
    # as contrary for that.
    every = find_aspect(question.text) in (Aspect.AHEAD, Aspect.TO_DATE)
    rows = [
        (period, release, best)
        for period, release, candidates in told
        if (best := _choose_best(candidates, every=every))
    ]
    rows.sort(key=lambda row: (row[0].first, row[0].last))
    marked = mark_figures(
        question.text,
        find_common_topic(
            f"{interpretation.topic} {question.text}", {release.language for _, release, _ in rows}
        ),
        [[read_sentence(release, period, span) for span in best] for period, release, best in rows],
        [read_title(release, period) for period, release, _ in rows],
    )
    points = tuple(
        Point(
            *(period, release, sentence.span, sentence.figures),
            marked=None if release.id in silent else figure,
        )
        for (period, release, _), (sentence, figure) in zip(rows, marked, strict=True)
    )
    asked = interpretation.whole_period
    held = [period for period, _, _ in told]
    ends = None
    if asked and points and _holds_several(asked, held):
        ends = _find_ends(points, asked, interpretation.scope.published.last)
        points = tuple(each for each in points if asked.contains(each.period))
    gaps = find_gaps([point.period for point in points], ends)
    unit = next((point.marked.unit for point in points if point.marked is not None), None)
    shared = unit is not None and all(point.states(unit) for point in points)
    return Timeline(
        question=question,
        interpretation=interpretation,
        series=series if points else None,
        points=points,
        gaps=tuple(gap for gap in gaps if gap not in held),
        unit=unit if shared else None,
        generation=generation,
    )


def find_gaps(
    periods: Sequence[Period], ends: tuple[date, date] | None = None
) -> tuple[Period, ...]:
    """The periods missing between the first and the last, or between two days that lie further out.

    None for ranges, which have no step. `periods` are of one kind, in order.

    >>> q1 = Period(date(2025, 1, 1), date(2025, 3, 31), Granularity.QUARTER)
    >>> [str(gap.first) for gap in find_gaps([q1, q1.shift(2)])]
    ['2025-04-01']
    >>> [str(gap.first) for gap in find_gaps([q1], (date(2025, 1, 1), date(2025, 7, 15)))]
    ['2025-04-01']
    """
    if not periods or periods[0].granularity is Granularity.RANGE:
        return ()
    first, last = ends or (periods[0].first, periods[-1].last)
    held = {period.first for period in periods}
    start: Period | None = periods[0]
    while start is not None and (before := start.shift(-1)) and before.first >= first:
        start = before
    gaps: list[Period] = []
    while start is not None and start.last <= max(last, periods[-1].last):
        if start.first not in held:
            gaps.append(start)
        start = start.shift(1)
    return tuple(gaps)


def _holds_several(asked: Period, held: Sequence[Period]) -> bool:
    """Whether a period has room for two of the kind that these are of; of ranges, holds them."""
    kind = held[0].granularity
    if kind is Granularity.RANGE:
        return sum(asked.contains(each) for each in held) > 1
    return asked.last - asked.first >= MONTHS_IN[kind] * _TWO_MONTHS


def _find_ends(points: Sequence[Point], asked: Period, seen: date) -> tuple[date, date]:
    """The days between which an instalment for the period asked about is missing, if there is none.

    From the series' first on, as far as its figures are usually out: nine in ten came as soon.
    `seen` is the last day of publication that can be seen.
    """
    delays = sorted(each.release.published - each.period.last for each in points)
    usual = delays[9 * len(delays) // 10]
    return max(asked.first, points[0].period.first), min(asked.last, seen - usual)


def _choose_best(candidates: Collection[Candidate], *, every: bool) -> list[Span]:
    """The sentences that answer best, best first; of what passages share, each once.

    Contrary ones only where there are no others, or `every` one is wanted.
    """
    agreeing = [each for each in candidates if every or not each.contrary] or candidates
    ranked = sorted(agreeing, key=lambda each: (-each.score, each.span.start))
    return list(dict.fromkeys(each.span for each in ranked))[:_LOOK]
