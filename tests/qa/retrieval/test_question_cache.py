"""Encoded questions that are remembered."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from embeddings.encoder import Encoder
from qa.retrieval.question_cache import QuestionCache


def test_question_asked_again_is_the_same_and_not_encoded_again(encoder: Encoder) -> None:
    cache = QuestionCache(encoder, size=2)
    first, again = cache.encode_question("rare metals"), cache.encode_question("rare metals")
    fresh = encoder.encode_question("rare metals")
    for name in ("vector", "tokens", "spans"):
        assert np.array_equal(getattr(first, name), getattr(fresh, name))
        assert np.array_equal(getattr(again, name), getattr(fresh, name))
    assert (cache.hits, cache.misses) == (1, 1)
    assert not np.array_equal(cache.encode_question("Rare metals?").tokens, fresh.tokens)


def test_question_asked_longest_ago_is_forgotten(encoder: Encoder) -> None:
    cache = QuestionCache(encoder, size=2)
    for text in ("a", "b", "a", "c", "a", "b"):
        cache.encode_question(text)
    assert (cache.hits, cache.misses) == (2, 4)


def test_what_is_handed_out_cannot_be_changed(encoder: Encoder) -> None:
    cache = QuestionCache(encoder, size=1)
    for _ in range(2):
        with pytest.raises(ValueError, match="read-only"):
            cache.encode_question("a").vector[0, 0] = 1


def test_it_is_an_encoder_like_the_one_it_stands_before(encoder: Encoder) -> None:
    cache: Encoder = QuestionCache(encoder, size=1)
    assert cache.fingerprint == encoder.fingerprint
    assert (cache.name, cache.dimension) == (encoder.name, encoder.dimension)
    assert cache.max_tokens == encoder.max_tokens
    assert cache.count_tokens(["rare metals"]) == encoder.count_tokens(["rare metals"])
    assert np.array_equal(cache.find_tokens("rare metals"), encoder.find_tokens("rare metals"))
    ours, theirs = cache.encode_passages(["rare metals"]), encoder.encode_passages(["rare metals"])
    assert np.array_equal(ours.vectors, theirs.vectors)


def test_threads_may_share_it(encoder: Encoder) -> None:
    cache = QuestionCache(encoder, size=3)
    texts = [f"rare metals {number % 5}" for number in range(40)]
    alone = {text: encoder.encode_question(text).vector for text in set(texts)}
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(cache.encode_question, texts))
    assert all(
        np.array_equal(alone[text], each.vector) for text, each in zip(texts, found, strict=True)
    )
    assert cache.hits + cache.misses == 40
