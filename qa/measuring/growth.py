"""What a large library costs: how long until a release is durable, and searchable, and a question.

Encoding thousands of passages takes an hour and tells nothing of this, so vectors are drawn at
random, for passages cut as the real encoder's are.
"""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from statistics import median

import numpy as np
import numpy.typing as npt

from embeddings.encoder import EncodedPassages, EncodedQuestion, Encoder, Progress, no_progress
from qa.index.index_folder import FOLDER_NAME
from qa.index.indexing import index_releases
from qa.index.publishing import publish
from qa.questions import Question
from qa.records import Release
from qa.retrieval.asking import Asker
from qa.settings import Settings
from qa.storage.release_library import Library
from qa.storage.schema import FILE_NAME
from qa.storage.snapshot import Snapshot
from qa.wiring import open_asker

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
    """What was measured of a library of so many passages; of several arrivals the medians.

    `written_s` is how long its index took, None where it was there before. `durable_s` is until a
    release is in the library, `searchable_s` until a running service answers from it, its encoding
    included in neither; `opened_s` is how long a service takes to open all of it. `first_s` is how
    long each question took, its encoding next to nothing, when it was first asked, `again_s` when
    its passages had been read. Bytes are those on the disk.
    """

    passages: int
    held_bytes: int
    indexed_bytes: int
    written_s: float | None
    durable_s: float
    searchable_s: float
    opened_s: float
    first_s: tuple[float, ...]
    again_s: tuple[float, ...]


def measure_growth(
    settings: Settings,
    encoder: DrawnEncoder,
    releases: Sequence[Release],
    passages: int,
    questions: Sequence[str],
    *,
    arrivals: int = 5,
    clock: Clock = time.perf_counter,
) -> Growth:
    """Fill the library of the settings up to that many passages, then let more arrive.

    `releases` are put there over and over, each time a day later and under other ids; it is empty,
    or was filled so before. The first of the `questions`, at least two, warms up what the others
    are answered by.
    """
    held, before = 0, 0
    if (settings.data / FILE_NAME).is_file():
        with Snapshot(settings.data) as snapshot:
            found = snapshot.read_holdings()
        held, before = found.passages, found.releases
    endless = _repeat(releases, before)
    is_there = held >= passages
    while held < passages:
        with Library(settings.data) as library:
            index_releases(library, encoder, list(islice(endless, _BATCH)))
        held = _count(settings.data)
    began = clock()
    publish(settings.data)
    written_s = clock() - began
    durable, searchable = [], []
    asker = open_asker(settings, encoder, None)
    for release in islice(endless, arrivals):
        began = clock()
        with Library(settings.data) as library:
            index_releases(library, encoder, [release])
            durable.append(clock() - began)
            publish(settings.data)
        newer = open_asker(settings, encoder, None, earlier=asker)
        searchable.append(clock() - began)
        asker.snapshot.close()
        asker = newer
    asker.snapshot.close()
    began = clock()
    asker = open_asker(settings, encoder, None)
    opened_s = clock() - began
    first_s, again_s = ([*_time_answers(asker, questions, clock)][1:] for _ in range(2))
    asker.snapshot.close()
    return Growth(
        passages=_count(settings.data),
        held_bytes=_measure(settings.data.glob("library.sqlite*")),
        indexed_bytes=_measure((settings.data / FOLDER_NAME).rglob("*")),
        written_s=None if is_there else written_s,
        durable_s=median(durable),
        searchable_s=median(searchable),
        opened_s=opened_s,
        first_s=tuple(first_s),
        again_s=tuple(again_s),
    )


def _time_answers(asker: Asker, questions: Sequence[str], clock: Clock) -> Iterator[float]:
    for question in questions:
        began = clock()
        asker.ask(Question(question, as_of=date.today()))
        yield clock() - began


def format_growth(growth: Growth) -> str:
    """What was measured, as lines of text."""
    a_passage = 1 / growth.passages
    written = (
        f"the index written whole in {growth.written_s:.1f} s, "
        if growth.written_s is not None
        else ""
    )
    first, again = (
        "p50 {:.0f} ms, p95 {:.0f} ms".format(*np.quantile(taken_s, [0.5, 0.95]) * 1000)
        for taken_s in (growth.first_s, growth.again_s)
    )
    return (
        f"{growth.passages:,} passages: {growth.held_bytes * a_passage:,.0f} bytes each in the "
        f"library, {growth.indexed_bytes * a_passage:,.0f} in the index\n"
        f"{written}opened in {growth.opened_s:.2f} s\n"
        f"one more release: durable in {1000 * growth.durable_s:.0f} ms, "
        f"searchable in {1000 * growth.searchable_s:.0f} ms\n"
        f"a question, but for its encoding: {first}; asked again: {again}"
    )


def _repeat(releases: Sequence[Release], before: int) -> Iterator[Release]:
    """The releases over and over, under ids that none of the `before` that were put so has."""
    for turn in count(before // len(releases)):
        for release in releases:
            yield replace(
                release,
                id=f"{release.id}-{before}-{turn}",
                published=release.published + turn * _SHIFT,
            )


def _count(data: Path) -> int:
    with Snapshot(data) as snapshot:
        return snapshot.count_passages()


def _measure(paths: Iterable[Path]) -> int:
    return sum(path.stat().st_size for path in paths if path.is_file())


def _seed(text: str) -> np.random.Generator:
    return np.random.default_rng(int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]))
