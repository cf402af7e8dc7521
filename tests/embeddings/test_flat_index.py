"""The flat index against brute force in numpy."""

from pathlib import Path

import faiss
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.encoder import Vectors
from embeddings.errors import VectorsMismatch
from embeddings.flat_index import FlatIndex


def make_vectors(seed: int, n: int, dimension: int) -> Vectors:
    vectors = np.random.default_rng(seed).standard_normal((n, dimension)).astype(np.float32)
    lengths: Vectors = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / lengths


@given(
    seed=st.integers(0, 2**32 - 1),
    n=st.integers(1, 60),
    dimension=st.integers(1, 40),
    k=st.integers(0, 80),
    data=st.data(),
)
def test_search_finds_what_brute_force_finds(
    seed: int, n: int, dimension: int, k: int, data: st.DataObject
) -> None:
    vectors = make_vectors(seed, n, dimension)
    question = make_vectors(seed + 1, 1, dimension)
    start = data.draw(st.integers(0, n))
    rows = range(start, data.draw(st.integers(start, n)))
    found, scores = FlatIndex.build(vectors).search(question, k, rows=rows)

    cosines = vectors.astype(np.float64) @ question[0].astype(np.float64)
    best = sorted((cosines[row] for row in rows), reverse=True)[:k]
    assert len(found) == len(set(found)) == len(best)
    assert set(found) <= set(rows)
    np.testing.assert_allclose(scores, best, atol=1e-5)
    np.testing.assert_allclose(cosines[found], best, atol=1e-5)


@given(seed=st.integers(0, 2**32 - 1), n=st.integers(1, 30), data=st.data())
def test_cosines_are_inner_products_in_the_order_asked(
    seed: int, n: int, data: st.DataObject
) -> None:
    vectors, question = make_vectors(seed, n, 8), make_vectors(seed + 1, 1, 8)
    rows = np.array(data.draw(st.lists(st.integers(0, n - 1))), np.int64)
    found = FlatIndex.build(vectors).cosines(question, rows)
    expected = [sum(a * b for a, b in zip(vectors[row], question[0], strict=True)) for row in rows]
    np.testing.assert_allclose(found, expected, atol=1e-6)


def test_more_than_there_are_gives_all_there_are() -> None:
    vectors = np.eye(4, dtype=np.float32)
    found, scores = FlatIndex.build(vectors).search(vectors[2:3], 100, rows=range(1, 4))
    assert found[0] == 2
    assert sorted(found) == [1, 2, 3]
    assert scores.tolist() == [1, 0, 0]


def test_worst_possible_rows_are_found_too() -> None:
    vectors = -np.eye(3, dtype=np.float32)
    found, scores = FlatIndex.build(vectors).search(-vectors[:1], 3, rows=range(3))
    assert found.tolist()[-1] == 0
    assert scores.tolist() == [0, 0, -1]


def test_saved_index_opens_as_it_was(tmp_path: Path) -> None:
    vectors, question = make_vectors(1, 50, 16), make_vectors(2, 1, 16)
    index = FlatIndex.build(vectors)
    index.save(tmp_path / "vectors.faiss")
    again = FlatIndex.open(tmp_path / "vectors.faiss")
    assert len(again) == 50
    assert again.dimension == 16
    for one, other in zip(
        index.search(question, 9, rows=range(50)),
        again.search(question, 9, rows=range(50)),
        strict=True,
    ):
        np.testing.assert_array_equal(one, other)
    rows = np.arange(50)
    np.testing.assert_allclose(again.cosines(question, rows), vectors @ question[0], atol=1e-6)


def test_vectors_may_be_given_up_after_building() -> None:
    vectors = make_vectors(3, 20, 8)
    expected = vectors.copy()
    index = FlatIndex.build(vectors)
    vectors[:] = 0
    np.testing.assert_allclose(
        index.cosines(expected[:1], np.arange(20)), expected @ expected[0], atol=1e-6
    )


def test_index_without_rows_finds_nothing() -> None:
    index = FlatIndex.build(np.empty((0, 8), np.float32))
    found, scores = index.search(make_vectors(1, 1, 8), 5, rows=range(0))
    assert len(index) == len(found) == len(scores) == 0


@pytest.mark.parametrize("shape", [(1, 7), (1, 9), (2, 8), (8,)])
def test_question_of_another_shape_is_refused_naming_both(shape: tuple[int, ...]) -> None:
    index = FlatIndex.build(make_vectors(1, 3, 8))
    with pytest.raises(VectorsMismatch, match=r"8 dimensions.*shape") as raised:
        index.search(np.zeros(shape, np.float32), 1, rows=range(3))
    assert str(shape) in str(raised.value)


@pytest.mark.parametrize("content", [b"", b"not an index", bytes(1000)])
def test_file_that_is_no_index_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "vectors.faiss"
    path.write_bytes(content)
    with pytest.raises(VectorsMismatch, match="Build the index anew"):
        FlatIndex.open(path)


def test_truncated_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vectors.faiss"
    FlatIndex.build(make_vectors(1, 50, 16)).save(path)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(VectorsMismatch, match="Build the index anew"):
        FlatIndex.open(path)


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VectorsMismatch, match="cannot be read"):
        FlatIndex.open(tmp_path / "vectors.faiss")


def test_index_of_another_kind_is_refused_by_name(tmp_path: Path) -> None:
    other = faiss.IndexFlatL2(8)
    other.add(make_vectors(1, 3, 8))
    faiss.write_index(other, str(tmp_path / "vectors.faiss"))
    with pytest.raises(VectorsMismatch, match="IndexFlatL2"):
        FlatIndex.open(tmp_path / "vectors.faiss")
