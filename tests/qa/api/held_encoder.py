"""Encoders that keep questions waiting: for tests of a service under load, or with a fault."""

import threading

from embeddings.encoder import EncodedQuestion, Encoder
from embeddings.wrapped_encoder import WrappedEncoder

HOLD_TIMEOUT_S = 30.0


ENDLESS = "endless"


class HangingEncoder(WrappedEncoder):
    """Another encoder, that never comes to an end of questions with the word `ENDLESS` in them."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__(encoder)
        self.go = threading.Event()

    def encode_question(self, text: str) -> EncodedQuestion:
        if ENDLESS in text:
            self.go.wait()
        return self._encoder.encode_question(text)


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
