"""What the newest passages say is found out while nobody asks: by what is looked into, and when."""

import gc
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from embeddings.encoder import Encoder
from qa.api.desk import Desk
from qa.api.sharing import Board, Commons
from qa.errors import LibraryError
from qa.questions import Question
from qa.records import Release
from qa.retrieval.asking import Asker
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.storage.snapshot import Snapshot
from qa.wiring import open_asker, update_library
from tests.qa.api.service import wait_until
from tests.qa.noting_encoder import NotingEncoder

QUESTION = Question("How far did steel exports rise?", date(2025, 2, 1), None, k=20)


def make_release(number: int) -> Release:
    return Release(
        f"r{number}",
        f"Steel exports up {number} percent",
        date(2025, 1, number),
        f"Steel exports rose {number} percent.",
        "M",
    )


@pytest.fixture
def settings(tmp_path: Path, encoder: Encoder) -> Settings:
    settings = Settings(data=tmp_path / "data")
    update_library(settings, encoder, [make_release(number) for number in (2, 1, 3)])
    return settings


@contextmanager
def open_desk(settings: Settings, encoder: Encoder, board: Board) -> Iterator[Desk]:
    def open_newest(earlier: Asker | None) -> Asker:
        return open_asker(settings, encoder, read_ranking(), earlier=earlier)

    desk = Desk(open_newest, board)
    desk.start()
    try:
        desk.wait()
        yield desk
    finally:
        desk.close()


@pytest.fixture
def board() -> Board:
    return Board(Commons())


def test_newest_is_read_first_and_a_question_finds_nothing_left_to_find_out(
    settings: Settings, encoder: Encoder, board: Board
) -> None:
    noting = NotingEncoder(encoder)
    with open_desk(settings, noting, board) as desk:
        wait_until(lambda: board.has_read_ahead)
        assert noting.placed == [
            "Steel exports up 3 percent (3 January 2025)",
            "Steel exports up 2 percent (2 January 2025)",
            "Steel exports up 1 percent (1 January 2025)",
        ]
        answer = desk.get().ask(QUESTION)
        assert len(answer.hits) == len(noting.placed) == 3
        alone = open_asker(settings, encoder, read_ranking())
        assert answer == alone.ask(QUESTION)
        alone.snapshot.close()


def test_what_a_newer_generation_adds_is_read_ahead_alone(
    settings: Settings, encoder: Encoder, board: Board
) -> None:
    noting = NotingEncoder(encoder)
    with open_desk(settings, noting, board) as desk:
        wait_until(lambda: board.has_read_ahead)
        noting.placed.clear()
        update_library(settings, encoder, [make_release(4)])
        wait_until(lambda: desk.get().snapshot.generation == 2 and board.has_read_ahead)
        assert noting.placed == ["Steel exports up 4 percent (4 January 2025)"]


def test_nothing_is_read_ahead_while_somebody_asks(
    settings: Settings, encoder: Encoder, board: Board
) -> None:
    noting = NotingEncoder(encoder)
    board.note_questions(working=1, waiting=0)
    with open_desk(settings, noting, board) as desk:
        # Long enough to look for a newer generation, and to find one.
        update_library(settings, encoder, [make_release(4)])
        wait_until(lambda: desk.get().snapshot.generation == 2)
        assert not noting.placed
        assert not board.has_read_ahead
        board.note_questions(working=0, waiting=0)
        wait_until(lambda: board.has_read_ahead)
        assert len(noting.placed) == 4


class StumblingEncoder(NotingEncoder):
    """Stumbles over the passages of one day."""

    def find_tokens(self, text: str) -> npt.NDArray[np.int64]:
        if "2 January" in text:
            raise RuntimeError("a passage beyond me")
        return super().find_tokens(text)


def test_passage_that_cannot_be_read_ahead_is_said_and_the_others_are(
    settings: Settings, encoder: Encoder, board: Board, caplog: pytest.LogCaptureFixture
) -> None:
    stumbling = StumblingEncoder(encoder)
    with open_desk(settings, stumbling, board) as desk:
        wait_until(lambda: board.has_read_ahead)
        assert stumbling.placed == [
            "Steel exports up 3 percent (3 January 2025)",
            "Steel exports up 1 percent (1 January 2025)",
        ]
        assert caplog.text.count("cannot be read ahead: a passage beyond me") == 1
        update_library(settings, encoder, [make_release(4)])
        wait_until(lambda: desk.get().snapshot.generation == 2)


def test_passages_that_could_not_be_listed_are_read_ahead_once_they_can(
    settings: Settings,
    encoder: Encoder,
    board: Board,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    noting, failures = NotingEncoder(encoder), iter(["a page is lost"] * 3)
    list_newest = Snapshot.list_newest_passages

    def list_at_last(snapshot: Snapshot, limit: int) -> list[int]:
        for failure in failures:
            raise LibraryError(failure)
        return list_newest(snapshot, limit)

    monkeypatch.setattr(Snapshot, "list_newest_passages", list_at_last)
    with open_desk(settings, noting, board):
        wait_until(lambda: board.has_read_ahead)
        assert len(noting.placed) == 3
    assert caplog.text.count("a page is lost") == 1


def test_garbage_goes_before_what_is_remembered_is_frozen(
    settings: Settings, encoder: Encoder, board: Board
) -> None:
    gc.disable()
    try:
        tail: list[object] = [threading.Event()]
        tail.append(tail)
        left = weakref.ref(tail[0])
        del tail
        with open_desk(settings, encoder, board):
            wait_until(lambda: left() is None)
    finally:
        gc.enable()


def test_generation_left_behind_needs_no_collector_to_go(
    settings: Settings, encoder: Encoder
) -> None:
    """What is frozen once it is read ahead the collector never looks at again."""
    gc.collect()
    gc.disable()
    try:
        first = open_asker(settings, encoder, read_ranking())
        first.ask(QUESTION)
        for passage in first.list_ahead():
            passage.find_out()
        del passage
        second = open_asker(settings, encoder, read_ranking(), earlier=first)
        first.snapshot.close()
        left = weakref.ref(first)
        del first
        assert left() is None
        second.snapshot.close()
    finally:
        gc.enable()
