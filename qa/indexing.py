"""Releases into the library: split, encode what is new, and put it all in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

from embeddings.encoder import Encoder, Progress, no_progress
from qa.library import IndexedRelease, Library, encoding_key
from qa.passages import fit_heading, split_passages
from qa.records import Passage, Release
from qa.schema import EncoderIdentity

_CHUNK = 512  # passages encoded between two commits of encodings: what a crash can cost


@dataclass(frozen=True, slots=True)
class Change:
    """What indexing did: releases that were new or different, and passages newly encoded."""

    generation: int
    changed: int
    unchanged: int
    encoded: int


def identify(encoder: Encoder) -> EncoderIdentity:
    return EncoderIdentity(encoder.name, encoder.fingerprint, encoder.dimension)


def index_releases(
    library: Library,
    encoder: Encoder,
    releases: Sequence[Release],
    progress: Progress = no_progress,
) -> Change:
    """Put `releases` into the library, each in place of what had its id.

    What the library already holds just so is left alone, and no text is encoded twice; when
    nothing changed, neither does the generation. `progress` counts encoded passages.
    Raises ModelMismatch when the library's vectors are another encoder's.
    """
    library.claim(identify(encoder))
    changed = library.find_changed(releases)
    prepared = [_prepare(release, encoder) for release in changed]
    texts = {
        key: text
        for entry, encoded in prepared
        for key, text in zip(entry.encoding_keys, encoded, strict=True)
    }
    missing = sorted(library.find_missing(list(texts)), key=lambda key: len(texts[key]))
    for start in range(0, len(missing), _CHUNK):
        keys = missing[start : start + _CHUNK]
        encoded = encoder.encode_passages([texts[key] for key in keys], progress)
        library.keep_encodings(keys, encoded)
    generation = library.put([entry for entry, _ in prepared])
    return Change(generation, len(changed), len(releases) - len(changed), len(missing))


def _prepare(release: Release, encoder: Encoder) -> tuple[IndexedRelease, list[str]]:
    """A release with its passages and keys, and the exact texts to encode."""
    limit, count = encoder.max_tokens, encoder.count_tokens
    passages: list[Passage] = split_passages(release, max_tokens=limit, count_tokens=count)
    heading = fit_heading(release, limit, count)
    texts = [heading + passage.text for passage in passages]
    keys = tuple(encoding_key(encoder.fingerprint, text) for text in texts)
    return IndexedRelease(release, tuple(passages), keys), texts
