"""Which sentences say of what is asked for that it is an extreme over time, where one is asked for:
that it was never higher, or so for the first time.

A sentence speaks of the matter unless its release does so elsewhere: of a release on all exports
"Exports reached an all-time high" says nothing of the chips that it lists. "It is the highest level
since 2013" is of what the sentence before is about, or that which begins the release.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from qa.language.countries import cut_countries, find_countries, speaks_of_country
from qa.language.directions import Direction, find_directions
from qa.language.extremes import (
    BESIDE,
    Extreme,
    find_bound,
    is_bounded,
    moves_otherwise,
    names_another,
    says_crossing,
    says_extreme,
)
from qa.language.own_figures import is_of_another, leads_so
from qa.language.sentences import Span
from qa.language.terms import find_terms, find_terms_in
from qa.language.wholes import states_whole
from qa.lazy_regex import lazy_regex
from qa.retrieval.read_passages import ReadPassage
from qa.series.series import SeriesPlace
from qa.understanding.telling import has_korean
from qa.understanding.wanted import Wanted

_TEXTS_KEPT = 512  # bodies and leads of a question's releases: those of its next come back
_ANAPHORA = lazy_regex(
    r"\W*(?:it|this|that|these|they|both|the (?:monthly |quarterly |annual |yearly )?(?:amount"
    r"|total|figure|value|level|result|sum|number|volume|reading|rate))\b|이[는로]\s|이로써",
    re.IGNORECASE,
)
_TOTAL = lazy_regex(r"\W*the (?:\w+ )?(?:total|sum)\b", re.IGNORECASE)  # of all, whatever is before


def say_extreme(wanted: Wanted, read: ReadPassage) -> list[bool]:
    """Whether the title of a passage, and then each of its sentences, says of what is asked for
    that it is the extreme asked for, or, of the last, that it was so."""
    return [said > 0 for said in rate_extreme(wanted, read)]


def rate_extreme(wanted: Wanted, read: ReadPassage) -> list[int]:
    """How well each text does so: 2 where it says just what is asked for, of all time or since the
    same period, 1 where it says more or less, 0 where it does not."""
    asked = wanted.extreme
    texts = [read.stored.release.title, *read.read_sentences()]
    if asked is None:
        return [0] * len(texts)
    said = [_rate_text(wanted, read, text) for text in texts]
    if asked is Extreme.LAST and read.lead:
        place = 1 + read.sentences.index(read.lead[0])
        said[place] = max(said[place], int(leads_so(wanted.question, texts[place])))
    return [
        rated * _is_of_matter(wanted, read, place, text) if rated else 0
        for place, (text, rated) in enumerate(zip(texts, said, strict=True))
    ]


def _rate_text(wanted: Wanted, read: ReadPassage, text: str) -> int:
    """The same, of whatever the text is of."""
    asked, question = wanted.extreme, wanted.question
    about, cadence = read.stored.about, wanted.cadence
    if cadence is not None and about is not None and about.granularity is not cadence:
        return 0
    if asked is None or not says_extreme(asked, text):
        return int(asked is Extreme.FIRST and says_crossing(question, text))
    if asked is Extreme.LAST:
        ways, said = find_directions(question), find_directions(text)
        return int(not ways or not said or bool(ways & said))
    if asked is Extreme.FIRST:
        otherwise = names_another(question, text) or moves_otherwise(question, text)
        return 0 if otherwise else 2
    if asked is Extreme.HIGHEST and _is_beside_a_fall(question, text):
        return 0
    published = read.stored.release.published
    period, bound = wanted.period, find_bound(text, published)
    if period is None or find_bound(question, published) is None:
        return 1 if is_bounded(text) else 2
    if bound is None:
        return 0 if is_bounded(text) else 1
    return 2 if bound == period.first else int(bound < period.first)


def _is_beside_a_fall(question: str, text: str) -> bool:
    """Whether a fall is asked for and a text speaks of none: the largest total is not that."""
    falls = find_directions(question) == {Direction.FALL}
    return falls and Direction.FALL not in find_directions(text)


def _is_of_matter(wanted: Wanted, read: ReadPassage, place: int, text: str) -> bool:
    """Whether a text, the title where its place is 0, has with the title most of what the release
    has of the matter, by weight, its countries, and not the contrary alone. What leans on what
    was said before has what the release leads with, and, unless it is a total, the sentence before.
    """
    leans = place > 0 and _ANAPHORA.match(text) is not None
    if wanted.of_whole and place > 0 and not leans and not states_whole(text):
        return False
    if is_of_another(wanted.question, text, read.opening):
        return False
    lead = read.opening if leans else ""
    if not all(_is_of_country(read, f"{text} {lead}", each) for each in wanted.countries):
        return False
    said = 1 << place
    if leans and not _TOTAL.match(text):
        said |= 1 << place - 1
    beside = find_all_terms(lead, read.stored.release.language)

    def is_said(term: str, places: int) -> bool:
        return term in beside or read.places.get(term, 0) & places > 0

    if any(is_said(other, said) and not is_said(own, said) for own, other in wanted.opposites):
        return False
    held = weigh_held(wanted, read)
    covered = sum(weight for term, weight in held.items() if is_said(term, said | 1))
    return 2 * covered >= sum(held.values())


def weigh_held(wanted: Wanted, read: ReadPassage) -> dict[str, float]:
    """The terms of the matter that the release of a passage has, with their weights."""
    release = read.stored.release
    body = find_all_terms(release.body, release.language)
    return {
        term: wanted.weights[term]
        for term in find_matter(wanted)
        if term in read.places or term in body
    }


@lru_cache(_TEXTS_KEPT)
def find_all_terms(text: str, language: str) -> frozenset[str]:
    return frozenset(find_terms_in(text, language))


def _is_of_country(read: ReadPassage, text: str, country: str) -> bool:
    """Whether the title or a text of a release names a country, or neither names another and the
    release names that one more often than all others: its own country is seldom named."""
    # The dollar is no country.
    said = f"{read.stored.release.title} {text}".replace("US$", "$")
    if speaks_of_country(said, country):
        return True
    return not find_countries(said) and 2 * read.named[country] > read.named.total()


def find_matter(wanted: Wanted) -> frozenset[str]:
    """The terms that say of what an extreme is asked for, without countries, which have many forms.
    Those that a Korean question names are among them, as one form is all that it is rendered by."""
    terms = frozenset(each for each in wanted.matter - BESIDE if not each[0].isdigit())
    if not wanted.countries or has_korean(wanted.question):
        return terms
    return terms.intersection(find_terms(cut_countries(wanted.question)))


def miss_extreme(
    wanted: Wanted, passages: Sequence[ReadPassage], releases: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    """Whether an extreme is asked for that each sentence does not say, though another of its
    release does: (sentences,). `releases`, (sentences,), numbers these."""
    if wanted.extreme is None:
        return np.zeros(len(releases), np.bool_)
    says = np.array([said for each in passages for said in say_extreme(wanted, each)[1:]], np.bool_)
    if not says.any():
        return np.zeros(len(releases), np.bool_)
    anywhere: npt.NDArray[np.bool_] = np.bincount(releases, says)[releases] > 0
    return anywhere & ~says


def find_untold(
    wanted: Wanted, read: ReadPassage, marked: Sequence[Span], place: SeriesPlace | None
) -> Extreme | None:
    """The extreme asked for, where neither the title nor a marked sentence of the passage that is
    shown says that this is it; None where one does, or none is asked for.

    What was so last was so in the newest instalment, if it was: earlier ones cannot know.
    """
    asked = wanted.extreme
    if asked is None:
        return None
    if asked is Extreme.LAST and place is not None and place.next is not None:
        return asked
    title, *sentences = say_extreme(wanted, read)
    told = [read.stored.release.title] if title else []
    for row, (span, said) in enumerate(zip(read.sentences, sentences, strict=True)):
        told += [read.read_sentence(row)] if said and span in marked else []
    if asked is Extreme.LAST and place is None:
        told = [each for each in told if says_extreme(asked, each)]
    return None if told else asked
