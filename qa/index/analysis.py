"""What is known of a passage before anything is asked: its sentences, where its terms stand, the
periods it speaks of, and which of its tokens each sentence has.

It follows from the release and from the rules by which it is found out, and takes twenty times as
long to find out as to read: so it is kept beside the passage.
"""

import json
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from qa.language.sentences import Span, skip_bullet, split_sentences
from qa.language.terms import find_terms_in
from qa.periods import Granularity, Period, find_periods
from qa.records import UNDATED, Release


@dataclass(frozen=True, slots=True)
class PlacedTokens:
    """Which tokens of an encoded passage its heading has and which each sentence: (1 + sentences,).

    The heading comes first. Those of each stand together, from `starts` up to, not including,
    `stops`. `count` is how many the passage has.
    """

    starts: npt.NDArray[np.int64]
    stops: npt.NDArray[np.int64]
    count: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """A passage taken apart. A place is 0 for the title, then counts sentences from 1.

    `sentences` are offsets into its text, each from its first word on. `places` has each term of
    title and text with the places where it stands, a bit a place, the lowest for the title.
    `periods` are those that title and text speak of, each with its place.
    """

    sentences: tuple[Span, ...]
    places: Mapping[str, int]
    periods: tuple[tuple[int, Period], ...]
    tokens: PlacedTokens

    def pack(self, rules: str) -> bytes:
        """As bytes for `unpack`; `rules` names those by which it was found out."""
        spans = [(each.start, each.end) for each in self.sentences]
        periods = [
            (place, each.first.toordinal(), each.last.toordinal(), each.granularity.value)
            for place, each in self.periods
        ]
        tokens = (self.tokens.starts.tolist(), self.tokens.stops.tolist(), self.tokens.count)
        values = (rules, spans, dict(self.places), periods, tokens)
        return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def unpack(packed: bytes, rules: str) -> Analysis | None:
    """The analysis in `packed`; None where it was found out by other rules.

    >>> nothing = np.empty(0, np.int64)
    >>> packed = Analysis((), {"export": 1}, (), PlacedTokens(nothing, nothing, 0)).pack("1")
    >>> unpack(packed, "1").places, unpack(packed, "2")
    ({'export': 1}, None)
    """
    by, spans, places, periods, (starts, stops, count) = json.loads(packed)
    if by != rules:
        return None
    return Analysis(
        tuple(Span(start, end) for start, end in spans),
        places,
        tuple(
            (place, Period(date.fromordinal(first), date.fromordinal(last), Granularity(kind)))
            for place, first, last, kind in periods
        ),
        PlacedTokens(np.array(starts, np.int64), np.array(stops, np.int64), count),
    )


def analyse(release: Release, text: str, tokens: npt.NDArray[np.int64]) -> Analysis:
    """The passage `text` of a release taken apart.

    `tokens`, (tokens, 2), says where those of the encoded passage stand in it, in its order; those
    that stand before it are the heading's. One may stand for the whole of a sentence.
    """
    encoded = split_sentences(text, release.language)
    sentences = tuple(skip_bullet(text, each) for each in encoded)
    said = (release.title, *(text[each.start : each.end] for each in sentences))
    return Analysis(
        sentences,
        _place_terms(said, release.language),
        tuple(_place_periods(release, text, [each.start for each in encoded])),
        _place_tokens(encoded, tokens),
    )


def _place_terms(said: tuple[str, ...], language: str) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, words in enumerate(said):
        for term in find_terms_in(words, language):
            places[term] = places.get(term, 0) | 1 << place
    return places


def _place_periods(release: Release, text: str, starts: list[int]) -> list[tuple[int, Period]]:
    if release.published == UNDATED:
        return []
    titled = find_periods(release.title, release.published)
    told = find_periods(text, release.published)
    return [
        *((0, each.period) for each in titled),
        *((bisect_right(starts, each.start), each.period) for each in told),
    ]


def _place_tokens(sentences: list[Span], tokens: npt.NDArray[np.int64]) -> PlacedTokens:
    heading = np.searchsorted(tokens[:, 1], 0, side="right")
    starts = np.searchsorted(tokens[:, 0], [each.start for each in sentences])
    stops = np.searchsorted(tokens[:, 1], [each.end for each in sentences], "right")
    return PlacedTokens(
        np.array([0, *starts], np.int64), np.array([heading, *stops], np.int64), len(tokens)
    )
