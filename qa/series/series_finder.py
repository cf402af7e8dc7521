"""Which series a release joins: that of the release whose template has most words in common."""

from array import array

import numpy as np

from qa.periods import Granularity
from qa.series.templates import Template

_SAME_TEMPLATE = 0.27  # Jaccard from which on two releases follow one template


class _Kin:
    """Templates of one language and kind of period, with their series; grows as they arrive."""

    def __init__(self) -> None:
        self.series: list[str] = []
        self._sizes = array("q")
        self._holders: dict[str, array[int]] = {}

    def add(self, words: frozenset[str], series: str) -> None:
        for word in words:
            self._holders.setdefault(word, array("q")).append(len(self.series))
        self.series.append(series)
        self._sizes.append(len(words))

    def find_nearest(self, words: frozenset[str]) -> tuple[str, float]:
        """The series of the template most like these words, and their Jaccard similarity."""
        holders = [self._holders[word] for word in words if word in self._holders]
        shared = np.zeros(len(self.series))
        for each in holders:
            shared[np.frombuffer(each, np.int64)] += 1
        sizes = np.frombuffer(self._sizes, np.int64)
        likeness = shared / np.maximum(sizes + len(words) - shared, 1)
        nearest = int(np.argmax(likeness))
        return self.series[nearest], float(likeness[nearest])


class SeriesFinder:
    """Settles which series a release belongs to, from those that came before it."""

    def __init__(self) -> None:
        self._kin: dict[tuple[str, Granularity], _Kin] = {}

    def add(self, language: str, template: Template, series: str) -> None:
        """Takes note of a release whose series is settled."""
        key = (language, template.period.granularity)
        self._kin.setdefault(key, _Kin()).add(template.words, series)

    def join(self, release_id: str, language: str, template: Template) -> str:
        """The series of the release most like it, or one of its own, named by its id.

        Only releases of its language, about a period of its kind, are compared: a yearly review
        is no instalment of the monthly figures.
        """
        kin = self._kin.get((language, template.period.granularity))
        series = release_id
        if kin is not None:
            nearest, likeness = kin.find_nearest(template.words)
            if likeness >= _SAME_TEMPLATE:
                series = nearest
        self.add(language, template, series)
        return series
