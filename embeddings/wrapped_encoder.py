"""An encoder that does what another does: for those that change a part of it."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from embeddings.encoder import EncodedPassages, EncodedQuestion, Encoder, Progress, no_progress


class WrappedEncoder:
    """Hands everything on to the encoder that it is made of."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    @property
    def name(self) -> str:
        return self._encoder.name

    @property
    def fingerprint(self) -> str:
        return self._encoder.fingerprint

    @property
    def dimension(self) -> int:
        return self._encoder.dimension

    @property
    def max_tokens(self) -> int:
        return self._encoder.max_tokens

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return self._encoder.count_tokens(texts)

    def find_tokens(self, text: str) -> npt.NDArray[np.int64]:
        return self._encoder.find_tokens(text)

    def encode_passages(
        self, texts: Sequence[str], progress: Progress = no_progress
    ) -> EncodedPassages:
        return self._encoder.encode_passages(texts, progress)

    def encode_question(self, text: str) -> EncodedQuestion:
        return self._encoder.encode_question(text)
