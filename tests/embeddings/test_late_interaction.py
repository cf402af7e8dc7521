"""MaxSim over packed signs against the same computed token by token in floating point."""

import doctest
import math

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st

from embeddings import late_interaction
from embeddings.late_interaction import Comparison, compare, pack_tokens

Floats = npt.NDArray[np.float32]


def make_tokens(seed: int, n: int, dimension: int) -> Floats:
    return np.random.default_rng(seed).standard_normal((n, dimension)).astype(np.float32)


def bound(question: Floats) -> float:
    """What rounding each number of a question token to one of 255 can come to at most."""
    greatest = np.abs(question).max(initial=0.0)
    return float(math.sqrt(question.shape[1]) * greatest / 254) + 1e-6


def estimate(question_token: Floats, passage_token: Floats) -> float:
    """The inner product with the signs, over the square root of the dimension."""
    signs = [1.0 if value > 0 else -1.0 for value in passage_token]
    product = sum(float(a) * b for a, b in zip(question_token, signs, strict=True))
    return product / math.sqrt(len(signs))


def match_each(compared: Comparison) -> Floats:
    """How like each passage token is to each question token: (tokens, question)."""
    rows = np.arange(len(compared.products))
    return compared.match(rows, rows + 1)


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(late_interaction).failed == 0


@given(seed=st.integers(0, 2**32 - 1), n=st.integers(0, 6), dimension=st.integers(1, 40))
def test_packed_signs_unpack_to_the_signs(seed: int, n: int, dimension: int) -> None:
    tokens = make_tokens(seed, n, dimension)
    codes = pack_tokens(tokens)
    assert codes.dtype == np.uint8
    assert codes.shape == (n, (dimension + 7) // 8)
    for token, code in zip(tokens, codes, strict=True):
        bits = "".join(f"{byte:08b}" for byte in code)
        assert bits == "".join("1" if value > 0 else "0" for value in token).ljust(len(bits), "0")


@given(
    seed=st.integers(0, 2**32 - 1),
    question_tokens=st.integers(0, 5),
    lengths=st.lists(st.integers(0, 6), max_size=6),
    dimension=st.integers(1, 40),
)
def test_matches_are_those_of_brute_force(
    seed: int, question_tokens: int, lengths: list[int], dimension: int
) -> None:
    question = make_tokens(seed, question_tokens, dimension)
    question /= np.linalg.norm(question, axis=1, keepdims=True)
    passages = [make_tokens(seed + 1 + row, n, dimension) for row, n in enumerate(lengths)]
    found = compare(question, [pack_tokens(tokens) for tokens in passages]).match_passages()
    expected = [
        [max((estimate(asked, token) for token in tokens), default=0.0) for asked in question]
        for tokens in passages
    ]
    assert found.shape == (len(lengths), question_tokens)
    np.testing.assert_allclose(
        found,
        np.array(expected).reshape(len(lengths), question_tokens),
        rtol=0,
        atol=bound(question),
    )


@given(seed=st.integers(0, 2**32 - 1), lengths=st.lists(st.integers(1, 300), min_size=1))
def test_passage_matches_the_same_in_any_company(seed: int, lengths: list[int]) -> None:
    question = make_tokens(seed, 3, 20)
    passages = [pack_tokens(make_tokens(seed + 1 + row, n, 20)) for row, n in enumerate(lengths)]
    together = compare(question, passages)
    matches = together.match_passages()
    for row, codes in enumerate(passages):
        alone = compare(question, [codes])
        assert matches[row].tolist() == alone.match_passages()[0].tolist()
        assert matches[row].tolist() == match_each(alone).max(axis=0).tolist()
    assert together.ends.tolist() == np.cumsum(lengths).tolist()


@given(
    seed=st.integers(0, 2**32 - 1),
    lengths=st.lists(st.integers(0, 6), min_size=1, max_size=6),
    places=st.data(),
)
def test_some_of_the_passages_are_as_if_compared_alone(
    seed: int, lengths: list[int], places: st.DataObject
) -> None:
    question = make_tokens(seed, 3, 20)
    passages = [pack_tokens(make_tokens(seed + 1 + row, n, 20)) for row, n in enumerate(lengths)]
    some = places.draw(st.lists(st.sampled_from(range(len(lengths)))))
    selected = compare(question, passages).select(some)
    alone = compare(question, [passages[place] for place in some])
    assert selected.ends.tolist() == alone.ends.tolist()
    assert selected.match_passages().tolist() == alone.match_passages().tolist()
    assert match_each(selected).tolist() == match_each(alone).tolist()


def test_no_passages_give_no_rows() -> None:
    nothing = compare(make_tokens(1, 3, 8), [])
    assert match_each(nothing).shape == nothing.match_passages().shape == (0, 3)


def test_passages_without_tokens_match_nothing() -> None:
    question = make_tokens(1, 2, 8)
    empty = pack_tokens(make_tokens(2, 0, 8))
    full = pack_tokens(make_tokens(3, 4, 8))
    found = compare(question, [empty, full, empty]).match_passages()
    assert found[0].tolist() == found[2].tolist() == [0, 0]
    np.testing.assert_array_equal(found[1], compare(question, [full]).match_passages()[0])


@given(seed=st.integers(0, 2**32 - 1), cuts=st.lists(st.integers(0, 12), max_size=8))
def test_runs_of_tokens_match_as_their_best_token(seed: int, cuts: list[int]) -> None:
    passages = [pack_tokens(make_tokens(seed + row, 4, 20)) for row in range(3)]
    compared = compare(make_tokens(seed, 3, 20), passages)
    bounds = sorted(cuts[: len(cuts) // 2 * 2])
    starts, stops = np.array(bounds[::2], np.int64), np.array(bounds[1::2], np.int64)
    each = match_each(compared)
    assert compared.match(starts, stops).tolist() == [
        (each[start:stop].max(axis=0) if start < stop else np.zeros(3)).tolist()
        for start, stop in zip(starts, stops, strict=True)
    ]


def test_comparison_has_a_row_for_each_passage_token() -> None:
    question, passage = make_tokens(1, 2, 12), make_tokens(2, 3, 12)
    found = match_each(compare(question, [pack_tokens(passage)]))
    expected = [[estimate(asked, token) for asked in question] for token in passage]
    np.testing.assert_allclose(found, expected, rtol=0, atol=bound(question))


def test_estimate_is_about_four_fifths_of_the_cosine() -> None:
    # sqrt(2 / pi) = 0.798: the mean of |x| of a standard normal x, which signs keep.
    token = make_tokens(5, 1, 4096)
    found = match_each(compare(token / np.linalg.norm(token), [pack_tokens(token)]))
    np.testing.assert_allclose(found, [[0.798]], atol=0.02)
