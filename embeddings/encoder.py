"""What an encoder is: the seam behind which models differ."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

from embeddings.late_interaction import TokenCodes, TokenVectors

Vectors: TypeAlias = npt.NDArray[np.float32]
"""Rows of unit length, so that an inner product is a cosine: shape (n, dimension), float32."""

Progress: TypeAlias = Callable[[int], None]
"""Called with how many more texts are done."""


def no_progress(_done: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class EncodedPassages:
    """A vector for each text, (n, dimension), and the codes of its tokens, one array a text."""

    vectors: Vectors
    tokens: list[TokenCodes]


@dataclass(frozen=True, slots=True)
class EncodedQuestion:
    """A question's vector, (1, dimension), and its tokens' vectors, (tokens, dimension).

    `spans`, (tokens, 2), is where each token stands in the question, start and end; those of a
    prompt lie before 0.
    """

    vector: Vectors
    tokens: TokenVectors
    spans: npt.NDArray[np.int64]


class Encoder(Protocol):
    """Text to unit vectors, of the whole and of each token.

    `fingerprint` is a hex digest over everything that shapes a vector: weights, tokenizer,
    pooling, prompts, precision. Vectors are comparable exactly when it is the same.
    `max_tokens` is what one text may hold, in this encoder's own tokens, without being cut;
    the tokens that the model adds by itself, and the passage prompt, are already taken off.
    """

    @property
    def name(self) -> str: ...

    @property
    def fingerprint(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    @property
    def max_tokens(self) -> int: ...

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens in each text, without those that the model adds by itself."""
        ...

    def find_tokens(self, text: str) -> npt.NDArray[np.int64]:
        """Where each token of an encoded passage stands in its text: (tokens, 2), start and end.

        Row by row the tokens are those of `encode_passages`. Those of a prompt lie before 0.
        """
        ...

    def encode_passages(
        self, texts: Sequence[str], progress: Progress = no_progress
    ) -> EncodedPassages:
        """Each text, in order."""
        ...

    def encode_question(self, text: str) -> EncodedQuestion:
        """A question; one longer than the model reads is cut."""
        ...


class Reranker(Protocol):
    """Reads a question and a passage together and says how well the one answers the other."""

    def score(self, question: str, passages: Sequence[str]) -> npt.NDArray[np.float64]:
        """A log-odds for each passage, in order: (passages,)."""
        ...
