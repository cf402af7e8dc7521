"""`python -m tests.ministry FOLDER` writes the collection, or one part of it.

With --releases its releases alone are written there, as JSON Lines that `qa add` reads.
"""

import argparse
from pathlib import Path

from tests.ministry.collection import take_part, write_collection, write_releases
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
    if arguments.split:
        ministry = take_part(ministry, Split(arguments.split))
    if arguments.releases:
        write_releases(ministry, arguments.folder / "releases.jsonl")
        print(f"{len(ministry.releases)} releases in {arguments.folder / 'releases.jsonl'}")
        return
    write_collection(ministry, arguments.folder)
    found = f"{len(ministry.releases)} releases and {len(ministry.questions)} questions"
    print(f"{found} in {arguments.folder}")


if __name__ == "__main__":
    main()
