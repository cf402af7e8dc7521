"""What of a question a release has not, beyond its words: whose, how-manieth, where, of what.

The columns of `qa.retrieval.signals` that are 0 for most questions, one value a passage: from 0,
nothing is missing, to 1. What each means is said there.
"""

from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from qa.language.asked_forms import Form
from qa.language.offices import rate_offices
from qa.language.ordinals import Numbered, find_held, find_numbered, is_another
from qa.language.parties import Party, is_common, names_party
from qa.language.places import AskedPlace, is_elsewhere
from qa.language.wholes import speaks_of_whole
from qa.language.whose_offices import Office
from qa.records import Release
from qa.retrieval.read_passages import ReadPassage

_Values = npt.NDArray[np.float64]
_Asked = TypeVar("_Asked")


def miss_countries(
    speaks_of: Callable[[str, str], bool], asked: frozenset[str], shortlist: Sequence[ReadPassage]
) -> _Values:
    """The share of the countries asked for that neither title nor body of each passage's release
    speaks of."""
    return _share(asked, shortlist, lambda each, of: lacks_country(speaks_of, each, of))


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
    return _share(asked, shortlist, lacks_numbered)


def miss_places(asked: Sequence[AskedPlace], shortlist: Sequence[ReadPassage]) -> _Values:
    """The share of those in whose stead each passage's release has others."""
    return _share(asked, shortlist, lacks_place)


def miss_parties(asked: Sequence[Party], shortlist: Sequence[ReadPassage]) -> _Values:
    """1 for each passage whose release has not all of those names; what any release on the
    shortlist writes small is none."""
    named, releases = leave_parties(asked, shortlist), [each.stored.release for each in shortlist]
    missing = (any(lacks_party(party, of) for party in named) for of in releases)
    return np.fromiter(missing, np.float64, len(shortlist))


def miss_form(asked: Form | None, shortlist: Sequence[ReadPassage]) -> _Values:
    """1 for each passage whose release has nothing of the form of what is asked for."""
    if asked is None:
        return np.zeros(len(shortlist))
    of = [each.stored.release for each in shortlist]
    told = {each.id: asked.is_in(f"{each.title}\n{each.body}") for each in of}
    return np.array([not told[each.id] for each in of], np.float64)


def leave_parties(asked: Sequence[Party], shortlist: Sequence[ReadPassage]) -> list[Party]:
    """Those that no release on the shortlist writes small."""
    bodies = {each.stored.release.body for each in shortlist}
    return [party for party in asked if not any(is_common(party, body) for body in bodies)]


def lacks_country(speaks_of: Callable[[str, str], bool], country: str, of: Release) -> bool:
    """Whether neither title nor body of a release speaks of a country."""
    return not (speaks_of(of.title, country) or speaks_of(of.body, country))


def lacks_numbered(asked: Numbered, of: Release) -> bool:
    """Whether a release has others of the like alone."""
    text = f"{of.title}\n\n{of.body}"
    find = find_held if asked.was or asked.number == 1 else find_numbered
    return is_another(asked, find(text, of.language))


def lacks_place(asked: AskedPlace, of: Release) -> bool:
    """Whether a release has other places in its stead."""
    return is_elsewhere(asked, of.title, of.body, of.language)


def lacks_party(asked: Party, of: Release) -> bool:
    """Whether neither a release nor its publisher has the name."""
    return not names_party(asked, of.title, of.body, of.publisher, of.language)


def _share(
    asked: Collection[_Asked],
    shortlist: Sequence[ReadPassage],
    lacks: Callable[[_Asked, Release], bool],
) -> _Values:
    """The share of what is asked for that each passage's release lacks; 0 where nothing is."""
    if not asked:
        return np.zeros(len(shortlist))
    releases = [each.stored.release for each in shortlist]
    lacking = [sum(lacks(each, of) for each in asked) / len(asked) for of in releases]
    return np.array(lacking, np.float64)
