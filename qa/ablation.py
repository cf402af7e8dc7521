"""What each signal is worth: order and probability fitted without it, measured elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from qa.evaluation import rank_releases
from qa.fitting import Asked, fit_confidence, fit_order, judge_asked
from qa.metrics import find_auroc, mean, measure_run
from qa.shortlisting import Shortlist
from qa.signals import SIGNALS


@dataclass(frozen=True, slots=True)
class Worth:
    """How good the ranking of a collection is, and how well it tells what it cannot answer.

    `auroc` is over questions as they are and with their answers taken away; None where nothing
    is unanswerable.
    """

    ndcg: float
    auroc: float | None


def ablate(
    fitted: Sequence[Asked], measured: Mapping[str, Sequence[Asked]]
) -> Iterator[tuple[str, list[Worth]]]:
    """For each measured collection: with all signals, then with each left out in turn."""
    yield "all signals", _measure(fitted, measured)
    for column, name in enumerate(SIGNALS):
        part = {label: _leave_out(asked, column) for label, asked in measured.items()}
        yield f"without {name}", _measure(_leave_out(fitted, column), part)


def _measure(fitted: Sequence[Asked], measured: Mapping[str, Sequence[Asked]]) -> list[Worth]:
    order = fit_order(fitted)
    confidence = fit_confidence(fitted, order)
    worths = []
    for asked in measured.values():
        run = {
            each.question.id: rank_releases(order.score(each.whole.signals), each.whole)
            for each in asked
        }
        relevant = {each.question.id: each.question.relevant for each in asked}
        judged = [each for one in asked for each in judge_asked(one, order, confidence)]
        worths.append(
            Worth(
                ndcg=mean(list(measure_run(run, relevant)["nDCG@10"].values())),
                auroc=find_auroc(
                    [each.sure for each in judged], [each.answerable for each in judged]
                ),
            )
        )
    return worths


def _leave_out(asked: Sequence[Asked], column: int) -> list[Asked]:
    """The same questions with one signal that never varies, and so weighs nothing."""

    def blank(shortlist: Shortlist) -> Shortlist:
        signals = shortlist.signals.copy()
        signals[:, column] = 0.0
        return replace(shortlist, signals=signals)

    return [
        replace(
            each,
            whole=blank(each.whole),
            emptied=None if each.emptied is None else blank(each.emptied),
        )
        for each in asked
    ]
