"""What a library serves, as one value: two of them are equal when nothing tells them apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qa.index.local_index import LocalPassageIndex, open_newest
from qa.records import EVERYTHING, Release
from qa.storage.snapshot import Snapshot
from tests.qa.crashes.changes import ENCODER

_QUESTIONS = ["how much did exports rise", "corrected ships", "xylophonequartz", "robots"]
_WORDS = ["export", "corrected", "xylophonequartz", "robot", "expert"]

Found = tuple[tuple[str, str, float], ...]
"""Passages with their releases and cosines, in order of publication."""


@dataclass(frozen=True, slots=True)
class State:
    """What is held, and what is found by vectors, by words and by both."""

    generation: int
    releases: tuple[Release, ...]
    versions: tuple[tuple[str, int, str], ...]
    passages: tuple[tuple[str, str, bytes], ...]
    by_vector: tuple[Found, ...]
    by_word: tuple[Found, ...]


def observe(data: Path) -> State:
    """What the next start serves from the library in `data`: its index is made good if need be."""
    snapshot, index = open_newest(data)
    try:
        return describe(snapshot, index)
    finally:
        snapshot.close()


def describe(snapshot: Snapshot, index: LocalPassageIndex) -> State:
    """What is served by a library and its index that are open."""
    stored = list(snapshot.iterate_passages())
    codes = index.read_tokens([each.key for each in stored])
    releases = snapshot.list_releases(EVERYTHING.published, limit=10_000)
    assert len(index) == len(stored)
    return State(
        generation=snapshot.generation,
        releases=tuple(sorted(releases, key=lambda release: release.id)),
        versions=tuple(
            (release.id, version.number, version.release.body)
            for release in releases
            for version in snapshot.read_versions(release.id)
        ),
        passages=tuple(
            (each.release.id, each.passage.text, code.tobytes())
            for each, code in zip(stored, codes, strict=True)
        ),
        by_vector=tuple(_find(snapshot, index, question, []) for question in _QUESTIONS),
        by_word=tuple(_find(snapshot, index, "", [word]) for word in _WORDS),
    )


def _find(
    snapshot: Snapshot, index: LocalPassageIndex, question: str, terms: Sequence[str]
) -> Found:
    vector = ENCODER.encode_question(question).vector
    depth = 1000 if terms else 10
    found = index.find_candidates(vector, terms, scope=EVERYTHING, depth=depth)
    keys: list[int] = found.keys.tolist()
    stored = snapshot.read_passages(keys)
    # Of the words, those that match: how much depends on which others have ever been there.
    kept = [not terms or score > 0 for score in index.score_passages(terms, keys)]
    return tuple(
        (each.release.id, each.passage.text, round(float(cosine), 5))
        for each, cosine, keep in zip(stored, found.cosine, kept, strict=True)
        if keep
    )
