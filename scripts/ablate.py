#!/usr/bin/env python3
"""What each signal is worth: fit without it, and measure on collections that were not fitted on.

Example: scripts/ablate.py tests/collections/senate-press COLLECTION [COLLECTION ...]
"""

from __future__ import annotations

import argparse
from pathlib import Path

from _environment import enter_environment  # type: ignore[import-not-found]


def main() -> None:
    enter_environment()
    # Imported here: there is no qa before.
    from qa import wiring
    from qa.ablation import ablate
    from qa.collections import read_collection
    from qa.fitting import ask_shortlists
    from qa.ranking import read_ranking
    from qa.settings import read_settings

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fitted", type=Path, help="the collection to fit on")
    parser.add_argument("measured", nargs="+", type=Path, help="the collections to measure on")
    parser.add_argument("--data", type=Path, default=None, help="where encodings are kept")
    options = parser.parse_args()
    settings = read_settings(data=options.data)
    encoder = wiring.load_encoder(settings)
    # Not for its weights: by it Korean questions are rendered, as they are when asked.
    ranking = read_ranking(settings.ranking)
    asked = {}
    for path in (options.fitted, *options.measured):
        collection = read_collection(path)
        asker = wiring.open_collection(settings, encoder, ranking, collection)
        asked[collection.name] = ask_shortlists(asker, collection)
    fitted = asked.pop(options.fitted.name)
    print(f"{'nDCG@10, AUROC':<26}" + "".join(f"{name:>18}" for name in asked))
    for label, worths in ablate(fitted, asked):
        cells = (
            f"{worth.ndcg:>9.4f}" + ("        –" if worth.auroc is None else f"{worth.auroc:>9.4f}")
            for worth in worths
        )
        print(f"{label:<26}" + "".join(cells), flush=True)


if __name__ == "__main__":
    main()
