"""Several processes at one library: writers wait for each other, and readers never see an error."""

import multiprocessing
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from qa.errors import LibraryError
from qa.index import local_index
from qa.index.index_folder import IndexFolder
from qa.index.local_index import _Contents, open_newest
from qa.index.manifest import Checked, Manifest, SegmentEntry
from qa.index.publishing import publish
from qa.index.upkeep import check_library
from qa.settings import Settings
from qa.storage.release_library import Library
from qa.wiring import remove_releases
from tests.qa.crashes.changes import HELD, REMOVED, add, make_library, make_release
from tests.qa.crashes.states import describe, observe

_BATCHES = 6
_PAUSE_S = 0.05  # between two changes, for the other writer's sake


def write(data: Path, writer: int) -> None:
    """Add releases one by one, and take every second one out again."""
    for number in range(_BATCHES):
        release = make_release(100 * writer + number, "cobalt")
        _insist(partial(add, data, [release]))
        if number % 2:
            _insist(partial(remove_releases, Settings(data=data), [release.id]))


def _insist(change: Callable[[], object]) -> None:
    """Make a change, again and again while another process is said to be writing."""
    while True:
        time.sleep(_PAUSE_S)
        try:
            change()
        except LibraryError as error:
            if "Another process is writing" not in str(error):
                raise
        else:
            return


def read(data: Path, done: Event) -> list[int]:
    """Open the library over and over and look at all of it; the generations seen, in order."""
    generations: list[int] = []
    earlier = None
    while not done.is_set() or not generations:
        snapshot, index = open_newest(data, earlier)
        state = describe(snapshot, index)
        assert state.generation == index.generation
        generations.append(state.generation)
        # Every second time all is read, as by a process that starts.
        earlier = index if len(generations) % 2 else None
        snapshot.close()
    return generations


@pytest.mark.serial
def test_two_writers_and_two_readers_at_once_lose_nothing_and_see_no_error(tmp_path: Path) -> None:
    add(tmp_path, HELD[:4])
    context = multiprocessing.get_context("spawn")
    with context.Manager() as manager, context.Pool(4) as pool:
        done = manager.Event()
        readers = [pool.apply_async(read, (tmp_path, done)) for _ in range(2)]
        writers = [pool.apply_async(write, (tmp_path, writer)) for writer in (1, 2)]
        for writer in writers:
            writer.get(120)
        done.set()
        for reader in readers:
            generations = reader.get(60)
            assert generations == sorted(generations)
            assert len(set(generations)) > 1
    state = observe(tmp_path)
    # The first, then for each writer its batches, and a removal after every second one.
    assert state.generation == 1 + 2 * (_BATCHES + _BATCHES // 2)
    kept = {f"r{100 * writer + number}" for writer in (1, 2) for number in range(0, _BATCHES, 2)}
    assert {release.id for release in state.releases} == {each.id for each in HELD[:4]} | kept
    assert check_library(tmp_path) == []


def test_generation_replaced_while_it_is_opened_gives_way_to_the_next(tmp_path: Path) -> None:
    add(tmp_path, HELD[:4])
    begin = time.monotonic()
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        writing = pool.apply_async(write, (tmp_path, 1))
        seen = set()
        while not writing.ready() and time.monotonic() - begin < 120:
            snapshot, index = open_newest(tmp_path)
            seen.add(len(index))
            snapshot.close()
        writing.get(60)
    assert len(seen) > 1


def test_index_made_anew_while_it_is_opened_shows_nothing_that_was_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_library(tmp_path)
    snapshot, earlier = open_newest(tmp_path)
    snapshot.close()
    with Library(tmp_path) as library:
        library.remove(REMOVED)
    with monkeypatch.context() as patch:
        patch.setattr(IndexFolder, "find_holding_removed", lambda *_: [])
        publish(tmp_path)  # with a list of what is removed

    is_shared = local_index._is_shared

    def look_and_publish(
        entry: SegmentEntry, place: Path, checked: Checked, known: _Contents
    ) -> bool:
        shared = is_shared(entry, place, checked, known)
        if entry == Manifest.read(place).segments[-1]:
            monkeypatch.setattr(local_index, "_is_shared", is_shared)
            publish(tmp_path)
        return shared

    monkeypatch.setattr(local_index, "_is_shared", look_and_publish)
    snapshot, index = open_newest(tmp_path, earlier)
    with closing(snapshot):
        assert len(index) == snapshot.count_passages()
