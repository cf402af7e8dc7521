"""What is known of a passage before anything is asked: sentences, terms and where, periods.

It is read once a passage, and looked at for all passages of a shortlist together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from qa.periods import Granularity, Period, find_periods
from qa.records import UNDATED, StoredPassage
from qa.sentences import Span, split_sentences
from qa.terms import find_terms_in

Periods = npt.NDArray[np.int64]
"""Periods, one a row: first and last day as ordinals, place of the granularity: (periods, 3)."""

_KINDS = {kind: place for place, kind in enumerate(Granularity)}
_MATCHES = np.array([0.0, -1.0, 0.5, 0.5, 1.0, 1.0, 1.0, 1.0])
# By what there is: one of the kind asked for (1), one that holds it or lies in it (2), it (4).

NEVER: Periods = np.empty((0, 3), np.int64)
"""No periods at all."""


@dataclass(frozen=True, slots=True)
class PassageWords:
    """A passage as the signals see it; `sentences` are offsets into its text.

    `places` says where each of its terms stands, a bit a place: the lowest for the title, then one
    for each sentence. `periods` are those that passage and title speak of, `about` that of its
    release, if any.
    """

    sentences: tuple[Span, ...]
    places: Mapping[str, int]
    periods: Periods
    about: Periods


@dataclass(frozen=True, slots=True, eq=False)
class ReadPassage:
    """A passage with its words."""

    stored: StoredPassage
    words: PassageWords

    def read_sentence(self, place: int) -> str:
        span = self.words.sentences[place]
        return self.stored.passage.text[span.start : span.end]


def read_words(stored: StoredPassage) -> PassageWords:
    """The words of a passage and of its release's title."""
    text, release = stored.passage.text, stored.release
    sentences = tuple(split_sentences(text, release.language))
    spans = (text[sentence.start : sentence.end] for sentence in sentences)
    places: dict[str, int] = {}
    for place, words in enumerate((release.title, *spans)):
        for term in find_terms_in(words, release.language):
            places[term] = places.get(term, 0) | 1 << place
    return PassageWords(
        sentences,
        places,
        list_periods(_find_periods(stored)),
        list_periods([] if stored.about is None else [stored.about]),
    )


def _find_periods(stored: StoredPassage) -> list[Period]:
    release = stored.release
    if release.published == UNDATED:
        return []
    texts = (release.title, stored.passage.text)
    return [each.period for text in texts for each in find_periods(text, release.published)]


def list_periods(periods: Sequence[Period]) -> Periods:
    """Periods as numbers, each once."""
    rows = {
        (each.first.toordinal(), each.last.toordinal(), _KINDS[each.granularity])
        for each in periods
    }
    return np.array(sorted(rows), np.int64) if rows else NEVER


def find_places(terms: Sequence[str], words: Sequence[PassageWords]) -> npt.NDArray[np.bool_]:
    """Where each of `terms` stands in each passage: (terms, passages, places).

    The first place is the title, the others are the sentences, as many as the longest passage has.
    """
    places = 1 + max((len(each.sentences) for each in words), default=0)
    width = -(-places // 8)
    packed = b"".join(
        [each.places.get(term, 0).to_bytes(width, "little") for term in terms for each in words]
    )
    held = np.frombuffer(packed, np.uint8).reshape(len(terms), len(words), width)
    return np.unpackbits(held, axis=2, count=places, bitorder="little").view(np.bool_)


def match_periods(asked: Period | None, held: Sequence[Periods]) -> npt.NDArray[np.float64]:
    """Whether each of `held` is about the period asked for: (held,).

    1 if one of its periods is of the same days, 0.5 if one holds it or lies in it, -1 if there are
    others of its kind only, else 0.
    """
    if asked is None or not held:
        return np.zeros(len(held))
    ends = np.cumsum([len(each) for each in held])
    starts = np.concatenate(([0], ends))[:-1]
    [speaking] = np.nonzero(starts < ends)
    found = np.zeros(len(held), np.int64)
    if len(speaking):
        first, last, kind = np.concatenate(held).T
        [[asked_first, asked_last, asked_kind]] = list_periods([asked]).tolist()
        same = (first == asked_first) & (last == asked_last)
        holds = (first <= asked_first) & (asked_last <= last)
        lies_in = (asked_first <= first) & (last <= asked_last)
        marks = (kind == asked_kind) | (holds | lies_in) * 2 | same * 4
        found[speaking] = np.bitwise_or.reduceat(marks, starts[speaking])
    matched: npt.NDArray[np.float64] = _MATCHES[found]
    return matched
