"""What follows a library that others change, while its newest generation cannot be opened too."""

import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from qa.errors import LibraryError
from qa.records import Release
from qa.retrieval import newest_asker
from qa.retrieval.asking import Asker
from qa.retrieval.newest_asker import NewestAsker
from qa.settings import Settings
from qa.wiring import open_asker, update_library
from tests.qa.api.service import wait_until
from tests.qa.crashes.changes import ENCODER, make_release

FIRST, SECOND = make_release(1, "steel"), make_release(2, "glass")
LOOK_EVERY_S = 0.01


class Opener:
    """Opens a library, unless it is given a fault to raise; counts how often it was asked."""

    def __init__(self, data: Path) -> None:
        self.settings = Settings(data=data)
        self.fault: Exception | None = None
        self.tries = 0

    def __call__(self, earlier: Asker | None) -> Asker:
        self.tries += 1
        if self.fault is not None:
            raise type(self.fault)(*self.fault.args)  # one that is kept keeps who called, too
        return open_asker(self.settings, ENCODER, None, earlier=earlier)

    def put(self, release: Release) -> None:
        update_library(self.settings, ENCODER, [release])


@pytest.fixture
def opener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opener:
    """Of a library of one release, which is looked at all the time."""
    monkeypatch.setattr(newest_asker, "_LOOK_EVERY_S", LOOK_EVERY_S)
    opener = Opener(tmp_path)
    opener.put(FIRST)
    return opener


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing looks at the library by itself."""
    with monkeypatch.context() as patch:
        patch.setattr(newest_asker, "_keep_looking", lambda _: None)
        yield


def count(asker: Asker) -> int:
    return asker.snapshot.read_holdings().releases


def find_followers() -> set[threading.Thread]:
    return {each for each in threading.enumerate() if each.name == "follow-library"}


def test_what_was_opened_already_answers_and_is_not_opened_again(opener: Opener) -> None:
    newest = NewestAsker(opener, opened=opener(None))
    assert count(newest.find()) == 1
    assert opener.tries == 1
    opener.put(SECOND)
    assert count(newest.find()) == 2


def test_what_was_opened_already_is_closed_once_there_is_a_newer_one(opener: Opener) -> None:
    newest = NewestAsker(opener, opened=opener(None))
    snapshot = newest.find().snapshot
    opener.put(SECOND)
    newest.find()
    gc.collect()
    with pytest.raises(LibraryError, match="closed"):
        snapshot.query("SELECT 1")


@pytest.mark.usefixtures("idle")
@pytest.mark.parametrize("fault", [LibraryError("damaged"), MemoryError("full")])
def test_failed_look_leaves_the_open_one_answering_and_is_told_to_the_next_to_ask(
    opener: Opener, fault: Exception
) -> None:
    newest = NewestAsker(opener)
    asker = newest.find()
    opener.put(SECOND)
    opener.fault = fault
    newest.look()
    assert opener.tries == 2
    assert count(asker) == 1
    with pytest.raises(type(fault), match=str(fault)):
        newest.find()
    opener.fault = None
    assert count(newest.find()) == 2


@pytest.mark.usefixtures("idle")
def test_opening_that_failed_is_not_tried_again_until_somebody_asks(opener: Opener) -> None:
    opener.fault = LibraryError("damaged")
    newest = NewestAsker(opener)
    wait_until(lambda: opener.tries == 1)
    newest.look()
    newest.look()
    assert opener.tries == 1
    with pytest.raises(LibraryError, match="damaged"):
        newest.find()
    opener.fault = None
    newest.look()
    assert count(newest.find()) == 1
    assert opener.tries == 2


def test_any_fault_leaves_the_library_followed(opener: Opener) -> None:
    newest = NewestAsker(opener)
    newest.find()
    opener.fault = RuntimeError("can't start new thread")
    opener.put(SECOND)
    wait_until(lambda: opener.tries > 2)
    opener.fault = None
    tries = opener.tries
    wait_until(lambda: opener.tries > tries)
    assert count(newest.find()) == 2
    assert opener.tries == tries + 1


@pytest.mark.usefixtures("idle")
def test_what_fails_is_tried_less_and_less_often_and_at_once_for_who_asks(
    opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1000
    monkeypatch.setattr(newest_asker, "_LOOK_EVERY_S", 1.0)
    monkeypatch.setattr(newest_asker, "monotonic", lambda: now)
    newest = NewestAsker(opener)
    newest.find()
    opener.put(SECOND)
    opener.fault = LibraryError("the disk is full")
    tried_at = []
    for now in range(1000, 1300):
        before = opener.tries
        newest.look()
        if opener.tries > before:
            tried_at.append(now - 1000)
    # 2 s, 4 s and so on after the one before, and a minute at most.
    assert tried_at == [0, 2, 6, 14, 30, 62, 122, 182, 242]
    with pytest.raises(LibraryError, match="full"):
        newest.find()
    opener.fault = None
    assert count(newest.find()) == 2
    # All is well again: the next change is followed with the next look.
    opener.put(make_release(3, "ships"))
    newest.look()
    assert opener.tries == len(tried_at) + 4  # the first, two who asked, and this one


def test_thread_ends_when_nobody_has_the_object(opener: Opener) -> None:
    before = find_followers()
    newest = NewestAsker(opener)
    asker = newest.find()
    [follower] = find_followers() - before
    opener.fault = RuntimeError("also where it failed")
    opener.put(SECOND)
    wait_until(lambda: opener.tries > 1)
    del newest
    wait_until(lambda: not follower.is_alive())
    assert count(asker) == 1
