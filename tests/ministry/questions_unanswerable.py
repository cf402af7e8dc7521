"""Questions that no release answers, phrased like those that one does."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from tests.ministry.asking import Draft, ask, name_noun, name_span, phrasings, steps_back
from tests.ministry.beside_fit import BESIDE_FIT
from tests.ministry.beside_heldout import BESIDE_HELDOUT
from tests.ministry.names import LAST_DAY
from tests.ministry.phrases import read_sections
from tests.ministry.questions_series import Run, is_change
from tests.ministry.series import Split
from tests.ministry.spans import Cadence, Span

_BESIDE = {
    Split.FIT: read_sections(BESIDE_FIT),
    Split.HELDOUT: read_sections(BESIDE_HELDOUT),
}
# The questions to fit on give none: they stay as they were when the ranking was fitted.
_BESIDE_REASONS = {Split.FIT: "", Split.HELDOUT: "beside"}


def draw_gaps(runs: Sequence[Run], split: Split, rng: Random) -> Iterator[Draft]:
    """Questions about periods whose instalment was never published."""
    while True:
        run = rng.choice(runs)
        span = rng.choice(run.gaps)
        as_of = span.last + timedelta(days=rng.randint(120, 1200))
        if as_of <= LAST_DAY:
            yield _draft(run, span, as_of, "dated", "gap", split, rng)


def draw_future(runs: Sequence[Run], split: Split, rng: Random) -> Iterator[Draft]:
    """Questions about periods that are not over by as_of."""
    while True:
        run = rng.choice(runs)
        span = rng.choice(sorted(run.versions)).shift(rng.randint(1, 5))
        if span.year > run.series.last_year:
            continue
        as_of = span.first - timedelta(days=rng.randint(1, 200))
        yield _draft(run, span, as_of, "dated", "future", split, rng)


def draw_before(runs: Sequence[Run], split: Split, rng: Random) -> Iterator[Draft]:
    """Questions about periods years before a series began."""
    while True:
        run = rng.choice(runs)
        year = run.series.first_year - rng.randint(2, 5)
        span = Span(year, rng.randint(1, run.series.cadence.value), run.series.cadence)
        as_of = _draw_day(rng, date(run.series.first_year, 2, 1), LAST_DAY)
        yield _draft(run, span, as_of, "dated", "before", split, rng)


def draw_not_yet(runs: Sequence[Run], split: Split, rng: Random) -> Iterator[Draft]:
    """Questions about the last month or quarter, on a day when it is not yet reported."""
    slow = [run for run in runs if run.series.delay_days[0] > 5]
    while True:
        run = rng.choice(slow)
        span = rng.choice(sorted(run.versions))
        published = run.versions[span][0].release.published
        as_of = _draw_day(rng, span.last + timedelta(days=1), published - timedelta(days=1))
        if as_of <= span.shift(1).last:
            yield _draft(run, span, as_of, "relative", "not yet", split, rng)


def draw_nowhere(split: Split, rng: Random) -> Iterator[Draft]:
    """Questions about what the ministry has never written of."""
    while True:
        korean = rng.random() < 0.3
        prefix = "ko-" if korean else ""
        subjects = " | ".join(phrasings(split, f"{prefix}nowhere-subject")).split(" | ")
        span = Span(rng.randint(2012, 2024), rng.randint(1, 12), Cadence.MONTHLY)
        as_of = _draw_day(rng, span.last, LAST_DAY)
        language = "ko" if korean else "en"
        slots = {**name_noun(rng.choice(subjects).strip(" |")), **name_span(span, korean)}
        text = ask(phrasings(split, f"{prefix}nowhere"), slots, language, rng)
        yield Draft(text, as_of, language, reason="nowhere")


def draw_beside(runs: Sequence[Run], split: Split, rng: Random) -> Iterator[Draft]:
    """Questions about what a series does not report, though it reports the like of it."""
    nouns = {each.name: each.lines for each in _BESIDE[split]}
    beside = [run for run in runs if run.series.name in nouns]
    while True:
        run = rng.choice(beside)
        english, korean = (line.split(" | ") for line in nouns[run.series.name])
        in_korean = rng.random() < 0.15
        noun = rng.choice(korean if in_korean else english)
        prefix, language = ("ko-", "ko") if in_korean else ("", "en")
        span = rng.choice(sorted(run.versions))
        published = run.versions[span][-1].release.published
        as_of = _draw_day(rng, published, min(LAST_DAY, published + timedelta(days=1500)))
        slots = {**name_noun(noun), **name_span(span, in_korean)}
        if rng.random() < 0.3:
            templates = phrasings(split, f"{prefix}latest")
        else:
            templates = phrasings(split, f"{prefix}dated", "amount")
        text = ask(templates, slots, language, rng)
        yield Draft(text, as_of, language, reason=_BESIDE_REASONS[split])


def _draft(
    run: Run, span: Span, as_of: date, kind: str, reason: str, split: Split, rng: Random
) -> Draft:
    korean = rng.random() < (0.65 if run.series.korean_share == 1 else 0.13)
    asked = rng.choice([each for each in run.series.asked if not is_change(each)])
    noun = rng.choice(asked.korean if korean else asked.english)
    slots = {**name_noun(noun), **name_span(span, korean)}
    if kind == "relative":
        slots["when"] = rng.choice(steps_back(split, run.series.cadence, korean)[1])
    templates = phrasings(split, f"ko-{kind}" if korean else kind, "amount")
    language = "ko" if korean else "en"
    return Draft(ask(templates, slots, language, rng), as_of, language, reason=reason)


def _draw_day(rng: Random, first: date, last: date) -> date:
    return first + timedelta(days=rng.randint(0, max(0, (last - first).days)))
