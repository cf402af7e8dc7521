"""The README's week with one ministry's feed, command by command against a feed that grows."""

import os
import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

from qa.records import Release
from tests.growing_feed import write_feed
from tests.misbehaving_server import serve

ROOT = Path(__file__).resolve().parents[1]
FEED = "https://example.org/feed.xml"


def read_steps() -> list[tuple[str, str]]:
    """Each command of the section with what it prints."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    [block] = re.findall(
        r"\*\*A week with one ministry\.\*\*.*?```console\n(.*?)```", text, re.DOTALL
    )
    steps = [each.partition("\n") for each in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    return [(command, printed.strip()) for command, _, printed in steps]


def test_week_goes_as_the_readme_tells(
    tmp_path: Path, encoder: object, graphs: Path, seed_releases: tuple[Release, ...]
) -> None:
    assert encoder  # its graph is there, as it is on the second day
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    environment = os.environ | {"QA_GRAPHS": str(graphs), "PYTHONPATH": path, "HOME": str(tmp_path)}
    steps = read_steps()
    assert len(steps) > 5
    with serve() as server:
        for command, printed in steps:
            program, *arguments = shlex.split(command, comments=True)
            assert program == "qa"
            if arguments[0] == "sync":
                day = date.fromisoformat(command.split("# ")[1])
                server.pages["/feed.xml"] = write_feed(seed_releases, day)
                address = f"{server.url}/feed.xml"
                arguments = [address if each == FEED else each for each in arguments]
                arguments.append("--allow-private")
            ran = subprocess.run(
                [sys.executable, "-m", "qa", *arguments],
                cwd=tmp_path,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
            )
            # How sure it is may differ by a percent between processors.
            sure = re.compile(r"\(\d+% sure\)")
            assert sure.sub("", ran.stdout.strip()) == sure.sub("", printed), command
