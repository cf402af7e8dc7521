"""A small library, several generations deep, and the changes to it that crashes interrupt."""

import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum
from pathlib import Path

from qa.cli import main
from qa.cli.options import say
from qa.errors import QaError
from qa.index.changing_library import changing
from qa.index.publishing import publish
from qa.records import Held, Release
from qa.settings import Settings
from qa.storage.release_library import Library
from qa.wiring import change_library, remove_releases
from tests.qa.crashes.hashed_words import HashedWords

SECRET = "xylophonequartz"
"""A word of the release that is taken out: to be found nowhere afterwards."""

ENCODER = HashedWords()
IN_MEMORY = Path("/dev/shm") if os.access("/dev/shm", os.W_OK) else None
"""A folder that costs no flushing. What a killed process has written is there, flushed or not."""

_TOPICS = "exports imports steel ships cars chips energy tariffs talks investment".split()


class Change(Enum):
    """What is done to the library."""

    ADD = "add"
    REMOVE = "remove"
    REBUILD = "rebuild"
    MIGRATE = "migrate"
    BACK_UP = "back up"
    RESTORE = "restore"


def make_release(number: int, topic: str, *, amount: int = 0) -> Release:
    """A release of three passages or so, unlike any other."""
    body = " ".join(
        f"Sentence {place} says that {topic} of kind {number} rose by {amount + place} percent "
        f"against the plan of the ministry for the year, as expected by {place + 2} experts."
        for place in range(4)
    )
    day = date(2025, 1, 1) + timedelta(days=number * 7 % 300)
    return Release(f"r{number}", f"{topic.title()} in report {number}", day, body, "Ministry")


HELD = [make_release(number, _TOPICS[number % len(_TOPICS)]) for number in range(24)]
LATER = [make_release(30, "batteries"), make_release(31, SECRET)]
LAST = [make_release(40, "hydrogen")]
ADDED = [make_release(50, "robots"), replace(HELD[3], body="Corrected. Ships rose after all.")]
REMOVED = [LATER[1].id]


def make_library(data: Path) -> None:
    """Generation after generation: an index of several segments, with passages removed."""
    for releases in (HELD, LATER, [replace(HELD[0], body="Exports fell.")], LAST):
        add(data, releases)


def add(data: Path, releases: Sequence[Release]) -> None:
    held_by = {"a folder": Held(frozenset(release.id for release in releases), is_whole=True)}
    with changing(data) as library:
        change_library(Settings(data=data), library, ENCODER, releases, held_by=held_by)


def find_backup(data: Path) -> Path:
    """Where the backup of a data folder is, if there is one."""
    return data.with_name(f"{data.name}-backup")


def apply(change: Change, data: Path) -> None:
    """Make the change. Raises QaError."""
    if change is Change.ADD:
        add(data, ADDED)
    elif change is Change.REMOVE:
        remove_releases(Settings(data=data), REMOVED)
    elif change is Change.REBUILD:
        publish(data, anew=True)
    elif change is Change.MIGRATE:
        Library(data).close()
    else:
        run(change, data)


def run(change: Change, data: Path) -> int:
    """Make the change as a command does; its exit status."""
    try:
        if change is Change.REMOVE:
            main(["remove", *REMOVED, "--data", str(data)])
        elif change is Change.REBUILD:
            main(["rebuild", "--data", str(data)])
        elif change is Change.BACK_UP:
            main(["backup", str(find_backup(data)), "--data", str(data)])
        elif change is Change.RESTORE:
            main(["restore", str(find_backup(data)), "--replace", "--data", str(data)])
        else:
            apply(change, data)
    except QaError as error:
        say(f"qa: {error}")
        return 2
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def copy_library(original: Path, copy: Path) -> Path:
    while copy.exists():  # a reader that is just leaving may put its lock's file there meanwhile
        shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(original, copy)
    return copy
