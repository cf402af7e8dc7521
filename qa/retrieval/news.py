"""Which releases are news of a matter, and in which order: "What's the latest on Chile?"

A release announces what its title and first sentence speak of. One that speaks of all of the matter
there is news of it, however few of the question's other words it has: it comes before those that
only mention it, the newest first unless a window of publication says how new is new enough.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from qa.language.matters import Matter
from qa.retrieval.read_passages import ReadPassage
from qa.retrieval.signals import Values
from qa.understanding.wanted import Wanted

_AHEAD = 1000.0  # further than any score is above another
_KEPT = 512  # leads: those of a shortlist are asked for by the order, the verdict and the marks


def leads_with(matter: Matter | None, read: ReadPassage) -> bool:
    """Whether the release of a passage has all of a matter in its title and first sentence."""
    if matter is None:
        return False
    release = read.stored.release
    return _is_in(matter, f"{release.title}\n{read.opening}", release.language)


@lru_cache(_KEPT)
def _is_in(matter: Matter, text: str, language: str) -> bool:
    return matter.is_in(text, language)


def is_news(wanted: Wanted, read: ReadPassage) -> bool:
    """Whether a question is answered by what the release of a passage announces: it leads with the
    matter that news is asked for of, or, in no series, with all that the passage has of what the
    newest is asked for of."""
    if not wanted.asks_for_newest or read.stored.about is not None:
        return leads_with(wanted.news_of, read)
    return wanted.weights.keys() & read.places.keys() <= read.lead_terms


def put_leading_first(
    scores: Values, leading: Values, read: Sequence[ReadPassage], *, newest_first: bool
) -> Values:
    """What to choose hits by: the scores, with those that are `leading`, 1 or 0, ahead of all
    others, and, if `newest_first`, each day's ahead of earlier ones'."""
    days = [each.stored.release.published.toordinal() for each in read]
    ahead: Values = leading * (1.0 + (np.array(days, np.float64) if newest_first else 0.0))
    return scores + _AHEAD * ahead
