"""What each signal is worth: order and probability fitted without it, measured elsewhere.

And whether those of time cost the questions that ask for none.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from qa.confidence import SHORTLIST_SIGNALS, TIME_SIGNALS
from qa.evaluation import rank_releases
from qa.fitting import Asked, fit_confidence, fit_order, judge_asked
from qa.metrics import Comparison, compare_paired, find_auroc, mean, measure_run
from qa.ranking import LinearModel
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


def _measure(
    fitted: Sequence[Asked], measured: Mapping[str, Sequence[Asked]], without: Sequence[str] = ()
) -> list[Worth]:
    """With a probability that rests on nothing of `without`."""
    order = fit_order(fitted)
    confidence = fit_confidence(fitted, order, without=without)
    worths = []
    for asked in measured.values():
        judged = [each for one in asked for each in judge_asked(one, order, confidence)]
        worths.append(
            Worth(
                ndcg=mean(list(_measure_order(order, asked).values())),
                auroc=find_auroc(
                    [each.sure for each in judged], [each.answerable for each in judged]
                ),
            )
        )
    return worths


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
