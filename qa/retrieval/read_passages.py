"""A passage as it is ranked: taken apart, with what its release says around it.

Most of it was found out when the release was indexed (`qa.index.analysis`); the rest is found out
once a passage, when it is first needed, and used again by later questions.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from qa.index.analysis import Analysis, PlacedTokens
from qa.language.countries import count_countries
from qa.language.openings import LONGEST_LINE, find_opening
from qa.language.sentences import Span
from qa.language.terms import find_terms_in
from qa.periods import Granularity, Period
from qa.periods.period_rows import NEVER, Periods, list_periods
from qa.records import StoredPassage

_ENDS = (".", "!", "?")


@dataclass(frozen=True, eq=False)
class ReadPassage:
    """A passage, and what it says. What is not in its analysis is found out when it is first asked
    for."""

    stored: StoredPassage
    analysis: Analysis

    @property
    def sentences(self) -> tuple[Span, ...]:
        """As offsets into the text, from the first word on."""
        return self.analysis.sentences

    @property
    def places(self) -> Mapping[str, int]:
        """Where each term of title and text stands, a bit a place: the lowest for the title, then
        one for each sentence."""
        return self.analysis.places

    @property
    def placed_periods(self) -> tuple[tuple[int, Period], ...]:
        """Those that title and text speak of, each with the place, as above, where it stands."""
        return self.analysis.periods

    @property
    def tokens(self) -> PlacedTokens:
        """Which of its tokens its heading has, and which each sentence."""
        return self.analysis.tokens

    @cached_property
    def lead(self) -> tuple[Span, ...]:
        """The first sentence that is more than a line above the text, or the very first; none where
        there is no sentence, or another passage begins the release."""
        if self.stored.passage.ordinal:
            return ()
        words = [sentence.split() for sentence in self.read_sentences()]
        of_text = [
            span
            for span, said in zip(self.sentences, words, strict=True)
            if len(said) > LONGEST_LINE or said[-1].endswith(_ENDS)
        ]
        return tuple(of_text[:1]) or self.sentences[:1]

    @cached_property
    def opening(self) -> str:
        """The first sentence of its release that is more than a line above the text."""
        release = self.stored.release
        return find_opening(release.body, release.language)

    @cached_property
    def lead_terms(self) -> frozenset[str]:
        """The terms of the title and the opening of its release."""
        release = self.stored.release
        return frozenset(find_terms_in(f"{release.title}\n{self.opening}", release.language))

    @cached_property
    def named(self) -> Counter[str]:
        """How often the body of its release names each country, in English."""
        return count_countries(self.stored.release.body)

    @cached_property
    def periods(self) -> Periods:
        """Those that title and text speak of. What runs until it is published, "since January", is
        of figures till the end of what its release is about."""
        said = [period for _, period in self.placed_periods]
        published = self.stored.release.published
        return list_periods([*said, *_run_to_end(said, published, self.stored.about)])

    @cached_property
    def about(self) -> Periods:
        """That of its release, if any."""
        return NEVER if self.stored.about is None else list_periods([self.stored.about])

    def read_sentence(self, place: int) -> str:
        span = self.sentences[place]
        return self.stored.passage.text[span.start : span.end]

    def read_sentences(self) -> list[str]:
        return [self.read_sentence(place) for place in range(len(self.sentences))]


def _run_to_end(
    periods: Sequence[Period], published: date, about: Period | None
) -> Iterator[Period]:
    """Those that run until the day of publication, as they are to the end of a period."""
    for each in periods:
        runs = each.granularity is Granularity.RANGE and each.last == published
        if about is not None and runs and each.first <= about.first:
            yield Period(each.first, about.last, Granularity.RANGE)


def find_places(terms: Sequence[str], passages: Sequence[ReadPassage]) -> npt.NDArray[np.bool_]:
    """Where each of `terms` stands in each passage: (terms, passages, places).

    The first place is the title, the others are the sentences, as many as the longest passage has.
    """
    places = 1 + max((len(each.sentences) for each in passages), default=0)
    width = -(-places // 8)
    held = [each.places for each in passages]
    packed = b"".join(
        [each.get(term, 0).to_bytes(width, "little") for term in terms for each in held]
    )
    bits = np.frombuffer(packed, np.uint8).reshape(len(terms), len(passages), width)
    return np.unpackbits(bits, axis=2, count=places, bitorder="little").view(np.bool_)
