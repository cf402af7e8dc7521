#!/usr/bin/env python3
"""Index releases from the checkout, those in seeds/ unless others are named: `qa add`.

Example: scripts/build_index.py FOLDER
"""

import sys

from _environment import SEEDS, enter_environment, read_arguments  # type: ignore[import-not-found]


def main() -> None:
    enter_environment()
    # Imported here: there is no qa before.
    from qa import cli

    arguments = sys.argv[1:]
    if "--help" in arguments:
        print(__doc__)  # qa add does not go without a source
    elif not read_arguments("add", arguments)["sources"]:
        arguments.append(str(SEEDS))
    cli.main(["add", *arguments])


if __name__ == "__main__":
    main()
