"""The contract of a passage index, with brute force over every passage as the oracle.

Another implementation of `qa.index.passage_index.PassageIndex` is one more entry in `WAYS`.
"""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embeddings.encoder import EncodedPassages, Vectors
from embeddings.late_interaction import TokenCodes
from qa.index import local_index
from qa.index.passage_index import PassageIndex
from qa.records import EVERYTHING, DateRange, Passage, Release, Scope
from qa.storage.release_library import Library
from qa.storage.release_rows import IndexedRelease
from qa.storage.schema import EncoderIdentity
from qa.storage.snapshot import Snapshot
from tests.qa.index.published import open_index

Opener = Callable[[Path], PassageIndex]


@dataclass(frozen=True, slots=True)
class Way:
    """An implementation, and how often it is brought up to date while releases arrive."""

    opener: Opener
    step: int | None = None  # releases; None: once, when all are there


def open_as_many(data: Path) -> PassageIndex:
    """As one of so many passages that both searches run at once."""
    with patch.object(local_index, "_MANY", 0):
        return open_index(data)


WAYS = [
    Way(open_index),
    Way(open_index, step=1),
    Way(open_index, step=4),
    Way(open_as_many),
]

DIMENSION = 16
# Words that are their own terms: neither function words nor changed by stemming.
VOCABULARY = "steel ship chip car 25.5 2025 talk korea port film food 반도 수출".split()
FIRST_DAY = date(2025, 1, 1)
PUBLISHERS = ["Ministry", "Agency", "Ministry of Ships"]
TOLERANCE = 1e-4


@dataclass(frozen=True, slots=True)
class Held:
    """A passage as the oracle knows it: its own words, with the title; its release's words."""

    id: str
    day: date
    publisher: str
    words: list[str]
    release_words: list[str]
    vector: Vectors
    tokens: TokenCodes


@dataclass(frozen=True, slots=True)
class Corpus:
    """A library of random releases, its index, and the same passages for the oracle.

    `passages` are in the order of the snapshot, and `keys` are the library's for them.
    """

    index: PassageIndex
    passages: list[Held]
    keys: list[int]


def make_vectors(generator: np.random.Generator, n: int) -> Vectors:
    vectors = generator.standard_normal((n, DIMENSION)).astype(np.float32)
    lengths: Vectors = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / lengths


