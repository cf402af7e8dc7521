#!/usr/bin/env python3
"""Ask a question from the checkout: `qa ask`, with seeds/ indexed first where nothing is yet.

Example: scripts/query.py "How much did Korea's ICT exports rise in November 2025?"
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from _environment import (  # type: ignore[import-not-found]
    DATA,
    SEEDS,
    enter_environment,
    read_arguments,
)


def main() -> None:
    enter_environment()
    # Imported here: there is no qa before.
    from qa import cli

    arguments = sys.argv[1:]
    cli.main(["ask", *arguments], prepare=lambda: _make_first_index(arguments))


def _make_first_index(arguments: list[str]) -> None:
    """Index seeds/ where a question is asked and there is nothing yet to answer it from."""
    if "--help" not in arguments and _wants_first_index(arguments):
        print("There is no library yet. Indexing seeds/ first.", file=sys.stderr)
        _index_seeds(arguments)


def _wants_first_index(arguments: list[str]) -> bool:
    """Whether a question is asked of the checkout's own library and there is none."""
    from qa.storage.schema import FILE_NAME

    given = read_arguments("ask", arguments)
    data = Path(given["data"] or os.environ["QA_DATA"])
    return data.resolve() == DATA.resolve() and not (DATA / FILE_NAME).is_file()


def _index_seeds(arguments: list[str]) -> None:
    """Index seeds/ with the model that the question names. Ends the program where that fails."""
    from qa import cli

    model = read_arguments("ask", arguments)["model"]
    try:
        cli.main(["add", str(SEEDS), "--data", str(DATA), *(["--model", model] if model else [])])
    except SystemExit as end:
        if end.code:
            raise


if __name__ == "__main__":
    main()
