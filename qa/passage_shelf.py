"""Passages read lately, with their words: what comes up for one question does for the next.

A passage is cut into sentences and terms once, and read from the library once, as long as it is
among those kept.
"""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from qa.records import StoredPassage
from qa.signals import PassageWords, read_words
from qa.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A passage and its words."""

    stored: StoredPassage
    words: PassageWords


class PassageShelf:
    """The `size` passages of one generation that were asked for last. Safe to share."""

    def __init__(self, snapshot: Snapshot, *, size: int) -> None:
        self._snapshot = snapshot
        self._size = size
        self._kept: OrderedDict[int, ReadPassage] = OrderedDict()
        self._lock = threading.Lock()

    def read(self, keys: Sequence[int]) -> list[ReadPassage]:
        """The passages under `keys`, in their order. Raises LibraryError when one is not held."""
        with self._lock:
            found = {key: self._kept[key] for key in keys if key in self._kept}
        missing = [key for key in dict.fromkeys(keys) if key not in found]
        for stored in self._snapshot.read_passages(missing):
            found[stored.key] = ReadPassage(stored, read_words(stored))
        self._keep(found)
        return [found[key] for key in keys]

    def read_words(self, stored: StoredPassage) -> PassageWords:
        """The words of a passage that was read before."""
        with self._lock:
            kept = self._kept.get(stored.key)
        if kept is None:
            kept = ReadPassage(stored, read_words(stored))
            self._keep({stored.key: kept})
        return kept.words

    def _keep(self, passages: dict[int, ReadPassage]) -> None:
        with self._lock:
            for key, passage in passages.items():
                self._kept[key] = passage
                self._kept.move_to_end(key)
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