def make_corpus(folder: Path, way: Way, seed: int, releases: int) -> Corpus:
    """Releases of up to four passages of up to six words, published within forty days."""
    chance, generator = random.Random(seed), np.random.default_rng(seed)
    held: dict[str, Held] = {}
    with Library(folder) as library:
        library.claim(EncoderIdentity("random", "f" * 64, DIMENSION))
        for number in range(releases):
            day = FIRST_DAY + timedelta(chance.randrange(40))
            title = chance.choices(VOCABULARY, k=chance.randrange(3))
            texts = [
                chance.choices(VOCABULARY, k=chance.randrange(1, 7))
                for _ in range(chance.randrange(5))
            ]
            body = "\n".join(" ".join(words) for words in texts)
            publisher = chance.choices(PUBLISHERS, [8, 2, 1])[0]
            release = Release(f"r{number}", " ".join(title), day, body, publisher)
            vectors = make_vectors(generator, len(texts))
            tokens = [
                generator.integers(0, 256, (chance.randrange(4), DIMENSION // 8), np.uint8)
                for _ in texts
            ]
            passages: list[Passage] = []
            start = 0
            for ordinal, words in enumerate(texts):
                end = start + len(" ".join(words))
                name = f"r{number}:{ordinal}"
                passages.append(Passage(name, release.id, ordinal, start, end, body[start:end]))
                start = end + 1
                everything = [word for of_text in texts for word in of_text]
                of_own, of_release = title + words, title + everything
                vector, codes = vectors[ordinal], tokens[ordinal]
                held[name] = Held(name, day, publisher, of_own, of_release, vector, codes)
            keys = tuple(passage.id.encode() for passage in passages)
            library.keep_encodings(keys, EncodedPassages(vectors, tokens))
            library.put([IndexedRelease(release, tuple(passages), keys, keys)])
            if way.step and number % way.step == 0:
                bring_up_to_date(folder, way)
    snapshot = Snapshot(folder)
    try:
        stored = list(snapshot.iterate_passages())
        index = way.opener(folder)
    finally:
        snapshot.close()
    return Corpus(
        index, [held[entry.passage.id] for entry in stored], [entry.key for entry in stored]
    )


def bring_up_to_date(folder: Path, way: Way) -> None:
    way.opener(folder)


def score_bm25(texts: Sequence[Sequence[str]], terms: Sequence[str]) -> list[float]:
    """BM25 as Robertson and Zaragoza (2009) give it, with k1 = 1.2 and b = 0.75.

    The weight of a term is ln(1 + (N - n + 0.5) / (n + 0.5)), which is never negative.
    """
    mean = sum(len(words) for words in texts) / max(1, len(texts))
    scores = [0.0] * len(texts)
    for term in terms:
        holding = sum(term in words for words in texts)
        weight = math.log(1 + (len(texts) - holding + 0.5) / (holding + 0.5))
        for row, words in enumerate(texts):
            often = words.count(term)
            if often:
                long = 1 - 0.75 + 0.75 * len(words) / mean
                scores[row] += weight * often * 2.2 / (often + 1.2 * long)
    return scores


def check_best(scores: dict[int, float], found: set[int], depth: int) -> set[int]:
    """All that are surely among the `depth` best were found; returns those that may be."""
    ranked = sorted(scores.values(), reverse=True)
    last = ranked[min(depth, len(ranked)) - 1] if ranked and depth else math.inf
    surely = {row for row, score in scores.items() if score > last + TOLERANCE}
    assert surely <= found
    return {row for row, score in scores.items() if score >= last - TOLERANCE}


def check_candidates(
    corpus: Corpus, vector: Vectors, terms: Sequence[str], scope: Scope, depth: int
) -> None:
    """What the index finds is what looking at every passage finds."""
    candidates = corpus.index.find_candidates(vector, terms, scope=scope, depth=depth)
    row_of = {key: row for row, key in enumerate(corpus.keys)}
    rows = [row_of[key] for key in candidates.keys.tolist()]
    assert rows == sorted(set(rows))  # each once, in order of publication

    cosine = [float(held.vector @ vector[0]) for held in corpus.passages]
    of_passage = score_bm25([held.words for held in corpus.passages], terms)
    of_release = score_bm25([held.release_words for held in corpus.passages], terms)
    for scores, expected in (
        (candidates.cosine, cosine),
        (corpus.index.score_passages(terms, candidates.keys.tolist()), of_passage),
        (candidates.release_bm25, of_release),
    ):
        assert len(scores) == len(candidates)
        np.testing.assert_allclose(scores, [expected[row] for row in rows], atol=TOLERANCE)

    within = [
        row
        for row, held in enumerate(corpus.passages)
        if scope.published.first <= held.day <= scope.published.last
        and (scope.publisher is None or held.publisher == scope.publisher)
    ]
    found = set(rows)
    assert found <= set(within)
    assert len(found) >= min(depth, len(within))
    near = check_best({row: cosine[row] for row in within}, found, depth)
    both = {row: of_passage[row] + of_release[row] for row in within}
    matching = check_best({row: score for row, score in both.items() if score}, found, depth)
    assert found <= near | matching
    assert corpus.index.count_passages(scope) == len(within)


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), releases=st.integers(0, 25))
def test_candidates_are_those_of_brute_force(way: Way, seed: int, releases: int) -> None:
    chance = random.Random(seed + 1)
    # tantivy may be taking a lock while the folder is removed.
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        corpus = make_corpus(Path(folder), way, seed, releases)
        assert len(corpus.index) == len(corpus.passages)
        for _ in range(12):
            first = FIRST_DAY + timedelta(chance.randrange(-3, 43))
            last = first + timedelta(chance.choice([0, 1, 5, 20, 60, -2]))
            check_candidates(
                corpus,
                make_vectors(np.random.default_rng(chance.randrange(2**32)), 1),
                chance.sample([*VOCABULARY, "nowhere"], k=chance.randrange(5)),
                Scope(
                    chance.choice([EVERYTHING.published, DateRange(first, last)]),
                    chance.choice([None, *PUBLISHERS, "Nobody"]),
                ),
                chance.choice([1, 2, 5, 100]),
            )


