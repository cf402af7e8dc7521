"""Passages that are remembered, of a real library."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from qa.errors import LibraryError
from qa.passage_shelf import PassageShelf
from qa.settings import Settings
from qa.signals import read_words
from qa.snapshot import Snapshot


@pytest.fixture
def snapshot(seed_settings: Settings) -> Iterator[Snapshot]:
    snapshot = Snapshot(seed_settings.data)
    yield snapshot
    snapshot.close()


@pytest.mark.parametrize("size", [0, 3, 100])
def test_passages_come_in_the_order_asked_for_however_many_are_kept(
    snapshot: Snapshot, size: int
) -> None:
    keys = [stored.key for stored in snapshot.iterate_passages()]
    shelf = PassageShelf(snapshot, size=size)
    for asked in (keys, keys[::-1], [keys[0], keys[0]], []):
        read = shelf.read(asked)
        assert [each.stored for each in read] == snapshot.read_passages(asked)
        assert [each.words for each in read] == [read_words(each.stored) for each in read]
        assert [shelf.read_words(each.stored) for each in read] == [each.words for each in read]


def test_passage_that_is_kept_is_not_read_again(snapshot: Snapshot) -> None:
    [first, second, *_] = [stored.key for stored in snapshot.iterate_passages()]
    shelf = PassageShelf(snapshot, size=1)
    [kept] = shelf.read([first])
    assert shelf.read([first])[0] is kept
    shelf.read([second])
    assert shelf.read([first])[0] is not kept


def test_passage_that_is_not_held_is_said(snapshot: Snapshot) -> None:
    with pytest.raises(LibraryError, match="4711"):
        PassageShelf(snapshot, size=3).read([4711])


def test_threads_may_share_it(snapshot: Snapshot) -> None:
    keys = [stored.key for stored in snapshot.iterate_passages()]
    shelf = PassageShelf(snapshot, size=4)
    asked = [keys[start : start + 6] for start in range(len(keys))] * 5
    with ThreadPoolExecutor(8) as threads:
        for some, read in zip(asked, threads.map(shelf.read, asked), strict=True):
            assert [each.stored.key for each in read] == some
