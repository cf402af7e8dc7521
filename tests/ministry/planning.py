"""What a series will publish and when: figures, gaps, late instalments and revisions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.ministry.figures import change_between, simulate
from tests.ministry.names import LAST_DAY
from tests.ministry.series import Group, Series
from tests.ministry.spans import Cadence, Span, draw_weekday, spans_between

_RUN_UP_YEARS = 3  # simulated ahead of the first instalment, which looks back on a year too
_GAPS = {Cadence.MONTHLY: 6, Cadence.QUARTERLY: 3, Cadence.YEARLY: 1}
_REVISED_SHARE = 0.06
_LATE_SHARE = 0.04

Values = list[list[float]]  # by measure, then by span


@dataclass(frozen=True, slots=True)
class Issue:
    """An instalment to come: about the span at `at`, and the day of its revision, if any."""

    at: int
    published: date
    revised: date | None
    korean: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a series knows before it is written.

    `first` are the figures as first published, `final` what a revision puts in their place, and
    `changes` those of the items of each group, by span.
    """

    spans: tuple[Span, ...]
    issues: tuple[Issue, ...]
    gaps: tuple[Span, ...]
    first: Values
    final: Values
    changes: tuple[list[list[float]], ...]

    def known_on(self, day: date) -> Values:
        """The figures as they stood on a day."""
        revised = {each.at for each in self.issues if each.revised and each.revised <= day}
        return [
            [new[at] if at in revised else old[at] for at in range(len(self.spans))]
            for old, new in zip(self.first, self.final, strict=True)
        ]


def plan_series(series: Series, seed: int) -> Plan:
    """The plan of a series; equal for equal seeds."""
    rng = Random(f"{seed}/{series.name}/plan")
    spans = spans_between(series.cadence, series.first_year - _RUN_UP_YEARS, series.last_year)
    start = _RUN_UP_YEARS * series.cadence.value
    gaps = tuple(sorted(rng.sample(spans[start + 2 : -2], _GAPS[series.cadence])))
    issues = tuple(
        issue
        for at in range(start, len(spans))
        if (issue := _plan_issue(series, spans[at], at, rng)).published <= LAST_DAY
        and spans[at] not in gaps
    )
    first = simulate_series(series, spans, seed)
    final = _revise(series, first, rng)
    changes = tuple(
        [_draw_changes(group, first[0], at, series, rng) for at in range(len(spans))]
        for group in series.groups
    )
    return Plan(spans, issues, gaps, first, final, changes)


def simulate_series(series: Series, spans: Sequence[Span], seed: int) -> Values:
    """The figures of a series, measure by measure."""
    rng = Random(f"{seed}/{series.name}/figures")
    known: dict[str, list[float]] = {}
    monthly: dict[str, list[float]] = {}
    if series.yearly_of is not None:
        months = spans_between(Cadence.MONTHLY, spans[0].year, spans[-1].year)
        figures = simulate_series(series.yearly_of, months, seed)
        for measure, values in zip(series.yearly_of.measures, figures, strict=True):
            monthly[measure.key] = [
                round(sum(values[at : at + 12]), 1) for at in range(0, len(months), 12)
            ]
    for measure in series.measures:
        simulated = simulate(measure, spans, known, rng)
        known[measure.key] = monthly.get(measure.key, simulated)
    return list(known.values())


def _plan_issue(series: Series, span: Span, at: int, rng: Random) -> Issue:
    soonest, latest = series.delay_days
    if rng.random() < _LATE_SHARE:
        soonest, latest = latest + 12, latest + 34
    day = draw_weekday(rng, span.last + timedelta(days=soonest), span.last + timedelta(days=latest))
    korean = rng.random() < series.korean_share
    revised = None
    if rng.random() < _REVISED_SHARE:
        wait = rng.choice((5, 9, 16, 24, 41, 68)) + rng.randint(0, 4)
        revised = draw_weekday(rng, day + timedelta(days=wait), day + timedelta(days=wait + 2))
        if revised > LAST_DAY:
            revised = None
    return Issue(at, day, revised, korean)


def _revise(series: Series, first: Values, rng: Random) -> Values:
    """What each figure would be corrected to: never itself, and differences stay differences."""
    final: dict[str, list[float]] = {}
    for measure, values in zip(series.measures, first, strict=True):
        decimals = measure.unit.value.decimals
        if measure.minus is not None:
            whole, less = (final[key] for key in measure.minus)
            final[measure.key] = [round(a - b, decimals) for a, b in zip(whole, less, strict=True)]
            continue
        final[measure.key] = []
        for value in values:
            step = max(10**-decimals * rng.randint(1, 3), abs(value) * rng.uniform(0.004, 0.03))
            final[measure.key].append(round(value + rng.choice((-1, 1)) * step, decimals))
    return list(final.values())


def _draw_changes(
    group: Group, values: Sequence[float], at: int, series: Series, rng: Random
) -> list[float]:
    """A change for each item of a group, around that of the whole; none is nothing."""
    ago = max(0, at - series.cadence.value)
    sign, size = change_between(series.measures[0].unit, values[at], values[ago])
    drawn = [round(rng.gauss(sign * min(size, 25) * 0.7, 11), 1) for _ in group.items]
    return [change or 0.3 for change in drawn]
