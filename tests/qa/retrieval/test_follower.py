"""What follows a library that others change, while its newest generation cannot be opened too."""

import gc
import subprocess
import sys
import threading
import time
from itertools import pairwise
from pathlib import Path

import pytest

from qa.errors import LibraryError
from qa.records import Release
from qa.retrieval.asking import Asker
from qa.retrieval.follower import Follower
from qa.settings import Settings
from qa.storage.schema import FILE_NAME
from qa.wiring import open_asker, update_library
from tests.qa.api.service import wait_until
from tests.qa.crashes.changes import ENCODER, make_release

FIRST, SECOND = make_release(1, "steel"), make_release(2, "glass")
EVERY_S = 0.01
ROOT = Path(__file__).resolve().parents[3]
ENDING = """
import time
from qa.retrieval.follower import Follower

def open_slowly(earlier):
    time.sleep(1)
    print("opened", flush=True)

Follower(open_slowly).start()
follower = Follower(open_slowly)
follower.start()
"""


class Opener:
    """Opens a library, unless it is given a fault to raise; notes when each try began and ended."""

    def __init__(self, data: Path) -> None:
        self.settings = Settings(data=data)
        self.fault: Exception | None = None
        self.fails_in_s = 0.0
        self.tries: list[tuple[float, float]] = []

    def __call__(self, earlier: Asker | None) -> Asker:
        began = time.monotonic()
        try:
            if self.fault is not None:
                time.sleep(self.fails_in_s)
                raise type(self.fault)(*self.fault.args)  # one that is kept keeps who called, too
            return open_asker(self.settings, ENCODER, None, earlier=earlier)
        finally:
            self.tries.append((began, time.monotonic()))

    def put(self, release: Release) -> None:
        update_library(self.settings, ENCODER, [release])


@pytest.fixture
def opener(tmp_path: Path) -> Opener:
    """Of a library of one release."""
    opener = Opener(tmp_path)
    opener.put(FIRST)
    return opener


def follow(opener: Opener) -> Follower:
    """What looks at the library all the time."""
    follower = Follower(opener, every_s=EVERY_S)
    follower.start()
    return follower


def count(asker: Asker) -> int:
    return asker.snapshot.read_holdings().releases


def find_threads() -> set[threading.Thread]:
    return {each for each in threading.enumerate() if each.name == "follow-library"}


def test_who_asks_gets_what_they_have_just_written(opener: Opener) -> None:
    follower = Follower(opener)  # which nothing has look
    assert count(follower.find()) == 1
    opener.put(SECOND)
    assert count(follower.find()) == 2
    assert len(opener.tries) == 2


def test_newer_generation_is_opened_while_nobody_asks(opener: Opener) -> None:
    follower = follow(opener)
    wait_until(lambda: follower.held is not None)
    opener.put(SECOND)
    wait_until(lambda: follower.held is not None and count(follower.held) == 2)


def test_what_was_opened_is_closed_once_there_is_a_newer_one(opener: Opener) -> None:
    follower = Follower(opener)
    snapshot = follower.find().snapshot
    opener.put(SECOND)
    follower.find()
    gc.collect()
    with pytest.raises(LibraryError, match="closed"):
        snapshot.query("SELECT 1")


