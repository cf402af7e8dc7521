"""Which releases tell of the like of one another at different times, and belong to no series.

A product is recalled in one year and again in another, and every trade mission is announced when it
leaves. Whoever asks for the latest, or does not say which, means the newest of them, as of a
series, though its words need not agree best with the question. They are no rivals: that another
tells of the like says nothing against the one that is meant.
"""

from dataclasses import replace

import numpy as np

from qa.language.names import find_name_terms
from qa.records import UNDATED
from qa.retrieval.confidence import Context
from qa.retrieval.extreme_releases import lift_preferred
from qa.retrieval.news import put_leading_first
from qa.retrieval.read_passages import ReadPassage
from qa.retrieval.shortlist import Flags, Shortlist
from qa.retrieval.signals import SIGNALS, Values
from qa.series.templates import mask
from qa.understanding.latest import names_newest
from qa.understanding.wanted import Wanted

_COUNTRIES_MISSING = SIGNALS.index("countries_missing")
# By how much the order's score of what is alike is behind the best's, at most: where the newest is
# asked for, and where nothing says which.
_BEHIND_LATEST, _BEHIND = 4.0, 2.0
_LIKENESS = 0.4  # of the words of two sentences
_COVERED = 0.6  # by weight, of what any release has of the question


def find_alike(shortlist: Shortlist, scores: Values) -> Flags:
    """Whether the release of each passage is one of those that tell of what the best by `scores`
    does, that one among them: (passages,). None is where the best is of a series or of no known
    day, or lacks what others have of the question or whatever it names; where a time is asked for;
    and where no other is alike. The scores are those of a fitted order: others do not say how near
    things are.

    Where the question has words for the newest or the next, a release is alike whose title and
    opening have all of the question's words that the best's have. Where nothing says which, only
    one that has all that the best has of the question, and says the like where it has most of it.
    """
    wanted, releases = shortlist.question.wanted, shortlist.releases
    none = np.zeros(len(releases), np.bool_)
    if not (wanted.recency and len(scores)) or wanted.news_of or wanted.extreme or wanted.held:
        return none
    best = max(range(len(scores)), key=lambda row: (scores[row], row))
    if shortlist.series[best] is not None or shortlist.signals[best, _COUNTRIES_MISSING]:
        return none
    if shortlist.read[best].stored.release.published == UNDATED:
        return none
    held: dict[str, set[str]] = {}
    for read in shortlist.read:
        terms = held.setdefault(read.stored.release.id, set())
        terms |= wanted.weights.keys() & read.places.keys()
    of_best, of_any = held[releases[best]], set().union(*held.values())
    names = wanted.names & wanted.weights.keys()
    if not names <= of_best or _weigh(wanted, of_best) < _COVERED * _weigh(wanted, of_any):
        return none
    newest = names_newest(wanted.question)
    behind, is_like = (_BEHIND_LATEST, _has_matter) if newest else (_BEHIND, _says_like)
    alike = {
        releases[row]
        for row, read in enumerate(shortlist.read)
        if shortlist.series[row] is None
        and scores[row] >= scores[best] - behind
        and not shortlist.signals[row, _COUNTRIES_MISSING]
        and (newest or of_best <= held[releases[row]])
        and is_like(wanted, shortlist.read[best], read)
    }
    return none if len(alike) < 2 else np.array([each in alike for each in releases], np.bool_)


def order(shortlist: Shortlist, scores: Values, alike: Flags, sure: Values | None) -> Values:
    """What to choose hits by: the scores, with what is alike, news of the matter asked for or says
    who holds the office ahead of all else, of a series what says the extreme over time that is
    asked for, and by how `sure` each is what answers where the best rather does not."""
    if sure is not None:
        scores = shortlist.lift_surer(scores, sure)
    scores = lift_preferred(scores, shortlist.preferred, shortlist.matters)
    leading = shortlist.find_leading() | shortlist.find_holding()
    newest_first = shortlist.newest_first
    if alike.any():
        leading, newest_first = alike, True
    ahead = leading.astype(np.float64)
    return put_leading_first(scores, ahead, shortlist.read, newest_first=newest_first)


def join_rivals(context: Context, alike: Flags) -> Context:
    """The same with what is alike as one rival of the others."""
    if not alike.any():
        return context
    name = context.rivals[int(alike.argmax())]
    pairs = zip(context.rivals, alike.tolist(), strict=True)
    return replace(context, rivals=[name if joined else each for each, joined in pairs])


def _weigh(wanted: Wanted, terms: set[str]) -> float:
    return sum(wanted.weights[term] for term in wanted.matter & terms)


def _has_matter(wanted: Wanted, best: ReadPassage, read: ReadPassage) -> bool:
    asked = wanted.weights.keys() & best.lead_terms
    return bool(asked) and asked <= read.lead_terms


def _says_like(wanted: Wanted, best: ReadPassage, read: ReadPassage) -> bool:
    first, second = _find_template(wanted, best), _find_template(wanted, read)
    return bool(first) and len(first & second) >= _LIKENESS * len(first | second)


def _find_template(wanted: Wanted, read: ReadPassage) -> frozenset[str]:
    """The terms of the sentence that has most of the question, without names, periods and figures:
    what it shares with one that says the like of another time."""
    covered = [
        sum(weight for term, weight in wanted.weights.items() if read.places.get(term, 0) >> at & 1)
        for at in range(1, 1 + len(read.sentences))
    ]
    if not covered:
        return frozenset()
    sentence = read.read_sentence(int(np.argmax(covered)))
    return frozenset(mask(sentence, read.stored.release.published)) - find_name_terms(sentence)
