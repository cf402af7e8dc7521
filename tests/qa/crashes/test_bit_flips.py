"""Bits flipped in the files of an index several generations deep: all noticed and healed."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from qa.errors import IndexDamaged
from qa.index.index_folder import IndexFolder
from qa.index.local_index import LocalPassageIndex, open_newest
from qa.index.upkeep import check_library
from qa.storage.snapshot import Snapshot
from tests.qa.crashes.changes import Change, apply, make_library
from tests.qa.crashes.extent import TRIES_ALL
from tests.qa.crashes.states import describe, observe

_FLIPS = 1000
_HEALED = 1000 if TRIES_ALL else 30
"""How many of them are healed one by one; the others are put right by flipping them back."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    make_library(tmp_path)
    return tmp_path


@pytest.fixture
def snapshot(data: Path) -> Iterator[Snapshot]:
    snapshot = Snapshot(data)
    yield snapshot
    snapshot.close()


def files_of(place: Path) -> list[Path]:
    return sorted(path for path in place.rglob("*") if path.is_file() and path.suffix != ".lock")


def flip(path: Path, bit: int) -> None:
    """Flip one bit of a file, in place, so that whoever shares it sees it too."""
    with path.open("r+b") as file:
        file.seek(bit // 8)
        byte = file.read(1)[0]
        file.seek(bit // 8)
        file.write(bytes([byte ^ 1 << bit % 8]))


def test_a_thousand_flipped_bits_are_each_refused_and_healed(
    data: Path, snapshot: Snapshot
) -> None:
    chance, place = random.Random(5), IndexFolder(data).locate(snapshot)
    expected = observe(data)
    assert len(list(place.glob("segment-*"))) > 1
    hit = set()
    for number in range(_FLIPS):
        # Each file as often as any other, however small it is.
        path = chance.choice(files_of(place))
        bit = chance.randrange(path.stat().st_size * 8)
        hit.add(path.suffix)
        flip(path, bit)
        with pytest.raises(IndexDamaged):
            LocalPassageIndex.open(snapshot)
        if number % (_FLIPS // _HEALED):
            flip(path, bit)
        else:
            assert observe(data) == expected, path
        IndexFolder(data).verify(snapshot)
    assert hit >= {".json", ".npy", ".faiss", ".idx", ".term", ".fast", ".fieldnorm"}


def test_index_that_is_open_goes_on_answering_until_the_next_generation_heals_it(
    data: Path,
) -> None:
    chance = random.Random(6)
    expected = observe(data)
    snapshot, index = open_newest(data)
    place = IndexFolder(data).locate(snapshot)
    for path in [*place.glob("*.*"), *place.glob("segment-*/*.*")]:
        # Token codes are read from the disk when they are asked for; the rest is in memory.
        if path.name != "tokens.npy":
            flip(path, chance.randrange(path.stat().st_size * 8))
    assert describe(snapshot, index) == expected
    apply(Change.ADD, data)
    newer, healed = open_newest(data, index)
    assert newer.generation == snapshot.generation + 1
    assert describe(newer, healed) == observe(data)
    assert check_library(data) == []
    snapshot.close()
    newer.close()


def test_words_damaged_while_they_are_open_are_an_error_and_no_panic(data: Path) -> None:
    snapshot, index = open_newest(data)
    place = IndexFolder(data).locate(snapshot)
    for path in place.glob("terms/*.*"):
        damaged = bytes(255 - byte for byte in path.read_bytes())
        with path.open("r+b") as file:  # one that is cut short while it is mapped ends the process
            file.write(damaged)
    with pytest.raises(IndexDamaged, match="cannot be read"):
        describe(snapshot, index)
    healed, whole = open_newest(data, index)
    assert len(describe(healed, whole).passages) == len(index)
    snapshot.close()
    healed.close()


def test_flip_in_a_shared_segment_is_noticed_by_whoever_has_it_open(data: Path) -> None:
    snapshot, index = open_newest(data)
    place = IndexFolder(data).locate(snapshot)
    flip(place / "segment-1" / "tokens.npy", 2048)
    with pytest.raises(IndexDamaged, match=r"tokens\.npy does not match"):
        LocalPassageIndex.open(snapshot, index)
    snapshot.close()
