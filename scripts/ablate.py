#!/usr/bin/env python3
"""What each signal is worth: fit without it, and measure on collections that were not fitted on.

Then what those of time do to questions that ask for none, and how far all of them reach: what a fit
on a collection's own questions does there, each judged by a fit without it.

Example: scripts/ablate.py COLLECTION --fit tests/collections/senate-press --fit data/fit/ministry
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from _environment import enter_environment  # type: ignore[import-not-found]

if TYPE_CHECKING:
    from qa.measuring.asked import Asked


def main() -> None:
    enter_environment()
    # Imported here: there is no qa before.
    from qa import wiring
    from qa.measuring.asked import ask_shortlists
    from qa.measuring.collections import read_collection
    from qa.measuring.evaluation import open_collection
    from qa.settings import read_settings

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("measured", nargs="+", type=Path, help="the collections to measure on")
    parser.add_argument(
        "--fit", action="append", required=True, type=Path, help="a collection to fit on; repeat"
    )
    parser.add_argument(
        "--data",
        type=Path,
        default=None,
        help="where encodings are kept, and the library that a file of questions asks",
    )
    parser.add_argument("--languages", default="en", help="what the encoder knows, by commas")
    options = parser.parse_args()
    settings = read_settings(data=options.data)
    encoder = wiring.load_encoder(settings)

    def ask(path: Path) -> list[Asked]:
        collection = read_collection(path)
        asker = open_collection(
            settings, encoder, None, collection, languages=options.languages.split(",")
        )
        return ask_shortlists(asker, collection, unread_windows=path in options.fit)

    fitted = [each for path in options.fit for each in ask(path)]
    asked = {path.name: ask(path) for path in options.measured}
    show_signals(fitted, asked)
    show_untimed(fitted, asked)
    show_own(fitted, asked)


def show_signals(fitted: Sequence[Asked], measured: Mapping[str, Sequence[Asked]]) -> None:
    """Print what each collection's ranking is worth with all signals, and without each."""
    from qa.measuring.ablation import ablate

    print(f"{'nDCG@10, AUROC':<26}" + "".join(f"{name:>18}" for name in measured))
    for label, worths in ablate(fitted, measured):
        cells = (f"{each.ndcg:>9.4f}{_show(each.auroc, '.4f'):>9}" for each in worths)
        print(f"{label:<26}" + "".join(cells), flush=True)


def show_untimed(fitted: Sequence[Asked], measured: Mapping[str, Sequence[Asked]]) -> None:
    """Print what the signals of time do to the questions that ask for none."""
    from qa.measuring.ablation import compare_untimed

    print("questions that ask for no time, with the signals of time against without:")
    for name, asked in measured.items():
        found = compare_untimed(fitted, asked)
        print(
            f"{name:>18} {found.difference:+.4f} nDCG@10 [{found.low:+.4f}, {found.high:+.4f}], "
            f"p = {found.p_value:.2g}, {len(found.won)} won, {len(found.lost)} lost"
        )


def show_own(fitted: Sequence[Asked], measured: Mapping[str, Sequence[Asked]]) -> None:
    """Print what the fit is worth on each collection, and one on its own questions."""
    from qa.measuring.ablation import LOST, compare_own

    print(
        "fitted elsewhere, and on the collection itself, each question judged by a fit without it:"
    )
    refused = f"refused at {LOST:.0%} lost"
    print(f"{'':<28}{'nDCG@10':>10}{'AUROC':>10}{'calibration error':>20}{refused:>20}")
    for name, asked in measured.items():
        both = zip((name, ""), ("elsewhere", "itself"), compare_own(fitted, asked), strict=True)
        for label, where, worth in both:
            print(
                f"{label:>18} {where:<9}{worth.ndcg:>10.4f}{_show(worth.auroc, '.4f'):>10}"
                f"{worth.calibration_error:>20.3f}{_show(worth.refused, '.0%'):>20}"
            )


def _show(value: float | None, form: str) -> str:
    return "–" if value is None else format(value, form)


if __name__ == "__main__":
    main()
