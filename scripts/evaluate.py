#!/usr/bin/env python3
"""Measure retrieval from the checkout, on test questions: `qa evaluate`.

Example: scripts/evaluate.py seeds/questions.jsonl --table
"""

import sys

from _environment import enter_environment  # type: ignore[import-not-found]


def main() -> None:
    enter_environment()
    # Imported here: there is no qa before.
    from qa import cli

    cli.main(["evaluate", *sys.argv[1:]])


if __name__ == "__main__":
    main()
