"""What is remembered of a library, by counting what is loaded."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from qa.storage.shelf import Shelf


class Squares:
    """Squares of numbers below 100, and how often each was loaded."""

    def __init__(self, *, size: int) -> None:
        self.loaded: list[int] = []
        self.shelf = Shelf(self._load, size=size)

    def _load(self, keys: Sequence[int]) -> list[int]:
        self.loaded.extend(keys)
        if max(keys) >= 100:
            raise KeyError(max(keys))
        return [key * key for key in keys]


@pytest.mark.parametrize("size", [0, 3, 100])
def test_values_come_in_the_order_asked_for_however_many_are_kept(size: int) -> None:
    squares = Squares(size=size)
    for asked in ([1, 2, 3, 4], [4, 3, 2, 1], [2, 2], []):
        assert squares.shelf.read(asked) == [key * key for key in asked]


def test_what_is_kept_is_not_loaded_again() -> None:
    squares = Squares(size=2)
    squares.shelf.read([1, 2, 1])
    squares.shelf.read([2, 1])
    assert squares.loaded == [1, 2]
    squares.shelf.read([3])  # 2 was asked for before 1
    squares.shelf.read([1, 3])
    assert squares.loaded == [1, 2, 3]
    squares.shelf.read([2])
    assert squares.loaded == [1, 2, 3, 2]


def test_what_cannot_be_loaded_is_said_and_nothing_is_kept_of_it() -> None:
    squares = Squares(size=3)
    for _ in range(2):
        with pytest.raises(KeyError, match="100"):
            squares.shelf.read([5, 100])
    assert squares.loaded == [5, 100, 5, 100]


def test_threads_may_share_it() -> None:
    squares = Squares(size=4)
    asked = [list(range(start, start + 6)) for start in range(90)] * 20
    with ThreadPoolExecutor(8) as threads:
        for some, read in zip(asked, threads.map(squares.shelf.read, asked), strict=True):
            assert read == [key * key for key in some]
