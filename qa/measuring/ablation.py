"""What each signal is worth: the ranking is fitted without it, and measured on other collections.

Two questions more: whether the signals of time cost the questions that ask for no time, and how far
all signals reach, by what they do on the collection that they are fitted on.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from qa.measuring.asked import Asked
from qa.measuring.evaluation import rank_releases
from qa.measuring.fitting import Judged, fit_confidence, fit_order, fold, judge_asked
from qa.measuring.metrics import (
    Comparison,
    compare_paired,
    find_auroc,
    find_calibration_error,
    mean,
    measure_run,
)
from qa.retrieval.confidence import SHORTLIST_SIGNALS, TIME_SIGNALS
from qa.retrieval.ranking import LinearModel
from qa.retrieval.shortlist import Shortlist
from qa.retrieval.signals import SIGNALS


@dataclass(frozen=True, slots=True)
class Worth:
    """How good the ranking of a collection is, and how well it tells what it cannot answer.

    Over questions as they are and with their answers taken away: the AUROC, the calibration error,
    where it is known whether the first hit answers, and the share of the unanswerable that is
    `refused` by a threshold that loses LOST of the answerable. The first and the last are None
    where nothing is unanswerable.
    """

    ndcg: float
    auroc: float | None
    calibration_error: float
    refused: float | None


LOST = 0.05
"""The share of the answerable that is refused, where what else is refused is compared."""


def ablate(
    fitted: Sequence[Asked], measured: Mapping[str, Sequence[Asked]]
) -> Iterator[tuple[str, list[Worth]]]:
    """For each measured collection: with all signals, then with each left out in turn."""
    yield "all signals", _measure(fitted, measured)
    for name in SIGNALS:
        part = {label: _leave_out(asked, [name]) for label, asked in measured.items()}
        yield f"without {name}", _measure(_leave_out(fitted, [name]), part)
    for name in SHORTLIST_SIGNALS:
        yield f"without {name}", _measure(fitted, measured, without=[name])


def compare_untimed(fitted: Sequence[Asked], measured: Sequence[Asked]) -> Comparison:
    """Of questions that ask for no time, nDCG@10 with all signals against without those of time."""
    untimed = [each for each in measured if not each.whole.question.wanted.is_timed]
    with_time, without_time = (
        _measure_order(fit_order(_leave_out(fitted, names)), _leave_out(untimed, names))
        for names in ((), TIME_SIGNALS)
    )
    return compare_paired(with_time, without_time)


def compare_own(fitted: Sequence[Asked], measured: Sequence[Asked]) -> tuple[Worth, Worth]:
    """What a fit on other questions is worth on a collection, and what one on its own is, by which
    each question is judged that has none about the same release in it.

    Where the second is no better, it is the signals that end there, not what they are fitted on.
    """
    ndcg: dict[str, float] = {}
    judged: list[Judged] = []
    for part, held_out in fold(measured):
        of_held_out, said = _judge(held_out, *_fit(part))
        ndcg |= of_held_out
        judged += said
    return _weigh(*_judge(measured, *_fit(fitted))), _weigh(ndcg, judged)


def _fit(asked: Sequence[Asked], without: Sequence[str] = ()) -> tuple[LinearModel, LinearModel]:
    """The order, and a probability that rests on nothing of `without`."""
    order = fit_order(asked)
    return order, fit_confidence(asked, order, without=without)


def _judge(
    asked: Sequence[Asked], order: LinearModel, confidence: LinearModel
) -> tuple[dict[str, float], list[Judged]]:
    """nDCG@10 of each question, and how sure each way of asking it is."""
    judged = [each for one in asked for each in judge_asked(one, order, confidence)]
    return _measure_order(order, asked), judged


def _weigh(ndcg: Mapping[str, float], judged: Sequence[Judged]) -> Worth:
    sure = [each.sure for each in judged]
    answerable = np.array([each.answerable for each in judged], np.bool_)
    refused = None
    if answerable.any() and not answerable.all():
        threshold = np.quantile(np.array(sure)[answerable], LOST)
        refused = float(np.mean(np.array(sure)[~answerable] < threshold))
    return Worth(
        ndcg=mean(list(ndcg.values())),
        auroc=find_auroc(sure, answerable.tolist()),
        calibration_error=find_calibration_error(
            [each.sure for each in judged if each.right is not None],
            [each.right for each in judged if each.right is not None],
        ),
        refused=refused,
    )


def _measure(
    fitted: Sequence[Asked], measured: Mapping[str, Sequence[Asked]], without: Sequence[str] = ()
) -> list[Worth]:
    """With a probability that rests on nothing of `without`."""
    models = _fit(fitted, without)
    return [_weigh(*_judge(asked, *models)) for asked in measured.values()]


def _measure_order(order: LinearModel, asked: Sequence[Asked]) -> dict[str, float]:
    """nDCG@10 of each question."""
    run = {
        each.question.id: rank_releases(order.score(each.whole.signals), each.whole)
        for each in asked
    }
    relevant = {each.question.id: each.question.relevant for each in asked}
    return measure_run(run, relevant)["nDCG@10"]


def _leave_out(asked: Sequence[Asked], names: Sequence[str]) -> list[Asked]:
    """The same questions with some signals that never vary, and so weigh nothing."""
    columns = [SIGNALS.index(name) for name in names]

    def blank(shortlist: Shortlist) -> Shortlist:
        signals = shortlist.signals.copy()
        signals[:, columns] = 0.0
        return replace(shortlist, signals=signals)

    return [
        replace(
            each,
            whole=blank(each.whole),
            emptied=None if each.emptied is None else blank(each.emptied),
        )
        for each in asked
    ]
