"""Releases into the library: what is encoded, what is left alone, and when the generation rises."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from embeddings.encoder import EncodedPassages, Encoder, Progress, no_progress
from qa.index.indexing import index_releases
from qa.records import Release
from qa.storage.release_library import Library


class Counting:
    """The real encoder, noting how many passages it is given."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.name = encoder.name
        self.fingerprint = encoder.fingerprint
        self.dimension = encoder.dimension
        self.max_tokens = encoder.max_tokens
        self.count_tokens = encoder.count_tokens
        self.find_tokens = encoder.find_tokens
        self.encode_question = encoder.encode_question
        self.encoded = 0

    def encode_passages(
        self, texts: Sequence[str], progress: Progress = no_progress
    ) -> EncodedPassages:
        self.encoded += len(texts)
        return self._encoder.encode_passages(texts, progress)


@pytest.fixture
def counting(encoder: Encoder) -> Counting:
    return Counting(encoder)


def test_indexing_again_encodes_nothing_and_keeps_the_generation(
    tmp_path: Path, counting: Counting, seed_releases: tuple[Release, ...]
) -> None:
    with Library(tmp_path) as library:
        first = index_releases(library, counting, seed_releases)
        encoded = counting.encoded
        second = index_releases(library, counting, seed_releases)
    assert (len(first.applied.added), first.unchanged, first.generation) == (8, 0, 1)
    assert first.encoded == encoded > 8
    assert (len(second.applied.added), second.unchanged, second.generation) == (0, 8, 1)
    assert counting.encoded == encoded


def test_a_corrected_last_sentence_costs_the_passages_that_hold_it(
    tmp_path: Path, counting: Counting, seed_releases: tuple[Release, ...]
) -> None:
    release = seed_releases[0]
    corrected = replace(release, body=release.body[:-20] + "corrected at once.")
    with Library(tmp_path) as library:
        whole = index_releases(library, counting, [release]).encoded
        change = index_releases(library, counting, [corrected])
    assert change.generation == 2
    assert 0 < change.encoded < whole


def test_progress_counts_every_encoded_passage(
    tmp_path: Path, counting: Counting, seed_releases: tuple[Release, ...]
) -> None:
    done: list[int] = []
    with Library(tmp_path) as library:
        change = index_releases(library, counting, seed_releases[:2], done.append)
    assert sum(done) == change.encoded


def test_a_release_without_words_is_held_but_has_no_passages(
    tmp_path: Path, counting: Counting, seed_releases: tuple[Release, ...]
) -> None:
    with Library(tmp_path) as library:
        change = index_releases(library, counting, [replace(seed_releases[0], body="")])
    assert (len(change.applied.added), change.encoded) == (1, 0)
