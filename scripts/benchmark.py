#!/usr/bin/env python3
"""How fast each engine encodes passages and questions, and answers from a cold shell: see --help.

With --data FOLDER: the service over HTTP, beside the bare encoder; with --workers 2 as well: beside
one of so many processes. With --sizes: how the vector index bears growth, up to a million passages
(3.5 GB of disk). With --growth PASSAGES: what one more release costs in a library of so many, which
is kept where --data FOLDER says, and found there by the next run: a million take half an hour.

Example: scripts/benchmark.py --passages 300
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from _environment import ROOT, SEEDS, enter_environment  # type: ignore[import-not-found]

if TYPE_CHECKING:
    from embeddings.encoder import Encoder
    from qa.records import Release
    from qa.settings import Settings

_QUESTION = "How much did Korea's ICT exports rise in November 2025?"


def main() -> None:
    enter_environment()
    options = read_options()
    # As the program itself does, before anything makes threads: those that wait in a loop take the
    # cores from those that work, and a question keeps to one.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    if options.growth:
        os.environ.setdefault("OMP_NUM_THREADS", "1")
    # Imported here, as in all of this file: there is no qa before.
    from qa.measuring.collections import read_collection
    from qa.settings import read_settings

    collection = read_collection(options.collection)
    settings = read_settings(data=options.data)
    releases = collection.releases or ()
    questions = [each.text for each in collection.questions[: options.questions]]
    if options.sizes:
        show_sizes(settings, releases, questions)
    elif options.growth and options.data is not None:
        show_growth(settings, releases, options.growth, questions)
    elif options.growth:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            own = settings.model_copy(update={"data": Path(folder)})
            show_growth(own, releases, options.growth, questions)
    elif options.workers:
        show_scaling(settings, questions, options.workers, rounds=options.rounds)
    elif options.data is not None:
        show_load(settings, questions, rounds=options.rounds)
    else:
        show_engines(settings, releases, questions, options.passages, rounds=options.rounds)


def read_options() -> argparse.Namespace:
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
    parser.add_argument("--sizes", action="store_true", help="measure the vector index instead")
    parser.add_argument("--growth", type=int, metavar="PASSAGES", help="measure a change instead")
    parser.add_argument(
        "--data", type=Path, help="measure the service alone, over this data folder"
    )
    parser.add_argument(
        "--workers", type=int, help="with --data: compare one process that serves with so many"
    )
    options = parser.parse_args()
    if options.workers and options.data is None:
        parser.error("--workers takes --data FOLDER")
    return options


def show_sizes(settings: Settings, releases: Sequence[Release], questions: Sequence[str]) -> None:
    """Print how the vector index bears growth."""
    from qa import wiring
    from qa.measuring.benchmark import choose_passages
    from qa.measuring.index_sizes import KNOWN, SIZES, format_sizes, measure_sizes

    # The processes that it starts read this script again, from where enter_environment left it.
    sys.path.append(str(ROOT / "scripts"))
    encoder = wiring.load_encoder(settings)
    known = encoder.encode_passages(choose_passages(releases, encoder, KNOWN)).vectors
    asked = [encoder.encode_question(each).vector for each in questions]
    print(format_sizes(list(measure_sizes(known, asked, SIZES))))


def show_growth(
    settings: Settings, releases: Sequence[Release], passages: int, questions: Sequence[str]
) -> None:
    """Print what one more release costs in a library of so many passages, and a question."""
    from qa import wiring
    from qa.measuring.growth import DrawnEncoder, format_growth, measure_growth

    drawn = DrawnEncoder(wiring.load_encoder(settings))
    print(format_growth(measure_growth(settings, drawn, releases, passages, questions)))


def show_scaling(
    settings: Settings, questions: Sequence[str], workers: int, *, rounds: int
) -> None:
    """Print what a service of so many workers answers and takes, beside one of a single one."""
    from qa.measuring.load import measure_scaling, read_memory, serve
    from qa.measuring.load_text import format_scaling

    several = settings.model_copy(update={"workers": workers})
    with serve(settings) as alone, serve(several) as together:
        scalings = measure_scaling(alone, together, questions, seconds=5, rounds=rounds)
        memory = [read_memory(each.pid) / 1e6 for each in (alone, together)]
    print(format_scaling(workers, scalings))
    print(f"memory: {memory[0]:.0f} MB, {memory[1]:.0f} MB")


def show_load(settings: Settings, questions: Sequence[str], *, rounds: int) -> None:
    """Print how fast a service answers over HTTP, beside the bare encoder."""
    from qa import wiring
    from qa.measuring.load import CLIENTS, measure_answering, measure_throughput, serve
    from qa.measuring.load_text import format_load

    with serve(settings) as service:
        encoder = wiring.load_encoder(settings)
        answering = measure_answering(service.url, encoder, questions, rounds=rounds)
        throughputs = [
            measure_throughput(service.url, questions, clients, seconds=10) for clients in CLIENTS
        ]
    print(format_load(answering, throughputs))


def show_engines(
    settings: Settings,
    releases: Sequence[Release],
    questions: Sequence[str],
    count: int,
    *,
    rounds: int,
) -> None:
    """Print how fast each engine encodes `count` passages and the questions, and answers one."""
    from qa import wiring
    from qa.measuring.benchmark import (
        Contender,
        choose_passages,
        enter_encoder,
        format_speeds,
        measure_speeds,
    )
    from qa.settings import Engine

    encoders = {
        engine: wiring.load_encoder(settings.model_copy(update={"engine": engine}))
        for engine in Engine
    }
    passages = choose_passages(releases, encoders[Engine.TORCH], count)
    baseline = wiring.load_baseline(settings)
    print(f"{len(passages)} passages, {len(questions)} questions, {os.cpu_count()} cores")
    speeds = measure_speeds(
        [
            Contender("sentence-transformers", baseline, lambda question: baseline([question])),
            *(enter_encoder(engine.value, encoder) for engine, encoder in encoders.items()),
        ],
        passages,
        questions,
        rounds=rounds,
    )
    print(format_speeds(speeds))
    for engine, encoder in encoders.items():
        show_cold_start(settings.model_copy(update={"engine": engine}), encoder, rounds=rounds)


def show_cold_start(settings: Settings, encoder: Encoder, *, rounds: int) -> None:
    """Print how long a question about the seeds takes from a cold shell, and with a service."""
    from qa import wiring
    from qa.measuring.benchmark import measure_cold_start
    from qa.measuring.load import serve
    from qa.reading.sources import read_sources

    graphs = settings.graphs or settings.data / "models"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        own = settings.model_copy(update={"graphs": graphs, "data": Path(folder)})
        wiring.update_library(own, encoder, read_sources([SEEDS]).releases)
        cold_s = measure_cold_start(own, _QUESTION, rounds=rounds)
        with serve(own):
            relayed_s = measure_cold_start(own, _QUESTION, rounds=rounds)
    print(
        f"a question from a cold shell, {settings.engine.value}: {cold_s:.2f} s, "
        f"with a service running {relayed_s:.2f} s"
    )


if __name__ == "__main__":
    main()
