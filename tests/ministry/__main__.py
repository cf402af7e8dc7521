"""`python -m tests.ministry FOLDER` writes the collection, or one part's questions with it.

With --releases its releases alone are written there, as JSON Lines that `qa add` reads.
"""

import argparse
from pathlib import Path

from tests.ministry.collection import write_collection, write_releases
from tests.ministry.generate import SEED, generate_ministry
from tests.ministry.series import Split


def main() -> None:
    """Parse the arguments, generate, write, and say how much."""
    parser = argparse.ArgumentParser(prog="python -m tests.ministry", description=__doc__)
    parser.add_argument("folder", type=Path, help="where corpus, queries and qrels are written")
    parser.add_argument("--split", choices=[each.value for each in Split], help="one part only")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--releases", action="store_true", help="write releases.jsonl alone")
    arguments = parser.parse_args()
    ministry = generate_ministry(arguments.seed)
    if arguments.releases:
        write_releases(ministry, arguments.folder / "releases.jsonl")
        print(f"{len(ministry.releases)} releases in {arguments.folder / 'releases.jsonl'}")
        return
    split = Split(arguments.split) if arguments.split else None
    write_collection(ministry, arguments.folder, split=split)
    asked = [each for each in ministry.questions if split is None or each.split is split]
    print(f"{len(ministry.releases)} releases and {len(asked)} questions in {arguments.folder}")


if __name__ == "__main__":
    main()
