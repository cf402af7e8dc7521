"""Questions about series: dated, relative and latest, each with its right instalment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.ministry.asking import Draft, ask, name_noun, name_span, phrasings, steps_back
from tests.ministry.names import LAST_DAY
from tests.ministry.series import Asked, Instalment, Series, Split
from tests.ministry.spans import Cadence, Span

_LATEST_NEWS_DAYS = 400  # a series that ended longer ago has no latest figure worth asking for


@dataclass(frozen=True, slots=True)
class Run:
    """All versions of all instalments of a series, by period, and the periods without one."""

    series: Series
    versions: dict[Span, tuple[Instalment, ...]]
    gaps: tuple[Span, ...]

    def visible(self, span: Span, as_of: date) -> tuple[Instalment, ...]:
        """The versions of a period's instalment published by a day, oldest first."""
        return tuple(
            each for each in self.versions.get(span, ()) if each.release.published <= as_of
        )

    def newest(self, as_of: date) -> Span | None:
        """The last period that has an instalment by a day."""
        return max((span for span in self.versions if self.visible(span, as_of)), default=None)


def gather_run(series: Series, instalments: Sequence[Instalment], gaps: tuple[Span, ...]) -> Run:
    """The instalments of a series by period."""
    versions: dict[Span, tuple[Instalment, ...]] = {}
    for each in instalments:
        versions[each.span] = (*versions.get(each.span, ()), each)
    return Run(series, versions, gaps)


def grade(visible: Sequence[Instalment]) -> tuple[tuple[str, int], ...]:
    """2 for the current version, 1 for those it has superseded."""
    return (
        (visible[-1].release.id, 2),
        *((each.release.id, 1) for each in visible[:-1]),
    )


def draw_dated(runs: Sequence[Run], split: Split, rng: Random) -> Iterator[Draft]:
    """Questions that name their period, without end."""
    while True:
        run = rng.choice(runs)
        span = _draw_span(run, rng)
        versions = run.versions[span]
        first, last = versions[0].release.published, versions[-1].release.published
        if len(versions) > 1 and rng.random() < 0.25:
            as_of = _draw_day(rng, first, last - timedelta(days=1))
        else:
            as_of = _draw_day(rng, last, min(LAST_DAY, last + timedelta(days=1500)))
        yield from _draft(run, span, as_of, "dated", {}, split, rng)


def draw_relative(runs: Sequence[Run], split: Split, rng: Random) -> Iterator[Draft]:
    """Questions whose period counts from as_of, or is a month named without its year."""
    while True:
        run = rng.choice(runs)
        span = rng.choice(sorted(run.versions))
        korean = _draw_korean(run, rng)
        phrases = steps_back(split, run.series.cadence, korean)
        steps = rng.choice((*phrases, 1, 1))
        here = span.shift(steps)
        as_of = _draw_day(rng, here.first, here.last)
        if not run.visible(span, as_of) or as_of > LAST_DAY:
            continue
        slots = {"when": rng.choice(phrases[steps])}
        bare = run.series.cadence is not Cadence.YEARLY and steps < run.series.cadence.value
        if bare and rng.random() < 0.2:
            slots["when"] = span.short_korean if korean else f"in {span.short}"
        yield from _draft(run, span, as_of, "relative", slots, split, rng, korean=korean)


def draw_latest(runs: Sequence[Run], split: Split, rng: Random) -> Iterator[Draft]:
    """Questions for the newest figure."""
    while True:
        run = rng.choice(runs)
        as_of = _draw_day(rng, date(run.series.first_year, 6, 1), LAST_DAY)
        span = run.newest(as_of)
        if span is None or (as_of - span.last).days > _LATEST_NEWS_DAYS:
            continue
        yield from _draft(run, span, as_of, "latest", {}, split, rng)


def name_asked(
    series: Series, asked: Asked, instalment: Instalment, korean: bool, rng: Random
) -> tuple[str, str] | None:
    """A name for an asked figure and the words that state it; None where they are not stated."""
    name = rng.choice(asked.korean if korean else asked.english)
    if "{item}" not in name:
        answer = instalment.facts.get(asked.key)
        return None if answer is None else (name, answer)
    items = next(group.items for group in series.groups if group.key == asked.key)
    english, korean_name = rng.choice(items)
    answer = instalment.facts.get(f"{asked.key}:{english}")
    name = name.format(item=korean_name if korean else english)
    return None if answer is None else (name, answer)


def is_change(asked: Asked) -> bool:
    """Whether a figure is a change on a year earlier, and is asked for as one."""
    return asked.key.endswith("_change") or "{item}" in asked.english[0]


def _draft(
    run: Run,
    span: Span,
    as_of: date,
    kind: str,
    slots: dict[str, str],
    split: Split,
    rng: Random,
    *,
    korean: bool | None = None,
) -> Iterator[Draft]:
    """A question about one instalment, or none where it does not state what is drawn."""
    visible = run.visible(span, as_of)
    korean = _draw_korean(run, rng) if korean is None else korean
    wanted = [each for each in run.series.asked if kind != "latest" or not is_change(each)]
    asked = rng.choice(wanted)
    named = name_asked(run.series, asked, visible[-1], korean, rng)
    if named is None:
        return
    argument = "" if kind == "latest" else "change" if is_change(asked) else "amount"
    templates = phrasings(split, f"ko-{kind}" if korean else kind, argument)
    language = "ko" if korean else "en"
    filled = {**slots, **name_noun(named[0]), **name_span(span, korean)}
    text = ask(templates, filled, language, rng)
    yield Draft(text, as_of, language, (named[1],), grade(visible))


def _draw_span(run: Run, rng: Random) -> Span:
    revised = [span for span, versions in run.versions.items() if len(versions) > 1]
    if revised and rng.random() < 0.2:
        return rng.choice(revised)
    return rng.choice(sorted(run.versions))


def _draw_korean(run: Run, rng: Random) -> bool:
    return rng.random() < (0.65 if run.series.korean_share == 1 else 0.13)


def _draw_day(rng: Random, first: date, last: date) -> date:
    return first + timedelta(days=rng.randint(0, max(0, (last - first).days)))
