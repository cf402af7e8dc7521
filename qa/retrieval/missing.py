"""What of a question a release has not, beyond its words: whose, how-manieth, where, of what.

The columns of `qa.retrieval.signals` that are 0 for most questions, one value a passage: from 0,
nothing is missing, to 1. What each means is said there.
"""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from qa.language.asked_forms import Form
from qa.language.offices import rate_offices
from qa.language.ordinals import Numbered, find_numbered, is_another
from qa.language.parties import Party, is_common, names_party
from qa.language.places import AskedPlace, is_elsewhere
from qa.language.wholes import speaks_of_whole
from qa.language.whose_offices import Office
from qa.retrieval.read_passages import ReadPassage

_Values = npt.NDArray[np.float64]


def miss_countries(
    speaks_of: Callable[[str, str], bool], asked: frozenset[str], shortlist: Sequence[ReadPassage]
) -> _Values:
    """The share of the countries asked for that neither title nor body of each passage's release
    speaks of."""
    if not asked:
        return np.zeros(len(shortlist))
    releases = [each.stored.release for each in shortlist]
    missing = [
        [not (speaks_of(of.title, each) or speaks_of(of.body, each)) for each in asked]
        for of in releases
    ]
    return _average(missing)


def miss_whole(shortlist: Sequence[ReadPassage]) -> _Values:
    """1 for each passage whose release is on the exports or imports of something alone."""
    of_whole = np.array(
        [
            speaks_of_whole(each.stored.release.title) or speaks_of_whole(each.opening)
            for each in shortlist
        ],
        np.bool_,
    )
    return np.where(of_whole.any(), ~of_whole, False).astype(np.float64)


def miss_office(asked: Office | None, shortlist: Sequence[ReadPassage]) -> _Values:
    """1 for each passage whose text, as a title leaves the holder out, does not name just that
    office."""
    if asked is None or not asked.is_particular:
        return np.zeros(len(shortlist))
    rated = [rate_offices(asked, each.stored.passage.text) for each in shortlist]
    return np.array([each < max(1, *rated) for each in rated], np.float64)


def miss_numbered(asked: Sequence[Numbered], shortlist: Sequence[ReadPassage]) -> _Values:
    """The share of those of which each passage's release has others alone."""
    if not asked:
        return np.zeros(len(shortlist))
    of = [each.stored.release for each in shortlist]
    told = [find_numbered(f"{each.title}\n\n{each.body}", each.language) for each in of]
    return _average([[is_another(each, numbers) for each in asked] for numbers in told])


def miss_places(asked: Sequence[AskedPlace], shortlist: Sequence[ReadPassage]) -> _Values:
    """The share of those in whose stead each passage's release has others."""
    if not asked:
        return np.zeros(len(shortlist))
    of = [each.stored.release for each in shortlist]
    return _average(
        [
            [is_elsewhere(place, each.title, each.body, each.language) for place in asked]
            for each in of
        ]
    )


def miss_parties(asked: Sequence[Party], shortlist: Sequence[ReadPassage]) -> _Values:
    """1 for each passage whose release has not all of those names; what any release on the
    shortlist writes small is none."""
    of = [each.stored.release for each in shortlist]
    named = [
        party
        for party in asked
        if not any(is_common(party, body) for body in {each.body for each in of})
    ]
    missing = (
        any(
            not names_party(party, each.title, each.body, each.publisher, each.language)
            for party in named
        )
        for each in of
    )
    return np.fromiter(missing, np.float64, len(shortlist))


def miss_form(asked: Form | None, shortlist: Sequence[ReadPassage]) -> _Values:
    """1 for each passage whose release has nothing of the form of what is asked for."""
    if asked is None:
        return np.zeros(len(shortlist))
    of = [each.stored.release for each in shortlist]
    told = {each.id: asked.is_in(f"{each.title}\n{each.body}") for each in of}
    return np.array([not told[each.id] for each in of], np.float64)


def _average(rows: Sequence[Sequence[bool]]) -> _Values:
    """The share of each row that holds; none is empty."""
    shares: _Values = np.array([sum(row) / len(row) for row in rows], np.float64)
    return shares