@pytest.mark.parametrize("fault", [LibraryError("damaged"), MemoryError("full")])
def test_what_is_open_answers_while_the_newest_cannot_be_opened_and_it_is_said_once(
    opener: Opener, fault: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    follower = Follower(opener)
    follower.find()
    opener.put(SECOND)
    opener.fault = fault
    assert count(follower.find()) == count(follower.find()) == 1
    [said] = caplog.messages
    assert said.startswith("Answers are still from generation 1")
    assert said.endswith(str(fault))
    opener.fault = None
    assert count(follower.find()) == 2


def test_what_is_open_answers_while_the_library_cannot_be_read(
    opener: Opener, caplog: pytest.LogCaptureFixture
) -> None:
    follower = Follower(opener)
    follower.find()
    library, elsewhere = (opener.settings.data / each for each in (FILE_NAME, "elsewhere"))
    library.rename(elsewhere)
    assert count(follower.find()) == 1
    assert "cannot be read" in caplog.text
    elsewhere.rename(library)
    opener.put(SECOND)
    assert count(follower.find()) == 2


def test_reason_is_said_again_once_all_has_been_well_meanwhile(
    opener: Opener, caplog: pytest.LogCaptureFixture
) -> None:
    follower = Follower(opener)
    follower.find()
    for release in (SECOND, make_release(3, "ships")):
        opener.put(release)
        opener.fault = LibraryError("the disk is full")
        follower.find()
        opener.fault = None
        follower.find()
    assert len(caplog.messages) == 2


def test_first_opening_that_failed_is_told_to_who_asks_and_is_tried_again(opener: Opener) -> None:
    opener.fault = LibraryError("damaged")
    follower = follow(opener)
    wait_until(lambda: follower.fails)
    with pytest.raises(LibraryError, match="damaged"):
        follower.find()
    opener.fault = None
    assert count(follower.find()) == 1  # and not what failed before
    wait_until(lambda: not follower.fails)


def test_first_is_opened_in_the_end_while_nobody_asks(opener: Opener) -> None:
    opener.fault = RuntimeError("can't start new thread")
    follower = follow(opener)
    wait_until(lambda: len(opener.tries) > 2)
    assert follower.held is None
    opener.fault = None
    wait_until(lambda: follower.held is not None)


def test_try_that_took_long_and_failed_is_not_made_again_at_once_but_for_who_asks(
    opener: Opener, caplog: pytest.LogCaptureFixture
) -> None:
    """On a full disk an index was written anew four times a second, each time with a line of the
    log."""
    follower = follow(opener)
    follower.find()
    del opener.tries[:]
    opener.fault, opener.fails_in_s = LibraryError("the disk is full"), 0.1
    opener.put(SECOND)
    wait_until(lambda: len(opener.tries) >= 2)
    opener.fault = LibraryError("there is no room left")
    wait_until(lambda: len(opener.tries) >= 4)
    for (began, ended), (began_again, _) in pairwise(opener.tries[:4]):
        assert began_again - ended >= 4 * (ended - began)
    assert len(caplog.messages) == 2
    opener.fault = None
    assert count(follower.find()) == 2
    # All is well again, and the next change is followed with the next look.
    opener.put(make_release(3, "ships"))
    wait_until(lambda: follower.held is not None and count(follower.held) == 3)


def test_thread_rests_no_longer_when_it_is_to_look(opener: Opener) -> None:
    follower = follow(opener)
    follower.find()
    opener.fault, opener.fails_in_s = LibraryError("the disk is full"), 1.0
    opener.put(SECOND)
    wait_until(lambda: follower.fails)
    opener.fault = None
    _, failed = opener.tries[-1]
    follower.look()
    wait_until(lambda: follower.held is not None and count(follower.held) == 2)
    assert opener.tries[-1][0] - failed < 4


def test_thread_ends_when_nobody_has_the_object(opener: Opener) -> None:
    before = find_threads()
    follower = follow(opener)
    asker = follower.find()
    [thread] = find_threads() - before
    opener.fault = LibraryError("also where it failed")
    opener.put(SECOND)
    wait_until(lambda: len(opener.tries) > 1)
    del follower
    wait_until(lambda: not thread.is_alive())
    assert count(asker) == 1


def test_process_that_ends_waits_for_what_is_being_opened() -> None:
    """Whose thread may be loading a model, in C++, which would have the process abort."""
    ended = subprocess.run(
        [sys.executable, "-c", ENDING],
        cwd=ROOT,
        check=True,
        timeout=60,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    # Also where nobody has what was to open it any more.
    assert ended.stdout.count("opened") == 2  # of two threads, on one line or on two


def test_thread_ends_when_it_is_closed(opener: Opener) -> None:
    before = find_threads()
    follower = Follower(opener, every_s=60)
    follower.start()
    [thread] = find_threads() - before
    follower.find()
    follower.close()
    thread.join(10)
    assert not thread.is_alive()
