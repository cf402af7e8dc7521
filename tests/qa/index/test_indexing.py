"""Releases into the library: what is encoded, what is left alone, and when the generation rises."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from embeddings.encoder import EncodedPassages, Encoder, Progress, no_progress
from qa.index.indexing import index_releases
from qa.records import Release
from qa.storage.release_library import Library
from qa.storage.release_rows import Applied


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


def test_what_is_held_is_written_by_other_rules_a_part_at_a_time(
    tmp_path: Path,
    counting: Counting,
    seed_releases: tuple[Release, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("qa.index.indexing._PART", 3)
    with Library(tmp_path) as library:
        index_releases(library, counting, seed_releases[:7])
        own, encoded = library.read_rules(), counting.encoded
        library.put([], rules="of old")
        library.put = break_off_at(library.put, 3)  # type: ignore[method-assign]
        with pytest.raises(KeyboardInterrupt):
            index_releases(library, counting, seed_releases)
    with Library(tmp_path) as library:
        assert library.read_rules() == "of old"  # so that it is taken up again
        change = index_releases(library, counting, seed_releases[6:])
        assert library.read_rules() == own
        assert library.list_ids() == [each.id for each in sorted(seed_releases, key=by_day)]
    # The eighth had been put before, in one, and three of those held; now these eight are in three.
    assert (change.generation, change.unchanged) == (1 + 2 + 3, 2)
    assert (len(change.applied.added), len(change.applied.replaced)) == (0, 8)
    assert counting.encoded > encoded
    assert change.encoded == 0


def by_day(release: Release) -> tuple[date, str]:
    return release.published, release.id


def break_off_at(put: Callable[..., Applied], time: int) -> Callable[..., Applied]:
    """`put`, but for the so manieth time, at which whoever waits has enough of it."""
    times = count(1)

    def put_or_break_off(*arguments: object, **options: object) -> Applied:
        if next(times) == time:
            raise KeyboardInterrupt
        return put(*arguments, **options)

    return put_or_break_off


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
