"""What a fault in a stage of answering does: a clear problem, and never a wrong answer.

Each fault is put in by a part of its own, in place of the real one, as `create_app` takes them.
"""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from embeddings.encoder import EncodedQuestion, Encoder, Vectors
from embeddings.late_interaction import TokenCodes
from qa.index.passage_index import Candidates, PassageIndex, Scores
from qa.records import Scope
from qa.retrieval.asking import Asker
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.storage.schema import FILE_NAME
from qa.storage.snapshot import Snapshot
from qa.wiring import open_asker
from tests.qa.api.held_encoder import HeldEncoder
from tests.qa.api.service import check_problem, serve, wait_until
from tests.timing import is_done_within

QUESTION = {"question": "Who is the new ambassador of India?", "as_of": "2025-12-20"}
MONTHLY = {"question": "What did battery exports do in April 2025?", "as_of": "2025-12-20"}


class FaultyEncoder(HeldEncoder):
    """An encoder whose questions come out as `fault` has it."""

    def __init__(self, encoder: Encoder, fault: Callable[[EncodedQuestion], EncodedQuestion]):
        super().__init__(encoder)
        self.go.set()
        self._fault = fault

    def encode_question(self, text: str) -> EncodedQuestion:
        return self._fault(super().encode_question(text))


class FaultyIndex:
    """Another index, of which one method fails.

    It finds one candidate a leg, so that the instalments asked about have to be scored beside it.
    """

    def __init__(self, index: PassageIndex, failing: str) -> None:
        self._index = index
        self._failing = failing

    def _reach(self, method: str) -> PassageIndex:
        if method == self._failing:
            raise OSError("/secret: Input/output error")
        return self._index

    def __len__(self) -> int:
        return len(self._index)

    def find_candidates(
        self, vector: Vectors, terms: Sequence[str], *, scope: Scope, depth: int
    ) -> Candidates:
        index = self._reach("find_candidates")
        return index.find_candidates(vector, terms, scope=scope, depth=min(depth, 1))

    def score(self, vector: Vectors, terms: Sequence[str], keys: Sequence[int]) -> Candidates:
        return self._reach("score").score(vector, terms, keys)

    def score_passages(self, terms: Sequence[str], keys: Sequence[int]) -> Scores:
        return self._index.score_passages(terms, keys)

    def read_tokens(self, keys: Sequence[int]) -> list[TokenCodes]:
        return self._reach("read_tokens").read_tokens(keys)

    def count_passages(self, scope: Scope) -> int:
        return self._reach("count_passages").count_passages(scope)

    def count_term(self, term: str) -> int:
        return self._reach("count_term").count_term(term)


@pytest.fixture
def snapshot(seed_settings: Settings) -> Iterator[Snapshot]:
    snapshot = Snapshot(seed_settings.data)
    yield snapshot
    snapshot.close()


def check_fault(asker: Asker, question: dict[str, str] = QUESTION) -> None:
    """That it is a problem which tells no secrets, and that the service goes on."""
    with serve(lambda _: asker) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        for _ in range(2):
            response = client.get("/v1/ask", params=question)
            check_problem(response, 500)
            assert "secret" not in response.text
        assert client.get("/healthz").status_code == 200
        assert 'qa_queue{state="working"} 0.0' in client.get("/metrics").text


def fail(error: BaseException) -> Callable[[EncodedQuestion], EncodedQuestion]:
    def fault(_: EncodedQuestion) -> EncodedQuestion:
        raise error

    return fault


def spoil(encoded: EncodedQuestion) -> EncodedQuestion:
    return EncodedQuestion(encoded.vector * np.nan, encoded.tokens, encoded.spans)


def spoil_tokens(encoded: EncodedQuestion) -> EncodedQuestion:
    return EncodedQuestion(encoded.vector, encoded.tokens * np.nan, encoded.spans)


@pytest.mark.parametrize(
    "fault",
    [fail(RuntimeError("/secret")), fail(MemoryError()), fail(TimeoutError()), spoil, spoil_tokens],
    ids=["fails", "has no memory", "times out", "gives NaN", "gives NaN for tokens"],
)
def test_fault_of_the_encoder_is_a_problem(
    encoder: Encoder,
    seed_asker: Asker,
    snapshot: Snapshot,
    fault: Callable[[EncodedQuestion], EncodedQuestion],
) -> None:
    faulty = FaultyEncoder(encoder, fault)
    check_fault(Asker(faulty, seed_asker.index, snapshot, read_ranking()))


