"""A service that is asked for more than it can answer, with questions held at will."""

import asyncio
import gc
import time
import weakref
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial

import httpx
import pytest

from embeddings.encoder import Encoder
from qa.api.admission import Admission
from qa.retrieval.asking import Asker
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.wiring import open_asker
from tests.qa.api.held_encoder import HOLD_TIMEOUT_S, HeldEncoder
from tests.qa.api.service import check_problem, serve, wait_until
from tests.timing import is_done_within

QUESTION = {"question": "Who is the new ambassador of India?"}


@pytest.fixture
def held(encoder: Encoder) -> Iterator[HeldEncoder]:
    held = HeldEncoder(encoder)
    yield held
    held.go.set()


@pytest.fixture
def asker(seed_settings: Settings, held: HeldEncoder) -> Iterator[Asker]:
    asker = open_asker(seed_settings, held, read_ranking())
    yield asker
    asker.snapshot.close()


@contextmanager
def ask_together(client: httpx.Client, count: int) -> Iterator[list[Future[httpx.Response]]]:
    with ThreadPoolExecutor(count) as threads:
        yield [threads.submit(client.get, "/v1/ask", params=QUESTION) for _ in range(count)]


def test_nothing_is_held_of_work_that_raised() -> None:
    class Held:
        """What a question is answered from."""

    def fail() -> None:
        held = Held()
        held_by.append(weakref.ref(held))
        raise ValueError("refused")

    async def ask() -> None:
        with pytest.raises(ValueError, match="refused"):
            await admission.run(fail)

    held_by: list[weakref.ref[Held]] = []
    admission = Admission(at_once=1, queue=1, timeout_s=10)
    gc.disable()
    try:
        asyncio.run(ask())
        admission.close()
        wait_until(lambda: held_by[0]() is None)
    finally:
        gc.enable()


@pytest.mark.serial
def test_past_the_queue_is_refused_at_once_and_what_was_let_in_is_answered(
    asker: Asker, held: HeldEncoder
) -> None:
    with serve(lambda _: asker, Settings(threads=2, queue=3)) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        with ask_together(client, 5) as let_in:
            for _ in range(2):
                assert held.begun.acquire(timeout=HOLD_TIMEOUT_S)
            wait_until(lambda: 'qa_queue{state="waiting"} 3.0' in client.get("/metrics").text)
            ask = partial(client.get, "/v1/ask?question=Who")
            assert is_done_within(0.1, ask)
            refused = ask()
            assert "Retry-After" in check_problem(refused, 503)["detail"]
            assert int(refused.headers["retry-after"]) >= 1
            assert check_problem(client.get("/v1/releases"), 503)
            assert client.get("/healthz").status_code == 200
            assert is_done_within(0.05, partial(client.get, "/healthz"))
            assert client.get("/readyz").status_code == 200
            assert not held.begun.acquire(blocking=False)
            held.go.set()
            assert [each.result().status_code for each in let_in] == [200] * 5
        assert client.get("/v1/ask", params=QUESTION).status_code == 200


def test_question_that_takes_too_long_is_a_problem_and_keeps_its_thread_until_it_ends(
    asker: Asker, held: HeldEncoder
) -> None:
    settings = Settings(threads=1, queue=1, question_timeout_s=0.2)
    with serve(lambda _: asker, settings) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        late = client.get("/v1/ask", params=QUESTION)
        assert "0.2 s" in check_problem(late, 504)["detail"]
        # Its thread is not free yet: another waits, and is given up without ever having begun.
        assert client.get("/v1/ask", params=QUESTION).status_code == 504
        assert held.begun.acquire(timeout=HOLD_TIMEOUT_S)
        assert not held.begun.acquire(blocking=False)
        held.go.set()
        wait_until(lambda: client.get("/v1/ask", params=QUESTION).status_code == 200)


def test_service_whose_threads_all_hang_is_not_ready_until_one_comes_free(
    asker: Asker, held: HeldEncoder, caplog: pytest.LogCaptureFixture
) -> None:
    settings = Settings(threads=2, queue=4, question_timeout_s=0.2)
    with serve(lambda _: asker, settings) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        assert client.get("/v1/ask", params=QUESTION).status_code == 504
        # One thread is left, whatever is given up while it waits.
        time.sleep(3 * 0.2 + 0.2)
        assert client.get("/readyz").status_code == 200
        began = time.monotonic()
        while client.get("/readyz").status_code == 200:
            assert client.get("/v1/ask", params=QUESTION).status_code == 504
            assert time.monotonic() - began < HOLD_TIMEOUT_S / 2
        assert time.monotonic() - began > 3 * 0.2
        assert "does not end" in check_problem(client.get("/readyz"), 503)["detail"]
        assert client.get("/healthz").status_code == 200
        wait_until(lambda: "qa_ready 0.0" in client.get("/metrics").text)
        assert caplog.text.count("held by a question that does not end") == 1
        held.go.set()
        wait_until(lambda: client.get("/readyz").status_code == 200)
        wait_until(lambda: "qa_ready 1.0" in client.get("/metrics").text)
        assert client.get("/v1/ask", params=QUESTION).status_code == 200
