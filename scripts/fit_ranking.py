#!/usr/bin/env python3
"""Fit the ranking on collections and write its file, or weigh penalties: see --help."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from _environment import enter_environment  # type: ignore[import-not-found]

if TYPE_CHECKING:
    from embeddings.encoder import Encoder
    from qa.measuring.collections import Collection

_RANKING = Path(__file__).resolve().parent.parent / "qa" / "retrieval" / "ranking.json"


def main() -> None:
    enter_environment()
    # Imported here: there is no qa before.
    from qa import wiring
    from qa.measuring.asked import ask_shortlists
    from qa.measuring.collections import read_collection
    from qa.measuring.evaluation import open_collection
    from qa.measuring.fitting import fit_ranking
    from qa.measuring.penalties import weigh_penalties
    from qa.settings import read_settings

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "collections",
        nargs="+",
        type=Path,
        help="folders in BEIR form; with --penalties sentences are judged on the first alone",
    )
    parser.add_argument("--out", type=Path, default=_RANKING)
    parser.add_argument("--data", type=Path, default=None, help="where encodings are kept")
    parser.add_argument("--model", default=None)
    parser.add_argument("--languages", default="en", help="what the encoder knows, by commas")
    parser.add_argument(
        "--refuse", type=float, default=0.05, help="share of answerable questions to refuse"
    )
    parser.add_argument(
        "--penalties",
        action="store_true",
        help="write nothing, but show the loss of held-out questions at each penalty",
    )
    options = parser.parse_args()
    settings = read_settings(data=options.data, model=options.model)
    encoder = wiring.load_encoder(settings)
    collections = [read_collection(path) for path in options.collections]
    asked = []
    for collection in collections:
        asker = open_collection(
            settings, encoder, None, collection, languages=options.languages.split(",")
        )
        asked.append(ask_shortlists(asker, collection, unread_windows=True))
    real, *generated = asked
    together = [each for one in generated for each in one]
    if options.penalties:
        for name, losses in weigh_penalties(real, together):
            print(name, *(f"{penalty:g}:{loss:.4f}" for penalty, loss in losses.items()))
        return
    fit = fit_ranking(real, together, refuse=options.refuse)
    written = {
        "command": f"scripts/fit_ranking.py {' '.join(map(str, options.collections))}",
        "fitted_at": date.today().isoformat(),
        "fitted_on": {each.name: _describe(each) for each in collections},
        "encoder": _describe_encoder(
            encoder, wiring.find_fingerprints(settings), options.languages
        ),
        "threshold": round(fit.threshold, 4),
        "threshold_means": f"about {options.refuse:.0%} of the questions that a release answers "
        "are refused",
        "held_out": {
            "refused_wrongly": round(fit.refused_wrongly, 4),
            "refused_rightly": round(fit.refused_rightly, 4),
            "answers_wrong": round(fit.answers_wrong, 4),
        },
        "order": fit.order.write(),
        "confidence": fit.confidence.write(),
        "sentence": fit.sentence.write(),
    }
    options.out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    print(f"threshold {fit.threshold:.3f}; {options.out} written")


def _describe(collection: Collection) -> dict[str, object]:
    return {"questions": len(collection.questions), "sha256": collection.digest}


def _describe_encoder(
    encoder: Encoder, in_any_precision: frozenset[str], languages: str
) -> dict[str, object]:
    return {
        "name": encoder.name,
        "fingerprint": encoder.fingerprint,
        "also": sorted(in_any_precision - {encoder.fingerprint}),
        "languages": languages.split(","),
    }


if __name__ == "__main__":
    main()
