"""The ministry put together: every series, every kind of one-off, every question."""

from collections.abc import Iterator, Sequence
from itertools import cycle
from random import Random

from tests.ministry.asking import Draft, Question, QuestionKind
from tests.ministry.collection import Fact, Ministry
from tests.ministry.instalments import write_series
from tests.ministry.oneoff_remarks import oneoff_remarks
from tests.ministry.oneoffs import Kind, OneOff, write_oneoffs
from tests.ministry.oneoffs_fit_diplomacy import DIPLOMACY_FIT
from tests.ministry.oneoffs_fit_industry import INDUSTRY_FIT
from tests.ministry.oneoffs_fit_support import SUPPORT_FIT
from tests.ministry.oneoffs_heldout_home import HOME_HELDOUT
from tests.ministry.oneoffs_heldout_trade import TRADE_HELDOUT
from tests.ministry.oneoffs_korean import KOREAN_KINDS
from tests.ministry.questions_oneoffs import Shelf, draw_published, draw_swapped, draw_undated
from tests.ministry.questions_series import (
    Run,
    draw_dated,
    draw_latest,
    draw_relative,
    gather_run,
)
from tests.ministry.questions_unanswerable import (
    draw_before,
    draw_beside,
    draw_future,
    draw_gaps,
    draw_not_yet,
    draw_nowhere,
)
from tests.ministry.series import Instalment, Series, Split
from tests.ministry.series_fit_market import MARKET_FIT
from tests.ministry.series_fit_quarterly import QUARTERLY_FIT
from tests.ministry.series_fit_trade import TRADE_FIT
from tests.ministry.series_fit_yearly import YEARLY_FIT
from tests.ministry.series_heldout_goods import GOODS_HELDOUT
from tests.ministry.series_heldout_quarterly import QUARTERLY_HELDOUT
from tests.ministry.series_heldout_vehicles import VEHICLES_HELDOUT
from tests.ministry.series_heldout_yearly import YEARLY_HELDOUT
from tests.ministry.series_korean import KOREAN_SERIES

SEED = 20251124

ALL_SERIES: tuple[Series, ...] = (
    *TRADE_FIT,
    *MARKET_FIT,
    *QUARTERLY_FIT,
    *YEARLY_FIT,
    *VEHICLES_HELDOUT,
    *GOODS_HELDOUT,
    *QUARTERLY_HELDOUT,
    *YEARLY_HELDOUT,
    *KOREAN_SERIES,
)
ALL_KINDS: tuple[Kind, ...] = (
    *DIPLOMACY_FIT,
    *INDUSTRY_FIT,
    *SUPPORT_FIT,
    *TRADE_HELDOUT,
    *HOME_HELDOUT,
    *KOREAN_KINDS,
)

_ONE_OFFS = 28  # of each English kind, or of each kind of event announced and reported
_KOREAN_ONE_OFFS = 16
_QUESTIONS = {
    Split.FIT: {
        QuestionKind.DATED: 180,
        QuestionKind.RELATIVE: 120,
        QuestionKind.LATEST: 90,
        QuestionKind.PUBLISHED: 90,
        QuestionKind.UNDATED: 130,
        QuestionKind.UNANSWERABLE: 120,
        QuestionKind.BESIDE: 60,
    },
    Split.HELDOUT: {
        QuestionKind.DATED: 240,
        QuestionKind.RELATIVE: 240,
        QuestionKind.LATEST: 180,
        QuestionKind.PUBLISHED: 180,
        QuestionKind.UNDATED: 180,
        QuestionKind.UNANSWERABLE: 180,
        QuestionKind.BESIDE: 100,
    },
}


def generate_ministry(seed: int = SEED) -> Ministry:
    """The whole collection; equal for equal seeds."""
    runs: list[Run] = []
    instalments: list[Instalment] = []
    for series in ALL_SERIES:
        written, gaps = write_series(series, seed)
        instalments += written
        runs.append(gather_run(series, written, gaps))
    oneoffs: list[OneOff] = []
    for kind in ALL_KINDS:
        number = _KOREAN_ONE_OFFS if kind.language == "ko" else _ONE_OFFS
        remarks = oneoff_remarks(kind.split, kind.language)
        oneoffs += write_oneoffs(kind, remarks, number, seed)
    shelf = Shelf(oneoffs, [each.release for each in instalments])
    releases = [*shelf.others, *(each.release for each in oneoffs)]
    return Ministry(
        releases=tuple(sorted(releases, key=lambda each: (each.published, each.id))),
        splits={each.release.id: each.series.split for each in instalments}
        | {each.release.id: each.kind.split for each in oneoffs},
        facts=tuple(_note_fact(each) for each in instalments),
        gaps=tuple((run.series.name, span.first) for run in runs for span in run.gaps),
        questions=tuple(
            question for split in Split for question in _ask_all(split, runs, shelf, seed)
        ),
    )


def _note_fact(instalment: Instalment) -> Fact:
    return Fact(
        release_id=instalment.release.id,
        series=instalment.series.name,
        first=instalment.span.first,
        last=instalment.span.last,
        supersedes=instalment.superseded,
    )


def _ask_all(split: Split, runs: Sequence[Run], shelf: Shelf, seed: int) -> Iterator[Question]:
    """The questions of a part, no two of the same words on the same day."""
    own = [run for run in runs if run.series.split is split]
    for kind, number in _QUESTIONS[split].items():
        rng = Random(f"{seed}/questions/{split.value}/{kind.value}")
        drafts = _draw(kind, split, own, shelf, rng)
        asked: set[str] = set()
        while len(asked) < number:
            draft = next(drafts)
            if draft.text in asked:
                continue
            asked.add(draft.text)
            yield Question(
                id=f"{split.value}-{kind.value}-{len(asked):03d}",
                text=draft.text,
                as_of=draft.as_of,
                kind=kind,
                split=split,
                language=draft.language,
                answers=draft.answers,
                grades=draft.grades,
                reason=draft.reason,
            )


def _draw(
    kind: QuestionKind, split: Split, runs: Sequence[Run], shelf: Shelf, rng: Random
) -> Iterator[Draft]:
    """Questions of a kind, without end."""
    match kind:
        case QuestionKind.DATED:
            return draw_dated(runs, split, rng)
        case QuestionKind.RELATIVE:
            return draw_relative(runs, split, rng)
        case QuestionKind.LATEST:
            return draw_latest(runs, split, rng)
        case QuestionKind.PUBLISHED:
            return draw_published(shelf, split, rng)
        case QuestionKind.UNDATED:
            return draw_undated(shelf, split, rng)
        case QuestionKind.BESIDE:
            return draw_beside(runs, split, rng)
        case QuestionKind.UNANSWERABLE:
            sources = (
                draw_gaps(runs, split, rng),
                draw_future(runs, split, rng),
                draw_before(runs, split, rng),
                draw_not_yet(runs, split, rng),
                draw_nowhere(split, rng),
                draw_swapped(shelf, split, rng),
            )
            return (next(source) for source in cycle(sources))
