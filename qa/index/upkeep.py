"""Looking after a library: what it holds, whether all of it is whole, and its index made anew."""

from dataclasses import dataclass
from pathlib import Path

from embeddings.vector_index import describe
from qa.errors import IndexDamaged, LibraryDamaged
from qa.index.encoded_text import are_current
from qa.index.generations import find_holding_removed, locate
from qa.index.publishing import FOLDER_NAME, has_manifest, publish, verify
from qa.index.segments import Segment
from qa.records import Release
from qa.storage.faults import (
    find_damaged_passages,
    find_damaged_texts,
    find_faults,
    find_misplaced,
)
from qa.storage.snapshot import Holdings, Snapshot, SourceCount, YearCount


@dataclass(frozen=True, slots=True)
class Status:
    """What a library holds, and what it follows.

    `index_fault` says why its index cannot be used; None: it can. `vectors` is how each segment of
    the index is searched, and how much it holds. `outdated`: passages are cut and written as by
    another version of the program, which `qa add` and `qa sync` mend.
    """

    folder: Path
    holdings: Holdings
    years: tuple[YearCount, ...]
    sources: tuple[SourceCount, ...]
    series: int
    index_fault: str | None
    vectors: tuple[str, ...]
    outdated: bool


def read_status(data: Path) -> Status:
    """The status of the library in `data`. Raises LibraryError when there is none."""
    with Snapshot(data) as snapshot:
        fault, vectors = _look_at_index(data, snapshot)
        return Status(
            folder=data,
            holdings=snapshot.read_holdings(),
            years=tuple(snapshot.count_years()),
            sources=tuple(snapshot.count_sources()),
            series=len(snapshot.read_series()),
            index_fault=fault,
            vectors=vectors,
            outdated=is_written_otherwise(snapshot),
        )


def is_written_otherwise(snapshot: Snapshot) -> bool:
    """Whether passages are cut and written as by another version of the program."""
    return snapshot.generation > 0 and not are_current(snapshot.rules)


def check_library(data: Path) -> list[str]:
    """Every fault found in the library in `data` and in its index; none: all is whole.

    Raises LibraryError where there is none, or one that cannot be read for another reason.
    """
    faults: list[str] = []
    try:
        with Snapshot(data) as snapshot:
            for fault in find_faults(snapshot):
                faults.append(fault)  # one by one: what is found before it breaks off is kept
            index_fault, _ = _look_at_index(data, snapshot)
            if index_fault:
                faults.append(f"{index_fault} The index is made anew by: qa rebuild")
    except LibraryDamaged as error:
        faults.append(str(error))
    return faults


def find_mendable(snapshot: Snapshot) -> list[Release]:
    """The releases whose text is whole, and of which something is damaged that is made from it."""
    damaged = dict.fromkeys([*find_damaged_passages(snapshot), *find_misplaced(snapshot)])
    unread = set(find_damaged_texts(snapshot)) if damaged else set()
    held = [snapshot.read_release(each) for each in damaged if each not in unread]
    return [release for release in held if release is not None]


def publish_index(data: Path, *, anew: bool = False) -> int:
    """Bring the index up to the library in `data`; returns the generation it is of.

    With `anew` nothing of it is kept, nor when something was removed from the library since it was
    last made anew. When the library changes meanwhile, it is the newer generation that is made.
    Raises IndexDamaged when the disk refuses. A service that is running keeps what it has open.
    """
    folder = data / FOLDER_NAME
    while True:
        with Snapshot(data) as snapshot:
            try:
                publish(folder, snapshot, anew=anew)
                # What was removed is out of sight by now; then out of the files too.
                if locate(folder, snapshot) in find_holding_removed(folder, snapshot):
                    publish(folder, snapshot, anew=True)
                return snapshot.generation
            except IndexDamaged:
                if snapshot.is_current():
                    raise


def publish_if_missing(data: Path) -> None:
    """Publish the index of the library in `data` where there is none of its generation, or where
    that may hold what was removed.

    It is not looked at whether one that is there is whole, so that this costs next to nothing.
    """
    folder = data / FOLDER_NAME
    with Snapshot(data) as snapshot:
        # Of generation 0 there is nothing to index.
        is_there = not snapshot.generation or (
            has_manifest(folder, snapshot) and not find_holding_removed(folder, snapshot)
        )
    if not is_there:
        publish_index(data)


def require_removed(data: Path, *, after: int) -> None:
    """Raise IndexDamaged where something was removed after generation `after` and files of an
    earlier index, which could not be deleted, still hold it."""
    with Snapshot(data) as snapshot:
        left = find_holding_removed(data / FOLDER_NAME, snapshot)
        if left and snapshot.last_removal > after:
            raise IndexDamaged(
                f"What was to be removed is out of the library, but its words are still in files "
                f"that cannot be deleted: {', '.join(map(str, left))}. As the user whose they are, "
                f"run: qa rebuild"
            )


def _look_at_index(data: Path, snapshot: Snapshot) -> tuple[str | None, tuple[str, ...]]:
    """The fault of the index, if it has one, and how each of its segments is searched."""
    place = locate(data / FOLDER_NAME, snapshot)
    try:
        segments = verify(place, snapshot).manifest.segments
        vectors = [Segment.open(place / each.name).vectors for each in segments]
        if left := find_holding_removed(data / FOLDER_NAME, snapshot):
            names = ", ".join(map(str, left))
            fault = f"Files of the index still hold what was removed from the library: {names}."
            return fault, tuple(describe(each) for each in vectors)
    except IndexDamaged as error:
        return str(error), ()
    return None, tuple(describe(each) for each in vectors)
