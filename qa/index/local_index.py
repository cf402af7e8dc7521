"""The passage index on one machine: FAISS for vectors and tantivy for words.

What its files hold is in `qa.index.drafts`, how they get to the disk in `qa.index.publishing`.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self

import numpy as np

from embeddings.cores import count_cores
from embeddings.encoder import Vectors
from embeddings.late_interaction import TokenCodes
from embeddings.vector_index import Mask, Scores
from qa.errors import IndexDamaged
from qa.index.index_folder import IndexFolder
from qa.index.lexical_index import Field, Keys, LexicalIndex
from qa.index.manifest import Checked, Manifest, SegmentEntry
from qa.index.passage_index import Candidates
from qa.index.publishing import bring_up
from qa.index.segments import Rows, Segment, find_slice
from qa.reading.identity import number_publisher
from qa.records import EVERYTHING, Scope
from qa.stopwatch import Stage, stage
from qa.storage.snapshot import Snapshot

# Of so many passages both searches run at once, each on a core: of a million that brings 8 ms of
# 28, measured in turns. Of fewer it takes as long to wake a thread. The lexical stage is then what
# a question still waits for it.
_MANY = 200_000
_NO_ROWS = np.empty(0, np.int64)
_NO_SCORES = np.empty(0, np.float32)
_NOTHING = Candidates(_NO_ROWS, _NO_SCORES, _NO_SCORES)


@dataclass(frozen=True, slots=True)
class _Contents:
    """The files of a generation, opened. `checked` tells which they were."""

    segments: dict[str, Segment]
    removed: Rows
    lexical: LexicalIndex
    checked: Checked


class LocalPassageIndex:
    """One generation, opened for reading. Safe for concurrent questions.

    A passage has a row: its place in all segments, one after the other. Those that are held no
    longer have none.
    """

    def __init__(self, generation: int, contents: _Contents) -> None:
        self._generation = generation
        self._contents = contents
        self._lexical = contents.lexical
        self._segments = list(contents.segments.values())
        self._starts = np.cumsum([0, *(len(segment) for segment in self._segments)])
        self._keys = _join([each.keys for each in self._segments])
        self._days = _join([each.days for each in self._segments])
        self._removed = np.isin(self._keys, contents.removed)
        publishers = _join([each.publishers for each in self._segments])
        self._days_of = _group(self._days[~self._removed], publishers[~self._removed])
        self._by_key = np.argsort(self._keys)  # rows in the order of their keys
        many = len(self._keys) >= _MANY
        self._beside = ThreadPoolExecutor(count_cores(), "terms") if many else None

    @classmethod
    def open(cls, snapshot: Snapshot, earlier: Self | None = None) -> Self:
        """The index of the snapshot's generation, checked.

        What it shares with an `earlier` one that is open is not read again. Raises IndexDamaged
        when it is not there, not whole, or of another generation, encoder or format.
        """
        folder = IndexFolder(snapshot.path.parent)
        place = folder.locate(snapshot)
        known = earlier._contents if earlier is not None else None
        checked = folder.verify(snapshot, known.checked if known else None)
        contents = _open_contents(place, checked, known)
        # Made anew meanwhile, under the same name, some of its files are of the one and some of
        # the other: keys that were removed, of segments that still have them.
        if Manifest.read(place) != checked.manifest:
            raise IndexDamaged(f"The index in {place} was made anew while it was opened.")
        return cls(snapshot.generation, contents)

    @property
    def generation(self) -> int:
        return self._generation

    def __len__(self) -> int:
        return sum(len(days) for days in self._days_of.values())

    def find_candidates(
        self, vector: Vectors, terms: Sequence[str], *, scope: Scope, depth: int
    ) -> Candidates:
        within = self.count_passages(scope)
        if not within:
            return _NOTHING
        limits = EVERYTHING if within == len(self) else scope
        search = partial(self._lexical.search, terms, depth, scope=limits)
        beside = self._beside.submit(search) if self._beside is not None else None
        with stage(Stage.DENSE):
            nearest = self._find_nearest(vector, depth, scope)
        with stage(Stage.LEXICAL):
            matching, _ = beside.result() if beside is not None else search()
        return self._score(vector, terms, np.union1d(nearest, self._find_rows(matching)))

    def score(self, vector: Vectors, terms: Sequence[str], keys: Sequence[int]) -> Candidates:
        rows = self._find_rows(np.unique(np.array(keys, np.int64)))
        return self._score(vector, terms, rows)

    def score_passages(self, terms: Sequence[str], keys: Sequence[int]) -> Scores:
        with stage(Stage.LEXICAL):
            return self._lexical.score(terms, np.array(keys, np.int64), Field.PASSAGE)

    def read_tokens(self, keys: Sequence[int]) -> list[TokenCodes]:
        rows = self._find_rows(np.array(keys, np.int64))
        numbers = np.searchsorted(self._starts, rows, side="right") - 1
        places = rows - self._starts[numbers]
        return [
            self._segments[number].read_tokens(row)
            for number, row in zip(numbers.tolist(), places.tolist(), strict=True)
        ]

    def count_passages(self, scope: Scope) -> int:
        if scope.publisher is not None:
            numbers = map(number_publisher, scope.publishers)
            days = (self._days_of.get(number, _NO_ROWS) for number in numbers)
            return sum(len(find_slice(each, scope.published)) for each in days)
        return sum(
            len(rows) if wanted is None else int(np.count_nonzero(wanted))
            for _, _, rows, wanted in self._find_within(scope)
        )

    def count_term(self, term: str) -> int:
        return self._lexical.count(term)

    def _find_rows(self, keys: Keys) -> Rows:
        """The rows of passages by their keys, in their order. Raises KeyError for one unknown."""
        if not len(keys):
            return _NO_ROWS
        places = np.searchsorted(self._keys, keys, sorter=self._by_key)
        rows: Rows = self._by_key[np.minimum(places, len(self._keys) - 1)]
        if not np.array_equal(self._keys[rows], keys):
            raise KeyError(f"No passages under some of the keys {keys} at {self._generation}.")
        return rows

    def _find_nearest(self, vector: Vectors, depth: int, scope: Scope) -> Rows:
        """The rows of the `depth` nearest in scope, in no order."""
        rows, cosines = [_NO_ROWS], [_NO_SCORES]
        for segment, start, within, wanted in self._find_within(scope):
            found, near = segment.vectors.search(vector, depth, rows=within, wanted=wanted)
            rows.append(start + found)
            cosines.append(near)
        best = np.argsort(-np.concatenate(cosines), kind="stable")[:depth]
        nearest: Rows = np.concatenate(rows)[best]
        return nearest

    def _find_within(self, scope: Scope) -> Iterator[tuple[Segment, int, range, Mask | None]]:
        """Each segment, where its rows begin, and which of its own are published within the scope.

        Of these the mask says which are held, and of the publisher; None where all are.
        """
        for segment, start in zip(self._segments, self._starts.tolist(), strict=False):
            within = segment.find_rows(scope.published)
            wanted: Mask | None = None
            removed = self._removed[start + within.start : start + within.stop]
            if scope.publisher is not None:
                own = segment.publishers[within.start : within.stop]
                wanted = np.isin(own, [*map(number_publisher, scope.publishers)]) & ~removed
            elif removed.any():
                wanted = ~removed
            yield segment, start, within, wanted

    def _score(self, vector: Vectors, terms: Sequence[str], rows: Rows) -> Candidates:
        if not len(rows):
            return _NOTHING
        rows = rows[np.lexsort((self._keys[rows], self._days[rows]))]
        keys = self._keys[rows]
        cosine = np.empty(len(rows), np.float32)
        with stage(Stage.DENSE):
            for segment, start in zip(self._segments, self._starts, strict=False):
                own = (rows >= start) & (rows < start + len(segment))
                cosine[own] = segment.vectors.cosines(vector, rows[own] - start)
        with stage(Stage.LEXICAL):
            release_bm25 = self._lexical.score(terms, keys, Field.RELEASE)
        return Candidates(keys, cosine, release_bm25)


def _join(columns: Sequence[Rows]) -> Rows:
    """One after the other; the only one as it is."""
    return columns[0] if len(columns) == 1 else np.concatenate([_NO_ROWS, *columns])


def _group(days: Rows, publishers: Rows) -> dict[int, Rows]:
    """The days of each publisher's passages, ascending, by its number.

    >>> _group(np.array([5, 3, 4]), np.array([1, 1, 2]))
    {1: array([3, 5]), 2: array([4])}
    """
    order = np.lexsort((days, publishers))
    numbers, firsts = np.unique(publishers[order], return_index=True)
    return dict(zip(numbers.tolist(), np.split(days[order], firsts[1:]), strict=False))


def _open_contents(place: Path, checked: Checked, known: _Contents | None) -> _Contents:
    segments: dict[str, Segment] = {}
    try:
        for entry in checked.manifest.segments:
            if known is not None and _is_shared(entry, place, checked, known):
                segments[entry.name] = known.segments[entry.name]
            else:
                segments[entry.name] = Segment.open(place / entry.name)
        removed = np.load(place / "removed.npy", allow_pickle=False)
    except OSError as error:
        # Removed since it was checked: a newer generation was published.
        raise IndexDamaged(str(error)) from error
    return _Contents(segments, removed, LexicalIndex.open(place / "terms"), checked)


def _is_shared(entry: SegmentEntry, place: Path, checked: Checked, known: _Contents) -> bool:
    """Whether a segment is one that is known, and open."""
    files = checked.manifest.files.items()
    own = [(name, sha256) for name, sha256 in files if name.startswith(f"{entry.name}/")]
    return all(known.checked.holds(place, name, sha256) for name, sha256 in own)


def open_newest(
    data: Path, earlier: LocalPassageIndex | None = None
) -> tuple[Snapshot, LocalPassageIndex]:
    """The library in `data` as it stands now, to be closed, and its index, made anew where it is
    missing or damaged.

    When the generation is replaced before it is open, it is the one after it that is opened.
    Raises LibraryError when there is no library, IndexUnwritable when its index cannot be made.
    """
    with ExitStack() as unless_opened:
        snapshot = unless_opened.enter_context(Snapshot(data))
        try:
            index = LocalPassageIndex.open(snapshot, earlier)
        except IndexDamaged:
            snapshot.close()
            with IndexFolder(data).locked() as folder:
                # As it stands by now: it may have been replaced, then or while others published.
                snapshot = unless_opened.enter_context(Snapshot(data))
                bring_up(folder, snapshot)
                index = LocalPassageIndex.open(snapshot, earlier)
        unless_opened.pop_all()
        return snapshot, index
