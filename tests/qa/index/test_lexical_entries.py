"""What of a release the lexical index is given with each of its passages."""

from datetime import date
from pathlib import Path

import numpy as np

from embeddings.encoder import Encoder
from qa.index.index_folder import IndexFolder
from qa.index.lexical_index import Field, LexicalIndex
from qa.records import Release
from qa.settings import Settings
from qa.storage.snapshot import Snapshot
from qa.wiring import update_library


def test_passage_of_a_long_release_is_indexed_with_the_words_around_it(
    tmp_path: Path, encoder: Encoder
) -> None:
    body = " ".join(f"Yard{number} has {'steel ' * 40}." for number in range(360))
    long = Release("long", "Steel", date(2025, 10, 1), body, "M")
    update_library(Settings(data=tmp_path), encoder, [long])
    snapshot = Snapshot(tmp_path)
    stored = list(snapshot.iterate_passages())
    lexical = LexicalIndex.open(IndexFolder(tmp_path).locate(snapshot) / "terms")
    snapshot.close()
    keys = np.array([each.key for each in stored])
    for yard in (0, 359):
        [own] = [row for row, each in enumerate(stored) if f"Yard{yard} " in each.passage.text]
        found = np.flatnonzero(lexical.score([f"yard{yard}"], keys, Field.RELEASE)).tolist()
        assert own in found
        assert len(found) < len(stored) * 3 / 4
        assert found == list(range(found[0], found[-1] + 1))
