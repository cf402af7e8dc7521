"""Passages taken apart by hand: for tests of what is made of them."""

from collections.abc import Sequence

import numpy as np

from qa.index.analysis import analyse
from qa.records import StoredPassage
from qa.retrieval.read_passages import ReadPassage


def take_apart(stored: StoredPassage, tokens: Sequence[Sequence[int]] = ()) -> ReadPassage:
    """A passage whose encoded tokens stand where `tokens` says, from and up to."""
    spans = np.array(tokens, np.int64).reshape(-1, 2)
    return ReadPassage(stored, analyse(stored.release, stored.passage.text, spans))
