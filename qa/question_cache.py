"""Questions that were encoded lately: asked again, they take no encoder.

A service is asked the same over and over, by several people or page by page. An encoding depends
on the question's text and the encoder alone, so that it outlives changes of the library.
"""

import threading
from collections import OrderedDict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from embeddings.encoder import EncodedPassages, EncodedQuestion, Encoder, Progress, no_progress


class QuestionCache:
    """An encoder that remembers the `size` questions asked last. Safe to share between threads.

    Two that ask the same for the first time at once both have it encoded.
    """

    def __init__(self, encoder: Encoder, *, size: int) -> None:
        self._encoder = encoder
        self._size = size
        self._kept: OrderedDict[str, EncodedQuestion] = OrderedDict()
        self._lock = threading.Lock()
        self.hits = 0
        self.misses = 0

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
        with self._lock:
            kept = self._kept.get(text)
            if kept is not None:
                self._kept.move_to_end(text)
                self.hits += 1
                return kept
            self.misses += 1
        encoded = self._encoder.encode_question(text)
        for each in (encoded.vector, encoded.tokens, encoded.spans):
            # It is handed out again: whoever would change it is told.
            each.flags.writeable = False
        with self._lock:
            self._kept[text] = encoded
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return encoded
