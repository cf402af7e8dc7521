"""What the tests of crashes share: a small library, and what makes changes to it under strace."""

import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.qa.crashes.changes import IN_MEMORY, make_library
from tests.qa.crashes.extent import TRIES_ALL
from tests.qa.crashes.states import State, observe
from tests.qa.crashes.tracing import Call, Forker, require_strace


@dataclass(frozen=True, slots=True)
class Tried:
    """A library, what it serves, and how changes to it are disturbed."""

    folder: Path
    old: State
    forker: Forker
    scratch: Path

    def choose(self, calls: Sequence[Call], few: int) -> list[Call]:
        """All calls where all are tried, otherwise a few of them, the same each time."""
        return list(calls) if TRIES_ALL else random.Random(7).sample(calls, few)


@pytest.fixture(scope="session")
def tried() -> Iterator[Tried]:
    require_strace()
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        scratch = Path(folder)
        make_library(scratch / "library")
        forker = Forker(scratch)
        try:
            yield Tried(scratch / "library", observe(scratch / "library"), forker, scratch)
        finally:
            forker.close()
