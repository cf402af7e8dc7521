"""What a quantised index gives up, which must be all but nothing, and what it refuses."""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.encoder import Vectors
from embeddings.errors import VectorsMismatch
from embeddings.quantised_index import SCANNED_EXACTLY, QuantisedIndex
from tests.embeddings.making_vectors import make_vectors, measure_recall, normalise

_MANY = 60_000


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
@pytest.mark.parametrize("rows", [range(_MANY), range(12_503, 55_001)])
def test_recall_among_many_is_all_but_complete(
    index: QuantisedIndex, vectors: Vectors, k: int, rows: range
) -> None:
    assert len(rows) > SCANNED_EXACTLY
    recalls = []
    for row in range(0, _MANY, 2_000):
        question = vectors[row : row + 1] + np.float32(0.3) * make_vectors(row, 1, 64)
        found, scores = index.search(question, k, rows=rows)
        cosines = vectors @ question[0]
        assert set(found) <= set(rows)
        assert len(set(found)) == k
        np.testing.assert_allclose(scores, cosines[found], atol=1e-5)
        recalls.append(measure_recall(cosines, found.tolist(), k, rows))
    assert np.mean(recalls) >= 0.99


@pytest.mark.parametrize("rows", [range(_MANY), range(3_007, 59_001)])
@pytest.mark.parametrize("share", [0.9, 0.6, 0.2, 0.05])
def test_recall_among_those_wanted_is_all_but_complete(
    index: QuantisedIndex, vectors: Vectors, share: float, rows: range
) -> None:
    wanted = np.random.default_rng(13).random(len(rows)) < share
    own = np.array(rows)[wanted]
    recalls = []
    for row in range(0, _MANY, 4_000):
        question = vectors[row : row + 1] + np.float32(0.3) * make_vectors(row, 1, 64)
        found, scores = index.search(question, 100, rows=rows, wanted=wanted)
        cosines = vectors @ question[0]
        assert np.isin(found, own).all()
        assert len(set(found)) == 100
        np.testing.assert_allclose(scores, cosines[found], atol=1e-5)
        recalls.append(measure_recall(cosines, found.tolist(), 100, own.tolist()))
    assert np.mean(recalls) >= (1 if len(own) <= SCANNED_EXACTLY else 0.99)


def test_those_wanted_are_found_though_all_others_are_nearer(tmp_path: Path) -> None:
    near, far = make_vectors(14, 2, 32)
    is_far = np.arange(_MANY) % 2 == 0
    vectors = np.where(is_far[:, None], far, near) + np.float32(0.1) * make_vectors(15, _MANY, 32)
    QuantisedIndex.write(tmp_path, normalise(vectors.astype(np.float32)))
    index, question = QuantisedIndex.open(tmp_path), near[np.newaxis]
    found, _ = index.search(question, 100, rows=range(_MANY), wanted=is_far)
    own = np.flatnonzero(is_far)
    cosines = index.cosines(question, np.arange(_MANY))
    assert cosines[own].max() < cosines[~is_far].min()
    assert is_far[found].all()
    assert measure_recall(cosines, found.tolist(), 100, own.tolist()) >= 0.99


@given(data=st.data(), k=st.integers(1, 300), seed=st.integers(0, 2**32 - 1))
def test_any_slice_gives_its_own_rows_the_best_first(
    index: QuantisedIndex, vectors: Vectors, data: st.DataObject, k: int, seed: int
) -> None:
    start = data.draw(st.integers(0, _MANY))
    rows = range(start, data.draw(st.integers(start, _MANY)))
    question = make_vectors(seed, 1, 64)
    found, scores = index.search(question, k, rows=rows)
    cosines = vectors @ question[0]
    assert len(found) == len(set(found)) == min(k, len(rows))
    assert set(found) <= set(rows)
    np.testing.assert_allclose(scores, cosines[found], atol=1e-5)
    assert np.all(np.diff(scores) <= 0)
    # However few are looked for, the very nearest is among them.
    if len(rows):
        assert scores[0] == pytest.approx(cosines[rows.start : rows.stop].max(), abs=1e-5)


