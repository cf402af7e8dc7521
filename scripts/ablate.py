#!/usr/bin/env python3
"""What each signal is worth: fit without it, and measure on collections that were not fitted on.

Example: scripts/ablate.py COLLECTION --fit tests/collections/senate-press --fit data/fit/ministry
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from _environment import enter_environment  # type: ignore[import-not-found]

if TYPE_CHECKING:
    from qa.fitting import Asked


def main() -> None:
    enter_environment()
    # Imported here: there is no qa before.
    from qa import wiring
    from qa.ablation import ablate, compare_untimed
    from qa.collections import read_collection
    from qa.fitting import ask_shortlists
    from qa.settings import read_settings

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("measured", nargs="+", type=Path, help="the collections to measure on")
    parser.add_argument(
        "--fit", action="append", required=True, type=Path, help="a collection to fit on; repeat"
    )
    parser.add_argument("--data", type=Path, default=None, help="where encodings are kept")
    parser.add_argument("--languages", default="en", help="what the encoder knows, by commas")
    options = parser.parse_args()
    settings = read_settings(data=options.data)
    encoder = wiring.load_encoder(settings)

    def ask(path: Path) -> list[Asked]:
        collection = read_collection(path)
        asker = wiring.open_collection(
            settings, encoder, None, collection, languages=options.languages.split(",")
        )
        return ask_shortlists(asker, collection, unread_windows=path in options.fit)

    fitted = [each for path in options.fit for each in ask(path)]
    asked = {path.name: ask(path) for path in options.measured}
    print(f"{'nDCG@10, AUROC':<26}" + "".join(f"{name:>18}" for name in asked))
    for label, worths in ablate(fitted, asked):
        cells = (
            f"{worth.ndcg:>9.4f}" + ("        –" if worth.auroc is None else f"{worth.auroc:>9.4f}")
            for worth in worths
        )
        print(f"{label:<26}" + "".join(cells), flush=True)
    print("questions that ask for no time, with the signals of time against without:")
    for name, of_one in asked.items():
        found = compare_untimed(fitted, of_one)
        print(
            f"{name:>18} {found.difference:+.4f} nDCG@10 [{found.low:+.4f}, {found.high:+.4f}], "
            f"p = {found.p_value:.2g}, {len(found.won)} won, {len(found.lost)} lost"
        )


if __name__ == "__main__":
    main()
