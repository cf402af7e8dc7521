"""The commands that make a library, `qa index`, and look after it: `remove`, `check`, and so on."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from qa import wiring
from qa.cli.options import (
    DataOption,
    ModelOption,
    say,
    show_progress,
)
from qa.errors import SourceError
from qa.settings import Settings, read_settings


def index_command(
    sources: Annotated[
        list[str],
        typer.Argument(
            help="Files, folders, web addresses, .toml files that describe a web site.",
            show_default=False,
        ),
    ],
    allow_private: Annotated[
        bool,
        typer.Option("--allow-private", help="Fetch from addresses inside a network too."),
    ] = False,
    data: DataOption = None,
    model: ModelOption = None,
) -> None:
    """Read releases into the library. What it holds already costs nothing.

    Example: qa index seeds https://example.org/feed.xml
    """
    settings = read_settings(data=data, model=model)
    index_sources(settings, sources, allow_private=allow_private)


def remove_command(
    release_ids: Annotated[
        list[str], typer.Argument(metavar="ID...", help="Ids of releases, as answers show them.")
    ],
    data: DataOption = None,
) -> None:
    """Take releases out of the library, wholly. What is not held is said, and changes nothing.

    Example: qa remove 2025-12-15-de6808753f
    """
    removed = wiring.remove_releases(read_settings(data=data), release_ids)
    for release_id in dict.fromkeys(release_ids):
        if release_id not in removed:
            say(f"{release_id}: not held.")
    say(f"{len(removed)} releases removed.")


def status_command(
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    data: DataOption = None,
) -> None:
    """Say what the library holds, by publisher and year, and how its index is.

    Example: qa status
    """
    from qa.printing import describe_status, format_status
    from qa.upkeep import read_status

    status = read_status(read_settings(data=data).data)
    if as_json:
        print(json.dumps(describe_status(status), ensure_ascii=False, indent=2))
    else:
        print(format_status(status))


def check_command(data: DataOption = None) -> None:
    """Check the library and its index, all of it. Exit status 0: whole; 1: not.

    Example: qa check
    """
    from qa.upkeep import check_library

    folder = read_settings(data=data).data
    faults = check_library(folder)
    for fault in faults:
        say(fault)
    if faults:
        say("An index that is at fault is made anew by: qa rebuild")
        raise typer.Exit(1)
    print(f"The library in {folder} and its index are whole.")


def rebuild_command(data: DataOption = None) -> None:
    """Make the index anew from the library. Nothing is encoded again.

    Example: qa rebuild
    """
    from qa.upkeep import publish_index

    folder = read_settings(data=data).data
    generation = publish_index(folder, anew=True)
    say(f"Index of generation {generation} made anew in {folder}.")


def index_sources(
    settings: Settings, sources: Sequence[str | Path], *, allow_private: bool = False
) -> None:
    """Index what `sources` hold, saying on stderr what could not be read and what was done."""
    from qa.fetching import Fetcher
    from qa.sources import read_sources

    with show_progress("Fetching", unit="page") as progress:

        def open_fetcher() -> Fetcher:
            return wiring.open_fetcher(
                settings, allow_private=allow_private, report=lambda _: progress(1)
            )

        reading = read_sources(sources, open_fetcher)
    for problem in reading.problems:
        say(str(problem))
    if not reading.releases:
        raise SourceError("expected at least one release, found none; correct what is named above")
    changed = wiring.find_changed(settings, reading.releases)
    if not changed:
        say(f"{len(reading.releases)} releases read; the library holds them all. Nothing to do.")
        return
    say(f"{len(reading.releases)} releases read, {len(changed)} new or changed. Loading the model.")
    encoder = wiring.load_encoder(settings, say)
    with show_progress("Encoding passages") as progress:
        change = wiring.update_library(settings, encoder, changed, progress)
    say(
        f"{change.changed} releases indexed, {change.encoded} passages encoded; "
        f"generation {change.generation} in {settings.data}."
    )
