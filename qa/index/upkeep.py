"""Looking after a library: what it holds, and whether all of it is whole."""

from dataclasses import dataclass
from pathlib import Path

from embeddings.vector_index import describe
from qa.errors import IndexDamaged, LibraryDamaged
from qa.index.encoded_text import are_current
from qa.index.index_folder import IndexFolder
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
        fault = _find_index_fault(data, snapshot)
        return Status(
            folder=data,
            holdings=snapshot.read_holdings(),
            years=tuple(snapshot.count_years()),
            sources=tuple(snapshot.count_sources()),
            series=len(snapshot.read_series()),
            index_fault=fault,
            vectors=() if fault else _describe_segments(data, snapshot),
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
            if index_fault := _find_index_fault(data, snapshot):
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


def _find_index_fault(data: Path, snapshot: Snapshot) -> str | None:
    """Why the index cannot be used, or is not to stay as it is; None: it can, all of it read."""
    folder = IndexFolder(data)
    try:
        folder.verify(snapshot)
    except IndexDamaged as error:
        return str(error)
    if left := folder.find_holding_removed(snapshot):
        names = ", ".join(map(str, left))
        return f"Files of the index still hold what was removed from the library: {names}."
    return None


def _describe_segments(data: Path, snapshot: Snapshot) -> tuple[str, ...]:
    """How each segment of the index, which is whole, is searched; none once it is replaced."""
    folder = IndexFolder(data)
    try:
        names = [each.name for each in folder.read_manifest(snapshot).segments]
        places = [folder.locate(snapshot) / name for name in names]
        return tuple(describe(Segment.open(place).vectors) for place in places)
    except IndexDamaged:
        return ()
