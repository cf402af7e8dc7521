"""Which release of a series says best that what it reports is the extreme over time asked for.

That one is what the newest instalment is to other questions: it comes before the others, and that
it is not the newest says nothing against it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from qa.language.extremes import Extreme
from qa.records import Scope
from qa.retrieval.extreme_sentences import find_all_terms, find_matter, rate_extreme, weigh_held
from qa.retrieval.read_passages import ReadPassage
from qa.series.kinship import KinFinder
from qa.series.series import Instalment, SeriesBook, Standing
from qa.understanding.wanted import Wanted

_SEARCHED = 3  # series, of those that were found first
_SAYING = 12  # passages of those that say it
_BEFORE = 1e-6  # less than any two scores differ by
_OFTEN = 0.25  # of the releases of a series, from which on what their leads have is its matter


def list_instalments(
    asked: Extreme, series: Iterable[str | None], book: SeriesBook, kin: KinFinder, scope: Scope
) -> list[Instalment]:
    """The instalments that could say it of the first of these series and those on their matter in
    other languages; of what was last so the newest, which alone can."""
    first = list(dict.fromkeys(filter(None, series)))[:_SEARCHED]
    names = [name for each in first for name in (each, *kin.find_translations(each))]
    current = [book.list_current(name, scope) for name in dict.fromkeys(names)]
    last = asked is Extreme.LAST
    return [each for of_one in current for each in (of_one[-1:] if last else of_one)]


def find_saying(wanted: Wanted, passages: Sequence[ReadPassage]) -> list[int]:
    """The keys of those passages that say the extreme asked for best, of equals the newest, or of a
    first time the oldest."""
    rated = [
        (rate, _find_age(wanted, each), each.stored.key)
        for each in passages
        if _is_within(wanted, each) and (rate := max(rate_extreme(wanted, each)))
    ]
    return [key for *_, key in sorted(rated, reverse=True)[:_SAYING]]


def _find_age(wanted: Wanted, read: ReadPassage) -> int:
    day = read.stored.release.published.toordinal()
    return -day if wanted.extreme is Extreme.FIRST else day


def _is_within(wanted: Wanted, read: ReadPassage) -> bool:
    """Whether a passage is about a period within the one asked about, if one is."""
    about = read.stored.about
    return wanted.period is None or (about is not None and wanted.period.contains(about))


def _has_matter(wanted: Wanted, read: ReadPassage, lead: frozenset[str]) -> bool:
    """Whether a release has most of the matter, by weight, or its series in its leads, which
    often have the terms in `lead`: what is called otherwise there is none of it."""
    terms = {term: wanted.weights[term] for term in find_matter(wanted)}
    held = weigh_held(wanted, read).keys() | lead
    return 2 * sum(terms[term] for term in held & terms.keys()) >= sum(terms.values())


def _find_leads(
    read: Sequence[ReadPassage], standings: Sequence[Standing]
) -> dict[str | None, frozenset[str]]:
    """The terms that the leads of the releases on each matter often have. Titles are no sign: one
    picks out a part."""
    found: dict[str | None, dict[str, frozenset[str]]] = {}
    for each, standing in zip(read, standings, strict=True):
        release = each.stored.release
        terms = find_all_terms(each.opening, release.language)
        found.setdefault(standing.matter, {})[release.id] = terms
    return {
        matter: frozenset(
            term
            for term, count in Counter(term for held in of.values() for term in held).items()
            if count >= _OFTEN * len(of)
        )
        for matter, of in found.items()
    }


def prefer(
    wanted: Wanted, read: Sequence[ReadPassage], standings: Sequence[Standing]
) -> list[bool]:
    """Whether each passage says the extreme asked for and is of the release that does so before all
    others on its matter: best, then the newest, as a record may have been broken since; of a first
    time the oldest. What was last so the newest release says, or none."""
    asked = wanted.extreme
    if asked is None:
        return [False] * len(read)
    leads = _find_leads(read, standings)
    best: dict[str, tuple[tuple[int, bool, int], str]] = {}
    said = []
    for each, standing in zip(read, standings, strict=True):
        matter, rate = standing.matter, int(standing.newness >= 0)
        if asked is not Extreme.LAST:
            rate = max(rate_extreme(wanted, each)) * _has_matter(wanted, each, leads[matter])
        said.append(rate > 0 and matter is not None and _is_within(wanted, each))
        if said[-1] and matter is not None:
            key = (rate, not standing.superseded, _find_age(wanted, each))
            best[matter] = max(best.get(matter, (key, "")), (key, each.stored.release.id))
    return [
        says and best[str(standing.matter)][1] == each.stored.release.id
        for says, each, standing in zip(said, read, standings, strict=True)
    ]


def put_first(standings: Sequence[Standing], preferred: Sequence[bool]) -> list[Standing]:
    """The same with what is preferred as the newest of its matter: of all instalments it is the one
    that is asked for."""
    matters = {each.matter for each, first in zip(standings, preferred, strict=True) if first}
    return [
        replace(each, newness=1 if first else -1) if each.matter in matters else each
        for each, first in zip(standings, preferred, strict=True)
    ]


def lift_preferred(
    scores: npt.NDArray[np.float64], preferred: Sequence[bool], matters: Sequence[str | None]
) -> npt.NDArray[np.float64]:
    """The scores, those of what is preferred no lower than any of its matter."""
    lifted = scores.copy()
    for row in np.flatnonzero(preferred).tolist():
        own = [each == matters[row] for each in matters]
        lifted[row] = scores[own].max() + _BEFORE
    return lifted
