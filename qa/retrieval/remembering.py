"""What passages say, kept from one question to the next and from one generation to another."""

from typing import TypeAlias

from qa.records import StoredPassage
from qa.retrieval.read_passages import FindTokens, ReadPassage
from qa.storage.shelf import Shelf

PASSAGES_KEPT = 8192
"""How many are remembered, with what they say: some 8 KB each."""

Said: TypeAlias = Shelf[StoredPassage, ReadPassage]
"""What is known of passages, kept under the passages as they are stored. It follows from these and
the encoder alone, so that it holds in every generation of the library."""


def remember_passages(find_tokens: FindTokens) -> Said:
    """A shelf of what passages say, by an encoder whose tokens stand where `find_tokens` says."""
    return Shelf(lambda held: [ReadPassage(each, find_tokens) for each in held], size=PASSAGES_KEPT)