@pytest.fixture(scope="module", params=WAYS)
def corpus(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """A hundred random releases."""
    return make_corpus(tmp_path_factory.mktemp("corpus"), request.param, 1, 100)


def test_every_passage_is_found_by_its_own_vector(corpus: Corpus) -> None:
    for key, held in zip(corpus.keys, corpus.passages, strict=True):
        found = corpus.index.find_candidates(held.vector[np.newaxis], [], scope=EVERYTHING, depth=1)
        assert found.keys.tolist() == [key]
        np.testing.assert_allclose(found.cosine, [1], atol=1e-5)


def test_every_single_day_gives_its_passages_and_no_others(corpus: Corpus) -> None:
    for offset in range(-1, 41):
        day = FIRST_DAY + timedelta(offset)
        found = corpus.index.find_candidates(
            corpus.passages[0].vector[np.newaxis],
            VOCABULARY,
            scope=Scope(DateRange(day, day)),
            depth=1000,
        )
        assert found.keys.tolist() == [
            key for key, held in zip(corpus.keys, corpus.passages, strict=True) if held.day == day
        ]


def test_each_publisher_gives_its_passages_and_no_others(corpus: Corpus) -> None:
    vector = corpus.passages[0].vector[np.newaxis]
    for publisher in PUBLISHERS:
        for depth in (3, 1000):
            scope = Scope(EVERYTHING.published, publisher)
            found = corpus.index.find_candidates(vector, [], scope=scope, depth=depth)
            own = [
                (float(-held.vector @ vector[0]), key)
                for key, held in zip(corpus.keys, corpus.passages, strict=True)
                if held.publisher == publisher
            ]
            assert set(found.keys.tolist()) == {key for _, key in sorted(own)[:depth]}


@pytest.mark.parametrize("terms", [[], ["export"]])
def test_publisher_of_several_names_gives_the_passages_of_each(
    corpus: Corpus, terms: list[str]
) -> None:
    vector = corpus.passages[0].vector[np.newaxis]
    first, *further = PUBLISHERS[:2]
    found, *of_each = (
        corpus.index.find_candidates(vector, terms, scope=scope, depth=1000).keys.tolist()
        for scope in (
            Scope(EVERYTHING.published, first, tuple(further)),
            *(Scope(EVERYTHING.published, name) for name in (first, *further)),
        )
    )
    assert sorted(found) == sorted(key for keys in of_each for key in keys)
    count = corpus.index.count_passages
    scopes = (Scope(EVERYTHING.published, name) for name in (first, *further))
    assert count(Scope(EVERYTHING.published, first, tuple(further))) == sum(map(count, scopes))


def test_what_was_removed_of_a_segment_is_in_nobodys_way(tmp_path: Path) -> None:
    made = make_corpus(tmp_path, Way(open_index), 5, 60)
    gone = {"r7", "r31"}  # fewer than an index would be made anew for
    with Library(tmp_path) as library:
        library.put([], remove=sorted(gone))
    index = open_index(tmp_path)
    held = [
        (key, passage)
        for key, passage in zip(made.keys, made.passages, strict=True)
        if passage.id.split(":")[0] not in gone
    ]
    assert len(index) == len(held) < len(made.keys)
    for publisher in (None, *PUBLISHERS):
        scope = Scope(DateRange(FIRST_DAY, FIRST_DAY + timedelta(30)), publisher)
        own = [
            (key, passage)
            for key, passage in held
            if passage.day <= scope.published.last and publisher in (None, passage.publisher)
        ]
        assert index.count_passages(scope) == len(own)
        for passage in made.passages:  # those removed are the nearest to some
            vector = passage.vector[np.newaxis]
            nearest = sorted((-float(each.vector @ vector[0]), key) for key, each in own)
            found = index.find_candidates(vector, [], scope=scope, depth=3)
            assert set(found.keys.tolist()) == {key for _, key in nearest[:3]}


def test_token_codes_are_read_in_the_order_asked(corpus: Corpus) -> None:
    order = random.Random(3).sample(range(len(corpus.keys)), len(corpus.keys))
    found = corpus.index.read_tokens([corpus.keys[row] for row in order])
    for row, codes in zip(order, found, strict=True):
        np.testing.assert_array_equal(codes, corpus.passages[row].tokens)
    assert corpus.index.read_tokens([]) == []


@pytest.mark.parametrize("term", [*VOCABULARY, "nowhere", ""])
def test_terms_are_counted_in_text_and_title(corpus: Corpus, term: str) -> None:
    expected = sum(term in held.words for held in corpus.passages)
    assert corpus.index.count_term(term) == expected


@pytest.mark.parametrize(
    "term", ['"', "steel AND ship", "passage:steel", "*", "(", "[2 TO 3]", "\\", "\0", "🚀"]
)
def test_nothing_in_a_term_is_syntax(corpus: Corpus, term: str) -> None:
    vector = corpus.passages[0].vector[np.newaxis]
    found = corpus.index.find_candidates(vector, [term], scope=EVERYTHING, depth=5)
    assert len(found) == 5
    assert not corpus.index.score_passages([term], found.keys.tolist()).any()
    assert not found.release_bm25.any()


def test_date_range_at_the_ends_of_time_is_no_error(corpus: Corpus) -> None:
    vector = corpus.passages[0].vector[np.newaxis]
    for day in (date.min, date.max):
        scope = Scope(DateRange(day, day))
        found = corpus.index.find_candidates(vector, ["steel"], scope=scope, depth=5)
        assert len(found) == 0
        assert corpus.index.count_passages(scope) == 0
