"""Questions that were encoded lately: asked again, they take no encoder.

A service is asked the same over and over, by several people or page by page. An encoding depends
on the question's text and the encoder alone, so that it outlives changes of the library.
"""

import threading
from collections import OrderedDict

from embeddings.encoder import EncodedQuestion, Encoder
from embeddings.wrapped_encoder import WrappedEncoder


class QuestionCache(WrappedEncoder):
    """An encoder that remembers the `size` questions asked last. Safe to share between threads.

    Two that ask the same for the first time at once both have it encoded.
    """

    def __init__(self, encoder: Encoder, *, size: int) -> None:
        super().__init__(encoder)
        self._size = size
        self._kept: OrderedDict[str, EncodedQuestion] = OrderedDict()
        self._lock = threading.Lock()
        self.hits = 0
        self.misses = 0

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
