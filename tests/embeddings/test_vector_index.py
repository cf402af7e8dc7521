"""What every vector index must do, against brute force in numpy."""

import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import faiss
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.encoder import Vectors
from embeddings.errors import VectorsMismatch
from embeddings.flat_index import FlatIndex
from embeddings.quantised_index import QuantisedIndex
from embeddings.vector_index import Kind, VectorIndex, describe
from tests.embeddings.making_vectors import make_vectors


class Implementation(NamedTuple):
    """An index, the kind it is of, and the files that it is written to."""

    kind: Kind
    write: Callable[[Path, Vectors], None]
    open: Callable[[Path], VectorIndex]
    files: tuple[str, ...]

    def make(self, vectors: Vectors) -> VectorIndex:
        with tempfile.TemporaryDirectory() as folder:
            self.write(Path(folder), vectors)
            return self.open(Path(folder))


FLAT = Implementation(Kind.FLAT, FlatIndex.write, FlatIndex.open, ("vectors.faiss",))
QUANTISED = Implementation(
    Kind.QUANTISED, QuantisedIndex.write, QuantisedIndex.open, ("codes.faiss", "vectors.npy")
)
FILES = [(each, name) for each in (FLAT, QUANTISED) for name in each.files]

every_index = pytest.mark.parametrize("index", [FLAT, QUANTISED], ids=["flat", "quantised"])
every_file = pytest.mark.parametrize(("index", "name"), FILES, ids=[name for _, name in FILES])


@every_index
@given(
    seed=st.integers(0, 2**32 - 1),
    n=st.integers(1, 60),
    dimension=st.integers(1, 40),
    k=st.integers(0, 80),
    data=st.data(),
)
def test_search_finds_what_brute_force_finds(
    index: Implementation, seed: int, n: int, dimension: int, k: int, data: st.DataObject
) -> None:
    vectors = make_vectors(seed, n, dimension)
    question = make_vectors(seed + 1, 1, dimension)
    start = data.draw(st.integers(0, n))
    rows = range(start, data.draw(st.integers(start, n)))
    found, scores = index.make(vectors).search(question, k, rows=rows)

    cosines = vectors.astype(np.float64) @ question[0].astype(np.float64)
    best = sorted((cosines[row] for row in rows), reverse=True)[:k]
    assert len(found) == len(set(found)) == len(best)
    assert set(found) <= set(rows)
    np.testing.assert_allclose(scores, best, atol=1e-5)
    np.testing.assert_allclose(cosines[found], best, atol=1e-5)


@every_index
@given(seed=st.integers(0, 2**32 - 1), n=st.integers(1, 60), k=st.integers(0, 80), data=st.data())
def test_search_among_those_wanted_finds_what_brute_force_finds_among_them(
    index: Implementation, seed: int, n: int, k: int, data: st.DataObject
) -> None:
    vectors, question = make_vectors(seed, n, 8), make_vectors(seed + 1, 1, 8)
    start = data.draw(st.integers(0, n))
    rows = range(start, data.draw(st.integers(start, n)))
    share = data.draw(st.sampled_from([0.0, 0.05, 0.5, 1.0]))
    wanted = np.random.default_rng(seed).random(len(rows)) < share
    found, scores = index.make(vectors).search(question, k, rows=rows, wanted=wanted)

    cosines = vectors @ question[0]
    own = [row for row, is_wanted in zip(rows, wanted, strict=True) if is_wanted]
    best = sorted((cosines[row] for row in own), reverse=True)[:k]
    assert len(found) == len(set(found)) == len(best)
    assert set(found) <= set(own)
    np.testing.assert_allclose(scores, best, atol=1e-5)
    np.testing.assert_allclose(cosines[found], best, atol=1e-5)


@every_index
@given(seed=st.integers(0, 2**32 - 1), n=st.integers(1, 30), data=st.data())
def test_cosines_are_inner_products_in_the_order_asked(
    index: Implementation, seed: int, n: int, data: st.DataObject
) -> None:
    vectors, question = make_vectors(seed, n, 8), make_vectors(seed + 1, 1, 8)
    rows = np.array(data.draw(st.lists(st.integers(0, n - 1))), np.int64)
    found = index.make(vectors).cosines(question, rows)
    expected = [sum(a * b for a, b in zip(vectors[row], question[0], strict=True)) for row in rows]
    np.testing.assert_allclose(found, expected, atol=1e-6)


@every_index
def test_more_than_there_are_gives_all_there_are(index: Implementation) -> None:
    vectors = np.eye(4, dtype=np.float32)
    found, scores = index.make(vectors).search(vectors[2:3], 100, rows=range(1, 4))
    assert found.tolist() == [2, 1, 3]
    assert scores.tolist() == [1, 0, 0]


@every_index
def test_worst_possible_rows_are_found_too(index: Implementation) -> None:
    vectors = -np.eye(3, dtype=np.float32)
    found, scores = index.make(vectors).search(-vectors[:1], 3, rows=range(3))
    assert found.tolist() == [1, 2, 0]
    assert scores.tolist() == [0, 0, -1]


