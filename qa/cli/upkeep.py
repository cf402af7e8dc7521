"""The commands that look after a library: `qa status`, `qa history`, `qa check`, `qa rebuild`."""

import json
from typing import Annotated

import typer

from qa.cli.completion import complete_release_id
from qa.cli.options import (
    PATIENCE,
    DataOption,
    ModelOption,
    read_release_id,
    say,
    show_progress,
)
from qa.errors import LibraryError
from qa.language.plurals import count
from qa.output.terminal import make_safe
from qa.settings import read_settings


def status_command(
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    data: DataOption = None,
) -> None:
    """Say what the library holds, by publisher and year, and how its index is.

    Example: qa status
    """
    from qa.index.upkeep import read_status
    from qa.output.printing import describe_status, format_status

    status = read_status(read_settings(data=data).data)
    if as_json:
        print(json.dumps(describe_status(status), ensure_ascii=False, indent=2))
    else:
        print(format_status(status))


def history_command(
    release_id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            parser=read_release_id,
            help="Id of a release, as answers show it.",
            autocompletion=complete_release_id,
        ),
    ],
    data: DataOption = None,
) -> None:
    """Show what a release said before it was changed, line by line.

    Example: qa history 2025-12-15-de6808753f
    """
    from qa.storage.history import format_history
    from qa.storage.snapshot import Snapshot

    with Snapshot(read_settings(data=data).data) as snapshot:
        release = snapshot.read_release(release_id)
        versions = snapshot.read_versions(release_id)
    if release is None:
        raise LibraryError(
            f"No release with the id {release_id} is held. `qa ask --json` gives the ids of what "
            "it finds, and a shell completes them after `qa --install-completion`."
        )
    print(make_safe(format_history(versions, release)))


def check_command(data: DataOption = None) -> None:
    """Check the library and its index, all of it, and say what to do. Exit status 0: whole; 1: not.

    Example: qa check
    """
    from qa.index.upkeep import check_library

    folder = read_settings(data=data).data
    faults = check_library(folder)
    for fault in faults:
        say(fault)
    if faults:
        raise typer.Exit(1)
    print(f"The library in {folder} and its index are whole.")


def rebuild_command(data: DataOption = None, model: ModelOption = None) -> None:
    """Make the index anew from the library. Only what is damaged or cut otherwise is encoded again.

    A library that an earlier version of the program wrote is brought up to date first.

    Example: qa rebuild
    """
    from qa import wiring
    from qa.index.publishing import publish, require_removed
    from qa.storage.release_library import Library, is_of_earlier_version

    settings = read_settings(data=data, model=model)
    folder = settings.data
    if is_of_earlier_version(folder):
        Library(folder, PATIENCE).close()
    with show_progress("Encoding passages") as progress:
        mended = wiring.mend_passages(settings, say, progress, PATIENCE)
    if mended is not None:
        releases = count(len(mended.applied.replaced), "release")
        say(f"Passages of {releases} made anew; {count(mended.encoded, 'passage')} encoded.")
    generation = publish(folder, anew=True)
    require_removed(folder, after=0)
    say(f"Index of generation {generation} made anew in {folder}.")
