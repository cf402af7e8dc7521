"""The answer to a question about several periods: what was found for each, in one list of hits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.answers import Hit, PeriodAnswer, Verdict
from qa.questions import AskedPeriod


@dataclass(frozen=True, slots=True)
class FoundFor:
    """The hits for one period, None: for a question about none, and the verdict on the first."""

    asked: AskedPeriod | None
    hits: tuple[Hit, ...]
    verdict: Verdict


def join_found(
    found: Sequence[FoundFor], k: int
) -> tuple[tuple[Hit, ...], Verdict, tuple[PeriodAnswer, ...]]:
    """The `k` best hits, the verdict, and what was found for each period where there are several.

    First the hit for each period that answers, those only compared with last, then what else was
    found for the main one, which is the first. Any answers but for what is only compared with: what
    April was says nothing of May.
    """
    main, *further = found
    if not further:
        return main.hits, main.verdict, ()
    answering = [each for each in found if each.hits and each.verdict is not Verdict.NOT_FOUND]
    answering.sort(key=_is_compared)
    if all(map(_is_compared, answering)):
        answering = []
    leads: dict[str, Hit] = {}  # of each release one, which may answer for several periods
    for each in answering:
        leads.setdefault(each.hits[0].release.id, each.hits[0])
    firsts = list(leads.values())
    of_others = {hit.release.id for hit in firsts if hit not in main.hits}
    rest = [hit for hit in main.hits if hit not in firsts and hit.release.id not in of_others]
    hits = [*firsts, *rest][:k]
    ranks = {hit.release.id: rank for rank, hit in enumerate(hits, 1) if hit in firsts}
    by_period = tuple(
        PeriodAnswer(
            each.asked,
            each.verdict,
            ranks.get(each.hits[0].release.id) if each in answering else None,
        )
        for each in found
        if each.asked is not None
    )
    ranked = tuple(replace(hit, rank=rank) for rank, hit in enumerate(hits, 1))
    return ranked, answering[0].verdict if answering else main.verdict, by_period


def _is_compared(found: FoundFor) -> bool:
    return found.asked is not None and found.asked.compared
