"""Speeds of made-up contenders on a made-up clock, and a real cold start."""

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from embeddings.encoder import Encoder, Vectors
from qa.errors import SettingsError
from qa.measuring.benchmark import (
    Contender,
    choose_passages,
    format_speeds,
    measure_cold_start,
    measure_speeds,
)
from qa.measuring.load import serve
from qa.records import Release
from qa.settings import Settings


@dataclass(slots=True)
class Workshop:
    """A clock, and contenders whose every text takes a given time on it."""

    now: float = 0.0
    took: dict[str, list[float]] = field(default_factory=dict)

    def make(self, name: str, *seconds: float, vector: Sequence[float] = (1, 0)) -> Contender:
        """The seconds that a text takes in each round, after the first for warming up."""
        rounds = iter(seconds)
        pace = 100.0

        def encode(texts: Sequence[str]) -> Vectors:
            nonlocal pace
            self.now += pace * len(texts)
            pace = next(rounds, pace)
            return np.tile(np.array(vector, np.float32), (len(texts), 1))

        def ask(_question: str) -> None:
            self.now += pace / 10

        return Contender(name, encode, ask)

    def read(self) -> float:
        return self.now


def test_fastest_round_counts_and_warming_up_does_not() -> None:
    shop = Workshop()
    contenders = [
        shop.make("first", 0.5, 0.25, 0.5, 0.5),
        shop.make("second", 0.125, 0.125, 0.125, 0.125, vector=(0.6, 0.8)),
    ]
    first, second = measure_speeds(contenders, ["a", "b"], ["?"], rounds=3, clock=shop.read)
    assert (first.name, first.passages_per_s, first.likeness) == ("first", 4.0, 1.0)
    assert second.passages_per_s == 8.0
    assert second.question_s == pytest.approx(0.0125)
    assert second.likeness == pytest.approx(0.6)
    [_, one, other] = format_speeds([first, second]).splitlines()
    assert "4.0 (1.00)" in one
    assert "8.0 (2.00)" in other
    assert "0.6000" in other


def test_passages_are_the_texts_that_indexing_would_encode(
    seed_releases: tuple[Release, ...], encoder: Encoder
) -> None:
    texts = choose_passages(seed_releases, encoder, 3)
    assert len(texts) == 3
    assert texts[0].startswith(seed_releases[0].title)
    assert max(encoder.count_tokens(texts)) <= encoder.max_tokens


@pytest.mark.serial
def test_error_is_no_fast_answer(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="exit status 2"):
        measure_cold_start(Settings(data=tmp_path), "Who heads the office?", rounds=1)


def test_cold_question_takes_less_time_than_importing_what_it_does_without(
    seed_settings: Settings,
) -> None:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import sentence_transformers"], check=True)
    import_s = time.perf_counter() - began
    cold_s = measure_cold_start(seed_settings, "Who heads the office?", rounds=2)
    assert cold_s < import_s
    with serve(seed_settings):
        relayed_s = measure_cold_start(seed_settings, "Who heads the office?", rounds=2)
    assert relayed_s < cold_s / 2
