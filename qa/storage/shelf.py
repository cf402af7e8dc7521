"""An LRU cache that loads all that it lacks in one call, for what questions read from a library.

A key says all that its value follows from, within one generation or in all of them, so nothing that
is kept goes stale.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Shelf(Generic[_Key, _Value]):
    """The `size` values that were asked for last, the others loaded when they are. Safe to share.

    `load` gives the values of the keys that it is called with, in their order, and may raise for a
    key that has no value.
    """

    def __init__(self, load: Callable[[Sequence[_Key]], Iterable[_Value]], *, size: int) -> None:
        self._load = load
        self._size = size
        self._kept: OrderedDict[_Key, _Value] = OrderedDict()
        self._lock = threading.Lock()

    def read(self, keys: Sequence[_Key]) -> list[_Value]:
        """The values under `keys`, in their order."""
        with self._lock:
            found = {key: self._kept[key] for key in keys if key in self._kept}
            for key in found:
                self._kept.move_to_end(key)
        missing = [key for key in dict.fromkeys(keys) if key not in found]
        if missing:
            loaded = dict(zip(missing, self._load(missing), strict=True))
            found.update(loaded)
            with self._lock:
                self._kept.update(loaded)
                while len(self._kept) > self._size:
                    self._kept.popitem(last=False)
        return [found[key] for key in keys]