@pytest.mark.parametrize(
    "failing",
    ["find_candidates", "score", "read_tokens", "count_passages", "count_term"],
)
def test_fault_of_the_index_is_a_problem(
    encoder: Encoder, monthly_asker: Asker, failing: str
) -> None:
    faulty = FaultyIndex(monthly_asker.index, failing)
    check_fault(Asker(encoder, faulty, monthly_asker.snapshot, read_ranking()), MONTHLY)


class FaultyReranker:
    """A reranker that gives what it is made of, for each passage."""

    def __init__(self, given: float | Exception) -> None:
        self._given = given

    def score(self, _question: str, passages: Sequence[str]) -> npt.NDArray[np.float64]:
        if isinstance(self._given, Exception):
            raise self._given
        return np.full(len(passages), self._given)


@pytest.mark.parametrize("given", [np.nan, np.inf, -np.inf, OSError("/secret"), MemoryError()])
def test_fault_of_the_reranker_is_a_problem(
    encoder: Encoder, seed_asker: Asker, snapshot: Snapshot, given: float | Exception
) -> None:
    faulty = FaultyReranker(given)
    index, ranking = seed_asker.index, read_ranking()
    check_fault(Asker(encoder, index, snapshot, ranking, reranker=faulty, rerank_depth=3))


@pytest.mark.parametrize("part", ["order", "confidence", "sentence"])
def test_fault_of_the_ranking_is_a_problem(
    encoder: Encoder, seed_asker: Asker, snapshot: Snapshot, tmp_path: Path, part: str
) -> None:
    """Of a file with weights that are no numbers, as Python reads them from JSON."""
    fields = json.loads((files("qa.retrieval") / "ranking.json").read_text(encoding="utf-8"))
    for weighed in fields[part]["signals"].values():
        weighed["weight"] = np.nan
    spoilt = tmp_path / "ranking.json"
    spoilt.write_text(json.dumps(fields))
    check_fault(Asker(encoder, seed_asker.index, snapshot, read_ranking(spoilt)))


@pytest.mark.parametrize(
    "path", ["/v1/ask?question=Exports%3F", "/v1/timeline?q=Exports%3F", "/?q=Exports%3F"]
)
def test_fault_is_a_problem_wherever_it_is_asked(
    encoder: Encoder, monthly_asker: Asker, path: str
) -> None:
    faulty = FaultyEncoder(encoder, fail(RuntimeError("/secret")))
    asker = Asker(faulty, monthly_asker.index, monthly_asker.snapshot, read_ranking())
    with serve(lambda _: asker) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        response = client.get(path)
        check_problem(response, 500)
        assert "secret" not in response.text
        page = client.get(path, headers={"Accept": "text/html"})
        assert page.status_code == 500
        assert "secret" not in page.text
        # The server closes after it: nobody is to send the next request there.
        assert page.headers["connection"] == response.headers["connection"] == "close"
        assert client.get("/v1/releases").status_code == 200


def test_fault_of_the_library_is_a_problem(
    encoder: Encoder, seed_settings: Settings, tmp_path: Path
) -> None:
    shutil.copytree(seed_settings.data, tmp_path / "data")
    asker = open_asker(Settings(data=tmp_path / "data"), encoder, read_ranking())
    library = tmp_path / "data" / FILE_NAME
    # In place: whoever has it open reads the damage.
    with library.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (library.stat().st_size - 4096))
    check_fault(asker)
    asker.snapshot.close()


@pytest.mark.serial
def test_thousand_unknown_parameters_are_refused_in_little_time(seed_asker: Asker) -> None:
    unknown = {f"unknown-{number}": "x" for number in range(1000)}
    with serve(lambda _: seed_asker) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        for ask in (
            partial(client.get, "/v1/ask", params=unknown | QUESTION),
            partial(client.post, "/v1/ask", json=unknown | QUESTION),
            partial(client.get, "/v1/ask?" + "question=x&" * 1000 + "k=1&" * 500),
            partial(client.get, "/v1/ask?question=x" + "&ignore=title" * 500),
        ):
            assert is_done_within(1, ask)
            response = ask()
            assert response.status_code in (200, 422)
            assert len(response.content) < 200_000
            if response.status_code != 200:
                check_problem(response, 422)