def test_more_than_codes_are_asked_for_are_found_exactly(
    index: QuantisedIndex, vectors: Vectors
) -> None:
    question = make_vectors(11, 1, 64)
    found, scores = index.search(question, 6_000, rows=range(_MANY))
    best = np.sort(vectors @ question[0])[::-1]
    np.testing.assert_allclose(scores, best[:6_000], atol=1e-5)
    assert len(set(found)) == 6_000
    assert len(index.search(question, 2 * _MANY, rows=range(_MANY))[0]) == _MANY


def test_threads_that_search_among_many_at_once_find_what_one_does(index: QuantisedIndex) -> None:
    questions = [make_vectors(seed, 1, 64) for seed in range(60)]

    def ask(question: Vectors) -> list[int]:
        found: list[int] = index.search(question, 50, rows=range(2_500, 57_500))[0].tolist()
        return found

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(ask, questions)) == [ask(question) for question in questions]


def ask_in_folder(folder: Path, questions: list[Vectors]) -> list[list[int]]:
    opened = QuantisedIndex.open(folder)
    return [opened.search(each, 20, rows=range(len(opened)))[0].tolist() for each in questions]


@pytest.mark.parametrize("way", ["fork", "spawn"])
def test_processes_that_share_the_files_find_the_same(way: str, tmp_path: Path) -> None:
    QuantisedIndex.write(tmp_path, make_vectors(12, 40_000, 32))
    questions = [make_vectors(seed, 1, 32) for seed in range(10)]
    expected = ask_in_folder(tmp_path, questions)
    with ProcessPoolExecutor(2, mp_context=get_context(way)) as processes:
        asked = [processes.submit(ask_in_folder, tmp_path, questions) for _ in range(2)]
        assert [each.result() for each in asked] == [expected, expected]


def test_index_forked_while_it_is_open_goes_on_answering(tmp_path: Path) -> None:
    QuantisedIndex.write(tmp_path, make_vectors(13, 40_000, 32))
    question = make_vectors(14, 1, 32)
    opened = QuantisedIndex.open(tmp_path)
    expected = opened.search(question, 20, rows=range(40_000))[0].tolist()
    ours, theirs = get_context("fork").Pipe()

    def answer() -> None:
        theirs.send(opened.search(question, 20, rows=range(40_000))[0].tolist())

    child = get_context("fork").Process(target=answer)
    child.start()
    assert ours.poll(30)
    assert ours.recv() == expected
    child.join()
    assert child.exitcode == 0


@pytest.mark.parametrize("rows", [range(17, 18), range(50_000, 51_234), range(40_000, _MANY)])
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
    QuantisedIndex.write(tmp_path, np.zeros((40_000, 8), np.float32))
    index = QuantisedIndex.open(tmp_path)
    found, scores = index.search(np.zeros((1, 8), np.float32), 2, rows=range(40_000))
    assert (len(found), scores.tolist()) == (2, [0, 0])


def test_many_alike_give_as_many_as_are_asked_for(tmp_path: Path) -> None:
    vectors = np.repeat(make_vectors(1, 1, 16), 20_000, axis=0)
    QuantisedIndex.write(tmp_path, vectors)
    found, scores = QuantisedIndex.open(tmp_path).search(vectors[:1], 30, rows=range(5, 19_000))
    assert len(set(found)) == 30
    np.testing.assert_allclose(scores, 1, atol=1e-5)


def test_vectors_that_are_not_of_the_codes_are_refused_naming_both(tmp_path: Path) -> None:
    QuantisedIndex.write(tmp_path, make_vectors(1, 50, 16))
    np.save(tmp_path / "vectors.npy", make_vectors(1, 49, 16))
    with pytest.raises(VectorsMismatch, match=r"\(50, 16\).*\(49, 16\)"):
        QuantisedIndex.open(tmp_path)
