"""What a quantised index gives up, which must be all but nothing, and what it refuses."""

from pathlib import Path

import faiss
import numpy as np
import pytest

from embeddings.encoder import Vectors
from embeddings.errors import VectorsMismatch
from embeddings.quantised_index import SCANNED_EXACTLY, QuantisedIndex
from tests.embeddings.making_vectors import make_vectors, measure_recall, normalise

_MANY = 24_000


def make_series() -> Vectors:
    """Many as a template gives them: a hundred near-copies of each, cosines of .997."""
    vectors = np.repeat(make_vectors(7, _MANY // 100, 64), 100, axis=0)
    return normalise(vectors + np.float32(0.05) * make_vectors(8, _MANY, 64))


def make_lopsided() -> Vectors:
    """Many with much in common, and dimensions that outweigh the others."""
    vectors = make_vectors(9, _MANY, 64) + np.float32(1.5) * make_vectors(10, 1, 64)
    vectors[:, [3, 17, 40]] *= np.array([12, 8, 5], np.float32)
    return normalise(vectors)


@pytest.fixture(
    scope="module",
    params=[lambda: make_vectors(6, _MANY, 64), make_series, make_lopsided],
    ids=["all directions", "series", "lopsided"],
)
def vectors(request: pytest.FixtureRequest) -> Vectors:
    made: Vectors = request.param()
    return made


@pytest.fixture(scope="module")
def index(vectors: Vectors, tmp_path_factory: pytest.TempPathFactory) -> QuantisedIndex:
    folder = tmp_path_factory.mktemp("quantised")
    QuantisedIndex.write(folder, vectors)
    return QuantisedIndex.open(folder)


@pytest.mark.parametrize("k", [10, 100, 200])
@pytest.mark.parametrize("rows", [range(_MANY), range(5_000, 22_000)])
def test_recall_among_many_is_all_but_complete(
    index: QuantisedIndex, vectors: Vectors, k: int, rows: range
) -> None:
    assert len(rows) > SCANNED_EXACTLY
    recalls = []
    for row in range(0, _MANY, 800):
        question = vectors[row : row + 1] + np.float32(0.3) * make_vectors(row, 1, 64)
        found, scores = index.search(question, k, rows=rows)
        cosines = vectors @ question[0]
        assert set(found) <= set(rows)
        np.testing.assert_allclose(scores, cosines[found], atol=1e-5)
        recalls.append(measure_recall(cosines, found.tolist(), k, rows))
    assert np.mean(recalls) >= 0.99


@pytest.mark.parametrize("rows", [range(17, 18), range(20_000, 21_234), range(14_000, _MANY)])
def test_few_rows_are_searched_exactly(
    index: QuantisedIndex, vectors: Vectors, rows: range
) -> None:
    assert len(rows) <= SCANNED_EXACTLY
    for seed in range(10):
        question = make_vectors(seed, 1, 64)
        found, scores = index.search(question, 50, rows=rows)
        cosines = vectors @ question[0]
        best = np.sort(cosines[rows.start : rows.stop])[::-1][:50]
        assert set(found) <= set(rows)
        np.testing.assert_allclose(scores, best, atol=1e-5)


def test_vectors_of_nothing_are_held_and_asked_for(tmp_path: Path) -> None:
    QuantisedIndex.write(tmp_path, np.zeros((5, 8), np.float32))
    index = QuantisedIndex.open(tmp_path, scanned_exactly=0)
    found, scores = index.search(np.zeros((1, 8), np.float32), 2, rows=range(5))
    assert (len(found), scores.tolist()) == (2, [0, 0])


def test_vectors_that_are_not_of_the_codes_are_refused_naming_both(tmp_path: Path) -> None:
    QuantisedIndex.write(tmp_path, make_vectors(1, 50, 16))
    np.save(tmp_path / "vectors.npy", make_vectors(1, 49, 16))
    with pytest.raises(VectorsMismatch, match=r"\(50, 16\).*\(49, 16\)"):
        QuantisedIndex.open(tmp_path)


def test_codes_of_another_quantiser_are_refused(tmp_path: Path) -> None:
    QuantisedIndex.write(tmp_path, make_vectors(1, 50, 16))
    other = faiss.IndexScalarQuantizer(16, faiss.ScalarQuantizer.QT_fp16)
    other.add(make_vectors(1, 50, 16))
    faiss.write_index(other, str(tmp_path / "codes.faiss"))
    with pytest.raises(VectorsMismatch, match="signed codes of 8 bits"):
        QuantisedIndex.open(tmp_path)
