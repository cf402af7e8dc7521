"""What a reranker does to an answer, and what its absence does to the start."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt
import pytest

from embeddings.encoder import Encoder
from qa import wiring
from qa.answers import Hit
from qa.errors import SettingsError
from qa.index.local_index import LocalPassageIndex
from qa.judgements import Signal
from qa.questions import Question
from qa.retrieval.asking import Asker
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.storage.snapshot import Snapshot

QUESTION = Question("How much did ICT exports rise in November?", date(2025, 12, 16), k=5)


class Contrarian:
    """A reranker that wants to read of Mongolia, whatever is asked."""

    name = "contrarian"

    def score(self, _question: str, passages: Sequence[str]) -> npt.NDArray[np.float64]:
        return np.array([100.0 * ("Mongolia" in passage) for passage in passages])


def ask_with(encoder: Encoder, settings: Settings, *, depth: int) -> tuple[Hit, ...]:
    snapshot = Snapshot(settings.data)
    try:
        index = LocalPassageIndex.open(snapshot)
        asker = Asker(
            encoder,
            index,
            snapshot,
            read_ranking(),
            reranker=Contrarian(),
            rerank_depth=depth,
        )
        return asker.ask(QUESTION).hits
    finally:
        snapshot.close()


def test_the_reranker_has_its_say_among_the_best_and_no_further(
    encoder: Encoder, seed_settings: Settings
) -> None:
    assert "Mongolia" in ask_with(encoder, seed_settings, depth=50)[0].release.title
    assert "ICT Exports" in ask_with(encoder, seed_settings, depth=1)[0].release.title


def test_what_the_reranker_said_is_one_more_signal_of_the_hits_it_read(
    encoder: Encoder, seed_settings: Settings
) -> None:
    first, second, *_ = ask_with(encoder, seed_settings, depth=1)
    assert first.signals[-1] == Signal("reranker", 0.0, weight=1.0)
    assert all(signal.name != "reranker" for signal in second.signals)


def test_a_reranker_that_cannot_be_had_is_an_error_at_the_start(
    encoder: Encoder, seed_settings: Settings
) -> None:
    settings = seed_settings.model_copy(update={"reranker": "no-such/reranker"})
    with pytest.raises(SettingsError, match="no-such/reranker"):
        wiring.open_asker(settings, encoder, read_ranking())
