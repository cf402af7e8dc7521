"""An encoder that costs nothing: signed feature hashing of words.

Crashes are tried by the thousand, and where a vector comes from is nothing to them. Texts with
words in common are near each other (Weinberger et al. 2009, https://arxiv.org/abs/0902.2206).
"""

import hashlib
import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from embeddings.encoder import EncodedPassages, EncodedQuestion, Progress, Vectors, no_progress
from embeddings.late_interaction import pack_tokens

_WORD = re.compile(r"\w+")


class HashedWords:
    """Each word is a token, whose vector its digest tells; a text's is the mean of its words'."""

    max_tokens = 40

    def __init__(self, name: str = "hashed words", dimension: int = 16) -> None:
        self.name = name
        self.dimension = dimension
        self.fingerprint = hashlib.sha256(f"{name} {dimension}".encode()).hexdigest()

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(_WORD.findall(text)) for text in texts]

    def find_tokens(self, text: str) -> npt.NDArray[np.int64]:
        spans = [word.span() for word in _WORD.finditer(text)]
        return np.array(spans, np.int64).reshape(-1, 2)

    def encode_passages(
        self, texts: Sequence[str], progress: Progress = no_progress
    ) -> EncodedPassages:
        tokens = [self._encode_words(text) for text in texts]
        progress(len(texts))
        return EncodedPassages(
            np.concatenate([_mean(each) for each in tokens]), [pack_tokens(each) for each in tokens]
        )

    def encode_question(self, text: str) -> EncodedQuestion:
        tokens = self._encode_words(text)
        return EncodedQuestion(_mean(tokens), tokens, self.find_tokens(text))

    def _encode_words(self, text: str) -> Vectors:
        words = [word.lower() for word in _WORD.findall(text)]
        vectors = np.zeros((len(words), self.dimension), np.float32)
        for row, word in enumerate(words):
            digest = hashlib.sha256(f"{self.fingerprint} {word}".encode()).digest()
            bits = np.unpackbits(np.frombuffer(digest, np.uint8))[: self.dimension]
            vectors[row] = (bits * 2.0 - 1.0) / np.sqrt(self.dimension)
        return vectors


def _mean(tokens: Vectors) -> Vectors:
    """The mean direction: (words, dimension) -> (1, dimension)."""
    total = tokens.sum(axis=0, keepdims=True)
    total[0, 0] += 0.001  # where there are no words, or they cancel
    return np.asarray(total / np.linalg.norm(total), np.float32)
