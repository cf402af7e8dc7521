"""Candidates by codes: that the nearest are among them, of the rows asked for and no others."""

from pathlib import Path

import faiss
import numpy as np
import pytest

from embeddings.encoder import Vectors
from embeddings.errors import VectorsMismatch
from embeddings.product_codes import ProductCodes
from tests.embeddings.making_vectors import make_vectors

_MANY = 5_000


def make_codes(folder: Path, vectors: Vectors) -> ProductCodes:
    ProductCodes.write(folder / "codes.faiss", vectors)
    return ProductCodes.open(folder / "codes.faiss")


@pytest.mark.parametrize("dimension", [64, 33, 2, 1])
@pytest.mark.parametrize("rows", [range(_MANY), range(31, 4_001), range(2_000, 2_001)])
def test_candidates_are_rows_asked_for_in_their_order(
    dimension: int, rows: range, tmp_path: Path
) -> None:
    codes = make_codes(tmp_path, make_vectors(1, _MANY, dimension))
    assert codes.shape == (_MANY, dimension)
    near = codes.find_near(make_vectors(2, 1, dimension), 700, rows=rows)
    assert set(near) <= set(rows)
    assert np.all(np.diff(near) > 0)
    # In two dimensions all that point away have the least product there is.
    assert len(near) == min(700, len(rows)) or dimension < 3


@pytest.mark.parametrize("n", [_MANY, _MANY - 1, _MANY - 8])
def test_nearest_are_among_the_candidates(n: int, tmp_path: Path) -> None:
    vectors = make_vectors(3, n, 64)
    codes = make_codes(tmp_path, vectors)
    for rows in (range(n), range(17, n - 40), range(n - 900, n)):
        recalls = []
        for seed in range(20):
            question = make_vectors(100 + seed, 1, 64)
            near = codes.find_near(question, 300, rows=rows)
            best = rows.start + np.argsort(-(vectors[rows.start : rows.stop] @ question[0]))[:10]
            recalls.append(np.isin(best, near).mean())
        assert np.mean(recalls) >= 0.99


def test_no_candidate_is_other_than_wanted(tmp_path: Path) -> None:
    codes = make_codes(tmp_path, make_vectors(3, _MANY - 8, 64))  # so that the last block is filled
    for rows in (range(_MANY - 8), range(13, 4_001)):
        for wanted in (np.arange(len(rows)) % 3 == 0, np.ones(len(rows), np.bool_)):
            near = codes.find_near(make_vectors(2, 1, 64), _MANY, rows=rows, wanted=wanted)
            assert near.tolist() == (rows.start + np.flatnonzero(wanted)).tolist()


def test_dimension_that_outweighs_the_others_hides_none_of_them(tmp_path: Path) -> None:
    vectors = make_vectors(4, _MANY, 64)
    vectors[:, 5] += 8  # they have it in common, and differ in what is left
    codes = make_codes(tmp_path, vectors)
    recalls = []
    for seed in range(20):
        question = make_vectors(200 + seed, 1, 64)
        question[0, 5] = 0
        near = codes.find_near(question, 300, rows=range(_MANY))
        recalls.append(np.isin(np.argsort(-(vectors @ question[0]))[:10], near).mean())
    assert np.mean(recalls) >= 0.99


def test_same_vectors_have_the_same_codes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        ProductCodes.write(tmp_path / name, make_vectors(5, _MANY, 24))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_codes_take_two_bits_a_number_and_eight_bytes_a_row(tmp_path: Path) -> None:
    make_codes(tmp_path, make_vectors(6, 20_000, 64))
    size = (tmp_path / "codes.faiss").stat().st_size
    assert size / 20_000 == pytest.approx(64 / 4 + 8, rel=0.1)


@pytest.mark.parametrize("n", [0, 1, 15])
def test_fewer_vectors_than_points_are_coded_too(n: int, tmp_path: Path) -> None:
    codes = make_codes(tmp_path, make_vectors(7, n, 8))
    assert codes.shape == (n, 8)
    near = codes.find_near(make_vectors(8, 1, 8), 20, rows=range(n))
    assert set(near) <= set(range(n))


def test_codes_of_another_quantiser_are_refused(tmp_path: Path) -> None:
    rotation = faiss.RandomRotationMatrix(16, 16)
    rotation.init(1)
    other = faiss.IndexPreTransform(rotation, faiss.IndexFlatIP(16))
    faiss.write_index(other, str(tmp_path / "codes.faiss"))
    with pytest.raises(VectorsMismatch, match=r"4 bits.*IndexFlatIP.*Build the index anew"):
        ProductCodes.open(tmp_path / "codes.faiss")
