"""How the vector index bears growth: time to write and to open it, to search it, recall, memory.

A library of a million passages is not at hand, so one is grown from the vectors of real ones:
each more lies between a vector and one of its neighbours, moved by a share of the difference of
any two. So neighbours stay near, and are as hard to tell apart as there are many.
"""

import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import numpy.typing as npt

from embeddings.encoder import Vectors
from embeddings.index_choice import open_vector_index, write_vector_index

SIZES = (1_000, 10_000, 50_000, 100_000, 300_000, 1_000_000)

KNOWN = 1_000  # vectors of real passages, of which the others are grown

_K = 10
_NEIGHBOURS = 20
_BLOCK = 10_000  # rows in memory at once
_STATUS = Path("/proc/self/statm")  # pages in memory, and those of them that are of files


@dataclass(frozen=True, slots=True)
class Searches:
    """What one process saw of an index. Seconds; bytes, NaN where the system does not say.

    `own` is the memory that each further process takes, `shared` what it finds there: the pages
    of files that were touched. `found` are the rows of each question, (questions, 10).
    """

    kind: str
    opened_s: float
    p50_s: float
    p95_s: float
    own: float
    shared: float
    found: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class IndexSize:
    """An index of so many passages. `recall` is that of the best ten, against brute force."""

    passages: int
    written_s: float
    on_disk: int
    recall: float
    searches: Searches


def measure_sizes(
    known: Vectors, questions: Sequence[Vectors], sizes: Sequence[int], *, rounds: int = 5
) -> Iterator[IndexSize]:
    """An index of each of `sizes`, grown from `known`, (n, dimension).

    Each is asked all `questions`, (1, dimension), `rounds` times.
    """
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            place = Path(name)
            vectors = grow_vectors(place / "grown", known, size)
            began = time.perf_counter()
            (place / "index").mkdir()
            write_vector_index(place / "index", vectors)
            written_s = time.perf_counter() - began
            # In a process of its own, whose memory is the index's alone.
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
                searches = process.submit(_search, place / "index", questions, rounds).result()
            on_disk = sum(path.stat().st_size for path in (place / "index").iterdir())
            recall = _measure_recall(vectors, questions, searches.found)
            yield IndexSize(size, written_s, on_disk, recall, searches)


def grow_vectors(path: Path, known: Vectors, size: int) -> Vectors:
    """The first `size` of `known` and of vectors made from them, mapped from a file at `path`."""
    random = np.random.default_rng(size)
    count, dimension = known.shape
    nearest = np.argsort(-(known @ known.T), axis=1)[:, 1 : _NEIGHBOURS + 1]
    grown = np.memmap(path, np.float32, "w+", shape=(size, dimension))
    grown[:count] = known[:size]
    for start in range(count, size, _BLOCK):
        more = min(_BLOCK, size - start)
        one, other, another = random.integers(0, count, (3, more))
        near = nearest[one, random.integers(0, nearest.shape[1], more)]
        share, moved = random.random((2, more, 1), np.float32) * np.float32(0.5)
        block = known[one] + share * (known[near] - known[one])
        block += (moved / 2 + np.float32(0.2)) * (known[other] - known[another])
        grown[start : start + more] = block / np.linalg.norm(block, axis=1, keepdims=True)
    return grown


def format_sizes(sizes: Sequence[IndexSize]) -> str:
    """A table with a line for each size, memory and disk in bytes a passage."""
    lines = [
        f"{'passages':>10}{'written':>9}{'opened':>10}{'p50':>10}{'p95':>10}"
        f"{'recall@10':>11}{'disk':>7}{'shared':>8}{'own':>6}  searched"
    ]
    lines += [
        f"{each.passages:>10,}{each.written_s:>7.1f} s"
        f"{1000 * each.searches.opened_s:>7.2f} ms"
        f"{1000 * each.searches.p50_s:>7.2f} ms{1000 * each.searches.p95_s:>7.2f} ms"
        f"{each.recall:>11.4f}{each.on_disk / each.passages:>7.0f}"
        f"{each.searches.shared / each.passages:>8.0f}"
        f"{each.searches.own / each.passages:>6.0f}  {each.searches.kind}"
        for each in sizes
    ]
    return "\n".join(lines)


def _search(folder: Path, questions: Sequence[Vectors], rounds: int) -> Searches:
    """Open an index and ask it all questions; of several rounds each one's fastest counts."""
    # What is done once in a process is not what is measured.
    open_vector_index(folder)
    before = _read_memory()
    began = time.perf_counter()
    index = open_vector_index(folder)
    opened_s = time.perf_counter() - began
    least_s = np.full(len(questions), np.inf)
    found = np.empty((len(questions), min(_K, len(index))), np.int64)
    for _ in range(rounds):
        for place, question in enumerate(questions):
            began = time.perf_counter()
            found[place], _ = index.search(question, found.shape[1], rows=range(len(index)))
            least_s[place] = min(least_s[place], time.perf_counter() - began)
    own, shared = (after - was for after, was in zip(_read_memory(), before, strict=True))
    p50_s, p95_s = np.quantile(least_s, (0.5, 0.95)).tolist()
    return Searches(index.kind.value, opened_s, p50_s, p95_s, own, shared, found)


def _read_memory() -> tuple[float, float]:
    """Bytes of this process in memory, its own and those of files; NaN where nothing tells."""
    if not _STATUS.exists():
        return np.nan, np.nan
    _, resident, of_files, *_ = map(int, _STATUS.read_text(encoding="ascii").split())
    page = os.sysconf("SC_PAGE_SIZE")
    return float(resident - of_files) * page, float(of_files) * page


def _measure_recall(
    vectors: Vectors, questions: Sequence[Vectors], found: npt.NDArray[np.int64]
) -> float:
    """The share of the nearest by brute force that was found: (questions, k)."""
    asked = np.concatenate(questions)
    blocks = (vectors[start : start + _BLOCK] for start in range(0, len(vectors), _BLOCK))
    # (questions, dim) @ (dim, n) -> (questions, n)
    wide = np.concatenate([asked @ block.T for block in blocks], axis=1)
    k = found.shape[1]
    nearest = np.argpartition(-wide, k - 1, axis=1)[:, :k]
    hits = [len(set(a) & set(b)) for a, b in zip(nearest.tolist(), found.tolist(), strict=True)]
    return sum(hits) / found.size
