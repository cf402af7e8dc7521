"""The passage index on one machine: FAISS for vectors and tantivy for words.

How it comes to be in its folder, and what each file there holds, is in `qa.publishing`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt

from embeddings.encoder import Vectors
from embeddings.errors import VectorsMismatch
from embeddings.flat_index import FlatIndex
from embeddings.late_interaction import TokenCodes
from qa.errors import IndexDamaged
from qa.lexical_index import Field, LexicalIndex
from qa.passage_index import Candidates
from qa.publishing import locate, publish, verify
from qa.records import DateRange
from qa.snapshot import Snapshot

_NO_SCORES = np.empty(0, np.float32)
_NOTHING = Candidates(np.empty(0, np.int64), _NO_SCORES, _NO_SCORES, _NO_SCORES)


class LocalPassageIndex:
    """One generation, opened for reading. Safe for concurrent questions."""

    def __init__(
        self,
        generation: int,
        vectors: FlatIndex | None,
        lexical: LexicalIndex,
        rows: "_Rows",
    ) -> None:
        self._generation = generation
        self._vectors = vectors
        self._lexical = lexical
        self._keys, self._days = rows.keys, rows.days
        self._tokens, self._token_ends = rows.tokens, rows.token_ends
        self._row_of = {int(key): row for row, key in enumerate(rows.keys)}

    @classmethod
    def open(cls, folder: Path, snapshot: Snapshot) -> Self:
        """The index of the snapshot's generation in `folder`, checked.

        Raises IndexDamaged when it is not there, not whole, or of another generation, encoder
        or format.
        """
        place = locate(folder, snapshot)
        verify(place, snapshot)
        try:
            rows = _Rows.open(place)
            vectors = FlatIndex.open(place / "vectors.faiss") if len(rows.keys) else None
        except (VectorsMismatch, OSError) as error:
            # Removed since it was checked: a newer generation was published.
            raise IndexDamaged(str(error)) from error
        return cls(snapshot.generation, vectors, LexicalIndex.open(place / "terms"), rows)

    @property
    def generation(self) -> int:
        return self._generation

    def __len__(self) -> int:
        return len(self._keys)

    def find_candidates(
        self, vector: Vectors, terms: Sequence[str], *, published: DateRange, depth: int
    ) -> Candidates:
        rows = self._rows(published)
        if self._vectors is None or not rows:
            return _NOTHING
        nearest, _ = self._vectors.search(vector, depth, rows=rows)
        everything = len(rows) == len(self._keys)
        limits = None if everything else published
        matching, _ = self._lexical.search(terms, depth, published=limits)
        return self._score(vector, terms, np.union1d(nearest, matching))

    def score(self, vector: Vectors, terms: Sequence[str], keys: Sequence[int]) -> Candidates:
        rows = np.array(sorted({self._row_of[key] for key in keys}), np.int64)
        return self._score(vector, terms, rows)

    def _score(
        self, vector: Vectors, terms: Sequence[str], rows: npt.NDArray[np.int64]
    ) -> Candidates:
        if self._vectors is None or not len(rows):
            return _NOTHING
        return Candidates(
            keys=self._keys[rows],
            cosine=self._vectors.cosines(vector, rows),
            passage_bm25=self._lexical.score(terms, rows, Field.PASSAGE),
            release_bm25=self._lexical.score(terms, rows, Field.RELEASE),
        )

    def read_tokens(self, keys: Sequence[int]) -> list[TokenCodes]:
        codes: list[TokenCodes] = []
        for key in keys:
            row = self._row_of[key]
            start = int(self._token_ends[row - 1]) if row else 0
            codes.append(self._tokens[start : int(self._token_ends[row])])
        return codes

    def count_passages(self, published: DateRange) -> int:
        return len(self._rows(published))

    def count_term(self, term: str) -> int:
        return self._lexical.count(term)

    def _rows(self, published: DateRange) -> range:
        first = np.searchsorted(self._days, published.first.toordinal(), side="left")
        stop = np.searchsorted(self._days, published.last.toordinal(), side="right")
        return range(int(first), int(stop))


@dataclass(frozen=True, slots=True)
class _Rows:
    """What is known of each row, beside its vector and its terms."""

    keys: npt.NDArray[np.int64]
    days: npt.NDArray[np.int64]
    tokens: TokenCodes
    token_ends: npt.NDArray[np.int64]

    @classmethod
    def open(cls, place: Path) -> Self:
        return cls(
            keys=np.load(place / "keys.npy", allow_pickle=False),
            days=np.load(place / "days.npy", allow_pickle=False),
            tokens=np.load(place / "tokens.npy", allow_pickle=False, mmap_mode="r"),
            token_ends=np.load(place / "token_ends.npy", allow_pickle=False),
        )


def open_or_publish(folder: Path, snapshot: Snapshot) -> LocalPassageIndex:
    """The index of the snapshot, made anew when it is missing or damaged."""
    try:
        return LocalPassageIndex.open(folder, snapshot)
    except IndexDamaged:
        publish(folder, snapshot)
        return LocalPassageIndex.open(folder, snapshot)
