"""Which sentences say of what is asked for that it is an extreme over time, where one is asked for:
that it was never higher, or so for the first time.

A sentence speaks of the matter unless the passage does so elsewhere: of a release on all exports
"Exports reached an all-time high" says nothing of the chips that it lists. "It is the highest level
since 2013" is of what the sentence before is about, or that which begins the passage.
"""

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from qa.language.countries import cut_countries, names_country
from qa.language.directions import Direction, find_directions
from qa.language.extremes import Extreme, says_crossing, says_extreme
from qa.language.sentences import Span
from qa.language.terms import find_terms
from qa.language.wholes import states_whole
from qa.retrieval.read_passages import ReadPassage
from qa.series.series import SeriesPlace
from qa.understanding.telling import has_korean
from qa.understanding.wanted import Wanted

# What is only said of an extreme, and of when it was, is nothing that it is of.
_BESIDE = frozenset(
    find_terms(
        "highest high lowest low largest large biggest big greatest great strongest strong weakest"
        " weak best better worst smallest small fewest few least most more busiest slowest fastest"
        " record peak bottom all-time ever time first last month monthly quarter quarterly year"
        " yearly annual half week weekly day period level value figure amount total point history"
        " exceed surpass top pass cross break breach reach hit set post register rise fall drop"
        " grow decline decrease increase go went above over below under mark threshold usd us"
        " dollar won krw million billion trillion percent thousand saw see had turn"
        " negative positive two-way two way between bilateral"
    )
)
UNTOLD = 0.1
"""What is left of the probability that a hit answers which does not say the extreme asked for: that
more was read into the question than it asks. Set, and of no weight for the verdict."""

_ANAPHORA = re.compile(
    r"\W*(?:it|this|that|these|they|both|the (?:monthly |quarterly |annual |yearly )?(?:amount"
    r"|total|figure|value|level|result|sum|number|volume|reading|rate))\b|이[는로]\s|이로써",
    re.IGNORECASE,
)


def say_extreme(wanted: Wanted, read: ReadPassage) -> list[bool]:
    """Whether the title of a passage, and then each of its sentences, says of what is asked for
    that it is the extreme asked for, or, of the last, that it was so."""
    asked = wanted.extreme
    texts = [read.stored.release.title, *read.read_sentences()]
    return [
        asked is not None
        and (says_extreme(asked, text) or _is_so(asked, wanted.question, text))
        and not (asked is Extreme.HIGHEST and _is_beside_a_fall(wanted.question, text))
        and _is_of_matter(wanted, read, place, text)
        for place, text in enumerate(texts)
    ]


def _is_so(asked: Extreme, question: str, text: str) -> bool:
    """Whether a text says that just the amount asked for was exceeded, or that what last went one
    way did go that way."""
    if asked is Extreme.FIRST:
        return says_crossing(question, text)
    went = find_directions(question)
    return asked is Extreme.LAST and len(went) == 1 and went == find_directions(text)


def _is_beside_a_fall(question: str, text: str) -> bool:
    """Whether a fall is asked for and a text speaks of none: the largest total is not that."""
    falls = find_directions(question) == {Direction.FALL}
    return falls and Direction.FALL not in find_directions(text)


def _is_of_matter(wanted: Wanted, read: ReadPassage, place: int, text: str) -> bool:
    """Whether a text, the title where its place is 0, has with the title most of what the passage
    has of the matter, by weight, its countries, and not the contrary alone."""
    leans = place > 0 and _ANAPHORA.match(text) is not None
    if wanted.of_whole and place > 0 and not leans and not states_whole(text):
        return False
    said = 1 << place | (0b10 | 1 << place - 1 if leans else 0)
    places = read.places
    for asked, contrary in wanted.opposites:
        if places.get(contrary, 0) & said and not places.get(asked, 0) & said:
            return False
    title = read.stored.release.title
    if not leans and not all(names_country(f"{title} {text}", each) for each in wanted.countries):
        return False
    held = {term: wanted.weights[term] for term in _find_matter(wanted) if term in places}
    covered = sum(weight for term, weight in held.items() if places[term] & (said | 1))
    return 2 * covered >= sum(held.values())


def _find_matter(wanted: Wanted) -> frozenset[str]:
    """The terms that say of what an extreme is asked for, without countries, which have many forms.
    Those that a Korean question names are among them, as one form is all that it is rendered by."""
    terms = frozenset(each for each in wanted.matter - _BESIDE if not each[0].isdigit())
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

    What went one way last did so in the newest instalment, if that went so.
    """
    asked = wanted.extreme
    if asked is None:
        return None
    title, *sentences = say_extreme(wanted, read)
    told = [read.stored.release.title] if title else []
    for row, (span, said) in enumerate(zip(read.sentences, sentences, strict=True)):
        told += [read.read_sentence(row)] if said and span in marked else []
    if asked is Extreme.LAST and (place is None or place.next is not None):
        told = [each for each in told if says_extreme(asked, each)]
    return None if told else asked
