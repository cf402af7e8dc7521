"""A library of a test's own releases, and what answers from it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from embeddings.encoder import Encoder
from qa.records import Release
from qa.retrieval.asking import Asker
from qa.retrieval.ranking import Ranking, read_ranking
from qa.settings import Settings
from qa.wiring import open_asker, update_library

FITTED = read_ranking()


@contextmanager
def hold(
    data: Path, encoder: Encoder, releases: Sequence[Release], ranking: Ranking | None = FITTED
) -> Iterator[Asker]:
    """What answers from these releases, in a new library at `data`, until the end of the block."""
    settings = Settings(data=data)
    update_library(settings, encoder, releases)
    asker = open_asker(settings, encoder, ranking)
    try:
        yield asker
    finally:
        asker.snapshot.close()
