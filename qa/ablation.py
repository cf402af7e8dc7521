"""What each signal of the order is worth: the fit without it, measured elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from qa.evaluation import rank_releases
from qa.fitting import Asked, fit_order
from qa.metrics import mean, measure_run
from qa.signals import SIGNALS


def ablate(
    fitted: Sequence[Asked], measured: Mapping[str, Sequence[Asked]]
) -> Iterator[tuple[str, list[float]]]:
    """nDCG@10 on each measured collection: with all signals, then with each left out in turn."""
    yield "all signals", [_measure(fitted, asked) for asked in measured.values()]
    for column, name in enumerate(SIGNALS):
        part = _leave_out(fitted, column)
        yield (
            f"without {name}",
            [_measure(part, _leave_out(asked, column)) for asked in measured.values()],
        )


def _measure(fitted: Sequence[Asked], asked: Sequence[Asked]) -> float:
    order = fit_order(fitted)
    run = {
        each.question.id: rank_releases(order.score(each.whole.signals), each.whole)
        for each in asked
    }
    relevant = {each.question.id: each.question.relevant for each in asked}
    return mean(list(measure_run(run, relevant)["nDCG@10"].values()))


def _leave_out(asked: Sequence[Asked], column: int) -> list[Asked]:
    """The same questions with one signal that never varies, and so weighs nothing."""
    parts = []
    for each in asked:
        signals = each.whole.signals.copy()
        signals[:, column] = 0.0
        parts.append(replace(each, whole=replace(each.whole, signals=signals)))
    return parts
