"""What workers have in common: two of them, here in one process, over one folder."""

import asyncio
import threading
import time
from pathlib import Path

import pytest

from qa.api.sharing import Board, Commons, Place


@pytest.fixture
def boards(tmp_path: Path) -> list[Board]:
    return [Board(Commons(Place(tmp_path, workers=2, number=number))) for number in range(2)]


def test_array_is_the_same_for_all_and_stays_when_another_opens_it(tmp_path: Path) -> None:
    one, other = (Commons(Place(tmp_path, 2, number)) for number in range(2))
    first = one.open_array("counts", (2, 3), "<i8")
    assert first.tolist() == [[0, 0, 0], [0, 0, 0]]
    first[1, 2] = 7
    second = other.open_array("counts", (2, 3), "<i8")
    assert second[1, 2] == 7
    second[1, 2] = 8
    assert first[1, 2] == 8


def test_what_one_worker_has_alone_is_in_no_file(tmp_path: Path) -> None:
    commons = Commons()
    assert commons.folder is None
    assert commons.open_array("counts", (2,), "<i8").tolist() == [0, 0]
    with commons.open_lock("lock"), commons.open_lock("lock"):
        assert not list(tmp_path.iterdir())


def test_lock_that_another_worker_keeps_is_given_up_at_the_deadline(tmp_path: Path) -> None:
    one, other = (Commons(Place(tmp_path, 2, number)).open_lock("lock") for number in range(2))
    with one:
        began = time.monotonic()
        with pytest.raises(TimeoutError), other.held_before(began + 0.1):
            pass
        assert time.monotonic() - began >= 0.1
    with other.held_before(time.monotonic() + 10):
        pass
    # Nor is one taken that is free, but too late.
    for lock in (other, Commons().open_lock("lock")):
        with pytest.raises(TimeoutError), lock.held_before(time.monotonic()):
            pass
    with one:
        pass


def test_lock_that_a_worker_takes_again_and_again_comes_to_the_others(tmp_path: Path) -> None:
    one, other = (Commons(Place(tmp_path, 2, number)).open_lock("lock") for number in range(2))
    ended = threading.Event()

    def keep_taking() -> None:
        while not ended.is_set():
            with one.held_before(time.monotonic() + 10):
                time.sleep(0.05)

    thread = threading.Thread(target=keep_taking)
    thread.start()
    try:
        for _ in range(3):
            with other.held_before(time.monotonic() + 5):
                pass
    finally:
        ended.set()
        thread.join()


def test_generation_is_reached_when_nobody_answers_from_an_earlier_one(boards: list[Board]) -> None:
    one, other = boards
    # Who cannot answer yet is not waited for: it will open the newest.
    assert one.has_reached(5)
    assert one.generation == 0
    one.note_generation(5)
    assert one.has_reached(5)
    assert other.has_reached(5)
    other.note_generation(4)
    assert not one.has_reached(5)
    assert one.generation == other.generation == 4
    other.note_generation(6)
    assert one.has_reached(5)
    assert not one.has_reached(6)


def test_questions_are_those_of_all(boards: list[Board]) -> None:
    one, other = boards
    one.note_questions(working=2, waiting=3)
    other.note_questions(working=1, waiting=0)
    assert (one.working, other.working, one.waiting) == (3, 3, 3)


def test_library_is_followed_as_far_as_the_worker_furthest_behind_does(
    boards: list[Board], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = boards
    monkeypatch.setattr(time, "time", lambda: 1_000.7)
    one.note_followed()
    assert one.followed_at == 0  # the other has not yet
    other.note_followed()
    monkeypatch.setattr(time, "time", lambda: 2_000.0)
    other.note_followed()
    assert one.followed_at == other.followed_at == 1_000


def test_service_is_ready_when_every_worker_can_answer_and_none_hangs(boards: list[Board]) -> None:
    one, other = boards

    async def hang() -> None:
        async with other.beating(lambda: True):
            await asyncio.sleep(0.1)

    one.note_generation(5)
    assert not one.is_ready
    other.note_generation(5)
    assert one.is_ready
    asyncio.run(hang())
    assert not one.is_ready
    # Whoever takes its place does not.
    one.clear(1)
    other.note_generation(5)
    assert one.is_ready


def test_worker_that_has_ended_counts_no_longer(boards: list[Board]) -> None:
    one, other = boards
    one.note_generation(5)
    other.note_generation(4)
    other.note_questions(working=1, waiting=1)
    assert one.clear(1)
    assert one.has_reached(5)
    assert (one.working, one.waiting) == (0, 0)
    assert not one.clear(1)


def test_worker_beats_while_its_event_loop_goes_round_and_nothing_hangs(
    boards: list[Board],
) -> None:
    one, other = boards
    hangs = threading.Event()

    async def beat() -> None:
        async with one.beating(hangs.is_set):
            await asyncio.sleep(1.2)
            beaten = other.count_beats(0)
            assert beaten > 1
            time.sleep(1.2)
            assert other.count_beats(0) == beaten
            await asyncio.sleep(0.1)
            assert other.count_beats(0) == beaten + 1
            hangs.set()
            await asyncio.sleep(1.2)
            assert other.count_beats(0) == beaten + 1

    asyncio.run(beat())
    assert other.count_beats(1) == 0
    one.clear(0)
    assert other.count_beats(0) == 0
