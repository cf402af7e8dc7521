#!/usr/bin/env python3
"""How fast each engine encodes passages and questions, and answers from a cold shell: see --help.

Example: scripts/benchmark.py --passages 300
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from _environment import ROOT, SEEDS, enter_environment  # type: ignore[import-not-found]

_QUESTION = "How much did Korea's ICT exports rise in November 2025?"


def main() -> None:
    enter_environment()
    # Imported here: there is no qa before.
    from qa import wiring
    from qa.benchmark import (
        Contender,
        choose_passages,
        enter_encoder,
        format_speeds,
        measure_cold_start,
        measure_speeds,
    )
    from qa.collections import read_collection
    from qa.settings import Engine, read_settings
    from qa.sources import read_releases

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "collection",
        nargs="?",
        type=Path,
        default=ROOT / "tests" / "collections" / "senate-press",
        help="folder in BEIR form that passages and questions are taken from",
    )
    parser.add_argument("--passages", type=int, default=300)
    parser.add_argument("--questions", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    collection = read_collection(options.collection)
    settings = read_settings()
    encoders = {
        engine: wiring.load_encoder(settings.model_copy(update={"engine": engine}))
        for engine in Engine
    }
    passages = choose_passages(collection.releases or (), encoders[Engine.TORCH], options.passages)
    baseline = wiring.load_baseline(settings)
    questions = [each.text for each in collection.questions[: options.questions]]
    print(f"{len(passages)} passages, {len(questions)} questions, {os.cpu_count()} cores")
    speeds = measure_speeds(
        [
            Contender("sentence-transformers", baseline, lambda question: baseline([question])),
            *(enter_encoder(engine.value, encoder) for engine, encoder in encoders.items()),
        ],
        passages,
        questions,
        rounds=options.rounds,
    )
    print(format_speeds(speeds))
    releases = read_releases([SEEDS]).releases
    graphs = settings.graphs or settings.data / "models"
    for engine, encoder in encoders.items():
        with tempfile.TemporaryDirectory() as folder:
            own = settings.model_copy(
                update={"engine": engine, "graphs": graphs, "data": Path(folder)}
            )
            wiring.update_library(own, encoder, releases)
            cold_s = measure_cold_start(own, _QUESTION, rounds=options.rounds)
            print(f"a question from a cold shell, {engine.value}: {cold_s:.2f} s")


if __name__ == "__main__":
    main()
