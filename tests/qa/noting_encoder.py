"""An encoder that notes which passages are looked into: for tests of what is remembered of them."""

import numpy as np
import numpy.typing as npt

from embeddings.encoder import Encoder
from embeddings.wrapped_encoder import WrappedEncoder


class NotingEncoder(WrappedEncoder):
    """Notes the headings of the passages whose tokens were placed, in `placed`."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__(encoder)
        self.placed: list[str] = []

    def find_tokens(self, text: str) -> npt.NDArray[np.int64]:
        self.placed.append(text.splitlines()[0])
        return super().find_tokens(text)
