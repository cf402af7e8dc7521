"""Which index vectors get, by their number."""

from pathlib import Path

import pytest

from embeddings.errors import VectorsMismatch
from embeddings.index_choice import choose_kind, open_vector_index, write_vector_index
from embeddings.vector_index import Kind
from tests.embeddings.making_vectors import make_vectors


@pytest.mark.parametrize("n", [0, 1, 25_000, 25_001])
def test_number_of_vectors_decides_and_opening_finds_what_was_written(
    n: int, tmp_path: Path
) -> None:
    vectors = make_vectors(1, n, 4)
    write_vector_index(tmp_path, vectors)
    index = open_vector_index(tmp_path)
    assert index.kind is choose_kind(n) is (Kind.FLAT if n <= 25_000 else Kind.QUANTISED)
    assert len(index) == n
    for row in {0, n // 2, n - 1} if n else ():
        found, _ = index.search(vectors[row : row + 1], 1, rows=range(n))
        assert found.tolist() == [row]


def test_folder_without_an_index_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VectorsMismatch, match=r"vectors\.faiss"):
        open_vector_index(tmp_path)
