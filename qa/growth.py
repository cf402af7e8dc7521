"""What a change costs in a large library: how long until a release is durable, and searchable.

Encoding thousands of passages takes an hour and tells nothing of this, so vectors are drawn at
random, for passages cut as the real encoder's are.
"""

import hashlib
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count, islice
from pathlib import Path
from statistics import median

import numpy as np
import numpy.typing as npt

from embeddings.encoder import EncodedPassages, EncodedQuestion, Encoder, Progress, no_progress
from qa.indexing import index_releases
from qa.records import Release
from qa.release_library import Library

_BATCH = 1000  # releases put at a time
_SHIFT = timedelta(days=1)  # between a release and its repetition

Clock = Callable[[], float]
"""Seconds since some moment."""


class DrawnEncoder:
    """An encoder that reads as a real one does, and draws its vectors at random.

    The same text has the same vector.
    """

    def __init__(self, read_with: Encoder) -> None:
        self._real = read_with
        self.name = f"random, read as by {read_with.name}"
        self.fingerprint = hashlib.sha256(self.name.encode()).hexdigest()
        self.dimension = read_with.dimension
        self.max_tokens = read_with.max_tokens

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return self._real.count_tokens(texts)

    def find_tokens(self, text: str) -> npt.NDArray[np.int64]:
        return self._real.find_tokens(text)

    def encode_passages(
        self, texts: Sequence[str], progress: Progress = no_progress
    ) -> EncodedPassages:
        vectors = np.empty((len(texts), self.dimension), np.float32)
        tokens = []
        for row, text in enumerate(texts):
            draw = _seed(text)
            vectors[row] = draw.standard_normal(self.dimension)
            size = (max(1, len(text) // 5), -(-self.dimension // 8))
            tokens.append(draw.integers(0, 256, size, np.uint8))
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        progress(len(texts))
        return EncodedPassages(vectors, tokens)

    def encode_question(self, text: str) -> EncodedQuestion:
        spans = self._real.find_tokens(text)
        drawn = _seed(text).standard_normal((len(spans) + 1, self.dimension)).astype(np.float32)
        drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
        return EncodedQuestion(drawn[:1], drawn[1:], spans)


@dataclass(frozen=True, slots=True)
class Growth:
    """What was measured at one size; times are medians over several releases."""

    passages: int
    library_bytes: int
    index_bytes: int
    durable_s: float
    searchable_s: float
    open_s: float
    resident_bytes: int


def repeat_releases(releases: Sequence[Release]) -> Iterator[Release]:
    """The releases, then the same a day later under other ids, and so on without end."""
    for turn in count():
        for release in releases:
            yield replace(
                release, id=f"{release.id}-{turn}", published=release.published + turn * _SHIFT
            )


def fill_library(folder: Path, encoder: Encoder, releases: Iterator[Release], passages: int) -> int:
    """Put releases into the library in `folder` until it holds that many; how many it holds."""
    from qa.snapshot import Snapshot

    held = 0
    while held < passages:
        with Library(folder) as library:
            index_releases(library, encoder, list(islice(releases, _BATCH)))
        snapshot = Snapshot(folder)
        held = snapshot.count_passages()
        snapshot.close()
    return held


def measure_growth(
    folder: Path,
    encoder: Encoder,
    arrivals: Sequence[Release],
    *,
    publish: Callable[[Path], object],
    open_asker: Callable[[], Callable[[], object]],
    clock: Clock = time.perf_counter,
) -> Growth:
    """Add `arrivals` one by one to the library in `folder`, whose index is published.

    `publish` brings its index up to date; `open_asker` opens what answers and gives what closes it.
    """
    durable, searchable = [], []
    for release in arrivals:
        began = clock()
        with Library(folder) as library:
            index_releases(library, encoder, [release])
            durable.append(clock() - began)
            publish(folder)
        began_opening = clock()
        close = open_asker()
        searchable.append(clock() - began)
        opened = clock() - began_opening
        close()
    from qa.snapshot import Snapshot

    snapshot = Snapshot(folder)
    try:
        passages = snapshot.count_passages()
    finally:
        snapshot.close()
    return Growth(
        passages=passages,
        library_bytes=_measure(folder.glob("library.sqlite*")),
        index_bytes=_measure((folder / "index").rglob("*")),
        durable_s=median(durable),
        searchable_s=median(searchable),
        open_s=opened,
        resident_bytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    )


def _measure(paths: Iterator[Path]) -> int:
    return sum(path.stat().st_size for path in paths if path.is_file())


def _seed(text: str) -> np.random.Generator:
    return np.random.default_rng(int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]))
