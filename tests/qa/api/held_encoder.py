"""An encoder that keeps questions waiting until it is let go: for tests of a service under load."""

import threading

from embeddings.encoder import EncodedQuestion, Encoder
from embeddings.wrapped_encoder import WrappedEncoder

HOLD_TIMEOUT_S = 30.0


class HeldEncoder(WrappedEncoder):
    """Another encoder whose questions are encoded once `go` is set; `begun` counts those asked."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__(encoder)
        self.go = threading.Event()
        self.begun = threading.Semaphore(0)

    def encode_question(self, text: str) -> EncodedQuestion:
        self.begun.release()
        self.go.wait(HOLD_TIMEOUT_S)
        return self._encoder.encode_question(text)
