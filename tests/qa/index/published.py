"""A library of two releases with its index, for the tests of what is on the disk of it."""

from datetime import date
from pathlib import Path

from embeddings.encoder import Encoder
from qa.index.local_index import LocalPassageIndex, open_newest
from qa.records import EVERYTHING, Release

FIRST = [
    Release("r1", "ICT Exports Rise", date(2025, 12, 15), "Exports rose by 24.3 percent.", "M"),
    Release("r2", "Trade Talks", date(2025, 11, 1), "Ministers met. They agreed.", "M"),
]


def place_of(data: Path, generation: int = 1) -> Path:
    return data / "index" / f"generation-{generation}"


def files_in(place: Path) -> list[Path]:
    return sorted(path for path in place.rglob("*") if path.is_file() and path.suffix != ".lock")


def open_index(data: Path) -> LocalPassageIndex:
    """The newest index of the library in `data`, made good if need be."""
    snapshot, index = open_newest(data)
    snapshot.close()
    return index


def ask(index: LocalPassageIndex, encoder: Encoder) -> list[tuple[int, float, float]]:
    vector = encoder.encode_question("How much did exports rise?").vector
    found = index.find_candidates(vector, ["export"], scope=EVERYTHING, depth=5)
    return list(
        zip(found.keys.tolist(), found.cosine.tolist(), found.release_bm25.tolist(), strict=True)
    )
