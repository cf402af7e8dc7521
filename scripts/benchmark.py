#!/usr/bin/env python3
"""How fast each engine encodes passages and questions, and answers from a cold shell: see --help.

With --data FOLDER: the service over HTTP, beside the bare encoder; with --workers 2 as well: beside
one of so many processes. With --sizes: how the vector index bears growth, up to a million passages
(3.5 GB of disk). With --growth PASSAGES: what one more release costs in a library of so many.

Example: scripts/benchmark.py --passages 300
"""

from __future__ import annotations

import argparse
import os
import sys
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
    from qa.growth import DrawnEncoder, format_growth, measure_growth
    from qa.index_sizes import KNOWN, SIZES, format_sizes, measure_sizes
    from qa.load import (
        CLIENTS,
        format_load,
        format_scaling,
        measure_answering,
        measure_scaling,
        measure_throughput,
        read_memory,
        serve,
    )
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
    collection = read_collection(options.collection)
    settings = read_settings(data=options.data)
    # As the program itself does: threads that wait in a loop take the cores from those that work.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    if options.sizes:
        # The processes that it starts read this script again, from where enter_environment left it.
        sys.path.append(str(ROOT / "scripts"))
        encoder = wiring.load_encoder(settings)
        known = encoder.encode_passages(
            choose_passages(collection.releases or (), encoder, KNOWN)
        ).vectors
        asked = [encoder.encode_question(each.text).vector for each in collection.questions]
        print(format_sizes(list(measure_sizes(known, asked[: options.questions], SIZES))))
        return
    if options.growth:
        with tempfile.TemporaryDirectory() as folder:
            drawn = DrawnEncoder(wiring.load_encoder(settings))
            own = settings.model_copy(update={"data": Path(folder)})
            releases = collection.releases or ()
            print(format_growth(measure_growth(own, drawn, releases, options.growth)))
        return
    if options.data is not None:
        texts = [each.text for each in collection.questions[: options.questions]]
        if options.workers:
            several = settings.model_copy(update={"workers": options.workers})
            with serve(settings) as alone, serve(several) as together:
                scalings = measure_scaling(alone, together, texts, seconds=5, rounds=options.rounds)
                memory = [read_memory(each.pid) / 1e6 for each in (alone, together)]
            print(format_scaling(options.workers, scalings))
            print(f"memory: {memory[0]:.0f} MB, {memory[1]:.0f} MB")
            return
        with serve(settings) as service:
            encoder = wiring.load_encoder(settings)
            answering = measure_answering(service.url, encoder, texts, rounds=options.rounds)
            throughputs = [
                measure_throughput(service.url, texts, clients, seconds=10) for clients in CLIENTS
            ]
        print(format_load(answering, throughputs))
        return
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
            with serve(own):
                relayed_s = measure_cold_start(own, _QUESTION, rounds=options.rounds)
            print(
                f"a question from a cold shell, {engine.value}: {cold_s:.2f} s, "
                f"with a service running {relayed_s:.2f} s"
            )


if __name__ == "__main__":
    main()
