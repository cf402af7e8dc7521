"""An encoder that keeps questions waiting until it is let go: for tests of a service under load."""

import threading
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from embeddings.encoder import EncodedPassages, EncodedQuestion, Encoder, Progress, no_progress

HOLD_TIMEOUT_S = 30.0


class HeldEncoder:
    """Another encoder whose questions are encoded once `go` is set; `begun` counts those asked."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.go = threading.Event()
        self.begun = threading.Semaphore(0)

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
        self.begun.release()
        self.go.wait(HOLD_TIMEOUT_S)
        return self._encoder.encode_question(text)
