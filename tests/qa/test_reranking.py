"""What a reranker does to an answer, and what its absence does to the start."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt
import pytest

from embeddings.encoder import Encoder
from qa import wiring
from qa.answers import Question
from qa.asking import Asker
from qa.errors import SettingsError
from qa.local_index import open_or_publish
from qa.publishing import FOLDER_NAME
from qa.ranking import read_ranking
from qa.settings import Settings
from qa.snapshot import Snapshot

QUESTION = Question("How much did ICT exports rise in November?", date(2025, 12, 16), k=5)


class Contrarian:
    """A reranker that wants to read of Mongolia, whatever is asked."""

    name = "contrarian"

    def score(self, _question: str, passages: Sequence[str]) -> npt.NDArray[np.float64]:
        return np.array([100.0 * ("Mongolia" in passage) for passage in passages])


def test_the_reranker_has_its_say_among_the_best_and_no_further(
    encoder: Encoder, seed_settings: Settings
) -> None:
    def ask(depth: int) -> list[str]:
        snapshot = Snapshot(seed_settings.data)
        try:
            index = open_or_publish(seed_settings.data / FOLDER_NAME, snapshot)
            asker = Asker(
                encoder,
                index,
                snapshot,
                read_ranking(),
                reranker=Contrarian(),
                rerank_depth=depth,
            )
            return [hit.release.title for hit in asker.ask(QUESTION).hits]
        finally:
            snapshot.close()

    assert "Mongolia" in ask(50)[0]
    assert "ICT Exports" in ask(1)[0]


def test_a_reranker_that_cannot_be_had_is_an_error_at_the_start(
    encoder: Encoder, seed_settings: Settings
) -> None:
    settings = seed_settings.model_copy(update={"reranker": "no-such/reranker"})
    with pytest.raises(SettingsError, match="no-such/reranker"):
        wiring.open_asker(settings, encoder, read_ranking())