@every_index
def test_equal_cosines_are_in_the_order_of_their_rows(index: Implementation) -> None:
    vectors = np.repeat(make_vectors(1, 5, 16), 40, axis=0)
    found, _ = index.make(vectors).search(vectors[120:121], 40, rows=range(200))
    assert found.tolist() == list(range(120, 160))


@every_index
def test_index_says_what_it_is(index: Implementation) -> None:
    made = index.make(make_vectors(1, 1234, 8))
    assert (made.kind, made.dimension, len(made)) == (index.kind, 8, 1234)
    assert describe(made) == f"{index.kind.value}, 1,234 vectors"


@every_index
def test_mapped_vectors_are_indexed_as_others_are(index: Implementation, tmp_path: Path) -> None:
    vectors, question = make_vectors(3, 500, 24), make_vectors(4, 1, 24)
    np.save(tmp_path / "given.npy", vectors)
    mapped = index.make(np.load(tmp_path / "given.npy", mmap_mode="r"))
    expected = index.make(vectors).search(question, 20, rows=range(500))
    for one, other in zip(mapped.search(question, 20, rows=range(500)), expected, strict=True):
        np.testing.assert_array_equal(one, other)


@every_index
def test_vectors_may_be_given_up_after_writing(index: Implementation) -> None:
    vectors = make_vectors(3, 20, 8)
    expected = vectors.copy()
    made = index.make(vectors)
    vectors[:] = 0
    np.testing.assert_allclose(
        made.cosines(expected[:1], np.arange(20)), expected @ expected[0], atol=1e-6
    )


@every_index
def test_threads_may_search_at_once(index: Implementation) -> None:
    made = index.make(make_vectors(5, 3000, 32))
    questions = [make_vectors(seed, 1, 32) for seed in range(40)]

    def ask(question: Vectors) -> list[int]:
        found: list[int] = made.search(question, 10, rows=range(100, 2900))[0].tolist()
        return found

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(ask, questions)) == [ask(question) for question in questions]


@every_index
def test_index_without_rows_finds_nothing(index: Implementation) -> None:
    made = index.make(np.empty((0, 8), np.float32))
    found, scores = made.search(make_vectors(1, 1, 8), 5, rows=range(0))
    assert len(made) == len(found) == len(scores) == 0
    assert len(made.cosines(make_vectors(1, 1, 8), np.empty(0, np.int64))) == 0


@every_index
@pytest.mark.parametrize("shape", [(1, 7), (1, 9), (2, 8), (8,)])
def test_question_of_another_shape_is_refused_naming_both(
    index: Implementation, shape: tuple[int, ...]
) -> None:
    made = index.make(make_vectors(1, 3, 8))
    with pytest.raises(VectorsMismatch, match=r"8 dimensions.*shape") as raised:
        made.search(np.zeros(shape, np.float32), 1, rows=range(3))
    assert str(shape) in str(raised.value)


@every_file
@pytest.mark.parametrize("content", [b"", b"not an index", bytes(1000)])
def test_file_that_is_no_index_is_refused(
    index: Implementation, name: str, content: bytes, tmp_path: Path
) -> None:
    index.write(tmp_path, make_vectors(1, 50, 16))
    (tmp_path / name).write_bytes(content)
    with pytest.raises(VectorsMismatch, match=rf"{name}.*Build the index anew"):
        index.open(tmp_path)


# By a whole number: of one that is cut itself FAISS reads what is missing as zeros.
@every_file
@pytest.mark.parametrize("bytes_left", [1, 100, -8])
def test_truncated_file_is_refused(
    index: Implementation, name: str, bytes_left: int, tmp_path: Path
) -> None:
    index.write(tmp_path, make_vectors(1, 50, 16))
    path = tmp_path / name
    path.write_bytes(path.read_bytes()[:bytes_left])
    with pytest.raises(VectorsMismatch, match=rf"{name}.*Build the index anew"):
        index.open(tmp_path)


@every_file
def test_missing_file_is_refused(index: Implementation, name: str, tmp_path: Path) -> None:
    index.write(tmp_path, make_vectors(1, 50, 16))
    (tmp_path / name).unlink()
    with pytest.raises(VectorsMismatch, match=rf"{name}.* cannot be read"):
        index.open(tmp_path)


@every_index
def test_index_of_another_kind_is_refused_by_name(index: Implementation, tmp_path: Path) -> None:
    other = faiss.IndexFlatL2(16)
    other.add(make_vectors(1, 50, 16))
    index.write(tmp_path, make_vectors(1, 50, 16))
    faiss.write_index(other, str(tmp_path / index.files[0]))
    with pytest.raises(VectorsMismatch, match=r"IndexFlatL2.*Build the index anew"):
        index.open(tmp_path)


@every_index
def test_folder_that_cannot_be_written_to_is_an_error_of_the_disk(
    index: Implementation, tmp_path: Path
) -> None:
    with pytest.raises(OSError, match="nowhere"):
        index.write(tmp_path / "nowhere", make_vectors(1, 3, 8))
