"""The seam behind which passages are found: what an index of them must do.

Here FAISS and tantivy stand behind it (`qa.index.local_index`); a database with vectors could.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from embeddings.encoder import Vectors
from embeddings.late_interaction import TokenCodes
from qa.records import Scope

Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Passages worth ranking for one question, each once, each with every score: all (n,).

    `keys` are the library's keys of passages; `cosine` is exact in [-1, 1]; `release_bm25`, of
    their whole releases, is 0 where no term matches.
    """

    keys: npt.NDArray[np.int64]
    cosine: Scores
    release_bm25: Scores

    def __len__(self) -> int:
        return len(self.keys)

    def join(self, others: "Candidates") -> "Candidates":
        """These, then others."""
        return Candidates(
            np.concatenate([self.keys, others.keys]),
            np.concatenate([self.cosine, others.cosine]),
            np.concatenate([self.release_bm25, others.release_bm25]),
        )


class PassageIndex(Protocol):
    """Finds candidates for a question among the passages of one generation."""

    def __len__(self) -> int:
        """How many passages it holds."""
        ...

    def find_candidates(
        self, vector: Vectors, terms: Sequence[str], *, scope: Scope, depth: int
    ) -> Candidates:
        """The `depth` nearest by vector and the `depth` best by BM25, pooled, in the order of
        publication.

        `vector` is (1, dimension). Only passages of releases in scope count, and they are looked
        for among those alone: a narrow scope costs no candidates.
        """
        ...

    def score(self, vector: Vectors, terms: Sequence[str], keys: Sequence[int]) -> Candidates:
        """The scores that `find_candidates` would give the passages under `keys`."""
        ...

    def score_passages(self, terms: Sequence[str], keys: Sequence[int]) -> Scores:
        """The BM25 of the passages under `keys` alone, in their order; 0 where no term matches."""
        ...

    def read_tokens(self, keys: Sequence[int]) -> list[TokenCodes]:
        """The token codes of the passages under `keys`, in their order."""
        ...

    def count_passages(self, scope: Scope) -> int:
        """How many passages belong to releases in scope."""
        ...

    def count_term(self, term: str) -> int:
        """How many passages hold `term`, in their text or title."""
        ...
